import { isReserved, readAddresses } from '../address.js';
import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

export const urlPlaceholderHost: SourceRule = {
  id: 'url/placeholder-host',
  *check(source, { registry }) {
    for (const address of readAddresses(source, registry)) {
      if (address.destination !== 'placeholder') continue;
      const { pointer, host } = address;
      yield {
        message: `${receivedField(pointer)} leads to ${quoteReceived(host)}, ${isReserved(host) ? 'a host for examples (RFC 2606): no artifact lives there' : 'a placeholder for a host of your own'}`,
        pointer,
        hint: "replace it by the artifact's home page or repository",
      };
    }
  },
};
