import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../src/validate/catalogue.js';
import { findings, manifestFindings, searched } from './findings.js';

const priced = (starting_price: unknown, model: unknown = 'freemium') => ({
  artifact: { pricing: { model, starting_price } },
});
const ids: readonly RuleId[] = ['pricing/at-odds', 'pricing/negative', 'pricing/unparsable'];
const said = (price: unknown, model?: unknown): RuleId[] =>
  ids.filter((id) => findings(id, priced(price, model)).length > 0);

describe('good prices', () => {
  it.each([
    '$1.50e-7 per prompt token',
    '$10 per month',
    '€9/month',
    'USD 5',
    'USD5',
    '5USD',
    'from $5/mo',
    '1,000 JPY',
    '1 000 JPY',
    '1\u202f000\u00a0€',
    '$0.002 / 1K tokens',
    '$5-$10 per month',
    '$5 - $10',
    '5–10 €',
    '€5 - 7',
    '5 € - 7 €',
    '$5 USD',
    '$5 (USD)',
    'US$5',
    '$10 CAD per seat',
    'R$20 BRL',
    '£3 GBP',
    'RUB 500 (500 ₽)',
    '20 INR or 20 rupees',
    '5 euros a month',
    '0.2 cents per call',
    '$1.99 or 99¢',
    '$.50',
    '0.001 ETH per call',
    '5 kr',
    'CHF 5.–',
    '￥５００',
    '5€ (-20% for schools)',
    '$10/month -3 seats included',
    '$0.01 per GPT-4 call',
    '$5 for ALL users, TOP plan',
    '$0.15 per 1M input tokens, $0.60 per 1M output tokens',
    'Price in USD: 5',
    // An amount for each of several currencies.
    '$5 / €5',
    '$10 or €9 per month',
    '5 USD or 5 EUR',
    '5 USD 6 EUR',
    'USD 5 EUR 6',
    'US$5 or C$7',
    '€5 (USD 6)',
    '$10 (€9.30)',
    '$-0.00',
    '$0',
  ])('%s', (price) => {
    expect(said(price)).toEqual([]);
  });

  it.each([null, undefined, '', 5, -5, ['-$5'], { a: 1 }])(
    'nothing is said of %j, which is no text or empty',
    (price) => {
      expect(said(price)).toEqual([]);
    },
  );
});

describe('pricing/negative', () => {
  const id = 'pricing/negative';

  it.each([
    '$-1.00e+0 per prompt token',
    '-$5',
    '- $5',
    '-5 $',
    '\u22125 €',
    '€\u22125',
    '\u20135 EUR',
    '\uff0d\uff15 EUR',
    '-1',
    '- 1',
    'USD -5',
    'USD-5',
    'US$-5',
    '$ -1 per call',
    '~ -$5',
    'from -2.50 EUR',
    'minus 3 dollars',
    '-.5 $',
    '-1,000 JPY',
    '$0 base, then $-1 per call',
    '-1e-9 USD',
  ])('finds %s, and nothing else does', (price) => {
    for (const model of ['open_source', 'free', 'freemium', 'paid', 'usage', 'unknown'])
      expect(said(price, model)).toEqual([id]);
    expect(findings(id, priced(price))).toMatchObject([
      {
        pointer: '/artifact/pricing/starting_price',
        hint: expect.stringContaining('leave the price out'),
        fix: { safe: false, change: { kind: 'remove' } },
      },
    ]);
  });
});

describe('pricing/unparsable', () => {
  const id = 'pricing/unparsable';

  it.each([
    ['free', 'no amount'],
    ['TBD', 'no amount'],
    ['contact us', 'no amount'],
    ['   ', 'no amount'],
    ['$ per month', 'no amount'],
    ['20 % commission', 'no amount'],
    ['5 per month', 'no currency'],
    ['10', 'no currency'],
    ['5 credits', 'no currency'],
    ['5 credits, -3 for schools', 'no currency'],
    ['0 credits', 'no currency'],
    ['5 EURO4', 'no currency'],
    ['5 XUSD', 'no currency'],
    ['$5 EUR', 'one amount has two currencies'],
    ['€5 USD per month', 'one amount has two currencies'],
    ['£3 (EUR)', 'one amount has two currencies'],
    ['$5 / €5 USD', 'one amount has two currencies'],
  ])('finds %j: %s', (price, what) => {
    for (const model of ['free', 'paid', 'unknown']) expect(said(price, model)).toEqual([id]);
    expect(findings(id, priced(price))).toMatchObject([
      { pointer: '/artifact/pricing/starting_price', message: expect.stringContaining(what) },
    ]);
  });
});

describe('pricing/at-odds', () => {
  const id = 'pricing/at-odds';

  it.each([
    ['open_source', '$5 per month', 'leave the price out'],
    ['free', '€9/month', 'freemium'],
    ['free', 'free for 100 pages, then $0.01', 'freemium'],
    ['free', '$1.50e-7 per prompt token', 'leave the price out'],
    ['paid', '$0', 'above zero'],
    ['paid', '€0,00 per month', 'above zero'],
    ['usage', '$0.00e+0 per token', 'above zero'],
    ['unknown', '$5', 'the price is known'],
    ['unknown', '$0', 'use free'],
    ['free', '$10 or €9 per month', 'leave the price out'],
    ['paid', '$0 / €0', 'above zero'],
  ])('finds %s with %s', (model, price, hint) => {
    expect(said(price, model)).toEqual([id]);
    expect(findings(id, priced(price, model))).toMatchObject([
      {
        pointer: '/artifact/pricing/starting_price',
        message: expect.stringContaining(`artifact.pricing.model is "${model}"`),
        hint: expect.stringContaining(hint),
        related: [{ pointer: '/artifact/pricing/model' }],
      },
    ]);
  });

  it.each([
    ['open_source', '$0'],
    ['free', '$0.00 per month'],
    ['freemium', '$0'],
    ['freemium', '$5'],
    ['paid', '$5'],
    ['paid', '$0 for a week, then $5'],
    ['usage', '1 000 JPY'],
    ['usage', '$1.50e-7 per token'],
    ['on request', '$5'],
    [7, '$5'],
    [undefined, '$5'],
  ])('lets %j with %j be', (model, price) => {
    expect(findings(id, { artifact: { pricing: { model, starting_price: price } } })).toEqual([]);
  });
});

it('a manifest has no price', () => {
  const manifest = { artifact: {}, pricing: { model: 'open-source', starting_price: '-$5' } };
  for (const id of ids) expect(manifestFindings(id, manifest)).toEqual([]);
});

it('hostile prices cost no time, and nothing of them acts', () => {
  for (const part of ['-', '$', '$-', '1,', '1 ', '1 000 ', '$1-', 'USD', 'USD ', ' ', '5% ', 'e', '1e', '9'])
    for (const id of ids) searched(() => findings(id, priced(part.repeat(1e6 / part.length), 'free')));
  const acting = ids.flatMap((id) => findings(id, priced('-5 \u001b[2J\u202e')));
  expect(acting).toHaveLength(1);
  expect(acting[0]?.message).toContain('\\u{1b}[2J');
});
