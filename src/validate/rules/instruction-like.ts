import { foldText, type FoldedText } from '../folded-text.js';
import { isInOrder, isSpokenOf } from '../order-context.js';
import { type OrderForm, orders } from '../orders.js';
import { ordersInOtherLanguages } from '../orders-in-other-languages.js';
import type { IsMet, TextMatch, TextRule } from './text-rule.js';

const forms: readonly OrderForm[] = [...orders, ...ordersInOtherLanguages];
// The shortest list of what a form needs is looked for first.
const listsOf = new Map(forms.map((form) => [form, form.needs.toSorted((a, b) => a.length - b.length)]));

/** What is written to the programs that read a passport rather than to people. */
export const instructionLike: TextRule = {
  id: 'text/instruction-like',
  severity: 'error',
  hint: 'describe the artifact to people, and quote an attack that is spoken of ("detects …"): a text that gives orders to the agents that read it is refused',
  needs: forms.map(({ needs }) => needs),
  find: findOrder,
};

function possibleIn(words: string): readonly OrderForm[] {
  // Several forms need words of one list.
  const known = new Map<readonly string[], boolean>();
  const hasAny = (stems: readonly string[]): boolean => {
    const has = known.get(stems) ?? stems.some((stem) => words.includes(stem));
    known.set(stems, has);
    return has;
  };
  return forms.filter((form) => (listsOf.get(form) ?? form.needs).every(hasAny));
}

function findOrder(text: string, pointer = '', isMet?: IsMet): TextMatch | undefined {
  // One word is no order, and most names are one.
  if (/^[\w-]*$/.test(text)) return undefined;
  const folded = foldText(text);
  const possible = isMet ? forms.filter((_, number) => isMet(number)) : possibleIn(folded.text.replaceAll('\n', ' '));
  for (const form of possible) {
    const span = spanOf(form, folded, text, pointer);
    if (span) return { what: 'reads like an instruction to the program that reads it', span };
  }
  return undefined;
}

function spanOf(form: OrderForm, folded: FoldedText, text: string, pointer: string): TextMatch['span'] | undefined {
  const amongLimitations = /\/(?:limitations|known_failure_modes|failure_modes)\//.test(pointer);
  for (const { 0: found, index: start } of folded.text.matchAll(form.pattern())) {
    const end = start + found.length;
    const last = folded.originOf(end - 1);
    const span = [folded.originOf(start), last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)] as const;
    const written = text.slice(...span);
    const before = text.slice(Math.max(0, span[0] - 2), span[0]);
    const phrase = { text: folded.text, start, end, written, before, amongLimitations };
    if (form.anywhere !== true && !isInOrder(phrase)) continue;
    if (!isSpokenOf(phrase, form.isMarkup === true)) return span;
  }
  return undefined;
}
