import yargs, { type Argv, type Options, type PositionalOptions } from 'yargs';
import { nearest } from '../encoding/nearest.js';
import { PassportError } from '../errors.js';
import type { Command } from './command.js';
import { loaders } from './commands.js';
import { version } from './version.js';

/** What the words ask for: a text to print (help, version), or a command with the values of its flags. */
export type Parsed =
  | { readonly text: string }
  | { readonly text?: undefined; readonly command: Command; readonly values: Readonly<Record<string, unknown>> };

/** Any command line. @throws PassportError ERR_USAGE, with the flag or command that was most likely meant */
export async function parseWords(argv: readonly string[]): Promise<Parsed> {
  const words = prepare(argv);
  // Only the command that is meant is loaded; help and mistakes need the words of all.
  const name = words.find((word) => Object.hasOwn(loaders, word));
  const names = name !== undefined ? [name] : Object.keys(loaders);
  const commands = await Promise.all(names.map(async (key) => (loaders[key] as () => Promise<Command>)()));
  const mistakes = new Mistakes(words, name, commands);
  mistakes.refuseUnknownFlags();
  const asksForText = name === undefined || words.some((word) => ['--help', '-h', '--version'].includes(word));
  let chosen: { command: Command; values: Record<string, unknown> } | undefined;
  const cli = program(asksForText);
  for (const command of commands) {
    cli.command({
      command: command.usage,
      describe: command.describe,
      builder: (sub: Argv) => describeCommand(sub, command, asksForText),
      handler: (values: Record<string, unknown>) => {
        chosen = { command, values };
      },
    });
  }
  let text = '';
  try {
    await cli.parseAsync(words, {}, (_error: unknown, _argv: unknown, output: string) => {
      text = output;
    });
  } catch (error) {
    throw error instanceof Misused ? mistakes.explain(error.message) : error;
  }
  if (!chosen) {
    if (text === '') throw mistakes.explain('name a command');
    return { text };
  }
  const { command, values } = chosen;
  mistakes.refuseRepeatedFlags(command, values);
  return {
    command,
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value)])),
  };
}

/** The parser makes its help and reads its version in every run, at the cost of a third of it: only for who asks. */
function program(forText: boolean): Argv {
  const cli = yargs()
    .scriptName('passport')
    .usage('$0 <command>\n\nWrite, check, sign and verify trust passports: signed statements about AI artifacts.')
    .locale('en')
    // A flag is what it is called, and nothing else: no --no-key, no --key.x, no -xyz for -x -y -z.
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'short-option-groups': false,
    })
    .option('color', { type: 'string', describe: 'auto, always or never; NO_COLOR is respected', global: true })
    .demandCommand(1, 'name a command')
    .strict()
    .exitProcess(false)
    .showHelpOnFail(false)
    .help(false)
    .version(false)
    .fail((message: string | null, error: Error | undefined) => {
      // The parser's own errors are the user's mistakes; anything else is ours.
      if (error && error.name !== 'YError') throw error;
      throw new Misused(message ?? error?.message);
    });
  return forText ? cli.help().alias('help', 'h').version(version()).wrap(100) : cli.wrap(null);
}

class Misused extends Error {}

function describeCommand(cli: Argv, command: Command, forText: boolean): Argv {
  for (const [name, options] of Object.entries(command.positionals)) cli.positional(name, shownIf(forText, options));
  if (forText) for (const [example, what] of command.examples) cli.example(example, what);
  for (const [name, options] of Object.entries(command.options)) cli.option(name, shownIf(forText, options));
  return cli;
}

function shownIf<T extends Options | PositionalOptions>(forText: boolean, options: T): T {
  if (forText) return options;
  const { describe: _, description: __, desc: ___, ...rest } = options;
  return { ...rest, hidden: true } as unknown as T;
}

// --- words --------------------------------------------------------------------------------------------------------

// Goes before a word that the parser would take for something else; no argument can hold it.
const PLAIN = '\u0000';

/**
 * The words as the parser is to see them. It takes a lone dash for a flag, drops what follows `--`, takes the word
 * `help` anywhere for a call for help, and --color for a flag that must have a value.
 */
function prepare(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  const words = end === -1 ? [...argv] : argv.slice(0, end);
  const operands = end === -1 ? [] : argv.slice(end + 1);
  if (words[0] === 'help') words.splice(0, 1, '--help');
  const plain = words.map((word, place) => {
    if (word === '-' || word === 'help') return PLAIN + word;
    if (word === '--color' && !['auto', 'always', 'never'].includes(words[place + 1] ?? '')) return '--color=always';
    return word;
  });
  return [...plain, ...operands.map((word) => PLAIN + word)];
}

function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown);
  return typeof value === 'string' && value.startsWith(PLAIN) ? value.slice(PLAIN.length) : value;
}

// --- mistakes -----------------------------------------------------------------------------------------------------

/** What is wrong with a command line, in this program's words. */
class Mistakes {
  constructor(
    private readonly words: readonly string[],
    private readonly name: string | undefined,
    private readonly commands: readonly Command[],
  ) {}

  refuseUnknownFlags(): void {
    const known = new Map<string, string | undefined>([
      ['color', 'string'],
      ['help', 'boolean'],
      ['h', 'boolean'],
      ['version', 'boolean'],
    ]);
    for (const { options } of this.commands) {
      for (const [flag, { alias, type }] of Object.entries(options)) {
        known.set(flag, type);
        if (typeof alias === 'string') known.set(alias, type);
      }
    }
    for (const word of this.words) {
      const [, dashes = '', flag = '', value] = /^(--?)([^=]+)(=.*)?$/s.exec(word) ?? [];
      if (flag === '') continue;
      if (!known.has(flag)) {
        const meant = nearest(
          flag,
          [...known.keys()].filter((candidate) => candidate.length > 1),
        );
        const near = meant === undefined ? '' : `did you mean --${meant}? `;
        throw this.error(`${dashes}${flag} is not a flag of this command`, `${near}see ${this.help}`);
      }
      if (value !== undefined && known.get(flag) === 'boolean') {
        throw this.error(`${dashes}${flag} takes no value`, `see ${this.help}`);
      }
    }
  }

  refuseRepeatedFlags({ options, repeatable }: Command, values: Readonly<Record<string, unknown>>): void {
    const repeated = Object.keys(options).find((flag) => Array.isArray(values[flag]) && !repeatable?.includes(flag));
    if (repeated !== undefined) throw this.error(`--${repeated} is given more than once`, `see ${this.help}`);
  }

  /** The parser's message, after which nothing of it is left. */
  explain(message: string): PassportError {
    const operands = this.words.filter((word) => !word.startsWith('-'));
    if (this.name === undefined && operands.length > 0) {
      const meant = nearest(operands[0] as string, Object.keys(loaders));
      const near = meant === undefined ? '' : `did you mean passport ${meant}? `;
      return this.error('there is no such command', `${near}see ${this.help}`);
    }
    const [, got] = /^Not enough non-option arguments: got (\d+)/.exec(message) ?? [];
    if (got !== undefined) {
      const missing = Object.keys(this.commands[0]?.positionals ?? {})[Number(got)] ?? 'file';
      return this.error(`name the ${missing}`, `see ${this.help}; a name that begins with a dash goes after --`);
    }
    const surplus = /^Unknown arguments?: (.+)$/s.exec(message)?.[1]?.split(', ')[0];
    if (surplus !== undefined)
      return this.error(`${String(shown(surplus))} is an argument too many`, `see ${this.help}`);
    const unknownValue = /^Invalid values:\s+Argument: ([^,\s]+), Given: "?(.*?)"?, Choices: /s.exec(message);
    if (unknownValue) return this.unknownValue(unknownValue[1] ?? '', String(shown(unknownValue[2] ?? '')));
    const absent = /^Missing required arguments?: (.+)$/s.exec(message)?.[1]?.split(', ');
    if (absent !== undefined) {
      const flags = absent.map((flag) => `--${flag}`).join(' and ');
      return this.error(`${flags} must be given`, `see ${this.help}`);
    }
    const withoutValue = /^Not enough arguments following: (\S+)/.exec(message)?.[1];
    if (withoutValue !== undefined) {
      const flag = withoutValue.length === 1 ? `-${withoutValue}` : `--${withoutValue}`;
      return this.error(`${flag} needs a value, and none follows`, `write ${flag}=VALUE; see ${this.help}`);
    }
    const words = message.replaceAll(PLAIN, '').replace(/\s+/g, ' ').trim();
    return this.error(words.charAt(0).toLowerCase() + words.slice(1), `see ${this.help}`);
  }

  private unknownValue(flag: string, value: string): PassportError {
    const { choices = [] } =
      this.commands.map(({ options, positionals }) => options[flag] ?? positionals[flag]).find((one) => one) ?? {};
    const known = choices.map(String);
    const meant = nearest(value, known);
    const near = meant === undefined ? '' : `did you mean ${meant}? `;
    const name = this.commands.some(({ options }) => Object.hasOwn(options, flag)) ? `--${flag}` : `the ${flag}`;
    const list = `${known.slice(0, -1).join(', ')} or ${known.at(-1) ?? ''}`;
    return this.error(`${name} ${value} is not known: it is one of ${list}`, `${near}see ${this.help}`);
  }

  private get help(): string {
    return this.name === undefined ? 'passport --help' : `passport ${this.name} --help`;
  }

  private error(message: string, hint: string): PassportError {
    return new PassportError('ERR_USAGE', message, { hint });
  }
}
