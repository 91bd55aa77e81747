import type { TextRule } from './text-rule.js';

export const loneSurrogate: TextRule = {
  id: 'text/lone-surrogate',
  severity: 'error',
  needs: [],
  hint: 'write the whole character: no canonical bytes exist for half of one (RFC 8785 section 3.2.2.2)',
  find(text) {
    if (text.isWellFormed()) return undefined;
    const at = text.search(/[\ud800-\udfff]/u);
    return { what: 'holds half of a surrogate pair', span: [at, at + 1] };
  },
};
