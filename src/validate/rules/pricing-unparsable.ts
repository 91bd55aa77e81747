import { readPrice } from '../price.js';
import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

export const pricingUnparsable: SourceRule = {
  id: 'pricing/unparsable',
  *check({ artifact: { startingPrice } }) {
    // That it is empty has been said by the schema.
    if (startingPrice === undefined || startingPrice.text === '') return;
    const { text, pointer } = startingPrice;
    const { amounts, currency } = readPrice(text);
    if (amounts.some(({ negative }) => negative)) return;
    const reason =
      amounts.length === 0
        ? 'which holds no amount'
        : currency === 'none'
          ? 'which names no currency'
          : currency === 'several'
            ? 'in which one amount has two currencies'
            : undefined;
    if (reason === undefined) return;
    yield {
      message: `${receivedField(pointer)} is ${quoteReceived(text)}, ${reason}: nobody can compare it`,
      pointer,
      hint:
        amounts.length === 0
          ? 'leave it out where there is no price to name; otherwise write the lowest with its unit, such as "$10 per month"'
          : 'write the lowest price with one currency and its unit, such as "$10 per month" or "5 EUR per 1,000 pages"',
    };
  },
};
