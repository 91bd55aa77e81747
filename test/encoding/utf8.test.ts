import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, firstInvalidUtf8 } from '../../src/encoding/utf8.js';

// Bytes at the borders of the ranges of RFC 3629 section 4, so that nearly well-formed sequences are common.
const byte = fc.constantFrom(
  ...[0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee],
  ...[0xef, 0xbb, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xfc, 0xfe, 0xff],
);
const bytes = fc.array(byte, { maxLength: 12 }).map((list) => Uint8Array.from(list));

describe('UTF-8', () => {
  it('is decoded where it is well-formed, and only there', () => {
    let counts = { good: 0, bad: 0 };
    fc.assert(
      fc.property(bytes, (input) => {
        const text = decodeUtf8(input);
        if (isUtf8(input)) {
          counts = { ...counts, good: counts.good + 1 };
          expect(text).toBe(Buffer.from(input).toString('utf8'));
          expect(encodeUtf8(text as string)).toEqual(input);
        } else {
          counts = { ...counts, bad: counts.bad + 1 };
          expect(text).toBeUndefined();
        }
      }),
      { numRuns: 10_000 },
    );
    expect(counts.good).toBeGreaterThan(500);
    expect(counts.bad).toBeGreaterThan(500);
  });

  it('is decoded again after a refusal', () => {
    expect(decodeUtf8(Uint8Array.of(0xf0, 0x9f))).toBeUndefined();
    expect(decodeUtf8(Uint8Array.of(0x98, 0x80))).toBeUndefined();
    expect(decodeUtf8(encodeUtf8('é😀'))).toBe('é😀');
  });

  it('keeps a byte order mark', () => {
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
    expect(firstInvalidUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0xff))).toEqual({ before: '\ufeff', byteOffset: 3 });
  });

  it('gives every character of Unicode back', () => {
    let text = '';
    for (let point = 0; point <= 0x10ffff; point += point < 0x3000 ? 1 : 61) {
      if (point < 0xd800 || point > 0xdfff) text += String.fromCodePoint(point);
    }
    expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });
});

describe('the first bad byte', () => {
  it.each<[string, number[], number, string]>([
    ['the only one', [0xff], 0, ''],
    ['the last one', [0x61, 0xff], 1, 'a'],
    ['the first of two', [0x61, 0xff, 0x62, 0xff], 1, 'a'],
    ['the start of a sequence that is cut', [0x61, 0xf0, 0x9f, 0x98], 1, 'a'],
    ['the start of a sequence that goes wrong', [0xc3, 0xa9, 0xf0, 0x9f, 0x28, 0x61], 2, 'é'],
    ['the start of an encoded surrogate', [0x61, 0xed, 0xa0, 0x80], 1, 'a'],
    ['the byte after a whole sequence', [0xf0, 0x9f, 0x98, 0x80, 0x80], 4, '😀'],
  ])('is %s', (_name, input, byteOffset, before) => {
    expect(firstInvalidUtf8(Uint8Array.from(input))).toEqual({ before, byteOffset });
  });

  it('ends the longest well-formed beginning, in random bytes', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        fc.pre(!isUtf8(input));
        let longest = input.length;
        while (!isUtf8(input.subarray(0, longest))) longest--;
        const before = Buffer.from(input.subarray(0, longest)).toString('utf8');
        expect(firstInvalidUtf8(input)).toEqual({ before, byteOffset: longest });
      }),
      { numRuns: 5_000 },
    );
  });
});
