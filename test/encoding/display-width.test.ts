import { describe, expect, it } from 'vitest';
import { displayWidth, graphemes } from '../../src/encoding/display-width.js';

describe('the columns of a text', () => {
  it.each([
    ['', 0],
    ['plain', 5],
    ['naïve', 5],
    ['e\u0301', 1],
    ['漢字', 4],
    ['ひらがなカタカナ', 16],
    ['ｶﾅ', 2],
    ['Ｗｉｄｅ', 8],
    ['한국어', 6],
    ['\u1112\u1161\u11ab', 2],
    ['、。「」', 8],
    ['\u{20000}\u{2a6d6}', 4],
    ['العربية', 7],
    ['עברית', 5],
    ['हिन्दी', 5],
    ['📚', 2],
    ['⌚', 2],
    ['☃', 1],
    ['☃\ufe0f', 2],
    ['🇪🇺', 2],
    ['🇪', 1],
    ['👍🏽', 2],
    ['1', 1],
    ['1\ufe0f\u20e3', 2],
    ['①②', 2],
    ['—…“”', 4],
  ])('of %j are %i', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  it('are those of its parts together', () => {
    expect(displayWidth('a漢📚e\u0301b')).toBe(7);
  });
});

describe('the characters of a text', () => {
  it('are what readers take for them', () => {
    expect(graphemes('ae\u0301漢🇪🇺👍🏽')).toEqual(['a', 'e\u0301', '漢', '🇪🇺', '👍🏽']);
    expect(graphemes('abc')).toEqual(['a', 'b', 'c']);
    expect(graphemes('')).toEqual([]);
  });
});
