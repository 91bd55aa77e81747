import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { KeyPair } from '../../src/keys/key-pair.js';
import { decodePem, encodePem } from '../../src/keys/pem.js';
import {
  decodeOpensshPublic,
  decodeOpensshSecret,
  encodeOpensshPublic,
  encodeOpensshSecret,
  opensshFingerprint,
} from '../../src/node/openssh.js';
import { hex, seedOf, utf8 } from '../bytes.js';
import { refusal } from '../keys/refusal.js';
import { temporaryDirectories } from '../temporary.js';

const directory = temporaryDirectories();
const pair = new KeyPair(seedOf('an OpenSSH key'));
const other = new KeyPair(seedOf('another OpenSSH key'));
const passphrase = 'Jx2-anchor-L77-saffron-5t-pebble';
const secrets = [pair.secretKey, utf8(passphrase)];
const secretText = encodeOpensshSecret(pair);
const publicText = encodeOpensshPublic(pair.publicKey);

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const string = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([number(bytes.length), bytes]);
};
const blobOf = (publicKey: Uint8Array): Buffer => Buffer.concat([string('ssh-ed25519'), string(publicKey)]);

interface Frame {
  readonly cipher?: string;
  readonly kdf?: string;
  readonly options?: Uint8Array;
  readonly keys?: number;
  readonly blob?: Uint8Array;
  readonly secret?: Uint8Array;
  readonly after?: Uint8Array;
}

/** OpenSSH's PROTOCOL.key, encrypted as it says or not. */
function frame(part: Frame): string {
  const { cipher = 'aes256-ctr', kdf = 'bcrypt', keys = 1, after = Buffer.alloc(0) } = part;
  const options = part.options ?? Buffer.concat([string(Buffer.alloc(16)), number(16)]);
  const bytes = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    string(cipher),
    string(kdf),
    string(options),
    number(keys),
    string(part.blob ?? blobOf(pair.publicKey)),
    string(part.secret ?? Buffer.alloc(160)),
    after,
  ]);
  return encodePem('OPENSSH PRIVATE KEY', bytes);
}

/** What stands inside one that is not encrypted. */
function inside(seed: Uint8Array, tail: Uint8Array, publicKey = tail): Buffer {
  const bytes = Buffer.concat([
    number(7),
    number(7),
    string('ssh-ed25519'),
    string(publicKey),
    string(seed, tail),
    string('me'),
  ]);
  return Buffer.concat([bytes, Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (bytes.length % 8)) % 8))]);
}
const plain = (part: Frame): string => frame({ cipher: 'none', kdf: 'none', options: Buffer.alloc(0), ...part });

describe('a public key', () => {
  test('round trips, with a comment or without', () => {
    for (const text of [publicText, `${publicText} me@host and more\n`, `  ${publicText}\r\n`])
      expect(hex(decodeOpensshPublic(text))).toBe(hex(pair.publicKey));
  });

  test.each([
    ['RSA', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAwEAAQ=='],
    ['one of a security key', 'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29t'],
    [
      'one that only says Ed25519',
      `ssh-ed25519 ${Buffer.concat([string('ssh-rsa'), string(pair.publicKey)]).toString('base64')}`,
    ],
    ['31 bytes', `ssh-ed25519 ${blobOf(pair.publicKey.subarray(1)).toString('base64')}`],
    ['33 bytes', `ssh-ed25519 ${blobOf(Buffer.concat([Buffer.alloc(1), pair.publicKey])).toString('base64')}`],
    [
      'something after the key',
      `ssh-ed25519 ${Buffer.concat([blobOf(pair.publicKey), Buffer.alloc(4)]).toString('base64')}`,
    ],
    [
      'a length beyond the end',
      `ssh-ed25519 ${Buffer.concat([string('ssh-ed25519'), number(33), pair.publicKey]).toString('base64')}`,
    ],
    ['two lines', `${publicText}\n${publicText}`],
    ['options before it', `no-pty ${publicText}`],
    ['base64 that is cut', publicText.slice(0, -1)],
    ['no key', 'ssh-ed25519'],
    ['a long line', `ssh-ed25519 ${'A '.repeat(100_000)}`],
  ])('%s is refused', async (_, text) => {
    await refusal(() => decodeOpensshPublic(text), []);
  });

  test('of small order is refused', async () => {
    const text = `ssh-ed25519 ${blobOf(Buffer.alloc(32)).toString('base64')}`;
    await refusal(() => decodeOpensshPublic(text), [], 'ERR_WEAK_KEY');
  });
});

describe('a secret key', () => {
  test('round trips', async () => {
    expect(hex((await decodeOpensshSecret(secretText, 'f', {})).secretKey)).toBe(hex(pair.secretKey));
    const made = plain({ secret: inside(pair.secretKey, pair.publicKey) });
    expect(hex((await decodeOpensshSecret(made, 'f', {})).secretKey)).toBe(hex(pair.secretKey));
  });

  test.each([
    ['outside', plain({ blob: blobOf(other.publicKey), secret: inside(pair.secretKey, pair.publicKey) })],
    ['inside', plain({ secret: inside(pair.secretKey, pair.publicKey, other.publicKey) })],
    ['of another seed', plain({ secret: inside(other.secretKey, pair.publicKey) })],
  ])('whose public half %s is of another key is refused', async (_, text) => {
    const error = await refusal(() => decodeOpensshSecret(text, 'f', {}), [...secrets, other.secretKey]);
    expect(error.message).toContain('does not belong');
  });

  test.each([
    ['two keys', plain({ keys: 2, secret: inside(pair.secretKey, pair.publicKey) })],
    ['something after it', plain({ after: Buffer.alloc(1), secret: inside(pair.secretKey, pair.publicKey) })],
    ['another kind of key', plain({ blob: string('ssh-rsa') })],
    [
      'check numbers that differ',
      plain({ secret: Buffer.concat([number(8), inside(pair.secretKey, pair.publicKey).subarray(4)]) }),
    ],
    ['nothing in it', plain({ secret: Buffer.alloc(0) })],
    ['a cipher without a key', plain({ cipher: 'aes256-ctr' })],
    ['another magic', encodePem('OPENSSH PRIVATE KEY', Buffer.from('openssh-key-v2\0'))],
  ])('with %s is refused', async (_, text) => {
    await refusal(() => decodeOpensshSecret(text, 'f', {}), secrets);
  });

  test.each([
    ['no rounds', { options: Buffer.concat([string(Buffer.alloc(16)), number(0)]) }],
    ['7 rounds', { options: Buffer.concat([string(Buffer.alloc(16)), number(7)]) }],
    ['513 rounds', { options: Buffer.concat([string(Buffer.alloc(16)), number(513)]) }],
    ['2^32 - 1 rounds', { options: Buffer.concat([string(Buffer.alloc(16)), number(2 ** 32 - 1)]) }],
    ['something after the rounds', { options: Buffer.concat([string(Buffer.alloc(16)), number(16), Buffer.alloc(1)]) }],
    ['no options', { options: Buffer.alloc(0) }],
    ['another derivation', { kdf: 'scrypt' }],
    ['a cipher that is not read', { cipher: 'chacha20-poly1305@openssh.com' }],
    ['a part of a block', { cipher: 'aes256-cbc', secret: Buffer.alloc(17) }],
  ])('that is encrypted with %s is refused before anybody is asked', async (_, part) => {
    const ask = vi.fn(() => Promise.resolve(passphrase));
    await refusal(() => decodeOpensshSecret(frame(part), 'f', { passphrase: ask }), secrets);
    expect(ask).not.toHaveBeenCalled();
  });

  test('a wrong passphrase says so', async () => {
    for (const cipher of ['aes256-ctr', 'aes128-cbc']) {
      const unlock = { passphrase: () => Promise.resolve(passphrase) };
      await refusal(() => decodeOpensshSecret(frame({ cipher }), 'f', unlock), secrets, 'ERR_PASSPHRASE');
    }
  });

  test('every byte of it, changed or cut off, gives the same key or an error of ours', async () => {
    const { bytes } = decodePem(secretText);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      for (const each of [changed, bytes.subarray(0, at)]) {
        const text = encodePem('OPENSSH PRIVATE KEY', each);
        const result = await decodeOpensshSecret(text, 'f', {}).catch((error: unknown) => error);
        if (result instanceof KeyPair) expect(hex(result.secretKey)).toBe(hex(pair.secretKey));
        else expect(result).toMatchObject({ name: 'PassportError', code: 'ERR_INVALID_KEY' });
      }
    }
  });
});

const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe.skipIf(!hasKeygen)(`ssh-keygen${hasKeygen ? '' : ' (skipped: it is not installed)'}`, () => {
  const sshKeygen = (args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('ssh-keygen', args, { encoding: 'utf8', input: '' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };

  test.each([
    ['as it is', '', []],
    ['with a passphrase', passphrase, []],
    ['with AES-128 in CBC and 100 rounds', passphrase, ['-Z', 'aes128-cbc', '-a', '100']],
  ])('its keys %s are read', async (_, secret, args) => {
    const path = join(directory(), 'id');
    sshKeygen(['-q', '-t', 'ed25519', '-N', secret, '-f', path, ...args]);
    const unlock = { passphrase: () => Promise.resolve(passphrase) };
    const read = await decodeOpensshSecret(readFileSync(path, 'utf8'), path, unlock);
    const line = readFileSync(`${path}.pub`, 'utf8');
    expect(hex(decodeOpensshPublic(line))).toBe(hex(read.publicKey));
    expect(line).toContain(encodeOpensshPublic(read.publicKey));
    expect(sshKeygen(['-l', '-f', `${path}.pub`])).toContain(opensshFingerprint(read.publicKey));
  });

  test('reads ours', () => {
    const path = join(directory(), 'id');
    writeFileSync(path, secretText, { mode: 0o600 });
    expect(sshKeygen(['-y', '-f', path]).trim()).toBe(publicText);
  });

  test('its keys of other kinds are refused', async () => {
    const path = join(directory(), 'id');
    sshKeygen(['-q', '-t', 'ecdsa', '-N', '', '-f', path]);
    const { message } = await refusal(() => decodeOpensshSecret(readFileSync(path, 'utf8'), path, {}), []);
    expect(message).toContain('ecdsa-sha2-nistp256');
  });
});
