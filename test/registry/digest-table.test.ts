import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/encoding/digest.js';
import { DigestTable } from '../../src/registry/digest-table.js';

/** Digests in a row, as many bytes behind the beginning. */
function digestsOf(numbers: readonly number[], before: number): Uint8Array {
  const bytes = new Uint8Array(before + numbers.length * 32);
  for (const [index, number] of numbers.entries())
    bytes.set(sha256(Uint8Array.of(number & 0xff, (number >> 8) & 0xff)), before + index * 32);
  return bytes;
}

test('the first number of a digest stays, however many others come', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 4000, size: 'max' }),
      fc.constantFrom(0, 3),
      (numbers, before) => {
        const table = new DigestTable(8);
        const known = new Map<number, number>();
        const digests = digestsOf(numbers, before);
        for (const [index, number] of numbers.entries()) {
          expect(table.add(digests, index, before + index * 32)).toBe(known.get(number));
          if (!known.has(number)) known.set(number, index);
        }
        expect(table.size).toBe(known.size);
        const shared = DigestTable.of(table.share());
        for (let number = 0; number < 5000; number += 7) {
          const digest = digestsOf([number], 0);
          expect(table.get(digest)).toBe(known.get(number));
          expect(shared.get(digest)).toBe(known.get(number));
        }
      },
    ),
    { numRuns: 20 },
  );
});

test('digests that begin alike are told apart', () => {
  const table = new DigestTable(8);
  const digests = Array.from({ length: 16 }, (_, byte) => {
    const digest = new Uint8Array(32);
    digest[byte] = 1;
    return digest;
  });
  for (const [index, digest] of digests.entries()) expect(table.add(digest, index)).toBeUndefined();
  for (const [index, digest] of digests.entries()) expect(table.get(digest)).toBe(index);
});
