import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { MISSPELT, WARNED } from './artifact-source.js';
import { bin, passport, type Run, temporaryFolder } from './run.js';

const root = temporaryFolder();
let folder = root;
let count = 0;

beforeEach(() => {
  folder = join(root, String(count++));
  mkdirSync(join(folder, '.git'), { recursive: true });
  writeFileSync(join(folder, 'a.yaml'), WARNED);
});

const path = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');
const validate = (...words: string[]): Run => passport(['validate', ...words], { cwd: folder });

/** The command in a shell, with redirections. */
function shell(words: string): Run {
  const { status, stdout, stderr } = bash(`"$NODE" "$BIN" validate ${words}`);
  return { status, stdout, stderr };
}

/** Of a pipe that nobody writes to a reader would wait for ever. */
function bash(script: string) {
  const env = { ...process.env, NODE: process.execPath, BIN: bin };
  return spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', env, timeout: 60_000 });
}

describe('two outputs', () => {
  test.each([
    ['json:q', 'plain:./q', 'one file, q and ./q'],
    ['json:q', 'plain:q', 'one file, q'],
    ['json:q', 'plain:sub/../q', 'one file, q and sub/../q'],
    ['json:q', 'plain:linked', 'one file, q and linked'],
    ['json:sub/r', 'plain:sub-too/r', 'one file, sub/r and sub-too/r'],
  ])('%s and %s are not one', (first, second, place) => {
    mkdirSync(path('sub'));
    symlinkSync('q', path('linked'));
    symlinkSync('sub', path('sub-too'));
    const { status, stdout, stderr } = validate('a.yaml', '--format', first, '--format', second);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`two formats go to ${place} [ERR_USAGE]`);
    expect(existsSync(path('q'))).toBe(false);
  });

  test('of one name in two folders are two', () => {
    mkdirSync(path('sub'));
    expect(validate('a.yaml', '--format', 'json:r', '--format', 'plain:sub/r').status).toBe(0);
    expect(read('r')).toMatch(/^\{/);
    expect(read('sub/r')).toMatch(/^a\.yaml:/);
  });

  test.skipIf(!existsSync('/dev/stdout'))('are not standard output under two names', () => {
    const { status, stdout, stderr } = validate('a.yaml', '--format', 'json', '--format', 'plain:/dev/stdout');
    expect(status).toBe(2);
    expect(stderr).toContain('two formats go to standard output [ERR_USAGE]');
    expect(JSON.parse(stdout)).toMatchObject({ exit_status: 2 });
  });

  test('are refused before anything is mended', () => {
    writeFileSync(path('a.yaml'), MISSPELT);
    expect(validate('a.yaml', '--fix', '--format', 'json:./a.yaml').status).toBe(2);
    expect(read('a.yaml')).toBe(MISSPELT);
  });
});

describe.skipIf(!existsSync('/dev/fd/1'))('what is open', () => {
  test.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])('%s is written to where it was redirected', (name) => {
    if (!existsSync(name)) return;
    writeFileSync(path('log'), 'before\n');
    const { status } = shell(`a.yaml --format json:${name} --format junit:r.xml >> log`);
    expect(status).toBe(0);
    expect(read('log')).toMatch(/^before\n\{"version":1,.*\}\n$/);
    expect(read('r.xml')).toMatch(/^<\?xml/);
  });

  test('is standard error, with all that goes there', () => {
    const { status } = shell('a.yaml --format json:/dev/stderr --format compact 2> log > out');
    expect(status).toBe(0);
    expect(read('log')).toMatch(/^\{"version":1,.*\}\n1 source checked: /);
    expect(read('out')).toMatch(/^a\.yaml:6:8 warning/);
  });

  test('or any other, at the place where the last write ended', () => {
    const { status } = shell('a.yaml --format json:/dev/fd/3 --format compact:/dev/fd/4 3> log 4> more');
    expect(status).toBe(0);
    expect(read('log')).toMatch(/^\{"version":1,.*\}\n$/);
    expect(read('more')).toMatch(/^a\.yaml:6:8 warning/);
    writeFileSync(path('log'), '');
    bash('exec 3>> log; echo one >&3; "$NODE" "$BIN" validate a.yaml --format compact:/dev/fd/3; echo two >&3');
    expect(read('log')).toMatch(/^one\na\.yaml:6:8 [^\n]*\ntwo\n$/);
  });

  test('and a pipe or a device stay what they are', () => {
    spawnSync('mkfifo', [path('pipe')]);
    const { stdout } = bash(
      'cat pipe & "$NODE" "$BIN" validate a.yaml --format json:pipe --format sarif:/dev/null; wait',
    );
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
    expect(spawnSync('test', ['-p', path('pipe')]).status).toBe(0);
    expect(spawnSync('test', ['-c', '/dev/null']).status).toBe(0);
  });

  test('and cannot be written to is told', () => {
    const input = openSync(path('a.yaml'), 'r');
    const words = [bin, 'validate', 'a.yaml', '--format', 'json:/dev/fd/3'];
    const { status, stderr } = spawnSync(process.execPath, words, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe', input],
      encoding: 'utf8',
    });
    closeSync(input);
    expect(status).toBe(2);
    expect(stderr).toContain('the report /dev/fd/3 is an input of this run');
  });
});

describe('a report that cannot be written', () => {
  test('keeps none of the others from it, and is told in them', () => {
    const words = ['--format', 'json:r.json', '--format', 'sarif:no/r.sarif', '--format', 'json'];
    const { status, stdout, stderr } = validate('a.yaml', ...words);
    expect(status).toBe(3);
    const failed = { ok: false, exit_status: 3, failures: [{ code: 'ERR_WRITE', file: 'no/r.sarif' }] };
    expect(JSON.parse(stdout)).toMatchObject(failed);
    expect(JSON.parse(read('r.json'))).toMatchObject(failed);
    expect(stderr).toContain('cannot write no/r.sarif: its directory does not exist');
    expect(stderr).toContain('1 source checked');
  });

  test('as the page of a job is told, too', () => {
    const env = { GITHUB_STEP_SUMMARY: path('no/summary.md') };
    const run = passport(['validate', 'a.yaml', '--format', 'github'], { cwd: folder, env });
    expect(run.status).toBe(3);
    expect(run.stdout).toMatch(/^::error .*title=ERR_WRITE::cannot write .*\n::warning file=a\.yaml/);
  });
});
