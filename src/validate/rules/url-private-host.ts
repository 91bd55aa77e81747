import { readAddresses } from '../address.js';
import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

export const urlPrivateHost: SourceRule = {
  id: 'url/private-host',
  *check(source, { registry }) {
    // A repository beside a home page is not carried over, and may well be within a company.
    const [address] = readAddresses(source, registry);
    if (address?.destination !== 'private') return;
    const { pointer, host } = address;
    yield {
      message: `${receivedField(pointer)} leads to ${quoteReceived(host)}, which is another machine for every reader, or none`,
      pointer,
      hint: 'give the public home page or repository',
    };
  },
};
