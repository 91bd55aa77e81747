import { PassportError } from '../errors.js';
import { Arguments, type Command } from './command.js';
import type { Parsed } from './command-parser.js';
import { loaders } from './commands.js';
import { readPlainWords } from './plain-words.js';

/** What the words ask for: a text to print (help, version), or a command with its arguments. */
export type Chosen =
  | { readonly text: string }
  | { readonly text?: undefined; readonly command: Command; readonly args: Arguments; readonly color: unknown };

/** @throws PassportError ERR_USAGE, with the flag or command that was most likely meant */
export async function parseCommandLine(argv: readonly string[]): Promise<Chosen> {
  const parsed = (await parsePlainly(argv)) ?? (await (await import('./command-parser.js')).parseWords(argv));
  if (parsed.text !== undefined) return parsed;
  const { command, values } = parsed;
  refuseEmpty(command, values);
  const args = new Arguments(values);
  if (args.standardInputs() > 1) {
    // It can be read once: the second reader would see nothing.
    throw new PassportError('ERR_USAGE', 'standard input (-) is named twice', {
      hint: 'give one of the two as a file',
    });
  }
  return { command, args, color: values.color };
}

async function parsePlainly([name, ...words]: readonly string[]): Promise<Parsed | undefined> {
  if (name === undefined || !Object.hasOwn(loaders, name)) return undefined;
  const command = await (loaders[name] as () => Promise<Command>)();
  const values = readPlainWords(words, command);
  return values && { command, values };
}

/** `--trust "$FILE"` where the variable is not set: what would come of it names nothing. @throws PassportError ERR_USAGE */
function refuseEmpty({ options }: Command, values: Readonly<Record<string, unknown>>): void {
  const empty = Object.keys(values).find((name) => [values[name]].flat().includes(''));
  if (empty === undefined) return;
  const flag = Object.hasOwn(options, empty);
  throw new PassportError('ERR_USAGE', `${flag ? `--${empty}` : `the word for ${empty}`} is empty`, {
    hint: flag ? 'give it a value, or leave it out: is a variable not set?' : 'give a name: is a variable not set?',
  });
}
