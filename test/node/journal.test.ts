import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkOf, Journal, type JournalEntry, lengthIn } from '../../src/node/journal.js';
import { temporaryDirectories } from '../temporary.js';

const temporary = temporaryDirectories();
const HEAD = 8192;
const ENTRY = 80;
const TERMS = { tool: '1.2.3', output: 'tree', shard: null, checkTexts: false };
/** Of a process that is there no more. */
const DEAD = 999_999_999;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function entryOf(number: number): JournalEntry {
  return {
    input: checkOf(bytesOf(`in ${number}`)),
    output: checkOf(bytesOf(`out ${number}`)),
    slug: `${number}`.repeat(32),
  };
}

const ENTRIES: readonly JournalEntry[] = [entryOf(1), { ...entryOf(2), output: '', slug: '' }, entryOf(3), entryOf(4)];

/** That of a run that has done four items, and was then killed, or has ended. */
function journalOf(isEnded: boolean): string {
  const path = join(temporary(), 'journal');
  const journal = Journal.open(path, false);
  journal.begin(TERMS);
  journal.write(0, ENTRIES.slice(0, 3));
  journal.write(3, ENTRIES.slice(3));
  if (isEnded) journal.end(true);
  return path;
}

/** As somebody who goes on finds it, which changes nothing. */
function found(path: string): Pick<Journal, 'before'> & { readonly entries: ReturnType<Journal['read']> } {
  const journal = Journal.open(path, true);
  try {
    return { before: journal.before, entries: journal.read(0, 6) };
  } finally {
    journal.end(false);
  }
}

function headOf(path: string, change: (head: Record<string, unknown>) => void): void {
  const bytes = readFileSync(path);
  const head = JSON.parse(bytes.toString('latin1', 0, HEAD)) as Record<string, unknown>;
  change(head);
  bytes.write(JSON.stringify(head).padEnd(HEAD - 1), 0, 'latin1');
  writeFileSync(path, bytes);
}

test('a check is the length and the CRC-32 of all parts together', () => {
  expect(checkOf(bytesOf('123456789'))).toBe('00000009cbf43926');
  expect(checkOf(bytesOf('1234'), bytesOf(''), bytesOf('56789'))).toBe('00000009cbf43926');
  expect(checkOf()).toBe('0000000000000000');
  expect(lengthIn(checkOf(new Uint8Array(300)))).toBe(300);
});

describe('a journal', () => {
  test('has what was written, where it was written', () => {
    for (const isEnded of [true, false]) {
      const path = journalOf(isEnded);
      expect(found(path)).toEqual({
        before: { terms: TERMS, state: isEnded ? 'done' : 'running' },
        entries: [...ENTRIES, undefined, undefined],
      });
      expect(readFileSync(path)).toHaveLength(HEAD + ENTRIES.length * ENTRY);
    }
  });

  test('cut off at any byte, is one with fewer entries, all of them right, or is refused', () => {
    const path = journalOf(true);
    const whole = readFileSync(path);
    const head = whole.toString('latin1', 0, HEAD).trimEnd().length;
    expect(head).toBeGreaterThan(100);
    for (let size = whole.length; size >= 0; size--) {
      truncateSync(path, size);
      if (size > 0 && size < head) {
        expect(() => Journal.open(path, true), `${size} bytes`).toThrow(/is no journal of a batch/);
      } else {
        const { before, entries } = found(path);
        expect(before, `${size} bytes`).toEqual(size === 0 ? undefined : { terms: TERMS, state: 'done' });
        const count = Math.max(0, Math.floor((size - HEAD) / ENTRY));
        expect(entries.filter(Boolean), `${size} bytes`).toEqual(ENTRIES.slice(0, count));
      }
      // Whoever has looked has written nothing.
      expect(readFileSync(path).equals(whole.subarray(0, size)), `${size} bytes`).toBe(true);
    }
  });

  test('with any byte of an entry changed, has that entry no more, and all others', () => {
    const path = journalOf(true);
    const whole = readFileSync(path);
    for (let at = HEAD + ENTRY; at < HEAD + 2 * ENTRY; at++) {
      const bytes = Buffer.from(whole);
      bytes[at] = bytes[at] === 0x30 ? 0x31 : 0x30;
      writeFileSync(path, bytes);
      expect(found(path).entries, `byte ${at}`).toEqual([
        ENTRIES[0],
        undefined,
        ...ENTRIES.slice(2),
        undefined,
        undefined,
      ]);
    }
  });

  test('keeps entries behind one that was never written apart from it', () => {
    const path = join(temporary(), 'journal');
    const journal = Journal.open(path, false);
    journal.begin(TERMS);
    journal.write(2, [entryOf(3)]);
    journal.end(false);
    expect(found(path).entries).toEqual([undefined, undefined, entryOf(3), undefined, undefined, undefined]);
  });

  test('begun anew has nothing of the one before', () => {
    const path = journalOf(false);
    const journal = Journal.open(path, false);
    expect(journal.before).toEqual({ terms: TERMS, state: 'running' });
    journal.begin({ tool: '2' });
    journal.end(false);
    expect(found(path)).toEqual({
      before: { terms: { tool: '2' }, state: 'ended' },
      entries: Array(6).fill(undefined),
    });
  });

  test('whose head a power failure has kept from the disk has nothing of the one before', () => {
    const path = journalOf(true);
    writeFileSync(path, Buffer.concat([Buffer.alloc(HEAD), readFileSync(path).subarray(HEAD)]));
    const journal = Journal.open(path, true);
    expect(journal.before).toBeUndefined();
    journal.begin({ tool: '2' });
    journal.end(false);
    expect(found(path)).toEqual({
      before: { terms: { tool: '2' }, state: 'ended' },
      entries: Array(6).fill(undefined),
    });
  });

  test('opened by a run that is then refused, is as it was', () => {
    const path = journalOf(true);
    const before = readFileSync(path);
    Journal.open(path, true).end(false);
    expect(readFileSync(path)).toEqual(before);
  });

  test.each([
    ['another program wrote', (path: string) => writeFileSync(path, 'something dear\n')],
    ['has JSON of something else', (path: string) => writeFileSync(path, '{"version":1}\n')],
    ['is of another version', (path: string) => headOf(path, (head) => (head.version = 2))],
    ['has no terms', (path: string) => headOf(path, (head) => delete head.terms)],
    ['has null for terms', (path: string) => headOf(path, (head) => (head.terms = null))],
  ])('a file that %s is refused, and left alone', (_, change) => {
    const path = journalOf(true);
    change(path);
    const before = readFileSync(path);
    for (const isToGoOn of [true, false]) {
      expect(() => Journal.open(path, isToGoOn)).toThrow(
        expect.objectContaining({
          code: 'ERR_WRITE',
          message: `${path} is there, and is no journal of a batch`,
          hint: expect.stringMatching(/remove it/) as string,
        }) as Error,
      );
    }
    expect(readFileSync(path)).toEqual(before);
  });

  test('of a process that runs is refused; of one that is gone, or of another machine, it is not', () => {
    const path = journalOf(false);
    headOf(path, (head) => (head.pid = process.ppid));
    const refused = { code: 'ERR_WRITE', message: `process ${process.ppid} is writing to this output` };
    for (const isToGoOn of [true, false]) {
      expect(() => Journal.open(path, isToGoOn)).toThrow(expect.objectContaining(refused) as Error);
    }
    expect(readFileSync(path)).toHaveLength(HEAD + ENTRIES.length * ENTRY);
    headOf(path, (head) => (head.host = `not-${hostname()}`));
    expect(found(path).entries.slice(0, 4)).toEqual(ENTRIES);
    headOf(path, (head) => Object.assign(head, { host: hostname(), pid: DEAD }));
    expect(found(path).entries.slice(0, 4)).toEqual(ENTRIES);
    headOf(path, (head) => Object.assign(head, { pid: process.ppid, state: 'ended' }));
    expect(found(path).entries.slice(0, 4)).toEqual(ENTRIES);
  });

  test('says where it cannot be written', () => {
    const folder = temporary();
    const path = join(folder, 'missing', 'journal');
    expect(() => Journal.open(path, false)).toThrow(
      expect.objectContaining({ code: 'ERR_WRITE', message: `cannot write ${path}: there is no such file` }) as Error,
    );
    expect(existsSync(join(folder, 'missing'))).toBe(false);
    writeFileSync(join(folder, 'file'), '');
    expect(() => Journal.open(join(folder, 'file', 'journal'), true)).toThrow(/a part of the path is not a directory/);
  });

  test('has no entry of what stands behind its own', () => {
    const path = journalOf(true);
    appendFileSync(path, 'x'.repeat(ENTRY));
    expect(found(path).entries).toEqual([...ENTRIES, undefined, undefined]);
  });
});
