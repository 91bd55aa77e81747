import type { Options, PositionalOptions } from 'yargs';
import type { Io } from '../node/io.js';
import type { Paint } from '../encoding/paint.js';
import type { Report } from '../report/report.js';

/** What a command is given to work with. */
export interface Context {
  readonly io: Io;
  /** Colours for standard output and standard error. */
  readonly paint: Paint;
  readonly paintError: Paint;
}

/** A run that could not be done. */
export type Failed = Pick<Report, 'files' | 'failures' | 'exitStatus'>;

/** A command as data: its words for the help, and what it does once they are parsed. */
export interface Command {
  /** As yargs reads it: the name and its positional arguments. */
  readonly usage: string;
  readonly describe: string;
  readonly positionals: Readonly<Record<string, PositionalOptions>>;
  readonly options: Readonly<Record<string, Options>>;
  /** Flags that may be given several times. */
  readonly repeatable?: readonly string[];
  readonly examples: ReadonlyArray<readonly [command: string, what: string]>;
  /** Its status 0 is a verdict, for which a call for help among other words must not pass. */
  readonly judges?: boolean;
  /** Loads what it needs when it runs. @returns the exit status */
  run(args: Arguments, context: Context): Promise<number>;
  /** Says in its own form what kept it from running, where its words ask for that. */
  fail?(words: readonly string[], failed: Failed, context: Context): Promise<void>;
}

/** Parsed flags. Every flag that takes a value is text, given once. */
export class Arguments {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** One that the parser has made sure of. */
  required(name: string): string {
    return this.text(name) as string;
  }

  texts(name: string): readonly string[] {
    const value = this.values[name];
    if (Array.isArray(value)) return value as readonly string[];
    return typeof value === 'string' ? [value] : [];
  }

  /** How many of the files named are standard input; an output of that name is standard output. */
  standardInputs(): number {
    return Object.entries(this.values)
      .flatMap(([name, value]) => (name === 'output' || name === 'o' || name === 'out' || name === '_' ? [] : value))
      .filter((value) => value === '-').length;
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }
}

const file = (describe: string): Options => ({ type: 'string', requiresArg: true, describe });

/** Flags that several commands share, declared once. */
export const shared = {
  observations: file('what the registry knows: YAML or JSON'),
  registry: file("another registry's profile: YAML or JSON"),
  overlay: file('for a manifest (unfragile.yml): categories and what else it cannot say'),
  config: file('instead of the nearest passport.config.yaml or package.json'),
  'no-config': { type: 'boolean', describe: 'use no configuration' },
  output: { ...file('write here instead of standard output'), alias: 'o' },
  pretty: { type: 'boolean', describe: 'indent the JSON for people' },
  coverage: {
    type: 'string',
    requiresArg: true,
    choices: ['envelope', 'payload'],
    describe: 'what the signature is over; envelope unless given',
  },
} as const satisfies Record<string, Options>;

/** Where a passphrase comes from. It is never a word of the command line, which everybody on the machine can read. */
export const passphraseFlags = {
  'passphrase-file': file('the passphrase is the one line of this file, which nobody else can read'),
  'passphrase-fd': file('N: the passphrase comes from this open descriptor'),
  'passphrase-env': file('NAME: the passphrase is in this environment variable'),
} as const satisfies Record<string, Options>;

/** What opens a secret key. */
export const unlockFlags = {
  ...passphraseFlags,
  identity: file('age identities (AGE-SECRET-KEY-1…), for a key encrypted to recipients'),
} as const satisfies Record<string, Options>;
