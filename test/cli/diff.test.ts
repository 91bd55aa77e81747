import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { acting, runnerCommands } from '../report/reports.js';
import { readSchema } from '../schemas.js';
import { passport, projectRoot, type Run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const template = join(projectRoot, 'templates/mcp.yaml');
const run = (...args: string[]): Run => passport(args, { cwd: folder });
run('keygen', '-o', 'my', '--no-encrypt', '--insecure');
run('sign', template, '--key', 'my.key', '--signed-at', '2026-01-01T00:00:00Z', '-o', 'a.json');
run('build', template, '-o', 'payload.json');
const text = readFileSync(at('a.json'), 'utf8');
const hostile = '\u001b[2J\n::error::x\n##[error]y\u202e';
const changed = JSON.parse(text) as { passport: { signedBy: string; [hostile]?: string } };
changed.passport.signedBy = hostile;
changed.passport[hostile] = hostile;
const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`m${index}`, 1]));
const files: Readonly<Record<string, string>> = {
  'pretty.json': `${JSON.stringify(JSON.parse(text), null, 2)}\n`,
  'changed.json': text.replace('"version":1', '"version":2'),
  'hostile.json': JSON.stringify(changed),
  'many.json': JSON.stringify({ ...(JSON.parse(text) as object), ...many }),
  'deep.json': `{"passport":${'['.repeat(100_000)}`,
  'twice.json': text.replace('"version":1', '"version":1,"version":1'),
  'jwk.json': '{"kty":"OKP","crv":"Ed25519","d":"the secret"}',
  'empty.json': '',
};
for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);

const isReport = new Ajv({ strict: true, allowUnionTypes: true }).compile(readSchema('diff') as object);

interface Report {
  readonly relation: string | null;
  readonly total: number;
  readonly changes: ReadonlyArray<{ readonly kind: string; readonly pointer: string }>;
  readonly failures: readonly unknown[];
}

/** What --json says, which is of its schema whatever happens; the exit status is that of the run without it. */
function report(status: number, ...words: string[]): Report {
  const [plain, json] = [run('diff', ...words), run('diff', ...words, '--json')];
  expect([plain.status, json.status]).toEqual([status, status]);
  for (const output of [plain.stdout, plain.stderr, json.stdout, json.stderr]) {
    expect(output).not.toMatch(acting);
    expect(runnerCommands(output)).toEqual([]);
    expect(output).not.toContain('the secret');
    expect(output.length).toBeLessThan(100_000);
  }
  const value = JSON.parse(json.stdout) as Report;
  expect(isReport(value), JSON.stringify(isReport.errors)).toBe(true);
  expect(value).toMatchObject({ ok: status === 0, exit_status: status });
  expect(value.failures).toHaveLength(status > 1 ? 1 : 0);
  return value;
}

describe('passport diff', () => {
  test('names the pointer, the old value and the new one', () => {
    const { stdout, stderr, status } = run('diff', 'a.json', 'changed.json');
    expect({ stdout, stderr, status }).toEqual({
      stdout: 'different a.json changed.json: 1 change\n  changed /passport/version\n    - 1\n    + 2\n',
      stderr: '',
      status: 1,
    });
  });

  test('says of what is only written otherwise that it is equal', () => {
    const said = 'equal a.json pretty.json: written otherwise, and equal: the canonical bytes are the same\n';
    expect(run('diff', 'a.json', 'pretty.json')).toMatchObject({ status: 0, stdout: said });
    expect(run('diff', 'a.json', 'a.json').stdout).toBe('equal a.json a.json: the same bytes\n');
  });

  test('compares the payload of a document with one that was built', () => {
    const input = readFileSync(at('payload.json'));
    expect(passport(['diff', 'a.json', '-'], { cwd: folder, input })).toMatchObject({
      status: 0,
      stdout: 'equal a.json -: the same payload\n',
    });
    const other = input.toString().replace('"name":"', '"name":"Another ');
    const { stdout, status } = passport(['diff', 'a.json', '-'], { cwd: folder, input: other });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /: 1 change in the payload, which alone is in both\n {2}changed \/unfragile\/artifact\/name\n/,
    );
  });

  test.each<[number, string | null, number, string[]]>([
    [0, 'identical', 0, ['a.json', 'a.json']],
    [0, 'reserialized', 0, ['a.json', 'pretty.json']],
    [1, 'different', 1, ['a.json', 'changed.json']],
    [1, 'different', 2, ['a.json', 'hostile.json']],
    [1, 'different', 10_000, ['a.json', 'many.json']],
    [2, null, 0, ['a.json']],
    [2, null, 0, ['a.json', 'changed.json', '--pointer']],
    [3, null, 0, ['a.json', 'missing.json']],
    [3, null, 0, ['missing.json', 'a.json']],
    [3, null, 0, ['a.json', 'deep.json']],
    [3, null, 0, ['deep.json', 'a.json']],
    [3, null, 0, ['twice.json', 'a.json']],
    [3, null, 0, ['a.json', 'jwk.json']],
    [3, null, 0, ['jwk.json', 'jwk.json']],
    [3, null, 0, ['empty.json', 'a.json']],
    [3, null, 0, [template, 'a.json']],
  ])('ends with %i, %s, %i changes: %j', (status, relation, total, words) => {
    const found = report(status, ...words);
    expect(found).toMatchObject({ relation, total });
    expect(found.changes).toHaveLength(Math.min(total, 100));
  });
});
