import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { capList, type Origin } from '../../src/trust/capped-list.js';
import { deriveFailureModes } from '../../src/trust/failure-modes.js';
import { derivePermissions } from '../../src/trust/permissions.js';
import { capability, sourceValue } from '../source-value.js';

const placed = (list: readonly Origin[]): Origin[] => list.map(({ text, pointer }) => ({ text, pointer }));
const texts = (list: ReadonlyArray<{ readonly text: string }>): string[] => list.map(({ text }) => text);
const numbered = (word: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${word} ${n}`);
const unknown = { verified: false, matches: 0 };
const known = { verified: true, matches: 1 };

describe('capList', () => {
  const entries = (words: readonly string[]) => words.map((text, n) => ({ text, pointer: `/${n}` }));

  it('keeps the order, each text once, and says where each first stands', () => {
    const { kept, dropped } = capList(entries(['b', 'a', 'b', 'c', 'a']), 10);
    expect(kept).toEqual([
      { text: 'b', pointer: '/0' },
      { text: 'a', pointer: '/1' },
      { text: 'c', pointer: '/3' },
    ]);
    expect(dropped).toEqual([]);
  });

  it('takes out duplicates before it cuts, and does not count them as dropped', () => {
    const { kept, dropped } = capList(entries(['a', 'a', 'b', 'b', 'c', 'a', 'd', 'c']), 3);
    expect(texts(kept)).toEqual(['a', 'b', 'c']);
    expect(dropped).toEqual([{ text: 'd', pointer: '/6' }]);
  });

  it('compares texts exactly', () => {
    expect(texts(capList(entries(['Key', 'key', 'key ']), 10).kept)).toEqual(['Key', 'key', 'key ']);
  });

  it('loses nothing and invents nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abcdefghijklmno')), fc.integer({ min: 1, max: 12 }), (words, cap) => {
        const { kept, dropped } = capList(entries(words), cap);
        const unique = [...new Set(words)];
        expect(texts([...kept, ...dropped])).toEqual(unique);
        expect(kept).toHaveLength(Math.min(cap, unique.length));
        for (const { text, pointer } of [...kept, ...dropped])
          expect(words.indexOf(text)).toBe(Number(pointer.slice(1)));
      }),
    );
  });
});

describe('derivePermissions', () => {
  it('takes the requirements of all capabilities in order, up to ten', () => {
    const source = sourceValue({
      capabilities: [
        capability({ requires: numbered('a', 6) }),
        capability({ requires: ['a 5', ...numbered('b', 6)] }),
      ],
    });
    const { kept, dropped } = derivePermissions(source, unfragileAi);
    expect(texts(kept)).toEqual([...numbered('a', 6), ...numbered('b', 4)]);
    expect(placed(dropped)).toEqual([
      { text: 'b 4', pointer: '/capabilities/1/requires/5' },
      { text: 'b 5', pointer: '/capabilities/1/requires/6' },
    ]);
  });

  it('keeps exactly ten without dropping any', () => {
    const source = sourceValue({ capabilities: [capability({ requires: numbered('a', 10) })] });
    const { kept, dropped } = derivePermissions(source, unfragileAi);
    expect(kept).toHaveLength(10);
    expect(dropped).toEqual([]);
  });

  it("follows the registry's cap", () => {
    const source = sourceValue({ capabilities: [capability({ requires: numbered('a', 5) })] });
    const caps = { permissions: 2, failure_modes: 10 };
    expect(texts(derivePermissions(source, { ...unfragileAi, caps }).kept)).toEqual(['a 0', 'a 1']);
  });

  it('does not take limitations', () => {
    const source = sourceValue({ capabilities: [capability({ limitations: ['slow'] })] });
    expect(derivePermissions(source, unfragileAi).kept).toEqual([]);
  });
});

describe('deriveFailureModes', () => {
  it('takes declared failure modes first, then limitations', () => {
    const source = {
      ...sourceValue({ capabilities: [capability({ limitations: ['burns', 'slow'] })] }),
      failure_modes: ['smokes', 'slow'],
    };
    const { kept, dropped } = deriveFailureModes(source, known, unfragileAi);
    expect(placed(kept)).toEqual([
      { text: 'smokes', pointer: '/failure_modes/0' },
      { text: 'slow', pointer: '/failure_modes/1' },
      { text: 'burns', pointer: '/capabilities/0/limitations/0' },
    ]);
    expect(dropped).toEqual([]);
  });

  it.each([
    [{ verified: false, matches: 0 }, ['builder identity is not verified yet', 'no observed match outcomes yet']],
    [{ verified: true, matches: 0 }, ['no observed match outcomes yet']],
    [{ verified: false, matches: 3 }, ['builder identity is not verified yet']],
    [{ verified: true, matches: 3 }, []],
  ])('for %j adds the notes %j', (observed, notes) => {
    expect(deriveFailureModes(sourceValue(), observed, unfragileAi).notes).toEqual(notes);
  });

  it('adds the notes after the cap, not within it', () => {
    const source = sourceValue({ capabilities: [capability({ limitations: numbered('fails', 12) })] });
    const { kept, dropped, notes } = deriveFailureModes(source, unknown, unfragileAi);
    expect(texts(kept)).toEqual(numbered('fails', 10));
    expect(texts(dropped)).toEqual(['fails 10', 'fails 11']);
    expect(notes).toHaveLength(2);
  });

  it("uses the registry's own words", () => {
    const notes = { unverified: 'who made this is not known', unobserved: 'nobody asked for it' };
    expect(deriveFailureModes(sourceValue(), unknown, { ...unfragileAi, notes }).notes).toEqual(Object.values(notes));
  });
});
