import type { Diagnostic, Range, Severity } from '../diagnostic.js';

/** A problem in a value, before anyone has looked up where in the text it stands. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** RFC 6901 pointer into the value. */
  readonly pointer: string;
  /** Whether the member's name is at fault or its value. */
  readonly part?: 'key' | 'value';
  readonly hint?: string | undefined;
}

/** Where in the text a value or its name stands; `undefined` where the text has no such place. */
export type Locate = (pointer: string, part?: 'key' | 'value') => Range | undefined;

/** The finding with its place: that of the nearest ancestor where the text has none of its own. */
export function toDiagnostic(finding: Finding, locate?: Locate, file?: string): Diagnostic {
  const { ruleId, severity, message, pointer, part, hint } = finding;
  let range = locate?.(pointer, part);
  for (let at = pointer; !range && at !== '';) {
    at = at.slice(0, at.lastIndexOf('/'));
    range = locate?.(at, 'key');
  }
  return { ruleId, severity, message, file, range, pointer, hint };
}
