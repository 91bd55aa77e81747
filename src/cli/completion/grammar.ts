import type { Options } from 'yargs';
import { printable } from '../../encoding/printable.js';
import { catalogue, isRuleId, type Level } from '../../validate/catalogue.js';
import type { Command } from '../command.js';
import { formatNames } from '../formats.js';

/** What can stand at one place of a command line. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** One of the words, the separator, and what follows it; where that is optional, one of the words alone. */
  | {
      readonly kind: 'pair';
      readonly words: readonly string[];
      readonly separator: '=' | ':';
      readonly optional: boolean;
      readonly then: Values;
    }
  /** Names of files with one of these endings; with any, where there are none. */
  | { readonly kind: 'files'; readonly endings: readonly string[] }
  /** Text that nobody can guess. */
  | { readonly kind: 'free' };

export interface Flag {
  /** Without dashes. */
  readonly name: string;
  readonly short: string | undefined;
  readonly describe: string;
  /** Undefined for a flag that takes none. */
  readonly values: Values | undefined;
  readonly repeatable: boolean;
}

export interface CommandWords {
  readonly name: string;
  readonly describe: string;
  readonly flags: readonly Flag[];
  /** In their order. */
  readonly operands: readonly Values[];
  /** Whether the last operand can be given several times. */
  readonly repeats: boolean;
}

/** All that can be said to the program, for the shells to complete. */
export interface Grammar {
  readonly commands: readonly CommandWords[];
  /** Flags of every command. */
  readonly flags: readonly Flag[];
}

export function grammarOf(commands: Readonly<Record<string, Command>>): Grammar {
  return {
    commands: Object.entries(commands).map(([name, command]) => commandWords(name, command)),
    flags: [
      flag('color', { choices: ['auto', 'always', 'never'], describe: 'when to use colours' }),
      flag('help', { type: 'boolean', alias: 'h', describe: 'show help' }),
      flag('version', { type: 'boolean', describe: 'show the version number' }),
    ],
  };
}

const sources: Values = { kind: 'files', endings: ['yaml', 'yml', 'json'] };
const anyFile: Values = { kind: 'files', endings: [] };
const free: Values = { kind: 'free' };

// What a flag takes that has no choices: sources and what is written like one, unless it is here.
const byFlag: Readonly<Record<string, Values>> = {
  rule: {
    kind: 'pair',
    words: Object.keys(catalogue).filter((id) => isRuleId(id) && !catalogue[id].fixed),
    separator: '=',
    optional: false,
    then: { kind: 'words', words: ['off', 'info', 'warning', 'error'] satisfies Level[] },
  },
  format: { kind: 'pair', words: formatNames, separator: ':', optional: true, then: anyFile },
  key: anyFile,
  pin: anyFile,
  root: anyFile,
  'root-key': anyFile,
  state: anyFile,
  proof: { kind: 'files', endings: ['json'] },
  'write-proof': { kind: 'files', endings: ['json'] },
  'verified-by-claim': { kind: 'files', endings: ['json'] },
  'found-at': free,
  revocations: { kind: 'files', endings: ['json'] },
  document: { kind: 'files', endings: ['json'] },
  against: { kind: 'files', endings: ['json'] },
  output: anyFile,
  ...Object.fromEntries(
    // Texts, times and lengths of time.
    [
      'trust-digest issuer max-age skew role not-before not-after at expires slug digest reason valid-for'.split(' '),
    ].flatMap((names) => names.map((name) => [name, free])),
  ),
  now: free,
  'max-warnings': free,
  'signed-at': free,
  'signed-by': free,
  signer: free,
  'signer-timeout': free,
  'stdin-filename': free,
  'passphrase-file': anyFile,
  'passphrase-fd': free,
  'passphrase-env': free,
  identity: anyFile,
  recipient: free,
};

const byOperand: Readonly<Record<string, Values>> = {
  keyfile: anyFile,
  topic: { kind: 'words', words: Object.keys(catalogue) },
  'public-key': anyFile,
  claim: { kind: 'files', endings: ['json'] },
  before: { kind: 'files', endings: ['json'] },
  after: { kind: 'files', endings: ['json'] },
};

function commandWords(name: string, command: Command): CommandWords {
  const operands = Object.entries(command.positionals);
  return {
    name,
    describe: words(command.describe),
    flags: Object.entries(command.options).map(([key, options]) => flag(key, options, command.repeatable)),
    operands: operands.map(([key, { choices }]) => chosen(choices) ?? byOperand[key] ?? sources),
    repeats: operands.at(-1)?.[1].array === true,
  };
}

function flag(name: string, options: Options, repeatable: readonly string[] = []): Flag {
  const { alias, describe, type, choices } = options;
  const takesNone = type === 'boolean' || type === 'count';
  return {
    name,
    short: typeof alias === 'string' && alias.length === 1 ? alias : undefined,
    describe: words(typeof describe === 'string' ? describe : ''),
    values: takesNone ? undefined : (chosen(choices) ?? byFlag[name] ?? (type === 'number' ? free : sources)),
    repeatable: repeatable.includes(name),
  };
}

function chosen(choices: Options['choices']): Values | undefined {
  const list = typeof choices === 'string' ? [choices] : choices;
  return list && { kind: 'words', words: list.map(String) };
}

/** Scripts are made of lines. */
function words(text: string): string {
  return printable(text);
}
