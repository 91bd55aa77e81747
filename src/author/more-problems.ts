import { compareDiagnostics, type Diagnostic, diagnose, isError } from '../diagnostic.js';

// Nobody reads more than the first of a text that is wrong everywhere.
export const MAX_DIAGNOSTICS = 100;

const MORE = 'source/more-problems';

/**
 * The diagnostics in the order of the text, no more than `MAX_DIAGNOSTICS`: errors before the rest, and a last one that
 * says how many are left out. What has been through here before comes back as it is.
 * @param uncounted how many more there are that are not given
 */
export function firstProblems(diagnostics: readonly Diagnostic[], uncounted = 0): readonly Diagnostic[] {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  const isCut = sorted.some(({ ruleId }) => ruleId === MORE);
  if (isCut || sorted.length + uncounted <= MAX_DIAGNOSTICS) return sorted;
  const ranked = [...sorted.filter(isError), ...sorted.filter((diagnostic) => !isError(diagnostic))];
  const rest = ranked.slice(MAX_DIAGNOSTICS - 1);
  const first = rest[0] ?? (sorted.at(-1) as Diagnostic);
  const errors = rest.filter(isError).length + uncounted;
  const count = rest.length + uncounted;
  const more = diagnose({
    ruleId: MORE,
    // What is left out is no graver for being left out.
    severity: errors > 0 ? 'error' : first.severity,
    message: `${count} more ${errors === count ? 'errors' : 'problems'} are not shown${errors > 0 && errors < count ? `, ${errors} of them errors` : ''}: the first is here`,
    file: first.file,
    range: first.range,
    hint: 'mend those that are shown first: some of the others may go with them',
  });
  return [...ranked.slice(0, MAX_DIAGNOSTICS - 1).sort(compareDiagnostics), more];
}
