import { describe, expect, it } from 'vitest';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { riskMatchers, wordFinder } from '../../src/passport/risk-words.js';

describe('wordFinder', () => {
  const find = wordFinder(['api key', 'directory', 'C++ (any)', 'wi-fi']);

  it.each([
    ['an API key', 'API key'],
    ['API-keys', 'API-keys'],
    ['MY_API_KEY', 'API_KEY'],
    ['api\u2011key', 'api\u2010key'],
    ['ＡＰＩ ｋｅｙ', 'API key'],
    ['two directories', 'directories'],
    ['c++ (any)', 'c++ (any)'],
    ['Wi Fi', 'Wi Fi'],
  ])('finds in %j %j', (text, word) => {
    expect(find(text)).toBe(word);
  });

  it.each(['capi key', 'api keyboard', 'ccc any', 'directorial', 'api. key', ''])('finds nothing in %j', (text) => {
    expect(find(text)).toBeUndefined();
  });

  it('reads a long text in one go', () => {
    expect(find(`${'api-_'.repeat(200_000)}key`)).toBe('api-_key');
    expect(find('api '.repeat(250_000))).toBeUndefined();
  });
});

describe('riskMatchers', () => {
  it('are the rules of a profile in their order, compiled once', () => {
    const matchers = riskMatchers(unfragileAi.risk_rules);
    expect(matchers.map(({ id, risk, fields }) => ({ id, risk, fields }))).toEqual(
      unfragileAi.risk_rules.map(({ id, risk, fields }) => ({ id, risk, fields })),
    );
    expect(riskMatchers(unfragileAi.risk_rules)).toBe(matchers);
    expect(matchers[0]?.find('an API key')).toBe('API key');
  });
});
