/** Of a digest, as many bits as no two slugs ever share. */
const WORDS = 4;

/**
 * A number for each digest, in 20 bytes: of a million slugs a set of texts would take a hundred times a document.
 * Digests are spread evenly, so that a free place is found next to the first one looked at.
 */
export class DigestTable {
  private keys: Uint32Array<ArrayBufferLike>;
  private values: Float64Array<ArrayBufferLike>;
  private count = 0;

  constructor(capacity = 1024) {
    this.keys = new Uint32Array(capacity * WORDS);
    this.values = new Float64Array(capacity);
  }

  /** One that was taken apart, in a thread that looks up only. */
  static of({ keys, values }: DigestTableParts): DigestTable {
    const table = new DigestTable(0);
    table.keys = new Uint32Array(keys);
    table.values = new Float64Array(values);
    return table;
  }

  /** Shared memory, which threads can be given without a copy. */
  share(): DigestTableParts {
    const keys = new SharedArrayBuffer(this.keys.byteLength);
    new Uint32Array(keys).set(this.keys);
    const values = new SharedArrayBuffer(this.values.byteLength);
    new Float64Array(values).set(this.values);
    return { keys, values };
  }

  get size(): number {
    return this.count;
  }

  get(digest: Uint8Array): number | undefined {
    if (this.values.length === 0) return undefined;
    const words = wordsOf(digest);
    const value = this.values[this.placeOf(words)] as number;
    return value === 0 ? undefined : value - 1;
  }

  /** @returns the number that was there before, which stays; undefined where there was none */
  add(digest: Uint8Array, value: number): number | undefined {
    if (2 * (this.count + 1) > this.values.length) this.grow();
    const words = wordsOf(digest);
    const place = this.placeOf(words);
    const before = this.values[place] as number;
    if (before !== 0) return before - 1;
    this.keys.set(words, place * WORDS);
    // A zero is an empty place.
    this.values[place] = value + 1;
    this.count++;
    return undefined;
  }

  private placeOf(words: Uint32Array): number {
    const mask = this.values.length - 1;
    for (let place = (words[0] as number) & mask; ; place = (place + 1) & mask) {
      if (this.values[place] === 0 || this.isAt(words, place * WORDS)) return place;
    }
  }

  private isAt(words: Uint32Array, at: number): boolean {
    for (let word = 0; word < WORDS; word++) if (this.keys[at + word] !== words[word]) return false;
    return true;
  }

  private grow(): void {
    const [keys, values] = [this.keys, this.values];
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Float64Array(values.length * 2);
    for (let place = 0; place < values.length; place++) {
      if (values[place] === 0) continue;
      const words = keys.subarray(place * WORDS, (place + 1) * WORDS);
      const to = this.placeOf(words);
      this.keys.set(words, to * WORDS);
      this.values[to] = values[place] as number;
    }
  }
}

export interface DigestTableParts {
  readonly keys: SharedArrayBuffer;
  readonly values: SharedArrayBuffer;
}

function wordsOf(digest: Uint8Array): Uint32Array {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  return Uint32Array.from({ length: WORDS }, (_, word) => view.getUint32(word * 4));
}
