import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PassportError } from '../errors.js';
import { descriptorOf } from '../node/descriptors.js';
import { DocumentTree } from '../node/document-tree.js';
import { isSameFile } from '../node/files.js';
import { GrownFile } from '../node/grown-file.js';
import type { Io } from '../node/io.js';
import { checkOf, type JournalEntry, lengthIn } from '../node/journal.js';
import type { Shard } from '../registry/shard.js';
import { slugPath } from '../registry/slug-digest.js';
import type { BatchInput } from './batch-inputs.js';
import type { ItemResults, ItemStatus } from './item-results.js';
import type { SignedParcel } from './signing-work.js';

/** Where `--out` leads: a folder, a file of lines, or standard output. */
export type Destination =
  | { readonly kind: 'tree'; readonly folder: string; readonly journal: string; readonly name: string }
  | { readonly kind: 'file'; readonly path: string; readonly journal: string }
  | { readonly kind: 'stream' };

/** What is written to. Documents come in the order of the items. */
export interface BatchOutput {
  /**
   * Those of the accepted items that are new.
   * @param accepted their numbers in the parcel
   * @throws PassportError ERR_WRITE
   */
  write(parcel: SignedParcel, items: ItemResults, accepted: readonly number[]): Promise<void>;
  /** Once everything is there. */
  complete(): Promise<void>;
  close(): void;
}

/** @throws PassportError ERR_USAGE */
export async function destinationOf(out: string, shard: Shard | undefined): Promise<Destination> {
  const name = shard === undefined ? 'batch' : `batch-${shard.number}-of-${shard.count}`;
  const descriptor = out === '-' ? 1 : await descriptorOf(out);
  if (descriptor === 1) return { kind: 'stream' };
  const stats = await stat(out).catch(() => undefined);
  if (descriptor !== undefined || (stats && !stats.isFile() && !stats.isDirectory())) {
    throw new PassportError('ERR_USAGE', `the output ${out} is neither a folder nor a file`, {
      hint: 'write to standard output: --out -',
    });
  }
  if (stats?.isFile() || (!stats && /\.(?:ndjson|jsonl)$/.test(out))) {
    return { kind: 'file', path: out, journal: join(dirname(out), `.${basename(out)}.journal`) };
  }
  return { kind: 'tree', folder: out, journal: join(out, `.passport-${name}.journal`), name };
}

/** What is written never goes over what is read. @throws PassportError ERR_USAGE */
export async function refuseOverlap(
  destination: Destination,
  inputs: readonly BatchInput[],
  others: ReadonlyArray<string | undefined>,
  mayBeInPlace: boolean,
): Promise<void> {
  if (destination.kind === 'stream') return;
  const out = destination.kind === 'tree' ? destination.folder : destination.path;
  for (const path of [...inputs.map((input) => input.path), ...others]) {
    if (path === undefined || path === '-') continue;
    const isWithin = destination.kind === 'tree' && !mayBeInPlace && `${resolve(out)}/`.startsWith(`${resolve(path)}/`);
    if (isWithin || (destination.kind === 'file' && (await isSameFile(path, out)))) {
      throw new PassportError('ERR_USAGE', `the output ${out} is ${isWithin ? 'within ' : ''}an input of this run`, {
        hint: 'choose another: nothing was written',
      });
    }
  }
}

export function openTree({ folder, name }: Destination & { kind: 'tree' }): BatchOutput {
  const tree = new DocumentTree(folder, name);
  return {
    write: async ({ bytes }, items, accepted) => {
      for (const at of accepted) {
        if (items.status(at) !== 'signed') continue;
        tree.write(slugPath(items.slug(at), items.digest(at)), bytes.subarray(items.start(at), items.end(at)));
      }
    },
    complete: () => Promise.resolve(),
    close: () => tree.close(),
  };
}

/** @param before the entries of a run that was broken off, and what takes the bytes that it has left */
export function openLines(
  path: string,
  before: Iterator<JournalEntry> | undefined,
  take: (bytes: Uint8Array) => void,
): {
  readonly output: BatchOutput;
  /** The number of items that are done already. */
  readonly done: number;
} {
  const file = new GrownFile(path, before !== undefined);
  let done = 0;
  let expected: JournalEntry | undefined;
  if (before) {
    const next = (): number | undefined => {
      for (;;) {
        const { value, done: isOver } = before.next();
        if (isOver) return undefined;
        if (value.output !== '') {
          expected = value;
          return lengthIn(value.output);
        }
        done++;
      }
    };
    file.keep(next, (bytes) => {
      if (checkOf(bytes) !== expected?.output) return false;
      take(bytes);
      done++;
      return true;
    });
  }
  const output: BatchOutput = {
    write: async (parcel, items, accepted) => {
      for (const bytes of runsOf(parcel, items, accepted, isNew)) file.write(bytes);
    },
    complete: () => file.complete(),
    close: () => file.close(),
  };
  return { output, done };
}

export function openStream(io: Io): BatchOutput {
  return {
    write: async (parcel, items, accepted) => {
      for (const bytes of runsOf(parcel, items, accepted, isNew)) {
        if (await io.deliver(bytes)) continue;
        throw new PassportError('ERR_WRITE', 'the reader of standard output has gone away', {
          hint: 'what it has not read is lost: write to a file or folder, and the run can be gone on with',
        });
      }
    },
    complete: () => Promise.resolve(),
    close: () => undefined,
  };
}

const isNew = (status: ItemStatus): boolean => status === 'signed';

/** The documents of these items, as few stretches as there can be. */
export function* runsOf(
  { bytes }: SignedParcel,
  items: ItemResults,
  accepted: readonly number[],
  isAsked: (status: ItemStatus) => boolean = () => true,
): Generator<Uint8Array> {
  let [from, to] = [0, 0];
  for (const at of accepted) {
    if (!isAsked(items.status(at))) continue;
    if (items.start(at) !== to) {
      if (to > from) yield bytes.subarray(from, to);
      from = items.start(at);
    }
    to = items.end(at);
  }
  if (to > from) yield bytes.subarray(from, to);
}
