import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { passport, projectRoot, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const at = (...names: string[]): string => join(folder, ...names);
const run = (...words: string[]) => passport(['import', ...words], { cwd: folder });

writeFileSync(
  at('package.json'),
  JSON.stringify({ name: '@town/desk', version: '1.0.0', description: 'Opening hours', license: 'MIT', bin: 'x.js' }),
);
writeFileSync(at('server.json'), JSON.stringify({ name: 'io.github.town/desk', description: 'Hours', version: '1' }));
writeFileSync(at('tools.json'), JSON.stringify({ tools: [{ name: 'a' }, { name: 'b' }] }));
mkdirSync(at('sub'));

describe('passport import', () => {
  test('prints a source, and says what is left to do', () => {
    const { stdout, stderr, status } = run('npm', 'package.json');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# package\.json: version is "1\.0\.0"\n/);
    expect(stdout).toContain('\n  slug: town-desk\n');
    expect(stderr).toBe(
      'still to be written: artifact.url, artifact.categories, of the capability name, intents, best_for, limitations, requires, input_types, output_types and categories\n' +
        'guesses to be confirmed: artifact.type, artifact.pricing.model, of the capability description\n' +
        'next: passport validate SOURCE\n',
    );
  });

  test('writes to a file, which it names its inputs from, and never over one', () => {
    const words = ['mcp', 'server.json', 'tools.json', '-o', 'sub/passport.yaml'];
    const { stdout, stderr, status } = run(...words);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('wrote sub/passport.yaml\n');
    expect(stderr).toContain('intents of each capability');
    expect(stderr).toContain('next: passport validate sub/passport.yaml\n');
    const written = readFileSync(at('sub/passport.yaml'), 'utf8');
    expect(written).toContain('# from ../server.json: the kind of file [');
    expect(written).toContain('# guess from ../tools.json: tools[b].name [');
    writeFileSync(at('sub/passport.yaml'), 'mine');
    expect(run(...words)).toMatchObject({ status: 3, stdout: '' });
    symlinkSync('passport.yaml', at('sub/link.yaml'));
    expect(run('mcp', 'server.json', '-o', 'sub/link.yaml').status).toBe(3);
    expect(readFileSync(at('sub/passport.yaml'), 'utf8')).toBe('mine');
    expect(readdirSync(at('sub')).sort()).toEqual(['link.yaml', 'passport.yaml']);
  });

  test('a file that cannot be read leaves nothing behind', () => {
    writeFileSync(at('bad.json'), '{"name": 1e999}');
    const { stdout, stderr, status } = run('npm', 'bad.json', '-o', 'none.yaml');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('bad.json:1:10 error json/number-range');
    writeFileSync(at('latin.json'), Buffer.from([0x7b, 0xe9, 0x7d]));
    expect(run('npm', 'latin.json', '-o', 'none.yaml')).toMatchObject({ status: 1, stdout: '' });
    expect(run('npm', 'missing.json', '-o', 'none.yaml').status).toBe(3);
    expect(readdirSync(folder)).not.toContain('none.yaml');
  });

  test('names the kind that a file is of', () => {
    expect(run('npm', 'server.json').stderr).toContain('passport import mcp server.json');
    expect(run('nmp', 'package.json')).toMatchObject({ status: 2 });
    expect(run('npm').stderr).toContain('name the file');
    expect(passport(['import', 'npm', '-'], { cwd: folder, input: '{"name":"a"}' }).stdout).toContain(
      'from standard input: name',
    );
  });

  test('of no observations it writes none', () => {
    const { stderr, status } = run('npm', 'package.json', '--observations-out', 'seen.json');
    expect(status).toBe(0);
    expect(stderr).toContain('no observations are in it');
    expect(readdirSync(folder)).not.toContain('seen.json');
  });

  test('ends in a source that validates once what is missing is written', () => {
    const { stdout } = run('npm', 'package.json');
    const done = stdout
      .replace('# url: still to be written', 'url: https://town-desk.org/desk')
      .replace('# categories: still to be written\n  #', 'categories: [automation]\n  #')
      .replace('# categories: still to be written\n  pricing', 'categories: [automation]\n  pricing')
      .replace('  # name: still to be written\n', '')
      .replace(
        '- description: Opening hours',
        `- name: Answer questions\n    description: ${'It says when. '.repeat(9).trim()}`,
      )
      .replace(/# (intents|best_for|requires|input_types|output_types): still to be written/g, '$1: []')
      .replace('# limitations: still to be written', 'limitations: [Knows only four branches of one town]')
      .replace('# categories: still to be written', 'categories: [search-retrieval]');
    writeFileSync(at('done.yaml'), done);
    const report = passport(['validate', 'done.yaml', '--format', 'plain'], { cwd: folder });
    expect(report.stdout + report.stderr).toContain(
      'source/unconfirmed-guess type was guessed from "package.json: bin"',
    );
    expect(report.stdout).not.toContain(' error ');
    expect(report.status).toBe(0);
  });
});

describe('passport import git', () => {
  const checkout = at('checkout');
  mkdirSync(join(checkout, '.git'), { recursive: true });
  writeFileSync(join(checkout, '.git/config'), '[remote "origin"]\n\turl = https://u:pass-word@github.com/town/desk\n');
  writeFileSync(join(checkout, 'LICENSE'), readFileSync(join(projectRoot, 'LICENSE')));
  writeFileSync(at('secret.txt'), '# Secret\n\nA secret outside of the checkout.\n');
  symlinkSync(at('secret.txt'), join(checkout, 'README.md'));

  test('reads a few files, and follows no link', () => {
    const { stdout, stderr, status } = run('git', 'checkout/');
    expect(status).toBe(0);
    expect(stdout).toContain('# from checkout/.git/config: remote.origin.url [');
    expect(stdout).toContain('id: github-town--desk');
    expect(stdout).toContain('model: open_source');
    expect(stdout + stderr).not.toMatch(/pass-word|secret/i);
  });

  test('takes no link, file or other folder for a checkout', () => {
    mkdirSync(at('linked'));
    symlinkSync(join(checkout, '.git'), at('linked/.git'));
    mkdirSync(at('worktree'));
    writeFileSync(at('worktree/.git'), 'gitdir: ../checkout/.git\n');
    mkdirSync(at('config/.git'), { recursive: true });
    symlinkSync(join(checkout, '.git/config'), at('config/.git/config'));
    for (const name of ['linked', 'worktree', 'config', 'sub', 'nowhere']) {
      expect(run('git', name), name).toMatchObject({ status: 3, stdout: '' });
    }
    expect(run('git', 'checkout', 'sub').status).toBe(2);
  });
});

test('nothing is run, and no socket opened', () => {
  writeFileSync(
    at('trap.cjs'),
    `const child = require('node:child_process'); const { Socket } = require('node:net'); const dns = require('node:dns');
     const trapped = () => { process.stderr.write('trapped'); process.abort(); };
     for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) child[name] = trapped;
     Socket.prototype.connect = trapped; dns.lookup = trapped; globalThis.fetch = trapped;`,
  );
  writeFileSync(at('probe.cjs'), "require('node:child_process').spawnSync('true');");
  const env = { NODE_OPTIONS: `--require ${at('trap.cjs')}` };
  expect(passport([], { env: { NODE_OPTIONS: `${env.NODE_OPTIONS} --require ${at('probe.cjs')}` } }).status).toBe(null);
  for (const words of [
    ['npm', 'package.json'],
    ['mcp', 'server.json', 'tools.json'],
    ['git', 'checkout'],
  ]) {
    const { stderr, status } = passport(['import', ...words], { cwd: folder, env });
    expect(stderr).not.toContain('trapped');
    expect(status).toBe(0);
  }
});
