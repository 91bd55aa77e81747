import { expect, it } from 'vitest';
import type { Payload, Source } from '../../src/passport/types.generated.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { capabilityUri } from '../../src/passport/capability-uri.js';
import { derive } from '../../src/trust/derive.js';
import { checkSource } from '../../src/validate/source.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';

interface Listing {
  readonly slug: string;
  readonly artifact: Payload['artifact'];
  readonly capabilities: ReadonlyArray<{ readonly id: string; readonly uri: string; readonly name: string }>;
}

/** The heads of published passports: the first capability's categories are not among what is known. */
function listings(): Listing[] {
  return JSON.parse(readCorpus('corpus', 'listings.json')) as Listing[];
}

/** The category whose words, with dots, the address begins with. */
function categoryOf(uri: string): string {
  const found = unfragileAi.categories.capability.find((category) =>
    uri.startsWith(`capability://${category.replaceAll('-', '.')}.`),
  );
  if (found === undefined) throw new Error(`no known category begins ${uri}`);
  return found;
}

function asSource({ artifact, capabilities }: Listing): Source {
  const { id, slug, name, type, url, categories, tags, pricing, status } = artifact;
  return {
    artifact: {
      id,
      slug,
      name,
      type,
      url,
      categories,
      tags,
      pricing: { model: pricing.model, starting_price: pricing.starting_price },
      status,
    },
    capabilities: capabilities.map((capability) => ({
      name: capability.name,
      description: 'not part of a listing',
      intents: [],
      best_for: [],
      limitations: [],
      requires: [],
      input_types: [],
      output_types: [],
      categories: [categoryOf(capability.uri)],
    })),
  };
}

describeWithCorpus('every published listing', () => {
  it('is there', () => {
    expect(listings()).toHaveLength(27);
  });

  it('has the address that its category and name give', () => {
    for (const { capabilities } of listings()) {
      for (const { name, uri } of capabilities) expect(capabilityUri(categoryOf(uri), name)).toBe(uri);
    }
  });

  it('has the derived fields that its source gives, in the same order', () => {
    for (const listing of listings()) {
      const source = asSource(listing);
      const { payload } = derive(source, { verified: listing.artifact.verified }, unfragileAi);
      expect(JSON.stringify(payload.artifact)).toBe(JSON.stringify(listing.artifact));
      expect(payload.capabilities.map(({ id, uri, name }) => ({ id, uri, name }))).toEqual(listing.capabilities);
    }
  });

  it('covers what pays and what does not', () => {
    const models = new Map(listings().map(({ artifact }) => [artifact.pricing.model, artifact.pricing.free]));
    expect(models.get('open_source')).toBe(true);
    expect(models.get('unknown')).toBe(false);
  });

  it('is objected to by no text rule', () => {
    for (const listing of listings()) {
      expect(checkSource(listing)).toEqual([]);
      expect(checkSource(asSource(listing))).toEqual([]);
    }
  });
});
