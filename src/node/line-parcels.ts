/** Some lines of a stream, in bytes of their own that a thread can be given. */
export interface LineParcel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /**
   * For each line four numbers: where it begins, where it ends (-1 where it was too long), its number from 1, and where
   * it begins in the stream.
   */
  readonly places: Float64Array<ArrayBuffer>;
  /** How many bytes of the stream have been read up to its end. */
  readonly read: number;
}

const [LINE_FEED, CARRIAGE_RETURN, SPACE, TAB] = [0x0a, 0x0d, 0x20, 0x09];
/** How many of them there are for a line. */
export const PLACE = 4;
const SIZE = 256 << 10;
const MOST_LINES = 256;

/** Bytes that nobody looks at any more: what is left of results, for the lines to come. */
const spare: Array<ArrayBuffer> = [];
const MOST_SPARE = 8;

/**
 * Gives bytes to the parcels to come. They would be freed anyway, but not before many more of them have come together:
 * the collector looks at small objects, and these are large and outside of its heap.
 * @param bytes which nobody reads from now on; they will be written over, and given to a thread
 */
export function giveForParcels({ buffer }: Uint8Array<ArrayBuffer>): void {
  const { byteLength } = buffer;
  if (byteLength >= SIZE && byteLength <= 2 * SIZE && spare.length < MOST_SPARE) spare.push(buffer);
}

/** A parcel's bytes have the same length whatever is behind them, as its result's are reckoned from it. */
function room(size: number): Uint8Array<ArrayBuffer> {
  const given = size === SIZE ? spare.pop() : undefined;
  return given ? new Uint8Array(given, 0, SIZE) : new Uint8Array(size);
}

/**
 * The lines of a stream that are not empty, a quarter of a megabyte at a time; of what is not yet asked for nothing is
 * read. A line ends with LF or CRLF, the last one also without.
 * @param longest bytes of a line; of a longer one only the place is told
 */
export async function* lineParcels(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<LineParcel, void, undefined> {
  let bytes = room(SIZE);
  let used = 0;
  let start = 0;
  let line = 1;
  let read = 0;
  let begin = 0;
  let tooLong = false;
  let places: number[] = [];
  const endLine = (): void => {
    let end = used;
    if (end > start && bytes[end - 1] === CARRIAGE_RETURN) end--;
    if (tooLong) places.push(start, -1, line, begin);
    else if (!isBlank(bytes, start, end)) places.push(start, end, line, begin);
    line++;
    begin = read;
    start = used;
    tooLong = false;
  };
  /** What is there, and then room for the line that has begun. */
  const pack = (): LineParcel => {
    const parcel = { bytes, places: Float64Array.from(places), read };
    const rest = bytes.subarray(start, used);
    bytes = room(Math.max(SIZE, 2 * rest.length));
    bytes.set(rest);
    [used, start, places] = [rest.length, 0, []];
    return parcel;
  };
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const found = chunk.indexOf(LINE_FEED, at);
      const end = found === -1 ? chunk.length : found;
      if (used - start + end - at > longest) {
        tooLong = true;
        used = start;
      }
      if (!tooLong) {
        if (used + end - at > bytes.length) {
          if (places.length > 0) yield pack();
          bytes = withRoom(bytes, used, end - at);
        }
        bytes.set(chunk.subarray(at, end), used);
        used += end - at;
      }
      read += end - at + (found === -1 ? 0 : 1);
      at = end + 1;
      if (found === -1) continue;
      endLine();
      if (used >= SIZE / 2 || places.length >= PLACE * MOST_LINES) yield pack();
    }
  }
  if (used > start || tooLong) endLine();
  if (places.length > 0) yield pack();
}

function withRoom(bytes: Uint8Array<ArrayBuffer>, used: number, more: number): Uint8Array<ArrayBuffer> {
  if (used + more <= bytes.length) return bytes;
  const larger = new Uint8Array(2 * (used + more));
  larger.set(bytes.subarray(0, used));
  return larger;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== SPACE && byte !== TAB && byte !== CARRIAGE_RETURN) return false;
  }
  return true;
}
