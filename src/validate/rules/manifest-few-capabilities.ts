import type { SourceRule } from './source-rule.js';

const ENOUGH = 3;

export const manifestFewCapabilities: SourceRule = {
  id: 'manifest/few-capabilities',
  *check({ kind, capabilities: { length } }) {
    // Of none at all the schema speaks.
    if (kind !== 'manifest' || length === 0 || length >= ENOUGH) return;
    yield {
      message: `the manifest has ${length === 1 ? 'one capability' : 'two capabilities'}; registries warn of fewer than three`,
      pointer: '/capabilities',
      part: 'key',
      hint: 'give each distinct ability an entry of its own, as people look for one thing at a time',
    };
  },
};
