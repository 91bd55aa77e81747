import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PassportError } from '../../src/errors.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { decodeSecretKey, encodeSecretKey } from '../../src/keys/pkcs8.js';
import { decodePublicKey, encodePublicKey } from '../../src/keys/spki.js';
import { hex, seedOf, unhex } from '../bytes.js';
import { describeWithOpenssl, openssl } from '../openssl.js';
import { everythingShown, expectNoSecret } from '../secrecy.js';
import { temporaryDirectories } from '../temporary.js';

const directory = temporaryDirectories();
const pair = new KeyPair(seedOf('in a file'));
const secretText = encodeSecretKey(pair.secretKey);
const publicText = encodePublicKey(pair.publicKey);

function pem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** OneAsymmetricKey with its public half (RFC 5958, RFC 8410 section 7), `version` 1. */
function versionTwo(seed: Uint8Array, publicKey: Uint8Array): Uint8Array {
  return unhex(`3051020101300506032b657004220420${hex(seed)}812100${hex(publicKey)}`);
}

/** The error of a text, which must be of this code and must not hold the secret. */
function refusal(decode: (text: string) => unknown, text: string, code = 'ERR_INVALID_KEY'): PassportError {
  let result: unknown;
  try {
    result = decode(text);
  } catch (error) {
    expect(error).toBeInstanceOf(PassportError);
    expect((error as PassportError).code).toBe(code);
    expectNoSecret(everythingShown(error), pair.secretKey);
    return error as PassportError;
  }
  throw new Error(`taken as a key: ${String(result)}`);
}

describe('PEM', () => {
  test('round trips', () => {
    for (let i = 0; i < 50; i++) {
      const other = new KeyPair(seedOf(`round trip ${i}`));
      expect(hex(decodeSecretKey(encodeSecretKey(other.secretKey)).secretKey)).toBe(hex(other.secretKey));
      expect(hex(decodeSecretKey(encodeSecretKey(other.secretKey)).publicKey)).toBe(hex(other.publicKey));
      expect(hex(decodePublicKey(encodePublicKey(other.publicKey)))).toBe(hex(other.publicKey));
    }
  });

  test('is the form of RFC 7468', () => {
    expect(secretText).toMatch(/^-----BEGIN PRIVATE KEY-----\n[A-Za-z0-9+/=]{64}\n-----END PRIVATE KEY-----\n$/);
    expect(publicText).toMatch(/^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=]{60}\n-----END PUBLIC KEY-----\n$/);
  });

  test('is read with other line ends, line lengths and space around it', () => {
    for (const text of [
      secretText.replaceAll('\n', '\r\n'),
      secretText.trimEnd(),
      `\n\n  ${secretText}\n \n`,
      secretText.replace(/(.{20})(.{20})(.{24})\n-----END/, '$1\n$2\n$3\n-----END'),
    ]) {
      expect(hex(decodeSecretKey(text).secretKey)).toBe(hex(pair.secretKey));
    }
  });

  test('a secret key with its public half (PKCS#8 version 2)', () => {
    const text = pem('PRIVATE KEY', versionTwo(pair.secretKey, pair.publicKey));
    expect(hex(decodeSecretKey(text).secretKey)).toBe(hex(pair.secretKey));
  });

  test('the public half of another key is refused, or it would sign in the name of another', () => {
    const other = new KeyPair(seedOf('another')).publicKey;
    const error = refusal(decodeSecretKey, pem('PRIVATE KEY', versionTwo(pair.secretKey, other)));
    expect(error.message).toContain('does not belong');
    for (let bit = 0; bit < 256; bit += 5) {
      const changed = pair.publicKey.slice();
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      refusal(decodeSecretKey, pem('PRIVATE KEY', versionTwo(pair.secretKey, changed)));
    }
  });
});

describe('what is refused', () => {
  test.each([
    ['PUBLIC KEY', 'a public key'],
    ['ENCRYPTED PRIVATE KEY', 'an encrypted secret key'],
    ['OPENSSH PRIVATE KEY', 'an OpenSSH secret key'],
    ['CERTIFICATE', 'a certificate'],
    ['EC PRIVATE KEY', '"EC PRIVATE KEY"'],
    ['RSA PRIVATE KEY', '"RSA PRIVATE KEY"'],
  ])('the label %s where a secret key is expected', (label, found) => {
    const error = refusal(decodeSecretKey, secretText.replaceAll('PRIVATE KEY', label));
    expect(error.message).toContain(found);
    expect(error.hint).toBeTruthy();
  });

  test.each([
    ['PRIVATE KEY', 'a secret key'],
    ['CERTIFICATE', 'a certificate'],
    ['RSA PUBLIC KEY', '"RSA PUBLIC KEY"'],
  ])('the label %s where a public key is expected', (label, found) => {
    const error = refusal(decodePublicKey, publicText.replaceAll('PUBLIC KEY', label));
    expect(error.message).toContain(found);
    expect(error.hint).toBeTruthy();
  });

  test('a whole secret key where a public one is expected, and the other way about', () => {
    expect(refusal(decodePublicKey, secretText).message).toContain('a secret key');
    expect(refusal(decodeSecretKey, publicText).message).toContain('a public key');
  });

  const body = (secretText.split('\n') as [string, string])[1];
  test.each([
    ['a character that is not base64', secretText.replace(body, `*${body.slice(1)}`)],
    ['a character too few', secretText.replace(body, body.slice(1))],
    ['four characters too few', secretText.replace(body, body.slice(4))],
    ['four characters too many', secretText.replace(body, `${body}AAAA`)],
    ['padding too much', secretText.replace(body, `${body}=`)],
    ['padding inside', secretText.replace(body, `${body.slice(0, 30)}=${body.slice(31)}`)],
    ['a space inside', secretText.replace(body, `${body.slice(0, 30)} ${body.slice(30)}`)],
    ['base64url', secretText.replace(body, `${body.slice(0, 40)}-_${body.slice(42)}`)],
    ['no text between the lines', secretText.replace(`${body}\n`, '')],
    ['no last line', secretText.slice(0, secretText.indexOf('-----END'))],
    ['no first line', secretText.slice(secretText.indexOf('\n') + 1)],
    ['lines that do not match', secretText.replace('END PRIVATE', 'END PUBLIC')],
    ['something after it', `${secretText}\nand more`],
    ['something before it', `my key:\n${secretText}`],
    ['a second key after it', secretText + secretText],
    ['a NUL after it', `${secretText}\0`],
    ['headers as OpenSSL once wrote them', secretText.replace('\n', '\nProc-Type: 4,ENCRYPTED\n\n')],
    ['the bare base64', body],
    ['hex', hex(pair.secretKey)],
    ['nothing', ''],
    ['a long text', `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(100_000)}\n-----END PRIVATE KEY-----\n`],
  ])('%s', (_, text) => {
    refusal(decodeSecretKey, text);
  });

  test('every byte of the secret key’s frame, changed, cut off or added to', () => {
    const bytes = Buffer.from(body, 'base64');
    for (let at = 0; at < 16; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      refusal(decodeSecretKey, pem('PRIVATE KEY', changed));
    }
    refusal(decodeSecretKey, pem('PRIVATE KEY', bytes.subarray(0, 47)));
    refusal(decodeSecretKey, pem('PRIVATE KEY', Buffer.concat([bytes, Buffer.alloc(1)])));
    refusal(decodeSecretKey, pem('PRIVATE KEY', pair.secretKey));
    const two = versionTwo(pair.secretKey, pair.publicKey);
    for (const at of [...Array(16).keys(), 48, 49, 50]) {
      const changed = Uint8Array.from(two);
      changed[at] = (changed[at] as number) ^ 1;
      refusal(decodeSecretKey, pem('PRIVATE KEY', changed));
    }
    refusal(decodeSecretKey, pem('PRIVATE KEY', two.subarray(0, 82)));
    refusal(decodeSecretKey, pem('PRIVATE KEY', Buffer.concat([two, Buffer.alloc(1)])));
  });

  test('every byte of the public key’s frame, changed, cut off or added to', () => {
    const bytes = unhex(`302a300506032b6570032100${hex(pair.publicKey)}`);
    expect(hex(decodePublicKey(pem('PUBLIC KEY', bytes)))).toBe(hex(pair.publicKey));
    for (let at = 0; at < 12; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      refusal(decodePublicKey, pem('PUBLIC KEY', changed));
    }
    refusal(decodePublicKey, pem('PUBLIC KEY', bytes.subarray(0, 43)));
    refusal(decodePublicKey, pem('PUBLIC KEY', Buffer.concat([bytes, Buffer.alloc(1)])));
    refusal(decodePublicKey, pem('PUBLIC KEY', pair.publicKey));
  });

  test('base64 with bits set that no byte has', () => {
    // 44 bytes leave four bits unused in the last digit, which must be zero (RFC 4648 section 3.5).
    const last = publicText.indexOf('=\n') - 1;
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const next = digits[digits.indexOf(publicText[last] as string) + 1] as string;
    const text = publicText.slice(0, last) + next + publicText.slice(last + 1);
    expect(Buffer.from(text.split('\n')[1] as string, 'base64').subarray(12)).toEqual(Buffer.from(pair.publicKey));
    expect(refusal(decodePublicKey, text).message).toContain('not canonical base64');
  });

  test('public keys under which forgeries verify', () => {
    const weak = [
      `${'00'.repeat(32)}`,
      `01${'00'.repeat(31)}`,
      `01${'00'.repeat(30)}80`,
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
      `ee${'ff'.repeat(30)}7f`,
    ];
    for (const key of weak) {
      refusal(decodePublicKey, pem('PUBLIC KEY', unhex(`302a300506032b6570032100${key}`)), 'ERR_WEAK_KEY');
    }
  });

  test('a public key that is not the canonical encoding of a point', () => {
    refusal(decodePublicKey, pem('PUBLIC KEY', unhex(`302a300506032b6570032100f0${'ff'.repeat(31)}`)));
  });
});

describe('what cannot be written', () => {
  test.each([0, 31, 33, 64])('a key of %d bytes', (length) => {
    const code = 'ERR_INVALID_KEY';
    expect(() => encodeSecretKey(new Uint8Array(length))).toThrow(expect.objectContaining({ code }));
    expect(() => encodePublicKey(new Uint8Array(length))).toThrow(expect.objectContaining({ code }));
  });

  test('a public key of small order', () => {
    const key = unhex(`01${'00'.repeat(31)}`);
    expect(() => encodePublicKey(key)).toThrow(expect.objectContaining({ code: 'ERR_WEAK_KEY' }));
  });
});

describeWithOpenssl('openssl', () => {
  test('its keys are read', () => {
    for (let i = 0; i < 5; i++) {
      const secret = openssl(['genpkey', '-algorithm', 'ed25519']);
      const made = decodeSecretKey(secret);
      expect(hex(decodePublicKey(openssl(['pkey', '-pubout'], secret)))).toBe(hex(made.publicKey));
      expect(encodeSecretKey(made.secretKey)).toBe(secret);
    }
  });

  test('ours are read by it, and come out as they went in', () => {
    expect(openssl(['pkey'], secretText)).toBe(secretText);
    expect(openssl(['pkey', '-pubout'], secretText)).toBe(publicText);
    expect(openssl(['pkey', '-pubin'], publicText)).toBe(publicText);
    const text = openssl(['pkey', '-pubin', '-noout', '-text'], publicText);
    expect(text).toContain('ED25519');
    expect(text.replace(/[\s:]/g, '')).toContain(hex(pair.publicKey));
  });

  test.each([
    ['RSA', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']],
    ['EC', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']],
    ['X25519', ['-algorithm', 'X25519']],
    ['Ed448', ['-algorithm', 'ED448']],
  ])('its %s keys are refused', (_, args) => {
    const secret = openssl(['genpkey', ...args]);
    const error = refusal(decodeSecretKey, secret);
    expect(error.message).toContain('not a plain Ed25519 one');
    const lines = secret.split('\n').slice(1, -2).join('');
    expect(everythingShown(error).replace(/\s/g, '')).not.toContain(lines.slice(-40, -8));
    const found = refusal(decodePublicKey, openssl(['pkey', '-pubout'], secret)).message;
    expect(found).toContain('not an Ed25519 one');
  });

  test('its encrypted keys are refused with the way to decrypt them', () => {
    const text = openssl(['pkcs8', '-topk8', '-passout', 'pass:in the test'], secretText);
    expect(text).toContain('ENCRYPTED');
    expect(refusal(decodeSecretKey, text).hint).toContain('openssl pkey');
  });

  test('its certificates are refused with the way to the key in them', () => {
    const path = join(directory(), 'key.pem');
    writeFileSync(path, secretText, { mode: 0o600 });
    const args = ['req', '-x509', '-new', '-key', path, '-subj', '/CN=library.lindenau.example', '-days', '1'];
    expect(refusal(decodePublicKey, openssl(args)).hint).toContain('openssl x509');
    expect(readFileSync(path, 'utf8')).toBe(secretText);
  });
});
