import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { giveForParcels, lineParcels, PLACE } from '../../src/node/line-parcels.js';

async function* chunked(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] as number;
    // A chunk is good until the next one is asked for.
    const chunk = bytes.slice(at, at + size);
    yield chunk;
    chunk.fill(0);
    await Promise.resolve();
    at += size;
  }
}

interface Line {
  readonly text: string | undefined;
  readonly line: number;
  readonly begin: number;
}

async function linesOf(bytes: Uint8Array, sizes: readonly number[], longest = 1 << 20): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const parcel of lineParcels(chunked(bytes, sizes), longest)) {
    for (let at = 0; at < parcel.places.length; at += PLACE) {
      const [start = 0, end = 0, line = 0, begin = 0] = parcel.places.subarray(at, at + PLACE);
      const text = end === -1 ? undefined : Buffer.from(parcel.bytes.subarray(start, end)).toString('latin1');
      lines.push({ text, line, begin });
    }
  }
  return lines;
}

describe('parcels of lines', () => {
  test('have the lines, their numbers and their places, whatever the chunks', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\t', '\r', '\n', '\n'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        async (whole, sizes) => {
          let begin = 0;
          const expected: Line[] = [];
          for (const [index, line] of whole.split('\n').entries()) {
            if (/[^ \t\r]/.test(line)) expected.push({ text: line.replace(/\r$/, ''), line: index + 1, begin });
            begin += line.length + 1;
          }
          expect(await linesOf(Buffer.from(whole), sizes)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('tell the place of a line that is too long, and go on', async () => {
    const lines = await linesOf(Buffer.from(`one\n${'x'.repeat(50)}\ntwo\n${'y'.repeat(11)}`), [7], 10);
    expect(lines.map(({ text, line }) => [text, line])).toEqual([
      ['one', 1],
      [undefined, 2],
      ['two', 3],
      [undefined, 4],
    ]);
  });

  test('are as many as it takes, none of them large', async () => {
    const bytes = Buffer.from('{}\n\n'.repeat(200_000));
    let [lines, largest, last] = [0, 0, 0];
    for await (const { bytes: own, places } of lineParcels(chunked(bytes, [1 << 16]), 1 << 22)) {
      lines += places.length / PLACE;
      largest = Math.max(largest, own.length);
      last = places.at(-2) as number;
    }
    expect([lines, last]).toEqual([200_000, 399_999]);
    expect(largest).toBeLessThanOrEqual(1 << 18);
  });

  test('have room for lines of every length', async () => {
    const texts = [1, 200_000, 5, 300_000, 1_000_000, 3].map((length, index) => String(index).repeat(length));
    const lines = await linesOf(Buffer.from(texts.join('\n')), [65_536], 4 << 20);
    expect(lines.map(({ text }) => text)).toEqual(texts);
  });

  test('take bytes that are given to them, whatever is in them, and look like all others', async () => {
    const given = Array.from({ length: 3 }, (_, index) => new Uint8Array((256 << 10) + 1000 * index).fill(0x0a));
    // What has been sent away, and what is too small or too large to keep.
    const sent = new Uint8Array(256 << 10);
    structuredClone(sent, { transfer: [sent.buffer] });
    for (const bytes of [...given, sent, new Uint8Array(10), new Uint8Array(1 << 20)]) giveForParcels(bytes);
    const taken = new Set<ArrayBuffer>();
    const texts = Array.from({ length: 50 }, (_, index) => String(index).repeat(9000));
    const found: string[] = [];
    for await (const { bytes, places } of lineParcels(chunked(Buffer.from(texts.join('\n')), [65_536]), 1 << 20)) {
      taken.add(bytes.buffer);
      expect(bytes.length).toBe(256 << 10);
      for (let at = 0; at < places.length; at += PLACE) {
        found.push(Buffer.from(bytes.subarray(places[at], places[at + 1])).toString('latin1'));
      }
    }
    expect(found).toEqual(texts);
    expect(given.map(({ buffer }) => taken.has(buffer))).toEqual([true, true, true]);
  });
});
