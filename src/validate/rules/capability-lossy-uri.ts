import { addressPart } from '../../passport/capability-uri.js';
import { quoteReceived, receivedField } from '../received.js';
import type { CapabilityView } from '../source-view.js';
import type { SourceRule } from './source-rule.js';

/** Looked through of a name, which the schema limits to fewer. */
const MOST_READ = 300;
const MOST_NAMED = 5;

export const capabilityLossyUri: SourceRule = {
  id: 'capability/lossy-uri',
  *check({ kind, capabilities }) {
    for (const capability of capabilities) {
      const { name } = capability;
      if (name === undefined || !/[^\0-\x7f]/.test(name.text)) continue;
      const end = addressPart(name.text);
      // Where nothing is left, the source has been refused.
      const lost = end === '' ? [] : lostLetters(name.text.slice(0, MOST_READ));
      if (lost.length === 0) continue;
      const shown = lost.slice(0, MOST_NAMED).map((letter) => quoteReceived(letter));
      const more = lost.length > MOST_NAMED ? ` and ${lost.length - MOST_NAMED} more` : '';
      yield {
        message: `${receivedField(name.pointer)} is ${quoteReceived(name.text)}, and its address loses ${shown.join(', ')}${more}: it ${whole(capability, kind) ? 'is' : 'ends in'} ${quoteReceived(address(capability, kind, end))}`,
        pointer: name.pointer,
        hint: 'addresses keep the letters a-z and digits alone, and cannot be given: write the name with those, as Muenchen for München; the description may be in any letters',
      };
    }
  },
};

function whole({ categories }: CapabilityView, kind: 'source' | 'manifest'): boolean {
  return kind === 'source' && addressPart(categories?.[0]?.text ?? '') !== '';
}

/** As far as it is known: a manifest has no categories. */
function address(capability: CapabilityView, kind: 'source' | 'manifest', end: string): string {
  const { categories } = capability;
  return whole(capability, kind) ? `capability://${addressPart(categories?.[0]?.text ?? '')}.${end}` : end;
}

/**
 * The letters without which a word is another: those of a Latin word that are not a-z ("Über" becomes "ber"), and all
 * where only digits are left. A word wholly in another script goes as a whole, which is what "検索 (search)" is for.
 */
function lostLetters(name: string): string[] {
  // Lower case is what addresses are made of: it can have a letter more than what was written.
  const folded = name.toLowerCase();
  const letters = new Set<string>();
  const onlyDigits = !/[a-z]/.test(folded);
  for (const [run] of folded.matchAll(/[\p{L}\p{M}]+/gu)) {
    const isLatin = /\p{Script=Latin}/u.test(run);
    for (const letter of run.match(/[^a-z]\p{M}*|[a-z]\p{M}+/gu) ?? [])
      if (onlyDigits || isGarbling(letter, isLatin)) letters.add(letter.normalize('NFC'));
  }
  return [...letters];
}

/** Greek and Cyrillic letters count within a Latin word; scripts without spaces are parted from it by nothing. */
function isGarbling(letter: string, isLatin: boolean): boolean {
  return /[\p{Script=Latin}\u00b5]/u.test(letter) || (isLatin && /[\p{Script=Greek}]/u.test(letter));
}
