import type { TextRule } from './text-rule.js';

export const loneSurrogate: TextRule = {
  id: 'text/lone-surrogate',
  severity: 'error',
  hint: 'write the whole character: no canonical bytes exist for half of one (RFC 8785 section 3.2.2.2)',
  find(text) {
    return text.isWellFormed() ? undefined : 'holds half of a surrogate pair';
  },
};
