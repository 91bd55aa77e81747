import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { temporaryFolder } from './cli/run.js';

// What it measures is nobody's to assert; that it still runs, and measures what it says, is.
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = temporaryFolder();

function run(script: string, env: Readonly<Record<string, string>>): string {
  const words = ['--expose-gc', join('test', 'bench', script)];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 100_000,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

test('npm run bench measures, and draws what it printed', () => {
  const path = join(folder, 'speed.svg');
  const out = run('bench.mjs', { BENCH_ROUNDS: '1', BENCH_PAYLOADS: '40', BENCH_STARTS: '1', BENCH_CHART: path });
  const svg = new DOMParser({ onError: (_, message) => expect.fail(message) }).parseFromString(
    readFileSync(path, 'utf8'),
    'image/svg+xml',
  );
  const texts = [...svg.getElementsByTagName('text')].map(({ textContent }) => textContent ?? '');
  const names = [...out.matchAll(/^ {2}(\S.*?) {2,}[\d.]+ µs/gm)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(20);
  // The arithmetic alone is printed, and not drawn.
  expect(names.filter((name) => !texts.includes(name))).toEqual(['sign', 'verify']);
});

test('npm run bench:memory measures', () => {
  const env = { BENCH_ITEMS: '60', BENCH_WORKERS: '2', BENCH_KINDS: 'pipe,verify', BENCH_PAYLOADS: '30' };
  expect(run('memory.mjs', env)).toMatch(/^.*\b60\b.*$/m);
});

// What is left over is some tens of bytes, most of it code; a shape or a number's text for each item is 170 and more.
test('items of a batch leave next to nothing in the old generation', () => {
  const left = [...run('old-space.mjs', {}).matchAll(/^(.+): (-?\d+) bytes an item$/gm)];
  expect(left.map(([, name]) => name)).toEqual(['sign, --no-check-texts', 'sign', 'verify']);
  for (const [line, , bytes] of left) expect(Number(bytes), line).toBeLessThan(170);
});
