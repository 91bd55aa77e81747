import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { secretJwk } from '../../src/keys/jwk.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { encodeSecretKey } from '../../src/keys/pkcs8.js';
import { encodePublicKey } from '../../src/keys/spki.js';
import { encodeOpensshSecret } from '../../src/node/openssh.js';
import { hex, seedOf, utf8 } from '../bytes.js';
import { hasOpenssl, openssl } from '../openssl.js';
import { expectNoSecret } from '../secrecy.js';
import { memoryIo } from './memory-io.js';
import { projectRoot, temporaryFolder } from './run.js';

const root = temporaryFolder();
const template = join(projectRoot, 'templates/mcp.yaml');
const pair = new KeyPair(seedOf('never shown'));
const passphrase = 'Nt6-falcon-C52-juniper-7r-mortar';
const plain = encodeSecretKey(pair.secretKey);

async function age(text: string): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(14);
  return Buffer.from(await encrypter.encrypt(text));
}

const identity = await generateX25519Identity();
const toRecipient = new Encrypter();
toRecipient.addRecipient(await identityToRecipient(identity));

/** A secret key in each form, as bytes. */
const forms: Record<string, Buffer> = {
  pkcs8: Buffer.from(plain),
  jwk: Buffer.from(JSON.stringify(secretJwk(pair))),
  hex: Buffer.from(hex(pair.secretKey)),
  base64: Buffer.from(Buffer.from(pair.secretKey).toString('base64')),
  base64url: Buffer.from(Buffer.from(pair.secretKey).toString('base64url')),
  openssh: Buffer.from(encodeOpensshSecret(pair)),
  age: await age(plain),
  'hex in age': await age(`${hex(pair.secretKey)} and more`),
  'age to a recipient': Buffer.from(await toRecipient.encrypt(plain)),
  'an identity': Buffer.from(identity),
};
if (hasOpenssl)
  forms['encrypted PKCS#8'] = Buffer.from(openssl(['pkcs8', '-topk8', '-passout', `pass:${passphrase}`], plain));

/** What becomes of files: nothing, cut off, something before or after, letters that changed. */
const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'as it is': (bytes) => bytes,
  'cut off': (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.9)),
  'begun late': (bytes) => bytes.subarray(1),
  'with a word before it': (bytes) => Buffer.concat([Buffer.from('key: '), bytes]),
  'with a line after it': (bytes) => Buffer.concat([bytes, Buffer.from('\nmore\n')]),
  'with a letter changed': (bytes) => {
    const changed = Buffer.from(bytes);
    const at = changed.length >> 1;
    changed[at] = changed[at] === 0x41 ? 0x42 : 0x41;
    return changed;
  },
  'with a control character': (bytes) =>
    Buffer.concat([bytes.subarray(0, 40), Buffer.from([0x1b]), bytes.subarray(40)]),
};

/** Commands that are given the file in every place that a file has. Whether they fail is the file's affair. */
const commands: ReadonlyArray<readonly string[]> = [
  ['sign', template, '--key', 'FILE', '--passphrase-env', 'PASSPHRASE', '-o', 'missing/out.json'],
  ['sign', template, '--key', 'FILE', '--passphrase-env', 'WRONG'],
  ['sign', template, '--key', 'FILE'],
  ['sign', template, '--key', 'FILE', '--identity', 'FILE'],
  ['sign', template, '--key', 'FILE', '--passphrase-file', 'FILE', '--signed-at', 'never'],
  ['sign', template, '--key', '-', '--signed-at', 'never'],
  ['sign', template, '--key', '-', '--passphrase-env', 'WRONG'],
  ['sign', 'FILE', '--key', 'FILE', '--passphrase-env', 'PASSPHRASE'],
  ['verify', 'FILE', '--key', 'mine.pub'],
  ['verify', 'FILE', '--key', 'FILE', '--json'],
  ['key', 'id', 'FILE', '--passphrase-env', 'PASSPHRASE', '--to', 'pem'],
  ['key', 'id', 'FILE', '--passphrase-env', 'PASSPHRASE'],
  ['key', 'show', 'FILE', '--passphrase-env', 'WRONG'],
  ['key', 'show', 'FILE'],
  ['key', 'show', '-', '--as', 'secret'],
  ['key', 'convert', 'FILE', '--to', 'pkcs8', '--passphrase-env', 'PASSPHRASE'],
  ['key', 'convert', 'FILE', '--to', 'age', '-o', 'missing/out', '--passphrase-env', 'PASSPHRASE', '--as', 'secret'],
  ['keygen', '-o', 'made', '--passphrase-file', 'FILE', '--recipient', 'age1x'],
  ['keygen', '-o', 'missing/made', '--no-encrypt', '--insecure'],
  ['keygen', '-o', 'made', '--recipient', identity],
  ['keygen', '-o', 'made', '--passphrase-env', passphrase],
  ['keygen', '-o', 'made', '--passphrase-fd', passphrase],
];

describe('no output of any command shows a secret key, an identity or a passphrase, with debugging on', () => {
  for (const [form, bytes] of Object.entries(forms)) {
    test(`${form}`, async () => {
      const folder = mkdtempSync(join(root, 'secret-'));
      writeFileSync(join(folder, 'mine.pub'), encodePublicKey(pair.publicKey));
      let failed = 0;
      for (const damage of Object.values(damages)) {
        const damaged = damage(bytes);
        const path = join(folder, 'FILE');
        writeFileSync(path, damaged, { mode: 0o600 });
        for (const words of commands) {
          const places = words.map((word) =>
            /^(?:FILE|missing\/\w.*|mine\.pub|made)$/.test(word) ? join(folder, word) : word,
          );
          const env = { PASSPORT_DEBUG: '1', PASSPHRASE: passphrase, WRONG: 'some opening hours, not these' };
          const memory = memoryIo({ input: damaged, env });
          const status = await main(places, memory.io);
          const shown = memory.stdout() + memory.stderr();
          expect(status, shown).not.toBe(70);
          if (status !== 0) failed++;
          expectNoSecret(shown, pair.secretKey);
          expectNoSecret(shown, utf8(passphrase));
          expectNoSecret(shown, utf8(identity.slice(-32)));
        }
      }
      expect(failed).toBeGreaterThan(commands.length * 3);
      // None of them wrote anything.
      expect(readdirSync(folder).sort()).toEqual(['FILE', 'mine.pub']);
    });
  }

  test('the search finds what it looks for', () => {
    for (const text of Object.values(forms).slice(0, 5))
      expect(() => expectNoSecret(text.toString(), pair.secretKey)).toThrow();
    expect(() => expectNoSecret(`passphrase ${passphrase}`, utf8(passphrase))).toThrow();
    expect(() => expectNoSecret(Buffer.from(passphrase).toString('base64'), utf8(passphrase))).toThrow();
    expect(() => expectNoSecret([...pair.secretKey].join(', '), pair.secretKey)).toThrow();
    expect(readFileSync(template, 'utf8')).not.toContain(passphrase);
  });
});
