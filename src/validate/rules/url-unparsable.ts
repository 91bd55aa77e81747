import { readAddresses } from '../address.js';
import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

export const urlUnparsable: SourceRule = {
  id: 'url/unparsable',
  *check(source, { registry }) {
    // A repository beside a home page is not carried over, and may well be within a company.
    const [address] = readAddresses(source, registry);
    if (address?.destination !== 'nowhere') return;
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
  },
};
