import { expect, test } from 'vitest';
import { describeWithCorpus, readCorpus } from '../../corpus.js';
import { parseYaml } from '../../../src/author/yaml.js';
import type { JsonObject } from '../../../src/encoding/json-value.js';
import { catalogue, type RuleId } from '../../../src/validate/catalogue.js';
import { checkTexts } from '../../../src/validate/text.js';
import { findings } from './findings.js';

interface Listing {
  readonly slug: string;
  readonly artifact: JsonObject & { readonly pricing: { readonly model: string; readonly starting_price: unknown } };
  readonly capabilities: JsonObject[];
}

/** The rules about slugs, artifacts, addresses and prices. */
const ids = (Object.keys(catalogue) as RuleId[]).filter((id) =>
  /^(?:slug|artifact|url|pricing)\/(?!repeated)/.test(id),
);

describeWithCorpus('real listings', () => {
  const listings = JSON.parse(readCorpus('corpus', 'listings.json')) as Listing[];
  const seed = parseYaml(readCorpus('corpus', 'seed', 'source.yaml')).value as JsonObject;
  const pricesBelowZero = ({ artifact }: Listing): boolean => {
    // Another way than the rule's: the digits, exponent and all, as a number, with its sign.
    const [digits = ''] = String(artifact.pricing.starting_price).match(/[-+.\de]{2,}/) ?? [];
    return Number.parseFloat(digits) < 0;
  };
  const priced = (listing: Listing, starting_price: string): Listing => ({
    ...listing,
    artifact: { ...listing.artifact, pricing: { ...listing.artifact.pricing, starting_price } },
  });
  const said = (id: RuleId, from: readonly Listing[] = listings): string[] =>
    from.filter((listing) => findings(id, listing).length > 0).map(({ slug }) => slug);

  test('are as many as there should be', () => {
    expect(listings).toHaveLength(27);
    expect(ids).toHaveLength(21);
  });

  test('hold no text that is unsafe', () => {
    expect(listings.flatMap((listing) => checkTexts(listing as unknown as JsonObject))).toEqual([]);
    expect(checkTexts(seed)).toEqual([]);
  });

  test('have as many negative prices as are counted, also where some are put in', () => {
    expect(said('pricing/negative')).toEqual(listings.filter(pricesBelowZero).map(({ slug }) => slug));
    const models = listings.filter(({ artifact }) => artifact.pricing.model === 'paid');
    expect(models.length).toBeGreaterThan(1);
    for (const prices of [
      ['$-1.00e+0 per prompt token', '$-1.00e+0 per prompt token'],
      ['$-2.50e-6 per prompt token', '$2.50e-6 per prompt token'],
    ]) {
      const mixed = listings.map((listing) => {
        const price = prices[models.indexOf(listing)];
        return price === undefined ? listing : priced(listing, price);
      });
      const counted = mixed.filter(pricesBelowZero).map(({ slug }) => slug);
      expect(counted.length).toBe(prices.filter((price) => price.includes('$-')).length);
      expect(said('pricing/negative', mixed)).toEqual(counted);
      expect(said('pricing/unparsable', mixed)).toEqual([]);
      expect(said('pricing/at-odds', mixed)).toEqual([]);
    }
  });

  test('have readers of images among the makers, and an extension of an editor among those of browsers', () => {
    expect(said('artifact/category-at-odds').sort()).toEqual([
      'adamcodd--vit-base-nsfw-detector',
      'dima806--facial_emotions_image_detection',
      'microsoft--trocr-base-printed',
      'pixel-agents',
    ]);
    const makers = listings.filter(({ artifact }) => (artifact.categories as string[]).includes('image-generation'));
    expect(makers.map(({ slug }) => slug)).toContain('tencentarc--photomaker');
  });

  test('are otherwise as they should be', () => {
    const others = ids.filter((id) => id !== 'artifact/category-at-odds');
    expect(others.flatMap((id) => said(id).map((slug) => `${id} ${slug}`))).toEqual([]);
  });

  test('have names that say what they are, and lose nothing in an address', () => {
    for (const id of ['text/placeholder', 'capability/lossy-uri', 'capability/duplicate-uri'] as const)
      expect(said(id), id).toEqual([]);
  });

  test('the seed is a chat model among the makers of images, and nothing else', () => {
    const found = [...ids, 'capability/unknown-category' as const].flatMap((id) =>
      findings(id, seed).map(({ pointer }) => `${id} ${pointer}`),
    );
    expect(found).toEqual(['artifact/category-at-odds /artifact/categories/0']);
    expect(findings('artifact/category-at-odds', seed)[0]?.suggestions).toContain('llm-apis');
  });
});
