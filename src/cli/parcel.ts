import type { JournalEntry } from '../node/journal.js';
import { PLACE } from '../node/line-parcels.js';

/** Some items of a batch, as a thread is given them: lines of one file, or files that it reads by itself. */
export interface Parcel {
  /** The number of the first item. */
  readonly first: number;
  /** Of lines: the file that they are of, their bytes and their places. */
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly places: Float64Array<ArrayBuffer>;
  /** Of files: their names. */
  readonly paths: readonly string[];
  /** How many bytes of the input have been read up to here. */
  readonly read: number;
  /** What a run that was broken off has said of the items. */
  readonly entries?: ReadonlyArray<JournalEntry | undefined> | undefined;
}

/** Where an item stands. */
export interface ItemPlace {
  readonly file: string;
  readonly line: number | undefined;
  /** The bytes of a line or stream; undefined for a file, and for a line that is too long. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

export function countItems({ places, paths }: Parcel): number {
  return paths.length + places.length / PLACE;
}

export function* itemPlaces({ file, bytes, places, paths }: Parcel): Generator<ItemPlace> {
  for (const path of paths) yield { file: path, line: undefined, bytes: undefined };
  for (let at = 0; at < places.length; at += PLACE) {
    const [start = 0, end = 0, line] = places.subarray(at, at + 3);
    // Line 0 is all of a stream.
    yield { file, line: line === 0 ? undefined : line, bytes: end === -1 ? undefined : bytes.subarray(start, end) };
  }
}
