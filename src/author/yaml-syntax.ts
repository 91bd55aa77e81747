import type { YAMLError } from 'yaml';
import { lineTable } from '../encoding/position.js';
import { layoutProblem } from './yaml-layout.js';

/** Something that keeps a text from being YAML, in our words, with the offsets that show it. */
export interface SyntaxProblem {
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}

type LineTable = ReturnType<typeof lineTable>;

/**
 * What the parser's errors come down to. An error of one line, such as an unknown escape, is said each time. One line
 * out of place makes the parser complain of every line after it: of those, only the first cause is said.
 */
export function syntaxProblems(text: string, errors: readonly YAMLError[]): SyntaxProblem[] {
  if (errors.length === 0) return [];
  const everywhere = wholeText(text);
  if (everywhere) return [everywhere];
  const at = lineTable(text);
  const own = errors.flatMap((error) => problemOfLine(text, at, error) ?? []);
  const layout = layoutProblem(text);
  const apart = own.filter(({ start }) => !layout || at(start).line !== at(layout.start).line);
  if (layout) return [...apart, layout].sort((a, b) => a.start - b.start);
  return own.length > 0 ? own : [problemOfText(text, errors[0] as YAMLError)];
}

/** What throws off every line after it: it is the one thing to say. */
function wholeText(text: string): SyntaxProblem | undefined {
  const tab = /^ *\t[ \t]*(?=[^\s#])/m.exec(text);
  if (tab) {
    return {
      message: 'a tab is used as indentation',
      hint: 'indent with spaces',
      start: tab.index + tab[0].indexOf('\t'),
      end: tab.index + tab[0].length,
    };
  }
  const markup = /^\s*<[!?a-z]/i.exec(text);
  if (markup) {
    const start = markup[0].indexOf('<');
    return { message: 'this looks like HTML or XML, not YAML', hint: 'name the YAML file', start, end: start + 1 };
  }
  const conflict = /^<{7}(?= |$)/m.exec(text);
  if (conflict && /^={7}$/m.test(text) && /^>{7}(?= |$)/m.test(text)) {
    return {
      message: 'two versions of these lines stand here: a merge was not finished',
      hint: 'keep the lines that are right, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>',
      start: conflict.index,
      end: conflict.index + 7,
    };
  }
  return undefined;
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
      return {
        message: 'a second ": " stands on this line',
        hint: /[“”„«»]/.test(rest)
          ? 'put the text in straight quotes, " or \': to YAML others are letters'
          : 'put a text that holds ": " in quotes',
        start,
        end: start + rest.trimEnd().length,
      };
    case 'BAD_DQ_ESCAPE':
      return said(
        'an unknown escape sequence stands in double quotes',
        'write \\\\ for a backslash, or use single quotes',
      );
    case 'BAD_SCALAR_START':
      return said('a text cannot start with this character unless it is in quotes', 'put the text in quotes');
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
    return said('a comma stands behind a value', 'remove it: in YAML no line ends with one');
  }
  if (/["']$/.test(before)) {
    const hint = "put the whole text in quotes of one kind: in single ones a quote is written '', in double ones \\\"";
    return said('a text in quotes ends here, and more stands behind it', hint);
  }
  if (/[\]}]$/.test(before)) {
    const hint = 'put the text in quotes: a [ or { at its beginning opens a list or mapping';
    return said('a list or mapping in brackets ends here, and more stands behind it', hint);
  }
  return undefined;
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
