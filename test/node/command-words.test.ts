import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PassportError } from '../../src/errors.js';
import { commandWords } from '../../src/node/command-words.js';

function refusal(text: string): PassportError | undefined {
  try {
    commandWords(text);
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ name: 'PassportError', code: 'ERR_USAGE' });
    return error as PassportError;
  }
}

describe('the words of a command', () => {
  test.each<[string, readonly string[]]>([
    ['sign', ['sign']],
    [' ./sign-it  --slot\t2 ', ['./sign-it', '--slot', '2']],
    ["node '/a b/sign.mjs' ''", ['node', '/a b/sign.mjs', '']],
    ['a"b c"d\'e f\'g', ['ab cde fg']],
    [String.raw`a\ b "c\"d" "e\f" '\g'`, ['a b', 'c"d', String.raw`e\f`, String.raw`\g`]],
    [String.raw`a "\$HOME" '$(date)' \$x "\\"`, ['a', '$HOME', '$(date)', '$x', '\\']],
    ['sh -c \'exec ./sign "$1" | head\' sh', ['sh', '-c', 'exec ./sign "$1" | head', 'sh']],
    ['ünï cødé', ['ünï', 'cødé']],
    ['env PIN=1 sign', ['env', 'PIN=1', 'sign']],
  ])('%j', (text, words) => {
    expect(commandWords(text)).toEqual(words);
  });

  test.each([...'$`;&|<>()*?[]{}~#!\n\r'])('%j is refused where it is not quoted', (character) => {
    expect(refusal(`sign ${character}x`)?.message).toContain('no shell runs it');
    expect(refusal(`sign x${character}`)?.message).toContain('no shell runs it');
    expect(commandWords(`sign '${character}'`)).toEqual(['sign', character]);
    expect(refusal(`sign "${character}"`) === undefined).toBe(!'$`\n\r'.includes(character));
  });

  test.each(['', ' \t ', "''", '"" x', "a 'b", 'a "b', 'a \\', 'a \0', "'a\0'", 'PIN=1 sign', 'a "b\\'])(
    '%j is refused',
    (text) => {
      expect(refusal(text)).toBeDefined();
    },
  );

  test('the command is not repeated, as there may be secrets in it', () => {
    for (const text of ['sign --pin hunter2 | x', "sign 'hunter2", 'PIN=hunter2 sign']) {
      const { message = '', hint = '' } = refusal(text) ?? {};
      expect(message + hint).not.toMatch(/hunter2/);
    }
  });
});

test.skipIf(spawnSync('sh', ['-c', 'true']).status !== 0)('are those that a shell finds, or refused', () => {
  const piece = fc.constantFrom(...'ab =-/\\\'"$`;&|<>()*?~#!.\t', "'a b'", '"c d"', '\\"', '\\\\');
  const commands = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
  const accepted = fc
    .sample(commands, { numRuns: 4_000, seed: 3 })
    .filter((text) => refusal(text) === undefined && !/^\s*[A-Za-z_]\w*=/.test(text));
  expect(accepted.length).toBeGreaterThan(200);
  // All in one run of the shell: one line each, its words with a separator that no word can hold.
  const script = accepted.map((text) => `printf '%s\\1' ${text}\nprintf '\\2'`).join('\n');
  const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  const found = stdout.split('\x02').slice(0, -1);
  expect(found.map((words) => words.split('\x01').slice(0, -1))).toEqual(accepted.map((text) => commandWords(text)));
});
