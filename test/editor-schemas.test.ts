import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { unfragileAi } from '../src/passport/unfragile-ai.js';
import { readSchema } from './schemas.js';

interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string | string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: unknown[];
  readonly examples?: unknown[];
}

/** What editors understand: draft-07, and of it what says the same in all of them. */
const keywords = new Set([
  '$schema',
  '$id',
  'title',
  'description',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'examples',
  'const',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minimum',
  'maximum',
  'minProperties',
  'propertyNames',
  'anyOf',
  'patternProperties',
  'format',
]);

function* below(schema: Schema, path = ''): Generator<readonly [path: string, schema: Schema]> {
  yield [path, schema];
  for (const [name, property] of Object.entries(schema.properties ?? {})) yield* below(property, `${path}/${name}`);
  if (schema.items) yield* below(schema.items, `${path}/*`);
  if (typeof schema.additionalProperties === 'object') yield* below(schema.additionalProperties as Schema, `${path}/?`);
}

describe.each(['source', 'manifest', 'overlay', 'observations', 'registry-profile', 'config'])(
  'schemas/%s.json in an editor',
  (name) => {
    const schema = readSchema(name) as Schema;
    const all = [...below(schema)];

    test('is draft-07, in plain keywords', () => {
      expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
      for (const [path, part] of all)
        for (const keyword of Object.keys(part)) expect([...keywords], `${keyword} at ${path}`).toContain(keyword);
      expect(new Ajv({ allowUnionTypes: true }).validateSchema(schema)).toBe(true);
    });

    test('describes everything that hover can show, and says of what type it is', () => {
      expect(all.length).toBeGreaterThan(5);
      for (const [path, { description, type }] of all) {
        expect(description, `${name}${path}`).toMatch(/^[A-Z0-9“"'*/{a-z].{3,}$/);
        expect(type, `${name}${path}`).toBeDefined();
      }
    });

    test('lists what can be chosen, and gives examples that are right', () => {
      const ajv = new Ajv({ allowUnionTypes: true });
      for (const [path, part] of all) {
        if (part.enum) expect(part.enum.length, path).toBeGreaterThan(1);
        for (const example of part.examples ?? [])
          expect(ajv.validate(part, example), `${path}: ${String(example)}`).toBe(true);
      }
    });
  },
);

test('the categories of the registry are offered where one is written', () => {
  const { artifact, capabilities } = readSchema('source').properties;
  expect(artifact.properties.categories.items.examples).toEqual(unfragileAi.categories.artifact);
  expect(capabilities.items.properties.categories.items.examples).toEqual(unfragileAi.categories.capability);
  for (const path of [
    artifact.properties.type,
    artifact.properties.status,
    artifact.properties.pricing.properties.model,
  ])
    expect(path.enum).toBeDefined();
});
