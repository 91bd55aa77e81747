import { receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

const LEAST = 100;
/** A text with more has room for what is asked, whatever pads it. */
const MOST_READ = 10_000;

export const capabilityShortDescription: SourceRule = {
  id: 'capability/short-description',
  *check({ kind, capabilities }) {
    for (const { description } of capabilities) {
      // The schemas speak of an empty description, and that of a manifest of every short one.
      if (description === undefined || description.text === '') continue;
      if (kind === 'manifest' && count(description.text) < LEAST) continue;
      const characters = count(withoutPadding(description.text));
      if (characters >= LEAST) continue;
      yield {
        message: `${receivedField(description.pointer)} has ${characters} ${characters === 1 ? 'character' : 'characters'}; registries refuse fewer than ${LEAST}`,
        pointer: description.pointer,
        hint: 'say how it works and what comes out, in two sentences or more',
      };
    }
  },
};

/** Dots or dashes in a row say nothing, however many. */
function withoutPadding(text: string): string {
  return text
    .slice(0, MOST_READ)
    .replace(/([\p{P}\s])\1{3,}/gu, '$1')
    .trim();
}

/** Code points, not counted further than needed. */
function count(text: string): number {
  return [...text.slice(0, 2 * LEAST)].length;
}
