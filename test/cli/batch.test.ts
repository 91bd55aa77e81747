import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { payloadLines } from '../payload-lines.js';
import { bin, passport, type Run, temporaryFolder } from './run.js';

// The long form takes minutes: PASSPORT_BATCH_KILLS=100.
const KILLS = Number(process.env.PASSPORT_BATCH_KILLS ?? 4);
const ITEMS = 240;

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const SIGNED_AT = ['--signed-at', '2026-01-31T09:30:00Z'];
const lines = payloadLines(ITEMS);

function batch(words: readonly string[]): Run {
  return passport(['batch', ...words, '--key', 'my.key', ...SIGNED_AT], { cwd: folder });
}

function filesOf(tree: string): Record<string, string> {
  const found = readdirSync(at(tree), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => relative(at(tree), join(entry.parentPath, entry.name)));
  const shown = paths.filter((path) => !path.startsWith('.')).sort();
  return Object.fromEntries(shown.map((path) => [path, hashOf(readFileSync(join(at(tree), path)))]));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

let whole: Record<string, string>;

beforeAll(() => {
  expect(passport(['keygen', '-o', 'my', '--no-encrypt', '--insecure'], { cwd: folder }).status).toBe(0);
  writeFileSync(at('in.ndjson'), `${lines.join('\n')}\n`);
  expect(batch(['in.ndjson', '--out', 'whole', '--workers', '1']).status).toBe(0);
  whole = filesOf('whole');
  expect(Object.keys(whole)).toHaveLength(ITEMS);
}, 30_000);

test('any number of threads writes the same bytes', { timeout: 30_000 }, () => {
  const [one, two, three] = ['1', '2', '3'].map((workers) => batch(['in.ndjson', '--out', '-', '--workers', workers]));
  expect(one).toMatchObject({ status: 0 });
  expect(one?.stdout.trimEnd().split('\n')).toHaveLength(ITEMS);
  expect(two?.stdout === one?.stdout && three?.stdout === one?.stdout).toBe(true);
});

test('shards are the whole, and have nothing in common', { timeout: 30_000 }, () => {
  const all: Record<string, string> = {};
  for (let part = 0; part < 4; part++) {
    expect(batch(['in.ndjson', '--out', `part-${part}`, '--shard', `${part}/4`]).status).toBe(0);
    const files = filesOf(`part-${part}`);
    expect(Object.keys(files).filter((path) => path in all)).toEqual([]);
    Object.assign(all, files);
  }
  expect(all).toEqual(whole);
});

test('one bad item: all others are signed, and it is named', { timeout: 30_000 }, () => {
  const text = lines.map((line, index) => (index === 80 ? line.replace('"type":"mcp"', '"type":"car"') : line));
  writeFileSync(at('bad.ndjson'), text.join('\n'));
  expect(batch(['bad.ndjson', '--out', 'bad', '--errors', 'bad.errors']).status).toBe(6);
  const others = Object.entries(whole).filter(([path]) => !path.endsWith('/item-80.json'));
  expect(filesOf('bad')).toEqual(Object.fromEntries(others));
  expect(JSON.parse(readFileSync(at('bad.errors'), 'utf8'))).toMatchObject({ index: 80, pointer: '/artifact/type' });
});

test('kill -9, and then --resume, leave the tree of an undisturbed run', { timeout: 3_600_000 }, async () => {
  for (let turn = 0; turn < KILLS; turn++) {
    rmSync(at('killed'), { recursive: true, force: true });
    const words = ['batch', 'in.ndjson', '--key', 'my.key', '--out', 'killed', '--workers', '2', ...SIGNED_AT];
    const child = spawn(process.execPath, [bin, ...words], { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await pause(150 + Math.random() * 900);
    child.kill('SIGKILL');
    await ended;
    if (existsSync(at('killed'))) expect(whole).toMatchObject(filesOf('killed'));
    expect(batch(['in.ndjson', '--out', 'killed', '--resume']).status).toBe(0);
    expect(filesOf('killed')).toEqual(whole);
  }
});

test('too few open files end a run, which then goes on', { timeout: 60_000 }, () => {
  const script = `ulimit -n 64; exec timeout -s KILL 25 '${process.execPath}' '${bin}' batch in.ndjson --key my.key \
    --out few --workers 40 ${SIGNED_AT.join(' ')}`;
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  expect([0, 3]).toContain(status);
  if (status === 3) expect(stderr).toMatch(/too many files are open.*ERR_/s);
  expect(batch(['in.ndjson', '--out', 'few', '--resume']).status).toBe(0);
  expect(filesOf('few')).toEqual(whole);
});
