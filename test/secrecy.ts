import { inspect } from 'node:util';
import { expect } from 'vitest';
import { hex } from './bytes.js';

/** Everything that an error or a value can end up as in a log. */
export function everythingShown(value: unknown): string {
  const parts = [inspect(value, { depth: 10, showHidden: true, getters: false }), json(value)];
  if (value instanceof Error) {
    parts.push(String(value), value.message, value.stack ?? '', json(Object.getOwnPropertyDescriptors(value)));
    if (value.cause !== undefined) parts.push(everythingShown(value.cause));
  }
  return parts.join('\n');
}

/** No eight bytes of the seed in a row, in hex, as base64 at any alignment, or as a list of numbers. */
export function expectNoSecret(shown: string, seed: Uint8Array): void {
  const squeezed = shown.replace(/\s+/g, '');
  // The words are looked for without their case, as hex may have either.
  const lower = squeezed.toLowerCase();
  for (let at = 0; at + 8 <= seed.length; at++) {
    const part = seed.subarray(at, at + 8);
    expect(lower).not.toContain(hex(part));
    expect(squeezed).not.toContain([...part].join(','));
    expect(squeezed).not.toContain([...part.entries()].map(([i, byte]) => `"${at + i}":${byte}`).join(','));
    expect(squeezed).not.toContain([...part].map((byte) => String.fromCharCode(byte)).join(''));
  }
  for (const shift of [0, 1, 2]) {
    const base64 = Buffer.from(seed.subarray(shift)).toString('base64');
    for (let at = 0; at + 12 <= 40 - 4; at += 4) {
      expect(squeezed).not.toContain(base64.slice(at, at + 12));
      expect(squeezed).not.toContain(
        base64
          .slice(at, at + 12)
          .replaceAll('+', '-')
          .replaceAll('/', '_'),
      );
    }
  }
}

function json(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item)) ?? '';
}
