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
  const unique = new Map<string, Origin>();
  for (const entry of entries) if (!unique.has(entry.text)) unique.set(entry.text, entry);
  const all = [...unique.values()];
  return { kept: all.slice(0, cap), dropped: all.slice(cap) };
}

/** The texts of one list of every capability, in order. */
export function capabilityEntries(source: Source, field: 'requires' | 'limitations'): Origin[] {
  return source.capabilities.flatMap((capability, number) =>
    capability[field].map((text, index) => new Entry(text, number, field, index)),
  );
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
