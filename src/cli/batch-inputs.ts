import { PassportError } from '../errors.js';
import { descriptorOf } from '../node/descriptors.js';
import { readBytes, readStream, reasonOf } from '../node/files.js';
import type { Io } from '../node/io.js';
import { lineParcels, PLACE } from '../node/line-parcels.js';
import { OpenFile, statOf } from '../node/open-file.js';
import { walk } from '../node/walk.js';
import type { Failure } from '../report/report.js';
import { MAX_DOCUMENT } from '../validate/payload.js';
import { failureOf } from './failure.js';
import type { Parcel } from './parcel.js';
import { findSources } from './source-files.js';

/** A word of the command line, looked at before anything is done. */
export interface BatchInput {
  readonly kind: 'lines' | 'file' | 'folder' | 'stream';
  readonly path: string;
  /** Bytes, where they are known. */
  readonly size: number | undefined;
}

const FILES = 16;
const CHUNK = 256 << 10;

/**
 * What words name: folders, globs, files, and files of one item a line, by their ending or because all are.
 * @param failures gets what is not there
 */
export async function findInputs(
  words: readonly string[],
  ofLines: boolean,
  failures: Failure[],
  stdinIsLines = ofLines,
): Promise<BatchInput[]> {
  const inputs: BatchInput[] = [];
  for (const path of await findSources(words, failures)) {
    if (path === '-') {
      inputs.push({ kind: stdinIsLines ? 'lines' : 'stream', path, size: undefined });
      continue;
    }
    const stats = await statOf(path).catch((cause: unknown) => {
      failures.push(failureOf(unreadable(path, cause), path));
    });
    if (!stats) continue;
    const size = stats.isFile() ? stats.size : undefined;
    const isLines = ofLines || /\.(?:ndjson|jsonl)$/.test(path);
    const kind = stats.isDirectory() ? 'folder' : isLines ? 'lines' : stats.isFile() ? 'file' : 'stream';
    inputs.push({ kind, path, size });
  }
  return inputs;
}

export interface Reading {
  readonly io: Io;
  /** Of the files in a folder. */
  readonly isWanted: (name: string) => boolean;
  /** Asked before each parcel: whether no more are wanted. */
  readonly isOver: () => boolean;
  /** Told of an input that cannot be read, or has no items; where nobody listens the one is thrown, the other passed over. */
  readonly onFailure?: ((error: PassportError, path: string) => void) | undefined;
}

/** The items of inputs in their order, some at a time, and none before it is asked for. @throws PassportError ERR_READ */
export async function* readParcels(
  inputs: readonly BatchInput[],
  { io, isWanted, isOver, onFailure }: Reading,
): AsyncGenerator<Parcel, void, undefined> {
  let first = 0;
  let read = 0;
  let paths: string[] = [];
  const none = new Uint8Array(0);
  const filesAsParcel = (): Parcel => {
    const parcel = { file: '', bytes: none, places: new Float64Array(0), first, paths, read };
    first += paths.length;
    paths = [];
    return parcel;
  };
  const failed = (error: unknown, path: string): void => {
    if (!(error instanceof PassportError) || !onFailure) throw error;
    onFailure(error, path);
  };
  for (const { kind, path, size = 0 } of inputs) {
    const before = first + paths.length;
    if (paths.length > 0 && (kind === 'lines' || kind === 'stream')) yield filesAsParcel();
    if (kind === 'stream') {
      const bytes = await readWhole(path, io).catch((error: unknown) => failed(error, path));
      if (bytes)
        yield { file: path, bytes, places: Float64Array.of(0, bytes.length, 0, 0), first: first++, paths: [], read };
    } else if (kind === 'lines') {
      try {
        for await (const { bytes, places, read: soFar } of lineParcels(chunksOf(path, io), MAX_DOCUMENT)) {
          if (isOver()) return;
          yield { file: path, bytes, places, first, paths: [], read: read + soFar };
          first += places.length / PLACE;
        }
        if (first === before) onFailure?.(empty(path, 'one document a line is expected'), path);
      } catch (error) {
        failed(error, path);
      }
    } else {
      for await (const file of kind === 'folder' ? walk(path, isWanted) : [path]) {
        if (isOver()) return;
        paths.push(file);
        if (paths.length === FILES) yield filesAsParcel();
      }
      if (first + paths.length === before) onFailure?.(empty(path, 'files that end in .json are expected'), path);
    }
    read += size;
  }
  if (paths.length > 0 && !isOver()) yield filesAsParcel();
}

/** A file, or standard input, as it is read: a chunk is good until the next one is asked for. */
export async function* chunksOf(path: string, io: Io): AsyncGenerator<Uint8Array, void, undefined> {
  if (path === '-') {
    try {
      yield* io.streamedStdin;
    } catch (cause) {
      throw new PassportError('ERR_READ', `cannot read standard input: ${reasonOf(cause)}`, { cause });
    }
    return;
  }
  // Every chunk is copied before the next one is asked for.
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  const file = await OpenFile.open(path, 'r').catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  try {
    if ((await file.stat()).isFIFO() && (await descriptorOf(path)) === undefined) {
      throw unreadable(path, new Error('it is a named pipe, which nobody may ever write to'));
    }
    for (;;) {
      const bytesRead = await file.read(buffer).catch((cause: unknown) => {
        throw unreadable(path, cause);
      });
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** A document, or a little more where it is too long for one. */
async function readWhole(path: string, io: Io): Promise<Uint8Array<ArrayBuffer>> {
  const limit = 64 << 20;
  const bytes = path === '-' ? await readStream(io.stdin, 'standard input', limit) : await readBytes(path, limit);
  return new Uint8Array(bytes);
}

function empty(path: string, hint: string): PassportError {
  return new PassportError('ERR_READ', `${path} holds no document`, { hint });
}

function unreadable(path: string, cause: unknown): PassportError {
  return new PassportError('ERR_READ', `cannot read ${path}: ${reasonOf(cause)}`, { cause, file: path });
}
