import type { YAMLError } from 'yaml';
import { lineTable } from '../encoding/position.js';
import { type Edit, spliceText } from './edits.js';
import { quotingEdits } from './scalar-text.js';
import { quoteReceived } from '../validate/received.js';
import { layoutProblem } from './yaml-layout.js';
import type { SyntaxProblem } from './yaml-problem.js';
import { type IsWellFormed, wholeProblem } from './yaml-whole.js';

type LineTable = ReturnType<typeof lineTable>;

const MAX_LAYOUT_PROBLEMS = 8;
// What is read again, in characters, to look behind a line that is out of place.
const BUDGET = 1 << 18;

/**
 * What the parser's errors come down to, one a line. An error of one line, such as an unknown escape, is said each time.
 * One line out of place makes the parser complain of every line after it: of those, the first cause is said, and what is
 * still wrong once that is mended.
 */
export function syntaxProblems(
  text: string,
  errors: readonly YAMLError[],
  isWellFormed: IsWellFormed,
): SyntaxProblem[] {
  if (errors.length === 0) return [];
  const everywhere = wholeProblem(text, (errors[0] as YAMLError).pos[0], isWellFormed);
  if (everywhere) return [everywhere];
  const at = lineTable(text);
  const own = errors.flatMap((error) => problemOfLine(text, at, error) ?? []);
  const found = onePerLine([...layoutProblems(text, own, isWellFormed), ...own], at);
  return found.length > 0 ? found : [problemOfText(text, errors[0] as YAMLError)];
}

/** The first of each line. */
function onePerLine(problems: readonly SyntaxProblem[], at: LineTable): SyntaxProblem[] {
  const byLine = new Map<number, SyntaxProblem>();
  for (const problem of problems) {
    const { line } = at(problem.start);
    if (!byLine.has(line)) byLine.set(line, problem);
  }
  return [...byLine.values()].sort((a, b) => a.start - b.start);
}

/** Lines out of place: the first, then the first of what is left when that is mended, as long as it can be. */
function layoutProblems(text: string, own: readonly SyntaxProblem[], isWellFormed: IsWellFormed): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  // What is wrong within a line must not keep a text from being well-formed in which all lines are in their places.
  let edits = own.flatMap(({ repair }) => repair?.edits ?? []).sort((a, b) => a.span[0] - b.span[0]);
  const most = Math.min(MAX_LAYOUT_PROBLEMS, Math.max(1, Math.floor(BUDGET / (text.length + 1))));
  while (problems.length < most) {
    const mended = problems.length === 0 ? text : spliceText(text, edits);
    if (problems.length > 0 && isWellFormed(mended)) break;
    const problem = layoutProblem(mended);
    if (!problem) break;
    if (problems.length === 0) problems.push(problem);
    else problems.push(movedBack(problem, edits));
    const { repair } = problems.at(-1) as SyntaxProblem;
    if (!repair || repair.edits.some((edit) => edits.some((other) => isTouching(edit, other)))) break;
    edits = [...edits, ...repair.edits].sort((a, b) => a.span[0] - b.span[0]);
  }
  return problems;
}

function isTouching(a: Edit, b: Edit): boolean {
  return a.span[0] <= b.span[1] && b.span[0] <= a.span[1];
}

/** A problem of a text with edits, in the text without them. */
function movedBack(problem: SyntaxProblem, edits: readonly Edit[]): SyntaxProblem {
  const back = (offset: number): number => {
    let shift = 0;
    for (const { span, text } of edits) {
      const start = span[0] + shift;
      if (start + text.length > offset) return Math.min(offset - shift, span[1]);
      shift += text.length - (span[1] - span[0]);
    }
    return offset - shift;
  };
  const { repair } = problem;
  return {
    ...problem,
    start: back(problem.start),
    end: back(problem.end),
    repair: repair && {
      ...repair,
      edits: repair.edits.map(({ span, text }) => ({ span: [back(span[0]), back(span[1])], text })),
    },
  };
}

/** Errors that say nothing of other lines; undefined for the rest, and for what only seems to be one. */
function problemOfLine(text: string, at: LineTable, error: YAMLError): SyntaxProblem | undefined {
  const [start, end] = error.pos;
  const rest = text.slice(start, lineEnd(text, start));
  const said = (message: string, hint: string): SyntaxProblem => ({ message, hint, start, end });
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      // Of a key in the line below it is said, too, and there it is the layout that is wrong.
      if (!error.message.startsWith('Nested') || !/:(?:\s|$)/.test(rest)) return undefined;
      return secondColon(start, withoutComment(rest));
    case 'BAD_DQ_ESCAPE':
      return said(
        'an unknown escape sequence stands in double quotes',
        'write \\\\ for a backslash, or use single quotes',
      );
    case 'BAD_SCALAR_START':
      return badStart(text, start, rest);
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, start - at(start).column + 1, start, error.message, said);
    default:
      return undefined;
  }
}

function unexpected(
  text: string,
  lineStart: number,
  start: number,
  message: string,
  said: (message: string, hint: string) => SyntaxProblem,
): SyntaxProblem | undefined {
  const before = text.slice(lineStart, start).trimEnd();
  if (message.startsWith('Unexpected ,')) return said('a comma stands where nothing is listed', 'remove it');
  if (/[|>][-+0-9]{0,3}$/.test(before) && message.startsWith('Not a YAML token')) {
    return said('a text cannot begin with | or > on its own line unless it is in quotes', 'put the text in quotes');
  }
  if (!message.endsWith('at node end')) return undefined;
  if (/^,\s*$/.test(text.slice(start, lineEnd(text, start)))) {
    const edits: Edit[] = [{ span: [start, start + 1], text: '' }];
    const repair = { description: 'remove the comma', safe: true, edits };
    return { ...said('a comma stands behind a value', 'remove it: in YAML no line ends with one'), repair };
  }
  if (/["']$/.test(before)) {
    const hint = "put the whole text in quotes of one kind: in single ones a quote is written '', in double ones \\\"";
    return said('a text in quotes ends here, and more stands behind it', hint);
  }
  const template = /\{\{[^{}]{0,200}\}\}$/.exec(before);
  if (template) {
    const from = lineStart + template.index;
    return {
      ...templateProblem(text.slice(from, from + template[0].length)),
      start: from,
      end: from + template[0].length,
    };
  }
  if (/[\]}]$/.test(before)) {
    const hint = 'put the text in quotes: a [ or { at its beginning opens a list or mapping';
    return said('a list or mapping in brackets ends here, and more stands behind it', hint);
  }
  return undefined;
}

/** A line that is a comment from some place on, without that. */
function withoutComment(rest: string): string {
  const comment = / #/.exec(rest);
  return rest.slice(0, comment?.index ?? rest.length).trimEnd();
}

function secondColon(start: number, written: string): SyntaxProblem {
  const end = start + written.length;
  const message = 'a second ": " stands on this line, and only a key has one behind it';
  const curly = /^[“”„«]([^“”„«»"\\]*)[“”»]$/.exec(written);
  if (curly) {
    const edits: Edit[] = [
      { span: [start, start + 1], text: '"' },
      { span: [end - 1, end], text: '"' },
    ];
    const hint = 'put the text in straight quotes, " or \': to YAML others are letters';
    return { message, hint, start, end, repair: { description: 'write straight quotes', safe: true, edits } };
  }
  const edits = quotingEdits(written, start);
  // A word in small letters may be meant as a key.
  const safe = !/^[a-z_]{1,40}:/.test(written);
  const repair = edits && { description: 'put the text in quotes', safe, edits };
  return { message, hint: 'put the whole text in quotes', start, end, repair };
}

/** Of characters that YAML keeps for itself. */
function badStart(text: string, start: number, rest: string): SyntaxProblem {
  const written = withoutComment(rest);
  const mark = text.charAt(start);
  const before = text.slice(lastLineStart(text, start), start);
  const message = `a text cannot begin with ${mark} unless it is in quotes`;
  if (mark === '%' && before.endsWith('{')) {
    const hint = 'this looks like a line of a template: fill the template in first';
    return { message, hint, start, end: start + 1 };
  }
  // Within brackets it goes as far as a comma.
  const isAlone = /^\s*(?:- +)*(?:[^\s[\]{},"']{1,80}: +)?$/.test(before);
  const edits = isAlone ? quotingEdits(written, start) : undefined;
  const repair = edits && { description: 'put the text in quotes', safe: true, edits };
  return { message, hint: 'put the text in quotes', start, end: start + 1, repair };
}

/** Braces that a template is to be filled in for: to YAML a mapping within a mapping. */
export function templateProblem(written: string): { readonly message: string; readonly hint: string } {
  return {
    message: `${quoteReceived(written, '', 40)} belongs to a template, and nothing fills it in here`,
    hint: 'write what is to stand there; put the text in quotes if the braces belong to it',
  };
}

function lastLineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** An error of which nothing better is known. */
function problemOfText(text: string, error: YAMLError): SyntaxProblem {
  const [start, end] = error.pos;
  const [message, hint] = words(error);
  return { message, hint, start, end: Math.min(end, Math.max(start + 1, lineEnd(text, start))) };
}

function words({ code, message }: YAMLError): readonly [message: string, hint: string] {
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return [
        'a list or mapping stands where a key is expected',
        'check the indentation of this line and those around',
      ];
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return [
        'a key goes over more than one line',
        'a key and its colon stand on one line; check the indentation of the lines around',
      ];
    case 'TAB_AS_INDENT':
      return ['a tab is used as indentation', 'indent with spaces'];
    case 'BAD_INDENT':
      if (message.startsWith('Flow'))
        return [
          'a [ or { above is not closed, or its lines are not indented',
          'close it, and indent what stands within',
        ];
      return [
        'the indentation does not fit the lines above',
        'let the entries of one list or mapping start in the same column',
      ];
    case 'MISSING_CHAR':
      return missing(message);
    default:
      return ['this is not well-formed YAML', 'check the indentation, and quote texts with special characters'];
  }
}

function missing(message: string): readonly [message: string, hint: string] {
  if (/Missing , /.test(message)) return ['there is no comma between two entries', 'write a comma between them'];
  if (/Missing space/.test(message)) return ['there is no space behind a colon', 'write a space behind the colon'];
  if (/^Comments/.test(message)) return ['there is no space in front of a #', 'write a space in front of a comment'];
  if (/need to be followed by map values/.test(message))
    return ['there is no colon behind a key', 'write a colon and a space behind it'];
  if (/without - indicator/.test(message))
    return ['there is no dash in front of an entry', 'check the indentation of this line and those around'];
  return ['something is missing here', 'check quotes, colons, commas and brackets around this place'];
}

function lineEnd(text: string, offset: number): number {
  const pattern = /[\r\n]|$/g;
  pattern.lastIndex = offset;
  return pattern.exec(text)?.index ?? text.length;
}
