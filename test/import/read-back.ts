import { expect } from 'vitest';
import { readSource } from '../../src/author/source.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { valueAt } from '../../src/encoding/pointer.js';
import { type Draft, placedValues } from '../../src/import/draft.js';
import { draftText } from '../../src/import/draft-text.js';
import { parseProvenance, valueDigest } from '../../src/import/provenance.js';

/** That the text of a draft has every value of it, and says of each where it came from: no place names two values. */
export function expectReadsBack(draft: Draft): void {
  const placed = placedValues(draft);
  const read = readSource(draftText(draft));
  for (const { pointer, found } of placed) {
    expect(read.value === undefined ? undefined : valueAt(read.value, pointer), pointer).toEqual(found.value);
  }
  const origins = read.comments.flatMap((comment) => parseProvenance(comment.text) ?? []);
  const marked = placed.map(({ found }) => [valueDigest(found.value as JsonValue), found.guess !== undefined].join());
  expect(origins.map(({ digest, isGuess }) => [digest, isGuess].join()).sort()).toEqual(marked.sort());
  const places = placed.map(({ found: { origin } }) => `${origin.file}: ${origin.place}`);
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  expect(draft.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
}

/** The values of a draft by their pointers, with a question mark in front of what is a guess. */
export function valuesOf(draft: Draft): Record<string, JsonValue> {
  return Object.fromEntries(
    placedValues(draft).map(({ pointer, found }) => [`${found.guess === undefined ? '' : '?'}${pointer}`, found.value]),
  );
}

/** Rule and message of each diagnostic. */
export function saidOf({ diagnostics }: Pick<Draft, 'diagnostics'>): string[] {
  return diagnostics.map(({ severity, ruleId, message }) => `${severity} ${ruleId} ${message}`);
}
