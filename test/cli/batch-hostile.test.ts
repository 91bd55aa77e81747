import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { payloadLines } from '../payload-lines.js';
import { bin, passport, type Run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const lines = payloadLines(300);
const SIGNED_AT = ['--signed-at', '2026-01-31T09:30:00Z'];

const run = (...words: string[]): Run => passport(words, { cwd: folder });
const batch = (...words: string[]): Run => run('batch', ...words, '--key', 'old.key', ...SIGNED_AT);

function filesBelow(path: string): string[] {
  const found = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => relative(path, join(entry.parentPath, entry.name))).sort();
}

interface Refused {
  readonly index: number;
  readonly slug: string | null;
  readonly code: string;
}

function refusals(name: string): Refused[] {
  return readFileSync(at(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Refused);
}

/** A payload of the same with another slug, derived values and all. */
function named(line: string, slug: string): string {
  const own = (JSON.parse(line) as { unfragile: { artifact: { slug: string } } }).unfragile.artifact.slug;
  return line.replaceAll(own, slug);
}

/** What is no UTF-8 in the middle of a text. */
function withByte(line: string, byte: number): Uint8Array {
  const bytes = Buffer.from(line);
  bytes[bytes.indexOf('"name":"') + '"name":"'.length] = byte;
  return bytes;
}

beforeAll(() => {
  for (const name of ['old', 'new']) {
    expect(run('keygen', '-o', name, '--no-encrypt', '--insecure').status).toBe(0);
  }
  writeFileSync(at('in.ndjson'), `${lines.join('\n')}\n`);
}, 30_000);

describe('passport batch', () => {
  test.each([
    ['', []],
    [' without looking at texts', ['--no-check-texts']],
  ])('signs what is good among what is not, names the rest, and writes nothing elsewhere%s', (_, flags) => {
    rmSync(at('deep'), { recursive: true, force: true });
    const [good = '', second = '', third = ''] = lines;
    const hostile: Array<readonly [line: string | Uint8Array, code: string | undefined]> = [
      [good, undefined],
      [named(second, '..'), undefined],
      [named(third, 'a/../../../../escaped'), 'ERR_INVALID_PAYLOAD'],
      [named(third, '/escaped'), 'ERR_INVALID_PAYLOAD'],
      [good.slice(0, -9), 'ERR_INVALID_JSON'],
      ['{}', 'ERR_INVALID_SOURCE'],
      ['"text"', 'ERR_INVALID_SOURCE'],
      ['\u0000', 'ERR_INVALID_SOURCE'],
      [Buffer.from([0x7b, 0xff, 0x7d]), 'ERR_INVALID_JSON'],
      [withByte(second, 0xff), 'ERR_INVALID_JSON'],
      [withByte(second, 0x80), 'ERR_INVALID_JSON'],
      [good.replace('"unfragile":', '"unfragile":{},"unfragile":'), 'ERR_INVALID_JSON'],
      [good, 'ERR_DUPLICATE_SLUG'],
      [third, undefined],
    ];
    const end = Buffer.from('\n');
    mkdirSync(at('deep/er'), { recursive: true });
    writeFileSync(at('deep/er/hostile.ndjson'), Buffer.concat(hostile.flatMap(([line]) => [Buffer.from(line), end])));
    const before = filesBelow(folder);
    const where = ['--out', 'deep/er/tree', '--errors', 'deep/er/errors.ndjson'];
    const done = batch('deep/er/hostile.ndjson', ...where, ...flags);
    expect(done.status, done.stderr).toBe(6);
    expect(refusals('deep/er/errors.ndjson').map(({ index, code }) => [index, code])).toEqual(
      hostile.flatMap(([, code], index) => (code === undefined ? [] : [[index, code]])),
    );
    const made = filesBelow(folder).filter((path) => !before.includes(path));
    expect(made.filter((path) => !/^deep\/er\/(?:tree\/|errors\.ndjson$)/.test(path))).toEqual([]);
    expect(made.filter((path) => path.endsWith('.json'))).toHaveLength(3);
  });

  test('says where its output cannot be, and leaves nothing there', () => {
    writeFileSync(at('file'), '');
    const done = batch('in.ndjson', '--out', 'file/tree/');
    expect(done).toMatchObject({ status: 3, stdout: '' });
    expect(done.stderr).toMatch(/cannot (?:write|read|make) .*file\/tree.*\[ERR_/);
    expect(readFileSync(at('file'), 'utf8')).toBe('');
  });

  test('ends where its reader goes away', { timeout: 30_000 }, () => {
    const words = [bin, 'batch', at('in.ndjson'), '--key', at('old.key'), '--out', '-', ...SIGNED_AT];
    const quoted = [process.execPath, ...words].map((word) => `'${word}'`).join(' ');
    const { stdout, stderr } = spawnSync('bash', ['-c', `${quoted} | head -c 1; echo " \${PIPESTATUS[0]}"`], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(stdout, stderr).toBe('{ 3\n');
    expect(stderr).toMatch(/the reader of standard output has gone away/);
  });

  test('finishes what is in hand when it is interrupted, and goes on from there', { timeout: 60_000 }, async () => {
    const words = ['batch', '-', '--ndjson', '--key', 'old.key', '--out', 'broken-off', '--workers', '1', ...SIGNED_AT];
    const child = spawn(process.execPath, [bin, ...words], { cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    // Its input never ends by itself: so it is interrupted before its end, whenever that is.
    child.stdin.on('error', () => undefined);
    child.stdin.write(`${lines.join('\n')}\n`);
    for (let i = 0; i < 400 && !(existsSync(at('broken-off')) && filesBelow(at('broken-off')).length > 1); i++) {
      await pause(50);
    }
    child.kill('SIGINT');
    expect(await ended, said).toBe(130);
    expect(said).toMatch(/--resume/);
    const left = filesBelow(at('broken-off')).filter((path) => path.endsWith('.json'));
    for (const path of left)
      expect(() => JSON.parse(readFileSync(at(`broken-off/${path}`), 'utf8')) as unknown).not.toThrow();
    const rest = passport([...words, '--resume'], { cwd: folder, input: `${lines.join('\n')}\n` });
    expect(rest.status, rest.stderr).toBe(0);
    expect(batch('in.ndjson', '--out', 'undisturbed').status).toBe(0);
    const shown = (tree: string): string[] =>
      filesBelow(at(tree))
        .filter((path) => path.endsWith('.json'))
        .map((path) => `${path} ${readFileSync(at(`${tree}/${path}`), 'utf8')}`);
    expect(shown('broken-off')).toEqual(shown('undisturbed'));
  });
});

test('a batch signs nothing that is at odds with itself', () => {
  const odd = (lines[0] as string).replace(/"score":\d+/, '"score":99');
  writeFileSync(at('odd.ndjson'), `${odd}\n${lines[1] as string}\n`);
  const done = batch('odd.ndjson', '--out', 'odd-signed.ndjson', '--errors', 'odd-errors.ndjson');
  expect(done.status, done.stderr).toBe(6);
  expect(refusals('odd-errors.ndjson')).toMatchObject([{ index: 0, rule: 'sign/at-odds', pointer: '/trust/score' }]);
});

describe('passport resign', () => {
  test('signs anew what is VALID, and nothing else', { timeout: 30_000 }, () => {
    expect(batch('in.ndjson', '--out', 'signed.ndjson').status).toBe(0);
    const signed = readFileSync(at('signed.ndjson'), 'utf8').trimEnd().split('\n').slice(0, 6);
    const changed = signed.map((line, index) => {
      if (index === 1) return line.replace(/"confidence":[\d.]+/, '"confidence":0.99');
      return index === 3 ? line.replace(/"signature":"../, '"signature":"AA') : line;
    });
    writeFileSync(at('changed.ndjson'), `${changed.join('\n')}\n`);
    const words = ['--key', 'new.key', '--out', 'anew.ndjson', '--errors', 'not-anew.ndjson', ...SIGNED_AT];
    expect(run('resign', 'changed.ndjson', ...words)).toMatchObject({ status: 2 });
    const done = run('resign', 'changed.ndjson', '--public', 'old.pub', ...words);
    expect(done.status, done.stderr).toBe(6);
    expect(refusals('not-anew.ndjson').map(({ index }) => index)).toEqual([1, 3]);
    const verified = run('verify', 'anew.ndjson', '--key', 'new.pub', '--now', '2026-02-01T00:00:00Z', '--json');
    const { results } = JSON.parse(verified.stdout) as { results: Array<{ verdict: string }> };
    expect(verified.status).toBe(0);
    expect(results.map(({ verdict }) => verdict)).toEqual(['VALID', 'VALID', 'VALID', 'VALID']);
    expect(run('verify', 'anew.ndjson', '--key', 'old.pub', '--now', '2026-02-01T00:00:00Z').status).toBe(1);
  });
});
