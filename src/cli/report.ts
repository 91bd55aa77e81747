import type { Paint } from '../encoding/paint.js';
import { printable } from '../encoding/printable.js';
import type { PassportError } from '../errors.js';
import { formatDiagnostic } from '../report/plain.js';

/** An error that is not somebody's data, or its diagnostics where it is. */
export function formatError(error: PassportError, paint: Paint): string {
  const details = error.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, paint)).join('');
  if (details !== '') return details;
  const hint = error.hint === undefined ? '' : `  ${paint('label', 'hint:')} ${printable(error.hint)}\n`;
  return `${paint('bad', 'passport:')} ${printable(error.message)} ${paint('quiet', `[${error.code}]`)}\n${hint}`;
}
