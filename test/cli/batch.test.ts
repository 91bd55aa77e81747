import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { payloadLines, smallLines, sourceValue } from '../payload-lines.js';
import { digestsBelow } from './file-digests.js';
import { bin, passport, type Run, temporaryFolder } from './run.js';

const ITEMS = 240;

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const SIGNED_AT = ['--signed-at', '2026-01-31T09:30:00Z'];
/** Payloads of our own making, which need no look at their texts. */
const OWN = ['--no-check-texts'];
const lines = payloadLines(ITEMS);

function batch(words: readonly string[], env: Record<string, string> = {}): Run {
  return passport(['batch', ...words, '--key', 'my.key', ...SIGNED_AT], { cwd: folder, env });
}

/** @returns the exit status */
function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('close', resolve));
}

let whole: Record<string, string>;
let wholeLines: readonly string[];

beforeAll(() => {
  expect(passport(['keygen', '-o', 'my', '--no-encrypt', '--insecure'], { cwd: folder }).status).toBe(0);
  writeFileSync(at('in.ndjson'), `${lines.join('\n')}\n`);
  expect(batch(['in.ndjson', '--out', 'whole', '--workers', '1']).status).toBe(0);
  whole = digestsBelow(at('whole'));
  wholeLines = batch(['in.ndjson', '--out', '-', ...OWN])
    .stdout.trimEnd()
    .split('\n');
  expect(wholeLines).toHaveLength(ITEMS);
  expect(Object.keys(whole)).toHaveLength(ITEMS);
}, 30_000);

test('any number of threads writes the same bytes', { timeout: 30_000 }, () => {
  const [one, two, three] = ['1', '2', '3'].map((workers) => batch(['in.ndjson', '--out', '-', '--workers', workers]));
  expect(one).toMatchObject({ status: 0 });
  expect(one?.stdout.trimEnd().split('\n')).toHaveLength(ITEMS);
  expect(two?.stdout === one?.stdout && three?.stdout === one?.stdout).toBe(true);
});

describe('shards', () => {
  test.each([1, 4, 7])('%i of them are the whole, and have nothing in common', { timeout: 60_000 }, (count) => {
    const all: Record<string, string> = {};
    const ofLines: string[] = [];
    for (let part = 0; part < count; part++) {
      const [tree, file] = [`part-${part}-of-${count}`, `part-${part}-of-${count}.ndjson`];
      expect(batch(['in.ndjson', '--out', tree, '--shard', `${part}/${count}`, ...OWN]).status).toBe(0);
      const files = digestsBelow(at(tree));
      expect(Object.keys(files).length).toBeGreaterThan(0);
      expect(Object.keys(files).filter((path) => path in all)).toEqual([]);
      Object.assign(all, files);
      expect(batch(['in.ndjson', '--out', file, '--shard', `${part}/${count}`, ...OWN]).status).toBe(0);
      const signed = readFileSync(at(file), 'utf8').trimEnd().split('\n');
      // Each part has its own in their order.
      expect(signed).toEqual(wholeLines.filter((line) => signed.includes(line)));
      ofLines.push(...signed);
    }
    expect(all).toEqual(whole);
    expect(ofLines.sort()).toEqual([...wholeLines].sort());
  });

  test('may write into one folder, at the same time', { timeout: 60_000 }, async () => {
    const parts = [0, 1, 2].map((part) => {
      const words = ['batch', 'in.ndjson', '--key', 'my.key', '--out', 'together', '--shard', `${part}/3`];
      return ended(spawn(process.execPath, [bin, ...words, ...SIGNED_AT, ...OWN], { cwd: folder, stdio: 'ignore' }));
    });
    expect(await Promise.all(parts)).toEqual([0, 0, 0]);
    expect(digestsBelow(at('together'))).toEqual(whole);
    const left = readdirSync(at('together')).filter((name) => name.startsWith('.'));
    expect(left).toEqual([0, 1, 2].map((part) => `.passport-batch-${part}-of-3.journal`));
  });

  test('the second of two with one slug is refused, where they meet', { timeout: 60_000 }, () => {
    // One of the first once more at the very end, in another spelling: in a payload's place a source.
    const twice = JSON.stringify(sourceValue('item-3'));
    writeFileSync(at('twice.ndjson'), `${lines.join('\n')}\n${twice}\n`);
    const all: Record<string, string> = {};
    const refused: unknown[] = [];
    for (let part = 0; part < 4; part++) {
      const where = ['--out', `twice-${part}`, '--errors', `twice-${part}.errors`, '--shard', `${part}/4`];
      const { status, stderr } = batch(['twice.ndjson', ...where, ...OWN]);
      const found = readFileSync(at(`twice-${part}.errors`), 'utf8');
      expect(status, stderr).toBe(found === '' ? 0 : 6);
      if (found !== '') refused.push(JSON.parse(found));
      const files = digestsBelow(at(`twice-${part}`));
      const { length } = refused;
      if (found !== '')
        expect(
          Object.keys(files).some((path) => path.endsWith('/item-3.json')),
          `${length}`,
        ).toBe(true);
      Object.assign(all, files);
    }
    expect(refused).toMatchObject([
      { index: ITEMS, line: ITEMS + 1, slug: 'item-3', code: 'ERR_DUPLICATE_SLUG', status: 'rejected' },
    ]);
    expect(refused).toMatchObject([{ message: expect.stringContaining('item 3') as string }]);
    expect(all).toEqual(whole);
  });

  test.each(['JOB_COMPLETION_INDEX', 'AWS_BATCH_JOB_ARRAY_INDEX'])(
    'are numbered by %s',
    { timeout: 60_000 },
    (name) => {
      const out = (...words: string[]): Run => batch(['in.ndjson', '--out', '-', ...words, ...OWN], { [name]: '2' });
      const asked = batch(['in.ndjson', '--out', '-', '--shard', '2/7', ...OWN]);
      expect(asked.stdout.split('\n').length).toBeGreaterThan(10);
      expect(out('--shard', '7')).toMatchObject({ status: 0, stdout: asked.stdout });
      // What is written out is not overruled, and where no shard is asked for none is taken from there.
      expect(out('--shard', '2/7').stdout === asked.stdout).toBe(true);
      expect(out().stdout.trimEnd().split('\n')).toEqual(wholeLines);
    },
  );

  test.each([
    ['no number', {}, /neither JOB_COMPLETION_INDEX nor AWS_BATCH_JOB_ARRAY_INDEX is set/],
    ['an empty one', { JOB_COMPLETION_INDEX: '' }, /neither/],
    ['two', { JOB_COMPLETION_INDEX: '1', AWS_BATCH_JOB_ARRAY_INDEX: '2' }, /differ/],
    ['one beyond the last', { JOB_COMPLETION_INDEX: '7' }, /the shard "7\/7" is none/],
    ['what is no number', { AWS_BATCH_JOB_ARRAY_INDEX: 'x' }, /is none/],
  ])('with %s from an indexed job sign nothing', (_, env, message) => {
    const { status, stdout, stderr } = batch(['in.ndjson', '--out', 'nowhere', '--shard', '7', ...OWN], env);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(existsSync(at('nowhere'))).toBe(false);
  });
});

test('one bad item of 10,000: 9,999 are signed, and it is named', { timeout: 120_000 }, () => {
  const [count, bad] = [10_000, 7_654];
  const many = smallLines(count);
  many[bad] = (many[bad] as string).replace('"type":"app"', '"type":"car"');
  writeFileSync(at('many.ndjson'), `${many.join('\n')}\n`);
  const where = ['--out', 'signed.ndjson', '--errors', 'bad.errors', '--workers', '2'];
  const { status, stderr } = batch(['many.ndjson', ...where, ...OWN]);
  expect(status, stderr).toBe(6);
  expect(stderr).toMatch(/^10000 items: 9999 signed, 1 refused$/m);
  const refused = readFileSync(at('bad.errors'), 'utf8').trimEnd().split('\n');
  expect(refused.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { index: bad, file: 'many.ndjson', line: bad + 1, status: 'rejected', pointer: '/artifact/type' },
  ]);
  const signed = readFileSync(at('signed.ndjson'), 'utf8').trimEnd().split('\n');
  const slugs = signed.map((line) => /"slug":"([^"]*)"/.exec(line)?.[1]);
  expect(slugs).toEqual(many.map((_, index) => `item-${index}`).filter((_, index) => index !== bad));
  // All of them, and each by what it says.
  const words = ['verify', 'signed.ndjson', '--key', 'my.pub', '--now', '2026-02-01T00:00:00Z', '--workers', '2'];
  const verified = passport(words, { cwd: folder });
  expect(verified.stderr).toBe('9999 documents: 9999 VALID\n');
  expect(verified.status).toBe(0);
});

test('a run goes on by the options that it began with; others are refused, and do no harm', { timeout: 60_000 }, () => {
  expect(batch(['in.ndjson', '--out', 'agreed', ...OWN]).status).toBe(0);
  const again = (...words: string[]): Run => batch(['in.ndjson', '--out', 'agreed', '--resume', ...words]);
  for (const [words, name] of [
    [[], 'checkTexts'],
    [[...OWN, '--signed-by', 'example.org'], 'issuer'],
    [[...OWN, '--coverage', 'payload'], 'coverage'],
  ] as const) {
    const { status, stderr } = again(...words);
    expect(status, stderr).toBe(2);
    expect(stderr).toMatch(new RegExp(`^passport: this run cannot go on with the one before: ${name} was `, 'm'));
    expect(stderr).not.toMatch(/what is done is kept/);
  }
  const { status, stderr } = again(...OWN);
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(new RegExp(`^${ITEMS} items: 0 signed, ${ITEMS} already there$`, 'm'));
});
