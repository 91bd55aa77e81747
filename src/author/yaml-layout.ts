import type { Edit } from './edits.js';
import type { SyntaxProblem } from './yaml-problem.js';

/**
 * Why the lines of a text do not make blocks: the first that is indented wrongly, or has no colon or dash, or opens a
 * quote or bracket that is not closed. Where the parser of YAML loses its way it complains of all that follows; this
 * reads only as much as is needed to say what came first, and says nothing where it is not sure.
 */
export function layoutProblem(text: string): SyntaxProblem | undefined {
  return new LayoutReader(text).read();
}

interface Line {
  /** Offset of its first character that is no space, and behind its last. */
  readonly start: number;
  readonly end: number;
  /** Spaces in front. */
  readonly indent: number;
  readonly text: string;
}

/** What was read last in a block: a key or a dash, and whether something stands behind it. */
interface Entry {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Nothing yet: what is indented further belongs to it. */
  awaits: boolean;
  /** Plain text, which goes on in lines that are indented further. */
  readonly plain: boolean;
}

interface Block {
  readonly column: number;
  readonly isList: boolean;
  entry: Entry;
  /** Entries of a list are mappings. */
  ofMappings: boolean;
  count: number;
  /** The last key that came back to this block from others, which it closed. */
  back?: { readonly line: Line; readonly closed: readonly Block[] };
}

// A key that YAML would take for one, in quotes or not; what follows it is in the second group.
const keyPattern =
  /^("(?:[^"\\]|\\.){0,200}"|'(?:[^']|''){0,200}'|[^\s"'#&*!|>%@`[\]{},?:-][^\n#:]{0,200}?)\s{0,20}:(?=\s|$)(.*)$/s;
const gluedKey = /^([A-Za-z_][\w-]{0,80}):(?=[^\s:/])/;

class LayoutReader {
  private readonly lines: readonly Line[];
  private readonly blocks: Block[] = [];
  /** Lines before this one have been read. */
  private next = 0;
  private problem: SyntaxProblem | undefined;

  constructor(private readonly source: string) {
    this.lines = linesOf(source);
  }

  read(): SyntaxProblem | undefined {
    while (!this.problem && this.next < this.lines.length) {
      const line = this.lines[this.next] as Line;
      this.next++;
      if (/^(?:---|\.\.\.)(?:\s|$)/.test(line.text) && line.indent === 0) this.blocks.length = 0;
      else if (/^\?\s/.test(line.text)) return undefined;
      else this.line(line);
    }
    return this.problem;
  }

  private line(line: Line): void {
    const closed: Block[] = [];
    while (this.blocks.length > 0 && (this.blocks.at(-1) as Block).column > line.indent) {
      closed.unshift(this.blocks.pop() as Block);
    }
    const block = this.blocks.at(-1);
    const isDash = /^-(?:\s|$)/.test(line.text);
    if (block && this.cameBackTooFar(line, block, closed, isDash)) return;
    if (!block) {
      if (closed.length > 0) this.misfit(line, closed, undefined);
      else this.open(line, isDash);
    } else if (line.indent > block.column) this.within(line, block, closed, isDash);
    else this.beside(line, block, closed, isDash);
  }

  /**
   * A key that is not indented as far as those around it ends their block, and the parser complains of the next key that
   * is: it is the one in between that is out of its column.
   */
  private cameBackTooFar(line: Line, block: Block, closed: readonly Block[], isDash: boolean): boolean {
    const { back, entry } = block;
    if (!back || line.indent <= block.column || isDash || !keyPattern.test(line.text)) return false;
    if (closed.length === 0 && entry.awaits) return false;
    if (!back.closed.some(({ column, isList }) => column === line.indent && !isList)) return false;
    this.say(back.line, 'this line is not indented as far as those around it', `begin it in column ${line.indent + 1}`);
    this.move(back.line, line.start, line.indent - back.line.indent);
    return true;
  }

  /** A line that is indented further than the block above it. */
  private within(line: Line, block: Block, closed: readonly Block[], isDash: boolean): void {
    if (closed.length > 0) this.misfit(line, closed, block);
    else if (block.entry.awaits) {
      block.entry.awaits = false;
      this.open(line, isDash);
    } else if (!isDash && keyPattern.test(line.text)) {
      const { name } = block.entry;
      this.say(
        line,
        `this line is indented further than ${name === '-' ? 'the entry' : name} above, which has a value already`,
        `begin it in column ${block.column + 1}, or wherever the keys that it belongs to begin`,
      );
      this.move(line, this.endOfNested(line.indent - 1), block.column - line.indent);
    } else if (!block.entry.plain) this.skipValue(line);
  }

  /** A line that begins where the block does. */
  private beside(line: Line, block: Block, closed: readonly Block[], isDash: boolean): void {
    if (block.isList) return this.besideDash(line, block, closed, isDash);
    if (isDash) {
      if (block.entry.awaits) {
        block.entry.awaits = false;
        this.open(line, true);
      } else this.say(line, 'a dash stands among keys', 'indent the list further than the key that it belongs to');
      return;
    }
    if (closed.length > 0 && keyPattern.test(line.text)) block.back = { line, closed };
    this.member(line, block);
  }

  private besideDash(line: Line, block: Block, closed: readonly Block[], isDash: boolean): void {
    if (isDash) {
      const waiting = closed.find(({ entry }) => entry.awaits);
      const content = line.text.slice(1).trim();
      if (waiting && block.ofMappings && content !== '' && !keyPattern.test(content)) {
        const hint = `let the dash begin in column ${waiting.column + 1} or further right`;
        this.say(line, `this entry is not indented as far as ${waiting.entry.name}, to which it seems to belong`, hint);
      } else this.entries(line, block);
      return;
    }
    // The list may stand in the column of its key; then a key there goes on with the mapping.
    const outer = this.blocks.at(-2);
    if (outer && !outer.isList && outer.column === block.column) {
      this.blocks.pop();
      this.member(line, outer);
    } else if (/^-[^\s-]/.test(line.text)) this.dashWithoutSpace(line);
    else
      this.withoutDash(
        line,
        closed.find((inner) => !inner.isList),
      );
  }

  /** @param inner the mapping above, which the line may be meant for */
  private withoutDash(line: Line, inner: Block | undefined): void {
    if (inner && keyPattern.test(line.text)) {
      const hint = `begin it in column ${inner.column + 1}, or put a dash in front if it begins another entry`;
      this.say(line, `this line is not indented as far as ${inner.entry.name} above`, hint);
      this.move(line, this.endOfNested(inner.column), inner.column - line.indent);
    } else if (inner) {
      const { name } = inner.entry;
      this.say(line, `this line is indented less than ${name} above`, `indent it further if it belongs to ${name}`);
    } else {
      const hint = 'put a dash and a space in front, or indent the line further if it goes on from the one above';
      this.say(line, 'there is no dash in front of this line, as there is above', hint);
    }
  }

  private misfit(line: Line, closed: readonly Block[], block: Block | undefined): void {
    const columns = [...(block ? [block.column] : []), ...closed.map(({ column }) => column)];
    const following = this.lines[this.next];
    const [outer] = closed;
    if (outer?.count === 1 && !outer.isList && !outer.entry.awaits && following?.indent === line.indent) {
      const first = this.lines.find(({ start }) => start === outer.entry.start);
      if (first && keyPattern.test(line.text)) {
        this.say(first, 'this line is indented further than those below it', `begin it in column ${line.indent + 1}`);
        this.move(first, line.start, line.indent - first.indent);
        return;
      }
    }
    const waiting = closed.find(({ entry }) => entry.awaits);
    if (waiting && /^-(?:\s|$)/.test(line.text)) {
      const hint = `let the dash begin in column ${waiting.column + 1} or further right`;
      this.say(line, `this entry is not indented as far as ${waiting.entry.name}, to which it seems to belong`, hint);
      return;
    }
    // The lines below go on in the column that is meant, if they go on at all.
    const next = this.lines.slice(this.next, this.next + 50).find(({ indent }) => columns.includes(indent));
    const wanted = next && next.indent >= line.indent ? [next.indent] : columns;
    const list = [...new Set(wanted)].map((column) => column + 1).join(' or ');
    this.say(line, `the indentation of this line fits none of the lines above`, `begin it in column ${list}`);
    const [column] = wanted;
    if (column !== undefined && wanted.length === 1) {
      this.move(line, this.endOfNested(Math.max(line.indent, column)), column - line.indent);
    }
  }

  private open(line: Line, isDash: boolean): void {
    const entry: Entry = { name: '', start: line.start, end: line.end, awaits: false, plain: true };
    const block: Block = { column: line.indent, isList: isDash, entry, ofMappings: false, count: 0 };
    const isFirst = this.blocks.length === 0;
    if (isDash) {
      this.blocks.push(block);
      this.entries(line, block);
    } else if (keyPattern.test(line.text) || (isFirst && /^[\w-]/.test(line.text))) {
      this.blocks.push(block);
      this.member(line, block);
    } else if (this.goesOnWithKey(line)) {
      this.blocks.push(block);
      if (/^-[^\s-]/.test(line.text)) this.dashWithoutSpace(line);
      else this.notAKey(line, block);
    } else this.value(line, line.start, line.indent - 1);
  }

  /** A text does not: the line itself should have been a key. */
  private goesOnWithKey(line: Line): boolean {
    const following = this.lines[this.next];
    return (
      following !== undefined &&
      following.indent >= line.indent &&
      keyPattern.test(following.text) &&
      !/^["'[{|>]/.test(line.text)
    );
  }

  private dashWithoutSpace(line: Line): void {
    this.say(line, 'there is no space behind this dash', `write - ${short(line.text.slice(1))}`, 1);
    this.mend('put a space behind the dash', true, [{ span: [line.start + 1, line.start + 1], text: ' ' }]);
  }

  /** A dash and what stands behind it, which may be the first key of a mapping, or another dash. */
  private entries(line: Line, block: Block): void {
    const rest = line.text.slice(1).trimStart();
    const gap = line.text.length - rest.length;
    const inner: Line = { ...line, start: line.start + gap, indent: line.indent + gap, text: rest };
    block.entry = { name: '-', start: line.start, end: line.start + 1, awaits: isNothing(rest), plain: true };
    if (block.entry.awaits) return;
    const isDash = /^-(?:\s|$)/.test(rest);
    if (isDash || keyPattern.test(rest)) {
      block.ofMappings = !isDash;
      this.open(inner, isDash);
    } else this.value(inner, inner.start, block.column);
  }

  private member(line: Line, block: Block): void {
    const match = keyPattern.exec(line.text);
    if (!match) {
      this.notAKey(line, block);
      return;
    }
    const [, key = '', rest = ''] = match;
    block.count++;
    const value = rest.trimStart();
    const start = line.end - value.length;
    block.entry = {
      name: short(key.trim()),
      start: line.start,
      end: line.start + key.length,
      awaits: isNothing(value),
      plain: !/^["'[{|>]/.test(value),
    };
    if (!block.entry.awaits) this.value({ ...line, text: value }, start, block.column);
  }

  private notAKey(line: Line, block: Block): void {
    const glued = gluedKey.exec(line.text);
    if (glued) {
      const name = glued[1] as string;
      this.say(
        line,
        `there is no space behind the colon of ${name}`,
        `write ${name}: and the value behind it`,
        name.length + 1,
      );
      const behind = line.start + name.length + 1;
      this.mend('put a space behind the colon', true, [{ span: [behind, behind], text: ' ' }]);
      return;
    }
    const [word = ''] = /^[\w-]{1,80}/.exec(line.text) ?? [];
    const following = this.lines[this.next];
    if (word !== '' && word === line.text.trim() && following && following.indent >= line.indent) {
      this.say(line, `there is no colon behind ${word}`, `write ${word}:`);
      // A word with nothing below it may as well be a piece of the text above.
      if (following.indent > line.indent || following.text.startsWith('- ')) {
        const behind = line.start + word.length;
        this.mend('put a colon behind it', true, [{ span: [behind, behind], text: ':' }]);
      }
    } else if (word !== '' && /^\s*=/.test(line.text.slice(word.length))) {
      this.say(
        line,
        `there is an equals sign behind ${word} instead of a colon`,
        `write ${word}: and the value behind it`,
      );
      const sign = /^\s*=\s*/.exec(line.text.slice(word.length))?.[0] ?? '';
      const from = line.start + word.length;
      const by = from + sign.length === line.end ? ':' : ': ';
      this.mend('write a colon instead', true, [{ span: [from, from + sign.length], text: by }]);
    } else if (/^[@%`]/.test(line.text)) {
      const mark = line.text.charAt(0);
      const hint = `put the text in quotes, or indent the line further if it goes on from the one above`;
      this.say(line, `a key or text cannot begin with "${mark}" unless it is in quotes`, hint, 1);
    } else if (line.text.startsWith('//') || line.text.startsWith('/*')) {
      this.say(line, 'there is no colon in this line', 'a comment begins with #');
      if (line.text.startsWith('//')) {
        this.mend('make it a comment', true, [{ span: [line.start, line.start + 2], text: '#' }]);
      }
    } else {
      const { name } = block.entry;
      const above = name === '' ? '' : `, or indent the line further if it belongs to ${name}`;
      const key = /^[a-z_]+(?= )/.exec(line.text)?.[0];
      const hint =
        block.count === 1 && /^[A-Z]|\s/.test(name)
          ? `if ${name} begins a sentence, put the whole text in quotes`
          : `write ${key === undefined ? 'a key, a colon and a space in front' : `${key}: and the value behind it`}${above}`;
      this.say(line, 'there is no colon in this line', hint);
    }
  }

  /** Passes over what a value takes up. `column` is that of the key or dash that it belongs to. */
  private value({ text }: Line, start: number, column: number): void {
    if (/^[|>][-+0-9]{0,3}(?:\s|$)/.test(text)) {
      while (this.next < this.lines.length && (this.lines[this.next] as Line).indent > column) this.next++;
    } else if (/^["'[{]/.test(text)) this.delimited(start, column);
  }

  private skipValue(line: Line): void {
    this.value(line, line.start, line.indent - 1);
  }

  /** A text in quotes, or a list or mapping in brackets, which may go over several lines. */
  private delimited(start: number, column: number): void {
    const first = this.source.charAt(start);
    const isQuote = first === '"' || first === "'";
    const end = isQuote ? endOfQuote(this.source, start) : endOfFlow(this.source, start);
    // What it takes up must be indented further than its key; a bracket that closes may stand there.
    let escaped = false;
    for (; this.next < this.lines.length; this.next++) {
      const line = this.lines[this.next] as Line;
      if (end !== undefined && line.start >= end) break;
      const closes = end !== undefined && line.start === end - 1 && !isQuote;
      if (line.indent <= column && !closes) escaped = true;
    }
    if (escaped || end === undefined) {
      const what = isQuote ? 'quote' : first;
      const hint = isQuote
        ? `close it with ${first}, or put a text that holds quotes in the other kind`
        : `close it with ${first === '[' ? ']' : '}'}, or put a text that begins with ${first} in quotes`;
      this.problem = { message: `this ${what} is never closed`, hint, start, end: start + 1 };
    }
  }

  /** @param length how much of the line is shown; all of it where left out */
  private say(line: Line, message: string, hint: string, length = line.end - line.start): void {
    this.problem = { message, hint, start: line.start, end: line.start + length };
  }

  private mend(description: string, safe: boolean, edits: readonly Edit[]): void {
    if (this.problem) this.problem = { ...this.problem, repair: { description, safe, edits } };
  }

  /** The lines from one up to an offset begin further right, or left; where they belong is for the author to say. */
  private move(from: Line, end: number, columns: number): void {
    const moved = this.lines.filter(({ start }) => start >= from.start && start < end);
    if (moved.some(({ indent }) => indent + columns < 0)) return;
    const edits = moved.map(({ start }): Edit => {
      return columns > 0
        ? { span: [start, start], text: ' '.repeat(columns) }
        : { span: [start + columns, start], text: '' };
    });
    this.mend(moved.length === 1 ? 'move the line' : 'move the lines', false, edits);
  }

  /** Where the lines end that are indented further than a column, from the next one on. */
  private endOfNested(column: number): number {
    const end = this.lines.slice(this.next).find(({ indent }) => indent <= column);
    return end?.start ?? this.source.length + 1;
  }
}

/** Lines with something in them, comments left out. */
function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  const pattern = /[^\r\n]+/g;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const [whole] = match;
    const plain = whole.replace(/^\ufeff/, '');
    const text = plain.trimStart();
    if (text === '' || text.startsWith('#')) continue;
    const start = match.index + whole.length - text.length;
    const shown = text.trimEnd();
    lines.push({ start, end: start + shown.length, indent: plain.length - text.length, text: shown });
  }
  return lines;
}

function isNothing(text: string): boolean {
  return text === '' || text.startsWith('#');
}

function endOfQuote(source: string, start: number): number | undefined {
  const mark = source.charAt(start);
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (mark === '"' && character === '\\') at++;
    else if (character === mark) {
      if (mark === "'" && source.charAt(at + 1) === "'") at++;
      else return at + 1;
    }
  }
  return undefined;
}

function endOfFlow(source: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') {
      depth--;
      if (depth === 0) return at + 1;
    } else if ((character === '"' || character === "'") && /[[{,:]\s*$/.test(source.slice(Math.max(0, at - 20), at))) {
      const end = endOfQuote(source, at);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if (character === '#' && /\s/.test(source.charAt(at - 1))) {
      while (at < source.length && !/[\r\n]/.test(source.charAt(at))) at++;
    }
  }
  return undefined;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
