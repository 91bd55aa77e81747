import { describe, expect, test } from 'vitest';
import { currentKey, keySet } from '../../src/keys/key-set.js';
import { keyId } from '../../src/keys/key-id.js';
import { TrustStore, windowPlace } from '../../src/keys/trust-store.js';
import { unhex } from '../bytes.js';
import { issuerKey } from '../fixtures/library-hours.js';
import { otherKey, rootKey, trustEntry } from '../verify/statements.js';

const time = (text: string): number => Date.parse(text);

describe('a trust store', () => {
  const store = new TrustStore([trustEntry(), trustEntry({ issuer: 'other.example' }, otherKey)]);

  test('finds a key by its exact bytes', () => {
    expect(store.find(issuerKey.publicKey)?.issuer).toBe('unfragile.ai');
    expect(store.find(Buffer.from(otherKey.publicKey))?.keyId).toBe(keyId(otherKey.publicKey));
    expect(store.find(rootKey.publicKey)).toBeUndefined();
    // The same point with the sign bit of x the other way is another key.
    const other = Uint8Array.from(issuerKey.publicKey);
    other[31] = (other[31] as number) ^ 0x80;
    expect(store.find(other)).toBeUndefined();
  });

  test('finds keys by the exact name of their issuer', () => {
    expect(store.ofIssuer('unfragile.ai')).toHaveLength(1);
    for (const name of ['Unfragile.ai', 'unfragile.ai ', 'unfragile', '', '__proto__']) {
      expect(store.ofIssuer(name)).toEqual([]);
    }
  });

  test.each<[string, Parameters<typeof trustEntry>[0], string]>([
    [
      'a key of small order',
      { public_key: Buffer.from(unhex(`01${'00'.repeat(31)}`)).toString('base64url') },
      'ERR_WEAK_KEY',
    ],
    ['a key of 31 bytes', { public_key: Buffer.alloc(31, 7).toString('base64url') }, 'ERR_INVALID_KEY'],
    ['another spelling', { public_key: `${trustEntry().public_key}=` }, 'ERR_INVALID_BASE64'],
    ['a time that is none', { not_before: '2026-02-31T00:00:00Z' }, 'ERR_INVALID_TIME'],
  ])('is not made of %s', (_, part, code) => {
    expect(() => new TrustStore([trustEntry(part)])).toThrow(expect.objectContaining({ code }) as Error);
  });

  test('is not made of a key with two entries', () => {
    const entries = [trustEntry(), trustEntry({ issuer: 'other.example' })];
    expect(() => new TrustStore(entries)).toThrow(expect.objectContaining({ code: 'ERR_USAGE' }) as Error);
  });
});

test('a window begins with its first moment and ends before its last', () => {
  const [key] = new TrustStore([
    trustEntry({ not_before: '2026-01-01T00:00:00Z', not_after: '2026-02-01T00:00:00+00:00'.replace('+00:00', 'Z') }),
  ]).keys;
  const place = (text: string): string => windowPlace(key as NonNullable<typeof key>, time(text));
  expect(place('2025-12-31T23:59:59.999Z')).toBe('before');
  expect(place('2026-01-01T00:00:00.000Z')).toBe('within');
  expect(place('2026-01-31T23:59:59.999Z')).toBe('within');
  expect(place('2026-02-01T00:00:00.000Z')).toBe('after');
  // What is no number is never within.
  expect(windowPlace(key as NonNullable<typeof key>, Number.NaN)).toBe('before');
});

describe('what a registry serves', () => {
  const store = new TrustStore([
    trustEntry({ not_before: '2026-01-01T00:00:00.001Z', not_after: '2026-02-01T00:00:00.999Z', status: 'retired' }),
    trustEntry({ not_before: '2026-02-01T00:00:00Z' }, otherKey),
    trustEntry({ not_before: '2026-03-01T00:00:00Z', issuer: 'other.example' }, rootKey),
  ]);

  test('is never wider than the trust file', () => {
    expect(keySet(store.keys).keys[0]).toMatchObject({
      kty: 'OKP',
      x: trustEntry().public_key,
      kid: keyId(issuerKey.publicKey),
      nbf: 1767225601,
      exp: 1769904000,
    });
  });

  test('has as its current key the active one that began last', () => {
    const current = (issuer: string | undefined, now: string): string | undefined =>
      currentKey(store, issuer, time(now))?.keyId;
    expect(current('unfragile.ai', '2026-01-15T00:00:00Z')).toBeUndefined();
    expect(current('unfragile.ai', '2026-03-15T00:00:00Z')).toBe(keyId(otherKey.publicKey));
    expect(current(undefined, '2026-03-15T00:00:00Z')).toBe(keyId(rootKey.publicKey));
    expect(current(undefined, '2026-02-15T00:00:00Z')).toBe(keyId(otherKey.publicKey));
  });
});
