import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { SOURCE, WARNED } from './artifact-source.js';
import { bin, passport, temporaryFolder } from './run.js';

const root = temporaryFolder();
let folder = root;
let count = 0;

beforeEach(() => {
  folder = join(root, String(count++));
  mkdirSync(join(folder, '.git'), { recursive: true });
});

test('one file under two names is judged once', () => {
  writeFileSync(join(folder, 'a.yaml'), WARNED);
  symlinkSync('a.yaml', join(folder, 'b.yaml'));
  mkdirSync(join(folder, 'sub'));
  const words = ['validate', 'a.yaml', './a.yaml', 'sub/../a.yaml', 'b.yaml', join(folder, 'a.yaml'), '*.yaml'];
  const { stdout, stderr } = passport([...words, '--format', 'compact'], { cwd: folder });
  expect(stdout).toMatch(/^a\.yaml:6:8 warning url\/insecure [^\n]*\n$/);
  expect(stderr).toContain('1 source checked');
});

test('two files with one text are two', () => {
  writeFileSync(join(folder, 'a.yaml'), SOURCE);
  linkSync(join(folder, 'a.yaml'), join(folder, 'b.yaml'));
  const { stdout } = passport(['validate', 'a.yaml', 'b.yaml', '--format', 'compact'], { cwd: folder });
  expect(stdout).toMatch(/^b\.yaml:3:9 warning slug\/repeated /);
});

test('a folder that cannot be searched is told, and the rest is judged', () => {
  chmodSync(root, 0o755);
  mkdirSync(join(folder, 'closed'));
  writeFileSync(join(folder, 'a.yaml'), WARNED);
  writeFileSync(join(folder, 'closed/b.yaml'), SOURCE);
  chmodSync(join(folder, 'closed'), 0);
  const words = [bin, 'validate', '**/*.yaml', '--format', 'json'];
  // Nothing is closed to root.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const run = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', ...nobody });
  chmodSync(join(folder, 'closed'), 0o700);
  expect(run.status).toBe(3);
  expect(run.stderr).toContain('cannot search closed: permission denied [ERR_READ]');
  expect(JSON.parse(run.stdout)).toMatchObject({
    files: ['a.yaml'],
    diagnostics: [{ ruleId: 'url/insecure' }],
    failures: [{ code: 'ERR_READ', file: 'closed' }],
  });
});
