import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import {
  type Explanation,
  type ExplainOptions,
  explainSource,
  type Given,
  payloadPointer,
} from '../../src/author/explain.js';
import { buildPassport } from '../../src/author/build.js';
import { parseAuthored } from '../../src/author/authored.js';
import { parseSource } from '../../src/author/source.js';
import { appendPointer, pointerTokens, valueAt } from '../../src/encoding/pointer.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { PassportError } from '../../src/errors.js';
import { deriveLinks } from '../../src/passport/links.js';
import type { Observations, Overlay, RegistryProfileFile } from '../../src/passport/types.generated.js';
import { completeProfile } from '../../src/passport/registry-profile.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';

const root = new URL('../../', import.meta.url);
const explainValue = (text: string, path: string, options: ExplainOptions = {}): Explanation =>
  explainSource(text, options)(path);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** Every value that has no members. */
function* leaves(value: JsonValue, pointer = ''): Generator<readonly [pointer: string, value: JsonValue]> {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (members.length === 0) yield [pointer, value];
  for (const [key, member] of members) yield* leaves(member, appendPointer(pointer, key));
}

/** What an author sees at a range: the text is cut out and read on its own. */
function reread(text: string, { range }: Given): unknown {
  const slice = text.slice(range?.start.offset, range?.end.offset);
  return (parse(`x: ${slice}`, { schema: 'core' }) as { x: unknown }).x;
}

const only = (given: Given | undefined): JsonValue => (given as Given).value;
const dotted = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '');
const text = (value: JsonValue): string => value as string;

/** The rules once more, from nothing but what an explanation says was given. */
function recompute({ pointer, from, capped, score, risk }: Explanation): JsonValue {
  const place = pointerTokens(pointer).at(-1) as string;
  if (/^\/_links\/|\/page_url$|^\/distribution\//.test(pointer)) {
    const [base, template, slug] = from.map(({ value }) => text(value)) as [string, string, string];
    return base + template.split('{slug}').join(encodeURIComponent(slug));
  }
  if (pointer.endsWith('/free'))
    return ['open_source', 'free', 'freemium'].includes(text(only(from[0])).replace('-', '_'));
  if (pointer === '/artifact/pricing/model') return text(only(from[0])).replaceAll('-', '_');
  if (pointer.endsWith('/id')) return `${text(only(from[0]))}__cap_${pointerTokens(pointer)[1]}`;
  if (pointer.endsWith('/uri')) return `capability://${from.map(({ value }) => dotted(text(value))).join('.')}`;
  if (pointer.includes('/weights/')) return only(from[0]);
  if (pointer === '/trust/score') {
    const values = from.map(({ value }) => value as number);
    let sum = 0;
    for (let at = 0; at < values.length; at += 2) sum += (values[at] as number) * (values[at + 1] as number);
    expect(score?.parts).toHaveLength(5);
    expect(score?.sum).toBeCloseTo(100 * sum, 9);
    for (const part of score?.parts ?? []) expect(part.points).toBe(100 * part.weight * part.value);
    return Math.round(100 * sum);
  }
  if (pointer === '/trust/data_access_risk') {
    if (risk?.ruleId === undefined) return 'low';
    const [rule, entry] = from as [Given, Given];
    const { id, risk: level, words } = rule.value as unknown as { id: string; risk: string; words: string[] };
    expect(risk.ruleId).toBe(id);
    expect(text(entry.value).toLowerCase()).toContain(risk.word?.toLowerCase());
    expect(words.some((word) => risk.word?.toLowerCase().startsWith(word.slice(0, -1)))).toBe(true);
    return level;
  }
  if (/^\/trust\/(?:permissions|failure_modes)\/\d+$/.test(pointer)) {
    if (from[0]?.of === 'registry') {
      expect([undefined, false, 0]).toContain(from[1]?.value);
      return only(from[0]);
    }
    expect(capped?.position).toBe(Number(place) + 1);
    for (const given of from) expect(given.value).toBe(only(from[0]));
    return only(from[0]);
  }
  if (/^\/trust\/(?:permissions|failure_modes)$/.test(pointer)) {
    expect(from).toEqual([]);
    return [];
  }
  throw new Error(`no rule is known here for ${pointer}`);
}

const defaults: Readonly<Record<string, JsonValue>> = {
  tags: [],
  intents: [],
  best_for: [],
  limitations: [],
  requires: [],
  input_types: [],
  output_types: [],
  top_intents: [],
  starting_price: null,
  status: 'active',
  verified: false,
  confidence: 0.5,
  matches: 0,
  success_rate: 0,
  avg_confidence: 0,
  last_matched_at: null,
  updated_at: null,
  last_scraped_at: null,
  last_commit: null,
  stars: null,
  forks: null,
  weekly_downloads: null,
  model_downloads: null,
  model_likes: null,
  model: 'unknown',
};

/** Each leaf is explained, and what the explanation says is true. @returns how many there were of each kind */
function checkEveryLeaf(source: string, options: ExplainOptions = {}): Record<string, number> {
  const parsed = parseSource(source, options);
  const registry = options.registry ?? unfragileAi;
  if (!parsed.source) throw new Error(JSON.stringify(parsed.diagnostics));
  const { payload } = buildPassport(parsed.source, options);
  const links = deriveLinks(registry, payload.artifact.slug);
  const counts: Record<string, number> = {};
  const explain = explainSource(source, options);
  for (const [pointer, value] of leaves({ ...payload, _links: links } as unknown as JsonValue)) {
    const explanation = explain(pointer);
    expect(explanation, pointer).toMatchObject({ pointer, value, members: [] });
    expect(explanation.rule, pointer).not.toBe('');
    const { how, from, absent } = explanation;
    counts[how] = (counts[how] ?? 0) + 1;
    for (const given of from) {
      const documents = { source: undefined, overlay: options.overlay, observations: options.observations, registry };
      if (given.of !== 'source') {
        expect(valueAt(documents[given.of] as JsonValue, given.pointer), pointer).toEqual(given.value);
      } else {
        expect(given.range, pointer).toBeDefined();
        if (typeof given.value !== 'object') expect(reread(source, given), pointer).toEqual(given.value);
      }
    }
    if (how === 'copied') {
      expect(from.length, pointer).toBe(1);
      expect(only(from[0]), pointer).toEqual(value);
    } else if (how === 'default') {
      expect(from, pointer).toEqual([]);
      expect(value, pointer).toEqual(defaults[pointerTokens(pointer).at(-1) as string]);
      if (absent?.of === 'observations')
        expect(valueAt((options.observations ?? {}) as JsonValue, absent.pointer)).toBeUndefined();
    } else {
      expect(how, pointer).toBe('derived');
      expect(recompute(explanation), pointer).toEqual(value);
    }
  }
  return counts;
}

const observed: Observations = {
  verified: true,
  rank: { adoption: 0.9, freshness: 0.1 },
  outcomes: { matches: 4, success_rate: 0.5, top_intents: ['read a page', 'count words'], last_matched_at: null },
  maintenance: { updated_at: '2026-01-31T09:30:00Z' },
  community: { stars: 0, forks: null },
  capabilities: { '0': { confidence: 0.75, matches: 3 } },
};

describe('every leaf of a payload is explained, and truly', () => {
  const templates = readdirSync(new URL('templates/', root)).sort();

  test.each(templates)('templates/%s, with and without observations', (name) => {
    const source = read(`templates/${name}`);
    const without = checkEveryLeaf(source);
    expect(without.copied).toBeGreaterThan(20);
    expect(without.derived).toBeGreaterThan(15);
    expect(without.default).toBeGreaterThan(10);
    const withThem = checkEveryLeaf(source, { observations: observed });
    expect(withThem.default).toBeLessThan(without.default as number);
  });

  test('a manifest with an overlay', () => {
    const overlay: Overlay = {
      artifact: { categories: ['mcp-servers'], tags: ['kitchen'], starting_price: '$2 per month' },
      capabilities: {
        'find-recipe': { categories: ['search-retrieval'], input_types: ['text'] },
        '1': { categories: ['data-processing-analysis'] },
        '2': { categories: ['automation-workflow'], output_types: ['text'] },
      },
    };
    const counts = checkEveryLeaf(read('test/fixtures/unfragile.yml'), { overlay });
    expect(counts).toMatchObject({
      copied: expect.any(Number),
      derived: expect.any(Number),
      default: expect.any(Number),
    });
    const found = (path: string) => explainValue(read('test/fixtures/unfragile.yml'), path, { overlay });
    expect(found('/artifact/url').from).toMatchObject([{ of: 'source', pointer: '/artifact/homepage' }]);
    expect(found('/capabilities/0/categories/0').from).toMatchObject([
      { of: 'overlay', pointer: '/capabilities/find-recipe/categories/0' },
    ]);
    expect(found('/artifact/pricing/starting_price').from).toMatchObject([
      { of: 'overlay', pointer: '/artifact/starting_price' },
    ]);
    expect(found('/artifact/pricing/model')).toMatchObject({
      how: 'derived',
      rule: 'with _ for -',
      from: [{ pointer: '/pricing/model', value: 'open-source' }],
    });
    expect(found('/trust/failure_modes/1')).toMatchObject({
      from: [{ pointer: '/failure_modes/1/mode' }, { pointer: '/capabilities/1/conditions/limitations/0' }],
    });
    expect(found('/artifact/status')).toMatchObject({ how: 'default', value: 'active', from: [] });
    expect(found('/capabilities/2/intents')).toMatchObject({
      how: 'default',
      value: [],
      absent: { of: 'source', pointer: '/capabilities/2/intents_served' },
    });
  });

  test('a manifest with what only its overlay may say does not lend it', () => {
    const manifest = read('test/fixtures/unfragile.yml').replace(
      '  license: MIT',
      '  license: MIT\n  status: inactive\n  tags: [stray]',
    );
    const categories = { categories: ['search-retrieval'] };
    const overlay: Overlay = {
      artifact: { categories: ['mcp-servers'] },
      capabilities: { 'find-recipe': categories, 'scale-recipe': categories, '2': categories },
    };
    expect(explainValue(manifest, '/artifact/status', { overlay })).toMatchObject({ how: 'default', from: [] });
    expect(explainValue(manifest, '/artifact/tags', { overlay })).toMatchObject({
      how: 'default',
      value: [],
      from: [],
    });
  });

  test('JSON, and the profile of another registry', () => {
    const source = JSON.stringify(parse(read('test/fixtures/library-hours.yaml')), null, 2);
    const file: RegistryProfileFile = {
      base_url: 'https://passports.example',
      issuer: 'passports.example',
      links: { claim: '/mine/{slug}' },
      caps: { permissions: 1, failure_modes: 2 },
    };
    checkEveryLeaf(source, { registry: completeProfile(file, unfragileAi) });
  });
});

describeWithCorpus('every leaf of the seed', () => {
  const seed = readCorpus('corpus', 'seed', 'source.yaml');
  const observations = parseAuthored('observations', readCorpus('corpus', 'seed', 'observations.yaml')) as Observations;

  test('is explained, and truly', () => {
    const counts = checkEveryLeaf(seed, { observations });
    expect(counts.copied).toBeGreaterThan(200);
  });

  test('the caps and what they dropped', () => {
    const { value, capped, members } = explainValue(seed, '/trust/permissions', { observations });
    expect(value).toHaveLength(10);
    expect(members).toHaveLength(10);
    expect(capped).toMatchObject({ cap: 10, total: 25, position: undefined });
    expect(capped?.dropped).toHaveLength(15);
    expect(explainValue(seed, '/trust/failure_modes', { observations }).capped?.dropped).toHaveLength(26);
    const again = capped?.dropped.find(({ from }) => from.length > 1);
    expect(again?.from.map(({ pointer }) => pointer)).toEqual([
      '/capabilities/6/requires/0',
      '/capabilities/7/requires/0',
      '/capabilities/8/requires/0',
    ]);
    for (const { text: entry, from } of capped?.dropped ?? [])
      for (const given of from) expect(reread(seed, given)).toBe(entry);
  });

  test('the score adds up to 24.3, and is 24', () => {
    const { value, score } = explainValue(seed, 'trust.score', { observations });
    expect(value).toBe(24);
    expect(score?.sum).toBeCloseTo(24.3, 9);
    expect(score?.parts.map(({ component, observed: seen }) => [component, seen])).toEqual(
      ['adoption', 'quality', 'ecosystem', 'match_graph', 'freshness'].map((name) => [name, true]),
    );
  });
});

const source = `artifact:
  slug: toaster
  name: Toaster
  type: app
  url: https://toaster.example/
  categories: [automation]
  pricing: { model: free }
capabilities:
  - name: toast bread
    description: Toasts a slice of bread until it is brown.
    intents: []
    best_for: []
    limitations: [burns, burns, smokes]
    requires:
      - a socket
      - a password
      - "a socket"
      - bread
    input_types: [file]
    output_types: []
    categories: [automation-workflow]
  - name: warm rolls
    description: Warms a roll on top.
    intents: []
    best_for: []
    limitations: []
    requires: [bread, a plate]
    input_types: []
    output_types: []
    categories: [automation-workflow]
`;
const small = { ...unfragileAi, caps: { permissions: 2, failure_modes: 10 } };

describe('explainSource', () => {
  it('names all places of a text that stands at several', () => {
    const { how, from, capped } = explainValue(source, '/trust/permissions/0');
    expect(how).toBe('derived');
    expect(from.map(({ pointer, range }) => [pointer, range?.start.line, range?.start.column])).toEqual([
      ['/capabilities/0/requires/0', 15, 9],
      ['/capabilities/0/requires/2', 17, 9],
    ]);
    expect(capped).toEqual({ cap: 10, total: 4, position: 1, dropped: [] });
  });

  it('explains what the cap dropped by the place that it would have had', () => {
    const { value, how, from, capped } = explainValue(source, '/trust/permissions/2', { registry: small });
    expect({ value, how }).toEqual({ value: undefined, how: 'dropped' });
    expect(from.map(({ pointer, value: at }) => [pointer, at])).toEqual([
      ['/capabilities/0/requires/3', 'bread'],
      ['/capabilities/1/requires/0', 'bread'],
    ]);
    expect(capped).toMatchObject({ cap: 2, total: 4, position: 3, dropped: [{ text: 'bread' }, { text: 'a plate' }] });
  });

  it('counts notes as what the registry adds, and dropped failure modes after them', () => {
    const registry = { ...unfragileAi, caps: { permissions: 10, failure_modes: 1 } };
    expect(explainValue(source, '/trust/failure_modes/0', { registry }).capped?.position).toBe(1);
    const note = explainValue(source, '/trust/failure_modes/1', { registry });
    expect(note).toMatchObject({
      value: 'builder identity is not verified yet',
      how: 'derived',
      from: [{ of: 'registry', pointer: '/notes/unverified' }],
      absent: { of: 'observations', pointer: '/verified' },
      capped: { position: undefined, total: 2 },
    });
    const known = { verified: true, outcomes: { matches: 1 } };
    expect(explainValue(source, '/trust/failure_modes/1', { registry, observations: known })).toMatchObject({
      how: 'dropped',
      value: undefined,
      from: [{ pointer: '/capabilities/0/limitations/2', value: 'smokes' }],
    });
  });

  it('names the rule of the risk, the word, the place, and what would come without it', () => {
    const { value, risk, from } = explainValue(source, '/trust/data_access_risk');
    expect(value).toBe('high');
    expect(risk).toMatchObject({
      ruleId: 'credentials',
      word: 'password',
      otherwise: {
        risk: 'moderate',
        ruleId: 'files',
        word: 'file',
        from: [{ pointer: '/capabilities/0/input_types/0' }],
      },
    });
    expect(from).toMatchObject([
      { of: 'registry', pointer: '/risk_rules/0' },
      { of: 'source', pointer: '/capabilities/0/requires/1', range: { start: { line: 16, column: 9 } } },
    ]);
    const harmless = explainValue(
      source.replace('a password', 'butter').replace('[file]', '[bread]'),
      '/trust/data_access_risk',
    );
    expect(harmless).toMatchObject({ value: 'low', risk: {}, from: [{ pointer: '/risk_rules' }] });
  });

  it('explains the members of an object one deep', () => {
    const { how, members } = explainValue(source, '/trust');
    expect(how).toBe('held');
    expect(members.map(({ pointer }) => pointer).slice(0, 3)).toEqual([
      '/trust/score',
      '/trust/verified',
      '/trust/data_access_risk',
    ]);
    expect(members.every((member) => member.members.length === 0)).toBe(true);
    expect(explainValue(source, '').members.map(({ pointer }) => pointer)).toContain('/_links');
    expect(explainValue(source, '/trust/rank_breakdown').members).toHaveLength(6);
  });

  it.each([
    ['/passport/unfragile/trust/score', '/trust/score'],
    ['/unfragile/trust/score', '/trust/score'],
    ['trust.score', '/trust/score'],
    ['trust', '/trust'],
    ['trust.permissions[3]', '/trust/permissions/3'],
    ['capabilities[2].uri', '/capabilities/2/uri'],
    ['passport.unfragile.capabilities[0]', '/capabilities/0'],
    ['_links.self', '/_links/self'],
    ['@version', '/@version'],
    ['/unfragile', ''],
    ['', ''],
    ['/unfragiles', '/unfragiles'],
    ['trust..score', undefined],
    ['trust.permissions[x]', undefined],
    ['trust.permissions[', undefined],
    ['.trust', undefined],
    ['text/secret', undefined],
  ])('reads %j as %j', (path, pointer) => {
    expect(payloadPointer(path)).toBe(pointer);
  });

  it.each([
    ['/trust/scor', /did you mean \/trust\/score\? \/trust has score, verified/],
    ['/permissions/0', /did you mean \/trust\/permissions\/0\?/],
    ['/trust/permissions/10', /\/trust\/permissions has the places 0 to 3/],
    ['/trust/permissions/03', /has the places 0 to 3/],
    ['/trust/permissions/-', /has the places 0 to 3/],
    ['/trust/observed_outcomes/top_intents/0', /top_intents is empty/],
    ['/trust/score/x', /\/trust\/score has nothing below it/],
    ['/capabilities/7', /\/capabilities has the places 0 to 1/],
    ['/__proto__', /a passport has @version/],
    ['/constructor/name', /a passport has @version/],
    ['/', /a passport has @version/],
    ['/passport/signedBy', /what follows from a source/],
    ['/passport', /what follows from a source/],
    ['a b/c', /write \/trust\/permissions\/3/],
    [`/${'x'.repeat(100_000)}`, /a passport has/],
  ])('refuses %.60s, and says what there is', (path, hint) => {
    const error = thrown(() => explainValue(source, path));
    expect(error.code).toBe('ERR_USAGE');
    expect(error.hint).toMatch(hint);
    expect(error.message.length).toBeLessThan(200);
  });

  it('refuses a source with errors, with its diagnostics', () => {
    const error = thrown(() => explainValue(source.replace('slug:', 'slugg:'), '/trust', { file: 'x.yaml' }));
    expect(error.code).toBe('ERR_INVALID_SOURCE');
    expect(error.diagnostics[0]).toMatchObject({ file: 'x.yaml', range: { start: { line: 2 } } });
    expect(thrown(() => explainValue('', '/trust')).diagnostics[0]?.ruleId).toBe('yaml/empty');
    const nameless = thrown(() => explainValue(source.replace('toast bread', '—'), '/trust'));
    expect(nameless.code).toBe('ERR_INVALID_SOURCE');
  });

  it('does not repeat what looks like a secret in a path', () => {
    const error = thrown(() => explainValue(source, `/trust/ghp_${'a1B2'.repeat(9)}`));
    expect(`${error.message} ${error.hint}`).not.toContain('ghp_a1');
  });
});

function thrown(call: () => unknown): PassportError {
  try {
    call();
  } catch (error) {
    if (error instanceof PassportError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
