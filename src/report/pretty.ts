import type { Diagnostic, Range, Related } from '../diagnostic.js';
import { displayWidth } from '../encoding/display-width.js';
import { printable } from '../encoding/printable.js';
import { catalogue, isRuleId } from '../validate/catalogue.js';
import { type Frame, framesOf, type Mark } from './code-frame.js';
import { head, joinWords, lineStart, placeOf, tones } from './headline.js';
import type { Formatter, ReportOptions } from './report.js';

/** For people at a terminal: each problem in the source where it stands, and the way out. */
export const pretty: Formatter = ({ files }, options) => {
  const frames = new Map(
    files.flatMap(({ file, text, diagnostics }) =>
      text === undefined ? [] : [[file, lazyFrame(text, () => secretsOf(diagnostics, file))]],
    ),
  );
  return files
    .flatMap(({ file, diagnostics }) =>
      diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, diagnostic.file ?? file, frames, options)),
    )
    .join('\n');
};

/** Most sources have no problem, and need no look at what may be shown of them. */
function lazyFrame(text: string, secrets: () => Range[]): Frame {
  let frame: Frame | undefined;
  return (marks, options) => (frame ??= framesOf(text, secrets()))(marks, options);
}

function secretsOf(diagnostics: readonly Diagnostic[], name: string): Range[] {
  return diagnostics.flatMap(({ ruleId, file = name, range }) =>
    ruleId === 'text/secret' && file === name && range ? range : [],
  );
}

function formatDiagnostic(
  diagnostic: Diagnostic,
  file: string,
  frames: ReadonlyMap<string, Frame>,
  options: ReportOptions,
): string {
  const { severity, ruleId, range, message, hint, fix, related } = diagnostic;
  const { paint, width } = options;
  const begin = { ...diagnostic, file };
  const beginWidth = displayWidth(head(begin, (_, text) => text));
  let text = `${head(begin, paint)}${wrap(printable(message), beginWidth, 4, width)}\n`;
  const below = (word: string, said: string): string =>
    `  ${paint('label', `${word}:`)}${wrap(said, word.length + 3, 4, width)}\n`;

  const marks: Mark[] = [];
  const elsewhere: Related[] = [];
  if (range) marks.push({ range, label: labelOf(diagnostic), isMain: true, tone: tones[severity] });
  for (const place of related) {
    if (place.range && (place.file ?? file) === file) marks.push(secondMark(place.range, place.message));
    else elsewhere.push(place);
  }
  text += frames.get(file)?.(marks, options) ?? '';
  for (const place of frames.has(file) ? elsewhere : related) {
    const itsFile = place.file ?? file;
    text += below('related', joinWords(placeOf(itsFile, place.range), printable(place.message)));
    if (place.range) text += frames.get(itsFile)?.([secondMark(place.range, '')], options) ?? '';
  }
  if (hint !== undefined) text += below('hint', printable(hint));
  if (fix) text += below('fix', `${printable(fix.description)}${fix.safe ? '' : ' (unsafe)'}`);
  // In one line, to be copied.
  return `${text}  ${paint('label', 'docs:')} passport explain ${printable(ruleId)}\n`;
}

/** The message says what is wrong here; the label, what kind of thing that is. */
function labelOf({ ruleId, severity }: Diagnostic): string {
  return isRuleId(ruleId) ? catalogue[ruleId].summary : severity;
}

function secondMark(range: Range, label: string): Mark {
  return { range, label, isMain: false, tone: 'label' };
}

/** A text behind what a line begins with, going on in further lines. No word is broken: it may be a path to copy. */
function wrap(text: string, taken: number, indent: number, width: number): string {
  let wrapped = '';
  let column = taken;
  for (const word of text.split(' ')) {
    const wordWidth = displayWidth(word);
    const fits = column + 1 + wordWidth <= width || column <= indent;
    wrapped += fits ? ` ${word}` : `\n${' '.repeat(indent)}${lineStart(word)}`;
    column = (fits ? column + 1 : indent) + wordWidth;
  }
  return wrapped;
}
