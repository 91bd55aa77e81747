import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLength } from '../../src/encoding/plain-number.js';

const short = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]) => digits / 10 ** places);
const value = fc.oneof(
  short,
  fc.double({ noNaN: true }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -0, 1e15, 1e-6, 1e-7),
);

test('tells the length of a number that is spelt as String spells it', () => {
  let told = 0;
  fc.assert(
    fc.property(value, fc.string({ maxLength: 3 }), fc.constantFrom(',', '}', ']', ''), (number, before, after) => {
      const written = String(number);
      const found = plainLength(`${before}${written}${after}`, before.length, number);
      if (found !== undefined) told++;
      expect([undefined, written.length]).toContain(found);
      const digits = written.replace(/\D/g, '').replace(/^0+/, '').length;
      const isPlain = !written.includes('e') && Number.isFinite(number) && digits <= 14;
      if (isPlain && written.length <= 15) expect(found).toBe(written.length);
    }),
    { numRuns: 50_000, seed: 1 },
  );
  expect(told).toBeGreaterThan(20_000);
});

test('tells nothing of any other text', () => {
  const units = ['0', '1', '5', '9', '.', '-', 'e', '+', ',', '00', '10', '25'] as const;
  const text = fc.array(fc.constantFrom(...units), { maxLength: 8 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.oneof(value, text.map(Number), text.map(Number.parseFloat)), (written, number) => {
      const found = plainLength(written, 0, number);
      if (found !== undefined) expect(written.slice(0, found)).toBe(String(number));
    }),
    { numRuns: 100_000, seed: 2 },
  );
});

test.each([
  ['9007199254740993', 9007199254740992],
  ['1000000000000000.5', 1000000000000000.5],
  ['0.30000000000000004', 0.1 + 0.2],
  ['5.', 5],
  ['.5', 0.5],
  ['00', 0],
  ['01', 1],
  ['-0', -0],
  ['1.50', 1.5],
  ['1e2', 100],
  ['0.0000001', 1e-7],
  ['', 0],
])('tells nothing of %j for %d', (text, number) => {
  expect(plainLength(text, 0, number)).toBeUndefined();
});
