import { limitationTexts } from '../source-texts.js';
import type { SourceRule } from './source-rule.js';

export const sourceNoLimitations: SourceRule = {
  id: 'source/no-limitations',
  *check(source) {
    const { kind, capabilities } = source;
    if (!limitationTexts(source).next().done) return;
    // A source has a list in every capability, or its schema has said so; a manifest may leave lists out.
    const lists = capabilities.filter(({ limitations }) => limitations !== undefined);
    if (lists.length === 0 || (kind === 'source' && lists.length < capabilities.length)) return;
    yield {
      message: 'no capability names a limitation: trust.failure_modes would say nothing about the artifact',
      pointer: '/capabilities',
      part: 'key',
      hint: 'name what it does not do, where it is slow or wrong, and what it was not tried on: readers trust what admits its limits',
    };
  },
};
