import { describe, expect, it } from 'vitest';
import { deriveLinks } from '../../src/passport/links.js';
import type { RegistryProfile } from '../../src/passport/registry-profile.js';
import type { Source } from '../../src/passport/types.generated.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { derive } from '../../src/trust/derive.js';
import { checkPayload } from '../../src/validate/payload.js';
import { capability, sourceValue } from '../source-value.js';

type Model = Source['artifact']['pricing']['model'];

describe('derive', () => {
  it('fills everything in where an author gives the least', () => {
    const { payload } = derive(sourceValue(), {}, unfragileAi);
    expect(checkPayload(payload)).toEqual([]);
    expect(payload).toEqual({
      '@version': '1.0',
      version: '2026-05',
      artifact: {
        id: 'toaster',
        slug: 'toaster',
        name: 'Toaster',
        type: 'app',
        url: 'https://toaster.example/',
        page_url: 'https://unfragile.ai/toaster',
        categories: ['automation'],
        tags: [],
        pricing: { model: 'free', free: true, starting_price: null },
        status: 'active',
        verified: false,
      },
      capabilities: [
        {
          id: 'toaster__cap_0',
          uri: 'capability://automation.workflow.toast.bread',
          ...capability(),
          confidence: 0.5,
          matches: 0,
          success_rate: 0,
        },
      ],
      trust: {
        score: 8,
        verified: false,
        data_access_risk: 'low',
        permissions: [],
        failure_modes: ['builder identity is not verified yet', 'no observed match outcomes yet'],
        rank_breakdown: {
          adoption: 0,
          quality: 0,
          ecosystem: 0,
          match_graph: 0.25,
          freshness: 0,
          weights: unfragileAi.weights.default,
        },
        observed_outcomes: {
          matches: 0,
          success_rate: 0,
          avg_confidence: 0,
          top_intents: [],
          last_matched_at: null,
        },
        maintenance: { status: 'active', updated_at: null, last_scraped_at: null, last_commit: null },
        community: { stars: null, forks: null, weekly_downloads: null, model_downloads: null, model_likes: null },
      },
      distribution: {
        claim_url: 'https://unfragile.ai/submit?claim=toaster',
        compare_url: 'https://unfragile.ai/compare?artifact=toaster',
      },
    });
  });

  it('takes what was observed, zero and false included', () => {
    const observed = {
      verified: true,
      outcomes: { matches: 7, success_rate: 0.5, avg_confidence: 0, top_intents: ['toast'], last_matched_at: null },
      maintenance: { updated_at: '2026-01-31T09:30:00.000Z', last_commit: '2026-01-30T00:00:00Z' },
      community: { stars: 0, forks: 3, weekly_downloads: null },
      capabilities: { '1': { confidence: 0, matches: 2, success_rate: 1 } },
    };
    const source = sourceValue({
      artifact: { id: 'x:1', status: 'inactive' },
      capabilities: [capability(), capability()],
    });
    const { payload } = derive(source, observed, unfragileAi);
    const { artifact, capabilities, trust } = payload;
    expect(artifact).toMatchObject({ id: 'x:1', slug: 'toaster', verified: true, status: 'inactive' });
    expect(capabilities.map(({ id, confidence, matches }) => [id, confidence, matches])).toEqual([
      ['x:1__cap_0', 0.5, 0],
      ['x:1__cap_1', 0, 2],
    ]);
    expect(trust.verified).toBe(true);
    expect(trust.failure_modes).toEqual([]);
    expect(trust.observed_outcomes).toEqual(observed.outcomes);
    expect(trust.maintenance).toEqual({ status: 'inactive', last_scraped_at: null, ...observed.maintenance });
    expect(trust.community).toMatchObject({ stars: 0, forks: 3, model_likes: null });
  });

  it.each<[Model, boolean]>([
    ['open_source', true],
    ['free', true],
    ['freemium', true],
    ['paid', false],
    ['usage', false],
    ['unknown', false],
  ])('takes the pricing model %s as free: %s', (model, free) => {
    const { payload } = derive(
      sourceValue({ artifact: { pricing: { model, starting_price: '$1' } } }),
      {},
      unfragileAi,
    );
    expect(payload.artifact.pricing).toEqual({ model, free, starting_price: '$1' });
  });

  it('makes addresses from the slug as it is', () => {
    const slug = 'some.one--tool_2';
    const { payload } = derive(sourceValue({ artifact: { slug } }), {}, unfragileAi);
    expect(payload.artifact.page_url).toBe(`https://unfragile.ai/${slug}`);
    expect(payload.distribution.claim_url).toBe(`https://unfragile.ai/submit?claim=${slug}`);
    expect(deriveLinks(unfragileAi, slug)).toEqual({
      self: `https://unfragile.ai/api/v1/passport/${slug}`,
      artifact: `https://unfragile.ai/${slug}`,
      verify: `https://unfragile.ai/api/v1/verify?slug=${slug}`,
      publicKey: 'https://unfragile.ai/api/v1/trust-passport-public-key',
      spec: 'https://unfragile.ai/trust',
      schema: 'https://unfragile.ai/schema.json',
      docs: 'https://unfragile.ai/docs',
    });
  });

  it("follows another registry's profile", () => {
    const profile: RegistryProfile = {
      ...unfragileAi,
      base_url: 'https://passports.example/eu',
      format: { '@version': '9', version: '2030-01' },
      links: { ...unfragileAi.links, artifact: '/a/{slug}' },
    };
    const { payload } = derive(sourceValue(), {}, profile);
    expect(payload['@version']).toBe('9');
    expect(payload.version).toBe('2030-01');
    expect(payload.artifact.page_url).toBe('https://passports.example/eu/a/toaster');
    expect(payload.distribution.compare_url).toBe('https://passports.example/eu/compare?artifact=toaster');
  });

  it('shares no list with the source, so that neither changes the other', () => {
    const source = sourceValue({ capabilities: [capability({ requires: ['bread'] })] });
    const before = structuredClone(source);
    const { payload } = derive(source, {}, unfragileAi);
    payload.capabilities[0]?.requires.push('butter');
    payload.artifact.categories.push('breakfast');
    payload.trust.permissions.push('jam');
    expect(source).toEqual(before);
  });
});
