import type { Source } from '../passport/types.generated.js';

/** One entry of a derived list and the place in the source that it comes from. */
export interface Origin {
  readonly text: string;
  /** RFC 6901 pointer into the source. */
  readonly pointer: string;
}

export interface CappedList {
  readonly kept: readonly Origin[];
  /** What the cap cut off, duplicates not counted. */
  readonly dropped: readonly Origin[];
}

/** Entries in order, each text once, the first `cap` of them. */
export function capList(entries: Iterable<Origin>, cap: number): CappedList {
  const seen = new Set<string>();
  const kept: Origin[] = [];
  const dropped: Origin[] = [];
  for (const entry of entries) {
    const { size } = seen;
    if (seen.add(entry.text).size > size) (kept.length < cap ? kept : dropped).push(entry);
  }
  return { kept, dropped };
}

/** The texts of one list of every capability, in order. */
export function capabilityEntries(source: Source, field: 'requires' | 'limitations'): Origin[] {
  const entries: Origin[] = [];
  for (const [number, capability] of source.capabilities.entries())
    for (const [index, text] of capability[field].entries()) entries.push(new Entry(text, number, field, index));
  return entries;
}

/** Its pointer is made when it is asked for: of most entries nobody wants to know where they stand. */
class Entry implements Origin {
  constructor(
    readonly text: string,
    private readonly capability: number,
    private readonly field: string,
    private readonly index: number,
  ) {}

  get pointer(): string {
    return `/capabilities/${this.capability}/${this.field}/${this.index}`;
  }
}
