import { readPrice } from '../price.js';
import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

export const pricingNegative: SourceRule = {
  id: 'pricing/negative',
  *check({ artifact: { startingPrice } }) {
    if (startingPrice === undefined || !readPrice(startingPrice.text).amounts.some(({ negative }) => negative)) return;
    const { text, pointer } = startingPrice;
    yield {
      message: `${receivedField(pointer)} is ${quoteReceived(text)}, a price below zero`,
      pointer,
      hint: '-1 is what some price lists write for "not known": leave the price out, and use the pricing model usage or unknown',
      fix: { description: 'remove the price', safe: false, change: { kind: 'remove' } },
    };
  },
};
