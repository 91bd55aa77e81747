import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import * as files from '../../src/node/files.js';
import { settleMended } from '../../src/cli/mended.js';
import type { Validated } from '../../src/cli/validation.js';
import type { ValidationPlan } from '../../src/cli/validation-plan.js';
import { PassportError } from '../../src/errors.js';
import type { Failure } from '../../src/report/report.js';
import { MISSPELT, SOURCE } from './artifact-source.js';
import { memoryIo } from './memory-io.js';
import { bin, passport, temporaryFolder } from './run.js';

const root = temporaryFolder();
let folder = root;
let count = 0;

beforeEach(() => {
  folder = join(root, String(count++));
  mkdirSync(join(folder, '.git'), { recursive: true });
});

vi.mock('../../src/node/files.js', { spy: true });

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const slugged = (slug: string): string => MISSPELT.replace('slug: toaster', `slug: ${slug}`);

test('a file that cannot be written keeps none of the others from being mended', async () => {
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, name), MISSPELT);
  const written = vi.mocked(files.writeAtomically);
  const { writeAtomically } = await vi.importActual<typeof files>('../../src/node/files.js');
  written.mockImplementation(async (path, bytes) => {
    if (path.endsWith('b')) throw new PassportError('ERR_WRITE', `cannot write ${path}: the disk is full`);
    return writeAtomically(path, bytes);
  });
  const diagnostics = [{ ruleId: 'schema/unknown-key' }] as unknown as Validated['diagnostics'];
  const one = (name: string): Validated => ({
    path: join(folder, name),
    file: name,
    text: MISSPELT,
    slug: undefined,
    descriptions: [],
    diagnostics,
    mended: { text: SOURCE, slug: undefined, descriptions: [], diagnostics: [] },
  });
  const failures: Failure[] = [];
  const { io, stderr } = memoryIo();
  const paint = (_: unknown, text: string): string => text;
  const plan = { fix: 'write' } as ValidationPlan;
  const settled = await settleMended(['a', 'b', 'c'].map(one), plan, { io, paint, paintError: paint }, failures);
  // What is said of a file is about the text that it has.
  expect(settled.map(({ text, diagnostics: left }) => [text, left.length])).toEqual([
    [SOURCE, 0],
    [MISSPELT, 1],
    [SOURCE, 0],
  ]);
  expect(failures).toMatchObject([{ code: 'ERR_WRITE', file: 'b' }]);
  expect(['a', 'b', 'c'].map(read)).toEqual([SOURCE, MISSPELT, SOURCE]);
  expect(readdirSync(folder).sort()).toEqual(['.git', 'a', 'b', 'c']);
  expect(stderr().match(/mended/g)).toHaveLength(2);
  written.mockRestore();
});

test('the report is there all the same, and the status is that of input and output', () => {
  chmodSync(root, 0o755);
  for (const name of ['open', 'closed', 'also-open']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'a.yaml'), slugged(name));
    chmodSync(join(folder, name), name === 'closed' ? 0o555 : 0o777);
  }
  const words = [
    bin,
    'validate',
    'open/a.yaml',
    'closed/a.yaml',
    'also-open/a.yaml',
    '--fix',
    '--format',
    'json',
    '--rule',
    'capability/repeated-description=off',
  ];
  // Nothing is closed to root.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', ...nobody });
  chmodSync(join(folder, 'closed'), 0o755);
  expect(status).toBe(3);
  const mended = (name: string): string => SOURCE.replace('slug: toaster', `slug: ${name}`);
  expect(read('open/a.yaml')).toBe(mended('open'));
  expect(read('closed/a.yaml')).toBe(slugged('closed'));
  expect(read('also-open/a.yaml')).toBe(mended('also-open'));
  expect(JSON.parse(stdout)).toMatchObject({
    exit_status: 3,
    files: ['open/a.yaml', 'closed/a.yaml', 'also-open/a.yaml'],
    diagnostics: [{ ruleId: 'schema/unknown-key', file: 'closed/a.yaml' }],
    failures: [{ code: 'ERR_WRITE', file: 'closed/a.yaml' }],
  });
  expect(stderr).toContain('cannot write closed/a.yaml: permission denied [ERR_WRITE]');
});

test('with --dry-run nothing is mended, and what is said is about the file as it is', () => {
  writeFileSync(join(folder, 'a.yaml'), MISSPELT);
  const { status, stderr } = passport(['validate', 'a.yaml', '--fix', '--dry-run'], { cwd: folder });
  expect(status).toBe(1);
  expect(stderr).toContain('schema/unknown-key');
  expect(read('a.yaml')).toBe(MISSPELT);
});
