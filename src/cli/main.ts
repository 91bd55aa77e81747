import { readFileSync } from 'node:fs';
import yargs, { type Argv } from 'yargs';
import { nearest } from '../encoding/nearest.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import type { Io } from '../node/io.js';
import { Arguments, type Command } from './command.js';
import { loaders } from './commands.js';
import { exitCodeOf, exitCodes } from './exit-codes.js';
import { formatError } from './report.js';
import { colorChoice, painter } from './style.js';

/**
 * The command `passport` as a function. Results go to standard output, everything else to standard error.
 * @param argv the words after the command's name
 * @returns the exit status; nothing exits and nothing is thrown
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let paintError = painter('auto', io, io.stderrIsTerminal);
  try {
    const chosen = await parse(argv);
    if (chosen.text !== undefined) {
      await io.stdout(`${chosen.text}\n`);
      return exitCodes.ok;
    }
    const color = colorChoice(chosen.color);
    paintError = painter(color, io, io.stderrIsTerminal);
    return await chosen.command.run(chosen.args, { io, paint: painter(color, io, io.stdoutIsTerminal), paintError });
  } catch (error) {
    if (error instanceof PassportError) {
      await io.stderr(formatError(error, paintError));
      return exitCodeOf(error.code);
    }
    const detail = error instanceof Error ? (io.env.PASSPORT_DEBUG ? error.stack : error.message) : String(error);
    await io.stderr(
      `passport: internal error: ${printable(detail ?? '')}\n  this is a bug in passport; PASSPORT_DEBUG=1 shows where\n`,
    );
    return exitCodes.internal;
  }
}

type Chosen =
  | { readonly text: string }
  | { readonly text?: undefined; readonly command: Command; readonly args: Arguments; readonly color: unknown };

/** @throws PassportError ERR_USAGE */
async function parse(argv: readonly string[]): Promise<Chosen> {
  // Only the command that is meant is loaded; help and mistakes need the words of all.
  const name = argv.find((word) => Object.hasOwn(loaders, word));
  const names = name !== undefined && argv[0] === name ? [name] : Object.keys(loaders);
  const commands = await Promise.all(names.map(async (key) => (loaders[key] as () => Promise<Command>)()));
  let chosen: { command: Command; values: Record<string, unknown> } | undefined;
  let cli = yargs()
    .scriptName('passport')
    .usage('$0 <command>\n\nWrite, check, sign and verify trust passports: signed statements about AI artifacts.')
    .locale('en')
    .parserConfiguration({ 'camel-case-expansion': false, 'parse-numbers': false, 'parse-positional-numbers': false })
    .option('color', { type: 'string', describe: 'auto, always or never; NO_COLOR is respected', global: true })
    .demandCommand(1, 'name a command')
    .recommendCommands()
    .strict()
    .exitProcess(false)
    .showHelpOnFail(false)
    .help()
    .alias('help', 'h')
    .version(version())
    .wrap(100)
    .fail((message: string | null, error: Error | undefined) => {
      // The parser's own errors are the user's mistakes; anything else is ours.
      if (error && error.name !== 'YError') throw error;
      throw new Misused(message ?? error?.message);
    });
  for (const command of commands) {
    const described = { command: command.usage, describe: command.describe };
    cli = cli.command({
      ...described,
      builder: (sub: Argv) => describeCommand(sub, command),
      handler: (values: Record<string, unknown>) => {
        chosen = { command, values };
      },
    });
  }
  let text = '';
  try {
    await cli.parseAsync(argv.map(hideDash), {}, (_error: unknown, _argv: unknown, output: string) => {
      text = output;
    });
  } catch (error) {
    throw error instanceof Misused ? usageError(error.message, name, commands, argv) : error;
  }
  if (!chosen) return { text };
  const { command, values } = chosen;
  const args = new Arguments(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, showDash(value)])));
  const repeated = Object.keys(command.options).find((flag) => Array.isArray(values[flag]));
  if (repeated !== undefined) throw usageError(`--${repeated} is given more than once`, name, commands, argv);
  if (args.standardInputs() > 1) {
    // It can be read once: the second reader would see nothing.
    throw new PassportError('ERR_USAGE', 'standard input (-) is named twice', {
      hint: 'give one of the two as a file',
    });
  }
  return { command, args, color: values.color };
}

// The parser takes a lone dash for a flag without a name.
const DASH = '\u0000-';
const hideDash = (word: string): string => (word === '-' ? DASH : word);

function showDash(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(showDash);
  return value === DASH ? '-' : value;
}

class Misused extends Error {}

function describeCommand(cli: Argv, command: Command): Argv {
  for (const [name, options] of Object.entries(command.positionals)) cli.positional(name, options);
  for (const [example, what] of command.examples) cli.example(example, what);
  return cli.options(command.options);
}

/** The parser's message in this program's words, with the flag or command that was most likely meant. */
function usageError(
  message: string,
  name: string | undefined,
  commands: readonly Command[],
  argv: readonly string[],
): PassportError {
  const help = name === undefined ? 'passport --help' : `passport ${name} --help`;
  if (name === undefined && message.startsWith('Unknown argument')) {
    return new PassportError('ERR_USAGE', 'there is no such command', { hint: `see ${help}` });
  }
  const unknown = /^Unknown arguments?: (.+)$/.exec(message)?.[1]?.split(', ');
  const surplus = unknown?.find((word) => argv.includes(word));
  if (surplus !== undefined) {
    return new PassportError('ERR_USAGE', `${surplus} is an argument too many`, { hint: `see ${help}` });
  }
  if (unknown) {
    const flags = commands.flatMap(({ options }) => Object.keys(options)).concat('help', 'version', 'color');
    const said = unknown.map((word) => (word.length === 1 ? `-${word}` : `--${word}`)).join(', ');
    const meant = nearest(unknown[0] as string, flags);
    const hint = meant === undefined ? `see ${help}` : `did you mean --${meant}? see ${help}`;
    return new PassportError('ERR_USAGE', `${said} is not a flag of this command`, { hint });
  }
  const command = /^(?:Unknown command: |Did you mean )(.+?)\??$/.exec(message)?.[1];
  if (command !== undefined) {
    const meant = message.startsWith('Did') ? command : nearest(command, Object.keys(loaders));
    return new PassportError('ERR_USAGE', 'there is no such command', {
      hint: meant === undefined ? `see ${help}` : `did you mean passport ${meant}? see ${help}`,
    });
  }
  const words = message.replaceAll(DASH, '-').replaceAll('\n', ' ');
  return new PassportError('ERR_USAGE', words.charAt(0).toLowerCase() + words.slice(1), {
    hint: `see ${help}`,
  });
}

function version(): string {
  // Both the compiled file and the bundle lie two folders below the package's root.
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
