import { printable } from '../encoding/printable.js';
import { decodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';
import type { Unlock } from '../keys/unlock.js';
import { readDescriptor } from '../node/descriptor.js';
import { readStream } from '../node/files.js';
import type { Io } from '../node/io.js';
import { readPrivateFile } from '../node/private-file.js';
import type { Arguments } from './command.js';

const flags = ['passphrase-file', 'passphrase-fd', 'passphrase-env'] as const;
const LIMITS = { bytes: 4096, milliseconds: 60_000 };

/** The passphrases of a run: from the one source that its flags name, read once, or else from the terminal. */
export class Passphrases {
  private given: Promise<string> | undefined;

  /** @throws PassportError ERR_USAGE where several sources are named */
  constructor(
    private readonly args: Arguments,
    private readonly io: Io,
  ) {
    if (flags.filter((flag) => args.text(flag) !== undefined).length > 1) {
      throw new PassportError('ERR_USAGE', 'several sources of the passphrase are named', { hint: 'name one of them' });
    }
  }

  /** What opens secret keys. */
  get unlock(): Unlock {
    const identity = this.args.text('identity');
    return {
      passphrase: (what) => this.ask(`Passphrase for ${printable(what)}:`, false),
      ...(identity === undefined ? {} : { identities: () => readIdentities(identity) }),
    };
  }

  /**
   * For a key that is to be written; asked for twice.
   * @throws PassportError ERR_PASSPHRASE, ERR_CANCELLED, ERR_READ, ERR_UNSAFE_KEY_FILE
   */
  choose(what: string): Promise<string> {
    return this.ask(`New passphrase for ${printable(what)}:`, true);
  }

  private async ask(question: string, isNew: boolean): Promise<string> {
    this.given ??= this.fromFlags();
    if (this.given) return this.given;
    if (!this.io.stdinIsTerminal || !this.io.stderrIsTerminal) {
      throw new PassportError('ERR_PASSPHRASE', 'a passphrase is needed, and there is no terminal to ask on', {
        hint: 'name its source: --passphrase-file FILE, --passphrase-fd N or --passphrase-env NAME',
      });
    }
    const { askPassphrase } = await import('./prompt.js');
    return askPassphrase(question, isNew);
  }

  private fromFlags(): Promise<string> | undefined {
    const [file, descriptor, variable] = flags.map((flag) => this.args.text(flag));
    if (file !== undefined) return fromFile(file, this.io);
    if (descriptor !== undefined) return fromDescriptor(descriptor);
    if (variable !== undefined) return fromEnvironment(variable, this.io);
    return undefined;
  }
}

async function fromFile(path: string, io: Io): Promise<string> {
  if (path === '-') {
    if (io.stdinIsTerminal)
      throw new PassportError('ERR_USAGE', 'standard input is a terminal: leave the flag out, and you are asked');
    return line(await readStream(io.stdin, 'standard input'), 'standard input');
  }
  const { bytes, unsafe } = await readPrivateFile(path, 'passphrase file');
  if (unsafe) throw unsafe;
  return line(bytes, path);
}

async function fromDescriptor(number: string): Promise<string> {
  // The word is not repeated: whoever took the flag for another may have given the passphrase itself.
  if (!/^\d{1,9}$/.test(number)) {
    throw new PassportError('ERR_USAGE', '--passphrase-fd is not the number of a descriptor', {
      hint: 'passport … --passphrase-fd 3 3< FILE',
    });
  }
  return line(await readDescriptor(Number(number), LIMITS), `descriptor ${number}`);
}

async function fromEnvironment(name: string, io: Io): Promise<string> {
  const value = io.env[name];
  if (value !== undefined && value !== '') return Promise.resolve(value);
  // As above.
  const shown = /^[A-Z_][A-Z0-9_]{0,60}$/.test(name) ? ` ${name}` : '';
  throw new PassportError(
    'ERR_PASSPHRASE',
    `the environment variable${shown} of --passphrase-env is not set, or empty`,
  );
}

/** One line, its end left out. Anything else was hardly meant, and programs would differ on where it ends. */
function line(bytes: Uint8Array, from: string): string {
  const text = decodeUtf8(bytes)?.replace(/\r?\n$/, '');
  const why =
    text === undefined
      ? 'is not UTF-8'
      : text === ''
        ? 'is empty'
        : /[\r\n\0]/.test(text)
          ? 'has more than one line'
          : undefined;
  if (why === undefined && bytes.length <= LIMITS.bytes) return text as string;
  throw new PassportError(
    'ERR_PASSPHRASE',
    `the passphrase from ${from} ${why ?? `has more than ${LIMITS.bytes} bytes`}`,
  );
}

/** The identities of a file as age-keygen writes it. */
async function readIdentities(path: string): Promise<readonly string[]> {
  const { bytes, unsafe } = await readPrivateFile(path, 'identity file');
  if (unsafe) throw unsafe;
  const lines = (decodeUtf8(bytes) ?? '').split(/\r?\n/).map((each) => each.trim());
  const identities = lines.filter((each) => each !== '' && !each.startsWith('#'));
  if (identities.length > 0 && identities.every((each) => each.startsWith('AGE-SECRET-KEY-'))) return identities;
  throw new PassportError('ERR_INVALID_KEY', `${path}: not a file of age identities`, {
    hint: 'it has lines AGE-SECRET-KEY-1…, as age-keygen writes them, not encrypted',
  });
}
