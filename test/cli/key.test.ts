import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { encodeDidKey } from '../../src/keys/did-key.js';
import { publicJwk, secretJwk } from '../../src/keys/jwk.js';
import { keyId } from '../../src/keys/key-id.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { encodeSecretKey } from '../../src/keys/pkcs8.js';
import { encodePublicKey } from '../../src/keys/spki.js';
import { encodeOpensshPublic, encodeOpensshSecret, opensshFingerprint } from '../../src/node/openssh.js';
import { hex, seedOf } from '../bytes.js';
import { expectNoSecret } from '../secrecy.js';
import { memoryIo } from './memory-io.js';
import { temporaryFolder } from './run.js';

const root = temporaryFolder();
const pair = new KeyPair(seedOf('passport key'));
const id = keyId(pair.publicKey);
const passphrase = 'Gz3-timber-P48-orchid-9n-saddle';

/** The command within this process, and what it printed; the secret key never is. */
async function run(args: readonly string[], input = ''): Promise<{ status: number; stdout: string; stderr: string }> {
  const memory = memoryIo({ input, env: { PASSPHRASE: passphrase, PASSPORT_DEBUG: '1' } });
  const status = await main(args, memory.io);
  const [stdout, stderr] = [memory.stdout(), memory.stderr()];
  expectNoSecret(stdout + stderr, pair.secretKey);
  return { status, stdout, stderr };
}

function put(text: string, mode = 0o600): string {
  const path = join(mkdtempSync(join(root, 'key-')), 'key');
  writeFileSync(path, text, { mode });
  chmodSync(path, mode);
  return path;
}

const publicForms: Readonly<Record<string, string>> = {
  pem: encodePublicKey(pair.publicKey),
  jwk: JSON.stringify(publicJwk(pair.publicKey)),
  did: encodeDidKey(pair.publicKey),
  ssh: encodeOpensshPublic(pair.publicKey),
  hex: hex(pair.publicKey),
  base64: Buffer.from(pair.publicKey).toString('base64'),
};
const secretForms: Readonly<Record<string, string>> = {
  pkcs8: encodeSecretKey(pair.secretKey),
  'secret-jwk': JSON.stringify(secretJwk(pair)),
  openssh: encodeOpensshSecret(pair),
};
const as = (form: string): string[] => (['hex', 'base64'].includes(form) ? ['--as', 'public'] : []);

describe('key id and key show', () => {
  test.each(Object.entries(publicForms))('of a public key as %s', async (form, text) => {
    expect(await run(['key', 'id', put(text, 0o644), ...as(form)])).toEqual({
      status: 0,
      stdout: `${id}\n`,
      stderr: '',
    });
    expect((await run(['key', 'id', '-', ...as(form)], text)).stdout).toBe(`${id}\n`);
  });

  test.each(Object.entries(secretForms))('of a secret key as %s: what is public alone', async (_, text) => {
    const { stdout } = await run(['key', 'show', put(text)]);
    for (const part of [id, 'secret key', opensshFingerprint(pair.publicKey), ...Object.values(publicForms)])
      expect(stdout).toContain(part);
    const loose = await run(['key', 'show', put(text, 0o644)]);
    expect(loose).toMatchObject({ status: 4, stdout: '' });
    expect(loose.stderr).toContain('chmod 600');
  });

  test('as JSON', async () => {
    const { stdout } = await run(['key', 'show', put(publicForms.pem ?? ''), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      keyId: id,
      holds: 'public key',
      jwk: { kid: id },
      did: publicForms.did,
    });
  });

  test('bare bytes are shown only to who says that they are public', async () => {
    for (const action of ['id', 'show']) {
      const { status, stdout, stderr } = await run(['key', action, put(hex(pair.secretKey))]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('--as public');
    }
    expect((await run(['key', 'id', put(hex(pair.secretKey)), '--as', 'secret'])).stdout).toBe(`${id}\n`);
  });
});

describe('key convert', () => {
  test.each(Object.entries(publicForms))('to %s, from any form', async (to, expected) => {
    for (const [form, text] of [...Object.entries(publicForms), ...Object.entries(secretForms)]) {
      const { status, stdout } = await run(['key', 'convert', put(text), '--to', to, ...as(form)]);
      expect(status).toBe(0);
      expect(stdout.trim()).toBe(expected.trim());
    }
  });

  test.each(['pkcs8', 'secret-jwk', 'openssh', 'age'])('to %s and back, into a new file for us alone', async (to) => {
    const flags = to === 'age' ? ['--passphrase-env', 'PASSPHRASE'] : ['--insecure'];
    const from = put(secretForms.pkcs8 ?? '');
    const path = `${from}.out`;
    const made = await run(['key', 'convert', from, '--to', to, '-o', path, ...flags]);
    expect(made).toMatchObject({ status: 0, stdout: '' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const back = `${from}.back`;
    const unlock = to === 'age' ? flags : [];
    const args = ['key', 'convert', path, '--to', 'pkcs8', '--insecure', '-o', back, ...unlock];
    expect((await run(args)).status).toBe(0);
    expect(readFileSync(back, 'utf8')).toBe(secretForms.pkcs8);
    // Never over what is there.
    expect((await run(args)).status).toBe(3);
  });

  test.each([
    ['no form', [], 2, /convert to what/],
    ['a secret form without a file', ['--to', 'age'], 2, /never printed/],
    ['a secret form to standard output', ['--to', 'pkcs8', '--insecure', '-o', '-'], 2, /new file/],
    ['a plain secret form without --insecure', ['--to', 'pkcs8', '-o', 'OUT'], 2, /not encrypted/],
    ['age without a passphrase', ['--to', 'age', '-o', 'OUT'], 4, /no terminal/],
    ['a recipient for another form', ['--to', 'pem', '--recipient', 'age1x'], 2, /--recipient is for --to age/],
    ['a recipient that is none', ['--to', 'age', '-o', 'OUT', '--recipient', 'age1x'], 2, /recipient 1/],
    ['an unknown form', ['--to', 'der'], 2, /to/],
  ])('%s: nothing is written', async (_, flags, status, says) => {
    const from = put(secretForms.pkcs8 ?? '');
    const made = await run(['key', 'convert', from, ...flags.map((flag) => (flag === 'OUT' ? `${from}.out` : flag))]);
    expect(made).toMatchObject({ status, stdout: '' });
    expect(made.stderr).toMatch(says);
    expect(readdirSync(join(from, '..'))).toEqual(['key']);
  });

  test('a public key has no secret form', async () => {
    const from = put(publicForms.pem ?? '');
    for (const to of ['age', 'pkcs8', 'secret-jwk', 'openssh']) {
      const made = await run([
        'key',
        'convert',
        from,
        '--to',
        to,
        '--insecure',
        '-o',
        `${from}.out`,
        '--passphrase-env',
        'PASSPHRASE',
      ]);
      expect(made).toMatchObject({ status: 4, stdout: '' });
      expect(made.stderr).toContain('holds a public key');
    }
    expect(readdirSync(join(from, '..'))).toEqual(['key']);
  });
});

describe('flags of another action', () => {
  test.each([
    ['id', ['--to', 'pem']],
    ['show', ['-o', 'x']],
    ['convert', ['--to', 'pem', '--json']],
    ['show', ['--insecure']],
  ])('key %s %j', async (action, flags) => {
    expect((await run(['key', action, put(publicForms.pem ?? ''), ...flags])).status).toBe(2);
  });

  test('an action that is none', async () => {
    expect((await run(['key', 'print', put(publicForms.pem ?? '')])).status).toBe(2);
  });
});
