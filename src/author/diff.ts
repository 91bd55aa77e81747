import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import { printable } from '../encoding/printable.js';

export interface DiffOptions {
  /**
   * For people: control characters are shown escaped and line ends left out, so that nothing can act on a terminal.
   * Such a diff need not apply. Without it every byte is as it is, for `patch` and `git apply`, and not for terminals.
   */
  readonly printable?: boolean | undefined;
}

// Lines added and removed up to which the shortest difference is looked for: that takes their product of steps.
const MAX_CHANGED_LINES = 2000;

/**
 * What was changed in a file, as a unified diff that `patch -p0` and `git apply -p0` take; empty where nothing was.
 * @param file its name, quoted where it must be as git quotes it: no name makes a line of its own
 */
export function unifiedDiff(file: string, before: string, after: string, options: DiffOptions = {}): string {
  if (before === after) return '';
  const name = headerName(file);
  const limits = { context: 3, maxEditLength: MAX_CHANGED_LINES };
  const patch = structuredPatch('', '', before, after, '', '', limits) ?? replaced(before, after);
  const body = formatPatch(patch, OMIT_HEADERS);
  const shown = options.printable ? body.split('\n').map(showLine).join('\n') : body;
  return `--- ${name}\n+++ ${name}\n${shown}`;
}

function showLine(line: string): string {
  return printable(line.replace(/\r$/, ''));
}

/** All lines of one for all of the other: true, if not short. */
function replaced(before: string, after: string): Parameters<typeof formatPatch>[0] {
  const [removed, added] = [linesOf(before, '-'), linesOf(after, '+')];
  const count = (lines: readonly string[]): number => lines.filter((line) => !line.startsWith('\\')).length;
  const hunk = { oldStart: 1, oldLines: count(removed), newStart: 1, newLines: count(added) };
  return {
    oldFileName: '',
    newFileName: '',
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [{ ...hunk, lines: [...removed, ...added] }],
  };
}

function linesOf(text: string, sign: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const signed = lines.map((line) => sign + line);
  return text.endsWith('\n') ? signed : [...signed, '\\ No newline at end of file'];
}

const shortEscapes: Readonly<Record<number, string>> = {
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  34: '\\"',
  92: '\\\\',
};

/** As git writes a name: in quotes, byte by byte, where it has more than plain ASCII in it. */
function headerName(file: string): string {
  // Without a tab behind it a name would end at its first space.
  if (/^[\u0020-\u007e]+$/.test(file) && !/["\\]/.test(file)) return file.includes(' ') ? `${file}\t` : file;
  const bytes = [...new TextEncoder().encode(file)].map(
    (byte) =>
      shortEscapes[byte] ??
      (byte < 32 || byte > 126 ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte)),
  );
  return `"${bytes.join('')}"`;
}
