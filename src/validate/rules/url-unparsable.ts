import { readAddresses } from '../address.js';
import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

export const urlUnparsable: SourceRule = {
  id: 'url/unparsable',
  *check(source, { registry }) {
    for (const address of readAddresses(source, registry)) {
      if (address.destination !== 'nowhere') continue;
      const { pointer, text, host, confidential } = address;
      const value = confidential ? 'an address' : quoteReceived(text);
      const reason =
        host === ''
          ? 'which no browser opens'
          : host.includes('.')
            ? 'in whose host nothing stands before or after a dot'
            : `whose host ${quoteReceived(host)} has no dot`;
      yield {
        message: `${receivedField(pointer)} is ${value}, ${reason}`,
        pointer,
        hint: 'copy the address from a browser in which the page is open: https://, a host such as acme.dev, a path',
      };
    }
  },
};
