import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSource } from '../../src/author/source.js';
import { passport, temporaryFolder } from './run.js';

const folder = temporaryFolder();

// A folder and a file that somebody else has named: no name may end a comment or reach the terminal as it is.
const name = 'a\n  slug: other\u001b[2J\u202e.json';
const isShown = (text: string): boolean => /[\u001b\u202e]/.test(text) || text.includes('\n  slug: other');

test.skipIf(process.platform === 'win32')('names with line breaks and escape codes stay names', () => {
  const where = join(folder, 'x\n\u001b[2J');
  mkdirSync(where);
  const manifest = { name: 'desk', version: '1.0.0', description: 'Opening hours', license: 'MIT', bin: 'x.js' };
  for (const file of [name, 'package.json']) writeFileSync(join(where, file), JSON.stringify(manifest));
  const imported = passport(['import', 'npm', name], { cwd: where });
  expect(imported.status).toBe(0);
  expect(isShown(imported.stdout + imported.stderr)).toBe(false);
  expect(parseSource(imported.stdout).diagnostics.filter(({ ruleId }) => ruleId.startsWith('yaml/'))).toEqual([]);
  const absent = passport(['import', 'npm', `${name}x`], { cwd: where });
  expect(absent.status).toBe(3);
  expect(isShown(absent.stderr)).toBe(false);
  const begun = passport(['init', '--yes', where, '-o', join(where, `${name}.yaml`)], { cwd: folder });
  expect(isShown(begun.stdout + begun.stderr)).toBe(false);
  expect(begun.stderr).toContain('wrote ');
  const source = readFileSync(join(where, `${name}.yaml`), 'utf8');
  expect(source).toContain('  slug: desk\n');
  expect(isShown(source)).toBe(false);
});
