import { fieldName } from '../../encoding/pointer.js';
import { limitationTexts } from '../source-texts.js';
import type { SourceRule } from './source-rule.js';

export const capabilityNoLimitations: SourceRule = {
  id: 'capability/no-limitations',
  *check(source) {
    // Where there are none at all, source/no-limitations says so once.
    if (limitationTexts(source).next().done) return;
    const list = source.kind === 'manifest' ? 'conditions/limitations' : 'limitations';
    for (const { pointer, limitations } of source.capabilities) {
      if (limitations?.length !== 0) continue;
      yield {
        message: `${fieldName(`${pointer}/${list}`)} is empty, so that the capability seems never to fail`,
        pointer: `${pointer}/${list}`,
        hint: 'name what it does not do, where it is slow or wrong, and what it was not tried on',
      };
    }
  },
};
