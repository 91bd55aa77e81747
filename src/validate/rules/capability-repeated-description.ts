import { fieldName } from '../../encoding/pointer.js';
import { plainText } from '../plain-text.js';
import type { TextEntry } from '../source-view.js';
import type { SourceRule } from './source-rule.js';

export const capabilityRepeatedDescription: SourceRule = {
  id: 'capability/repeated-description',
  *check({ capabilities }) {
    const firsts = new Map<string, TextEntry>();
    for (const { name, description, intents, best_for, limitations, requires } of capabilities) {
      const plain = plainText(description?.text ?? '');
      if (description === undefined || plain === '') continue;
      if (repeatsItself(plain)) {
        yield {
          message: `${fieldName(description.pointer)} says the same over and over`,
          pointer: description.pointer,
          hint: 'say it once, and then how it works and what comes out',
        };
        continue;
      }
      const first = firsts.get(plain) ?? (plainText(name?.text ?? '') === plain ? name : undefined);
      if (!firsts.has(plain)) firsts.set(plain, description);
      const entry = [intents, best_for, limitations, requires].flatMap((list) => list ?? []).find(sayingSame(plain));
      if (entry !== undefined) {
        yield {
          message: `${fieldName(entry.pointer)} says the same as ${fieldName(description.pointer)}`,
          pointer: entry.pointer,
          hint: 'say in each what it is there for: the description tells how it works',
          related: [{ message: 'the description', pointer: description.pointer }],
        };
      }
      if (first === undefined) continue;
      const repeatsName = first === name;
      yield {
        message: `${fieldName(description.pointer)} says the same as ${fieldName(first.pointer)}`,
        pointer: description.pointer,
        hint: repeatsName
          ? 'say what the name does not: how it works and what comes out'
          : 'say what sets this capability apart, or make one capability of the two',
        related: [{ message: repeatsName ? 'the name' : 'the first description', pointer: first.pointer }],
      };
    }
  },
};

/** Texts of other lengths are not read: most differ there. */
function sayingSame(plain: string): (entry: TextEntry) => boolean {
  return ({ text }) => Math.abs(text.length - plain.length) <= plain.length && plainText(text) === plain;
}

const MANY_WORDS = 16;
/** Whoever has something to say in so many words has used more than one in four for the first time. */
const LEAST_NEW = 0.25;
const MOST_READ = 1000;

function repeatsItself(plain: string): boolean {
  const words = plain.slice(0, MOST_READ).split(' ');
  return words.length >= MANY_WORDS && new Set(words).size <= words.length * LEAST_NEW;
}
