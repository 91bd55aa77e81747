import { quoteReceived, receivedField } from '../received.js';
import { expressionInItsCase } from '../spdx.js';
import { secret } from './secret.js';
import type { SourceRule } from './source-rule.js';

export const artifactLicenceCase: SourceRule = {
  id: 'artifact/licence-case',
  *check({ artifact: { licence } }) {
    const written = licence && expressionInItsCase(licence.text);
    // The name of a licence of one's own is free: what has the shape of a key has its message, and is not repeated.
    if (licence === undefined || written === undefined || secret.find(written) !== undefined) return;
    yield {
      message: `${receivedField(licence.pointer)} is ${quoteReceived(licence.text)}, which the SPDX list writes ${written}: it means the same, but not every program looks past capitals`,
      pointer: licence.pointer,
      suggestions: [written],
      fix: { description: `write ${written}`, safe: true, change: { kind: 'write', text: written } },
    };
  },
};
