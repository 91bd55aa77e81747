import type { Position, Range } from '../diagnostic.js';

/** The line and column of any offset in a text, made ready once for many look-ups. Lines end at LF, CRLF or CR. */
export function lineTable(text: string): (offset: number) => Position {
  const starts = [0];
  // Editors do not count a byte order mark as a column.
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let end = lineEnd(text, 0); end !== -1; end = lineEnd(text, end)) starts.push(end);
  return (offset) => {
    // By halves: the last line that does not start after the offset.
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (starts[low] as number) + 1 - (low === 0 ? mark : 0);
    return { line: low + 1, column: Math.max(1, column), offset };
  };
}

/** The offset behind the end of the line that holds an offset, or -1 in the last line. */
function lineEnd(text: string, offset: number): number {
  lineBreak.lastIndex = offset;
  return lineBreak.test(text) ? lineBreak.lastIndex : -1;
}

const lineBreak = /\r\n?|\n/g;

/** The same for one offset. */
export function positionAt(text: string, offset: number): Position {
  return lineTable(text)(offset);
}

export function rangeAt(text: string, start: number, end: number): Range {
  const at = lineTable(text);
  return { start: at(start), end: at(end) };
}

/**
 * Where another member or entry of a mapping or list would go: behind the last one, before the bracket that closes it.
 * @param start offset of its first character
 * @param end offset behind its last character
 */
export function endOfMembers(text: string, start: number, end: number): number {
  const isFlow = text[start] === '{' || text[start] === '[';
  let at = isFlow ? end - 1 : end;
  while (at > start + 1 && /\s/.test(text[at - 1] as string)) at--;
  return at;
}
