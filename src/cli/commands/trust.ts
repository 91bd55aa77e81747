import { isError } from '../../diagnostic.js';
import { encodeBase64Url } from '../../encoding/base64.js';
import type { Paint } from '../../encoding/paint.js';
import { printable, printableJson, quote } from '../../encoding/printable.js';
import { formatTimestamp, normalizeTimestamp } from '../../encoding/rfc3339.js';
import { PassportError } from '../../errors.js';
import { isExampleKey } from '../../keys/example-keys.js';
import type { KeyPair } from '../../keys/key-pair.js';
import { keyId } from '../../keys/key-id.js';
import { currentKey, keySet } from '../../keys/key-set.js';
import { encodePublicKey } from '../../keys/spki.js';
import { type TrustedKey, TrustStore, windowPlace } from '../../keys/trust-store.js';
import { keyFormOf } from '../../keys/key-form.js';
import { decodeAnyPublicKey, keyTextOf } from '../../node/any-key.js';
import { named } from '../../node/key-files.js';
import { readSmallFile } from '../../node/private-file.js';
import { updateFile } from '../../node/locked-file.js';
import { emitTrustFile, newTrustFile, withCompromised, withKey, withRetired } from '../../passport/trust-file.js';
import type { TrustFile } from '../../passport/types.generated.js';
import { signStatement } from '../../sign/statement.js';
import { type Arguments, type Command, type Context, shared, unlockFlags } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { readStatementKey } from '../statement-key.js';
import { durationFlag } from '../times.js';

const actions = ['init', 'add', 'retire', 'revoke', 'sign', 'list', 'export'] as const;
type Action = (typeof actions)[number];

const ALWAYS = '1970-01-01T00:00:00.000Z';

const text = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;

const signing = ['root-key', ...Object.keys(unlockFlags)];

/** The flags of each action; one of another action would be passed over in silence. */
const flagsOf: Readonly<Record<Action, readonly string[]>> = {
  init: [
    'require-revocations',
    'require-state',
    'require-root',
    'require-cosignatures',
    'max-age',
    'expires',
    ...signing,
  ],
  add: ['issuer', 'role', 'coverage', 'not-before', 'not-after', ...signing],
  retire: ['at', ...signing],
  revoke: ['at', 'keep-earlier', ...signing],
  sign: ['expires', ...signing],
  list: ['json'],
  export: ['issuer', 'pem', 'json'],
};

export const trust: Command = {
  usage: 'trust <action> <file> [public-key]',
  describe: 'write a trust file: whose keys are trusted, and how far',
  positionals: {
    action: { type: 'string', choices: actions, describe: 'what to do' },
    file: { type: 'string', describe: 'the trust file (YAML); it is written anew' },
    'public-key': {
      type: 'string',
      describe: 'add, retire, revoke: NAME.pub, - for standard input, or the key id of one in it',
    },
  },
  options: {
    issuer: text('add: in whose name the key signs; export: whose keys'),
    role: text('add: what the issuer is, such as builder; registry unless given'),
    coverage: { ...shared.coverage, describe: 'add: what the key signs; envelope unless given' },
    'not-before': text('add: from when on it signs; always unless given'),
    'not-after': text('add: until when; no end unless given'),
    at: text('retire, revoke: since when; now unless given'),
    'keep-earlier': { type: 'boolean', describe: 'revoke: trust what is dated before that time all the same' },
    'require-revocations': { type: 'boolean', describe: 'init: only with a current revocation list' },
    'require-state': { type: 'boolean', describe: 'init: only with a state file' },
    'require-cosignatures': text('init: ROLE=N: only cosigned by N others of that role; also several times'),
    'require-root': { type: 'boolean', describe: 'init: only with the root key or digest of the file' },
    'max-age': text('init: how old a signature may be, such as 90d'),
    expires: text('init, sign: from when on the file trusts nothing'),
    'root-key': text('the secret key that signs the file, in any form'),
    ...unlockFlags,
    pem: { type: 'boolean', describe: 'export: the current key alone, as PEM' },
    json: { type: 'boolean', describe: 'list: as JSON; export: the file itself as JSON, for what reads no YAML' },
  },
  repeatable: ['require-cosignatures'],
  examples: [
    ['passport trust init trust.yaml', 'a file that trusts nobody yet'],
    ['passport trust add trust.yaml registry.pub --issuer unfragile.ai', 'trust a key to sign in that name'],
    ['passport trust export trust.yaml', 'what a registry serves as its public keys'],
  ],

  async run(args, context) {
    const action = args.required('action') as Action;
    refuseOthers(action, args);
    if (action === 'init') return init(args, context);
    if (action === 'list') return list(args, context);
    if (action === 'export') return exportKeys(args, context);
    return edit(action, args, context);
  },
};

function refuseOthers(action: Action, args: Arguments): void {
  const given = (flag: string): boolean => args.texts(flag).length > 0 || args.flag(flag);
  const stray = Object.keys(trust.options).find((flag) => given(flag) && !flagsOf[action].includes(flag));
  if (stray !== undefined) throw usage(`--${stray} is not for passport trust ${action}`, 'see passport trust --help');
  const takesKey = ['add', 'retire', 'revoke'].includes(action);
  if (takesKey === (args.text('public-key') !== undefined)) return;
  throw usage(
    takesKey ? `name the key to ${action}` : `passport trust ${action} takes no key`,
    `passport trust ${action} ${args.required('file')}${takesKey ? ' NAME.pub' : ''}`,
  );
}

async function init(args: Arguments, context: Context): Promise<number> {
  const path = args.required('file');
  durationFlag(args, 'max-age');
  const file = newTrustFile(formatTimestamp(context.io.now()), {
    expires_at: optionalTime(args, 'expires'),
    requires: {
      revocations: args.flag('require-revocations'),
      state: args.flag('require-state'),
      ...(args.flag('require-root') && { root: true }),
      max_age: args.text('max-age') ?? null,
      cosignatures: wantedCosignatures(args.texts('require-cosignatures')),
    },
  });
  const root = await readStatementKey(args, 'root-key', new Inputs(context.io), context.io);
  const text = await textOf(await signedBy(root, file), path);
  await updateFile(path, 0o644, async (bytes) => {
    if (bytes !== undefined) {
      throw new PassportError('ERR_EXISTS', `${path} exists and is not overwritten`, {
        hint: 'add a key to it: passport trust add',
      });
    }
    return { result: undefined, text };
  });
  return wrote(path, file, undefined, context);
}

/** @throws PassportError ERR_USAGE */
function wantedCosignatures(words: readonly string[]): TrustFile['requires']['cosignatures'] {
  const wanted = new Map<string, number>();
  for (const word of words) {
    const [, role = '', count] = /^([a-z0-9-]{1,100})=([1-9]\d?)$/.exec(word) ?? [];
    if (count === undefined || wanted.has(role)) {
      const message = count === undefined ? `${quote(word)} is no ROLE=N` : `the role ${role} is given twice`;
      throw usage(`--require-cosignatures: ${message}`, 'give each role once, such as registry=1');
    }
    wanted.set(role, Number(count));
  }
  return wanted.size === 0 ? null : Object.fromEntries(wanted);
}

async function edit(action: Action, args: Arguments, context: Context): Promise<number> {
  const path = args.required('file');
  const now = formatTimestamp(context.io.now());
  // Before the lock is taken: a passphrase that is asked for would keep all other runs waiting, and so would a pipe.
  const asked = new Inputs(context.io);
  const root = await readStatementKey(args, 'root-key', asked, context.io);
  const word = action === 'sign' ? undefined : args.required('public-key');
  const given = word === undefined ? undefined : await readIfKey(word, asked);
  const { after, changed } = await updateFile(path, 0o644, async () => {
    // Read under the lock: what another run has written is not lost.
    const before = await readTrustFile(path, new Inputs(context.io));
    if (before.signature !== undefined && args.text('root-key') === undefined) {
      throw usage('the trust file is signed, and a changed one must be signed anew', 'give --root-key ROOT.key');
    }
    const key = word === undefined ? undefined : keyOf(word, given, before);
    const after = await signedBy(root, change(action, before, key, now, args));
    return { result: { after, changed: key }, text: await textOf(after, path) };
  });
  return wrote(path, after, changed, context);
}

/** @param key the one named, in base64url; undefined for the action that names none */
function change(action: Action, file: TrustFile, key: string | undefined, now: string, args: Arguments): TrustFile {
  if (key === undefined) {
    if (args.text('root-key') === undefined) throw usage('there is no key to sign with', 'give --root-key ROOT.key');
    return { ...file, issued_at: now, expires_at: optionalTime(args, 'expires') ?? file.expires_at };
  }
  if (action === 'retire') return withRetired(file, key, timeOf(args, 'at', now), now);
  if (action === 'revoke') return withCompromised(file, key, timeOf(args, 'at', now), args.flag('keep-earlier'), now);
  const issuer = args.text('issuer');
  if (issuer === undefined) throw usage('it is not said whose key this is', 'give --issuer NAME, as it is in signedBy');
  const entry = {
    public_key: key,
    issuer,
    role: args.text('role') ?? 'registry',
    coverage: (args.text('coverage') ?? 'envelope') as 'envelope' | 'payload',
    status: 'active' as const,
    // A key that is trusted has signed before: whoever knows since when says so.
    not_before: timeOf(args, 'not-before', ALWAYS),
    not_after: optionalTime(args, 'not-after'),
  };
  return withKey(file, entry, now);
}

type GivenKey = { readonly publicKey: Uint8Array } | { readonly refused: unknown };

/** A key by its file, or by its id where the trust file has it. */
function keyOf(word: string, given: GivenKey | undefined, file: TrustFile): string {
  const known = new TrustStore(file.keys).keys.find((key) => key.keyId === word);
  if (!known && given && 'refused' in given) throw given.refused;
  const publicKey = known?.publicKey ?? (given && 'publicKey' in given ? given.publicKey : undefined);
  if (!publicKey) throw usage('the key is not named', 'give NAME.pub');
  if (isExampleKey(publicKey)) {
    throw new PassportError('ERR_INVALID_KEY', 'this is a published example key: anybody can sign with it', {
      hint: 'make a key of your own: passport keygen -o NAME',
    });
  }
  return encodeBase64Url(publicKey);
}

/** What the file gives, or why it gives none, which counts only where the word is not the id of a key. */
async function readIfKey(word: string, inputs: Inputs): Promise<GivenKey> {
  try {
    return { publicKey: await readSure(word, inputs) };
  } catch (refused) {
    return { refused };
  }
}

/** Read once: a pipe has nothing more to give. Bare bytes do not say whether they are public, and may be a seed. */
async function readSure(path: string, inputs: Inputs): Promise<Uint8Array> {
  const name = path === '-' ? 'standard input' : path;
  const bytes = path === '-' ? await inputs.bytes(path) : await readSmallFile(path);
  if (keyFormOf(keyTextOf(bytes)) === 'raw') {
    throw new PassportError('ERR_INVALID_KEY', `${name} holds 32 bare bytes, which may be a secret key`, {
      hint: 'if they are public: passport key convert FILE --as public --to pem -o NAME.pub',
    });
  }
  return named(name, () => decodeAnyPublicKey(bytes));
}

async function list(args: Arguments, context: Context): Promise<number> {
  const file = await readTrustFile(args.required('file'), new Inputs(context.io));
  const { keys } = new TrustStore(file.keys);
  if (args.flag('json')) {
    const entries = file.keys.map((entry, index) => ({ key_id: keys[index]?.keyId, ...entry }));
    await context.io.stdout(`${printableJson({ ...file, keys: entries })}\n`);
    return exitCodes.ok;
  }
  await context.io.stdout(keys.map((key) => keyLine(key, context.io.now(), context.paint)).join(''));
  await context.io.stderr(`${keys.length} key${keys.length === 1 ? '' : 's'}\n`);
  return exitCodes.ok;
}

function keyLine(key: TrustedKey, now: number, paint: Paint): string {
  const place = windowPlace(key, now);
  const state = key.status !== 'active' ? key.status : place === 'within' ? 'active' : `${place} its time`;
  const { issuer, role, coverage } = key;
  const time = (at: number | undefined): string =>
    at === undefined ? '…' : new Date(at).toISOString().slice(0, 19) + 'Z';
  const window = `${time(key.notBefore)} – ${time(key.notAfter)}`;
  const tone = state === 'active' ? 'good' : 'warning';
  return `${key.keyId} ${paint(tone, state)} ${printable(issuer)} ${role} ${coverage} ${window}\n`;
}

async function exportKeys(args: Arguments, context: Context): Promise<number> {
  const file = await readTrustFile(args.required('file'), new Inputs(context.io));
  const store = new TrustStore(file.keys);
  const issuer = args.text('issuer');
  // An empty set, served by a registry, would say that it has no keys.
  if (issuer !== undefined && store.ofIssuer(issuer).length === 0) {
    throw usage(`the trust file has no key of ${quote(issuer)}`, 'names are compared exactly: see passport trust list');
  }
  if (args.flag('json')) {
    // Signatures are over the value, not over how it is written: that of the file holds.
    if (issuer !== undefined || args.flag('pem'))
      throw usage('--json is for the whole file', 'leave out --issuer and --pem');
    await context.io.stdout(`${printableJson(file)}\n`);
    return exitCodes.ok;
  }
  const current = currentKey(store, issuer, context.io.now());
  if (args.flag('pem')) {
    if (!current)
      throw new PassportError('ERR_INVALID_KEY', 'no key signs at present', { hint: 'see passport trust list' });
    await context.io.stdout(encodePublicKey(current.publicKey));
    return exitCodes.ok;
  }
  const keys = issuer === undefined ? store.keys : store.ofIssuer(issuer);
  const now = current && { kid: keyId(current.publicKey), pem: encodePublicKey(current.publicKey) };
  await context.io.stdout(`${printableJson({ ...keySet(keys), current: now ?? null })}\n`);
  return exitCodes.ok;
}

/** @throws PassportError ERR_INVALID_SOURCE with the diagnostics */
async function readTrustFile(path: string, inputs: Inputs): Promise<TrustFile> {
  const { value, diagnostics } = await inputs.trustFile(path);
  if (value === undefined) throw new PassportError('ERR_INVALID_SOURCE', 'the trust file has errors', { diagnostics });
  return value as unknown as TrustFile;
}

/** The text of the file, read as every verifier will read it: what none would take is better refused now. */
async function textOf(file: TrustFile, path: string): Promise<string> {
  const text = emitTrustFile(file);
  const { parseAuthored } = await import('../../author/authored.js');
  try {
    parseAuthored('trust-file', text, path);
    return text;
  } catch (error) {
    const problem = error instanceof PassportError ? error.diagnostics.find(isError) : undefined;
    if (!problem) throw error;
    throw usage(`the trust file would not be one: ${problem.message}`, problem.hint ?? 'change the flags');
  }
}

async function signedBy(pair: KeyPair | undefined, file: TrustFile): Promise<TrustFile> {
  return pair ? signStatement(file, pair) : file;
}

function optionalTime(args: Arguments, flag: string): string | null {
  const given = args.text(flag);
  return given === undefined ? null : normalizeTimestamp(given, `--${flag}`);
}

function timeOf(args: Arguments, flag: string, now: string): string {
  return optionalTime(args, flag) ?? now;
}

/** With what the file now says of the key that it was about: a mistyped flag is best seen at once. */
async function wrote(path: string, file: TrustFile, key: string | undefined, context: Context): Promise<number> {
  const { io, paintError } = context;
  const { keys } = new TrustStore(file.keys);
  const index = file.keys.findIndex(({ public_key }) => public_key === key);
  const said = keys[index] ? keyLine(keys[index], io.now(), paintError) : '';
  const nobody = keys.length === 0 ? ', which trusts nobody yet: passport trust add' : '';
  await io.stderr(`${paintError('good', 'wrote')} ${printable(path)}${nobody}\n${said}`);
  return exitCodes.ok;
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
