import type { Paint } from '../encoding/paint.js';
import { fieldName, pointerTokens } from '../encoding/pointer.js';
import { printable } from '../encoding/printable.js';
import { type Draft, missingKeys, placedValues } from '../import/draft.js';

/** What is left for the author to do with a draft, in lines. */
export function draftSummary(draft: Draft, paint: Paint): string {
  const missing = missingKeys(draft);
  const guesses = placedValues(draft).flatMap(({ pointer, found }) => (found.guess === undefined ? [] : [pointer]));
  const lines = [
    ...section('still to be written', grouped(missing, draft.capabilities.length), paint),
    ...section('guesses to be confirmed', grouped(guesses, draft.capabilities.length), paint),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function section(title: string, fields: readonly string[], paint: Paint): string[] {
  return fields.length === 0 ? [] : [`${paint('bad', title)}: ${printable(fields.join(', '))}`];
}

/** Fields as people name them; those of capabilities together. */
function grouped(pointers: readonly string[], capabilities: number): string[] {
  const own: string[] = [];
  const ofCapabilities = new Map<string, number[]>();
  for (const pointer of pointers) {
    const [room, index, key] = pointerTokens(pointer);
    if (room !== 'capabilities' || key === undefined) own.push(fieldName(pointer));
    else ofCapabilities.set(key, [...(ofCapabilities.get(key) ?? []), Number(index)]);
  }
  if (capabilities === 1) {
    const keys = [...ofCapabilities.keys()];
    return keys.length === 0 ? own : [...own, `of the capability ${listOf(keys)}`];
  }
  return [
    ...own,
    ...[...ofCapabilities].map(([key, indexes]) => {
      if (indexes.length === capabilities) return `${key} of each capability`;
      return indexes.length === 1
        ? `capabilities[${indexes.join('')}].${key}`
        : `${key} of ${indexes.length} capabilities`;
    }),
  ];
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
