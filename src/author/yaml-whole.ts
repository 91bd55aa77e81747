import { type Edit, spliceText } from './edits.js';
import type { SyntaxProblem } from './yaml-problem.js';

/** Whether a text reads as YAML: only asked of a text with repairs in it. */
export type IsWellFormed = (text: string) => boolean;

/**
 * What throws off every line of a text: it is the one thing to say.
 * @param first offset of the first thing that the parser complains of
 */
export function wholeProblem(text: string, first: number, isWellFormed: IsWellFormed): SyntaxProblem | undefined {
  return (
    fenced(text) ??
    markup(text) ??
    conflict(text) ??
    onlyCarriageReturns(text) ??
    tabs(text) ??
    lookalikes(text, first, isWellFormed)
  );
}

/** Answers of chat programs come in a fence. */
export function fenced(text: string): SyntaxProblem | undefined {
  const fences = [...text.matchAll(/^\ufeff?(?:`{3}|~{3})[^`\n]{0,40}$/gm)].slice(0, 3);
  const [open, close] = fences;
  if (!open) return undefined;
  const mark = open[0].startsWith('\ufeff') ? 1 : 0;
  const start = open.index + mark;
  const end = start + open[0].slice(mark).trimEnd().length;
  const before = text.slice(mark, start);
  const behind = close ? text.slice(close.index + close[0].length) : '';
  const message = 'this is a fence of Markdown, not YAML';
  const only = before.trim() === '' && behind.trim() === '' && fences.length < 3;
  if (!only && !close) {
    // A fence that closes, and none that opens.
    if (text.slice(end).trim() !== '') return undefined;
    const repair = { description: 'remove the fence', safe: true, edits: [withoutLine(text, start)] };
    return { message, hint: 'remove this line', start, end, repair };
  }
  const hint = only
    ? `remove ${close ? 'this line and the one that closes the fence' : 'this line'}: all of the file is YAML`
    : 'keep what stands between the fences, and nothing else';
  const edits = [withoutLine(text, start), ...(close ? [withoutLine(text, close.index)] : [])];
  const repair = only
    ? { description: close ? 'remove the fences' : 'remove the fence', safe: true, edits }
    : undefined;
  return { message, hint, start, end, repair };
}

function withoutLine(text: string, start: number): Edit {
  const end = text.indexOf('\n', start);
  return { span: [start, end === -1 ? text.length : end + 1], text: '' };
}

function markup(text: string): SyntaxProblem | undefined {
  const found = /^\s*<[!?a-z]/i.exec(text);
  if (!found) return undefined;
  const start = found[0].indexOf('<');
  return { message: 'this looks like HTML or XML, not YAML', hint: 'name the YAML file', start, end: start + 1 };
}

function conflict(text: string): SyntaxProblem | undefined {
  const found = /^<{7}(?= |$)/m.exec(text);
  if (!found || !/^={7}$/m.test(text) || !/^>{7}(?= |$)/m.test(text)) return undefined;
  return {
    message: 'two versions of these lines stand here: a merge was not finished',
    hint: 'keep the lines that are right, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>',
    start: found.index,
    end: found.index + 7,
  };
}

/** The parser knows no line but those that end with a line feed. */
export function onlyCarriageReturns(text: string): SyntaxProblem | undefined {
  const first = text.indexOf('\r');
  if (first === -1 || text.includes('\n') || text.slice(first).trim() === '') return undefined;
  const edits = [...text.matchAll(/\r/g)].map(({ index }): Edit => ({ span: [index, index + 1], text: '\n' }));
  return {
    message: 'the lines of this file end with a carriage return alone, which YAML readers take for no end of a line',
    hint: 'save the file with line ends of the kind LF, or CRLF',
    start: text.startsWith('\ufeff') ? 1 : 0,
    end: first,
    repair: { description: 'end the lines with a line feed', safe: true, edits },
  };
}

interface Line {
  readonly start: number;
  readonly indent: string;
  /** Behind the indentation. */
  readonly text: string;
}

const blockHeader = /(?:^|[:-][ \t]{1,20})[|>][-+0-9]{0,3}[ \t]*(?:#.*)?$/;

/** The lines that make keys and entries: nothing in a text below | or >, where every character may stand. */
function* structure(text: string): Generator<Line> {
  let within: number | undefined;
  const pattern = /[^\r\n]+/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const mark = match[0].startsWith('\ufeff') ? 1 : 0;
    const whole = match[0].slice(mark);
    const content = whole.trimStart();
    if (content === '' || content.startsWith('#')) continue;
    const indent = whole.slice(0, whole.length - content.length);
    if (within !== undefined && indent.length > within) continue;
    within = blockHeader.test(content.trimEnd()) ? indent.length : undefined;
    yield { start: match.index + mark, indent, text: content };
  }
}

function tabs(text: string): SyntaxProblem | undefined {
  if (!/^ *\t/m.test(text)) return undefined;
  const edits: Edit[] = [];
  const starts: number[] = [];
  let isMixed = false;
  let end = 0;
  for (const { start, indent } of structure(text)) {
    const at = indent.indexOf('\t');
    if (indent.startsWith(' ')) isMixed = true;
    if (at === -1) continue;
    if (starts.length === 0) end = start + indent.length;
    starts.push(start + at);
    for (const { index } of indent.matchAll(/\t/g))
      edits.push({ span: [start + index, start + index + 1], text: '  ' });
  }
  const [start] = starts;
  if (start === undefined) return undefined;
  return {
    message: `a tab is used as indentation${andMore(starts.length - 1)}`,
    hint: 'indent with spaces',
    start,
    end,
    // How wide a tab was shown to the author, nobody knows; that matters only beside lines with spaces.
    repair: { description: 'write two spaces for each tab', safe: !isMixed, edits },
  };
}

function andMore(lines: number): string {
  return lines === 0 ? '' : lines === 1 ? ', here and in one more line' : `, here and in ${lines} more lines`;
}

const otherSpaces = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const hasLookalike = () => new RegExp(`[${otherSpaces}\\uff1a\\ufe55\\u2236]`);

/**
 * Characters that look like the spaces and colons of YAML where these are needed: of other keyboards, or copied.
 * @param first offset of what the parser complains of; -1 where it takes all for one text
 */
export function lookalikes(text: string, first: number, isWellFormed: IsWellFormed): SyntaxProblem | undefined {
  if (!hasLookalike().test(text)) return undefined;
  const behind = new RegExp(`^((?:-(?: {1,20}))?(?:"[\\w-]{1,80}"|[A-Za-z_][\\w-]{0,80}):|-)[${otherSpaces}]+`);
  const colon = new RegExp(
    `^((?:- {1,20})?([A-Za-z_][\\w-]{0,80}))[ ${otherSpaces}]{0,20}[\\uff1a\\ufe55\\u2236][ ${otherSpaces}]{0,20}`,
  );
  const edits: Edit[] = [];
  let lines = 0;
  let found: { readonly message: string; readonly start: number; readonly end: number } | undefined;
  for (const { start, indent, text: content } of structure(text)) {
    const own: Edit[] = [];
    let message = '';
    if (/[^ \t]/.test(indent)) {
      // An ideographic space is two columns wide.
      own.push({ span: [start, start + indent.length], text: indent.replace(/\u3000/g, '  ').replace(/[^ \t]/g, ' ') });
      message = `the spaces at the beginning of this line are not all plain ones: ${namesOf(indent)} is among them`;
    }
    const from = start + indent.length;
    const [gap = '', mark = ''] = behind.exec(content) ?? [];
    const [wide = '', before = '', name = ''] = colon.exec(content) ?? [];
    if (gap !== '') {
      own.push({ span: [from + mark.length, from + gap.length], text: ' ' });
      message ||= `what stands behind ${mark === '-' ? 'this dash' : 'this colon'} is no plain space, but ${namesOf(gap.slice(mark.length))}`;
    } else if (wide !== '') {
      own.push({
        span: [from + before.length, from + wide.length],
        text: wide.length === content.trimEnd().length ? ':' : ': ',
      });
      message ||= `the colon behind ${name} is not the one of YAML, but a wide one (${codeOf(wide.trimEnd().at(-1) ?? '')})`;
    }
    if (own.length === 0) continue;
    lines++;
    for (const edit of own) edits.push(edit);
    const { span } = own[0] as Edit;
    // The character itself: it can hardly be told from the right one by eye.
    found ??= { message, start: span[0], end: span[1] };
  }
  if (!found) return undefined;
  // Where the text has other errors, too, the parser stumbles over these characters soon.
  const isNear = first >= found.start && text.slice(found.start, first).split('\n', 4).length < 4;
  if (!isNear && !isWellFormed(spliceText(text, edits))) return undefined;
  return {
    ...found,
    message: `${found.message}${lines > 1 ? `; ${lines - 1} more ${lines === 2 ? 'line has' : 'lines have'} the like` : ''}`,
    hint: 'write spaces with the space bar, and a colon as : with a space behind it',
    repair: { description: 'write plain spaces and colons', safe: true, edits },
  };
}

const names: Readonly<Record<string, string>> = { '\u00a0': 'a no-break space', '\u3000': 'an ideographic space' };

function namesOf(spaces: string): string {
  const [other = ''] = /[^ \t:]/.exec(spaces) ?? [];
  return `${names[other] ?? 'another space'} (${codeOf(other)})`;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
