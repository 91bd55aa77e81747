import type { Diagnostic } from '../diagnostic.js';
import type { PassportError } from '../errors.js';
import type { Failure, ReportedFile } from '../report/report.js';
import { exitCodeOf } from './exit-codes.js';

/** What kept a run from being done, for a report. @param file the one that could not be read or written */
export function failureOf(error: PassportError, file?: string): Failure {
  const { code, message, hint, diagnostics } = error;
  return { code, message, hint, file: file ?? error.file ?? diagnostics[0]?.file };
}

/** The files that a failure says something of, with what it says. @param text of the one file, where it is known */
export function failedFiles({ diagnostics }: PassportError, text?: string): ReportedFile[] {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { file = '-' } = diagnostic;
    const ofFile = byFile.get(file);
    if (ofFile) ofFile.push(diagnostic);
    else byFile.set(file, [diagnostic]);
  }
  return [...byFile].map(([file, own]) => ({
    file,
    diagnostics: own,
    isInput: true,
    ...(byFile.size === 1 && { text }),
  }));
}

/** That of the gravest: what could not be read may be anything. */
export function exitCodeOfFailures(failures: readonly Failure[]): number {
  return Math.max(...failures.map(({ code }) => exitCodeOf(code as PassportError['code'])));
}
