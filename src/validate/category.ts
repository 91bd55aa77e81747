import { nearest } from '../encoding/nearest.js';
import { quoteReceived, receivedField } from './received.js';
import type { RuleFinding } from './rules/source-rule.js';
import type { TextEntry } from './source-view.js';

// What does not have the form of a category has had its message from the schema.
const form = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** A search for the nearest costs; whoever has more that are unknown means something else by categories. */
const MOST_SEARCHED = 50;

/** Categories that a registry does not list, each with the one most likely meant. */
export function* unknownCategories(
  entries: readonly TextEntry[],
  known: readonly string[],
  others: readonly string[],
  otherKind: string,
): Generator<RuleFinding> {
  let searched = 0;
  for (const { text, pointer } of entries) {
    if (!form.test(text) || known.includes(text)) continue;
    const message = `${receivedField(pointer)} is ${quoteReceived(text)}, which the registry does not list`;
    const meant = searched++ < MOST_SEARCHED ? nearest(text, known) : undefined;
    const list = `it lists ${known.join(', ')}`;
    if (meant === undefined) {
      const other = others.includes(text) ? `that is a category of ${otherKind}; ` : '';
      yield { message, pointer, hint: `${other}${list}` };
      continue;
    }
    yield {
      message,
      pointer,
      hint: `did you mean ${meant}? ${list}`,
      suggestions: [meant],
      fix: {
        description: `write ${meant}`,
        safe: fold(text) === fold(meant),
        change: { kind: 'write', text: meant },
      },
    };
  }
}

function fold(category: string): string {
  return category.toLowerCase().replaceAll(/[-_ ]/g, '');
}
