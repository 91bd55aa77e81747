import { type Edit, lineEnd, lineStart, nextLine, planEdits, spliceText, trimmed } from '../author/edits.js';
import { type ReadSource, readSource } from '../author/source.js';
import type { Comment } from '../author/yaml.js';
import { canonicalize } from '../encoding/jcs.js';
import { isObject, type JsonObject, type JsonValue } from '../encoding/json-value.js';
import { appendPointer, pointerTokens, valueAt } from '../encoding/pointer.js';
import { printableJson } from '../encoding/printable.js';
import { TO_BE_WRITTEN, valueLines } from './draft-text.js';

/** A change to the text of a source: ways to write it, the one liked best first, and what it is to do. */
export interface TextChange {
  readonly ways: ReadonlyArray<readonly Edit[]>;
  /** The value afterwards. */
  readonly becomes: JsonValue;
  /** Comments that the change makes untrue, or writes anew. No other may go. */
  readonly drops?: readonly Comment[] | undefined;
}

/**
 * The text with a change, tried like every fix: read again, it has exactly the value that was meant, and every comment
 * that had to stay. Undefined where no way does that: then the text is for its author to change.
 */
export function changeText(text: string, read: ReadSource, change: TextChange | undefined): string | undefined {
  if (!change) return undefined;
  const meant = canonical(change.becomes);
  for (const way of change.ways) {
    const edits = way.toSorted((a, b) => a.span[0] - b.span[0]);
    const changed = spliceText(text, edits);
    const { value, comments } = readSource(changed);
    if (value !== undefined && canonical(value) === meant && keepsComments(read.comments, comments, edits, change)) {
      return changed;
    }
  }
  return undefined;
}

function canonical(value: JsonValue): string {
  return new TextDecoder().decode(canonicalize(value));
}

function keepsComments(
  before: readonly Comment[],
  after: readonly Comment[],
  edits: readonly Edit[],
  { drops = [] }: TextChange,
): boolean {
  const dropped = new Set(drops.map(({ offset }) => offset));
  const kept = before.filter(({ offset }) => !dropped.has(offset));
  const added = edits.flatMap(({ text }) => text.match(/^[^\S\n]*#/gm) ?? []).length;
  let found = 0;
  for (const { text } of after) if (text === kept[found]?.text) found++;
  return found === kept.length && after.length <= kept.length + added;
}

/** The value with another at a pointer, or without it; what leads there is there already. */
export function withValue(value: JsonValue, pointer: string, becomes: JsonValue | undefined): JsonValue {
  const [token, ...rest] = pointerTokens(pointer);
  if (token === undefined) return becomes ?? null;
  const below = rest.reduce(appendPointer, '');
  const inner = (one: JsonValue | undefined): JsonValue | undefined =>
    rest.length === 0 ? becomes : withValue(one ?? {}, below, becomes);
  if (Array.isArray(value)) {
    const index = Number(token);
    const items = value.flatMap((item, at) => (at === index ? (inner(item) ?? []) : [item]) as JsonValue[]);
    // A list as an entry would be taken apart; a source has none.
    return index === value.length && becomes !== undefined ? [...value, becomes] : items;
  }
  const object = isObject(value) ? value : {};
  const replaced = inner(object[token]);
  const { [token]: _, ...others } = object;
  return (replaced === undefined ? others : { ...object, [token]: replaced }) as JsonObject;
}

/** A text that was read and has a value, with what is asked of it to change it. */
interface Place {
  readonly text: string;
  readonly read: ReadSource;
  readonly value: JsonValue;
}

function placeOf(text: string, read: ReadSource): Place | undefined {
  return read.value === undefined || !read.written ? undefined : { text, read, value: read.value };
}

/** The line break of the text, which what is written into it has as well. */
export function lineBreakOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

function startOf({ read }: Place, pointer: string, part: 'key' | 'value' = 'value'): number | undefined {
  return read.locateWritten(pointer, part)?.start.offset;
}

/** Behind the last character of a value; the comments behind it are none of it. */
function endOf({ text, read }: Place, pointer: string): number | undefined {
  const range = read.locateWritten(pointer, 'value');
  return range && trimmed({ text, comments: read.comments }, [range.start.offset, range.end.offset])[1];
}

function isFlow({ text }: Place, start: number): boolean {
  return /[[{]/.test(text.charAt(start));
}

/**
 * One more member in a mapping, where the order of its keys has it.
 * @param lines how it is written in a block, given its indentation
 */
export function insertMember(
  text: string,
  read: ReadSource,
  parent: string,
  key: string,
  value: JsonValue,
  lines: (indent: string) => readonly string[],
  order: readonly string[],
): TextChange | undefined {
  const place = placeOf(text, read);
  const mapping = place && valueAt(place.value, parent);
  const start = place && startOf(place, parent);
  if (!place || !isObject(mapping) || start === undefined || Object.hasOwn(mapping, key)) return undefined;
  const becomes = withValue(place.value, appendPointer(parent, key), value);
  if (isFlow(place, start)) {
    return {
      ways: [inBrackets(place, parent, Object.keys(mapping), `${printableJson(key)}: ${printableJson(value)}`)],
      becomes,
    };
  }
  const names = Object.keys(mapping);
  const first = startOf(place, appendPointer(parent, names[0] ?? ''), 'key');
  if (first === undefined) return undefined;
  const column = first - lineStart(text, first);
  const written = lines(' '.repeat(column));
  const marker = markerOf(place, parent, key, column, first);
  if (marker) return { ways: [[{ span: marker.span, text: asLines(text, written) }]], becomes, drops: marker.comments };
  // Where none stands before it, it comes behind the first, which may stand behind a dash.
  const before = names.filter((name) => order.indexOf(name) < order.indexOf(key)).at(-1) ?? names[0] ?? '';
  const end = endOf(place, appendPointer(parent, before));
  return end === undefined ? undefined : { ways: [[afterLine(text, end, written)]], becomes };
}

/** As the last one, in brackets: behind a comma, and on a line of its own where the others have one. */
function inBrackets(place: Place, parent: string, names: readonly (string | number)[], written: string): Edit[] {
  const { text, read } = place;
  const at = read.locateWritten(parent, 'end')?.start.offset ?? 0;
  const last = names.at(-1);
  if (last === undefined) return [{ span: [at, at], text: written }];
  const start = startOf(place, appendPointer(parent, last), typeof last === 'string' ? 'key' : 'value') ?? at;
  const indent = text.slice(lineStart(text, start), start);
  const gap = /^\s*$/.test(indent) ? lineBreakOf(text) + indent : ' ';
  return [{ span: [at, at], text: `,${gap}${written}` }];
}

function asLines(text: string, lines: readonly string[]): string {
  const eol = lineBreakOf(text);
  return lines.map((line) => line + eol).join('');
}

/** Lines below the one that holds an offset, which may be the last one and have no end. */
function afterLine(text: string, offset: number, lines: readonly string[]): Edit {
  const end = lineEnd(text, offset);
  const at = nextLine(text, offset);
  if (at > end) return { span: [at, at], text: asLines(text, lines) };
  return { span: [at, at], text: lineBreakOf(text) + asLines(text, lines) };
}

/** The comment that says that a key is still to be written, with the lines that explain it. */
function markerOf(
  place: Place,
  parent: string,
  key: string,
  column: number,
  first: number,
): { readonly span: readonly [number, number]; readonly comments: readonly Comment[] } | undefined {
  const { text, read } = place;
  const [from, to] = regionOf(place, parent);
  // Above a dash stands what is said of the entry before, too.
  const isBelow = (offset: number): boolean =>
    offset > first || /^\s*$/.test(text.slice(lineStart(text, first), first));
  const columnOf = (comment: Comment): number => comment.offset - lineStart(text, comment.offset);
  const index = read.comments.findIndex(
    (comment) =>
      comment.offset >= from &&
      comment.offset < to &&
      comment.text.startsWith(`# ${key}: ${TO_BE_WRITTEN}`) &&
      columnOf(comment) === column &&
      isBelow(comment.offset),
  );
  const marker = read.comments[index];
  if (!marker || !/^\s*$/.test(text.slice(lineStart(text, marker.offset), marker.offset))) return undefined;
  const comments = [marker];
  let end = nextLine(text, marker.offset);
  for (const next of read.comments.slice(index + 1)) {
    if (lineStart(text, next.offset) !== end || columnOf(next) !== column || !next.text.startsWith('#   ')) break;
    comments.push(next);
    end = nextLine(text, next.offset);
  }
  return { span: [lineStart(text, marker.offset), end], comments };
}

/** The stretch in which the comments of a mapping stand: up to where the next one begins. */
function regionOf(place: Place, parent: string): readonly [number, number] {
  const tokens = pointerTokens(parent);
  const start = startOf(place, parent, tokens[0] === 'capabilities' ? 'value' : 'key') ?? 0;
  if (tokens[0] !== 'capabilities') return [start, startOf(place, '/capabilities', 'key') ?? place.text.length];
  const next = startOf(place, `/capabilities/${Number(tokens[1]) + 1}`);
  return [start, next ?? place.text.length];
}

/**
 * One more capability, behind the last.
 * @param lines as `capabilityLines` has them
 */
export function appendCapability(
  text: string,
  read: ReadSource,
  value: JsonValue,
  lines: readonly string[],
): TextChange | undefined {
  const place = placeOf(text, read);
  if (!place) return undefined;
  const list = valueAt(place.value, '/capabilities');
  if (list === undefined) return firstCapability(place, value, lines);
  const start = startOf(place, '/capabilities');
  if (!Array.isArray(list) || start === undefined) return undefined;
  const becomes = withValue(place.value, `/capabilities/${list.length}`, value);
  if (isFlow(place, start)) {
    return { ways: [inBrackets(place, '/capabilities', [...list.keys()], printableJson(value))], becomes };
  }
  const indent = text.slice(lineStart(text, start), start);
  const end = endOf(place, `/capabilities/${list.length - 1}`);
  if (end === undefined || !/^ *$/.test(indent)) return undefined;
  // What the last one still lacks is said below it.
  let last = end;
  for (let at = nextLine(text, last); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (!/^\s*#/.test(line) || line.search(/#/) <= indent.length) break;
    last = at;
  }
  const written = lines.map((line) => (line === '' ? '' : indent + line.slice(2)));
  return { ways: [[afterLine(text, last, ['', ...written])]], becomes };
}

function firstCapability(
  { text, read, value: whole }: Place,
  value: JsonValue,
  lines: readonly string[],
): TextChange | undefined {
  if (isFlow({ text, read, value: whole }, read.locateWritten('')?.start.offset ?? 0)) {
    const name = `"capabilities": [${printableJson(value)}]`;
    const edits = inBrackets({ text, read, value: whole }, '', Object.keys(whole as JsonObject), name);
    return { ways: [edits], becomes: withValue(whole, '/capabilities', [value]) };
  }
  const becomes = withValue(whole, '/capabilities', [value]);
  const index = read.comments.findIndex((comment) => comment.text.startsWith(`# capabilities: ${TO_BE_WRITTEN}`));
  const marker = read.comments[index];
  const written = ['capabilities:', ...lines];
  if (!marker) return { ways: [[afterLine(text, Math.max(0, text.trimEnd().length - 1), ['', ...written])]], becomes };
  const drops = [marker];
  let end = nextLine(text, marker.offset);
  for (const next of read.comments.slice(index + 1)) {
    if (next.offset !== end || !next.text.startsWith('#   ')) break;
    drops.push(next);
    end = nextLine(text, next.offset);
  }
  return { ways: [[{ span: [marker.offset, end], text: asLines(text, written) }]], becomes, drops };
}

/** Another value for a key that has one. */
export function replaceValue(
  text: string,
  read: ReadSource,
  pointer: string,
  value: JsonValue,
): TextChange | undefined {
  const place = placeOf(text, read);
  const key = place && startOf(place, pointer, 'key');
  const end = place && endOf(place, pointer);
  const start = place && startOf(place, pointer);
  const name = pointerTokens(pointer).at(-1);
  if (!place || !read.written || key === undefined || end === undefined || start === undefined || name === undefined)
    return undefined;
  const becomes = withValue(place.value, pointer, value);
  const ways: Array<readonly Edit[]> = [];
  const isFlowing = read.written.json || isFlow(place, startOf(place, parentOf(pointer)) ?? 0);
  const short = typeof value === 'string' && !text.slice(start, end).includes('\n') && value.length < 100;
  if (typeof value === 'string' && (isFlowing || short)) {
    ways.push(...(planEdits(read.written, pointer, 'value', { kind: 'write', text: value })?.ways ?? []));
  }
  if (isFlowing) ways.push([{ span: [start, end], text: printableJson(value) }]);
  else {
    const column = key - lineStart(text, key);
    const [first = '', ...rest] = valueLines(name, value, ' '.repeat(column));
    ways.push([{ span: [key, end], text: [first.slice(column), ...rest].join(lineBreakOf(text)) }]);
  }
  return { ways, becomes };
}

/** A capability less, with the comments in it and above it that are about nothing else. */
export function removeCapability(text: string, read: ReadSource, index: number): TextChange | undefined {
  const pointer = `/capabilities/${index}`;
  const plan = read.written && planEdits(read.written, pointer, 'value', { kind: 'remove' });
  if (!plan || read.value === undefined) return undefined;
  const ways = plan.ways.map((way) => way.map((edit) => ({ ...edit, span: withItsComments(text, edit.span) })));
  const drops = read.comments.filter(({ offset }) =>
    ways[0]?.some(({ span: [start, end] }) => offset >= start && offset < end),
  );
  return { ways, becomes: withValue(read.value, pointer, undefined), drops };
}

/** The lines of an entry with the comments above it, those that are indented like it below it, and one empty line. */
function withItsComments(text: string, [start, end]: readonly [number, number]): readonly [number, number] {
  if (lineStart(text, start) !== start) return [start, end];
  const lineAt = (at: number): string => text.slice(at, lineEnd(text, at));
  const column = lineAt(start).search(/\S/);
  let from = start;
  while (from > 0 && /^\s*#/.test(lineAt(lineStart(text, from - 1)))) from = lineStart(text, from - 1);
  let to = end;
  while (to < text.length && /^\s*#/.test(lineAt(to)) && lineAt(to).search(/#/) > column) to = nextLine(text, to);
  const above = from > 0 ? lineStart(text, from - 1) : 0;
  const isApart = from > 0 && lineAt(above).trim() === '' && (to >= text.length || lineAt(to).trim() === '');
  return [isApart ? above : from, to];
}

/** A comment in another's place. */
export function replaceComment(read: ReadSource, comment: Comment, text: string): TextChange | undefined {
  if (read.value === undefined) return undefined;
  const span = [comment.offset, comment.offset + comment.text.length] as const;
  return { ways: [[{ span, text }]], becomes: read.value, drops: [comment] };
}

/** Both at once: one is written only if the other is. The ways of the second are few. */
export function bothChanges(a: TextChange | undefined, b: TextChange | undefined): TextChange | undefined {
  if (!a || !b) return undefined;
  const ways = a.ways.flatMap((way) => b.ways.map((other) => [...way, ...other]));
  return { ways, becomes: a.becomes, drops: [...(a.drops ?? []), ...(b.drops ?? [])] };
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
