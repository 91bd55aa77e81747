import { describe, expect, test } from 'vitest';
import { decodeJwk, publicJwk, secretJwk } from '../../src/keys/jwk.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { hex, seedOf } from '../bytes.js';
import { refusal } from './refusal.js';

const pair = new KeyPair(seedOf('a JWK'));
const other = new KeyPair(seedOf('another JWK'));
const open = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(pair.publicKey).toString('base64url') };
const secret = { ...open, d: Buffer.from(pair.secretKey).toString('base64url') };
const refused = (value: unknown, code?: string) =>
  refusal(() => decodeJwk(typeof value === 'string' ? value : JSON.stringify(value)), [pair.secretKey], code);

describe('a JWK', () => {
  test('is read as RFC 8037 appendix A has it', () => {
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    const d = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A';
    const { publicKey, pair: read } = decodeJwk(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', d, x }));
    expect(hex(publicKey)).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(hex(read?.secretKey ?? new Uint8Array())).toBe(
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    );
    expect(publicJwk(publicKey)).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      x,
      kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      use: 'sig',
      alg: 'EdDSA',
    });
  });

  test.each([
    ['a status', { status: 'compromised' }, 'status'],
    ['a status that is no text', { status: null }, 'status'],
    ['a compromise', { status: 'active', compromised_at: 1768867200 }, 'compromised_at'],
    ['an end', { exp: 1768867200 }, 'exp'],
    ['an end that is none', { exp: null }, 'exp'],
    ['a beginning', { nbf: 1735689600 }, 'nbf'],
    ['another coverage', { coverage: 'payload' }, 'coverage'],
  ])('that is limited by %s is not used without limits, alone or in a set', async (_, limit, name) => {
    for (const value of [{ ...open, ...limit }, { keys: [{ ...open, ...limit }] }]) {
      const error = await refused(value);
      expect(error.message).toContain(name);
      expect(error.hint).toContain('--trust');
    }
    // The one that can be used is: that is a choice of the set's owner.
    const x = Buffer.from(other.publicKey).toString('base64url');
    const set = {
      keys: [
        { ...open, ...limit },
        { ...open, x, status: 'active', nbf: 0, coverage: 'envelope' },
      ],
    };
    expect(hex(decodeJwk(JSON.stringify(set)).publicKey)).toBe(hex(other.publicKey));
  });

  test('round trips, with what others add to it', () => {
    for (const extra of [
      {},
      { kid: 'chosen', ext: true, use: 'sig', alg: 'Ed25519' },
      { key_ops: ['sign', 'verify'] },
    ]) {
      expect(decodeJwk(JSON.stringify({ ...publicJwk(pair.publicKey), ...extra })).pair).toBeUndefined();
      const read = decodeJwk(JSON.stringify({ ...secretJwk(pair), ...extra }));
      expect(hex(read.pair?.secretKey ?? new Uint8Array())).toBe(hex(pair.secretKey));
    }
  });

  test.each([
    ['another kind', { ...secret, kty: 'EC' }],
    ['another curve', { ...secret, crv: 'X25519' }],
    ['use enc', { ...secret, use: 'enc' }],
    ['a use that is no text', { ...secret, use: null }],
    ['another algorithm', { ...secret, alg: 'ES256' }],
    ['key_ops without sign', { ...secret, key_ops: ['verify'] }],
    ['key_ops without verify', { ...open, key_ops: ['encrypt'] }],
    ['key_ops that are no list', { ...secret, key_ops: 'sign' }],
    ['no x', { ...secret, x: undefined }],
    ['x of 31 bytes', { ...secret, x: secret.x.slice(0, 42) }],
    ['x in base64', { ...open, x: Buffer.from(pair.publicKey).toString('base64') }],
    ['x that is a list', { ...secret, x: [...pair.publicKey] }],
    ['d of 33 bytes', { ...secret, d: `${secret.d}A` }],
    ['d that is null', { ...secret, d: null }],
    ['a list', [secret]],
    ['a second d', `${JSON.stringify(secret).slice(0, -1)},"\\u0064":"${secret.d}"}`],
    ['cut short', JSON.stringify(secret).slice(0, -2)],
    ['something after it', `${JSON.stringify(secret)} x`],
  ])('%s is refused', async (_, value) => {
    await refused(value);
  });

  test('base64url with bits set that no byte has is refused', async () => {
    const last = secret.d.at(-1) as string;
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const next = digits[digits.indexOf(last) + 1] as string;
    await refused({ ...secret, d: secret.d.slice(0, -1) + next });
  });

  test('the public half of another key is refused, or it would sign in the name of another', async () => {
    const x = Buffer.from(other.publicKey).toString('base64url');
    expect((await refused({ ...secret, x })).message).toContain('does not belong');
  });

  test('a key of small order is refused', async () => {
    await refused(
      { ...open, x: Buffer.concat([Buffer.from([1]), Buffer.alloc(31)]).toString('base64url') },
      'ERR_WEAK_KEY',
    );
  });
});

describe('a JWK set', () => {
  const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };

  test('with one key for signatures is that key', () => {
    const keys = [rsa, { ...publicJwk(other.publicKey), use: 'enc' }, open];
    expect(hex(decodeJwk(JSON.stringify({ keys })).publicKey)).toBe(hex(pair.publicKey));
  });

  test.each([
    ['two', [open, publicJwk(other.publicKey)], /holds 2/],
    ['none', [rsa], /no Ed25519 key/],
    ['no list', 'keys', /no list/],
  ])('with %s is refused', async (_, keys, says) => {
    expect((await refused({ keys })).message).toMatch(says);
  });
});
