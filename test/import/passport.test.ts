import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAuthored } from '../../src/author/authored.js';
import { buildPassport } from '../../src/author/build.js';
import { parseSource } from '../../src/author/source.js';
import { readOverlay } from '../../src/author/overlay.js';
import { draftText } from '../../src/import/draft-text.js';
import { importers } from '../../src/import/importers.js';
import { passport } from '../../src/import/passport.js';
import { deriveLinks } from '../../src/passport/links.js';
import { completeProfile } from '../../src/passport/registry-profile.js';
import type { Observations, Payload } from '../../src/passport/types.generated.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';
import { capability, sourceValue } from '../source-value.js';
import { expectReadsBack, saidOf } from './read-back.js';

function read(text: string) {
  return passport.read([{ file: 'passport.json', text }]);
}

/** What a source and observations that were made from a passport give. */
function builtFrom(text: string): Payload {
  const draft = read(text);
  const { source, diagnostics } = parseSource(draftText(draft), { file: 'passport.yaml' });
  expect(diagnostics).toEqual([]);
  if (source === undefined) throw new Error('no source');
  const observations =
    draft.observations && (parseAuthored('observations', JSON.stringify(draft.observations)) as Observations);
  return buildPassport(source, { observations }).payload;
}

const observed: Observations = {
  verified: true,
  rank: { adoption: 0.5, freshness: 1 },
  outcomes: { matches: 12, success_rate: 0.75, top_intents: ['toast'], last_matched_at: '2026-01-02T03:04:05.000Z' },
  maintenance: { last_commit: '2026-01-02T03:04:05.000Z' },
  community: { stars: 0, model_likes: 3 },
  capabilities: { '0': { confidence: 0.9, matches: 12 } },
};

describe('a passport, back to a source', () => {
  const folder = new URL('../../templates/', import.meta.url);
  const templates = readdirSync(folder);

  test.each(templates)('templates/%s gives the same payload again, byte by byte', (file) => {
    const { source } = parseSource(readFileSync(new URL(file, folder), 'utf8'), { file });
    if (source === undefined) throw new Error('no source');
    for (const observations of [undefined, observed]) {
      const { payload } = buildPassport(source, { observations });
      const text = JSON.stringify({ unfragile: payload });
      const draft = read(text);
      expect(JSON.stringify(builtFrom(text))).toBe(JSON.stringify(payload));
      expect(saidOf(draft)).toEqual([]);
      // What the derivation gives is not written.
      expect(draft.observations === undefined).toBe(observations === undefined);
      expect(Object.keys(draft.artifact)).not.toContain('status');
      expectReadsBack(draft);
    }
  });

  test('all templates are there', () => expect(templates).toHaveLength(19));

  test('the id is left out where it is the slug, the status where it is active, what is empty as well', () => {
    const plain = buildPassport(sourceValue()).payload;
    expect(Object.keys(read(JSON.stringify(plain)).artifact)).toEqual([
      'slug',
      'name',
      'type',
      'url',
      'categories',
      'pricing',
    ]);
    const other = buildPassport(
      sourceValue({
        artifact: {
          id: 'app-toaster',
          status: 'inactive',
          tags: ['a'],
          pricing: { model: 'paid', starting_price: '$1' },
        },
      }),
    ).payload;
    const { artifact } = read(JSON.stringify(other));
    expect(artifact.id?.value).toBe('app-toaster');
    expect(artifact.status?.value).toBe('inactive');
    expect(artifact.tags?.value).toEqual(['a']);
    expect(artifact.pricing?.starting_price?.value).toBe('$1');
  });

  test('whatever can be built comes back', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9 .:#'"{}[\]-]{1,30}$/).filter((text) => /[a-z0-9]/i.test(text));
    const texts = fc.array(word, { maxLength: 12 });
    const one = fc.record({
      ...{ name: word, description: word, intents: texts, best_for: texts, limitations: texts, requires: texts },
      ...{ input_types: texts, output_types: texts, categories: fc.constant<string[]>(['automation-workflow']) },
    });
    const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => Math.round(value * 100) / 100);
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 3 }),
        word,
        share,
        fc.nat(5),
        (list, name, rank, matches) => {
          const capabilities = list.map((entry, index) => ({ ...entry, name: `${entry.name} ${index}` }));
          const observations = {
            rank: { quality: rank },
            outcomes: { matches },
            capabilities: { '0': { confidence: rank } },
          };
          const { payload } = buildPassport(sourceValue({ artifact: { name }, capabilities }), { observations });
          expect(JSON.stringify(builtFrom(JSON.stringify(payload)))).toBe(JSON.stringify(payload));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what a source has no place for', () => {
  test('failure modes that a manifest declared', () => {
    const manifest = JSON.stringify({
      unfragile_version: '1.0',
      artifact: { name: 'Toaster', slug: 'toaster', type: 'app', homepage: 'https://toaster.example/' },
      pricing: { model: 'free' },
      capabilities: [
        {
          id: 'toast',
          name: 'toast bread',
          description: `${'Toasts bread. '.repeat(10)}`.trim(),
          intents_served: [],
          conditions: { limitations: ['one slice'] },
        },
      ],
      failure_modes: [{ mode: 'the bread burns', frequency: 'rare', mitigation: 'turn the dial' }],
    });
    const overlay = readOverlay(
      JSON.stringify({
        artifact: { categories: ['automation'] },
        capabilities: { toast: { categories: ['automation-workflow'] } },
      }),
      'overlay.yaml',
    );
    const { source, diagnostics } = parseSource(manifest, { overlay });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (source === undefined) throw new Error('no source');
    const { payload } = buildPassport(source);
    expect(payload.trust.failure_modes[0]).toBe('the bread burns');
    const draft = read(JSON.stringify({ unfragile: payload }));
    expect(saidOf(draft)).toEqual([
      'warning import/left-out failure modes that a manifest declared have no place in a source: "the bread burns"',
    ]);
    expectReadsBack(draft);
  });

  test('what does not follow from the rest', () => {
    const { payload } = buildPassport(sourceValue());
    payload.trust.score += 1;
    expect(saidOf(read(JSON.stringify(payload)))).toEqual([
      'warning import/left-out "trust.score" is not what follows from the rest of the passport',
    ]);
  });

  test('a capability whose address cannot be derived', () => {
    const { payload } = buildPassport(sourceValue());
    (payload.capabilities[0] as { name: string }).name = '図書館';
    expect(saidOf(read(JSON.stringify(payload)))).toEqual([
      'warning import/left-out "capabilities.0.uri" is not what follows from the rest of the passport',
    ]);
  });

  test("another registry's addresses, and its defaults are not ours", () => {
    const registry = completeProfile(
      {
        base_url: 'https://kitchen-registry.example',
        issuer: 'kitchen-registry.example',
      },
      unfragileAi,
    );
    const { payload } = buildPassport(sourceValue(), { registry });
    const draft = read(JSON.stringify(payload));
    expect(saidOf(draft)).toEqual([
      'warning import/left-out it is a passport of another registry, whose page is "https://kitchen-registry.example/toaster"',
    ]);
    expect(draft.observations?.rank).toEqual(unfragileAi.rank_defaults);
    const again = buildPassport(parseSource(draftText(draft)).source as never, {
      observations: draft.observations,
      registry,
    });
    expect(again.payload).toEqual(payload);
  });
});

describe('what is no passport', () => {
  const { payload } = buildPassport(sourceValue({ capabilities: [capability()] }));
  test.each([
    ['', 'import/unreadable'],
    ['artifact: {}', 'import/unreadable'],
    ['{"a": 1}', 'import/unreadable'],
    ['{"a": 1', 'json/syntax'],
    [JSON.stringify({ unfragile: { ...payload, trust: undefined } }), 'schema/missing-key'],
    ['['.repeat(3_000_000), 'import/unreadable'],
    [`{"a":${'['.repeat(3_000_000)}`, 'json/'],
    [' '.repeat(5_000_000), 'import/unreadable'],
  ])('%# is refused', (text, rule) => {
    expect(passport.recognises({ file: 'x.json', text })).toBe(text.includes('@version'));
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        code: 'ERR_INVALID_IMPORT',
        diagnostics: expect.arrayContaining([expect.objectContaining({ ruleId: expect.stringContaining(rule) })]),
      }),
    );
  });

  test('unsafe texts are not refused here: the source is where they are to be mended', () => {
    const unsafe = structuredClone(payload);
    unsafe.artifact.name = 'Toaster \u202e';
    const draft = read(JSON.stringify(unsafe));
    expect(draft.artifact.name?.value).toBe('Toaster \u202e');
    expectReadsBack(draft);
  });
});

describeWithCorpus('the published passport', () => {
  test('comes back whole, with what the registry observed', () => {
    const text = readCorpus('corpus', 'seed', 'passport.json');
    const { unfragile } = (JSON.parse(text) as { passport: { unfragile: Payload } }).passport;
    expect(JSON.stringify(builtFrom(text))).toBe(JSON.stringify(unfragile));
    const draft = read(text);
    expect(saidOf(draft)).toEqual([]);
    expect(draft.observations).toEqual({
      rank: expect.objectContaining({ adoption: 0.05 }) as unknown,
      maintenance: expect.objectContaining({ updated_at: '2026-05-24T12:16:24.485Z' }) as unknown,
    });
    expectReadsBack(draft);
    expect(importers.passport.recognises({ file: 'passport.json', text })).toBe(true);
    // The links are of no use, and are not looked at.
    const elsewhere = { ...(JSON.parse(text) as object), _links: deriveLinks(unfragileAi, 'elsewhere') };
    expect(read(JSON.stringify(elsewhere))).toEqual(draft);
  });
});
