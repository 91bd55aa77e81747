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

/** One stretch of the file replaced by a text; an empty stretch is an insertion. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** A change that mends a problem. */
export interface Fix {
  /** What it does, in the imperative. */
  readonly description: string;
  /** Whether it can only be what the author meant. Others are applied when asked for, and no sooner. */
  readonly safe: boolean;
  /** In the order of the text; none touches another. */
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to a problem, such as the first of two that are the same. */
export interface Related {
  readonly message: string;
  readonly range?: Range | undefined;
  /** RFC 6901 pointer of the value there, where there is one. */
  readonly pointer?: string | undefined;
  /** The file, where it is another one. */
  readonly file?: string | undefined;
}

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
  /** What could stand in the range instead, the most likely first. */
  readonly suggestions: readonly string[];
  readonly fix?: Fix | undefined;
  /** The rule's page, below the root of this package. */
  readonly docs: string;
  readonly related: readonly Related[];
}

/** What a diagnostic is made from: the rest of it follows. */
export type DiagnosticFields = Omit<Diagnostic, 'docs' | 'suggestions' | 'related'> & {
  readonly suggestions?: readonly string[] | undefined;
  readonly related?: readonly Related[] | undefined;
};

export function diagnose(fields: DiagnosticFields): Diagnostic {
  const { suggestions = [], related = [] } = fields;
  return { ...fields, suggestions, related, docs: docsOf(fields.ruleId) };
}

/** Where the page of a rule is, below the root of this package. */
export function docsOf(ruleId: string): string {
  return `docs/rules/${ruleId}.md`;
}

export function isError(diagnostic: { readonly severity: Severity }): boolean {
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
