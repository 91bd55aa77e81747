import { fieldName } from '../../encoding/pointer.js';
import { plainText } from '../plain-text.js';
import type { TextEntry } from '../source-view.js';
import type { SourceRule } from './source-rule.js';

export const capabilityRepeatedDescription: SourceRule = {
  id: 'capability/repeated-description',
  *check({ capabilities }) {
    const firsts = new Map<string, TextEntry>();
    for (const { name, description } of capabilities) {
      const plain = plainText(description?.text ?? '');
      if (description === undefined || plain === '') continue;
      const first = firsts.get(plain) ?? (plainText(name?.text ?? '') === plain ? name : undefined);
      if (!firsts.has(plain)) firsts.set(plain, description);
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
