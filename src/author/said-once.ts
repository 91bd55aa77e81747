import type { Diagnostic } from '../diagnostic.js';

const SHORT = 'capability/short-description';

/**
 * A text that was to be replaced is also too short, or of the wrong form: that is said once. What a registry refuses
 * stays, and says what to do; a way to write the placeholder in the right form is none.
 */
export function placeholdersOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const placeholders = new Set(
    diagnostics.flatMap(({ ruleId, pointer }) => (ruleId === 'text/placeholder' ? [pointer] : [])),
  );
  if (placeholders.size === 0) return diagnostics;
  const graver = diagnostics.filter(({ ruleId, severity, pointer }) => {
    return severity === 'error' && isOfForm(ruleId) && placeholders.has(pointer);
  });
  const said = new Set(graver.map(({ pointer }) => pointer));
  return diagnostics.flatMap((one) => {
    if (!said.has(one.pointer)) return [one];
    if (one.ruleId === 'text/placeholder') return [];
    if (one.ruleId === SHORT) return [{ ...one, hint: `this was to be replaced: ${one.hint ?? ''}` }];
    if (!isOfForm(one.ruleId)) return [one];
    const hint = 'this was to be replaced: write what is true of the artifact';
    return [{ ...one, hint, suggestions: [], fix: undefined }];
  });
}

function isOfForm(ruleId: string): boolean {
  return ruleId.startsWith('schema/') || ruleId === SHORT;
}
