import type { Command } from './command.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * The words behind a command's name where nothing is out of the ordinary, as in most runs: known flags by their whole
 * names, each with a value if it takes one, and as many other words as there are places for. Anything else (help, and
 * every mistake) is for the parser, which takes longer to be loaded than most commands take to run.
 * @returns what the parser would say, or undefined
 */
export function readPlainWords(
  words: readonly string[],
  { usage, options, positionals, repeatable }: Command,
): Values | undefined {
  const values: Record<string, string | true | string[]> = {};
  const others: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '-' || !word.startsWith('-')) {
      others.push(word);
      continue;
    }
    const [, dashes, written = '', inWord] = /^(--?)([a-z][a-z-]*)(?:=(.+))?$/s.exec(word) ?? [];
    const name = dashes === '--' ? written : byAlias(options, written);
    const option =
      name === 'color' ? color : name === undefined || !Object.hasOwn(options, name) ? undefined : options[name];
    if (name === undefined || option === undefined) return undefined;
    if (option.type === 'boolean') {
      if (inWord !== undefined || values[name] !== undefined) return undefined;
      values[name] = true;
      continue;
    }
    const value = inWord ?? words[++at];
    if (option.type !== 'string' || !isPlain(value) || !isChoice(value, option.choices)) return undefined;
    const before = values[name];
    if (before === undefined) values[name] = value;
    else if (!repeatable?.includes(name) || before === true) return undefined;
    else values[name] = [before, value].flat();
  }
  const places = placesOf(usage);
  const last = places.at(-1);
  if (others.length > places.length && !last?.isMany) return undefined;
  for (const [index, { name, isMany, isNeeded }] of places.entries()) {
    const positional = positionals[name];
    const given = isMany ? others.slice(index) : others.slice(index, index + 1);
    if (isNeeded && given.length === 0) return undefined;
    if (!given.every((value) => isPlain(value) && isChoice(value, positional?.choices))) return undefined;
    const value = isMany ? given : (given[0] ?? (positional?.default as string | undefined));
    if (value !== undefined) values[name] = value;
  }
  const isComplete = Object.entries(options).every(
    ([name, { demandOption }]) => !demandOption || values[name] !== undefined,
  );
  return isComplete ? values : undefined;
}

const color = { type: 'string', choices: ['auto', 'always', 'never'] } as const;

function byAlias(options: Command['options'], alias: string): string | undefined {
  return Object.keys(options).find((name) => options[name]?.alias === alias);
}

/** What the parser would not take for a flag or for a call for help, and from which it would take no quotes. */
function isPlain(value: string | undefined): value is string {
  return value !== undefined && value !== '' && value !== 'help' && (value === '-' || !/^[-"'`]/.test(value));
}

function isChoice(value: string, choices: unknown): boolean {
  return choices === undefined || (choices as readonly unknown[]).includes(value);
}

interface PlaceOfWord {
  readonly name: string;
  readonly isMany: boolean;
  readonly isNeeded: boolean;
}

/** Those of a usage such as `validate [source..]`. */
function placesOf(usage: string): PlaceOfWord[] {
  return [...usage.matchAll(/([<[])([a-z-]+)(\.\.)?[>\]]/g)].map(([, bracket, name = '', many]) => ({
    name,
    isMany: many !== undefined,
    isNeeded: bracket === '<',
  }));
}
