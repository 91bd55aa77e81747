import type { Refusal } from '../registry/item.js';

/**
 * What became of an item: `signed` anew, `kept` because its payload has not changed, or there `already` from a run that
 * was broken off; `elsewhere` in another shard, `passed` over by what was asked for.
 */
export type ItemStatus = (typeof STATUSES)[number];

const STATUSES = ['signed', 'kept', 'already', 'elsewhere', 'passed', 'refused'] as const;

/** What there is to tell of an item beside its status and place. */
export interface ItemResult {
  readonly line: number | undefined;
  /** Where its document, with its line end, is in the bytes of the parcel. */
  readonly start: number;
  readonly end: number;
  readonly warnings?: number | undefined;
  readonly slug?: string | undefined;
  /** Of the slug: 32 bytes. */
  readonly digest?: Uint8Array | undefined;
  /** Checks for the journal; empty where there is none. */
  readonly input?: string | undefined;
  readonly output?: string | undefined;
  readonly refusal?: Refusal | undefined;
}

/**
 * The same of all items of a parcel, in a few long values. What a thread is given of many small ones, for each of a
 * hundred thousand items, lives just long enough for V8 to let the memory for young objects grow by and by.
 */
export interface ItemResultParts {
  /** For each item its status, line (0 where there is none), start, end, warnings and the end of its slug. */
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly digests: Uint8Array<ArrayBuffer>;
  /** One behind the other. */
  readonly slugs: string;
  /** For each item that of its input and that of its output, filled up with spaces. */
  readonly checks: string;
  readonly refusals: ReadonlyMap<number, Refusal>;
}

const [STATUS, LINE, START, END, WARNINGS, SLUG_END, NUMBERS] = [0, 1, 2, 3, 4, 5, 6];
export const DIGEST = 32;
const CHECK = 16;

/** Puts the results of a parcel together. */
export class ItemResultsWriter {
  private readonly numbers: Float64Array<ArrayBuffer>;
  private readonly digests: Uint8Array<ArrayBuffer>;
  private readonly refusals = new Map<number, Refusal>();
  private slugs = '';
  private checks = '';
  private count = 0;

  /** @param isJournalled whether there are checks */
  constructor(
    capacity: number,
    private readonly isJournalled: boolean,
  ) {
    this.numbers = new Float64Array(capacity * NUMBERS);
    this.digests = new Uint8Array(capacity * DIGEST);
  }

  add(status: ItemStatus, { line, start, end, warnings, slug, digest, input, output, refusal }: ItemResult): void {
    const at = this.count++;
    if (slug !== undefined) this.slugs += slug;
    if (digest) this.digests.set(digest, at * DIGEST);
    if (refusal) this.refusals.set(at, refusal);
    if (this.isJournalled) this.checks += (input ?? '').padEnd(CHECK) + (output ?? '').padEnd(CHECK);
    const row = at * NUMBERS;
    this.numbers[row + STATUS] = STATUSES.indexOf(status);
    this.numbers[row + LINE] = line ?? 0;
    this.numbers[row + START] = start;
    this.numbers[row + END] = end;
    this.numbers[row + WARNINGS] = warnings ?? 0;
    this.numbers[row + SLUG_END] = this.slugs.length;
  }

  parts(): ItemResultParts {
    const { numbers, digests, slugs, checks, refusals } = this;
    return { numbers, digests, slugs, checks, refusals };
  }
}

/** Reads what became of the items of a parcel, each by its number in it. */
export class ItemResults {
  constructor(private readonly parts: ItemResultParts) {}

  get count(): number {
    return this.parts.numbers.length / NUMBERS;
  }

  /** Of all slugs, `DIGEST` bytes each; what stands where there is no slug says nothing. */
  get digests(): Uint8Array<ArrayBuffer> {
    return this.parts.digests;
  }

  status(at: number): ItemStatus {
    return STATUSES[this.number(at, STATUS)] as ItemStatus;
  }

  line(at: number): number | undefined {
    return this.number(at, LINE) || undefined;
  }

  start(at: number): number {
    return this.number(at, START);
  }

  end(at: number): number {
    return this.number(at, END);
  }

  warnings(at: number): number {
    return this.number(at, WARNINGS);
  }

  hasSlug(at: number): boolean {
    return this.number(at, SLUG_END) > this.slugStart(at);
  }

  /** Empty where there is none. */
  slug(at: number): string {
    return this.parts.slugs.slice(this.slugStart(at), this.number(at, SLUG_END));
  }

  digest(at: number): Uint8Array {
    return this.parts.digests.subarray(at * DIGEST, (at + 1) * DIGEST);
  }

  /** Empty where nobody has looked. */
  input(at: number): string {
    return this.check(2 * at);
  }

  output(at: number): string {
    return this.check(2 * at + 1);
  }

  refusal(at: number): Refusal | undefined {
    return this.parts.refusals.get(at);
  }

  private number(at: number, field: number): number {
    return this.parts.numbers[at * NUMBERS + field] as number;
  }

  private slugStart(at: number): number {
    return at === 0 ? 0 : this.number(at - 1, SLUG_END);
  }

  private check(at: number): string {
    return this.parts.checks.slice(at * CHECK, (at + 1) * CHECK).trimEnd();
  }
}
