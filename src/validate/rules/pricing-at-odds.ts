import { readPrice } from '../price.js';
import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

export const pricingAtOdds: SourceRule = {
  id: 'pricing/at-odds',
  *check({ artifact: { startingPrice, pricingModel } }) {
    if (startingPrice === undefined || pricingModel === undefined) return;
    const { amounts, currency } = readPrice(startingPrice.text);
    // What is no price is at odds with everything, and another rule says so.
    if (amounts.length === 0 || currency !== 'one' || amounts.some(({ negative }) => negative)) return;
    const nothing = amounts.every(({ zero }) => zero);
    const hint = contradiction(pricingModel.text, nothing);
    if (hint === undefined) return;
    const model = receivedField(pricingModel.pointer);
    const field = receivedField(startingPrice.pointer);
    yield {
      message: `${field} is ${quoteReceived(startingPrice.text)}, but ${model} is ${quoteReceived(pricingModel.text)}`,
      pointer: startingPrice.pointer,
      hint,
      related: [{ message: 'the pricing model', pointer: pricingModel.pointer }],
    };
  },
};

/** What to do where a model denies a price. */
function contradiction(model: string, nothing: boolean): string | undefined {
  switch (model) {
    case 'open_source':
    case 'free':
      if (nothing) return undefined;
      return 'leave the price out, or use freemium where only a part is free, paid or usage where nothing is';
    case 'paid':
    case 'usage':
      return nothing
        ? 'write the lowest price above zero, or use free, or freemium where only a part is free'
        : undefined;
    case 'unknown':
      return nothing ? 'use free where nothing is charged' : 'use paid, usage or freemium: the price is known';
    default:
      return undefined;
  }
}
