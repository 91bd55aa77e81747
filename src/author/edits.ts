import { isObject, type JsonValue } from '../encoding/json-value.js';
import { appendPointer, pointerTokens, valueAt } from '../encoding/pointer.js';
import { type Change, type Locate, withoutCharacters } from '../validate/finding.js';
import { quoted, scalarsLike, type Span, spansOf } from './scalar-text.js';
import type { Comment } from './yaml.js';

/** A text that a reader took, with what it found in it. */
export interface Written {
  readonly text: string;
  /** Strict JSON, where quotes and commas are not a matter of taste. */
  readonly json: boolean;
  readonly value: JsonValue;
  readonly locate: Locate;
  /** In the order of the text. */
  readonly comments: readonly Comment[];
}

/** A stretch of a text, by offsets, and what is to stand there instead. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A change as text edits, and what it is to do to the value. */
export interface Plan {
  readonly pointer: string;
  /** What changes: the member's name, its value, or that it is there at all. */
  readonly what: 'key' | 'value' | 'member';
  /** The new name or value. */
  readonly becomes: JsonValue;
  /** Ways to write it, the one liked best first, each in the order of the text. None has been tried. */
  readonly ways: ReadonlyArray<readonly Edit[]>;
}

/** How a change could be written into the text; undefined where it makes no sense there. */
export function planEdits(written: Written, pointer: string, part: 'key' | 'value', change: Change): Plan | undefined {
  const site = siteOf(written, pointer);
  if (!site) return undefined;
  const plan = planChange(site, part, change);
  if (!plan) return undefined;
  // A comment goes with what it stands behind; nothing else may take one away.
  const ways =
    plan.what === 'member' ? plan.ways : plan.ways.filter((way) => !way.some((edit) => holdsComment(site, edit.span)));
  return ways.length === 0 ? undefined : { ...plan, pointer, ways };
}

export function spliceText(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let spliced = '';
  for (const { span, text: inserted } of edits) {
    spliced += text.slice(at, span[0]) + inserted;
    at = span[1];
  }
  return spliced + text.slice(at);
}

/** A value and its surroundings in the text. */
interface Site extends Written {
  readonly pointer: string;
  /** The value itself; `value` is that of the whole text. */
  readonly own: JsonValue;
  readonly parentPointer: string;
  readonly parent: JsonValue | undefined;
  /** The name with its quotes, of a member. */
  readonly key: Span | undefined;
  /** The value; empty where nothing is written. */
  readonly at: Span;
  readonly source: string;
  /** Within brackets or braces. */
  readonly flow: boolean;
}

function siteOf(written: Written, pointer: string): Site | undefined {
  const own = valueAt(written.value, pointer);
  const value = spanOf(written, pointer, 'value');
  if (own === undefined || !value) return undefined;
  const parentPointer = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
  const parent = pointer === '' ? undefined : valueAt(written.value, parentPointer);
  const key = isObject(parent) ? spanOf(written, pointer, 'key') : undefined;
  // A key without a value and colon has its own place for the value's.
  const at: Span = key && value[0] === key[0] ? [key[1], key[1]] : value;
  const source = written.text.slice(...trimmed(written, at));
  return { ...written, pointer, own, parentPointer, parent, key, at, source, flow: inFlow(written, pointer) };
}

function spanOf({ locate }: Written, pointer: string, part: 'key' | 'value'): Span | undefined {
  const range = locate(pointer, part);
  return range && [range.start.offset, range.end.offset];
}

function inFlow({ text, locate }: Written, pointer: string): boolean {
  for (let above = pointer; above !== '';) {
    above = above.slice(0, above.lastIndexOf('/'));
    const start = locate(above)?.start.offset;
    if (start !== undefined && /[[{]/.test(text.charAt(start))) return true;
  }
  return false;
}

/** The span without the line breaks and comments behind what is written, which the reader counts in. */
export function trimmed({ text, comments }: Pick<Written, 'text' | 'comments'>, [start, end]: Span): Span {
  let last = end;
  for (let before = -1; before !== last;) {
    before = last;
    while (last > start && /\s/.test(text.charAt(last - 1))) last--;
    const comment = comments[firstFrom(comments, last) - 1];
    if (comment && comment.offset >= start && comment.offset + comment.text.length >= last) last = comment.offset;
  }
  return [start, last];
}

function holdsComment({ comments }: Written, [start, end]: Span): boolean {
  const comment = comments[firstFrom(comments, start)];
  return comment !== undefined && comment.offset < end;
}

/** The number of the first comment that does not begin before an offset. By halves: there can be many of both. */
function firstFrom(comments: readonly Comment[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as Comment).offset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Planned = Omit<Plan, 'pointer'>;

function planChange(site: Site, part: 'key' | 'value', change: Change): Planned | undefined {
  switch (change.kind) {
    case 'rename':
      return planRename(site, change.to);
    case 'write':
      return planWrite(site, change.text);
    case 'quote':
      return planQuote(site);
    case 'list':
      return planWrap(site, ['[', ']'], '- ', [site.own]);
    case 'entries':
      return planEntries(site, change.texts);
    case 'mapping':
      return planMapping(site, change.key);
    case 'remove':
      return planRemove(site);
    case 'delete-characters':
      return planDeletion(site, part, change.offsets);
  }
}

function isCollection(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null;
}

function planRename({ parent, key, text, json }: Site, to: string): Planned | undefined {
  if (!key || !isObject(parent) || Object.hasOwn(parent, to)) return undefined;
  // Where a key may stand, a plain one may in braces, too.
  const names = scalarsLike(text.slice(...key), to, { json, flow: true });
  return { what: 'key', becomes: to, ways: names.map((name) => [{ span: key, text: name }]) };
}

function planWrite(site: Site, to: string): Planned {
  const { own, source } = site;
  const ways = scalarsLike(source, to, site).map((scalar) => [rewritten(site, scalar)]);
  // Lines stay as they are where only some letters are others.
  const inPlace = typeof own === 'string' && /^[|>]|\n/.test(source) ? substituted(site, own, to) : undefined;
  return { what: 'value', becomes: to, ways: inPlace ? [inPlace, ...ways] : ways };
}

function rewritten(site: Site, scalar: string): Edit {
  const { text, source, key, at } = site;
  const [start, end] = trimmed(site, at);
  if (source === '') {
    const before = /\s/.test(text.charAt(start - 1)) ? '' : ' ';
    const behind = text.charAt(end) === '#' ? ' ' : '';
    return { span: [start, end], text: before + scalar + behind };
  }
  // A list or mapping on lines below its key.
  const colon = key && /^[^\S\n]*:[^\S\n]*\n\s*$/.exec(text.slice(key[1], start));
  if (!key || !colon || site.json) return { span: [start, end], text: scalar };
  return { span: [key[1] + colon[0].indexOf(':') + 1, end], text: ` ${scalar}` };
}

/** One character for another, wherever they differ. */
function substituted({ text: whole, at }: Site, own: string, to: string): Edit[] | undefined {
  const [before, after] = [[...own], [...to]];
  if (before.length !== after.length) return undefined;
  const offsets: number[] = [];
  const characters: string[] = [];
  let offset = 0;
  for (const [index, character] of before.entries()) {
    if (character !== after[index]) {
      offsets.push(offset);
      characters.push(after[index] as string);
    }
    offset += character.length;
  }
  const spans = spansOf(whole.slice(...at), own, offsets);
  return spans && replacing(at[0], spans, characters);
}

/** Neighbours in one edit. */
function replacing(start: number, spans: readonly Span[], texts: readonly string[]): Edit[] {
  const edits: Array<{ span: Span; text: string }> = [];
  for (const [index, span] of spans.entries()) {
    const [from, to] = [start + span[0], start + span[1]];
    const text = texts[index] ?? '';
    const last = edits.at(-1);
    if (last?.span[1] === from) {
      last.span = [last.span[0], to];
      last.text += text;
    } else edits.push({ span: [from, to], text });
  }
  return edits;
}

function planQuote(site: Site): Planned | undefined {
  const { own, source, json } = site;
  if (source === '' || /[\r\n]/.test(source) || typeof own === 'string' || (json && isCollection(own)))
    return undefined;
  const scalar = quoted(source, json);
  if (scalar === undefined) return undefined;
  return { what: 'value', becomes: source, ways: [[{ span: trimmed(site, site.at), text: scalar }]] };
}

function planMapping(site: Site, key: string): Planned | undefined {
  const [name = ''] = scalarsLike('', key, { json: site.json, flow: true });
  const isBlock = isCollection(site.own) && !/^[[{]/.test(site.source);
  return isBlock ? undefined : planWrap(site, [`{ ${name}: `, ' }'], `${name}: `, { [key]: site.own });
}

/** In brackets: as it is written where that does it, else each text anew. */
function planEntries(site: Site, texts: readonly string[]): Planned | undefined {
  const { own, source } = site;
  if (typeof own !== 'string' || source === '') return undefined;
  const [start, end] = trimmed(site, site.at);
  const becomes = [...texts];
  const scalars = texts.map((text) => scalarsLike('', text, { json: site.json, flow: true })[0] ?? '');
  const anew: Edit[] = [{ span: [start, end], text: `[${scalars.join(', ')}]` }];
  const around: Edit[] = [
    { span: [start, start], text: '[' },
    { span: [end, end], text: ']' },
  ];
  const isPlain = texts.length > 0 && !/^["'|>]/.test(source) && !/[\r\n]/.test(source);
  return { what: 'value', becomes, ways: isPlain ? [around, anew] : [anew] };
}

/** Brackets where they hold a whole value and nothing more, lines of its own for it otherwise. */
function planWrap(
  site: Site,
  brackets: readonly [open: string, close: string],
  line: string,
  becomes: JsonValue,
): Planned | undefined {
  const { own, source, json, flow } = site;
  if (source === '') return undefined;
  const [start, end] = trimmed(site, site.at);
  const isClosed = json || flow || /^["'[{]/.test(source);
  const isSimple = !isCollection(own) && !/^[|>]/.test(source) && !/[\r\n,[\]{}]/.test(source);
  const ways: Edit[][] = [];
  if (isClosed || isSimple) {
    ways.push([
      { span: [start, start], text: brackets[0] },
      { span: [end, end], text: brackets[1] },
    ]);
  }
  if (!json && !flow) ways.push(indented(site, line));
  return { what: 'value', becomes, ways };
}

/** The value a level deeper, behind a dash or key that begins its line. */
function indented(site: Site, line: string): Edit[] {
  const { text, key, at } = site;
  const [start, end] = trimmed(site, at);
  const edits: Edit[] = [];
  const colon = key && /^[^\S\n]*:[^\S\n]*$/.exec(text.slice(key[1], start));
  if (key && colon) {
    const indent = ' '.repeat(key[0] - lineStart(text, key[0]) + 2);
    const behindColon = key[1] + colon[0].indexOf(':') + 1;
    edits.push({ span: [behindColon, start], text: `${lineBreak(text)}${indent}${line}` });
  } else edits.push({ span: [start, start], text: line });
  for (let next = text.indexOf('\n', start) + 1; next > 0 && next < end; next = text.indexOf('\n', next) + 1) {
    if (!/^[^\S\n]*$/.test(text.slice(next, lineEnd(text, next)))) edits.push({ span: [next, next], text: '  ' });
  }
  return edits;
}

function planDeletion(site: Site, part: 'key' | 'value', offsets: readonly number[]): Planned | undefined {
  const { own, key, parent } = site;
  const text = part === 'key' ? pointerTokens(site.pointer).at(-1) : own;
  const span = part === 'key' ? key : site.at;
  if (typeof text !== 'string' || !span) return undefined;
  const left = withoutCharacters(text, offsets);
  if (part === 'key' && isObject(parent) && Object.hasOwn(parent, left)) return undefined;
  const spans = spansOf(site.text.slice(...span), text, offsets);
  const ways: Array<readonly Edit[]> = spans ? [replacing(span[0], spans, [])] : [];
  // What is left may be a number, or end in a space: then it needs quotes.
  if (part === 'value') ways.push(...planWrite(site, left).ways);
  return { what: part, becomes: left, ways };
}

// --- removal --------------------------------------------------------------------------------------------------------

function planRemove(site: Site): Planned | undefined {
  if (site.parent === undefined) return undefined;
  const edits = site.flow ? removalInFlow(site) : removalInBlock(site);
  return edits && { what: 'member', becomes: null, ways: [edits] };
}

/** Where the members or entries around begin and end, a dash not counted in. */
function neighbours(site: Site): { before: Span | undefined; after: Span | undefined } {
  const { parent, parentPointer, pointer, key, at } = site;
  const name = pointerTokens(pointer).at(-1) as string;
  // Names that are whole numbers come out of the order of the text: then there is no neighbour.
  const names = isObject(parent) ? Object.keys(parent) : [];
  const index = isObject(parent) ? names.indexOf(name) : Number(name);
  const spanAt = (index: number): Span | undefined => {
    const other = appendPointer(parentPointer, isObject(parent) ? (names[index] ?? '') : index);
    if (valueAt(site.value, other) === undefined) return undefined;
    const value = spanOf(site, other, 'value');
    const start = isObject(parent) ? spanOf(site, other, 'key') : value;
    return value && start && [start[0], Math.max(start[1], trimmed(site, value)[1])];
  };
  const before = spanAt(index - 1);
  const after = spanAt(index + 1);
  return {
    before: before && before[1] <= (key?.[0] ?? at[0]) ? before : undefined,
    after: after && after[0] >= at[1] ? after : undefined,
  };
}

function removalInFlow(site: Site): Edit[] | undefined {
  const { text, key, at } = site;
  const start = key?.[0] ?? at[0];
  const end = Math.max(trimmed(site, at)[1], key?.[1] ?? 0);
  const { before, after } = neighbours(site);
  const comma = /^\s*,/.exec(text.slice(end, after?.[0] ?? nextLine(text, end)));
  if (comma || !before) {
    if (after && !comma) return undefined;
    return [removeStretch(site, start, end + (comma?.[0].length ?? 0))];
  }
  // The last one takes the comma before it along.
  const commaBefore = /^\s*,/.exec(text.slice(before[1], start));
  if (!commaBefore) return undefined;
  const commaEnd = before[1] + commaBefore[0].length;
  if (!text.slice(commaEnd, start).includes('\n')) return [{ span: [commaEnd - 1, end], text: '' }];
  return [{ span: [commaEnd - 1, commaEnd], text: '' }, removeStretch(site, start, end)];
}

/** A stretch, with its lines where nothing else stands on them but a comment behind it. */
function removeStretch({ text }: Written, start: number, end: number): Edit {
  const lineFrom = lineStart(text, start);
  const startsLine = /^[^\S\n]*$/.test(text.slice(lineFrom, start));
  const rest = text.slice(end, lineEnd(text, end));
  if (startsLine && /^[^\S\n]*(?:#.*)?$/.test(rest)) return { span: [lineFrom, nextLine(text, end)], text: '' };
  if (/^[^\S\n]*$/.test(rest)) return { span: [start - spacesBefore(text, start), end], text: '' };
  return { span: [start, end + (/^[^\S\n]*/.exec(rest)?.[0].length ?? 0)], text: '' };
}

function removalInBlock(site: Site): Edit[] | undefined {
  const { text, key, at } = site;
  const start = key?.[0] ?? dashBefore(site);
  if (start === undefined) return undefined;
  const { before, after } = neighbours(site);
  // Without an entry it would be no list any more, but nothing.
  if (!before && !after) return undefined;
  const end = Math.max(trimmed(site, at)[1], key?.[1] ?? start + 1);
  const last = lineEnd(text, end);
  if (!/^[^\S\n]*(?:#.*)?$/.test(text.slice(end, last))) return undefined;
  const lineFrom = lineStart(text, start);
  if (/^[^\S\n]*$/.test(text.slice(lineFrom, start))) return [{ span: [lineFrom, nextLine(text, end)], text: '' }];
  // The first of a mapping or list that begins behind a dash: the next one takes its place, unless it has a comment.
  if (before || !after) return undefined;
  const next = key ? after[0] : lineStart(text, after[0]) + start - lineFrom;
  return /^\s*$/.test(text.slice(last, next)) ? [{ span: [start, next], text: '' }] : undefined;
}

/** The dash of an entry in a block list: in the column of the list's first one. */
function dashBefore(site: Site): number | undefined {
  const { text, at } = site;
  const list = spanOf(site, site.parentPointer, 'value');
  if (!list || text.charAt(list[0]) !== '-') return undefined;
  if (site.pointer.endsWith('/0')) return list[0];
  const column = list[0] - lineStart(text, list[0]);
  for (let line = lineStart(text, at[0]); line > list[0]; line = lineStart(text, line - 1)) {
    const dash = line + column;
    if (dash < at[0] && text.charAt(dash) === '-' && /^ *$/.test(text.slice(line, dash))) return dash;
  }
  return undefined;
}

// --- lines ----------------------------------------------------------------------------------------------------------

/** Where the line begins, behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.startsWith('\ufeff') ? Math.min(1, offset) : start;
}

/** Where the line break is. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text.charAt(end - 1) === '\r' && end - 1 >= offset ? end - 1 : end;
}

export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function lineBreak(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

export function spacesBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  return offset - start;
}
