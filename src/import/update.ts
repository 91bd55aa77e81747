import { type ReadSource, readSource } from '../author/source.js';
import { isObject, type JsonObject, type JsonValue } from '../encoding/json-value.js';
import { pointerTokens, valueAt } from '../encoding/pointer.js';
import { capabilityLines, type DraftTextOptions, foundLines } from './draft-text.js';
import {
  artifactKeys,
  authored,
  capabilityKeys,
  type Draft,
  type DraftCapability,
  type Found,
  placedValues,
  pricingKeys,
} from './draft.js';
import { abilityKey } from './merge.js';
import { placedOrigins } from './origins.js';
import { originText, parseLeftOut, provenanceComment, valueDigest } from './provenance.js';
import {
  appendCapability,
  changeText,
  insertMember,
  replaceComment,
  replaceValue,
  bothChanges,
} from './text-change.js';

/** A value that stands in a source, where another was found. */
export interface Offer {
  readonly pointer: string;
  readonly current: JsonValue;
  readonly found: Found<JsonValue>;
}

export interface Completed {
  /** What stands in the source, in its order, completed by what was found. */
  readonly draft: Draft;
  /** Where a file says another thing than the source, and its author has not decided so. */
  readonly offers: readonly Offer[];
}

/** What a source says, completed by what was found elsewhere: whatever it says itself stays. */
export function completeSource(text: string, read: ReadSource, found: Draft): Completed {
  const value = read.value ?? null;
  const artifact = valueAt(value, '/artifact');
  const own = fieldsOf(artifact, artifactKeys);
  const pricing = isObject(valueAt(value, '/artifact/pricing'))
    ? { ...found.artifact.pricing, ...fieldsOf(valueAt(value, '/artifact/pricing'), pricingKeys) }
    : found.artifact.pricing;
  // An id is made of the slug: one that was found with another slug would not fit.
  const { id: _, ...others } = found.artifact;
  const base = own.slug === undefined ? found.artifact : others;
  const written = valueAt(value, '/capabilities');
  const entries = Array.isArray(written) ? written : [];
  const isMatched = matcher(text, read, entries);
  const capabilities: DraftCapability[] = entries.map((entry, index) => {
    const same = found.capabilities.find((one) => isMatched(one) === index);
    return { ...same, ...fieldsOf(entry, capabilityKeys) };
  });
  const more = found.capabilities.filter((one) => isMatched(one) === undefined);
  const draft: Draft = {
    ...found,
    artifact: { ...base, ...own, ...(pricing && { pricing }) },
    capabilities: [...capabilities, ...more],
  };
  return { draft, offers: offersOf(text, read, found, isMatched) };
}

function fieldsOf(value: JsonValue | undefined, keys: readonly string[]): Record<string, Found<never>> {
  if (!isObject(value)) return {};
  const own = keys.filter((key) => key !== 'pricing' && Object.hasOwn(value, key) && value[key] !== null);
  return Object.fromEntries(own.map((key) => [key, { value: value[key] as never, origin: authored }]));
}

/** Which capability of the source one is that was found: -1 for one that its author has left out, else undefined. */
export function matcher(
  text: string,
  read: ReadSource,
  entries: readonly JsonValue[],
): (found: DraftCapability) => number | undefined {
  const byName = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const name = valueAt(entry, '/name');
    if (typeof name === 'string' && !byName.has(abilityKey(name))) byName.set(abilityKey(name), index);
  }
  // What is the same for several tells none of them.
  const byOrigin = new Map<string, number | undefined>();
  for (const { pointer, provenance } of placedOrigins(text, read)) {
    const [list, index] = pointerTokens(pointer);
    if (list !== 'capabilities') continue;
    const origin = originText(provenance.origin);
    const known = byOrigin.has(origin) && byOrigin.get(origin) !== Number(index);
    byOrigin.set(origin, known ? undefined : Number(index));
  }
  const leftOut = new Set(read.comments.flatMap((comment) => parseLeftOut(comment.text) ?? []));
  return (capability) => {
    const origins = capabilityKeys.flatMap((key) => {
      const found = capability[key];
      return found ? originText(found.origin) : [];
    });
    const origin = origins.find((one) => byOrigin.get(one) !== undefined);
    if (origin !== undefined) return byOrigin.get(origin);
    const { name } = capability;
    const twin = name && byName.get(abilityKey(name.value));
    return twin ?? (origins.some((one) => leftOut.has(one)) ? -1 : undefined);
  };
}

function offersOf(
  text: string,
  read: ReadSource,
  found: Draft,
  isMatched: (found: DraftCapability) => number | undefined,
): Offer[] {
  const decided = new Map(placedOrigins(text, read).map(({ pointer, provenance }) => [pointer, provenance]));
  return placedValues(found).flatMap(({ pointer, found: one }): Offer[] => {
    const [list, index, key] = pointerTokens(pointer);
    const at =
      list === 'capabilities'
        ? `/capabilities/${isMatched(found.capabilities[Number(index)] as DraftCapability) ?? -1}/${key ?? ''}`
        : pointer;
    const current = valueAt(read.value ?? null, at);
    if (current === undefined || current === null || one.guess !== undefined) return [];
    if (valueDigest(current) === valueDigest(one.value)) return [];
    // The comment knows what was found before: its author has changed that on purpose.
    if (decided.get(at)?.digest === valueDigest(one.value)) return [];
    return [{ pointer: at, current, found: one }];
  });
}

export interface Updated {
  readonly text: string;
  /** Pointers of what was written into it. */
  readonly added: readonly string[];
  /** Pointers of what could not be, without changing something else. */
  readonly failed: readonly string[];
}

/**
 * The text of a source with all that a draft has and it has not, each where its order has it. All else stays letter for
 * letter. The capabilities of the draft are those of the source, and behind them any more.
 */
export function writeMissing(text: string, draft: Draft, options: DraftTextOptions = {}): Updated {
  const added: string[] = [];
  const failed: string[] = [];
  let current = text;
  const isKnown = new Set<string>();
  for (const { pointer, found } of placedValues(draft)) {
    const read = readSource(current);
    const value = read.value ?? null;
    const [parent, key] = split(pointer);
    if (isSet(valueAt(value, pointer)) || isKnown.has(parent)) continue;
    const change = isSet(valueAt(value, parent))
      ? insertMember(
          current,
          read,
          parent,
          key,
          found.value,
          (indent) => foundLines(key, found, indent),
          orderOf(parent),
        )
      : undefined;
    const [list, index] = pointerTokens(pointer);
    const whole =
      change ??
      (list === 'capabilities'
        ? append(current, read, draft, Number(index), options)
        : pricing(current, read, draft, parent));
    // What was added as a whole has no parts that are missing.
    if (!change) isKnown.add(parent);
    const next = changeText(current, read, whole);
    if (next === undefined) failed.push(pointer);
    else {
      current = next;
      added.push(change ? pointer : parent);
    }
  }
  return { text: current, added, failed };
}

function isSet(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null;
}

function split(pointer: string): [parent: string, key: string] {
  return [pointer.slice(0, pointer.lastIndexOf('/')), pointerTokens(pointer).at(-1) ?? ''];
}

function orderOf(parent: string): readonly string[] {
  return parent === '/artifact' ? artifactKeys : parent === '/artifact/pricing' ? pricingKeys : capabilityKeys;
}

function append(text: string, read: ReadSource, draft: Draft, index: number, options: DraftTextOptions) {
  const fields = placedValues({ artifact: {}, capabilities: [draft.capabilities[index] as DraftCapability] });
  const value = Object.fromEntries(fields.map(({ pointer, found }) => [split(pointer)[1], found.value])) as JsonObject;
  return appendCapability(text, read, value, capabilityLines(draft, index, options));
}

function pricing(text: string, read: ReadSource, draft: Draft, parent: string) {
  const fields = placedValues({ artifact: { pricing: draft.artifact.pricing }, capabilities: [] });
  if (parent !== '/artifact/pricing' || fields.length === 0) return undefined;
  const value = Object.fromEntries(fields.map(({ pointer, found }) => [split(pointer)[1], found.value])) as JsonObject;
  const lines = (indent: string): string[] => [
    `${indent}pricing:`,
    ...fields.flatMap(({ pointer, found }) => foundLines(split(pointer)[1], found, `${indent}  `)),
  ];
  return insertMember(text, read, '/artifact', 'pricing', value, lines, artifactKeys);
}

/** The text with what was found in place of what stands there, and a comment that says so where the old one did. */
export function takeOffer(text: string, { pointer, found }: Offer): string | undefined {
  const read = readSource(text);
  const old = placedOrigins(text, read).find((one) => one.pointer === pointer);
  const value = replaceValue(text, read, pointer, found.value);
  const comment = old && replaceComment(read, old.comment, provenanceComment(found));
  return changeText(text, read, old ? bothChanges(value, comment) : value);
}
