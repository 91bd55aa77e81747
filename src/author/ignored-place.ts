import { isObject, type JsonValue } from '../encoding/json-value.js';
import { appendPointer } from '../encoding/pointer.js';
import type { lineTable } from '../encoding/position.js';
import type { Locate } from '../validate/finding.js';
import { lineStart, nextLine } from './edits.js';

/** What a comment is about: a line, and on where the value that begins there goes on. */
export interface About {
  readonly line: number;
  /** Offsets. */
  readonly start: number;
  readonly end: number;
}

/** Where members and entries end, by the offset at which they begin. */
export interface Extents {
  readonly members: ReadonlyMap<number, number>;
  readonly entries: ReadonlyMap<number, number>;
}

/** A member begins with its name, an entry with its value. */
export function extentsOf(value: JsonValue | undefined, locate: Locate): Extents {
  const [members, entries] = [new Map<number, number>(), new Map<number, number>()];
  const open: Array<readonly [JsonValue, string]> = value === undefined ? [] : [[value, '']];
  for (let top = open.pop(); top; top = open.pop()) {
    const [parent, above] = top;
    if (typeof parent !== 'object' || parent === null) continue;
    for (const [name, inner] of Object.entries(parent)) {
      const pointer = appendPointer(above, name);
      const start = locate(pointer, isObject(parent) ? 'key' : 'value')?.start.offset;
      const end = locate(pointer)?.end.offset;
      if (start !== undefined && end !== undefined) (isObject(parent) ? members : entries).set(start, end);
      open.push([inner, pointer]);
    }
  }
  return { members, entries };
}

/**
 * What a comment is about: behind something its own line, else the next line that is more than a comment, with all of
 * the member or entry that begins there. Comments are asked for in the order of the text.
 */
export function meantBy(text: string, at: ReturnType<typeof lineTable>, extents: Extents): (offset: number) => About {
  const next = /(?:^|\r\n|\n|\r)[^\S\r\n]*[^\s#]/g;
  // One search does for all the comments that it passes over.
  let found: { readonly first: number; readonly about: About | undefined } | undefined;
  return (offset) => {
    const { line, column } = at(offset);
    const own = lineOf(text, offset, line);
    if (text.slice(offset - column + 1, offset).trim() !== '') return own;
    if (!found || found.first < offset) {
      next.lastIndex = offset;
      const match = next.exec(text);
      const first = match ? next.lastIndex - 1 : text.length;
      found = {
        first,
        about: match ? withValue(text, first, lineOf(text, first, at(first).line), extents) : undefined,
      };
    }
    return found.about ?? own;
  };
}

function lineOf(text: string, offset: number, line: number): About {
  const end = nextLine(text, offset);
  // A place behind the last character is in the last line.
  return { line, start: lineStart(text, offset), end: end === text.length ? end + 1 : end };
}

function withValue(text: string, first: number, line: About, { members, entries }: Extents): About {
  const dash = /-\s+/y;
  dash.lastIndex = first;
  const end = dash.test(text) ? entries.get(dash.lastIndex) : (members.get(first) ?? entries.get(first));
  return { ...line, end: Math.max(line.end, end ?? 0) };
}
