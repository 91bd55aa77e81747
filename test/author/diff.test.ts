import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/author/diff.js';
import { temporaryDirectories } from '../temporary.js';

const temporaryDirectory = temporaryDirectories();

type Tool = readonly [name: string, command: string, args: readonly string[]];

// What git is told elsewhere on the machine must not matter here.
const env = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

const tools: Tool[] = [['git apply', 'git', ['apply', '-p0', '--whitespace=nowarn', '-']]];
try {
  execFileSync('patch', ['--version'], { env });
  tools.push(['patch', 'patch', ['-p0']]);
} catch {
  // git is enough.
}

function applied([, command, args]: Tool, file: string, before: string, diff: string): string {
  const directory = temporaryDirectory();
  const path = join(directory, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, before);
  execFileSync(command, args, { cwd: directory, input: diff, env });
  return readFileSync(path, 'utf8');
}

const lines = (count: number): string => Array.from({ length: count }, (_, n) => `line ${n}\n`).join('');

const changes: ReadonlyArray<readonly [what: string, before: string, after: string]> = [
  ['a line', 'a\nb\nc\n', 'a\nB\nc\n'],
  ['lines that end with CR and LF', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
  ['lines of both kinds', 'a\r\nb\nc\rd\r\n', 'a\r\nB\nc\rD\r\n'],
  ['the last line, without newline', 'a\nb', 'a\nB'],
  ['a line before the last, which has no newline', 'a\nb\nc', 'A\nb\nc'],
  ['the last line goes, which had no newline', 'a\nb', 'a\n'],
  ['the first line goes', 'a\nb\n', 'b\n'],
  ['lines far apart', lines(60), lines(60).replace('line 5\n', '').replace('line 40\n', 'x\ny\n')],
  ['behind a byte order mark', '\ufeffa: 1\nb: 2\n', '\ufeffA: 1\nb: 2\n'],
  ['what looks like a diff', '--- a\n+++ b\n@@ -1 +1 @@\n', '--- a\n+++ b\n@@ -1 +2 @@\n'],
  ['control characters', 'a\u001b[31m\nb\u2028\u0085c\u000bd\n', 'a\u001b[32m\nb\u2028c\u000bd\n'],
  ['more lines than are compared', lines(5000), lines(5000).replaceAll('line', 'row')],
  ['more lines than are compared, without newline', lines(5000).trimEnd(), lines(5000).replaceAll('line', 'row')],
];

const names = [
  'a.yaml',
  'a b.yaml',
  'a/b c/d.yaml',
  'größe 🍞.yaml',
  'a"b\\c.yaml',
  'a\nb\tc\u001b.yaml',
  'a,b:c%.yaml',
  '-a.yaml',
  'a\n+++ b.yaml',
  'a\r',
];

describe('unifiedDiff', () => {
  it('is empty where nothing has changed', () => {
    expect(unifiedDiff('a', 'b\n', 'b\n')).toBe('');
  });

  it('reads as usual', () => {
    expect(unifiedDiff('a.yaml', 'a: 1\nb: 2\n', 'a: 1\nc: 2')).toBe(
      '--- a.yaml\n+++ a.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+c: 2\n\\ No newline at end of file\n',
    );
  });

  for (const tool of tools) {
    describe(`is taken by ${tool[0]}`, () => {
      it.each(changes)('%s', (_what, before, after) => {
        expect(applied(tool, 'a.yaml', before, unifiedDiff('a.yaml', before, after))).toBe(after);
      });

      it.each(names.filter((name) => tool[0] === 'git apply' || !/[\n\r]/.test(name)))(
        'for a file named %j',
        (name) => {
          expect(applied(tool, name, 'a\nb\n', unifiedDiff(name, 'a\nb\n', 'a\nc\n'))).toBe('a\nc\n');
        },
      );
    });
  }

  it('is taken by git apply, whatever the lines', () => {
    const line = fc.stringMatching(/^[ab\\+@ -]{0,3}$/);
    const text = fc
      .tuple(fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 12 }), line)
      .map(([all, last]) => all.map((parts) => parts.join('')).join('') + last)
      .filter((whole) => whole !== '');
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        expect(applied(tools[0] as Tool, 'a.yaml', before, unifiedDiff('a.yaml', before, after))).toBe(after);
      }),
      { numRuns: 60 },
    );
  });

  it('has two lines for its name, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const diff = unifiedDiff(name, 'a\n', 'b\n');
        expect(diff.split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(6);
        expect(diff.split('\n').slice(2)).toEqual(['@@ -1,1 +1,1 @@', '-a', '+b', '']);
      }),
    );
  });

  it('for people, shows what could act on a terminal', () => {
    const shown = unifiedDiff('a\u001b.yaml', 'a\u001b[31m\r\nb\u202e\r\n', 'a\u001b[32m\r\nb\u202e\r\n', {
      printable: true,
    });
    expect(shown).toBe(
      '--- "a\\033.yaml"\n+++ "a\\033.yaml"\n@@ -1,2 +1,2 @@\n-a\\u{1b}[31m\n+a\\u{1b}[32m\n b\\u{202e}\n',
    );
  });

  it('takes no longer for many changes', () => {
    const before = Array.from({ length: 30_000 }, (_, n) => `a${n}\n`).join('');
    const after = Array.from({ length: 30_000 }, (_, n) => `b${n}\n`).join('');
    const start = performance.now();
    expect(unifiedDiff('a', before, after)).toContain('\n+b29999\n');
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
