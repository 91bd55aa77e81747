import { fieldName } from '../../encoding/pointer.js';
import { quoteReceived } from '../received.js';
import { capabilityLists, type SourceView, type TextEntry } from '../source-view.js';
import type { SourceRule } from './source-rule.js';

export const listRepeatedEntry: SourceRule = {
  id: 'list/repeated-entry',
  *check(source) {
    for (const list of lists(source)) {
      const firsts = new Map<string, TextEntry>();
      for (const { text, pointer } of list) {
        const folded = text.trim().toLowerCase();
        const first = firsts.get(folded);
        if (first === undefined) {
          firsts.set(folded, { text, pointer });
          continue;
        }
        const same = first.text === text;
        yield {
          message: `${fieldName(pointer)} is ${quoteReceived(text)}, as ${fieldName(first.pointer)} is${same ? '' : ', but for capitals or space'}`,
          pointer,
          hint: 'leave one of them out',
          fix: { description: 'remove the entry', safe: same, change: { kind: 'remove' } },
          related: [{ message: 'the first of them', pointer: first.pointer }],
        };
      }
    }
  },
};

function* lists({ artifact, capabilities }: SourceView): Generator<readonly TextEntry[]> {
  yield artifact.categories ?? [];
  yield artifact.tags ?? [];
  for (const capability of capabilities) for (const name of capabilityLists) yield capability[name] ?? [];
}
