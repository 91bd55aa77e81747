import { readAddresses } from '../address.js';
import { receivedField } from '../received.js';
import { secret } from './secret.js';
import type { SourceRule } from './source-rule.js';

export const urlCredentials: SourceRule = {
  id: 'url/credentials',
  *check(source, { registry }) {
    for (const address of readAddresses(source, registry)) {
      // A secret known by its shape has its own message, which says the same.
      if (address.credentials === undefined || secret.find(address.text, address.pointer) !== undefined) continue;
      const { pointer, credentials } = address;
      yield {
        message: `${receivedField(pointer)} has ${credentials}, and a passport is public`,
        pointer,
        hint: 'give the address without it; if it opens anything, revoke it: whoever has seen the file may have it',
      };
    }
  },
};
