import { createCipheriv, pbkdf2Sync, scryptSync } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { KeyPair } from '../../src/keys/key-pair.js';
import { encodePem } from '../../src/keys/pem.js';
import { encodeSecretKey } from '../../src/keys/pkcs8.js';
import { decryptPbes2 } from '../../src/node/pbes2.js';
import { hex, seedOf, utf8 } from '../bytes.js';
import { refusal } from '../keys/refusal.js';
import { describeWithOpenssl, openssl } from '../openssl.js';

const pair = new KeyPair(seedOf('encrypted PKCS#8'));
const passphrase = 'Vb5-harbour-X11-quartz-2m-violin';
const secrets = [pair.secretKey, utf8(passphrase)];
const unlock = { passphrase: () => Promise.resolve(passphrase) };
const [salt, iv] = [Buffer.alloc(16, 7), Buffer.alloc(16, 9)];

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const contents = Buffer.concat(parts);
  const { length } = contents;
  const header =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(header), contents]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (digits: string): Buffer => der(6, Buffer.from(digits, 'hex'));
const integer = (value: bigint | number): Buffer => {
  const digits = BigInt(value).toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return der(2, Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex'));
};

const AES_256 = '60864801650304012a';
const HMAC_SHA256 = sequence(oid('2a864886f70d0209'), der(5));
const pbkdf2 = (...more: readonly Uint8Array[]): Buffer =>
  sequence(oid('2a864886f70d01050c'), sequence(der(4, salt), ...more));
const scrypt = (...more: readonly Uint8Array[]): Buffer =>
  sequence(oid('2b06010401da47040b'), sequence(der(4, salt), ...more));

interface Scheme {
  readonly kdf: Uint8Array;
  readonly key?: Uint8Array;
  readonly cipher?: string;
  readonly iv?: Uint8Array;
  readonly data?: Uint8Array;
}

/** An encrypted PKCS#8 PEM as RFC 8018 has it. */
function text({ kdf, key = Buffer.alloc(32), cipher = AES_256, iv: given = iv, data }: Scheme): string {
  const plain = Buffer.from(encodeSecretKey(pair.secretKey).split('\n')[1] as string, 'base64');
  const encrypt = createCipheriv('aes-256-cbc', key, iv);
  const encrypted = data ?? Buffer.concat([encrypt.update(plain), encrypt.final()]);
  const scheme = sequence(oid('2a864886f70d01050d'), sequence(kdf, sequence(oid(cipher), der(4, given))));
  return encodePem('ENCRYPTED PRIVATE KEY', sequence(scheme, der(4, encrypted)));
}

const sha256 = (iterations: number): Buffer => pbkdf2Sync(passphrase, salt, iterations, 32, 'sha256');

describe('what is read', () => {
  test.each([
    ['PBKDF2 with SHA-256', { kdf: pbkdf2(integer(2048), HMAC_SHA256), key: sha256(2048) }],
    ['PBKDF2 with its key length', { kdf: pbkdf2(integer(1000), integer(32), HMAC_SHA256), key: sha256(1000) }],
    [
      'PBKDF2 with SHA-1, which needs not be named',
      { kdf: pbkdf2(integer(1000)), key: pbkdf2Sync(passphrase, salt, 1000, 32, 'sha1') },
    ],
    [
      'scrypt',
      {
        kdf: scrypt(integer(4096), integer(8), integer(1)),
        key: scryptSync(passphrase, salt, 32, { N: 4096, r: 8, p: 1 }),
      },
    ],
  ])('%s', async (_, scheme) => {
    const read = await decryptPbes2(text(scheme), 'f', unlock);
    expect(hex(read.secretKey)).toBe(hex(pair.secretKey));
  });
});

describe('costs are refused before anybody is asked', () => {
  test.each([
    ['one iteration', pbkdf2(integer(1), HMAC_SHA256)],
    ['999 iterations', pbkdf2(integer(999), HMAC_SHA256)],
    ['10,000,001 iterations', pbkdf2(integer(10_000_001), HMAC_SHA256)],
    ['2^31 iterations', pbkdf2(integer(2 ** 31), HMAC_SHA256)],
    ['2^2000 iterations', pbkdf2(integer(1n << 2000n), HMAC_SHA256)],
    ['a negative number of iterations', pbkdf2(der(2, Buffer.from([0xff])), HMAC_SHA256)],
    ['scrypt with N = 2', scrypt(integer(2), integer(8), integer(1))],
    ['scrypt with N = 2^21', scrypt(integer(2 ** 21), integer(8), integer(1))],
    ['scrypt with p = 2^20', scrypt(integer(2 ** 14), integer(8), integer(2 ** 20))],
    ['scrypt with r = 2^30', scrypt(integer(2), integer(2 ** 30), integer(1))],
    ['scrypt with 2^1000 for each', scrypt(integer(1n << 1000n), integer(1n << 1000n), integer(1n << 1000n))],
    ['scrypt with N = 3·2^13', scrypt(integer(3 * 2 ** 13), integer(8), integer(1))],
    ['scrypt with N = 2, p = 2^22', scrypt(integer(2), integer(1), integer(2 ** 22))],
    ['scrypt with N = 2, r = 2^22', scrypt(integer(2), integer(2 ** 22), integer(1))],
    ['scrypt with N = 2^16 for r = 1, which is none', scrypt(integer(2 ** 16), integer(1), integer(1))],
    ['scrypt with r = 0', scrypt(integer(2 ** 14), integer(0), integer(1))],
  ])('%s', async (_, kdf) => {
    const ask = vi.fn(() => Promise.resolve(passphrase));
    await refusal(() => decryptPbes2(text({ kdf }), 'f', { passphrase: ask }), secrets);
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('what is refused', () => {
  const kdf = pbkdf2(integer(1000), HMAC_SHA256);
  test.each<readonly [string, Scheme]>([
    ['an unknown derivation', { kdf: sequence(oid('2a864886f70d0105'), sequence(der(4, salt), integer(1000))) }],
    ['an unknown hash', { kdf: pbkdf2(integer(1000), sequence(oid('2a864886f70d0206'), der(5))) }],
    ['another key length', { kdf: pbkdf2(integer(1000), integer(16), HMAC_SHA256) }],
    ['something after the parameters', { kdf: pbkdf2(integer(1000), HMAC_SHA256, der(5)) }],
    ['a cipher without secrets', { kdf, cipher: '2a03' }],
    ['an IV of 15 bytes', { kdf, iv: iv.subarray(1) }],
    ['nothing encrypted', { kdf, data: Buffer.alloc(0) }],
    ['a time that is none in the place of the parameters', { kdf: der(24, utf8('2026-99-99')) }],
    ['a time that is none among them', { kdf: pbkdf2(integer(1000), der(24, utf8('x'))) }],
    ['a part of a block', { kdf, data: Buffer.alloc(17) }],
  ])('%s', async (_, scheme) => {
    const ask = vi.fn(() => Promise.resolve(passphrase));
    await refusal(() => decryptPbes2(text(scheme), 'f', { passphrase: ask }), secrets);
    expect(ask).not.toHaveBeenCalled();
  });

  test('a wrong passphrase, whatever comes out of it', async () => {
    const good = text({ kdf, key: sha256(1000) });
    // One in 256 looks padded.
    for (let i = 0; i < 400; i++) {
      const wrong = { passphrase: () => Promise.resolve(`wrong ${i}`) };
      const { message } = await refusal(() => decryptPbes2(good, 'f', wrong), [pair.secretKey], 'ERR_PASSPHRASE');
      expect(message).toBe('wrong passphrase or damaged file');
    }
  });

  test('every byte of it, changed or cut off: none of the parameters is taken for another, and no other error comes', async () => {
    const good = text({ kdf, key: sha256(1000) });
    const bytes = Buffer.from(good.split('\n').slice(1, -2).join(''), 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      for (const each of [changed, bytes.subarray(0, at)]) {
        const result = await decryptPbes2(encodePem('ENCRYPTED PRIVATE KEY', each), 'f', unlock).catch(
          (error: unknown) => error,
        );
        // CBC protects nothing from change: where the seed itself is changed, nobody can see it.
        if (result instanceof KeyPair) expect(at).toBeGreaterThanOrEqual(bytes.length - 64);
        else expect(result).toMatchObject({ name: 'PassportError' });
      }
    }
  });

  test('100,000 levels', async () => {
    await refusal(
      () => decryptPbes2(encodePem('ENCRYPTED PRIVATE KEY', Buffer.alloc(6000, 0x30)), 'f', unlock),
      secrets,
    );
    await refusal(
      () => decryptPbes2(encodePem('ENCRYPTED PRIVATE KEY', Buffer.from('3080'.repeat(3000), 'hex')), 'f', unlock),
      secrets,
    );
  });
});

describeWithOpenssl('openssl', () => {
  const plain = encodeSecretKey(pair.secretKey);
  test.each([
    ['by default', []],
    ['with scrypt', ['-scrypt']],
    ['with AES-128', ['-v2', 'aes-128-cbc']],
    ['with AES-192', ['-v2', 'aes-192-cbc']],
    ['with 3DES', ['-v2', 'des3']],
    ['with SHA-512', ['-v2prf', 'hmacWithSHA512', '-iter', '5000']],
    ['with SHA-1', ['-v2prf', 'hmacWithSHA1']],
  ])('what it encrypts %s is read', async (_, args) => {
    const encrypted = openssl(['pkcs8', '-topk8', '-passout', `pass:${passphrase}`, ...args], plain);
    expect(hex((await decryptPbes2(encrypted, 'f', unlock)).secretKey)).toBe(hex(pair.secretKey));
  });

  test('what it encrypts in the old way is refused with the way out', async () => {
    const encrypted = openssl(['pkcs8', '-topk8', '-passout', `pass:${passphrase}`, '-v1', 'PBE-SHA1-3DES'], plain);
    const { hint } = await refusal(() => decryptPbes2(encrypted, 'f', unlock), secrets);
    expect(hint).toContain('openssl pkcs8 -topk8');
  });

  test('ours of the tests are its own', () => {
    const kdf = pbkdf2(integer(1000), HMAC_SHA256);
    expect(openssl(['pkey', '-passin', `pass:${passphrase}`], text({ kdf, key: sha256(1000) }))).toBe(plain);
  });
});
