import { readAddresses } from '../address.js';
import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

export const urlRegistryPage: SourceRule = {
  id: 'url/registry-page',
  *check(source, { registry }) {
    for (const address of readAddresses(source, registry)) {
      if (address.destination !== 'registry') continue;
      const { pointer, host } = address;
      yield {
        message: `${receivedField(pointer)} leads to ${quoteReceived(host)}, the registry itself: readers come from there`,
        pointer,
        hint: "give the artifact's own home page or repository; the page in the registry is derived from the slug",
      };
    }
  },
};
