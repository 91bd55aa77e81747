import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loaders } from '../src/cli/commands.js';
import { exitCodes } from '../src/cli/exit-codes.js';
import { passport, projectRoot, temporaryFolder } from './cli/run.js';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const folder = temporaryFolder();

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] as string,
  );
}

const passphrase = ['--passphrase-env', 'PASSPHRASE'];
const answers = [
  ...['--yes', '--type', 'mcp', '--name', 'Library Hours', '--slug', 'library-hours', '--category', 'mcp-servers'],
  ...['--url', 'https://harbour-town.org/hours', '--pricing', 'free', '--capability', 'Tell opening hours'],
  ...['--intent', 'Is it open?', '--best-for', 'Residents', '--limitation', 'Knows four branches only'],
  ...['--requires', 'Node.js 20', '--input-type', 'date', '--output-type', 'time'],
  ...['--capability-category', 'search-retrieval', '--description'],
  'Takes a branch and a date and looks them up in the calendar. It returns the opening and closing time of that day.',
];

/** Times differ from run to run. */
const timeless = (text: string): string => text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'TIME');

describe('the README', () => {
  test('begins with one sentence and two commands, and names scripts that exist', () => {
    const [first = ''] = blocks('sh');
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(
      first
        .trim()
        .split('\n')
        .map((line) => line.replace(/ +#.*/, '')),
    ).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
    for (const name of readme.matchAll(/npm run (?:-s )?([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(name[1]);
  });

  test('shows what the demo really prints', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(projectRoot, 'scripts/demo.mjs')], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    const printed = timeless(`${stdout}\n${stderr}`);
    const [shown = ''] = blocks('console');
    for (const part of timeless(shown).trim().split('\n\n')) {
      const [command = '', ...output] = part.split('\n');
      expect(printed).toContain(command);
      expect(printed).toContain(output.join('\n'));
    }
  });

  test('the commands from nothing to a signed passport all succeed', () => {
    const [, steps = ''] = blocks('sh');
    const lines = steps
      .trim()
      .split('\n')
      .map((line) => line.replace(/ +#.*/, '').split(' '));
    expect(lines.length).toBeGreaterThan(4);
    for (const [program = '', ...words] of lines) {
      expect([program, words[0]]).toEqual(['npx', 'passport']);
      // A reader has a terminal, on which the questions and the passphrase are asked.
      const asked: Readonly<Record<string, readonly string[]>> = {
        init: answers,
        keygen: passphrase,
        sign: passphrase,
      };
      const flags = asked[words[1] ?? ''] ?? [];
      const run = passport([...words.slice(1), ...flags], { cwd: folder, env: { PASSPHRASE: 'five opening hours' } });
      expect(run).toMatchObject({ status: 0 });
    }
  });

  test('the library example runs and prints what it says', () => {
    cpSync(join(projectRoot, 'templates'), join(folder, 'templates'), { recursive: true });
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(projectRoot, join(folder, 'node_modules/trust-passport'), 'junction');
    const [code = ''] = blocks('js');
    writeFileSync(join(folder, 'example.mjs'), code);
    const printed = execFileSync(process.execPath, [join(folder, 'example.mjs')], { encoding: 'utf8', cwd: folder });
    expect(code).toContain(`// ${printed.trim()}`);
  });

  test('the overlay example is a valid overlay', async () => {
    const { parseAuthored } = await import('../src/author/authored.js');
    const [yaml = ''] = blocks('yaml');
    expect(() => parseAuthored('overlay', yaml)).not.toThrow();
  });

  test('every command and every flag is named', async () => {
    for (const [name, load] of Object.entries(loaders)) {
      const { options } = await load();
      const row = readme.split('\n').find((line) => line.startsWith(`| \`passport ${name} `)) ?? '';
      for (const [flag, { alias }] of Object.entries(options)) {
        expect(row, name).toMatch(alias === undefined ? `--${flag}` : new RegExp(`--${flag}|-${String(alias)}\\b`));
      }
    }
  });

  test('every exit status is in the table', () => {
    for (const status of Object.values(exitCodes)) expect(readme).toMatch(new RegExp(`^\\| ${status} \\| `, 'm'));
  });

  test('every file that it links to is there', () => {
    for (const [, path = ''] of readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g))
      expect(() => readFileSync(join(projectRoot, path))).not.toThrow();
  });
});
