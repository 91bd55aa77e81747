/** Of a digest, as many bits as no two slugs ever share. */
const WORDS = 4;
/** How much of the table may be taken: a free place is then some places away. */
const FULL = 0.8;

/**
 * A number for each digest, in 24 bytes a place: 30 to 60 a digest, where a set of texts would take some hundreds.
 * Digests are spread evenly, so that a free place is found near the first one looked at.
 */
export class DigestTable {
  private keys: Uint32Array<ArrayBufferLike>;
  private values: Float64Array<ArrayBufferLike>;
  private count = 0;
  private readonly words = new Uint32Array(WORDS);

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
    const value = this.values[this.placeOf(this.wordsOf(digest, 0))] as number;
    return value === 0 ? undefined : value - 1;
  }

  /**
   * @param at where in the bytes the digest begins
   * @returns the number that was there before, which stays; undefined where there was none
   */
  add(digest: Uint8Array, value: number, at = 0): number | undefined {
    if (this.count + 1 > FULL * this.values.length) this.grow();
    const words = this.wordsOf(digest, at);
    const place = this.placeOf(words);
    const before = this.values[place] as number;
    if (before !== 0) return before - 1;
    this.keys.set(words, place * WORDS);
    // A zero is an empty place.
    this.values[place] = value + 1;
    this.count++;
    return undefined;
  }

  /** The words of a digest, good until the next ones are asked for. */
  private wordsOf(digest: Uint8Array, at: number): Uint32Array {
    for (let word = 0; word < WORDS; word++) {
      let bits = 0;
      for (let byte = 0; byte < 4; byte++) bits = (bits << 8) | (digest[at + 4 * word + byte] as number);
      this.words[word] = bits;
    }
    return this.words;
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
    const { keys, values, words } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Float64Array(values.length * 2);
    for (let place = 0; place < values.length; place++) {
      if (values[place] === 0) continue;
      for (let word = 0; word < WORDS; word++) words[word] = keys[place * WORDS + word] as number;
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
