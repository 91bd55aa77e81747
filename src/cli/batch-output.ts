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
import type { ItemResult, SignedParcel } from './signing-work.js';

/** Where `--out` leads: a folder, a file of lines, or standard output. */
export type Destination =
  | { readonly kind: 'tree'; readonly folder: string; readonly journal: string; readonly name: string }
  | { readonly kind: 'file'; readonly path: string; readonly journal: string }
  | { readonly kind: 'stream' };

/** What is written to. Documents come in the order of the items. */
export interface BatchOutput {
  /** @throws PassportError ERR_WRITE */
  write(parcel: SignedParcel, accepted: readonly ItemResult[]): Promise<void>;
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
    write: async ({ bytes }, accepted) => {
      for (const { status, slug, digest, start, end } of accepted) {
        if (status !== 'signed' || slug === undefined || digest === undefined) continue;
        tree.write(slugPath(slug, digest), bytes.subarray(start, end));
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
    write: async (parcel, accepted) => {
      for (const bytes of runsOf(parcel, accepted)) file.write(bytes);
    },
    complete: () => file.complete(),
    close: () => file.close(),
  };
  return { output, done };
}

export function openStream(io: Io): BatchOutput {
  return {
    write: async (parcel, accepted) => {
      for (const bytes of runsOf(parcel, accepted)) {
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

/** The documents that are new, as few stretches as there can be. */
function* runsOf({ bytes }: SignedParcel, accepted: readonly ItemResult[]): Generator<Uint8Array> {
  let [from, to] = [0, 0];
  for (const { status, start, end } of accepted) {
    if (status !== 'signed') continue;
    if (start === to) to = end;
    else {
      if (to > from) yield bytes.subarray(from, to);
      [from, to] = [start, end];
    }
  }
  if (to > from) yield bytes.subarray(from, to);
}
