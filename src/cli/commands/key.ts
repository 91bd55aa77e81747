import { encodeBase64 } from '../../encoding/base64.js';
import { printable } from '../../encoding/printable.js';
import { PassportError } from '../../errors.js';
import { encodeDidKey } from '../../keys/did-key.js';
import { publicJwk, secretJwk } from '../../keys/jwk.js';
import { keyId } from '../../keys/key-id.js';
import type { KeyPair } from '../../keys/key-pair.js';
import { encodeSecretKey } from '../../keys/pkcs8.js';
import { encodePublicKey } from '../../keys/spki.js';
import { type AnyKey, decodeAnyKey } from '../../node/any-key.js';
import { assertAbsent, writeNew } from '../../node/files.js';
import { named, readAnyKey } from '../../node/key-files.js';
import { type Arguments, type Command, type Context, unlockFlags } from '../command.js';
import { encryptKey } from '../encrypt-key.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { Passphrases } from '../passphrase.js';

const publicForms = ['pem', 'jwk', 'did', 'ssh', 'hex', 'base64'] as const;
const secretForms = ['age', 'pkcs8', 'secret-jwk', 'openssh'] as const;

export const key: Command = {
  usage: 'key <action> <keyfile>',
  describe: 'show a key, convert it, or print its id',
  positionals: {
    action: { type: 'string', choices: ['show', 'convert', 'id'], describe: 'what to do with it' },
    keyfile: { type: 'string', describe: 'a public or secret key in any form; - for standard input' },
  },
  options: {
    to: {
      type: 'string',
      requiresArg: true,
      choices: [...publicForms, ...secretForms],
      describe:
        'convert: the public key as pem, jwk, did, ssh, hex, base64; or the secret one as age, pkcs8, secret-jwk, openssh',
    },
    output: {
      type: 'string',
      alias: 'o',
      requiresArg: true,
      describe: 'convert: write this new file; a secret key goes nowhere else',
    },
    as: {
      type: 'string',
      requiresArg: true,
      choices: ['public', 'secret'],
      describe: 'what 32 bare bytes (hex, base64) are',
    },
    ...unlockFlags,
    recipient: {
      type: 'string',
      requiresArg: true,
      describe: 'convert --to age: encrypt to this age recipient; may be given several times',
    },
    insecure: { type: 'boolean', describe: 'convert: yes, the secret key may lie on the disk as it is' },
    json: { type: 'boolean', describe: 'show: as JSON' },
  },
  repeatable: ['recipient'],
  examples: [
    ['passport key show my.pub', 'what is public of a key, in every form'],
    ['passport key convert ~/.ssh/id_ed25519 --to age -o my.key.age', 'a key of OpenSSH, for passports'],
  ],

  async run(args, context) {
    const action = args.required('action');
    refuseNeedless(args, action);
    const to = args.text('to');
    if (action === 'convert') await assertMayWrite(args, to);
    const passphrases = new Passphrases(args, context.io);
    const found = await readKey(args, passphrases, context);
    if (action === 'id') await context.io.stdout(`${keyId(found.publicKey)}\n`);
    else if (action === 'show') await show(found, args, context);
    else await convert(found, to as string, args, passphrases, context);
    return exitCodes.ok;
  },
};

function readKey(args: Arguments, { unlock }: Passphrases, { io }: Context): Promise<AnyKey> {
  const path = args.required('keyfile');
  const raw = args.text('as') as 'public' | 'secret' | undefined;
  if (path !== '-') return readAnyKey(path, unlock, raw);
  return named('standard input', async () =>
    decodeAnyKey(await new Inputs(io).bytes('-'), 'the key from standard input', unlock, raw),
  );
}

/** What everybody may know of it, also where the file holds the secret key. */
async function show({ publicKey, pair }: AnyKey, args: Arguments, { io }: Context): Promise<void> {
  const { encodeOpensshPublic, opensshFingerprint } = await import('../../node/openssh.js');
  const facts = {
    keyId: keyId(publicKey),
    holds: pair ? 'secret key' : 'public key',
    hex: Array.from(publicKey, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    base64: encodeBase64(publicKey),
    did: encodeDidKey(publicKey),
    ssh: encodeOpensshPublic(publicKey),
    fingerprint: opensshFingerprint(publicKey),
    jwk: publicJwk(publicKey),
    pem: encodePublicKey(publicKey),
  };
  if (args.flag('json')) return io.stdout(`${JSON.stringify(facts)}\n`);
  const rows = [
    ['key id', facts.keyId],
    ['holds', facts.holds],
    ['hex', facts.hex],
    ['base64', facts.base64],
    ['did:key', facts.did],
    ['ssh', facts.ssh],
    ['fingerprint', facts.fingerprint],
    ['jwk', JSON.stringify(facts.jwk)],
  ];
  const lines = rows.map(([name = '', value]) => `${`${name}:`.padEnd(12)} ${value}`);
  return io.stdout(`${lines.join('\n')}\n${facts.pem}`);
}

async function convert(
  { publicKey, pair }: AnyKey,
  to: string,
  args: Arguments,
  passphrases: Passphrases,
  { io, paintError }: Context,
): Promise<void> {
  const path = args.text('output');
  const isSecret = isSecretForm(to);
  if (isSecret && !pair) {
    throw new PassportError('ERR_INVALID_KEY', `--to ${to} is a form of secret keys, but the file holds a public key`, {
      hint: `give the secret key, or one of --to ${publicForms.join('|')}`,
    });
  }
  const text = pair && isSecret ? await secretText(pair, to, args, passphrases) : await publicText(publicKey, to);
  if (path === undefined) return io.stdout(text);
  await writeNew(path, text, isSecret ? 0o600 : 0o644);
  await io.stderr(`${paintError('good', 'wrote')} ${printable(path)}\n`);
}

async function publicText(publicKey: Uint8Array, to: string): Promise<string> {
  switch (to) {
    case 'pem':
      return encodePublicKey(publicKey);
    case 'jwk':
      return `${JSON.stringify(publicJwk(publicKey))}\n`;
    case 'did':
      return `${encodeDidKey(publicKey)}\n`;
    case 'ssh': {
      const { encodeOpensshPublic } = await import('../../node/openssh.js');
      return `${encodeOpensshPublic(publicKey)}\n`;
    }
    case 'hex':
      return `${Array.from(publicKey, (byte) => byte.toString(16).padStart(2, '0')).join('')}\n`;
    default:
      return `${encodeBase64(publicKey)}\n`;
  }
}

async function secretText(pair: KeyPair, to: string, args: Arguments, passphrases: Passphrases): Promise<string> {
  switch (to) {
    case 'pkcs8':
      return encodeSecretKey(pair.secretKey);
    case 'secret-jwk':
      return `${JSON.stringify(secretJwk(pair))}\n`;
    case 'openssh': {
      const { encodeOpensshSecret } = await import('../../node/openssh.js');
      return encodeOpensshSecret(pair);
    }
    default:
      return encryptKey(pair, args.required('output'), args, passphrases);
  }
}

function isSecretForm(to: string): boolean {
  return (secretForms as readonly string[]).includes(to);
}

/** Refused before anybody is asked for a passphrase. */
async function assertMayWrite(args: Arguments, to: string | undefined): Promise<void> {
  const path = args.text('output');
  if (to === undefined) {
    throw new PassportError('ERR_USAGE', 'convert to what?', {
      hint: `--to ${[...publicForms, ...secretForms].join('|')}`,
    });
  }
  if (path === '-')
    throw new PassportError('ERR_USAGE', '-o takes the name of a new file', {
      hint: 'without it, a public key is printed',
    });
  if (isSecretForm(to) && path === undefined) {
    throw new PassportError('ERR_USAGE', 'a secret key is never printed', { hint: 'name a new file for it: -o FILE' });
  }
  if (isSecretForm(to) && to !== 'age' && !args.flag('insecure')) {
    throw new PassportError('ERR_USAGE', `--to ${to} writes a secret key that is not encrypted`, {
      hint: 'whoever reads the file can sign: write --to age, or add --insecure',
    });
  }
  if (path !== undefined) await assertAbsent(path);
}

const onlyFor: Readonly<Record<string, readonly string[]>> = {
  convert: ['to', 'output', 'recipient', 'insecure'],
  show: ['json'],
};

function refuseNeedless(args: Arguments, action: string): void {
  for (const [owner, flags] of Object.entries(onlyFor)) {
    const needless = flags.find((flag) => args.flag(flag) || args.texts(flag).length > 0);
    if (owner === action || needless === undefined) continue;
    throw new PassportError('ERR_USAGE', `--${needless} is for passport key ${owner}`, {
      hint: 'see passport key --help',
    });
  }
  if (args.text('to') !== 'age' && args.texts('recipient').length > 0) {
    throw new PassportError('ERR_USAGE', '--recipient is for --to age', { hint: 'the other forms have no recipients' });
  }
}
