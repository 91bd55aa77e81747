import { describe, expect, test } from 'vitest';
import { encodeDidKey } from '../../src/keys/did-key.js';
import { publicJwk, secretJwk } from '../../src/keys/jwk.js';
import { keyFormOf } from '../../src/keys/key-form.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { parsePublicKey, parseSecretKey } from '../../src/keys/key-text.js';
import { decodePrivateKeyInfo, decodeSecretKey, encodeSecretKey } from '../../src/keys/pkcs8.js';
import { encodePublicKey } from '../../src/keys/spki.js';
import { hex, seedOf, unhex } from '../bytes.js';
import { refusal } from './refusal.js';

const pair = new KeyPair(seedOf('in any form'));
const base64 = (bytes: Uint8Array, kind: BufferEncoding): string => Buffer.from(bytes).toString(kind);
const publicForms: ReadonlyArray<readonly [string, string]> = [
  ['SPKI PEM', encodePublicKey(pair.publicKey)],
  ['JWK', JSON.stringify(publicJwk(pair.publicKey))],
  ['a JWK set', JSON.stringify({ keys: [publicJwk(pair.publicKey)] })],
  [
    'a JWK set with the PEM beside it',
    JSON.stringify({ keys: [publicJwk(pair.publicKey)], current: { pem: encodePublicKey(pair.publicKey) } }),
  ],
  ['did:key', encodeDidKey(pair.publicKey)],
];
const secretForms: ReadonlyArray<readonly [string, string]> = [
  ['PKCS#8 PEM', encodeSecretKey(pair.secretKey)],
  ['JWK with d', JSON.stringify(secretJwk(pair))],
];
const raw = (key: Uint8Array): ReadonlyArray<readonly [string, string]> => [
  ['hex', hex(key)],
  ['HEX', `${hex(key).toUpperCase()}\n`],
  ['base64', `${base64(key, 'base64')}\r\n`],
  ['base64url', ` ${base64(key, 'base64url')}`],
];

describe('a public key', () => {
  test.each([...publicForms, ...raw(pair.publicKey)])('in %s', (_, text) => {
    expect(hex(parsePublicKey(text))).toBe(hex(pair.publicKey));
  });

  test.each(secretForms)('is not taken out of a secret one in %s', async (_, text) => {
    const { message, hint } = await refusal(() => parsePublicKey(text), [pair.secretKey]);
    expect(message).toContain('expected a public key, but the file holds a secret key');
    expect(hint).toContain('keep the secret key to yourself');
  });

  test('of small order is refused bare as well', async () => {
    await refusal(() => parsePublicKey('01'.padEnd(64, '0')), [], 'ERR_WEAK_KEY');
  });
});

describe('a secret key', () => {
  test.each([...secretForms, ...raw(pair.secretKey)])('in %s', (_, text) => {
    expect(hex(parseSecretKey(text).secretKey)).toBe(hex(pair.secretKey));
  });

  test.each(publicForms)('is not a public one in %s', async (_, text) => {
    expect((await refusal(() => parseSecretKey(text), [])).message).toContain('the file holds a public key');
  });
});

describe('what is no key is refused, without being shown', () => {
  const text = hex(pair.secretKey);
  test.each([
    ['a digit of hex too few', text.slice(1)],
    ['a digit of hex too many', `${text}0`],
    ['two lines', `${text}\n${text}`],
    [
      'base64 without its padding',
      base64(pair.secretKey, 'base64').slice(0, -1).replace(/[-_]/g, '+').replace(/^./, '+'),
    ],
    ['base64 with bits that no byte has', base64(pair.secretKey, 'base64').replace(/.=$/, 'B=')],
    ['an age identity', 'AGE-SECRET-KEY-1QQPQQPQQPQQPQQPQQPQQPQQPQQPQQPQQPQQPQQPQQPQQPQQPQQPQQPQQPQ'],
    ['an encrypted key', encodeSecretKey(pair.secretKey).replaceAll('PRIVATE', 'ENCRYPTED PRIVATE')],
    ['nothing', ''],
  ])('%s', async (_, wrong) => {
    await refusal(() => parseSecretKey(wrong), [pair.secretKey]);
    await refusal(() => parsePublicKey(wrong), [pair.secretKey]);
  });

  test('a name in a PEM frame cannot act on a terminal', () => {
    expect(keyFormOf('-----BEGIN \u001b[2J KEY-----')).toBe('unknown');
  });
});

describe('PKCS#8 with attributes (RFC 5958)', () => {
  // RFC 8410 section 10.3.
  const example =
    '-----BEGIN PRIVATE KEY-----\nMHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n' +
    'oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB\nZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PRIVATE KEY-----\n';
  const der = new Uint8Array(Buffer.from(example.split('\n').slice(1, -2).join(''), 'base64'));

  test('is read', () => {
    expect(hex(decodeSecretKey(example).publicKey)).toBe(
      '19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1',
    );
  });

  test('is read without the public key, as version 0', () => {
    const attributes = 'a01f301d060a2a864886f70d01090914310f0c0d437572646c6520436861697273';
    const text = unhex(`304f020100300506032b657004220420${hex(pair.secretKey)}${attributes}`);
    expect(hex(decodePrivateKeyInfo(text).secretKey)).toBe(hex(pair.secretKey));
  });

  test('every byte of its frame, changed, is refused or changes nothing but the attributes', async () => {
    for (let at = 0; at < der.length; at++) {
      for (const bit of [1, 0x80]) {
        const changed = Uint8Array.from(der);
        changed[at] = (changed[at] as number) ^ bit;
        // The attributes' contents are nobody's business; everything else is, the seed too, whose public key is there.
        if (at >= 50 && at < 81) expect(hex(decodePrivateKeyInfo(changed).secretKey)).toBe(hex(der.subarray(16, 48)));
        else await refusal(() => decodePrivateKeyInfo(changed), []);
      }
    }
    for (let end = 0; end < der.length; end++) await refusal(() => decodePrivateKeyInfo(der.subarray(0, end)), []);
  });

  test('a length that is not the shortest is refused', async () => {
    const long = unhex(`30812e020100300506032b657004220420${hex(pair.secretKey)}`);
    await refusal(() => decodePrivateKeyInfo(long), [pair.secretKey]);
  });
});
