import { open, stat } from 'node:fs/promises';
import { PassportError } from '../errors.js';
import { descriptorOf } from '../node/descriptors.js';
import { reasonOf } from '../node/files.js';
import type { Io } from '../node/io.js';
import { lineParcels } from '../node/line-parcels.js';
import { walk } from '../node/walk.js';
import type { Failure } from '../report/report.js';
import { MAX_DOCUMENT } from '../validate/payload.js';
import type { Parcel } from './parcel.js';
import { findSources } from './source-files.js';

/** A word of the command line, looked at before anything is done. */
export interface BatchInput {
  readonly kind: 'lines' | 'file' | 'folder';
  readonly path: string;
  /** Bytes, where they are known. */
  readonly size: number | undefined;
}

const FILES = 16;
const CHUNK = 256 << 10;

/**
 * What words name: folders, globs, files, and files of one item a line, by their ending or because all are; `-` is
 * standard input, one item a line.
 * @param failures gets what is not there
 */
export async function findInputs(
  words: readonly string[],
  ofLines: boolean,
  failures: Failure[],
): Promise<BatchInput[]> {
  const inputs: BatchInput[] = [];
  for (const path of await findSources(words, failures)) {
    if (path === '-') {
      inputs.push({ kind: 'lines', path, size: undefined });
      continue;
    }
    const stats = await stat(path).catch((cause: unknown) => {
      failures.push({ code: 'ERR_READ', message: `cannot read ${path}: ${reasonOf(cause)}`, file: path });
    });
    if (!stats) continue;
    const size = stats.isFile() ? stats.size : undefined;
    const kind = stats.isDirectory() ? 'folder' : ofLines || /\.(?:ndjson|jsonl)$/.test(path) ? 'lines' : 'file';
    inputs.push({ kind, path, size });
  }
  return inputs;
}

/**
 * The items of inputs in their order, some at a time, and none before it is asked for.
 * @param isWanted of the files in a folder
 * @param isOver asked before each parcel: whether no more are wanted
 */
export async function* readParcels(
  inputs: readonly BatchInput[],
  io: Io,
  isWanted: (name: string) => boolean,
  isOver: () => boolean,
): AsyncGenerator<Parcel, void, undefined> {
  let first = 0;
  let read = 0;
  let paths: string[] = [];
  const none = { file: '', bytes: new Uint8Array(0), places: new Float64Array(0) };
  const filesAsParcel = (): Parcel => {
    const parcel = { ...none, first, paths, read };
    first += paths.length;
    paths = [];
    return parcel;
  };
  for (const { kind, path, size = 0 } of inputs) {
    if (kind === 'lines') {
      if (paths.length > 0) yield filesAsParcel();
      for await (const { bytes, places, read: soFar } of lineParcels(chunksOf(path, io), MAX_DOCUMENT)) {
        if (isOver()) return;
        yield { file: path, bytes, places, first, paths: [], read: read + soFar };
        first += places.length / 4;
      }
      read += size;
      continue;
    }
    const files = kind === 'folder' ? walk(path, isWanted) : [path];
    for await (const file of files) {
      if (isOver()) return;
      paths.push(file);
      if (paths.length === FILES) yield filesAsParcel();
    }
    read += size;
  }
  if (paths.length > 0 && !isOver()) yield filesAsParcel();
}

/** A file, or standard input, as it is read: a chunk is good until the next one is asked for. */
export async function* chunksOf(path: string, io: Io): AsyncGenerator<Uint8Array, void, undefined> {
  if (path === '-') {
    try {
      yield* io.stdin;
    } catch (cause) {
      throw new PassportError('ERR_READ', `cannot read standard input: ${reasonOf(cause)}`, { cause });
    }
    return;
  }
  // Every chunk is copied before the next one is asked for.
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  try {
    if ((await file.stat()).isFIFO() && (await descriptorOf(path)) === undefined) {
      throw unreadable(path, new Error('it is a named pipe, which nobody may ever write to'));
    }
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, null).catch((cause: unknown) => {
        throw unreadable(path, cause);
      });
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function unreadable(path: string, cause: unknown): PassportError {
  return new PassportError('ERR_READ', `cannot read ${path}: ${reasonOf(cause)}`, { cause, file: path });
}
