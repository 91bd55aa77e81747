import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/cli/command.js';
import { parseWords } from '../../src/cli/command-parser.js';
import { loaders } from '../../src/cli/commands.js';
import { readPlainWords } from '../../src/cli/plain-words.js';

const commands = await Promise.all(Object.entries(loaders).map(async ([name, load]) => [name, await load()] as const));

/** What a command can see of its words. */
function seen({ options, positionals }: Command, values: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    [...Object.keys(options), ...Object.keys(positionals), 'color'].map((name) => {
      const value = values[name];
      return [name, value === false || (Array.isArray(value) && value.length === 0) ? undefined : value];
    }),
  );
}

describe.each(commands)('plain words behind %s', (name, command) => {
  const flags = Object.entries(command.options).flatMap(([flag, { alias }]) => [
    `--${flag}`,
    ...(typeof alias === 'string' ? [`-${alias}`] : []),
  ]);
  const choices = Object.values({ ...command.options, ...command.positionals }).flatMap(
    (option) => option.choices ?? [],
  );
  const needed = [
    ...Object.entries(command.options).flatMap(([flag, { demandOption }]) => (demandOption ? [`--${flag}=a`] : [])),
    ...[...command.usage.matchAll(/<([a-z-]+)/g)].map(([, place = '']) =>
      String(command.positionals[place]?.choices?.[0] ?? 'b'),
    ),
  ];
  const value = fc.constantFrom('a.yaml', 'b', '-', '2', 'plain', 'x=y', 'é', ...choices.map(String));
  const odd = fc.constantFrom(
    '',
    '--',
    '-5',
    '"q"',
    "'q'",
    '--a',
    '-z',
    '--no-color',
    'help',
    '-h',
    ' ',
    '--color',
    '`q`',
    '-o-',
  );
  const word = fc.oneof(
    { weight: 6, arbitrary: value },
    { weight: 6, arbitrary: fc.constantFrom(...flags, '--color', 'b') },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...flags, '--color', '--color'), value).map((pair) => pair.join('=')),
    },
    { weight: 1, arbitrary: odd },
  );

  it('are what the parser says', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), fc.boolean(), async (some, isComplete) => {
        // Few of the lines lack nothing else by chance.
        const words = isComplete ? [...needed, ...some] : some;
        const plain = readPlainWords(words, command);
        if (plain === undefined) return;
        read++;
        const parsed = await parseWords([name, ...words]);
        if (parsed.text !== undefined) throw new Error(`the parser gives a text for ${words.join(' ')}`);
        expect(seen(command, plain)).toEqual(seen(command, parsed.values));
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(0);
  });
});
