import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StemFinder } from '../../src/encoding/stem-finder.js';

const stem = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', ' ', '-', '\u2014', '\u56f3', '\u00e9'),
  minLength: 1,
  maxLength: 5,
});
const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    'A',
    'B',
    'c',
    ' ',
    '-',
    '\u2014',
    '\u00e9',
    '\u56f3',
    '\u2027',
    '\ud83d\ude00',
    '\0',
  ),
  maxLength: 30,
});

test('finds the lists of which a text has a stem, text after text', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(fc.array(stem, { maxLength: 6 }), { maxLength: 8 }), fc.array(text), (lists, texts) => {
      const finder = new StemFinder(lists);
      for (const one of texts) {
        const folded = one.replaceAll('A', 'a').replaceAll('B', 'b');
        const expected = lists.map((list) => list.some((each) => folded.includes(each)));
        expect(finder.search(one)).toBe(expected.includes(true));
        expect(lists.map((_, number) => finder.has(number))).toEqual(expected);
        if (expected.includes(true)) found++;
      }
    }),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(2000);
});

test('finds stems within one another', () => {
  const finder = new StemFinder([['he'], ['she', 'xyz'], ['hers'], ['is her'], ['r']]);
  expect(finder.search('ushers')).toBe(true);
  expect([0, 1, 2, 3, 4].map((list) => finder.has(list))).toEqual([true, true, true, false, true]);
  expect(finder.search('HIS HE')).toBe(true);
  expect([0, 1, 2, 3, 4].map((list) => finder.has(list))).toEqual([true, false, false, false, false]);
  expect(finder.search('')).toBe(false);
  expect(new StemFinder([]).search('he')).toBe(false);
});

test('finds stems of letters beyond ASCII', () => {
  const finder = new StemFinder([['\u7121\u8996', '\u0430\u0442'], ['a'], ['x\uff5c']]);
  for (const text of [
    '\u7121\u8996',
    '\u0430\u0442',
    'b\u0430\u0442',
    '\u7121\u8996a',
    'ax\uff5c',
    '\u7121',
    'x\u2014',
  ]) {
    expect(finder.search(text)).toBe(!['\u7121', 'x\u2014'].includes(text));
    expect(finder.has(0)).toBe(/\u7121\u8996|\u0430\u0442/.test(text));
    expect(finder.has(1)).toBe(text.includes('a'));
    expect(finder.has(2)).toBe(text.includes('\uff5c'));
  }
});
