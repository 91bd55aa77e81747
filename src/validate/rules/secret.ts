import type { TextRule } from './text-rule.js';

// Every repetition is bounded: a text made of beginnings would be searched to its end from each of them. So a signed
// token is known by its header and the beginning of its claims, whatever their length.
const shapes: ReadonlyArray<readonly [string, RegExp]> = [
  ['a private key', /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/],
  ['an age secret key', /\bAGE-SECRET-KEY-1[0-9A-Z]{50}/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40})/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a Hugging Face token', /\bhf_[A-Za-z0-9]{30}/],
  ['a Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10}/],
  ['a Google API key', /\bAIza[0-9A-Za-z_-]{35}/],
  ['a Stripe key', /\b[rs]k_live_[0-9A-Za-z]{20}/],
  ['an API key', /\bsk-[A-Za-z0-9_-]{20}/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{10,600}\.eyJ[A-Za-z0-9_-]{10}/],
];

// In each of them: prose has none, and is most of what is looked at.
const token = /[A-Za-z0-9_-]{13}|-----BEGIN /;

export const secret: TextRule = {
  id: 'text/secret',
  severity: 'error',
  hint: 'remove it and revoke it: whoever has seen the file may have it',
  find(text) {
    // The secret itself is not repeated: messages end up in logs.
    if (!token.test(text)) return undefined;
    const found = shapes.find(([, shape]) => shape.test(text));
    return found ? `holds what looks like ${found[0]}` : undefined;
  },
};
