import { inspect, format } from 'node:util';
import { describe, expect, test } from 'vitest';
import { getPublicKey, sign, verify } from '../../src/keys/ed25519.js';
import { generateKeyPair, KeyPair } from '../../src/keys/key-pair.js';
import { hex, seedOf, utf8 } from '../bytes.js';
import { everythingShown, expectNoSecret } from '../secrecy.js';

const seed = seedOf('pair');
const message = utf8('the library is open');

describe('KeyPair', () => {
  test('has the public key of its seed, and signs with it', () => {
    const pair = new KeyPair(seed);
    expect(hex(pair.publicKey)).toBe(hex(getPublicKey(seed)));
    expect(hex(pair.secretKey)).toBe(hex(seed));
    expect(hex(pair.sign(message))).toBe(hex(sign(message, seed)));
    expect(verify(pair.sign(message), message, pair.publicKey)).toBe(true);
  });

  test.each([31, 33, 64, 0])('refuses a seed of %d bytes', (length) => {
    expect(() => new KeyPair(new Uint8Array(length))).toThrow(expect.objectContaining({ code: 'ERR_INVALID_KEY' }));
  });

  test.each([
    ['an array of bytes', (bytes: Uint8Array) => new Uint8Array(bytes)],
    ['a Buffer', (bytes: Uint8Array) => Buffer.from(bytes)],
  ])('does not depend on %s that it was made of', (_, make) => {
    const given = make(seed);
    const pair = new KeyPair(given);
    given.fill(0);
    expect(hex(pair.secretKey)).toBe(hex(seed));
    expect(hex(pair.sign(message))).toBe(hex(sign(message, seed)));
  });

  test('gives copies of its seed', () => {
    const pair = new KeyPair(Buffer.from(seed));
    pair.secretKey.fill(0);
    expect(hex(pair.secretKey)).toBe(hex(seed));
    expect(hex(pair.sign(message))).toBe(hex(sign(message, seed)));
  });

  test('shows its public key alone', () => {
    const pair = new KeyPair(seed);
    expect(everythingShown(pair)).toContain('publicKey');
    for (const shown of [
      everythingShown(pair),
      everythingShown({ nested: [pair] }),
      everythingShown(new Map([['pair', pair]])),
      inspect(pair, { showHidden: true, depth: 20, compact: false }),
      format('%s %o %O %j', pair, pair, pair, pair),
      JSON.stringify(structuredClone(pair)),
      JSON.stringify(Object.entries(pair)),
      JSON.stringify({ ...pair }),
    ]) {
      expectNoSecret(shown, seed);
    }
  });

  test('the check for secrets would see one', () => {
    for (const leak of [
      { seed },
      { seed: Buffer.from(seed) },
      { seed: hex(seed) },
      { seed: Buffer.from(seed).toString('base64') },
      new Error(`bad key ${Buffer.from(seed).toString('base64url')}`),
      new Error('bad key', { cause: new Error(hex(seed).toUpperCase()) }),
    ]) {
      expect(() => expectNoSecret(everythingShown(leak), seed)).toThrow();
    }
  });
});

test('generateKeyPair makes a new pair every time', () => {
  const pairs = Array.from({ length: 20 }, () => generateKeyPair());
  expect(new Set(pairs.map((pair) => hex(pair.publicKey))).size).toBe(20);
  for (const pair of pairs) expect(verify(pair.sign(message), message, pair.publicKey)).toBe(true);
});
