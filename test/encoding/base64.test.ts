import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../src/encoding/base64.js';
import { PassportError } from '../../src/errors.js';

function refused(text: string): void {
  try {
    decodeBase64(text);
  } catch (error) {
    expect(error).toBeInstanceOf(PassportError);
    expect((error as PassportError).code).toBe('ERR_INVALID_BASE64');
    expect((error as PassportError).hint).toBeTruthy();
    return;
  }
  expect.fail(`accepted: ${JSON.stringify(text)}`);
}

describe('base64', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('%j is %j both ways (RFC 4648 section 10)', (plain, encoded) => {
    expect(encodeBase64(Buffer.from(plain))).toBe(encoded);
    expect(Buffer.from(decodeBase64(encoded)).toString()).toBe(plain);
  });

  it('holds every byte, in the standard alphabet', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
    expect(encodeBase64(Uint8Array.of(0xfb, 0xff))).toBe('+/8=');
  });

  it('gives back random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['no padding', 'Zg'],
    ['half of the padding', 'Zg='],
    ['too much padding', 'Zg==='],
    ['padding where none belongs', 'Zm9v===='],
    ['only padding', '===='],
    ['padding in the middle', 'Zg==Zg=='],
    ['one character', 'Z'],
    ['bits left over after one byte', 'Zh=='],
    ['bits left over after two bytes', 'Zm9='],
    ['a space before', ' Zg=='],
    ['a space within', 'Zm 9v'],
    ['a line break after', 'Zg==\n'],
    ['a line break within', 'Zm9v\nZm9v'],
    ['a tab', 'Zm9v\t'],
    ['the URL alphabet', '-_8='],
    ['a letter outside of ASCII', 'Zm9é'],
    ['a full-width letter', '\uff3am9v'],
    ['a null character', 'Zm9v\u0000'],
    ['something else', '****'],
  ])('refuses %s', (_name, text) => {
    refused(text);
  });

  it('takes one spelling only of what it decodes', () => {
    const character = fc.constantFrom(...'AQgwZm9v+/=-_ \n');
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 8 }), (text) => {
        const canonical = Buffer.from(text, 'base64').toString('base64') === text;
        if (canonical) expect(encodeBase64(decodeBase64(text))).toBe(text);
        else refused(text);
      }),
      { numRuns: 5_000 },
    );
  });
});
