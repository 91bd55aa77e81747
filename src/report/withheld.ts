import type { Diagnostic } from '../diagnostic.js';
import { pointerTokens } from '../encoding/pointer.js';
import { secret } from '../validate/rules/secret.js';

/**
 * A diagnostic that can go into a file that others read. Its messages repeat no secret; pointers, suggestions and fixes
 * are made of what the author wrote, and are left out where they would.
 */
export function withoutSecrets(diagnostic: Diagnostic): Diagnostic {
  const { pointer, suggestions, fix, related } = diagnostic;
  return {
    ...diagnostic,
    pointer: tellablePointer(pointer),
    suggestions: suggestions.filter((text) => tellable(text) !== undefined),
    fix: fix?.edits.every(({ text }) => tellable(text) !== undefined) ? fix : undefined,
    related: related.map((place) => ({ ...place, pointer: tellablePointer(place.pointer) })),
  };
}

/** The names in a pointer have escapes, behind which a secret has another shape. */
function tellablePointer(pointer: string | undefined): string | undefined {
  return pointer !== undefined && pointerTokens(pointer).some((name) => tellable(name) === undefined)
    ? undefined
    : tellable(pointer);
}

/** The text, unless it holds a secret. */
export function tellable(text: string | undefined): string | undefined {
  return text === undefined || secret.find(text) !== undefined ? undefined : text;
}
