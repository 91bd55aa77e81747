import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { parseSource } from '../../src/author/source.js';
import { validateSource } from '../../src/author/validate.js';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { appendPointer, pointerTokens, valueAt } from '../../src/encoding/pointer.js';
import { PassportError } from '../../src/errors.js';
import { capability, sourceValue } from '../source-value.js';

type Json = JsonValue;

const folder = (path: string): URL => new URL(path, import.meta.url);
const templates = readdirSync(folder('../../templates/'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(folder(`../../templates/${name}`), 'utf8')] as const);

const full = sourceValue({
  artifact: { id: 'x:toaster', tags: ['bread'], status: 'active', pricing: { model: 'paid', starting_price: '$20' } },
  capabilities: [
    capability({
      intents: ['I want toast'],
      best_for: ['breakfast'],
      limitations: ['burns'],
      requires: ['bread'],
      input_types: ['a slice'],
      output_types: ['a toast'],
    }),
    capability({ name: 'boil eggs' }),
  ],
});

const sources: ReadonlyArray<readonly [name: string, value: Json]> = [
  ['a full source', full as unknown as Json],
  ...templates.map(([name, text]) => [name, parseYaml(text) as Json] as const),
];

const forms: ReadonlyArray<readonly [name: string, write: (value: Json) => string]> = [
  ['JSON', (value) => JSON.stringify(value)],
  ['YAML', (value) => stringify(value)],
];

const optional = new Set(['/artifact/id', '/artifact/tags', '/artifact/status', '/artifact/pricing/starting_price']);

/** Pointers of all members of mappings. */
function* keysOf(value: Json, pointer = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const at = appendPointer(pointer, key);
    if (!Array.isArray(value)) yield at;
    yield* keysOf(member as Json, at);
  }
}

/** The members of the mapping around a pointer, in their order, with that one as it is changed. */
function changed(root: Json, pointer: string, change: (key: string, value: Json) => Array<[string, Json]>): Json {
  const copy = structuredClone(root);
  const tokens = pointerTokens(pointer);
  const key = tokens.pop() as string;
  let parent = copy as { [name: string]: Json };
  for (const token of tokens) parent = parent[token] as { [name: string]: Json };
  const members = Object.entries(parent).flatMap(([name, member]) =>
    name === key ? change(name, member) : [[name, member] as [string, Json]],
  );
  for (const name of Object.keys(parent)) Reflect.deleteProperty(parent, name);
  return Object.assign(parent, Object.fromEntries(members)) && copy;
}

// What only shows in a passport that can be built is not about the key.
const counted = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ ruleId }) => !ruleId.startsWith('derive/'));

/** What is found in the value, written as JSON or as YAML. */
function found(value: Json, write: (value: Json) => string): ReadonlyArray<readonly Diagnostic[]> {
  const text = write(value);
  return [parseSource(text), validateSource(text, { profile: 'minimal' })].map(({ diagnostics }) =>
    counted(diagnostics),
  );
}

function expectOneOrTwo(value: Json, write: (value: Json) => string, what: string): void {
  for (const diagnostics of found(value, write)) {
    const said = diagnostics.map(({ ruleId, message }) => `${ruleId} ${message}`);
    if (said.length < 1 || said.length > 2) expect.fail(`${what}: ${JSON.stringify(said)}`);
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  }
}

const typeOf = (value: Json): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value === 'object' ? 'mapping' : typeof value;
const otherTypes: readonly Json[] = [7, 'word', ['word'], { word: 'word' }, null, true];

describe.each(sources)('any one key of %s', (name, value) => {
  const keys = [...keysOf(value)];
  // Of each list of capabilities the first and the last: those between are written alike.
  const last = ((value as { capabilities: Json[] }).capabilities.length - 1).toString();
  const some = keys.filter(
    (pointer) => !/^\/capabilities\/\d/.test(pointer) || ['0', last].includes(pointerTokens(pointer)[1] ?? ''),
  );
  // YAML is slow to read, and the same is said of it.
  const written = name.endsWith('.yaml') && name !== 'mcp.yaml' ? forms.slice(0, 1) : forms;

  it('is there', () => {
    expect(some.length).toBeGreaterThan(15);
    for (const [, write] of forms) for (const diagnostics of found(value, write)) expect(diagnostics).toEqual([]);
  });

  it.each(written)('is missed in %s, unless it may be left out', (_form, write) => {
    for (const pointer of some) {
      const without = changed(value, pointer, () => []);
      if (!optional.has(pointer)) expectOneOrTwo(without, write, `without ${pointer}`);
      else for (const diagnostics of found(without, write)) expect(diagnostics).toEqual([]);
    }
  });

  it.each(written)('is known in %s by another name, near or far, as one mistake', (_form, write) => {
    for (const pointer of some) {
      for (const renaming of [(key: string) => `${key}s`, (key: string) => key.toUpperCase(), () => 'zzqx']) {
        const renamed = changed(value, pointer, (key, member) => [[renaming(key), member]]);
        expectOneOrTwo(renamed, write, `${pointer} renamed`);
        expect(found(renamed, write)[0]?.map(({ ruleId }) => ruleId)).toContain('schema/unknown-key');
      }
    }
  });

  it.each(written)('is known in %s to be of another type, as one mistake', (_form, write) => {
    for (const pointer of some) {
      const own = valueAt(value, pointer) as Json;
      for (const other of otherTypes) {
        if (typeOf(own) === typeOf(other) || (other === null && pointer.endsWith('/starting_price'))) continue;
        expectOneOrTwo(
          changed(value, pointer, (key) => [[key, other]]),
          write,
          `${pointer} as ${typeOf(other)}`,
        );
      }
    }
  });
});

describe('20,000 texts that are nearly sources, or nothing at all', () => {
  const golden = readdirSync(folder('../golden/sources/'))
    .filter((name) => /^[^.]+\.(?:yaml|json)$/.test(name))
    .map((name) => readFileSync(folder(`../golden/sources/${name}`), 'utf8'));
  const manifest = readFileSync(folder('../fixtures/unfragile.yml'), 'utf8');
  const seeds = [...golden, ...templates.slice(0, 6).map(([, text]) => text), manifest, JSON.stringify(full)];
  const pieces = fc.constantFrom(
    ...': |- |  |\n|\n  |\n\t|"|\'|[|]|{|}|#|# |&a |*a|!x |%|---\n|...|, |? |||>|@|`|\\|<<: |1.10|null|true|~|0x|-0|.inf|1e999|__proto__: |name: |- name: |artifact:|capabilities:|unfragile_version: 1\n|\u202e|\u200b|\u0000|\ud800|🍞|é|\r\n|\ufeff'.split(
      '|',
    ),
    '|',
  );
  const edit = fc.record({
    at: fc.nat(5000),
    cut: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(120) }),
    piece: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: pieces }),
  });
  const mutated = fc
    .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) =>
      edits.reduce((now, { at, cut, piece }) => {
        const place = at % (now.length + 1);
        return now.slice(0, place) + piece + now.slice(place + cut);
      }, text),
    );
  const random = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.json({ maxDepth: 5 }),
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.jsonValue({ maxDepth: 4 }).map((value) => stringify(value)),
  );

  it('are read, or refused with a reason, and nothing is thrown', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: mutated }, { weight: 1, arbitrary: random }), (text) => {
        let result: ReturnType<typeof validateSource>;
        try {
          result = validateSource(text);
        } catch (error) {
          // A caller can tell it from a crash.
          if (error instanceof PassportError) return;
          throw error;
        }
        const { source, diagnostics } = result;
        if (source) accepted++;
        else refused++;
        if (!source && !diagnostics.some(({ severity }) => severity === 'error'))
          expect.fail('refused without a reason');
        for (const { ruleId, message, hint, range } of diagnostics) {
          if (!/^[a-z]+\/[a-z0-9-]+$/.test(ruleId)) expect.fail(ruleId);
          if (
            /undefined|\[object|\bNaN\b|[\u0000-\u001f]/.test(
              message.replace(/".*"/, '') + (hint ?? '').replace(/".*"/, ''),
            )
          )
            expect.fail(`${ruleId} ${message} / ${hint}`);
          if (range && (range.start.offset > range.end.offset || range.end.offset > text.length))
            expect.fail(`${ruleId} has no place`);
        }
      }),
      { numRuns: 20_000 },
    );
    expect(accepted).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(2000);
  });
});
