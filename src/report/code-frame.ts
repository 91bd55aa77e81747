import type { Range } from '../diagnostic.js';
import { displayWidth, graphemes } from '../encoding/display-width.js';
import type { Paint, Tone } from '../encoding/paint.js';
import { printable, printableParts } from '../encoding/printable.js';
import { secretsIn } from '../validate/rules/secret.js';

/** A place of a text to point at, and what to say there. */
export interface Mark {
  readonly range: Range;
  readonly label: string;
  /** Underlined with `^`, others with `-`. A place between two characters has a `^` either way. */
  readonly isMain: boolean;
  readonly tone: Tone;
}

export interface FrameOptions {
  readonly paint: Paint;
  /** Columns that no line goes beyond. */
  readonly width: number;
}

export type Frame = (marks: readonly Mark[], options: FrameOptions) => string;

const TAB_WIDTH = 4;
const MIN_SOURCE_WIDTH = 16;

/**
 * What makes frames of a text: the lines that marks point at, each with its number and what is underlined in it. A
 * line that is too long is cut, what cannot be seen is spelt out, and nothing in it can act on a terminal.
 * @param found where secrets were found in values: behind escapes they have another shape in the text
 */
export function framesOf(text: string, found: readonly Range[] = []): Frame {
  // Frames end up in logs: where a secret is, they show nothing that could be a part of it.
  const secrets = [
    ...[...secretsIn(text)].map(({ span }) => span),
    ...found.map(({ start, end }) => [start.offset, end.offset] as const),
  ];
  return (marks, { paint, width }) => {
    const sorted = marks.toSorted((a, b) => a.range.start.offset - b.range.start.offset);
    const digits = String(sorted.at(-1)?.range.start.line ?? 0).length;
    const room = Math.max(MIN_SOURCE_WIDTH, width - digits - ' | '.length);
    const row = (number: string, content: string): string =>
      `${paint('quiet', `${number.padStart(digits)} |`)} ${content}\n`;
    let frame = '';
    let shown: number | undefined;
    for (const mark of sorted) {
      const { line } = mark.range.start;
      const { cells, isWhole } = layOut(lineAt(text, mark.range, secrets), mark.range, room);
      // What is cut is cut for one mark: the next one gets the line as it needs it.
      if (shown !== line || !isWhole) {
        if (shown !== undefined && line > shown + 1) frame += `${paint('quiet', '...')}\n`;
        frame += row(String(line), cells.map((cell) => cell.shown).join(''));
      }
      shown = line;
      for (const content of underline(cells, mark, room, paint)) frame += row('', content);
    }
    return frame;
  };
}

/** What is shown as one. */
interface Cell {
  readonly shown: string;
  /** In columns. */
  readonly width: number;
  /** Offsets in the text, equal for what is not in it. */
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
}

function lineAt(text: string, { start }: Range, secrets: ReadonlyArray<readonly [number, number]>): Line {
  const first = start.offset - start.column + 1;
  const lineEnd = /[\r\n]/g;
  lineEnd.lastIndex = first;
  const line = text.slice(first, lineEnd.exec(text)?.index ?? text.length);
  return { text: secrets.length > 0 ? cover(line, first, secrets) : line, start: first };
}

/** Where one secret is, whatever is as long as one may be a part of another. */
function cover(line: string, first: number, secrets: ReadonlyArray<readonly [number, number]>): string {
  let covered = line.replace(/[A-Za-z0-9+/=_.-]{20,}/g, (word) => (/\d/.test(word) ? '*'.repeat(word.length) : word));
  for (const [start, end] of secrets) {
    const from = Math.max(0, start - first);
    const to = Math.min(line.length, end - first);
    if (from < to) covered = covered.slice(0, from) + '*'.repeat(to - from) + covered.slice(to);
  }
  return covered;
}

/** A line in cells, and whether all of it found room. */
function layOut(
  line: Line,
  range: Range,
  room: number,
): { readonly cells: readonly Cell[]; readonly isWhole: boolean } {
  const near = cutNear(line, range.start.offset, room);
  const cells = cellsOf(near);
  const isWhole = near.text.length === line.text.length && widthOf(cells) < room;
  if (isWhole) return { cells, isWhole };
  const first = cells.findIndex(({ end }) => end > range.start.offset);
  const begin = first === -1 ? cells.length : first;
  const wanted = widthOf(cells.slice(begin).filter(({ start }) => start < range.end.offset));
  // Half of what the range leaves is for what stands before it, and a column at each end for the sign of the cut.
  let before = Math.max(4, Math.floor((room - 2 - wanted) / 2));
  let from = begin;
  while (from > 0 && before - (cells[from - 1] as Cell).width >= 0) before -= (cells[--from] as Cell).width;
  const isCutBefore = from > 0 || near.start > line.start;
  let left = room - (isCutBefore ? 2 : 1);
  let to = from;
  while (to < cells.length && left - (cells[to] as Cell).width >= 0) left -= (cells[to++] as Cell).width;
  const isCutAfter = to < cells.length || near.start + near.text.length < line.start + line.text.length;
  const sign: Cell = { shown: '…', width: 1, start: 0, end: 0 };
  return { cells: [...(isCutBefore ? [sign] : []), ...cells.slice(from, to), ...(isCutAfter ? [sign] : [])], isWhole };
}

/** A line can have a million characters: those that may find room, and no half of one. */
function cutNear({ text, start }: Line, offset: number, room: number): Line {
  let from = Math.max(0, offset - start - 2 * room);
  let to = Math.min(text.length, offset - start + 4 * room);
  if (isHalf(text, from)) from--;
  if (isHalf(text, to)) to++;
  return { text: text.slice(from, to), start: start + from };
}

/** Whether a place is inside a surrogate pair. */
function isHalf(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) as number) > 0xffff;
}

function cellsOf({ text, start }: Line): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let at = start;
  const add = (taken: string, shown: string, width: number): void => {
    cells.push({ shown, width, start: at, end: at + taken.length });
    at += taken.length;
    column += width;
  };
  for (const part of printableParts(text)) {
    if (part.text === '\t') {
      const width = TAB_WIDTH - (column % TAB_WIDTH);
      add(part.text, ' '.repeat(width), width);
    } else if (part.shown !== part.text) {
      add(part.text, part.shown, part.shown.length);
    } else {
      for (const grapheme of graphemes(part.text)) {
        const shown = spellIgnorable(grapheme);
        add(grapheme, shown, displayWidth(shown));
      }
    }
  }
  return cells;
}

/** What has no width and no look of its own, but for what chooses between a letter and a picture. */
function spellIgnorable(grapheme: string): string {
  return grapheme.replace(
    /(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/gu,
    (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`,
  );
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** The row below the line, and another one for the label where there is no room beside the marks. */
function underline(cells: readonly Cell[], mark: Mark, room: number, paint: Paint): string[] {
  const { range, isMain, tone } = mark;
  const { start, end } = range;
  const isPlace = start.offset === end.offset;
  const real = (cell: Cell): boolean => cell.start < cell.end;
  const isMarked = (cell: Cell): boolean => real(cell) && cell.end > start.offset && cell.start < end.offset;
  const after = cells.findIndex((cell) => real(cell) && cell.end > start.offset);
  const first = after === -1 ? cells.findLastIndex(real) + 1 : after;
  const indent = widthOf(cells.slice(0, first));
  const length = Math.max(1, widthOf(cells.filter(isMarked)));
  const marks = paint(tone, (isMain || isPlace ? '^' : '-').repeat(length));
  const label = cutTo(`${printable(mark.label)}${linesOf(range)}`, room);
  if (label === '') return [`${' '.repeat(indent)}${marks}`];
  const labelWidth = displayWidth(label);
  if (indent + length + 1 + labelWidth <= room) return [`${' '.repeat(indent)}${marks} ${paint(tone, label)}`];
  const labelIndent = Math.max(0, Math.min(indent, room - labelWidth));
  return [`${' '.repeat(indent)}${marks}`, `${' '.repeat(labelIndent)}${paint(tone, label)}`];
}

/** How far a range goes on below its first line. */
function linesOf({ start, end }: Range): string {
  const lines = end.line - start.line + (end.column > 1 ? 1 : 0);
  return lines > 1 ? ` (${lines} lines)` : '';
}

function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let short = '';
  let left = width - 1;
  for (const grapheme of graphemes(text)) {
    left -= displayWidth(grapheme);
    if (left < 0) break;
    short += grapheme;
  }
  return `${short}…`;
}
