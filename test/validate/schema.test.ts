import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { buildPassport } from '../../src/author/build.js';
import { appendPointer, pointerTokens } from '../../src/encoding/pointer.js';
import { deriveLinks } from '../../src/passport/links.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { fieldOwner } from '../../src/validate/registry-owned.js';
import { checkEnvelope, checkPayload, envelopeDeparture } from '../../src/validate/payload.js';
import { checkSchema as checkWith } from '../../src/validate/schema.js';
import { textForms } from '../../src/validate/text-form.js';
import * as claim from '../../src/validate/schemas/claim.generated.js';
import * as claimProof from '../../src/validate/schemas/claim-proof.generated.js';
import * as claimState from '../../src/validate/schemas/claim-state.generated.js';
import * as config from '../../src/validate/schemas/config.generated.js';
import * as manifest from '../../src/validate/schemas/manifest.generated.js';
import * as observationsSchema from '../../src/validate/schemas/observations.generated.js';
import * as overlay from '../../src/validate/schemas/overlay.generated.js';
import * as passport from '../../src/validate/schemas/passport.generated.js';
import * as registryProfile from '../../src/validate/schemas/registry-profile.generated.js';
import * as revocations from '../../src/validate/schemas/revocations.generated.js';
import * as source from '../../src/validate/schemas/source.generated.js';
import * as state from '../../src/validate/schemas/state.generated.js';
import * as trustFile from '../../src/validate/schemas/trust-file.generated.js';
import { checkSourceSchema } from '../../src/validate/source.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';
import { libraryHoursDocument } from '../fixtures/library-hours.js';
import { readSchema, schemaNames } from '../schemas.js';
import { capability, sourceValue } from '../source-value.js';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
interface Schema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const validators = {
  source,
  observations: observationsSchema,
  'registry-profile': registryProfile,
  overlay,
  manifest,
  passport,
  config,
  'trust-file': trustFile,
  revocations,
  state,
  claim,
  'claim-proof': claimProof,
  'claim-state': claimState,
};
type SchemaName = keyof typeof validators;
const names = Object.keys(validators) as readonly SchemaName[];
const checkSchema = (name: SchemaName, value: unknown) =>
  name === 'source' ? checkSourceSchema(value) : checkWith(validators[name], value);
const stock = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
for (const name of names) stock.addSchema(readSchema(name), name);

function stockAccepts(name: string, value: unknown): boolean {
  return stock.validate(name, value) as boolean;
}

const signedDocument = JSON.stringify(await libraryHoursDocument());

const full = sourceValue({
  artifact: { id: 'x:toaster', tags: ['bread'], status: 'active', pricing: { model: 'paid', starting_price: '$20' } },
  capabilities: [
    capability({
      intents: ['I want toast'],
      best_for: ['breakfast'],
      limitations: ['burns'],
      requires: ['bread', 'a file'],
      input_types: ['a slice'],
      output_types: ['a toast'],
    }),
    capability(),
  ],
});

const observations = {
  verified: true,
  rank: { adoption: 0.5, quality: 1, ecosystem: 0, match_graph: 0.25, freshness: 0.1 },
  outcomes: {
    matches: 3,
    success_rate: 0.5,
    avg_confidence: 0.7,
    top_intents: ['toast'],
    last_matched_at: '2026-01-31T09:30:00Z',
  },
  maintenance: { updated_at: '2026-01-31T09:30:00.000Z', last_scraped_at: null, last_commit: '2026-01-31T09:30:00.1Z' },
  community: { stars: 1, forks: 0, weekly_downloads: null, model_downloads: 5, model_likes: 2 },
  capabilities: { '0': { confidence: 0.9, matches: 2, success_rate: 1 }, '1': {} },
};

const { payload } = buildPassport(full, { observations });

/** A value of each schema with every member that there is. */
const whole: Readonly<Record<SchemaName, unknown>> = {
  source: { $schema: './schemas/source.json', ...full },
  observations,
  overlay: {
    artifact: { categories: ['mcp-servers'], tags: ['a'], starting_price: '$1' },
    capabilities: { 'toast-bread': { categories: ['image-visual'], input_types: ['a'], output_types: ['b'] } },
  },
  manifest: parseYaml(readFileSync(new URL('../fixtures/unfragile.yml', import.meta.url), 'utf8')),
  'registry-profile': JSON.parse(JSON.stringify(unfragileAi)),
  passport: {
    passport: {
      unfragile: payload,
      signature: `${'A'.repeat(86)}==`,
      signedAt: '2026-01-31T09:30:00.000Z',
      signedBy: 'a',
      version: 1,
    },
    _links: deriveLinks(unfragileAi, 'toaster'),
    _cosignatures: [
      { signedBy: 'a', role: 'registry', signedAt: '2026-01-31T09:30:00.000Z', signature: `${'A'.repeat(86)}==` },
    ],
  },
  'trust-file': {
    type: 'trust-passport/trust-file/1',
    issued_at: '2026-01-31T09:30:00Z',
    expires_at: '2027-01-31T09:30:00.000Z',
    requires: { revocations: true, state: false, root: true, max_age: '90d', cosignatures: { registry: 1 } },
    keys: [
      {
        public_key: 'A'.repeat(43),
        issuer: 'a',
        role: 'registry',
        coverage: 'envelope',
        status: 'compromised',
        not_before: '2026-01-31T09:30:00Z',
        not_after: '2027-01-31T09:30:00Z',
        compromised_at: '2026-05-01T00:00:00Z',
        keep_earlier: false,
      },
    ],
    signature: `${'A'.repeat(86)}==`,
  },
  revocations: {
    type: 'trust-passport/revocations/1',
    issuer: 'a',
    sequence: 1,
    issued_at: '2026-01-31T09:30:00.000Z',
    next_update: '2026-02-07T09:30:00.000Z',
    revoked: [
      { slug: 'toaster', at: '2026-01-30T00:00:00.000Z', reason: 'burns' },
      { digest: `sha256:${'0'.repeat(64)}`, at: '2026-01-30T00:00:00.000Z', reason: 'burns' },
    ],
    signature: `${'A'.repeat(86)}==`,
  },
  state: {
    type: 'trust-passport/state/1',
    passports: [
      {
        key: 'A'.repeat(43),
        issuer: 'a',
        slug: 'toaster',
        signed_at: '2026-01-31T09:30:00.000Z',
        digest: `sha256:${'0'.repeat(64)}`,
      },
    ],
    lists: [{ key: 'A'.repeat(43), issuer: 'a', signer: 'A'.repeat(43), sequence: 1 }],
    trust_files: [{ root: 'A'.repeat(43), issued_at: '2026-01-31T09:30:00.000Z' }],
  },
  claim: {
    type: 'trust-passport/claim/1',
    slug: 'toaster',
    claim_url: 'https://unfragile.ai/submit?claim=toaster',
    url: 'https://toaster.example/',
    public_key: 'A'.repeat(43),
    key_id: 'A'.repeat(43),
    payload_digest: `sha256:${'0'.repeat(64)}`,
    issued_at: '2026-01-31T09:30:00.000Z',
    expires_at: '2026-02-07T09:30:00.000Z',
    nonce: 'A'.repeat(22),
    signature: `${'A'.repeat(86)}==`,
  },
  'claim-proof': {
    type: 'trust-passport/claim-proof/1',
    claims: [{ public_key: 'A'.repeat(43), slugs: ['toaster'] }],
  },
  'claim-state': {
    type: 'trust-passport/claim-state/1',
    claims: [
      {
        key_id: 'A'.repeat(43),
        nonce: 'A'.repeat(22),
        digest: `sha256:${'0'.repeat(64)}`,
        used: 'check',
        accepted_at: '2026-01-31T09:30:00.000Z',
        expires_at: '2026-02-07T09:30:00.000Z',
      },
    ],
  },
  config: {
    sources: ['listings/*.yaml'],
    profile: 'strict',
    rules: { 'url/insecure': 'off', 'text/placeholder': 'error' },
    fail_on: 'warning',
    max_warnings: 3,
    overlay: 'overlay.yaml',
    observations: 'observations.yaml',
    registry: 'registry.yaml',
  },
};

interface StandaloneValidator {
  readonly validate: {
    (value: unknown): boolean;
    errors?: ReadonlyArray<{ readonly instancePath: string; readonly keyword: string }> | null;
  };
}

const within = (pointer: string, other: string): boolean => pointer.startsWith(`${other}/`);

const copy = (name: SchemaName): Json => JSON.parse(JSON.stringify(whole[name])) as Json;

function* walkSchema(schema: Schema, path: string): Generator<readonly [path: string, schema: Schema]> {
  yield [path, schema];
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'enum' || keyword === 'required' || typeof value !== 'object' || value === null) continue;
    const maps = ['properties', 'patternProperties', 'definitions'];
    if (maps.includes(keyword)) {
      for (const [name, inner] of Object.entries(value))
        yield* walkSchema(inner as Schema, `${path}/${keyword}/${name}`);
    } else if (Array.isArray(value)) {
      for (const [index, inner] of value.entries())
        if (typeof inner === 'object') yield* walkSchema(inner as Schema, `${path}/${keyword}/${index}`);
    } else yield* walkSchema(value as Schema, `${path}/${keyword}`);
  }
}

function* walkValue(value: Json, pointer = ''): Generator<readonly [pointer: string, value: Json]> {
  yield [pointer, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) yield* walkValue(member as Json, appendPointer(pointer, key));
}

/** A copy with the value at a pointer put in its place, or taken out where there is none. */
function withValue(root: Json, pointer: string, value: Json | undefined): Json | undefined {
  const tokens = pointerTokens(pointer);
  const last = tokens.pop();
  if (last === undefined) return value;
  const changed = structuredClone(root);
  let parent = changed as { [name: string]: Json };
  for (const token of tokens) parent = parent[token] as { [name: string]: Json };
  if (value !== undefined)
    Object.defineProperty(parent, last, { value, enumerable: true, writable: true, configurable: true });
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return changed;
}

it('every schema is one of values that people write, but those of what is only written', () => {
  expect([...names, 'report', 'verdict', 'diff', 'claim-report'].sort()).toEqual(schemaNames);
});

describe.each(names)('the schema %s', (name) => {
  const schema = readSchema(name) as Schema;

  it('is a draft-07 schema that a stock validator compiles', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(schema.$id).toBe(`urn:trust-passport:schema:${name}:1`);
    expect(new Ajv().validateSchema(schema)).toBe(true);
    expect(() => new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema)).not.toThrow();
  });

  it('describes every property, item and definition', () => {
    const described = /\/(properties|patternProperties|definitions)\/[^/]+$|\/items$|\/additionalProperties$|^$/;
    let count = 0;
    for (const [path, part] of walkSchema(schema, '')) {
      if (!described.test(path)) continue;
      const target = typeof part.$ref === 'string' ? stock.getSchema(`${schema.$id}${part.$ref}`)?.schema : part;
      const { description } = target as Schema;
      expect(description, path).toMatch(/^[A-Z].*\.$/s);
      count++;
    }
    expect(count).toBeGreaterThan(5);
  });

  it('uses no keyword that editors or the type generator do not understand', () => {
    const allowed = new Set(
      '$schema $id $ref title description examples definitions type properties required additionalProperties patternProperties propertyNames items minItems maxItems minProperties minLength maxLength pattern enum const minimum maximum anyOf'.split(
        ' ',
      ),
    );
    for (const [path, part] of walkSchema(schema, '')) {
      for (const keyword of Object.keys(part)) expect(allowed, `${path} ${keyword}`).toContain(keyword);
    }
  });

  it('requires only members that it knows', () => {
    for (const [path, { required, properties }] of walkSchema(schema, '')) {
      if (!properties) continue;
      for (const key of (required ?? []) as string[]) expect(Object.keys(properties), path).toContain(key);
    }
  });

  it('accepts a value with every member', () => {
    expect(checkSchema(name, whole[name])).toEqual([]);
    expect(stockAccepts(name, whole[name])).toBe(true);
    // Every member: what the schema knows is in the value.
    const seen = JSON.stringify(whole[name]);
    for (const [path] of walkSchema(schema, '')) {
      const key = /\/properties\/([^/]+)$/.exec(path)?.[1];
      if (key !== undefined) expect(seen).toContain(`"${key}":`);
    }
  });

  it('refuses a member that it does not know, at every level, but in a manifest', () => {
    for (const [pointer, value] of walkValue(copy(name))) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      for (const key of ['zzz', 'constructor', '__proto__', 'toString', '']) {
        const changed = withValue(copy(name), appendPointer(pointer, key), 'x');
        const findings = checkSchema(name, changed);
        expect(findings.length === 0, `${pointer} ${key}`).toBe(stockAccepts(name, changed));
        if (name === 'manifest') expect(findings).toEqual([]);
        else
          expect(
            findings.map(({ severity }) => severity),
            `${pointer} ${key}`,
          ).toContain('error');
      }
    }
  });

  it('changes nothing in what it looks at', () => {
    const value = copy(name);
    checkSchema(name, value);
    checkSchema(name, withValue(value, '/zzz', 1));
    expect(JSON.stringify(value)).toBe(JSON.stringify(whole[name]));
  });
});

// Characters of one and of two UTF-16 units, and halves of the latter.
const units = ['a', '🍞', 'é', '\ud83c', '\udf5e', '\udf5e\ud83c'];

describe('limits of length', () => {
  const limits: Array<readonly [SchemaName, string, number]> = [];
  for (const name of names) {
    const value = copy(name);
    for (const [pointer, member] of walkValue(value)) {
      if (typeof member !== 'string') continue;
      let schema: Schema | undefined = readSchema(name) as Schema;
      for (const token of pointerTokens(pointer)) {
        const ref = schema?.$ref as string | undefined;
        if (ref !== undefined) schema = stock.getSchema(`urn:trust-passport:schema:${name}:1${ref}`)?.schema as Schema;
        const other = schema?.additionalProperties;
        schema = (schema?.items ?? schema?.properties?.[token] ?? (typeof other === 'object' ? other : undefined)) as
          Schema | undefined;
      }
      for (const keyword of ['minLength', 'maxLength']) {
        if (typeof schema?.[keyword] === 'number') limits.push([name, pointer, schema[keyword]]);
      }
    }
  }

  it('are found', () => {
    expect(limits.length).toBeGreaterThan(100);
    expect(new Set(limits.map(([, , limit]) => limit))).toEqual(new Set([1, 100, 200, 300, 2000]));
  });

  it('count characters as the stock validator does, whole and half ones', () => {
    for (const [name, pointer, limit] of limits) {
      const value = copy(name);
      for (const unit of units) {
        for (const length of [limit - 1, limit, limit + 1, 2 * limit - 1, 2 * limit, Math.ceil(limit / 2)]) {
          for (const text of [unit.repeat(length), `a${unit.repeat(Math.max(0, length - 1))}`]) {
            const changed = withValue(value, pointer, text);
            expect(checkSchema(name, changed).length === 0, `${name} ${pointer} ${length} of ${unit}`).toBe(
              stockAccepts(name, changed),
            );
          }
        }
      }
    }
  });

  it('are counted in characters, not in halves of them', () => {
    const named = (text: string) => checkSchema('source', sourceValue({ artifact: { name: text } }));
    expect(named('🍞'.repeat(200))).toEqual([]);
    expect(named('🍞'.repeat(201)).map(({ ruleId }) => ruleId)).toEqual(['schema/too-long']);
    expect(named('a'.repeat(200))).toEqual([]);
    expect(named('a'.repeat(201)).map(({ ruleId }) => ruleId)).toEqual(['schema/too-long']);
    expect(named('')).toMatchObject([{ ruleId: 'schema/empty', pointer: '/artifact/name' }]);
  });
});

describe('the generated validators', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '',
      'a',
      'A',
      'a-b',
      'https://a.example/',
      'paid',
      'mcp',
      'high',
      '1.0',
      'a.b',
      '🍞',
      'a b',
      '/x',
      '\n',
    ),
    fc.constantFrom(
      '2026-01-31T09:30:00.000Z',
      '2026-01-31',
      'capability://a.b',
      'capability://',
      `${'A'.repeat(86)}==`,
    ),
    fc.string({ maxLength: 12 }),
    fc.tuple(fc.constantFrom(...units), fc.constantFrom(99, 100, 101, 200, 201, 300, 301)).map(([u, n]) => u.repeat(n)),
  );
  const number = fc.oneof(fc.constantFrom(0, 1, -1, 0.5, 1.5, 2, 100, 101, 1000, 1001, 1e300, -1e-300), fc.integer());
  const anything = fc.oneof(
    text,
    number,
    fc.constantFrom<Json>(null, true, false, [], {}),
    fc.array(text, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'name', 'model', 'mode', '0', 'categories'), text, { maxKeys: 2 }),
  ) as fc.Arbitrary<Json>;
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'add', 'rename', 'empty'),
    key: fc.constantFrom('zzz', '0', '__proto__', 'constructor', 'id', 'homepage', 'default', 'modle'),
    value: anything,
  });

  function mutate(root: Json, changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[]): Json {
    let value = root;
    for (const { at, how, key, value: next } of changes) {
      const all = [...walkValue(value)];
      const [pointer, old] = all[at % all.length] as readonly [string, Json];
      const isObject = typeof old === 'object' && old !== null;
      let changed: Json | undefined;
      if (how === 'remove' && pointer !== '') changed = withValue(value, pointer, undefined);
      else if (how === 'add' && isObject)
        changed = withValue(value, appendPointer(pointer, Array.isArray(old) ? old.length : key), next);
      else if (how === 'rename' && pointer !== '' && !/\/\d+$/.test(pointer))
        changed = withValue(withValue(value, pointer, undefined) as Json, `${pointer}s`, old);
      else if (how === 'empty' && isObject) changed = withValue(value, pointer, Array.isArray(old) ? [] : {});
      else changed = withValue(value, pointer, next);
      value = changed ?? null;
    }
    return value;
  }

  it.each(names)('accept and refuse as the stock validator does, and always say why: %s', (name) => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const value = mutate(copy(name), changes);
        const findings = checkSchema(name, value);
        const verdict = stockAccepts(name, value);
        if (verdict) accepted++;
        else refused++;
        expect(findings.length === 0).toBe(verdict);
        for (const { ruleId, severity, message, hint, pointer } of findings) {
          expect(ruleId).toMatch(/^schema\/[a-z-]+$/);
          expect(severity).toBe('error');
          // No "undefined", and no name of a keyword where words are meant.
          expect(message).not.toMatch(/undefined|is not acceptable/);
          expect(hint, message).toBeTruthy();
          expect(() => pointerTokens(pointer)).not.toThrow();
        }
      }),
      { numRuns: 2000 },
    );
    // In a claim and a proof hardly anything may be otherwise.
    if (!name.startsWith('claim')) expect(accepted).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(100);
  });

  it.each(names)('say nothing that no finding says, at its place, within it or around it: %s', (name) => {
    let violations = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const value = mutate(copy(name), changes);
        const { validate } = validators[name] as unknown as StandaloneValidator;
        if (validate(value)) return;
        const pointers = checkSchema(name, value).map(({ pointer }) => pointer);
        for (const { instancePath: path, keyword } of validate.errors ?? []) {
          violations++;
          const said = pointers.some(
            (pointer) => pointer === path || within(pointer, path) || (pointer !== '' && within(path, pointer)),
          );
          if (!said) expect.fail(`${keyword} at ${path}: ${pointers.join(' ')}`);
        }
      }),
      { numRuns: 1000 },
    );
    expect(violations).toBeGreaterThan(500);
  });

  it('refuse what is no value of JSON', () => {
    for (const value of [undefined, () => 1, Symbol('a'), 1n, Number.NaN, Infinity]) {
      for (const name of names) expect(checkSchema(name, value).length).toBeGreaterThan(0);
    }
  });
});

describe('checkPayload', () => {
  const payloadSchema = { $ref: 'urn:trust-passport:schema:passport:1#/definitions/payload' };
  const accepts = (value: unknown): boolean => stock.validate(payloadSchema, value) as boolean;

  it('looks at the payload alone, with pointers that start there', () => {
    expect(checkPayload(payload)).toEqual([]);
    for (const [pointer] of walkValue(JSON.parse(JSON.stringify(payload)) as Json)) {
      for (const value of [undefined, null, 'x', -1, [], {}]) {
        if (pointer === '' && value === undefined) continue;
        const changed = withValue(JSON.parse(JSON.stringify(payload)) as Json, pointer, value);
        const findings = checkPayload(changed);
        expect(findings.length === 0, `${pointer} ${JSON.stringify(value)}`).toBe(accepts(changed));
        for (const finding of findings) {
          const near = finding.pointer.startsWith(pointer) || pointer.startsWith(finding.pointer);
          expect(near, `${pointer} ${finding.pointer}`).toBe(true);
        }
      }
    }
  });
});

describe('checkEnvelope', () => {
  const document = whole.passport as { [name: string]: Json };

  it('does not depend on the links, which nothing signs', () => {
    for (const _links of [undefined, null, 'x', {}, { self: 1 }]) {
      expect(checkEnvelope({ ...document, _links } as Json)).toEqual([]);
    }
    expect(checkEnvelope({ ...document, links: 1 }).map(({ ruleId }) => ruleId)).toEqual(['schema/unknown-key']);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'x'],
    ['nothing', {}],
  ] as ReadonlyArray<readonly [string, Json]>)('refuses %s', (_what, value) => {
    expect(checkEnvelope(value).length).toBeGreaterThan(0);
  });
});

describe('a finding', () => {
  it('of a wrong type is said once, not for its values too', () => {
    const typed = (part: object) => checkSchema('source', { ...full, artifact: { ...full.artifact, ...part } });
    expect(typed({ type: 7 }).map(({ ruleId }) => ruleId)).toEqual(['schema/type']);
    expect(typed({ type: null }).map(({ ruleId }) => ruleId)).toEqual(['schema/type']);
    const version = (value: unknown) =>
      checkSchema('manifest', { ...(whole.manifest as object), unfragile_version: value }).map(({ ruleId }) => ruleId);
    expect(version(true)).toEqual(['schema/type']);
    expect(version(null)).toEqual(['schema/type']);
    expect(version(2)).toEqual(['schema/enum']);
    expect(version('2.0')).toEqual(['schema/enum']);
  });

  it('of an envelope of another version says so', () => {
    const passport = { ...(whole.passport as { passport: object }).passport, version: 2 };
    expect(checkSchema('passport', { ...(whole.passport as object), passport })).toMatchObject([
      {
        ruleId: 'schema/enum',
        pointer: '/passport/version',
        message: 'passport.version is the number 2, which is not known',
      },
    ]);
  });

  it('of weights of an unknown type names the nearest', () => {
    const weights = { modle: unfragileAi.weights.model };
    expect(checkSchema('registry-profile', { base_url: 'https://a.example', issuer: 'a', weights })).toEqual([
      {
        ruleId: 'schema/unknown-key',
        severity: 'error',
        message: '"modle" is not a key of weights',
        pointer: '/weights/modle',
        part: 'key',
        hint: 'did you mean model?',
        suggestions: ['model'],
        fix: { description: 'rename it to model', safe: false, change: { kind: 'rename', to: 'model' } },
      },
    ]);
  });

  it('of a key that was left out describes it', () => {
    const { name: _, ...artifact } = full.artifact;
    expect(checkSchema('source', { ...full, artifact })).toMatchObject([
      { ruleId: 'schema/missing-key', pointer: '/artifact', hint: 'add name: name as people know it' },
    ]);
  });
});

/** Findings of a source in short: rule, place, what is suggested, and what the fix does. */
function found(value: unknown): unknown[] {
  return checkSchema('source', value).map(({ ruleId, pointer, suggestions = [], fix }) => [
    `${ruleId} ${pointer}`,
    ...suggestions,
    ...(fix ? [fix.safe, fix.change] : []),
  ]);
}

const artifactWith = (part: object, without: readonly string[] = []): object => {
  const artifact = Object.fromEntries(Object.entries(full.artifact).filter(([key]) => !without.includes(key)));
  return { ...full, artifact: { ...artifact, ...part } };
};

const capabilityWith = (part: object, without: readonly string[] = []): object => {
  const own = Object.fromEntries(Object.entries(full.capabilities[0] ?? {}).filter(([key]) => !without.includes(key)));
  return { ...full, capabilities: [{ ...own, ...part }] };
};

describe('one mistake', () => {
  const rename = (to: string) => ({ kind: 'rename', to });
  const write = (text: string) => ({ kind: 'write', text });
  const cases: ReadonlyArray<readonly [what: string, value: object, ...findings: unknown[]]> = [
    [
      'a key in camel case',
      capabilityWith({ bestFor: [] }, ['best_for']),
      ['schema/unknown-key /capabilities/0/bestFor', 'best_for', true, rename('best_for')],
    ],
    [
      'a key misspelt',
      artifactWith({ catgories: [] }, ['categories']),
      ['schema/unknown-key /artifact/catgories', 'categories', false, rename('categories')],
    ],
    [
      'a key by another name',
      artifactWith({ category: ['x'] }, ['categories']),
      ['schema/unknown-key /artifact/category', 'categories', false, rename('categories')],
    ],
    [
      'two keys for one',
      artifactWith({ catgories: [], categoris: [] }, ['categories']),
      ['schema/unknown-key /artifact/catgories', 'categories', false, rename('categories')],
      ['schema/unknown-key /artifact/categoris'],
    ],
    [
      'a key that is there in another spelling, too',
      capabilityWith({ bestFor: [] }),
      ['schema/unknown-key /capabilities/0/bestFor'],
    ],
    [
      'the one key that is unknown for the one that is missing',
      artifactWith({ mascot: 'a snail' }, ['name']),
      ['schema/unknown-key /artifact/mascot', 'name', false, rename('name')],
    ],
    [
      'the one that is unknown, which cannot be the one that is missing',
      artifactWith({ mascot: true }, ['name']),
      ['schema/unknown-key /artifact/mascot'],
      ['schema/missing-key /artifact'],
    ],
    [
      'two unknown and one missing',
      artifactWith({ mascot: 'a', colour: 'b' }, ['name']),
      ['schema/unknown-key /artifact/mascot'],
      ['schema/unknown-key /artifact/colour'],
      ['schema/missing-key /artifact'],
    ],
    [
      'the members of a mapping beside it',
      artifactWith({ pricing: null, model: 'free', starting_price: '$1' }),
      ['schema/unknown-key /artifact/pricing'],
    ],
    [
      'a member of a mapping that is not there',
      artifactWith({ model: 'free' }, ['pricing']),
      ['schema/unknown-key /artifact/model'],
    ],
    ['a flat source', { ...full.artifact, capabilities: full.capabilities }, ['schema/unknown-key /slug']],
    [
      'the keys of a capability beside capabilities',
      { artifact: full.artifact, capabilities: null, ...full.capabilities[0] },
      ['schema/unknown-key /capabilities'],
    ],
    [
      'a mapping one level too deep',
      { artifact: { ...full.artifact, capabilities: full.capabilities } },
      ['schema/unknown-key /artifact/capabilities'],
    ],
    [
      'a key one level too deep',
      artifactWith({ pricing: { model: 'paid', categories: ['x'] } }, ['categories']),
      ['schema/unknown-key /artifact/pricing/categories'],
    ],
    [
      'a key one level too high',
      artifactWith({ pricing: { model: 'paid' }, starting_price: '$1' }),
      ['schema/unknown-key /artifact/starting_price'],
    ],
    [
      'a derived field',
      artifactWith({ page_url: 'x' }),
      ['schema/registry-owned /artifact/page_url', false, { kind: 'remove' }],
    ],
    [
      'an observed field',
      artifactWith({ verified: true }),
      ['schema/registry-owned /artifact/verified', false, { kind: 'remove' }],
    ],
    [
      'lists that may hold what stands nowhere else',
      { ...full, permissions: ['a'] },
      ['schema/registry-owned /permissions', false, { kind: 'remove' }],
    ],
    ['a type misspelt', artifactWith({ type: 'mpc' }), ['schema/enum /artifact/type', 'mcp', false, write('mcp')]],
    [
      'a type in capitals',
      artifactWith({ type: 'Web App' }),
      ['schema/enum /artifact/type', 'webapp', true, write('webapp')],
    ],
    [
      'a pricing model by another name',
      artifactWith({ pricing: { model: 'subscription' } }),
      ['schema/enum /artifact/pricing/model', 'paid', false, write('paid')],
    ],
    ['a type that is nearly none', artifactWith({ type: 'spaceship' }), ['schema/enum /artifact/type']],
    ['a number for a type', artifactWith({ type: 7 }), ['schema/type /artifact/type']],
    ['a number for a name', artifactWith({ name: 7 }), ['schema/type /artifact/name', true, { kind: 'quote' }]],
    ['a number for a url', artifactWith({ url: 7 }), ['schema/type /artifact/url']],
    ['nothing for a name', artifactWith({ name: null }), ['schema/type /artifact/name']],
    ['a list for a name', artifactWith({ name: ['A'] }), ['schema/type /artifact/name', 'A', false, write('A')]],
    ['lists for a name', artifactWith({ name: ['A', 'B'] }), ['schema/type /artifact/name']],
    [
      'a text for a list',
      capabilityWith({ requires: 'bread' }),
      ['schema/type /capabilities/0/requires', true, { kind: 'list' }],
    ],
    [
      'texts with commas for a list',
      capabilityWith({ requires: 'bread, butter' }),
      ['schema/type /capabilities/0/requires', false, { kind: 'entries', texts: ['bread', 'butter'] }],
    ],
    [
      'a sentence with commas for a list',
      capabilityWith({ requires: 'bread, and butter, or not' }),
      ['schema/type /capabilities/0/requires', false, { kind: 'list' }],
    ],
    [
      'categories with commas for a list',
      artifactWith({ categories: 'automation, testing-quality' }),
      ['schema/type /artifact/categories', true, { kind: 'entries', texts: ['automation', 'testing-quality'] }],
    ],
    [
      'a word for none',
      capabilityWith({ requires: 'None' }),
      ['schema/type /capabilities/0/requires', '[]', true, { kind: 'entries', texts: [] }],
    ],
    [
      'a word that may mean none',
      artifactWith({ tags: 'nothing' }),
      ['schema/type /artifact/tags', '[]', false, { kind: 'entries', texts: [] }],
    ],
    [
      'a word for none where one is needed',
      artifactWith({ categories: 'none' }),
      ['schema/type /artifact/categories', true, { kind: 'list' }],
    ],
    [
      'curly quotes around a key',
      artifactWith({ name: undefined, '“name”': 'Toaster' }),
      ['schema/unknown-key /artifact/“name”', 'name', true, { kind: 'rename', to: 'name' }],
    ],
    [
      'curly quotes around a value',
      artifactWith({ type: '‘App’' }),
      ['schema/enum /artifact/type', 'app', true, { kind: 'write', text: 'app' }],
    ],
    ['dashes without spaces', capabilityWith({ requires: '-bread' }), ['schema/type /capabilities/0/requires']],
    ['a text that is no category', artifactWith({ categories: 'A B' }), ['schema/type /artifact/categories']],
    [
      'a pricing model for pricing',
      artifactWith({ pricing: 'free' }),
      ['schema/type /artifact/pricing', true, { kind: 'mapping', key: 'model' }],
    ],
    ['nearly one', artifactWith({ pricing: 'fremium' }), ['schema/type /artifact/pricing']],
    ['a text for the artifact', { ...full, artifact: 'toaster' }, ['schema/type /artifact']],
    [
      'a category with capitals and spaces',
      artifactWith({ categories: ['Image Generation'] }),
      ['schema/format /artifact/categories/0', 'image-generation', true, write('image-generation')],
    ],
    [
      'a category that may be one word or two',
      artifactWith({ categories: ['DevOps'] }),
      ['schema/format /artifact/categories/0', 'dev-ops', false, write('dev-ops')],
    ],
    ['categories in one text', artifactWith({ categories: ['a, b'] }), ['schema/format /artifact/categories/0']],
    [
      'a slug with capitals and spaces',
      artifactWith({ slug: 'My Toaster' }),
      ['schema/format /artifact/slug', 'my-toaster', false, write('my-toaster')],
    ],
    [
      'a slug with an owner',
      artifactWith({ slug: 'Acme/toaster' }),
      ['schema/format /artifact/slug', 'acme--toaster', false, write('acme--toaster')],
    ],
    ['a slug of nothing that it can hold', artifactWith({ slug: '吐司' }), ['schema/format /artifact/slug']],
    ['an empty slug', artifactWith({ slug: '' }), ['schema/empty /artifact/slug']],
    [
      'a url without a scheme',
      artifactWith({ url: 'toaster.example/a' }),
      ['schema/format /artifact/url', 'https://toaster.example/a', false, write('https://toaster.example/a')],
    ],
    [
      'a url in capitals',
      artifactWith({ url: 'HTTPS://toaster.example' }),
      ['schema/format /artifact/url', 'https://toaster.example', true, write('https://toaster.example')],
    ],
    [
      'the address of a repository for git',
      artifactWith({ url: 'git@git.example:acme/toaster.git' }),
      [
        'schema/format /artifact/url',
        'https://git.example/acme/toaster',
        false,
        write('https://git.example/acme/toaster'),
      ],
    ],
    ['a script for a url', artifactWith({ url: 'javascript:alert(1)' }), ['schema/format /artifact/url']],
    ['a url with a space', artifactWith({ url: 'https://a.example/b c' }), ['schema/format /artifact/url']],
  ];

  it.each(cases)('%s', (_what, value, ...findings) => {
    expect(found(value)).toEqual(findings);
  });

  it('is not repeated in a suggestion or fix where it holds a secret', () => {
    const secret = `gh${'p_'}${'aB3'.repeat(12)}`;
    for (const value of [
      artifactWith({ name: [secret] }),
      artifactWith({ slug: secret }),
      artifactWith({ url: `${secret}.example/` }),
      artifactWith({ categories: [secret] }),
      artifactWith({ pricing: secret }),
    ]) {
      const findings = checkSchema('source', value);
      expect(findings.length).toBeGreaterThan(0);
      expect(JSON.stringify(findings).toLowerCase()).not.toContain(secret.slice(4).toLowerCase());
    }
  });
});

describe('hints say what to do', () => {
  it.each([
    [artifactWith({ pricing: 'free' }), 'write pricing: { model: free }'],
    [artifactWith({ pricing: 'open-source' }), 'write pricing: { model: open_source }'],
    [artifactWith({ pricing: 'model:free' }), 'put a space behind each colon: model: …'],
    [artifactWith({ pricing: null }), 'write its keys below it, each on a line of its own and indented: model'],
    [artifactWith({ pricing: [{ model: 'free' }] }), 'take away the dashes: keys stand without them'],
    [artifactWith({ name: null }), 'write a text behind the colon'],
    [artifactWith({ id: null }), 'write a text behind the colon, or leave out the key'],
    [artifactWith({ tags: [null] }), 'write a text behind the dash, or remove the dash'],
    [artifactWith({ tags: null }), 'write each entry on a line of its own, behind a dash; write [] if there is none'],
    [artifactWith({ tags: 'a]' }), 'write [ in front of the first entry'],
    [artifactWith({ tags: '-a -b' }), 'put a space behind each dash: - like this'],
    [artifactWith({ url: 'toaster.example' }), 'begin it with https://: https://toaster.example'],
    [
      artifactWith({ type: null }),
      `write one of ${(readSchema('source') as { properties: { artifact: { properties: { type: { enum: string[] } } } } }).properties.artifact.properties.type.enum.join(', ')}`,
    ],
    [{ ...full, capabilities: full.capabilities[0] }, 'put a dash in front of the first key of each entry'],
    [artifactWith({ categories: [] }), 'write at least one: an artifact category, such as mcp-servers'],
    [artifactWith({ name: '' }), 'write something: name as people know it'],
    [artifactWith({ tags: [''] }), 'write something, or remove the entry: a tag'],
    [
      artifactWith({ id: '' }),
      'write something, or leave out the key: identifier in the registry; the slug where none is given',
    ],
    [artifactWith({ type: 'MCP' }), 'write it as mcp'],

    [artifactWith({ tags: '-\u00a0bread' }), 'what stands behind the dash is no plain space: write one'],
    [artifactWith({ tags: '• bread' }), 'what stands in front is no dash of YAML: write - and a space'],
  ] as ReadonlyArray<readonly [object, string]>)('%j', (value, hint) => {
    expect(checkSchema('source', value).map((finding) => finding.hint)).toEqual([hint]);
  });

  it.each([
    [{ rank: { quality: '0.5' } }, 'write a number from 0 to 1, without quotes'],
    [{ community: { stars: '5' } }, 'write a whole number of at least 0, without quotes, or null'],
    [{ outcomes: { matches: 1.5 } }, 'write a whole number of at least 0, without quotes'],
    [{ rank: { quality: 7 } }, 'write a number from 0 to 1'],
    [{ verified: 'yes' }, 'write true, without quotes'],
    [{ maintenance: { last_commit: '2026' } }, 'write it like 2026-01-31T09:30:00.000Z'],
    [{ capabilities: { first: {} } }, 'By capability number, counted from "0".'],
  ] as ReadonlyArray<readonly [object, string]>)('of observations, %j', (value, hint) => {
    expect(checkSchema('observations', value).map((finding) => finding.hint)).toEqual([hint]);
  });

  it('for the pattern of every schema', () => {
    const patterns = names.flatMap((name) =>
      [...walkSchema(readSchema(name) as Schema, '')].flatMap(
        ([, { pattern }]) => (pattern as string | undefined) ?? [],
      ),
    );
    expect(Object.keys(textForms).sort()).toEqual([...new Set(patterns)].sort());
  });
});

describe('fields of the registry', () => {
  it('are all those that a payload has and a source has not', () => {
    const sourceKeys = (schema: Schema | undefined) => Object.keys(schema?.properties ?? {});
    const source = readSchema('source').properties;
    const known = readSchema('passport').definitions.payload.properties;
    const pairs: ReadonlyArray<readonly [pointer: string, inPayload: Schema, inSource: Schema | undefined]> = [
      ['', { properties: known }, { properties: source }],
      ['/artifact', known.artifact, source.artifact],
      ['/artifact/pricing', known.artifact.properties.pricing, source.artifact.properties.pricing],
      ['/capabilities/0', known.capabilities.items, source.capabilities.items],
    ];
    for (const [pointer, inPayload, inSource] of pairs) {
      for (const key of sourceKeys(inPayload)) {
        const owned = fieldOwner(appendPointer(pointer, key)) !== undefined;
        expect(owned, `${pointer}/${key}`).toBe(!sourceKeys(inSource).includes(key));
      }
    }
    for (const key of Object.keys(readSchema('passport').definitions.envelope.properties)) {
      expect(fieldOwner(`/${key}`)).toBeDefined();
    }
  });
});

describeWithCorpus('the published passport', () => {
  it('is accepted by every validator', () => {
    const document = JSON.parse(readCorpus('corpus', 'seed', 'passport.json'));
    expect(checkSchema('passport', document)).toEqual([]);
    expect(stockAccepts('passport', document)).toBe(true);
    expect(checkPayload(document.passport.unfragile)).toEqual([]);
    expect(checkSchema('source', parseYaml(readCorpus('corpus', 'seed', 'source.yaml')))).toEqual([]);
  });
});

describe('a hostile value', () => {
  const many = (count: number, item: unknown): Json => {
    const document = structuredClone(JSON.parse(signedDocument)) as { passport: { unfragile: Record<string, Json> } };
    document.passport.unfragile.capabilities = Array.from({ length: count }, () => item) as Json;
    return document as unknown as Json;
  };
  const errorsOf = (value: unknown): number => {
    const { validate } = passport as unknown as { validate: { (value: unknown): boolean; errors: unknown[] } };
    expect(validate(value)).toBe(false);
    return validate.errors.length;
  };

  it('is not looked through when it is known to be wrong', () => {
    for (const item of [{}, 1, { a: 1, b: 2 }]) expect(errorsOf(many(100_000, item))).toBeLessThan(20_100);
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 1]));
    expect(errorsOf({ ...(many(0, 1) as object), ...keys })).toBeLessThan(20_100);
    // A hostile item is not looked through for every one that follows.
    expect(errorsOf(many(50, { examples: Array(20_000).fill(1), risk: keys }))).toBeLessThan(100_000);
  });

  it('has as many findings as anybody could read', () => {
    expect(checkEnvelope(many(100_000, {}) as never).length).toBeLessThanOrEqual(10_000);
  });

  it.each([{}, 1, { a: 1, b: 2 }, { name: '' }])('departs first where all its findings begin: %j', (item) => {
    const value = many(30, item) as never;
    expect(envelopeDeparture(value)).toEqual(checkEnvelope(value)[0]);
  });

  it('departs nowhere if it is none', () => {
    expect(envelopeDeparture(JSON.parse(signedDocument) as never)).toBeUndefined();
  });
});
