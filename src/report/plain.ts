import type { Diagnostic } from '../diagnostic.js';
import type { Paint } from '../encoding/paint.js';
import { printable } from '../encoding/printable.js';
import { headline, joinWords, placeOf } from './headline.js';
import type { Formatter } from './report.js';

/** For screen readers and logs: words alone, whatever the terminal. */
export const plain: Formatter = ({ files }) =>
  files
    .flatMap(({ diagnostics }) => diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, (_, text) => text)))
    .join('');

/** The headline, and what belongs to it below. Nothing in it can act on a terminal. */
export function formatDiagnostic(diagnostic: Diagnostic, paint: Paint): string {
  const { file, hint, fix, related } = diagnostic;
  const below = (word: string, text: string): string => `  ${paint('label', `${word}:`)} ${text}\n`;
  return [
    `${headline(diagnostic, paint)}\n`,
    ...related.map((place) =>
      below('related', joinWords(placeOf(place.file ?? file, place.range), printable(place.message))),
    ),
    ...(hint === undefined ? [] : [below('hint', printable(hint))]),
    ...(fix === undefined ? [] : [below('fix', `${printable(fix.description)}${fix.safe ? '' : ' (unsafe)'}`)]),
  ].join('');
}
