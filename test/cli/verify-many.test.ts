import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { payloadLines } from '../payload-lines.js';
import { bin, passport, type Run, temporaryFolder } from './run.js';

const ITEMS = 500;

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const NOW = ['--now', '2026-02-01T00:00:00Z'];
const verify = (...words: string[]): Run => passport(['verify', ...words, '--key', 'my.pub', ...NOW], { cwd: folder });

interface Report {
  readonly results: ReadonlyArray<{
    file: string;
    line: number | null;
    verdict: string;
    code: string;
    message: string;
    slug: string | null;
  }>;
  readonly failures: ReadonlyArray<{ code: string; message: string; file: string | null }>;
  readonly counts: Record<string, number>;
  readonly ok: boolean;
  readonly exit_status: number;
}

/** The same of any number of threads, to the byte. @returns what one has said */
function alike(...words: string[]): Run {
  const one = verify(...words, '--workers', '1');
  for (const workers of ['2', '3']) {
    const other = verify(...words, '--workers', workers);
    expect(other.status).toBe(one.status);
    expect(other.stderr).toBe(one.stderr);
    // Not printed by the megabyte where they differ.
    expect(other.stdout === one.stdout, `${words.join(' ')} with ${workers} threads`).toBe(true);
  }
  return one;
}

let signed: readonly string[];

beforeAll(() => {
  const run = (...words: string[]): Run => passport(words, { cwd: folder });
  expect(run('keygen', '-o', 'my', '--no-encrypt', '--insecure').status).toBe(0);
  writeFileSync(at('in.ndjson'), payloadLines(ITEMS).join('\n'));
  const flags = ['--key', 'my.key', '--signed-at', '2026-01-31T09:30:00Z', '--no-check-texts'];
  expect(run('batch', 'in.ndjson', '--out', 'signed.ndjson', ...flags).status).toBe(0);
  expect(run('batch', 'in.ndjson', '--out', 'tree', ...flags).status).toBe(0);
  signed = readFileSync(at('signed.ndjson'), 'utf8').trimEnd().split('\n');
  expect(signed).toHaveLength(ITEMS);
}, 60_000);

describe('passport verify of very many', { timeout: 60_000 }, () => {
  test('lines says of each in their order, with any number of threads', () => {
    const { status, stdout, stderr } = alike('signed.ndjson', '--json');
    expect(status, stderr).toBe(0);
    expect(stderr).toBe(`${ITEMS} documents: ${ITEMS} VALID\n`);
    const { results, failures, counts, ok, exit_status } = JSON.parse(stdout) as Report;
    expect(results.map(({ line, slug }) => [line, slug])).toEqual(
      signed.map((_, index) => [index + 1, `item-${index}`]),
    );
    expect({ failures, ok, exit_status }).toEqual({ failures: [], ok: true, exit_status: 0 });
    expect(counts).toEqual({ VALID: ITEMS, INVALID: 0, UNTRUSTED: 0, UNVERIFIABLE: 0 });
  });

  test('lines names those that are bad by their numbers, and says of all others', () => {
    const lines: Array<string | Uint8Array> = [...signed];
    lines[3] = '';
    lines[40] = (signed[40] as string).replace(/"confidence":[\d.]+/, '"confidence":0.99');
    lines[41] = ' \t';
    lines[250] = (signed[250] as string).slice(0, -7);
    lines[251] = 'x'.repeat((4 << 20) + 1);
    lines[377] = Buffer.from((signed[377] as string).replace('"name":"D', '"name":"\u00ff'), 'latin1');
    lines[ITEMS - 1] = (signed[ITEMS - 1] as string).replace('"signedBy":"unfragile.ai"', '"signedBy":"unfragile.al"');
    writeFileSync(at('mixed.ndjson'), Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])));
    const expected = [
      [41, 'INVALID', 'SIGNATURE_MISMATCH'],
      [251, 'INVALID', 'MALFORMED_JSON'],
      [252, 'INVALID', 'MALFORMED_DOCUMENT'],
      [378, 'INVALID', 'MALFORMED_JSON'],
      [ITEMS, 'INVALID', 'SIGNATURE_MISMATCH'],
    ];
    const { status, stdout, stderr } = alike('mixed.ndjson', '--json');
    expect(status).toBe(1);
    const { results, failures, exit_status } = JSON.parse(stdout) as Report;
    expect({ failures, exit_status }).toEqual({ failures: [], exit_status: 1 });
    const bad = results.filter(({ verdict }) => verdict !== 'VALID');
    expect(bad.map(({ line, verdict, code }) => [line, verdict, code])).toEqual(expected);
    const why = Object.fromEntries(bad.map(({ line, message }) => [line, message]));
    expect(why[252]).toMatch(/4 MiB|4194304|too (?:long|large)|larger/);
    expect(why[378]).toMatch(/UTF-8/);
    const numbers = signed.map((_, index) => index + 1).filter((line) => line !== 4 && line !== 42);
    expect(results.map(({ line }) => line)).toEqual(numbers);
    expect(stderr).toBe(`${ITEMS - 2} documents: ${ITEMS - 7} VALID, 5 INVALID\n`);
    // For people, too.
    const told = alike('mixed.ndjson');
    expect(told.status).toBe(1);
    const found = told.stdout.split('\n').filter((line) => line.startsWith('INVALID'));
    expect(found).toEqual(expected.map(([line, , code]) => `INVALID ${code} mixed.ndjson:${line}`));
    expect(told.stdout.split('\n').filter((line) => line.startsWith('VALID'))).toHaveLength(ITEMS - 7);
  });

  test('from standard input says the same as of the file', () => {
    const input = readFileSync(at('signed.ndjson'));
    const words = ['verify', '-', '--ndjson', '--key', 'my.pub', ...NOW, '--json', '--workers', '2'];
    const { status, stdout } = passport(words, { cwd: folder, input });
    const ofFile = verify('signed.ndjson', '--json', '--workers', '2');
    expect(status).toBe(0);
    expect(stdout.replaceAll('"file":"-"', '"file":"signed.ndjson"') === ofFile.stdout).toBe(true);
  });

  test('files of a folder, lines, and what is not there says of all, and ends as of what could not be read', () => {
    mkdirSync(at('tree/zz'));
    writeFileSync(at('tree/zz/broken.json'), '{');
    writeFileSync(at('tree/zz/passed-over.txt'), 'no document');
    const { status, stdout, stderr } = alike('tree', 'missing.json', 'signed.ndjson', '--json');
    expect(status).toBe(3);
    const { results, failures, counts } = JSON.parse(stdout) as Report;
    expect(failures).toMatchObject([{ code: 'ERR_READ', file: 'missing.json' }]);
    expect(counts).toMatchObject({ VALID: 2 * ITEMS, INVALID: 1 });
    const [files, lines] = [results.slice(0, ITEMS + 1), results.slice(ITEMS + 1)];
    const names = files.map(({ file }) => file);
    expect(names).toEqual([...names].sort());
    expect(files.at(-1)).toMatchObject({ file: 'tree/zz/broken.json', line: null, code: 'MALFORMED_JSON' });
    expect(lines.map(({ line }) => line)).toEqual(signed.map((_, index) => index + 1));
    expect(stderr).toMatch(/missing\.json.*\[ERR_READ\]\n/);
  });

  test('ends by its verdict where the reader has seen enough', () => {
    for (const [file, expected] of [
      ['signed.ndjson', 0],
      ['mixed.ndjson', 1],
    ] as const) {
      const words = [process.execPath, bin, 'verify', file, '--key', 'my.pub', ...NOW, '--workers', '2', '--json'];
      const script = `${words.map((word) => `'${word}'`).join(' ')} | head -c 1; echo " \${PIPESTATUS[0]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', timeout: 30_000 });
      expect(stdout, stderr).toBe(`{ ${expected}\n`);
    }
  });
});
