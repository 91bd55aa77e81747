import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableJson, printableParts, quote } from '../../src/encoding/printable.js';

const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('printable text', () => {
  it.each<[string, number[]]>([
    ['C0 controls', between(0x00, 0x1f)],
    ['DEL and C1 controls', between(0x7f, 0x9f)],
    ['the soft hyphen', [0xad]],
    ['bidi marks', [0x61c, 0x200e, 0x200f]],
    ['bidi embeddings and overrides', between(0x202a, 0x202e)],
    ['bidi isolates', between(0x2066, 0x2069)],
    ['zero-width characters', [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x180e]],
    ['invisible operators', between(0x2061, 0x2064)],
    ['deprecated format characters', between(0x206a, 0x206f)],
    ['line and paragraph separators', [0x2028, 0x2029]],
    ['interlinear annotations', between(0xfff9, 0xfffb)],
    ['tag characters', between(0xe0000, 0xe007f)],
    ['lone surrogates', between(0xd800, 0xdfff)],
  ])('has no %s', (_name, points) => {
    for (const point of points) {
      const character = String.fromCodePoint(point);
      const written = point === 0x0a ? '\\n' : point === 0x09 ? '\\t' : `\\u{${point.toString(16)}}`;
      expect(printable(character)).toBe(written);
      expect(printable(`a${character}b${character}`)).toBe(`a${written}b${written}`);
    }
  });

  it('is left as it is otherwise', () => {
    const text = 'plain "text" \\ with é, e\u0301, ß, 漢字, العربية, עברית, हिन्दी, 😀, 🇪🇺, \u00a0 and \ufffd';
    expect(printable(text)).toBe(text);
  });

  it('shows an escape sequence instead of obeying it', () => {
    expect(printable('\u001b[2J\u001b]0;title\u0007\r\n::error::x')).toBe(
      '\\u{1b}[2J\\u{1b}]0;title\\u{7}\\u{d}\\n::error::x',
    );
  });

  it('holds no command that build services look for anywhere in a line', () => {
    expect(printable('a ##[error]b ##vso[task.x]c ###[group]d ##teamcity[e')).toBe(
      'a \\u{23}#[error]b \\u{23}#vso[task.x]c #\\u{23}#[group]d \\u{23}#teamcity[e',
    );
    expect(printable('## heading [a](b) # [x] ##')).toBe('## heading [a](b) # [x] ##');
    expect(printableJson(['##[error]'])).toBe('["\\u0023#[error]"]');
  });

  it('comes in stretches that make up the text', () => {
    expect(printableParts('a\tb##[c')).toEqual([
      { text: 'a', shown: 'a' },
      { text: '\t', shown: '\\t' },
      { text: 'b', shown: 'b' },
      { text: '#', shown: '\\u{23}' },
      { text: '#[c', shown: '#[c' },
    ]);
    fc.assert(
      fc.property(fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }), (text) => {
        const parts = printableParts(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.map((part) => part.shown).join('')).toBe(printable(text));
      }),
    );
  });

  it('is one line that nothing can act from, for random text', () => {
    const unit = fc.oneof(
      fc.nat({ max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
      fc.nat({ max: 0x2fff }).map((point) => String.fromCodePoint(point)),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const shown = printable(text);
        expect(shown).not.toMatch(/\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Bidi_Control}/u);
        expect(printable(shown)).toBe(shown);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a quoted value', () => {
  it('stands in quotes', () => {
    expect(quote('a')).toBe('"a"');
    expect(quote('')).toBe('""');
    expect(quote('a\nb')).toBe('"a\\nb"');
  });

  it('is shortened past the limit, with a sign of it', () => {
    expect(quote('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
    expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(59)}…"`);
    expect(quote('abcdef', 3)).toBe('"ab…"');
  });

  it('has no half of a character at the cut', () => {
    expect(quote('ab😀cd', 4).isWellFormed()).toBe(true);
  });
});
