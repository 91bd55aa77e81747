import type { Diagnostic } from '../diagnostic.js';
import { printable } from '../encoding/printable.js';
import type { PassportError } from '../errors.js';
import type { Paint, Tone } from '../encoding/paint.js';

const tones: Readonly<Record<Diagnostic['severity'], Tone>> = { error: 'bad', warning: 'warning', info: 'label' };

/** `file:line:col severity rule-id message`, and the hint below it. Nothing in it can act on a terminal. */
export function formatDiagnostic(diagnostic: Diagnostic, paint: Paint): string {
  const { file, range, severity, ruleId, message, hint } = diagnostic;
  const place = [file ?? '', ...(range ? [range.start.line, range.start.column] : [])]
    .map((part) => printable(String(part)))
    .join(':');
  const head = [place, paint(tones[severity], severity), paint('quiet', ruleId), printable(message)].filter(
    (part) => part !== '',
  );
  return `${head.join(' ')}\n${hint === undefined ? '' : `  ${paint('label', 'hint:')} ${printable(hint)}\n`}`;
}

/** An error that is not somebody's data, or its diagnostics where it is. */
export function formatError(error: PassportError, paint: Paint): string {
  const details = error.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, paint)).join('');
  if (details !== '') return details;
  const hint = error.hint === undefined ? '' : `  ${paint('label', 'hint:')} ${printable(error.hint)}\n`;
  return `${paint('bad', 'passport:')} ${printable(error.message)} ${paint('quiet', `[${error.code}]`)}\n${hint}`;
}
