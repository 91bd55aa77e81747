import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { payloadLines } from '../payload-lines.js';
import { bin, passport, temporaryFolder } from './run.js';

// Standard input is read into one buffer, however it comes: what is written over too early would be seen here.
const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const words = [
  'batch',
  '-',
  '--key',
  'my.key',
  '--signed-at',
  '2026-01-31T09:30:00Z',
  '--out',
  '-',
  '--no-check-texts',
];
let expected: Buffer;
let input: Buffer;

beforeAll(() => {
  expect(passport(['keygen', '-o', 'my', '--no-encrypt', '--insecure'], { cwd: folder }).status).toBe(0);
  writeFileSync(at('in.ndjson'), `${payloadLines(300).join('\n')}\n`);
  input = readFileSync(at('in.ndjson'));
  const run = spawnSync(process.execPath, [bin, ...words.with(1, 'in.ndjson')], { cwd: folder, maxBuffer: 1 << 28 });
  expect(run.status).toBe(0);
  expected = run.stdout;
  expect(input.length).toBeGreaterThan(2 * (256 << 10));
});

describe.each(['1', '2'])('with %s threads', (workers) => {
  const all = [bin, ...words, '--workers', workers];

  test('a file', () => {
    const file = openSync(at('in.ndjson'), 'r');
    const run = spawnSync(process.execPath, all, { cwd: folder, stdio: [file, 'pipe', 'pipe'], maxBuffer: 1 << 28 });
    closeSync(file);
    expect(run.status).toBe(0);
    expect(run.stdout.equals(expected)).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('a pipe of a shell', () => {
    const command = `cat in.ndjson | "$0" "$@"`;
    const run = spawnSync('sh', ['-c', command, process.execPath, ...all], { cwd: folder, maxBuffer: 1 << 28 });
    expect(run.status).toBe(0);
    expect(run.stdout.equals(expected)).toBe(true);
  });

  test('pieces that come slowly, and end in the middle of lines', async () => {
    const child = spawn(process.execPath, all, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve) => child.on('close', resolve));
    for (let start = 0; start < input.length; start += 150_001) {
      child.stdin.write(input.subarray(start, start + 150_001));
      await pause(20);
    }
    child.stdin.end();
    expect(await ended).toBe(0);
    expect(Buffer.concat(chunks).equals(expected)).toBe(true);
  });

  test('nothing', () => {
    const run = spawnSync(process.execPath, all, { cwd: folder, input: '' });
    expect(run.status).toBe(0);
    expect(run.stdout).toHaveLength(0);
  });
});
