import type { JsonValue } from '../encoding/json-value.js';
import { appendPointer } from '../encoding/pointer.js';
import { endOfMembers, lineTable } from '../encoding/position.js';
import type { Locate } from '../validate/finding.js';
import type { Comment, ParsedYaml } from './yaml.js';

/**
 * YAML as most sources are written: blocks of keys and dashes, and behind each a text, perhaps on several lines, a list
 * of words in brackets, or a block of lines. Anything else, and anything that may be wrong, is for the parser, which takes longer to
 * be loaded than this takes for a long source.
 * @returns what the parser would say, or undefined
 */
export function parsePlainYaml(text: string): ParsedYaml | undefined {
  return ordinary.test(text) ? new PlainReader(text).read() : undefined;
}

// No tab, no carriage return, no mark of byte order, nothing that anybody takes for the end of a line.
const ordinary = /^[\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]*$/;
const key = /([A-Za-z_][\w-]{0,99}):(?: +|$)/my;
const dash = /- +(?=[^ \n])/y;
const quoted = /"([^"\\\n]*)"|'([^'\n]*)'/y;
const word = /[A-Za-z\d][\w./+@-]*(?: [\w./+@-]+)*/y;
const block = /([|>])(-?)$/my;
const beginning = /[A-Za-z\d$(/\u00c0-\ud7ff]/y;
// Numbers and times, in any schema that somebody may think of.
const noText = /^\d[-+.:\da-foxtz_]*$/i;
const noTexts: ReadonlySet<string> = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);
const DEEPEST = 16;

type Extent = readonly [start: number, end: number];

interface Place {
  readonly key: Extent;
  readonly value: Extent;
}

interface Line {
  /** Columns in front of what is read next. */
  column: number;
  /** Offset of what is read next. */
  start: number;
  /** Offset behind the last character. */
  readonly end: number;
  /** It follows upon another line, and not upon a comment or an empty one. */
  readonly follows: boolean;
}

class PlainReader {
  private readonly lines: Line[] = [];
  private readonly places = new Map<string, Place>();
  private readonly comments: Comment[] = [];
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  read(): ParsedYaml | undefined {
    if (!this.splitLines() || this.lines[0]?.column !== 0) return undefined;
    const value = this.members('', undefined);
    if (value === undefined || this.at < this.lines.length) return undefined;
    const comments = this.comments.sort((a, b) => a.offset - b.offset);
    return { value, diagnostics: [], notGiven: 0, locate: this.locator(), comments };
  }

  private locator(): Locate {
    const { text, places } = this;
    const at = lineTable(text);
    return (pointer, part = 'value') => {
      const place = places.get(pointer);
      if (!place) return undefined;
      const last = endOfMembers(text, ...place.value);
      const [start, end] = part === 'end' ? [last, last] : place[part];
      return { start: at(start), end: at(end) };
    };
  }

  /**
   * @returns whether every comment stands above what it is about, so that nobody can take it for the end of more, and
   * empty lines are empty
   */
  private splitLines(): boolean {
    const { text } = this;
    let indented = 0;
    let follows = true;
    for (let next = 0; next < text.length;) {
      const found = text.indexOf('\n', next);
      const end = found === -1 ? text.length : found;
      let start = next;
      while (text[start] === ' ') start++;
      const column = start - next;
      const isComment = text[start] === '#';
      if (isComment) {
        this.comments.push({ text: text.slice(start, end), offset: start, behind: undefined });
        indented = Math.max(indented, column);
      } else if (start < end) {
        if (indented > column) return false;
        indented = 0;
        this.lines.push({ column, start, end, follows });
      } else if (column > 0) {
        // In a block these spaces can be text.
        return false;
      }
      follows = !isComment && start < end;
      next = end + 1;
    }
    return indented === 0;
  }

  /** What begins with the line that is read next. */
  private members(pointer: string, keyExtent: Extent | undefined): JsonValue | undefined {
    const { start, column } = this.lines[this.at] as Line;
    if (++this.depth > DEEPEST) return undefined;
    const value = this.matches(dash, start) ? this.list(pointer, column) : this.mapping(pointer, column);
    this.depth--;
    // Lines that go on from a text, or fit nowhere.
    if (value === undefined || (this.lines[this.at]?.column ?? 0) > column) return undefined;
    // It ends with the line of its last text.
    const extent = [start, Math.min((this.lines[this.at - 1] as Line).end + 1, this.text.length)] as const;
    this.place(pointer, keyExtent, extent);
    return value;
  }

  private list(pointer: string, column: number): JsonValue[] | undefined {
    const items: JsonValue[] = [];
    for (let line = this.lines[this.at]; line?.column === column; line = this.lines[this.at]) {
      const mark = this.matches(dash, line.start);
      if (!mark) break;
      const { length } = mark[0];
      line.start += length;
      line.column += length;
      const at = appendPointer(pointer, items.length);
      const isBlock = this.matches(key, line.start) !== undefined;
      const value = isBlock ? this.members(at, undefined) : this.value(at, line, column, undefined);
      if (value === undefined) return undefined;
      items.push(value);
    }
    return items;
  }

  private mapping(pointer: string, column: number): JsonValue | undefined {
    const members = new Map<string, JsonValue>();
    for (let line = this.lines[this.at]; line?.column === column; line = this.lines[this.at]) {
      const match = this.matches(key, line.start);
      const name = match?.[1];
      if (match === undefined || name === undefined || members.has(name)) return undefined;
      if (!isText(name) || name === '__proto__') return undefined;
      const extent = [line.start, line.start + name.length] as const;
      line.start += match[0].length;
      const at = appendPointer(pointer, name);
      const isBlock = this.isNothing(line);
      const value = isBlock ? this.inner(at, column, extent) : this.value(at, line, column, extent);
      if (value === undefined) return undefined;
      members.set(name, value);
    }
    return Object.fromEntries(members);
  }

  /** The block below a key. A list may begin where its key does. */
  private inner(pointer: string, column: number, keyExtent: Extent): JsonValue | undefined {
    this.at++;
    const line = this.lines[this.at];
    if (!line || line.column < column) return undefined;
    if (line.column === column && !this.matches(dash, line.start)) return undefined;
    return this.members(pointer, keyExtent);
  }

  /** What stands behind a key or a dash, which itself stands at a column. */
  private value(pointer: string, line: Line, column: number, keyExtent: Extent | undefined): JsonValue | undefined {
    const { start } = line;
    const mark = this.text[start];
    if (mark === '|' || mark === '>') return this.textBlock(pointer, line, column, keyExtent);
    const isQuoted = mark === '"' || mark === "'";
    const value =
      mark === '['
        ? this.words(pointer, line)
        : isQuoted
          ? this.quotedText(line, column)
          : this.plainText(line, column);
    if (value === undefined) return undefined;
    // Each has told where it ends: a text perhaps on a later line.
    const last = this.lines[this.at] as Line;
    this.place(pointer, keyExtent, [start, last.start]);
    if (!this.isNothing(last, mark === '[' || isQuoted ? undefined : pointer)) return undefined;
    this.at++;
    return value;
  }

  private plainText(first: Line, column: number): string | undefined {
    const texts: string[] = [];
    for (let line: Line | undefined = first; line; line = this.nextWithin(column)) {
      if (!this.matches(beginning, line.start)) return undefined;
      const whole = this.text.slice(line.start, line.end);
      const hash = whole.indexOf(' #');
      const text = withoutSpaces(hash === -1 ? whole : whole.slice(0, hash));
      if (text.includes(': ') || text.endsWith(':')) return undefined;
      if (hash !== -1 && (line !== first || this.isWithin(column))) return undefined;
      line.start += text.length;
      texts.push(text);
    }
    const value = texts.join(' ');
    return isText(value) ? value : undefined;
  }

  private quotedText(first: Line, column: number): string | undefined {
    const mark = this.text[first.start] as string;
    const texts: string[] = [];
    first.start++;
    for (let line: Line | undefined = first; line; line = this.nextWithin(column)) {
      const found = this.text.indexOf(mark, line.start);
      const isLast = found !== -1 && found < line.end;
      const whole = this.text.slice(line.start, isLast ? found : line.end);
      const text = isLast ? whole : withoutSpaces(whole);
      // An empty line, or what stands for one, is more than a space.
      if ((mark === '"' && text.includes('\\')) || (text === '' && !(isLast && line === first))) return undefined;
      texts.push(text);
      line.start += whole.length + (isLast ? 1 : 0);
      if (isLast) return texts.join(' ');
    }
    return undefined;
  }

  /** Goes on to the next line, if it goes on from the one before: further in than what they belong to. */
  private nextWithin(column: number): Line | undefined {
    return this.isWithin(column) ? this.lines[++this.at] : undefined;
  }

  private isWithin(column: number): boolean {
    const next = this.lines[this.at + 1];
    return next !== undefined && next.column > column && next.follows;
  }

  private words(pointer: string, line: Line): string[] | undefined {
    const words: string[] = [];
    let mark = '[';
    do {
      line.start++;
      this.skipSpaces(line);
      const { start } = line;
      if (mark === '[' && this.text[start] === ']') break;
      const quotes = this.matches(quoted, start);
      const found = quotes ?? this.matches(word, start);
      if (!found || !(quotes || isText(found[0]))) return undefined;
      line.start += found[0].length;
      this.place(appendPointer(pointer, words.length), undefined, [start, line.start]);
      words.push(quotes ? (quotes[1] ?? (quotes[2] as string)) : found[0]);
      this.skipSpaces(line);
      mark = this.text[line.start] ?? '';
    } while (mark === ',');
    return this.text[line.start++] === ']' ? words : undefined;
  }

  /** Lines that all begin at one column, further in than what they belong to. */
  private textBlock(
    pointer: string,
    { start }: Line,
    column: number,
    keyExtent: Extent | undefined,
  ): JsonValue | undefined {
    const header = this.matches(block, start);
    const inner = this.lines[this.at + 1]?.column ?? 0;
    if (!header || inner <= column) return undefined;
    const texts: string[] = [];
    let line = this.lines[++this.at];
    for (; line && line.column > column; line = this.lines[++this.at]) {
      if (line.column !== inner || !line.follows) return undefined;
      texts.push(this.text.slice(line.start, line.end));
    }
    const { end } = this.lines[this.at - 1] as Line;
    // What keeps the end of the last line needs one that ends.
    if (end === this.text.length) return undefined;
    this.place(pointer, keyExtent, [start, end + 1]);
    return texts.join(header[1] === '|' ? '\n' : ' ') + (header[2] === '-' ? '' : '\n');
  }

  private place(pointer: string, keyExtent: Extent | undefined, value: Extent): void {
    this.places.set(pointer, { key: keyExtent ?? value, value });
  }

  private skipSpaces(line: Line): void {
    while (this.text[line.start] === ' ') line.start++;
  }

  /**
   * Whether there is only a comment left of a line.
   * @param behind the text without quotes that it stands behind
   */
  private isNothing({ start, end }: Line, behind?: string): boolean {
    let at = start;
    while (this.text[at] === ' ') at++;
    if (at === end) return true;
    if (this.text[at] !== '#' || this.text[at - 1] !== ' ') return false;
    this.comments.push({ text: this.text.slice(at, end), offset: at, behind });
    return true;
  }

  private matches(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.text) ?? undefined;
  }
}

/** Other white space is text. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return text.slice(0, end);
}

/** Whether what stands there without quotes is text. */
function isText(plain: string): boolean {
  return !noText.test(plain) && !noTexts.has(plain.toLowerCase());
}
