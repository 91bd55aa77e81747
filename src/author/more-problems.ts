import { compareDiagnostics, type Diagnostic, diagnose, isError } from '../diagnostic.js';
import { MAX_FINDINGS } from '../validate/finding.js';

// Nobody reads more than the first of a text that is wrong everywhere.
export const MAX_DIAGNOSTICS = 100;

const MORE = 'source/more-problems';

/**
 * The diagnostics in the order of the text, no more than `MAX_DIAGNOSTICS`: errors before the rest, and a last one that
 * says how many are left out.
 * @param notGiven how many more errors there are that are not given
 */
export function firstProblems(diagnostics: readonly Diagnostic[], notGiven = 0): readonly Diagnostic[] {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  if (sorted.length + notGiven <= MAX_DIAGNOSTICS) return sorted;
  const ranked = [...sorted.filter(isError), ...sorted.filter((diagnostic) => !isError(diagnostic))];
  const rest = ranked.slice(MAX_DIAGNOSTICS - 1);
  const first = rest[0] ?? (sorted.at(-1) as Diagnostic);
  const errors = rest.filter(isError).length + notGiven;
  const count = rest.length + notGiven;
  // What is found so often is not looked for to the end.
  const atLeast = sorted.length >= MAX_FINDINGS ? 'at least ' : '';
  const more = diagnose({
    ruleId: MORE,
    // What is left out is no graver for being left out.
    severity: errors > 0 ? 'error' : first.severity,
    message: `${atLeast}${count} more ${errors === count ? 'errors' : 'problems'} are not shown${errors > 0 && errors < count ? `, ${errors} of them errors` : ''}: the first is here`,
    file: first.file,
    range: first.range,
    hint: 'mend those that are shown first: some of the others may go with them',
  });
  return [...ranked.slice(0, MAX_DIAGNOSTICS - 1).sort(compareDiagnostics), more];
}
