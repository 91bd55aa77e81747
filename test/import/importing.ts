import type { JsonValue } from '../../src/encoding/json-value.js';
import { type Draft, placedValues } from '../../src/import/draft.js';
import { importDraft } from '../../src/import/import-draft.js';
import type { ImportedFile } from '../../src/import/importer.js';
import type { ImportKind } from '../../src/import/importers.js';

/** A file of JSON, or of any text. */
export function file(name: string, content: unknown): ImportedFile {
  return { file: name, text: typeof content === 'string' ? content : JSON.stringify(content, undefined, 2) };
}

export function draftOf(kind: ImportKind, ...files: [ImportedFile, ...ImportedFile[]]): Draft {
  return importDraft(kind, files);
}

/** What was found, by pointer. */
export function valuesOf(draft: Draft): Record<string, JsonValue> {
  return Object.fromEntries(placedValues(draft).map(({ pointer, found }) => [pointer, found.value]));
}

/** Where each value was found; `guess:` before the place of what was concluded. */
export function placesOf(draft: Draft): Record<string, string> {
  return Object.fromEntries(
    placedValues(draft).map(({ pointer, found: { origin, guess } }) => [
      pointer,
      `${guess === undefined ? '' : 'guess: '}${origin.file}: ${origin.place}`,
    ]),
  );
}

export function factsIn(draft: Draft): Record<string, string> {
  return Object.fromEntries(draft.facts.map(({ name, found }) => [name, found.value]));
}
