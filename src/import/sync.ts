import { type ReadSource, readSource } from '../author/source.js';
import type { Comment } from '../author/yaml.js';
import type { JsonValue } from '../encoding/json-value.js';
import { fieldName, pointerTokens, valueAt } from '../encoding/pointer.js';
import { printable, quote } from '../encoding/printable.js';
import { type ReadDrafts } from './discover.js';
import { capabilityLines, type DraftTextOptions } from './draft-text.js';
import { type Draft, type Fact, type Found, placedValues } from './draft.js';
import { mergeDrafts } from './merge.js';
import { type PlacedOrigin, placedOrigins } from './origins.js';
import { factComment, leftOutComment, originText, parseFact, valueDigest } from './provenance.js';
import {
  appendCapability,
  bothChanges,
  changeText,
  removeCapability,
  replaceComment,
  replaceValue,
  type TextChange,
} from './text-change.js';
import { matcher } from './update.js';

/** What has come apart between a source and a file that it was made from. */
export interface Drift {
  /**
   * `changed`: the file has another value than the source was made with, and the source has not. `both`: so has the
   * source, another one. `gone`: the file has none any more. `fact`: a version or licence. `added`, `removed`: of
   * capabilities. `renewed` is none to worry about: both were changed to the same.
   */
  readonly kind: 'changed' | 'both' | 'gone' | 'fact' | 'added' | 'removed' | 'renewed';
  /** Line of the comment in the source; undefined where nothing of it is there yet. */
  readonly offset: number | undefined;
  readonly message: string;
  readonly hint?: string | undefined;
  /** The text without this drift; undefined where no edit is sure to do only that, or its author has to decide. */
  mend(text: string): string | undefined;
}

/** Names of the files that a source was made from, as its comments have them. */
export function filesNamed(text: string, read: ReadSource): string[] {
  const facts = read.comments.flatMap((comment) => parseFact(comment.text)?.file ?? []);
  return [...new Set([...placedOrigins(text, read).map(({ provenance }) => provenance.origin.file), ...facts])];
}

/**
 * What has come apart. A digest in each comment tells who has changed a value: its author here, which is no drift, or
 * somebody in the file.
 * @param again the files as they are now, read by their importers
 */
export function findDrift(
  text: string,
  read: ReadSource,
  { drafts }: Pick<ReadDrafts, 'drafts'>,
  options: DraftTextOptions = {},
): Drift[] {
  const now = mergeDrafts(drafts);
  const values = new Map<string, Found<JsonValue>>();
  for (const { draft } of drafts) {
    for (const { pointer, found } of placedValues(draft)) {
      const key = keyOf(found.origin, pointer);
      if (!values.has(key)) values.set(key, found);
    }
  }
  const origins = placedOrigins(text, read);
  const removed = removedCapabilities(text, read, now, origins, values);
  const inRemoved = ({ pointer }: PlacedOrigin): boolean => {
    const [list, index] = pointerTokens(pointer);
    return list === 'capabilities' && removed.has(Number(index));
  };
  return [
    ...factDrift(
      read.comments,
      drafts.flatMap(({ draft }) => draft.facts),
    ),
    ...origins.filter((origin) => !inRemoved(origin)).flatMap((origin) => valueDrift(origin, values) ?? []),
    ...addedCapabilities(text, read, now, origins, options),
    // From the last to the first: the others stay where they are.
    ...[...removed].reverse().map(([index, origin]) => removal(index, origin)),
  ];
}

/** A source without all drift that can be mended, and what is left of it. */
export function mendDrift(text: string, drifts: readonly Drift[]): { readonly text: string; readonly left: Drift[] } {
  let current = text;
  const left: Drift[] = [];
  for (const drift of drifts) {
    const mended = drift.mend(current);
    if (mended === undefined) left.push(drift);
    else current = mended;
  }
  return { text: current, left };
}

/** One place of a file may say something for several keys. */
function keyOf(origin: Found<JsonValue>['origin'], pointer: string): string {
  return `${originText(origin)}\n${pointer.replace(/^\/capabilities\/\d+\//, '/capabilities/*/')}`;
}

const notByItself = (): undefined => undefined;

function valueDrift(placed: PlacedOrigin, values: ReadonlyMap<string, Found<JsonValue>>): Drift | undefined {
  const { pointer, value, provenance, comment } = placed;
  const field = fieldName(pointer);
  const where = originText(provenance.origin);
  const found = values.get(keyOf(provenance.origin, pointer));
  const { offset } = comment;
  if (!found) {
    const message = `${field} was found at ${where}, where there is none any more`;
    const hint = 'delete the comment above it if it still holds, or the value if it does not';
    return { kind: 'gone', offset, message, hint, mend: notByItself };
  }
  const there = valueDigest(found.value);
  if (there === provenance.digest) return undefined;
  const here = valueDigest(value);
  const renew = comment.text.replace(`[${provenance.digest}]`, `[${there}]`);
  if (here === there) {
    const message = `${field} was changed here as it was at ${where}`;
    return {
      kind: 'renewed',
      offset,
      message,
      mend: mendAt(placed, (read, at) => replaceComment(read, at.comment, renew)),
    };
  }
  const now = shown(found.value);
  if (here !== provenance.digest) {
    const message = `${field} was changed here and at ${where}: here it is ${shown(value)}, there ${now}`;
    const hint = `write one of the two; to keep what stands here, put [${there}] into the comment above it`;
    return { kind: 'both', offset, message, hint, mend: notByItself };
  }
  const message = `${field} was changed at ${where}: here it is ${shown(value)}, there ${now}`;
  return {
    kind: 'changed',
    offset,
    message,
    mend: mendAt(placed, (read, at, text) =>
      bothChanges(replaceValue(text, read, at.pointer, found.value), replaceComment(read, at.comment, renew)),
    ),
  };
}

/** The change at a comment, wherever that stands by then. */
function mendAt(
  { pointer, comment }: PlacedOrigin,
  change: (read: ReadSource, at: PlacedOrigin, text: string) => TextChange | undefined,
): Drift['mend'] {
  return (text) => {
    const read = readSource(text);
    const at = placedOrigins(text, read).find((one) => one.pointer === pointer && one.comment.text === comment.text);
    return at && changeText(text, read, change(read, at, text));
  };
}

function factDrift(comments: readonly Comment[], facts: readonly Fact[]): Drift[] {
  return comments.flatMap((comment): Drift[] => {
    const before = parseFact(comment.text);
    if (!before) return [];
    const now = facts.find(({ name, found }) => name === before.name && printable(found.origin.file) === before.file);
    const { offset } = comment;
    const where = `${before.name} of ${before.file}`;
    if (!now) {
      const hint = 'delete the comment if it holds no longer';
      return [{ kind: 'gone', offset, message: `the ${where} is not there any more`, hint, mend: notByItself }];
    }
    if (printable(now.found.value) === before.value) return [];
    const message = `the ${where} is ${quote(now.found.value)}, and this was written for ${quote(before.value)}`;
    const hint = 'see whether all that the source says still holds';
    const mend = (text: string): string | undefined => {
      const read = readSource(text);
      const at = read.comments.find((one) => one.text === comment.text);
      return at && changeText(text, read, replaceComment(read, at, factComment(now)));
    };
    return [{ kind: 'fact', offset, message, hint, mend }];
  });
}

/** By their place in the list: those whose name came from a file that says nothing of them any more. */
function removedCapabilities(
  text: string,
  read: ReadSource,
  now: Draft,
  origins: readonly PlacedOrigin[],
  values: ReadonlyMap<string, Found<JsonValue>>,
): Map<number, PlacedOrigin> {
  const isMatched = matcher(text, read, capabilitiesOf(read));
  const there = new Set(now.capabilities.map(isMatched));
  const removed = new Map<number, PlacedOrigin>();
  for (const origin of origins) {
    const [list, index, key] = pointerTokens(origin.pointer);
    if (list !== 'capabilities' || key !== 'name' || there.has(Number(index))) continue;
    const { file } = origin.provenance.origin;
    const own = origins.filter(
      ({ pointer, provenance }) =>
        [`/capabilities/${index}/name`, `/capabilities/${index}/description`].includes(pointer) &&
        provenance.origin.file === file,
    );
    if (own.every((one) => !values.has(keyOf(one.provenance.origin, one.pointer)))) removed.set(Number(index), origin);
  }
  return removed;
}

function capabilitiesOf({ value }: ReadSource): readonly JsonValue[] {
  const list = valueAt(value ?? null, '/capabilities');
  return Array.isArray(list) ? list : [];
}

function removal(index: number, { value, provenance, comment }: PlacedOrigin): Drift {
  const pointer = `/capabilities/${index}`;
  return {
    kind: 'removed',
    offset: comment.offset,
    message: `${fieldName(pointer)}, ${shown(value)}, was found at ${originText(provenance.origin)}, where it is no more`,
    hint: 'if the artifact still has it, delete the comment above its name',
    mend: (text) => {
      const read = readSource(text);
      // The name is still the one that was found: nobody else has moved in.
      const isThere = valueAt(read.value ?? null, `${pointer}/name`) === value;
      return isThere ? changeText(text, read, removeCapability(text, read, index)) : undefined;
    },
  };
}

/** Those of a file that capabilities of the source are from: an author who has written all of them is told of none. */
function addedCapabilities(
  text: string,
  read: ReadSource,
  now: Draft,
  origins: readonly PlacedOrigin[],
  options: DraftTextOptions,
): Drift[] {
  const named = origins.filter(({ pointer }) => /^\/capabilities\/\d+\/name$/.test(pointer));
  const files = new Set(named.map(({ provenance }) => provenance.origin.file));
  const isMatched = matcher(text, read, capabilitiesOf(read));
  return now.capabilities.flatMap((capability, index): Drift[] => {
    const { name } = capability;
    if (!name || isMatched(capability) !== undefined) return [];
    const where = originText(name.origin);
    if (![...files].some((file) => where.startsWith(`${file}: `))) return [];
    return [
      {
        kind: 'added',
        offset: undefined,
        message: `${where} has ${shown(name.value)}, of which nothing is here`,
        hint: `if it is not to be described, put this comment at the end: ${leftOutComment(name.origin)}`,
        mend: (current) => {
          const again = readSource(current);
          const fields = placedValues({ artifact: {}, capabilities: [capability] });
          const value = Object.fromEntries(
            fields.map(({ pointer, found }) => [pointerTokens(pointer)[2] as string, found.value]),
          );
          const lines = capabilityLines(now, index, options);
          return changeText(current, again, appendCapability(current, again, value, lines));
        },
      },
    ];
  });
}

function shown(value: JsonValue): string {
  return typeof value === 'string' ? quote(value) : quote(JSON.stringify(value)).slice(1, -1);
}
