import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { Encrypter } from 'age-encryption';
import { describe, expect, test, vi } from 'vitest';
import { isExampleKey } from '../../src/keys/example-keys.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { encodeSecretKey } from '../../src/keys/pkcs8.js';
import { encodePublicKey } from '../../src/keys/spki.js';
import { secretJwk } from '../../src/keys/jwk.js';
import { encodeOpensshPublic, encodeOpensshSecret } from '../../src/node/openssh.js';
import { readAnyKey, readPublicKey, readSecretKey, writeKeyPair } from '../../src/node/key-files.js';
import { hex, seedOf } from '../bytes.js';
import { everythingShown, expectNoSecret } from '../secrecy.js';
import { temporaryDirectories } from '../temporary.js';

const directory = temporaryDirectories();
const isRoot = process.getuid?.() === 0;
const pair = new KeyPair(seedOf('a key file'));
const root = fileURLToPath(new URL('../..', import.meta.url));

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8).padStart(4, '0');

async function refusal(promise: Promise<unknown>, code: string): Promise<{ message: string; hint?: string }> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'PassportError', code });
  expectNoSecret(everythingShown(error), pair.secretKey);
  return error as { message: string; hint?: string };
}

describe('writeKeyPair', () => {
  test('says so where one that was ended has left the secret key alone', async () => {
    const dir = directory();
    writeFileSync(join(dir, 'half.key'), 'left');
    const { message, hint } = await refusal(writeKeyPair(join(dir, 'half'), pair), 'ERR_EXISTS');
    expect(message).toMatch(/half\.key exists without .*half\.pub/);
    expect(hint).toMatch(/keygen that was ended/);
    expect(readFileSync(join(dir, 'half.key'), 'utf8')).toBe('left');
  });

  test('writes two files that can be read again, the secret one for us alone', async () => {
    const dir = directory();
    const paths = await writeKeyPair(join(dir, 'issuer'), pair);
    expect(paths).toEqual({ secret: join(dir, 'issuer.key'), public: join(dir, 'issuer.pub') });
    expect(readdirSync(dir).sort()).toEqual(['issuer.key', 'issuer.pub']);
    expect(mode(paths.secret)).toBe('0600');
    expect(mode(paths.public)).toBe('0644');
    expect(hex((await readSecretKey(paths.secret)).secretKey)).toBe(hex(pair.secretKey));
    expect(hex(await readPublicKey(paths.public))).toBe(hex(pair.publicKey));
    expectNoSecret(readFileSync(paths.public, 'utf8'), pair.secretKey);
  });

  test('a loose umask does not loosen the secret one', () => {
    const dir = directory();
    const script = join(dir, 'write.mjs');
    bundle('writeKeyPair(process.argv[2], generateKeyPair())', script);
    execFileSync('sh', ['-c', 'umask 000; exec "$0" "$1" "$2"', process.execPath, script, join(dir, 'loose')]);
    expect(mode(join(dir, 'loose.key'))).toBe('0600');
    expect(mode(join(dir, 'loose.pub'))).toBe('0644');
  });

  test.each(['issuer.key', 'issuer.pub'])('never overwrites %s, nor leaves the other alone', async (taken) => {
    const dir = directory();
    writeFileSync(join(dir, taken), 'mine');
    const { message } = await refusal(writeKeyPair(join(dir, 'issuer'), pair), 'ERR_EXISTS');
    expect(message).toContain(taken);
    expect(readdirSync(dir)).toEqual([taken]);
    expect(readFileSync(join(dir, taken), 'utf8')).toBe('mine');
  });

  test.each(['issuer.key', 'issuer.pub'])('a link at %s is not followed', async (taken) => {
    const dir = directory();
    symlinkSync(join(dir, 'elsewhere'), join(dir, taken));
    await refusal(writeKeyPair(join(dir, 'issuer'), pair), 'ERR_EXISTS');
    expect(readdirSync(dir)).toEqual([taken]);
    expect(existsSync(join(dir, 'elsewhere'))).toBe(false);
  });

  test('takes the secret key back when the public one cannot be written', async () => {
    const dir = directory();
    // The secret key comes first; this public one is found to be none after it is written.
    const broken = { publicKey: new Uint8Array(3), secretKey: pair.secretKey } as unknown as KeyPair;
    await refusal(writeKeyPair(join(dir, 'issuer'), broken), 'ERR_INVALID_KEY');
    expect(readdirSync(dir)).toEqual([]);
  });

  test('of many at the same time one wins, and its two files belong together', async () => {
    const dir = directory();
    const pairs = Array.from({ length: 8 }, (_, i) => new KeyPair(seedOf(`rival ${i}`)));
    const results = await Promise.allSettled(pairs.map((rival) => writeKeyPair(join(dir, 'issuer'), rival)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = pairs[results.findIndex(({ status }) => status === 'fulfilled')] as KeyPair;
    expect(hex((await readSecretKey(join(dir, 'issuer.key'))).secretKey)).toBe(hex(winner.secretKey));
    expect(hex(await readPublicKey(join(dir, 'issuer.pub')))).toBe(hex(winner.publicKey));
  });

  test('a directory that does not exist', async () => {
    const { message } = await refusal(writeKeyPair(join(directory(), 'none', 'issuer'), pair), 'ERR_WRITE');
    expect(message).toContain('its directory does not exist');
  });
});

describe('readSecretKey', () => {
  function keyFile(dir = directory(), text = encodeSecretKey(pair.secretKey)): string {
    const path = join(dir, 'issuer.key');
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  test.each(['0600', '0400'])('reads mode %s', async (kept) => {
    const path = keyFile();
    chmodSync(path, kept);
    expect(hex((await readSecretKey(path)).secretKey)).toBe(hex(pair.secretKey));
  });

  test.each(['0644', '0640', '0620', '0610', '0604', '0602', '0601', '0660', '0777'])(
    'refuses mode %s with the command that mends it',
    async (loose) => {
      const path = keyFile();
      chmodSync(path, loose);
      const { message, hint } = await refusal(readSecretKey(path), 'ERR_UNSAFE_KEY_FILE');
      expect(message).toContain(`mode ${loose}`);
      expect(hint).toBe(`chmod 600 ${path}`);
      execFileSync('sh', ['-c', hint as string]);
      expect(hex((await readSecretKey(path)).secretKey)).toBe(hex(pair.secretKey));
    },
  );

  test('refuses a link, even to a good file', async () => {
    const path = keyFile();
    const link = `${path}.link`;
    symlinkSync(path, link);
    const { message } = await refusal(readSecretKey(link), 'ERR_UNSAFE_KEY_FILE');
    expect(message).toContain('symbolic link');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test('reads through a directory that is a link, and a second name of the file', async () => {
    const dir = directory();
    mkdirSync(join(dir, 'real'));
    keyFile(join(dir, 'real'));
    symlinkSync(join(dir, 'real'), join(dir, 'linked'));
    expect(hex((await readSecretKey(join(dir, 'linked', 'issuer.key'))).secretKey)).toBe(hex(pair.secretKey));
    linkSync(join(dir, 'real', 'issuer.key'), join(dir, 'second'));
    expect(hex((await readSecretKey(join(dir, 'second'))).secretKey)).toBe(hex(pair.secretKey));
  });

  test.skipIf(!isRoot)(
    `refuses a file of another user${isRoot ? '' : ' (skipped: only root can give a file away)'}`,
    async () => {
      const path = keyFile();
      chownSync(path, 65_534, 65_534);
      const { message } = await refusal(readSecretKey(path), 'ERR_UNSAFE_KEY_FILE');
      expect(message).toContain('another user');
    },
  );

  test('says what is wrong with the text, naming the file', async () => {
    const dir = directory();
    for (const text of ['', 'nothing', encodePublicKey(pair.publicKey), `${encodeSecretKey(pair.secretKey)}x`]) {
      const path = keyFile(dir, text);
      const { message } = await refusal(readSecretKey(path), 'ERR_INVALID_KEY');
      expect(message.startsWith(`${path}: `)).toBe(true);
    }
    writeFileSync(join(dir, 'binary'), Buffer.from([0x30, 0x2e, 0xff, 0xfe, 0, 1]), { mode: 0o600 });
    await refusal(readSecretKey(join(dir, 'binary')), 'ERR_INVALID_KEY');
  });

  test('says why it cannot read', async () => {
    const dir = directory();
    expect((await refusal(readSecretKey(join(dir, 'none')), 'ERR_READ')).message).toContain('no such file');
    expect((await refusal(readSecretKey(dir), 'ERR_READ')).message).toContain('it is a directory');
  });

  test('the published example may be readable for all, as it is no secret', async () => {
    const path = join(directory(), 'example.key');
    writeFileSync(path, readFileSync(join(root, 'keys.example', 'example.key')));
    chmodSync(path, 0o644);
    expect(isExampleKey((await readSecretKey(path)).publicKey)).toBe(true);
    expect(isExampleKey(await readPublicKey(join(root, 'keys.example', 'example.pub')))).toBe(true);
  });

  describe.skipIf(process.platform === 'win32')('from a pipe', () => {
    // In a process of its own, as a shell would start it: only there is a pipe behind /dev/fd.
    const read =
      'readSecretKey(process.argv[2]).then((pair) => console.log(Buffer.from(pair.publicKey).toString("hex")))';

    test.each(['/dev/stdin', '/dev/fd/0'])('%s', (name) => {
      const path = keyFile();
      const script = `${path}.mjs`;
      bundle(read, script);
      const command = 'cat "$0" | "$1" "$2" "$3"';
      expect(execFileSync('sh', ['-c', command, path, process.execPath, script, name], { encoding: 'utf8' })).toBe(
        `${hex(pair.publicKey)}\n`,
      );
    });

    const bash = spawnSync('bash', ['--version']).status === 0;
    test.skipIf(!bash)(`<(…)${bash ? '' : ' (skipped: bash is not installed)'}`, () => {
      const path = keyFile();
      const script = `${path}.mjs`;
      bundle(read, script);
      const command = '"$1" "$2" <(cat "$0")';
      expect(execFileSync('bash', ['-c', command, path, process.execPath, script], { encoding: 'utf8' })).toBe(
        `${hex(pair.publicKey)}\n`,
      );
    });

    test('a file that only looks like one in its name is not excused', async () => {
      const dir = directory();
      mkdirSync(join(dir, 'dev', 'fd'), { recursive: true });
      const path = join(dir, 'dev', 'fd', '3');
      writeFileSync(path, encodeSecretKey(pair.secretKey));
      chmodSync(path, 0o644);
      await refusal(readSecretKey(path), 'ERR_UNSAFE_KEY_FILE');
    });
  });
});

describe.skipIf(process.platform === 'win32')('nothing is waited for', () => {
  const fifo = (): string => {
    const path = join(directory(), 'pipe');
    execFileSync('mkfifo', ['-m', '600', path]);
    return path;
  };

  test('a pipe with a name is refused, though nobody writes', async () => {
    for (const read of [readSecretKey, readPublicKey]) {
      const { message, hint } = await refusal(read(fifo()), 'ERR_READ');
      expect(message).toContain('no regular file');
      expect(hint).toContain('/dev/fd/N');
    }
  });

  test('a device is refused', async () => {
    await refusal(readSecretKey('/dev/zero'), 'ERR_READ');
    await refusal(readPublicKey('/dev/null'), 'ERR_READ');
  });

  test('a file too large for a key is not read to its end', async () => {
    const path = join(directory(), 'large');
    writeFileSync(path, Buffer.alloc((64 << 10) + 1, 0x41), { mode: 0o600 });
    for (const read of [readSecretKey, readPublicKey])
      expect((await refusal(read(path), 'ERR_READ')).message).toContain('more than 64 KiB');
  });

  /** A program on its own that reads descriptor 3, and what it says; the other end stays open. */
  async function readInChild(writes: string, ends: boolean): Promise<string> {
    const script = join(directory(), 'read.mjs');
    bundle(
      "readDescriptor(3, { bytes: 100, milliseconds: 300 }).then((b) => console.log('read ' + Buffer.from(b)), (e) => console.log(e.code + ' ' + e.message))",
      script,
    );
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
    const pipe = child.stdio[3] as Writable;
    pipe.on('error', () => undefined);
    if (writes !== '') pipe.write(writes);
    if (ends) pipe.end();
    let said = '';
    (child.stdout as Readable).on('data', (text) => (said += String(text)));
    await new Promise((resolve) => child.on('close', resolve));
    pipe.destroy();
    return said.trim();
  }

  test('a descriptor is read to its end', async () => {
    expect(await readInChild('the key', true)).toBe('read the key');
  });

  test.each(['', 'half a k'])(
    'a descriptor that nobody closes is given up, and the program ends (%s)',
    async (writes) => {
      expect(await readInChild(writes, false)).toBe(
        'ERR_READ cannot read descriptor 3: nothing ended it within 0.3 seconds',
      );
    },
  );

  test('a descriptor that gives too much is given up', async () => {
    expect(await readInChild('k'.repeat(200), false)).toContain('more than 100 bytes');
  });

  test('a descriptor that is not open', async () => {
    expect((await refusal(readSecretKey('/dev/fd/987'), 'ERR_READ')).message).toContain('it is not open');
  });
});

describe('a key in any form', () => {
  const put = (text: string | Uint8Array, loose = false): string => {
    const path = join(directory(), 'key');
    writeFileSync(path, text, { mode: 0o600 });
    if (loose) chmodSync(path, 0o644);
    return path;
  };
  const passphrase = 'Wd4-meadow-R66-copper-1y-candle';
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(14);

  test.each([
    ['hex', () => hex(pair.secretKey)],
    ['JWK', () => JSON.stringify(secretJwk(pair))],
    ['OpenSSH', () => encodeOpensshSecret(pair)],
    ['age', () => encrypter.encrypt(encodeSecretKey(pair.secretKey))],
    ['OpenSSH in age', () => encrypter.encrypt(encodeOpensshSecret(pair))],
  ])('a secret key in %s', async (_, make) => {
    const text = await make();
    const unlock = { passphrase: () => Promise.resolve(passphrase) };
    expect(hex((await readSecretKey(put(text), unlock)).secretKey)).toBe(hex(pair.secretKey));
    const ask = vi.fn(() => Promise.resolve(passphrase));
    // Refused for its mode, before anybody is asked.
    await refusal(readSecretKey(put(text, true), { passphrase: ask }), 'ERR_UNSAFE_KEY_FILE');
    expect(ask).not.toHaveBeenCalled();
    // Bare bytes do not say what they are.
    if (_ !== 'hex') await refusal(readPublicKey(put(text)), 'ERR_INVALID_KEY');
  });

  test('a public key in OpenSSH form, through a link', async () => {
    const path = put(`${encodeOpensshPublic(pair.publicKey)} me\n`, true);
    symlinkSync(path, `${path}.link`);
    expect(hex(await readPublicKey(`${path}.link`))).toBe(hex(pair.publicKey));
    expect(hex((await readAnyKey(`${path}.link`, {}, undefined)).publicKey)).toBe(hex(pair.publicKey));
  });

  test('readAnyKey keeps a secret key to the rules of one', async () => {
    const text = encodeSecretKey(pair.secretKey);
    expect((await readAnyKey(put(text), {}, undefined)).pair).toBeDefined();
    await refusal(readAnyKey(put(text, true), {}, undefined), 'ERR_UNSAFE_KEY_FILE');
    const link = `${put(text)}.link`;
    symlinkSync(link.slice(0, -5), link);
    await refusal(readAnyKey(link, {}, undefined), 'ERR_UNSAFE_KEY_FILE');
  });

  test('readAnyKey takes bare bytes for nothing unless told', async () => {
    const path = put(hex(pair.secretKey));
    await refusal(readAnyKey(path, {}, undefined), 'ERR_USAGE');
    expect(hex((await readAnyKey(path, {}, 'secret')).publicKey)).toBe(hex(pair.publicKey));
  });

  test('what is encrypted twice is refused', async () => {
    const text = await encrypter.encrypt(await encrypter.encrypt(encodeSecretKey(pair.secretKey)));
    const unlock = { passphrase: () => Promise.resolve(passphrase) };
    expect((await refusal(readSecretKey(put(text), unlock), 'ERR_INVALID_KEY')).message).toContain('once more');
  });

  test('what is in an age file and is no key is not shown', async () => {
    const text = await encrypter.encrypt(`${hex(pair.secretKey)}x`);
    const unlock = { passphrase: () => Promise.resolve(passphrase) };
    await refusal(readSecretKey(put(text), unlock), 'ERR_INVALID_KEY');
  });
});

describe('readPublicKey', () => {
  test('names the file in what is wrong with it', async () => {
    const path = join(directory(), 'issuer.pub');
    writeFileSync(path, encodeSecretKey(pair.secretKey));
    const { message, hint } = await refusal(readPublicKey(path), 'ERR_INVALID_KEY');
    expect(message).toBe(`${path}: expected a public key, but the file holds a secret key`);
    expect(hint).toContain('keep the secret key to yourself');
  });

  test('refuses a key of small order', async () => {
    const path = join(directory(), 'weak.pub');
    const weak = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.alloc(32)]);
    writeFileSync(path, `-----BEGIN PUBLIC KEY-----\n${weak.toString('base64')}\n-----END PUBLIC KEY-----\n`);
    await refusal(readPublicKey(path), 'ERR_WEAK_KEY');
  });
});

/** The sources and one expression over them as a program of its own. */
function bundle(expression: string, outfile: string): void {
  buildSync({
    stdin: {
      contents: `
        import { readSecretKey, writeKeyPair } from './src/node/key-files.ts';
        import { generateKeyPair } from './src/keys/key-pair.ts';
        import { readDescriptor } from './src/node/descriptor.ts';
        void [readSecretKey, writeKeyPair, generateKeyPair, readDescriptor];
        await ${expression};
      `,
      resolveDir: root,
    },
    alias: { '#arithmetic': join(root, 'src', 'node', 'arithmetic.ts') },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    outfile,
    logLevel: 'error',
  });
}
