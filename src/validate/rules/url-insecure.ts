import { readAddresses } from '../address.js';
import { quoteReceived, receivedField } from '../received.js';
import type { RuleFinding, SourceRule } from './source-rule.js';

export const urlInsecure: SourceRule = {
  id: 'url/insecure',
  *check(source, { registry }) {
    for (const address of readAddresses(source, registry)) {
      if (address.destination !== 'public' || !address.text.startsWith('http:')) continue;
      const { pointer, text, host, confidential, mendable } = address;
      const value = confidential ? `an address at ${quoteReceived(host)}` : quoteReceived(text);
      const finding: RuleFinding = {
        message: `${receivedField(pointer)} is ${value}, without https: anyone on the way can change what the reader gets`,
        pointer,
        hint: 'use https:// if the host has it, which nearly all have; otherwise another page of the artifact',
      };
      const secure = text.replace(/^http:/, 'https:');
      // A port that is named speaks http alone.
      if (!mendable || new URL(text).port !== '') yield finding;
      else {
        const fix = { description: 'use https', safe: false, change: { kind: 'write', text: secure } } as const;
        yield { ...finding, suggestions: [secure], fix };
      }
    }
  },
};
