import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Arguments, type Command } from '../../../src/cli/command.js';
import { loaders } from '../../../src/cli/commands.js';
import { completionOf } from '../../../src/cli/commands/completion.js';
import { bashCompletion } from '../../../src/cli/completion/bash.js';
import { fishCompletion } from '../../../src/cli/completion/fish.js';
import { type Grammar, grammarOf } from '../../../src/cli/completion/grammar.js';
import { zshCompletion } from '../../../src/cli/completion/zsh.js';
import { formatNames } from '../../../src/cli/formats.js';
import { catalogue, profileNames } from '../../../src/validate/catalogue.js';
import { temporaryFolder } from '../run.js';
import { complete, hasShell, type Shell } from './shells.js';

const commands: Record<string, Command> = {};
for (const [name, load] of Object.entries(loaders)) commands[name] = await load();
const grammar = grammarOf(commands);
const writers = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

const folder = temporaryFolder();
for (const name of ['a.yaml', 'b.yml', 'c.json', 'my.key', 'with space.yaml']) writeFileSync(join(folder, name), '');
mkdirSync(join(folder, 'dir'));
writeFileSync(join(folder, 'dir/inner.yaml'), '');

const flagsOf = (name: string): string[] =>
  [...Object.keys(commands[name]?.options ?? {}), 'color', 'help', 'version'].map((flag) => `--${flag}`);
const adjustable = Object.entries(catalogue)
  .filter(([, { fixed }]) => !fixed)
  .map(([id]) => id);

describe('the grammar', () => {
  test('has every command, every flag and every choice of the commands', () => {
    expect(grammar.commands.map(({ name }) => name)).toEqual(Object.keys(loaders));
    for (const { name, flags } of grammar.commands) {
      const { options, repeatable = [] } = commands[name] as Command;
      expect(flags.map((flag) => flag.name)).toEqual(Object.keys(options));
      for (const flag of flags) {
        const { choices, type, alias } = options[flag.name] ?? {};
        expect(flag.values === undefined, `${name} --${flag.name}`).toBe(type === 'boolean');
        expect(flag.repeatable).toBe(repeatable.includes(flag.name));
        expect(flag.short).toBe(alias);
        if (choices) expect(flag.values).toEqual({ kind: 'words', words: choices });
      }
    }
  });

  test('knows rules, formats and what is a file', () => {
    const values = (command: string, flag: string) =>
      grammar.commands.find(({ name }) => name === command)?.flags.find(({ name }) => name === flag)?.values;
    expect(values('validate', 'rule')).toMatchObject({ kind: 'pair', words: adjustable, separator: '=' });
    expect(values('validate', 'format')).toMatchObject({ kind: 'pair', words: formatNames, separator: ':' });
    expect(values('validate', 'observations')).toEqual({ kind: 'files', endings: ['yaml', 'yml', 'json'] });
    expect(values('sign', 'key')).toEqual({ kind: 'files', endings: [] });
    expect(values('sign', 'signed-at')).toEqual({ kind: 'free' });
    const explain = grammar.commands.find(({ name }) => name === 'explain');
    expect(explain?.operands).toEqual([
      { kind: 'words', words: Object.keys(catalogue) },
      { kind: 'files', endings: ['yaml', 'yml', 'json'] },
    ]);
  });
});

test.each(['bash', 'zsh', 'fish'] as const)('passport completion %s prints the script', async (shell) => {
  let out = '';
  const io = {
    stdout: async (text: string) => {
      out += text;
    },
  };
  const args = new Arguments({ shell });
  expect(await completionOf(loaders).run(args, { io } as unknown as Parameters<Command['run']>[1])).toBe(0);
  expect(out).toBe(writers[shell](grammar));
  expect(out).not.toMatch(/[^\n -~…–—’×→]/);
});

const files = ['a.yaml', 'b.yml', 'c.json', 'with space.yaml'];

describe.each(['bash', 'zsh', 'fish'] as const)('in %s', (shell) => {
  const offered = (...words: string[]): string[] => complete(shell, writers[shell](grammar), words, folder).sort();
  /** Fish and zsh show files that do not fit behind those that do. */
  const names = (...words: string[]): string[] =>
    offered(...words)
      .map((name) => name.replace(/\\ /g, ' ').replace(/\/$/, ''))
      .filter((name) => !/^completion\.|^inner\.zsh$/.test(name));
  /** Bash is given what follows the last = or :, the others the whole word. */
  const whole = (head: string, list: readonly string[]): string[] =>
    (shell === 'bash' ? [...list] : list.map((word) => head + word)).sort();

  test.skipIf(!hasShell(shell))(`(skipped where there is no ${shell}) commands`, () => {
    expect(offered('')).toEqual(Object.keys(loaders).sort());
    expect(offered('va')).toEqual(['validate']);
    expect(offered('--color', 'never', 'ver')).toEqual(['verifier', 'verify']);
    expect(offered('xyz')).toEqual([]);
  });

  test.skipIf(!hasShell(shell))(`(skipped where there is no ${shell}) flags`, () => {
    expect(offered('validate', '--')).toEqual(flagsOf('validate').sort());
    expect(offered('validate', 'a.yaml', '--fo')).toEqual(['--format']);
    expect(offered('verify', '--cov')).toEqual(['--coverage']);
    expect(offered('--ver')).toEqual(['--version']);
    expect(offered('verify', '--observ')).toEqual([]);
  });

  test.skipIf(!hasShell(shell))(`(skipped where there is no ${shell}) choices`, () => {
    expect(offered('sign', '--coverage', '')).toEqual(['envelope', 'payload']);
    expect(offered('validate', '--profile', 's')).toEqual(['strict']);
    expect(offered('validate', '--profile=')).toEqual(whole(shell === 'zsh' ? '' : '--profile=', profileNames));
    expect(offered('validate', '--fail-on', 'n')).toEqual(['never']);
    expect(offered('--color', 'al')).toEqual(['always']);
    expect(offered('build', '--color', 'al')).toEqual(['always']);
    expect(offered('completion', '')).toEqual(['bash', 'fish', 'zsh']);
    expect(offered('rules', '--format', '')).toEqual(['json', 'markdown', 'text']);
  });

  test.skipIf(!hasShell(shell))(`(skipped where there is no ${shell}) formats and rules`, () => {
    expect(offered('validate', '--format', 'j')).toEqual(['json', 'junit']);
    expect(offered('explain', 'schema/e')).toEqual(['schema/empty', 'schema/enum']);
    const rule = offered('validate', '--rule', 'pricing/at');
    const levels = ['error', 'info', 'off', 'warning'];
    if (shell === 'fish') expect(rule).toEqual(levels.map((level) => `pricing/at-odds=${level}`));
    else expect(rule).toEqual([shell === 'bash' ? 'pricing/at-odds=' : 'pricing/at-odds']);
    expect(offered('validate', '--rule', 'pricing/at-odds=')).toEqual(
      whole(shell === 'zsh' ? '' : 'pricing/at-odds=', levels),
    );
    expect(offered('validate', '--rule', 'pricing/at-odds=w')).toEqual(
      whole(shell === 'zsh' ? '' : 'pricing/at-odds=', ['warning']),
    );
    expect(offered('validate', '--rule', 'schema/e')).toEqual([]);
  });

  test.skipIf(!hasShell(shell))(`(skipped where there is no ${shell}) files`, () => {
    expect(names('validate', '')).toEqual(expect.arrayContaining([...files, 'dir']));
    expect(names('validate', 'a.yaml', '')).toEqual(expect.arrayContaining([...files, 'dir']));
    expect(names('explain', 'schema/enum', '')).toEqual(expect.arrayContaining(files));
    expect(names('build', 'dir/')).toEqual([shell === 'zsh' ? 'inner.yaml' : 'dir/inner.yaml']);
    expect(names('sign', '--key', 'm')).toEqual(['my.key']);
    expect(names('build', '--', 'a')).toEqual(['a.yaml']);
    if (shell !== 'fish') {
      expect(names('validate', '')).not.toContain('my.key');
      expect(names('validate', '--format', 'json:a')).toEqual(['a.yaml']);
    }
    expect(names('verify', '--key', 'my.key', '--registry', 'b')).toEqual(['b.yml']);
  });

  test.skipIf(!hasShell(shell))(`(skipped where there is no ${shell}) nothing from the data is executed`, () => {
    const bad = (place: string): string =>
      `x'"$(touch ${place}1)\`touch ${place}2\`;touch ${place}3;\\(touch ${place}4)[]:*~{a,b}`;
    const values = { kind: 'words', words: [bad('v'), 'good'] } as const;
    const flag = { name: 'flag', short: 'f', describe: bad('d'), values, repeatable: false };
    const hostile: Grammar = {
      commands: [
        { name: 'run', describe: bad('c'), flags: [flag], operands: [values], repeats: false },
        {
          name: 'pair',
          describe: '',
          flags: [
            { ...flag, values: { kind: 'pair', words: [bad('w')], separator: '=', optional: false, then: values } },
          ],
          operands: [],
          repeats: false,
        },
        { name: bad('n'), describe: '', flags: [flag], operands: [values], repeats: true },
      ],
      flags: [{ ...flag, name: 'global', short: undefined }],
    };
    const script = writers[shell](hostile);
    const list = (...words: string[]): string[] => complete(shell, script, words, folder);
    for (const words of [
      [''],
      ['run', ''],
      ['run', '--'],
      ['run', '--flag', ''],
      ['run', '-f', ''],
      ['pair', '--flag', ''],
      ['pair', '--flag', 'x='],
      ['--global', ''],
    ])
      list(...words);
    expect(list('run', 'g')).toEqual(['good']);
    expect(list('run', '--flag', 'g')).toEqual(['good']);
    if (shell === 'bash') expect(list('run', '')).toEqual([bad('v'), 'good']);
    for (const place of 'vdcwn')
      for (const number of '1234') expect(existsSync(join(folder, place + number))).toBe(false);
  });
});

test('at least bash is there to be tested', () => {
  expect((['bash', 'zsh', 'fish'] satisfies Shell[]).filter(hasShell)).toContain('bash');
});
