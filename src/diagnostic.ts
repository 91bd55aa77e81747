/** A place in a text: 1-based line and column (columns count UTF-16 code units), and the 0-based offset. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A half-open stretch of a text: `start` is its first character, `end` the first one after it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export type Severity = 'error' | 'warning' | 'info';

/** One problem found in somebody's data: what, where, and the way out. It never stops a run by itself. */
export interface Diagnostic {
  /** `group/kebab-case`, the same in every release. */
  readonly ruleId: string;
  readonly severity: Severity;
  /** What is wrong and why, lower-case, naming the field and the value received. */
  readonly message: string;
  /** The file as the caller named it, `-` for standard input. */
  readonly file?: string | undefined;
  readonly range?: Range | undefined;
  /** RFC 6901 pointer of the value meant, where there is one. */
  readonly pointer?: string | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}

/** Order for people: by file, then place, then rule. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.range?.start.offset ?? -1) - (b.range?.start.offset ?? -1) ||
    compareText(a.ruleId, b.ruleId)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
