import { type ReadJson, readJson } from '../encoding/json.js';
import { isObject, type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import { appendPointer } from '../encoding/pointer.js';
import { PassportError } from '../errors.js';

/** One place in which two values differ. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** RFC 6901 pointer: of what was added into the second value, of anything else into the first. */
  readonly pointer: string;
  /** As JSON, shortened to where they differ; undefined for what was added. */
  readonly before: string | undefined;
  /** The same; undefined for what was removed. */
  readonly after: string | undefined;
}

/** What became of a text. */
export interface Comparison {
  /**
   * `identical`: byte for byte. `reserialized`: written otherwise (spaces, order of members, escapes), and the same
   * value, with the same canonical bytes. `unreadable`: the second is not strict JSON, or neither a document nor a payload.
   */
  readonly relation: 'identical' | 'reserialized' | 'different' | 'unreadable';
  /** `payload` where one text is a document and the other an unsigned payload: only that is in both. */
  readonly compared: 'whole' | 'payload';
  /** All of them, also those beyond the limit. */
  readonly total: number;
  /** In the order of the first text; at most `MAX_CHANGES`. */
  readonly changes: readonly Change[];
}

/** So many are told: nobody reads the last of ten thousand. */
export const MAX_CHANGES = 100;
/** A place deeper in than this is told as a change of what it is in. */
const MAX_POINTER = 500;
const MAX_SHOWN = 160;
/** How much of what is the same is shown before the first difference. */
const LEAD = 30;

/**
 * How one text differs from another, such as a document from the one that was signed. It says nothing of signatures.
 * @throws PassportError ERR_INVALID_JSON, ERR_INVALID_PAYLOAD for a reference that is neither a document nor a payload
 */
export function compareDocuments(reference: Uint8Array | string, input: Uint8Array | string): Comparison {
  return compareWith(readComparable(reference), input);
}

/** The same with a reference that was read. */
export function compareWith(reference: ReadJson, input: Uint8Array | string): Comparison {
  try {
    return compareJson(reference, readComparable(input));
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    return { relation: 'unreadable', compared: 'whole', total: 0, changes: [] };
  }
}

/**
 * A document, however damaged, or a payload. Nothing else: values are shown, and another file may hold a secret key.
 * @throws PassportError ERR_INVALID_JSON, ERR_INVALID_PAYLOAD
 */
export function readComparable(input: Uint8Array | string, file?: string): ReadJson {
  const json = readJson(input, { file, refuseNegativeZero: true });
  if (formOf(json.value) !== undefined) return json;
  throw new PassportError(
    'ERR_INVALID_PAYLOAD',
    'neither a document nor a payload: it has no passport and no unfragile',
  );
}

export function compareJson(before: ReadJson, after: ReadJson): Comparison {
  const [first, second] = [payloadPart(before.value), payloadPart(after.value)];
  const byPayload = first !== undefined && second !== undefined && formOf(before.value) !== formOf(after.value);
  const { total, changes } = byPayload ? changesBetween(first, second) : changesBetween(before.value, after.value);
  const same = before.text === after.text ? 'identical' : 'reserialized';
  return { relation: total > 0 ? 'different' : same, compared: byPayload ? 'payload' : 'whole', total, changes };
}

/** The places in which two JSON values differ; none exactly where their canonical texts (RFC 8785) are the same. */
export function changesBetween(before: JsonValue, after: JsonValue): Pick<Comparison, 'total' | 'changes'> {
  const collector = new Collector();
  collector.compare(before, after, '');
  return collector;
}

/** What a comparison found, as the end of a sentence. */
export function relationText({ relation, compared, total }: Comparison): string {
  const what = compared === 'payload' ? ' in the payload, which alone is in both' : '';
  switch (relation) {
    case 'identical':
      return 'the same bytes';
    case 'reserialized':
      return compared === 'payload'
        ? 'the same payload'
        : 'written otherwise, and equal: the canonical bytes are the same';
    case 'unreadable':
      return 'neither a document nor a payload in strict JSON, so nothing can be compared';
    case 'different':
      return `${total} ${total === 1 ? 'change' : 'changes'}${what}`;
  }
}

function formOf(value: JsonValue): 'document' | 'payload' | undefined {
  if (member(value, 'passport') !== undefined) return 'document';
  return member(value, 'unfragile') === undefined ? undefined : 'payload';
}

/** As `passport build` writes it, so that pointers of either begin with `/unfragile`. */
function payloadPart(value: JsonValue): JsonObject | undefined {
  const payload = member(formOf(value) === 'document' ? member(value, 'passport') : value, 'unfragile');
  return payload === undefined ? undefined : { unfragile: payload };
}

class Collector {
  total = 0;
  readonly changes: Change[] = [];

  compare(before: JsonValue, after: JsonValue, pointer: string): void {
    if (isObject(before) && isObject(after)) this.compareMembers(before, after, pointer);
    else if (Array.isArray(before) && Array.isArray(after)) this.compareItems(before, after, pointer);
    else if (!isSame(before, after)) this.tell('changed', pointer, before, after);
  }

  private compareMembers(before: JsonObject, after: JsonObject, pointer: string): void {
    const added = Object.keys(after).filter((name) => !Object.hasOwn(before, name));
    const names = [...Object.keys(before), ...added];
    const isFar = (name: string): boolean => appendPointer(pointer, name).length > MAX_POINTER;
    if (names.some((name) => isFar(name) && !isSame(member(before, name), member(after, name)))) {
      this.tell('changed', pointer, before, after);
      return;
    }
    for (const name of names.filter((name) => !isFar(name))) {
      this.comparePart(member(before, name), member(after, name), appendPointer(pointer, name));
    }
  }

  /**
   * By index; where one list is longer, what they have in common at the end is left out first, so that one item taken
   * out of the middle is one change.
   */
  private compareItems(before: readonly JsonValue[], after: readonly JsonValue[], pointer: string): void {
    if (appendPointer(pointer, Math.max(before.length, after.length)).length > MAX_POINTER) {
      if (!isSame(before as JsonValue, after as JsonValue)) {
        this.tell('changed', pointer, before as JsonValue, after as JsonValue);
      }
      return;
    }
    let tail = 0;
    if (before.length !== after.length) {
      while (tail < Math.min(before.length, after.length) && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++;
    }
    const ends = [before.length - tail, after.length - tail] as const;
    for (let index = 0; index < Math.max(...ends); index++) {
      const [first, second] = [before[index], after[index]];
      this.comparePart(
        index < ends[0] ? first : undefined,
        index < ends[1] ? second : undefined,
        appendPointer(pointer, index),
      );
    }
  }

  private comparePart(before: JsonValue | undefined, after: JsonValue | undefined, pointer: string): void {
    if (before === undefined) this.tell('added', pointer, undefined, after);
    else if (after === undefined) this.tell('removed', pointer, before, undefined);
    else this.compare(before, after, pointer);
  }

  private tell(kind: Change['kind'], pointer: string, before?: JsonValue, after?: JsonValue): void {
    this.total++;
    if (this.changes.length >= MAX_CHANGES) return;
    const texts = [before, after].map((value) => (value === undefined ? undefined : JSON.stringify(value)));
    const from = texts.includes(undefined) ? 0 : Math.max(0, firstDifference(texts as string[]) - LEAD);
    const [first, second] = texts.map((text) => (text === undefined ? undefined : excerpt(text, from)));
    this.changes.push({ kind, pointer, before: first, after: second });
  }
}

/** Whether two values say the same, whatever the order of their members. */
function isSame(first: JsonValue | undefined, second: JsonValue | undefined): boolean {
  if (Array.isArray(first) && Array.isArray(second)) {
    return first.length === second.length && first.every((item, index) => isSame(item, second[index]));
  }
  if (isObject(first) && isObject(second)) {
    const names = Object.keys(first);
    if (names.length !== Object.keys(second).length) return false;
    return names.every((name) => Object.hasOwn(second, name) && isSame(first[name], second[name]));
  }
  return first === second;
}

function firstDifference([first = '', second = '']: readonly string[]): number {
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  return at;
}

/** A stretch of a text, with no half of a surrogate pair at either end. */
function excerpt(text: string, from: number): string {
  if (text.length <= MAX_SHOWN) return text;
  const start = from > 0 && isLowSurrogate(text, from) ? from - 1 : from;
  const end = start + MAX_SHOWN;
  const cut = text.slice(start, isLowSurrogate(text, end) ? end - 1 : end);
  return `${start > 0 ? '…' : ''}${cut}${end < text.length ? '…' : ''}`;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
