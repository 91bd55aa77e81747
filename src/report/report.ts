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
  /** The lowest severity that the run fails on; `error` where left out. */
  readonly failOn?: Severity | 'never' | undefined;
  /** More warnings than this make it fail, too. */
  readonly maxWarnings?: number | undefined;
}

export interface ReportedFile {
  /** As the caller named it, or the name given for standard input. */
  readonly file: string;
  /** What was read; undefined where it could not be decoded. */
  readonly text?: string | undefined;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** It is no source, but what sources are judged with, and is wrong itself. */
  readonly isInput?: boolean | undefined;
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

export const ranks: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** The files that were checked. */
export function sourcesOf({ files }: Pick<Report, 'files'>): readonly ReportedFile[] {
  return files.filter(({ isInput }) => isInput !== true);
}

/** Why a run failed whose diagnostics do not say so, each being below what it fails on. */
export function tooManyWarnings({ files, maxWarnings }: Report): string | undefined {
  const { warning } = countSeverities(files);
  if (maxWarnings === undefined || warning <= maxWarnings) return undefined;
  return `${counted(warning, 'warning')}, and --max-warnings allows ${maxWarnings}`;
}

/** `2 errors`, `1 error`, `0 errors`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
