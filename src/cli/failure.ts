import type { PassportError } from '../errors.js';
import type { Failure } from '../report/report.js';

/** What kept a run from being done, for a report. @param file the one that could not be read */
export function failureOf({ code, message, hint }: PassportError, file?: string): Failure {
  return { code, message, hint, file };
}
