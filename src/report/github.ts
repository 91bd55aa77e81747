import type { Diagnostic, Range, Severity } from '../diagnostic.js';
import { printable } from '../encoding/printable.js';
import { placeOf } from './headline.js';
import { counted, type Formatter } from './report.js';

// GitHub keeps ten annotations a step of each kind, and drops the others in silence: the tenth says that there are more.
const MAX_ANNOTATIONS = 9;

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  /** As lines. */
  readonly text: readonly string[];
  readonly file?: string | undefined;
  readonly range?: Range | undefined;
}

/** For a run of GitHub Actions: workflow commands, which become annotations in the files. */
export const github: Formatter = ({ files, failures }) => {
  const annotations: Annotation[] = [
    ...failures.map(({ code, message, hint, file }): Annotation => {
      return { severity: 'error', title: code, text: linesOf(message, hint), file };
    }),
    ...files.flatMap(({ file, diagnostics }) => diagnostics.map((diagnostic) => annotate(diagnostic, file))),
  ];
  return (['error', 'warning', 'info'] as const)
    .flatMap((severity) =>
      commandsOf(
        severity,
        annotations.filter((one) => one.severity === severity),
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
};

function annotate({ severity, ruleId, message, hint, range, ...rest }: Diagnostic, reportedFile: string): Annotation {
  const { file = reportedFile } = rest;
  const text = linesOf(message, hint);
  // Standard input is no file to annotate.
  if (file !== '-') return { severity, title: ruleId, text, file, range };
  return { severity, title: ruleId, text: [`${placeOf(file, range)} ${text[0]}`, ...text.slice(1)] };
}

function linesOf(message: string, hint: string | undefined): string[] {
  return [printable(message), ...(hint === undefined ? [] : [`hint: ${printable(hint)}`])];
}

function commandsOf(severity: Severity, annotations: readonly Annotation[]): string[] {
  const lines = annotations.slice(0, MAX_ANNOTATIONS).map(commandOf);
  const left = annotations.length - MAX_ANNOTATIONS;
  if (left > 0) {
    const text = [`${counted(left, `more ${severity === 'info' ? 'notice' : severity}`)}: see the whole report`];
    lines.push(commandOf({ severity, title: 'passport validate', text }));
  }
  return lines;
}

function commandOf({ severity, title, text, file, range }: Annotation): string {
  const properties = { ...placeProperties(file, range), title };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(printable(value))}`);
  return `::${commands[severity]} ${written.join(',')}::${escapeData(text.join('\n'))}`;
}

/** The runner takes no columns where the range ends in another line. */
function placeProperties(file: string | undefined, range: Range | undefined): Record<string, string> {
  if (file === undefined || file === '') return {};
  if (!range) return { file };
  const { start, end } = range;
  const lines = { file, line: String(start.line), endLine: String(end.line) };
  return start.line === end.line ? { ...lines, col: String(start.column), endColumn: String(end.column) } : lines;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
