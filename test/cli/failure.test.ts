import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { SOURCE } from './artifact-source.js';
import { passport, type Run, temporaryFolder } from './run.js';

const root = temporaryFolder();
let folder = root;
let count = 0;

beforeEach(() => {
  folder = join(root, String(count++));
  mkdirSync(join(folder, '.git'), { recursive: true });
  writeFileSync(join(folder, 'a.yaml'), SOURCE);
});

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const validate = (...words: string[]): Run => passport(['validate', 'a.yaml', ...words], { cwd: folder });

describe.each([
  ['a configuration', 'passport.config.yaml', 'profile: laxer\n', [], 'profile is "laxer"', 10],
  ['observations', 'seen.yaml', 'capabilities: 7\n', ['--observations', 'seen.yaml'], 'capabilities should be', 15],
  ['a profile', 'p.yaml', 'base_url: 7\n', ['--registry', 'p.yaml'], 'base_url should be', 11],
])('%s with errors', (_, file, text, flags, message, column) => {
  beforeEach(() => writeFileSync(join(folder, file), text));
  const run = (format: string): Run => validate(...flags, '--format', format);

  test('is there in the JSON, with its place', () => {
    const { status, stdout, stderr } = run('json');
    expect(status).toBe(1);
    const report = JSON.parse(stdout) as { diagnostics: ReadonlyArray<{ message: string }> };
    expect(report).toMatchObject({
      ok: false,
      exit_status: 1,
      files: [],
      failures: [{ code: 'ERR_INVALID_SOURCE', file }],
    });
    const found = report.diagnostics.find((one) => one.message.includes(message));
    expect(found).toMatchObject({ file, range: { start: { line: 1, column } } });
    expect(stderr).toContain(file);
  });

  test('is annotated for GitHub', () => {
    expect(run('github').stdout).toMatch(
      new RegExp(`^::error file=${file},line=1,endLine=1,col=${column},.*${message}`, 'm'),
    );
  });

  test('is there for readers of SARIF, JUnit and Markdown', () => {
    const { runs } = JSON.parse(run('sarif').stdout) as { runs: ReadonlyArray<{ results: readonly unknown[] }> };
    expect(JSON.stringify(runs[0]?.results)).toContain(`"startColumn":${column}`);
    expect(run('junit').stdout).toContain(`${file}:1:${column} error `);
    expect(run('markdown').stdout).toContain(`### \`${file}\``);
    expect(run('markdown').stdout).toContain('0 sources checked');
  });

  test('is written into files, too, unless one is there already', () => {
    writeFileSync(join(folder, 'old.json'), 'old');
    expect(validate(...flags, '--format', 'sarif:new.sarif', '--format', 'json').status).toBe(1);
    expect(read('new.sarif')).toContain(file);
    expect(validate(...flags, '--format', 'json:a.yaml').status).not.toBe(0);
    expect(read('a.yaml')).toBe(SOURCE);
  });
});

test('all that a run is given and that has errors is said at once', () => {
  writeFileSync(join(folder, 'p.yaml'), 'name: 7\n');
  const { status, stdout } = validate('--registry', 'p.yaml', '--observations', 'no.yaml', '--format', 'json');
  expect(status).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    failures: [{ file: 'no.yaml', code: 'ERR_READ' }, { file: 'p.yaml' }],
  });
});

test('what cannot be read is named', () => {
  for (const flag of ['config', 'overlay', 'observations', 'registry']) {
    const { status, stdout } = validate(`--${flag}=no.yaml`, '--format=json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ failures: [{ code: 'ERR_READ', file: 'no.yaml' }] });
  }
});

test('a command line that is wrong has one document for every program that reads', () => {
  const wrong = (format: string): string => validate('--frmat', 'x', '--format', format).stdout;
  expect(JSON.parse(wrong('sarif'))).toMatchObject({
    runs: [{ invocations: [{ executionSuccessful: false, exitCode: 2 }] }],
  });
  expect(wrong('github')).toMatch(/^::error title=ERR_USAGE::--frmat /);
  expect(wrong('junit')).toContain('<error message="--frmat');
  expect(wrong('plain')).toBe('');
  expect(validate('--frmat', '--format', 'json:new.json').status).toBe(2);
  expect(JSON.parse(read('new.json'))).toMatchObject({ exit_status: 2 });
  expect(existsSync(join(folder, 'x'))).toBe(false);
});
