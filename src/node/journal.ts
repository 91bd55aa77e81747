import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { crc32 } from 'node:zlib';
import { PassportError } from '../errors.js';
import { reasonOf, remedyOf } from './files.js';

/** What a run says of an item: what went in, what came out, and of which slug it is. */
export interface JournalEntry {
  /** That of `checkOf`; empty where nobody has looked. */
  readonly input: string;
  /** The same of what was written; empty where nothing was. */
  readonly output: string;
  /** The first 32 hex digits of the slug's digest; empty where there is none. */
  readonly slug: string;
}

/** What must be the same for a run to go on where another has ended. */
export type JournalTerms = Readonly<Record<string, string | number | boolean | null>>;

interface Head {
  readonly version: 1;
  readonly state: 'running' | 'ended' | 'done';
  readonly pid: number;
  readonly host: string;
  readonly terms: JournalTerms;
}

const HEAD = 8192;
const ENTRY = 80;

/** Length and CRC-32: enough to tell a file that was cut off, or an input that was edited since. Nothing is trusted by it. */
export function checkOf(...parts: readonly Uint8Array[]): string {
  let [length, check] = [0, 0];
  for (const part of parts) {
    length += part.length;
    // Of nothing at all zlib gives 0, whatever came before.
    if (part.length > 0) check = crc32(part, check);
  }
  return hex(length) + hex(check);
}

export function lengthIn(check: string): number {
  return Number.parseInt(check.slice(0, 8), 16);
}

/**
 * What a run has done, beside its output: an entry of 80 bytes for each item, at its place, written once the output of
 * the item is there. An entry is believed no further than its check goes, and an output only if it is the one in the
 * entry. So it does not matter which of them a crash has kept from the disk: what does not fit is done again.
 */
export class Journal {
  private state: 'open' | 'begun' | 'ended' = 'open';

  private constructor(
    readonly path: string,
    private readonly file: number,
    private head: Head,
    /** What the run that was begun before had agreed on; undefined where none was. */
    readonly before: { readonly terms: JournalTerms; readonly state: Head['state'] } | undefined,
  ) {}

  /**
   * @param isToGoOn whether to keep what there is
   * @throws PassportError ERR_WRITE where it cannot be written, or another run is at it; ERR_USAGE where it is none
   */
  static open(path: string, isToGoOn: boolean): Journal {
    try {
      const file = openFile(path);
      const before = readHead(file, path);
      if (before?.state === 'running' && before.pid !== process.pid && before.host === hostname() && runs(before.pid)) {
        closeSync(file);
        throw new PassportError('ERR_WRITE', `process ${before.pid} is writing to this output`, {
          hint: `wait for it; if that is another program, remove ${path}`,
        });
      }
      const head: Head = { version: 1, state: 'running', pid: process.pid, host: hostname(), terms: {} };
      const known = before && { terms: before.terms, state: before.state };
      // Where there is no head, nobody knows whose the entries are.
      if (isToGoOn && before) return new Journal(path, file, head, known);
      closeSync(file);
      return new Journal(path, openSync(path, 'w+'), head, known);
    } catch (cause) {
      if (cause instanceof PassportError) throw cause;
      throw new PassportError('ERR_WRITE', `cannot write ${path}: ${reasonOf(cause)}`, { cause, file: path });
    }
  }

  /** @throws PassportError ERR_WRITE */
  begin(terms: JournalTerms): void {
    this.writeHead({ ...this.head, terms });
    this.state = 'begun';
  }

  /**
   * Of a run that never began, the terms of the one before are left as they are: it can still be gone on with.
   * @param isDone whether nothing is left to do
   * @throws PassportError ERR_WRITE
   */
  end(isDone: boolean): void {
    const { state } = this;
    if (state === 'ended') return;
    this.state = 'ended';
    try {
      if (state === 'begun') {
        this.writeHead({ ...this.head, state: isDone ? 'done' : 'ended' });
        this.attempt(() => fsyncSync(this.file));
      }
    } finally {
      closeSync(this.file);
    }
  }

  /** The entries of so many items from this one on, undefined where there is none that can be believed. */
  read(first: number, count: number): Array<JournalEntry | undefined> {
    const bytes = Buffer.alloc(count * ENTRY);
    readSync(this.file, bytes, 0, bytes.length, HEAD + first * ENTRY);
    return Array.from({ length: count }, (_, index) =>
      parseEntry(bytes.toString('latin1', index * ENTRY, (index + 1) * ENTRY)),
    );
  }

  /** @throws PassportError ERR_WRITE */
  write(first: number, entries: readonly JournalEntry[]): void {
    if (entries.length > 0) this.put(entries.map(entryText).join(''), HEAD + first * ENTRY);
  }

  private writeHead(head: Head): void {
    this.head = head;
    this.put(
      JSON.stringify(head)
        .padEnd(HEAD - 1)
        .concat('\n'),
      0,
    );
  }

  private put(text: string, at: number): void {
    const bytes = Buffer.from(text, 'latin1');
    this.attempt(() => {
      // Where a disk gets full, a part is written first, and only what follows is an error.
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.file, bytes, done, bytes.length - done, at + done);
    });
  }

  private attempt(action: () => void): void {
    try {
      action();
    } catch (cause) {
      throw new PassportError('ERR_WRITE', `cannot write ${this.path}: ${reasonOf(cause)}`, {
        hint: remedyOf(cause),
        cause,
        file: this.path,
      });
    }
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return openSync(path, 'w+');
  }
}

/** Undefined for a file that is empty: its run was killed before it had one, or a power failure has taken it. */
function readHead(file: number, path: string): Head | undefined {
  const bytes = Buffer.alloc(HEAD);
  const size = readSync(file, bytes, 0, HEAD, 0);
  if (bytes.every((byte) => byte === 0)) return undefined;
  try {
    const head = JSON.parse(bytes.toString('latin1', 0, size)) as Head;
    if (head.version === 1 && typeof head.terms === 'object' && head.terms !== null) return head;
  } catch {
    // Said below.
  }
  throw new PassportError('ERR_WRITE', `${path} is there, and is no journal of a batch`, {
    hint: 'if nobody needs it, remove it; else choose another output',
  });
}

function entryText({ input, output, slug }: JournalEntry): string {
  const text = `${input.padEnd(16, '-')} ${output.padEnd(16, '-')} ${slug.padEnd(32, '-')}`;
  return `${text} ${hex(crc32(text))}`.padEnd(ENTRY - 1).concat('\n');
}

function parseEntry(text: string): JournalEntry | undefined {
  const [, whole = '', input = '', output = '', slug = '', check] =
    /^(([0-9a-f]{16}|-{16}) ([0-9a-f]{16}|-{16}) ([0-9a-f]{32}|-{32})) ([0-9a-f]{8}) *\n$/.exec(text) ?? [];
  if (check === undefined || hex(crc32(whole)) !== check) return undefined;
  const known = (field: string): string => (field.startsWith('-') ? '' : field);
  return { input: known(input), output: known(output), slug: known(slug) };
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
