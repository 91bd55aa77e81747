import type { Diagnostic, Severity } from '../diagnostic.js';
import type { Paint } from '../encoding/paint.js';

/** What a run of `validate` found, for whoever reads it. */
export interface Report {
  /** The version of this package. */
  readonly version: string;
  /** In the order in which they were named. */
  readonly files: readonly ReportedFile[];
  /** What kept the run, or a part of it, from being done. */
  readonly failures: readonly Failure[];
  /** Of the command. */
  readonly exitStatus: number;
}

export interface ReportedFile {
  /** As the caller named it, or the name given for standard input. */
  readonly file: string;
  /** What was read; undefined where it could not be decoded. */
  readonly text?: string | undefined;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Failure {
  /** `ERR_…` */
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  /** The file that could not be read, where it was one. */
  readonly file?: string | undefined;
}

export interface ReportOptions {
  /** Colours, for the formats that have any. */
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

/** A report as a text that ends with a newline, or is empty. Nothing in a source can act on what reads it. */
export type Formatter = (report: Report, options: ReportOptions) => string;

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export function countSeverities(files: readonly ReportedFile[]): Counts {
  const count = (severity: Severity): number =>
    files.reduce((sum, { diagnostics }) => sum + diagnostics.filter((one) => one.severity === severity).length, 0);
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

/** `2 errors`, `1 error`, `0 errors`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
