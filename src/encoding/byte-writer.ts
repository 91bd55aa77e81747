const encoder = new TextEncoder();

/** Bytes and texts put one behind the other, in one array. */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  private used = 0;

  /** @param spare an array that is written over, where it has the room */
  constructor(capacity: number, spare?: Uint8Array<ArrayBuffer>) {
    this.bytes = spare && spare.length >= capacity ? spare : new Uint8Array(capacity);
  }

  get size(): number {
    return this.used;
  }

  put(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** A well-formed text, in UTF-8. */
  putText(text: string): void {
    // A UTF-16 code unit takes three bytes of UTF-8 at the most.
    this.makeRoom(text.length * 3);
    this.used += encoder.encodeInto(text, this.bytes.subarray(this.used)).written;
  }

  /** What was put so far. */
  view(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.used);
  }

  private makeRoom(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.used + more));
    larger.set(this.view());
    this.bytes = larger;
  }
}
