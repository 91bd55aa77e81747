import { quoteReceived, receivedField } from '../received.js';
import { secret } from './secret.js';
import type { RuleFinding, SourceRule } from './source-rule.js';

export const slugUpperCaseTwin: SourceRule = {
  id: 'slug/upper-case-twin',
  *check({ artifact: { id, slug } }) {
    if (id === undefined || slug === undefined || id.text === slug.text) return;
    if (id.text.toLowerCase() !== slug.text.toLowerCase()) return;
    const { text, pointer } = id;
    const finding: RuleFinding = {
      message: `${receivedField(pointer)} is ${quoteReceived(text)}, and the slug is the same but for capitals: readers take one for the other`,
      pointer,
      hint: 'write it as the slug, or leave it out: it is the slug then',
      related: [{ message: 'the slug', pointer: slug.pointer }],
    };
    // A slug that is none has its own message, and is no model for the id.
    if (!/^[a-z0-9._-]{1,200}$/.test(slug.text) || secret.find(slug.text) !== undefined) yield finding;
    else {
      const fix = {
        description: 'write the id as the slug',
        safe: false,
        change: { kind: 'write', text: slug.text },
      } as const;
      yield { ...finding, suggestions: [slug.text], fix };
    }
  },
};
