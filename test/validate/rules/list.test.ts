import { describe, expect, it } from 'vitest';
import { findings, manifestFindings, searched } from './findings.js';

describe('list/repeated-entry', () => {
  const id = 'list/repeated-entry';

  it('finds the later of two, and removes it safely only where nothing differs', () => {
    expect(findings(id, { artifact: { tags: ['a', 'b', 'a', ' A'] } })).toMatchObject([
      {
        pointer: '/artifact/tags/2',
        message: 'artifact.tags[2] is "a", as artifact.tags[0] is',
        related: [{ pointer: '/artifact/tags/0' }],
        fix: { safe: true, change: { kind: 'remove' } },
      },
      { pointer: '/artifact/tags/3', message: expect.stringContaining('capitals or space'), fix: { safe: false } },
    ]);
  });

  it.each(['intents', 'best_for', 'limitations', 'requires', 'input_types', 'output_types', 'categories'])(
    'looks at %s',
    (list) => {
      expect(findings(id, { capabilities: [{}, { [list]: ['x', 'x'] }] })).toMatchObject([
        { pointer: `/capabilities/1/${list}/1` },
      ]);
    },
  );

  it('looks at the categories of the artifact, and at the lists of a manifest', () => {
    expect(findings(id, { artifact: { categories: ['x', 'x'] } })).toHaveLength(1);
    const manifest = { capabilities: [{ intents_served: ['x', 'x'], conditions: { bestFor: ['y', 'y'] } }] };
    expect(manifestFindings(id, manifest).map(({ pointer }) => pointer)).toEqual([
      '/capabilities/0/intents_served/1',
      '/capabilities/0/conditions/bestFor/1',
    ]);
  });

  it('lets two lists say the same, and passes over what is no text', () => {
    const source = {
      artifact: { tags: ['x', 7, 7, null, null] },
      capabilities: [{ requires: ['x'] }, { requires: ['x'] }],
    };
    expect(findings(id, source)).toEqual([]);
    expect(findings(id, { artifact: { tags: ['a b', 'a  b', 'a.b', 'é', 'e'] } })).toEqual([]);
  });

  it('does not repeat a secret', () => {
    const secret = `ghp_${'a1'.repeat(18)}`;
    expect(JSON.stringify(findings(id, { artifact: { tags: [secret, secret] } }))).not.toContain('a1a1');
  });

  it('reads long texts, and many, in no time', () => {
    const many = { artifact: { tags: Array.from({ length: 40_000 }, () => 'an entry') } };
    expect(searched(() => findings(id, many))).toBe(39_999);
    searched(() => findings(id, many));
  });
});
