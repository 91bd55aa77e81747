import type { Diagnostic, Range } from '../diagnostic.js';
import type { Paint, Tone } from '../encoding/paint.js';
import { printable } from '../encoding/printable.js';

export const tones: Readonly<Record<Diagnostic['severity'], Tone>> = {
  error: 'bad',
  warning: 'warning',
  info: 'label',
};

/** `file:line:col severity rule-id message`. Nothing in it can act on a terminal, or on who reads a log. */
export function headline(diagnostic: Diagnostic, paint: Paint): string {
  return joinWords(head(diagnostic, paint), printable(diagnostic.message));
}

/** The same without the message. */
export function head({ file, range, severity, ruleId }: Diagnostic, paint: Paint): string {
  return joinWords(placeOf(file, range), paint(tones[severity], severity), paint('quiet', printable(ruleId)));
}

/** `file:line:col`, as far as they are known. */
export function placeOf(file: string | undefined, range: Range | undefined): string {
  return lineStart(printable([file ?? '', ...(range ? [range.start.line, range.start.column] : [])].join(':')));
}

/** A text that begins a line. A line that begins with two colons, blanks before them or not, is an order to GitHub. */
export function lineStart(text: string): string {
  return text.replace(/^(\s*):(?=:)/, '$1\\u{3a}');
}

export function joinWords(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}
