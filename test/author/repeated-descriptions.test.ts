import { describe, expect, it } from 'vitest';
import { repeatedDescriptions } from '../../src/author/repeated-descriptions.js';
import { validateSource } from '../../src/author/validate.js';
import { capability, sourceValue } from '../source-value.js';

const validated = (file: string, slug: string, ...descriptions: string[]) => {
  const capabilities = descriptions.map((description) => capability({ description }));
  return { file, ...validateSource(JSON.stringify(sourceValue({ artifact: { slug }, capabilities })), { file }) };
};

describe('repeatedDescriptions', () => {
  const first = validated('a.yaml', 'a', 'Toasts bread.', 'Bakes bread.');

  it('finds what another source says, whatever its case, space and punctuation, and names both places', () => {
    const found = repeatedDescriptions([first, validated('b.yaml', 'b', 'Cuts bread.', 'TOASTS  bread')]);
    expect([...found.keys()]).toEqual([1]);
    expect(found.get(1)).toMatchObject([
      {
        ruleId: 'capability/repeated-description',
        severity: 'warning',
        file: 'b.yaml',
        message: 'capabilities[1].description says the same as capabilities[0].description of a.yaml',
        pointer: '/capabilities/1/description',
        range: { start: { line: 1 } },
        related: [{ file: 'a.yaml', range: { start: { line: 1 } } }],
      },
    ]);
  });

  it('says nothing of one source, of one that is read twice, or of two with one slug', () => {
    expect(repeatedDescriptions([first]).size).toBe(0);
    expect(repeatedDescriptions([first, first]).size).toBe(0);
    expect(repeatedDescriptions([first, validated('b.yaml', 'a', 'Toasts bread.')]).size).toBe(0);
    expect(repeatedDescriptions([first, validated('b.yaml', 'b', 'Cuts bread.')]).size).toBe(0);
  });

  it('goes by the levels', () => {
    const two = [first, validated('b.yaml', 'b', 'Toasts bread.')];
    expect(repeatedDescriptions(two, { profile: 'minimal' }).size).toBe(0);
    expect(repeatedDescriptions(two, { profile: 'strict' }).get(1)).toMatchObject([{ severity: 'error' }]);
    expect(repeatedDescriptions(two, { levels: { 'capability/repeated-description': 'off' } }).size).toBe(0);
  });

  it('says no more than anyone reads', () => {
    const texts = Array.from({ length: 300 }, (_, index) => `Toasts ${index} slices.`);
    const found = repeatedDescriptions([validated('a.yaml', 'a', ...texts), validated('b.yaml', 'b', ...texts)]);
    expect(found.get(1)).toHaveLength(100);
  });
});
