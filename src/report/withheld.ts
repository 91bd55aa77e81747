import type { Diagnostic } from '../diagnostic.js';
import { secret } from '../validate/rules/secret.js';

/**
 * A diagnostic that can go into a file that others read. Its messages repeat no secret; pointers, suggestions and fixes
 * are made of what the author wrote, and are left out where they would.
 */
export function withoutSecrets(diagnostic: Diagnostic): Diagnostic {
  const { pointer, suggestions, fix, related } = diagnostic;
  return {
    ...diagnostic,
    pointer: tellable(pointer),
    suggestions: suggestions.filter((text) => tellable(text) !== undefined),
    fix: fix?.edits.every(({ text }) => tellable(text) !== undefined) ? fix : undefined,
    related: related.map((place) => ({ ...place, pointer: tellable(place.pointer) })),
  };
}

/** The text, unless it holds a secret. */
export function tellable(text: string | undefined): string | undefined {
  return text === undefined || secret.find(text) !== undefined ? undefined : text;
}
