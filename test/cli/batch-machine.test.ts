import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { payloadLines } from '../payload-lines.js';
import { digestsBelow } from './file-digests.js';
import { bin, passport, type Run, temporaryFolder } from './run.js';

const ITEMS = 1200;

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const lines = payloadLines(ITEMS);
const FLAGS = ['--key', 'my.key', '--signed-at', '2026-01-31T09:30:00Z', '--no-check-texts'];

const batch = (input: string, ...words: string[]): Run =>
  passport(['batch', input, ...words, ...FLAGS], { cwd: folder });
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');
const command = (input: string, ...words: string[]): string =>
  quoted([process.execPath, bin, 'batch', input, ...words, ...FLAGS]);

let whole: Record<string, string>;
let wholeLines: Buffer;

beforeAll(() => {
  expect(passport(['keygen', '-o', 'my', '--no-encrypt', '--insecure'], { cwd: folder }).status).toBe(0);
  writeFileSync(at('in.ndjson'), `${lines.join('\n')}\n`);
  writeFileSync(at('bad.ndjson'), `${lines.join('\n').replaceAll('"type":"mcp"', '"type":"car"')}\n`);
  expect(batch('in.ndjson', '--out', 'whole').status).toBe(0);
  expect(batch('in.ndjson', '--out', 'whole.ndjson').status).toBe(0);
  whole = digestsBelow(at('whole'));
  wholeLines = readFileSync(at('whole.ndjson'));
  expect(Object.keys(whole)).toHaveLength(ITEMS);
}, 60_000);

const isMounted = (): boolean => /^\S+ \S*\/disk tmpfs /m.test(readFileSync('/proc/mounts', 'utf8'));

/** Whether a file system in memory may be mounted here, which takes root. */
function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  mkdirSync(at('disk'), { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at('disk')]);
  if (status === 0) spawnSync('umount', [at('disk')]);
  return status === 0;
}

const canMount = mayMount();
const why = canMount ? '' : ' (not tried: mounting is not permitted here)';

function mount(options: string): void {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at('disk')], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}

function unmount(): void {
  // Lazily, so that nothing that still has it open leaves it mounted.
  if (canMount) spawnSync('umount', ['-l', at('disk')]);
}

describe.skipIf(!canMount)(`a disk that gets full${why}`, () => {
  afterEach(unmount);
  afterAll(unmount);

  function expectFull({ status, stdout, stderr }: Run, path: RegExp, isBegun = true): void {
    expect({ status, stdout }, stderr).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(
      new RegExp(`^passport: cannot write ${path.source}: the disk is full \\[ERR_WRITE\\]$`, 'm'),
    );
    expect(stderr).toMatch(/^ {2}hint: make room on it first$/m);
    if (isBegun) expect(stderr).toMatch(/the same command with --resume goes on from there/);
  }

  test.each(['1', '2'])(
    'has whole files only of a tree, which is gone on with (--workers %s)',
    { timeout: 60_000 },
    (workers) => {
      mount('size=1m');
      expectFull(batch('in.ndjson', '--out', 'disk/tree', '--workers', workers), /disk\/tree\/..\/..\/item-\d+\.json/);
      const found = digestsBelow(at('disk/tree'));
      expect(Object.keys(found).length).toBeGreaterThan(50);
      expect(Object.keys(found).length).toBeLessThan(300);
      expect(whole).toMatchObject(found);
      // Still full.
      expectFull(batch('in.ndjson', '--out', 'disk/tree', '--workers', workers, '--resume'), /disk\/tree\/\S+/);
      mount('remount,size=30m');
      const rest = batch('in.ndjson', '--out', 'disk/tree', '--workers', workers, '--resume');
      expect(rest.status, rest.stderr).toBe(0);
      expect(rest.stderr).toMatch(/\d\d already there/);
      expect(digestsBelow(at('disk/tree'))).toEqual(whole);
      expect(readdirSync(at('disk/tree')).filter((name) => name.startsWith('.'))).toEqual(['.passport-batch.journal']);
    },
  );

  test('has no file that is not whole, which is gone on with', { timeout: 60_000 }, () => {
    mount('size=1m');
    writeFileSync(at('disk/out.ndjson'), 'old\n');
    expectFull(batch('in.ndjson', '--out', 'disk/out.ndjson', '--workers', '2'), /disk\/out\.ndjson/);
    expect(readFileSync(at('disk/out.ndjson'), 'utf8')).toBe('old\n');
    const part = readFileSync(at('disk/out.ndjson.part'));
    expect(part.equals(wholeLines.subarray(0, part.length))).toBe(true);
    mount('remount,size=30m');
    const rest = batch('in.ndjson', '--out', 'disk/out.ndjson', '--workers', '2', '--resume');
    expect(rest.status, rest.stderr).toBe(0);
    expect(rest.stderr).toMatch(/\d\d already there/);
    expect(readFileSync(at('disk/out.ndjson')).equals(wholeLines)).toBe(true);
    expect(readdirSync(at('disk')).sort()).toEqual(['.out.ndjson.journal', 'out.ndjson']);
  });

  test('that reasons are written to ends a run, which is gone on with', { timeout: 60_000 }, () => {
    // Of one good item and very many bad ones.
    writeFileSync(at('mixed.ndjson'), `${lines[0] as string}\n${readFileSync(at('bad.ndjson'), 'utf8')}`);
    const words = ['--errors', 'disk/errors.ndjson', '--out', 'mixed', '--workers', '2'];
    mount('size=64k');
    expectFull(batch('mixed.ndjson', ...words), /disk\/errors\.ndjson/);
    expect(existsSync(at('disk/errors.ndjson'))).toBe(false);
    expect(whole).toMatchObject(digestsBelow(at('mixed')));
    mount('remount,size=30m');
    const rest = batch('mixed.ndjson', ...words, '--resume');
    expect(rest.status, rest.stderr).toBe(6);
    expect(Object.keys(digestsBelow(at('mixed')))).toHaveLength(1);
    const reasons = readFileSync(at('disk/errors.ndjson'), 'utf8').trimEnd().split('\n');
    expect(reasons.map((line) => (JSON.parse(line) as { index: number }).index)).toEqual(
      lines.map((_, index) => index + 1),
    );
  });

  test.each([
    ['before it has begun', 4, 0],
    ['in the middle', 12, 40],
  ])('has no room for the journal, %s', { timeout: 60_000 }, (_, kilobytes, fewest) => {
    // Nothing but the journal grows on it.
    mount(`size=${kilobytes}k`);
    symlinkSync(at('elsewhere'), at('disk/out.ndjson.part'));
    writeFileSync(at('elsewhere'), '');
    const words = ['--out', 'disk/out.ndjson', '--workers', '2'];
    expectFull(batch('in.ndjson', ...words), /disk\/\.out\.ndjson\.journal/, fewest > 0);
    const written = readFileSync(at('elsewhere'));
    expect(written.equals(wholeLines.subarray(0, written.length))).toBe(true);
    expect(written.toString('latin1').split('\n').length > fewest).toBe(true);
    mount('remount,size=1m');
    const rest = batch('in.ndjson', ...words, '--resume');
    expect(rest.status, rest.stderr).toBe(0);
    expect(rest.stderr.includes('already there')).toBe(fewest > 0);
    expect(readFileSync(at('disk/out.ndjson')).equals(wholeLines)).toBe(true);
  });

  test('leaves nothing mounted', () => {
    unmount();
    expect(isMounted()).toBe(false);
  });
});

describe('a folder that may not be written', () => {
  const isRoot = process.getuid?.() === 0;
  const NOBODY = 65534;
  const theirs = at('theirs');
  const asOther = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  // Root may write everywhere; whoever else runs this asks for himself. A project in root's own home is not tried.
  const canRun = spawnSync(process.execPath, [bin, '--version'], { cwd: '/', ...asOther }).status === 0;

  beforeAll(() => {
    mkdirSync(join(theirs, 'full'), { recursive: true });
    for (const name of ['in.ndjson', 'my.key']) copyFileSync(at(name), join(theirs, name));
    if (isRoot) chownSync(join(theirs, 'my.key'), NOBODY, NOBODY);
    chmodSync(folder, 0o755);
    for (const path of ['full', '.']) chmodSync(join(theirs, path), 0o555);
  });
  afterAll(() => {
    for (const path of ['.', 'full']) chmodSync(join(theirs, path), 0o755);
  });

  test.skipIf(!canRun).each([
    ['full', /^passport: cannot write full\/\.passport-batch\.journal: permission denied \[ERR_WRITE\]$/m],
    ['new/tree', /^passport: cannot write new\/tree: permission denied \[ERR_WRITE\]$/m],
    ['out.ndjson', /^passport: cannot write \.out\.ndjson\.journal: permission denied \[ERR_WRITE\]$/m],
  ])('ends the run before it begins (%s)', (out, message) => {
    const words = [bin, 'batch', 'in.ndjson', '--out', out, ...FLAGS];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: theirs,
      encoding: 'utf8',
      ...asOther,
    });
    expect({ status, stdout }, stderr).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(message);
    // There is nothing to go on with.
    expect(stderr).not.toMatch(/--resume/);
    expect(readdirSync(theirs, { recursive: true }).sort()).toEqual(['full', 'in.ndjson', 'my.key']);
  });

  test.skipIf(!canRun)('of the file of reasons ends it with nothing in its output', () => {
    const out = at('writable');
    mkdirSync(out, { mode: 0o777 });
    if (isRoot) chownSync(out, NOBODY, NOBODY);
    const words = [bin, 'batch', 'in.ndjson', '--out', out, '--errors', 'full/errors', ...FLAGS];
    const { status, stderr } = spawnSync(process.execPath, words, { cwd: theirs, encoding: 'utf8', ...asOther });
    expect(status, stderr).toBe(3);
    expect(stderr).toMatch(/^passport: cannot write full\/errors: permission denied \[ERR_WRITE\]$/m);
    expect(readdirSync(out)).toEqual(['.passport-batch.journal']);
  });
});

describe('too few files that may be open', () => {
  const limited = (files: number, ...words: string[]): Run => {
    const script = `ulimit -n ${files}; exec timeout -s KILL 40 ${command('in.ndjson', ...words)}`;
    return spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  };

  test.each(['few', 'few.ndjson'])('end a run, which goes on with fewer threads (%s)', { timeout: 120_000 }, (out) => {
    const done = limited(64, '--out', out, '--workers', '40');
    expect(done.status, done.stderr).toBe(3);
    expect(done.stderr).toMatch(/^passport: a thread cannot go on: too many files are open \[ERR_READ\]$/m);
    expect(done.stderr).toMatch(/^ {2}hint: give fewer threads: --workers N$/m);
    expect(done.stderr).toMatch(/the same command with --resume goes on from there/);
    expect(whole).toMatchObject(digestsBelow(at(out)));
    const rest = limited(64, '--out', out, '--workers', '2', '--resume');
    expect(rest.status, rest.stderr).toBe(0);
    if (out === 'few') expect(digestsBelow(at(out))).toEqual(whole);
    else expect(readFileSync(at(out)).equals(wholeLines)).toBe(true);
  });

  test('end verifying, too', { timeout: 60_000 }, () => {
    const words = ['verify', 'whole.ndjson', '--key', 'my.pub', '--now', '2026-02-01T00:00:00Z', '--workers', '40'];
    const script = `ulimit -n 64; exec timeout -s KILL 40 ${quoted([process.execPath, bin, ...words, '--json'])}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(status, stderr).toBe(3);
    const failure = { code: 'ERR_READ', message: 'a thread cannot go on: too many files are open' };
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, exit_status: 3, failures: [failure] });
  });
});

test('a reader that goes away ends a run; what it has read is right', { timeout: 60_000 }, () => {
  for (const workers of ['1', '2']) {
    const run = command('in.ndjson', '--out', '-', '--workers', workers);
    const { stdout, stderr } = spawnSync('bash', ['-c', `${run} | head -n 40; echo "\${PIPESTATUS[0]}"`], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 20_000,
      maxBuffer: 64 << 20,
    });
    const read = stdout.split('\n').slice(0, 40);
    expect(stdout.split('\n').slice(40), stderr).toEqual(['3', '']);
    expect(`${read.join('\n')}\n`).toBe(wholeLines.toString('utf8', 0, Buffer.byteLength(read.join('\n')) + 1));
    expect(stderr).toMatch(/^passport: the reader of standard output has gone away \[ERR_WRITE\]$/m);
    expect(stderr).toMatch(/^ {2}hint: what it has not read is lost: write to a file or folder/m);
    expect(stderr).not.toMatch(/goes on from there/);
  }
});
