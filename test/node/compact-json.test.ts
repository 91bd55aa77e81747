import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalize } from '../../src/encoding/jcs.js';
import { canonicalSlices } from '../../src/encoding/jcs-slices.js';
import { readJson } from '../../src/encoding/json.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { readCompact } from '../../src/node/compact-json.js';
import { generateKeyPair } from '../../src/keys/key-pair.js';
import type { Payload } from '../../src/passport/types.generated.js';
import { documentText, frameOf, readWrapped, readWrappedBytes, signWrapped } from '../../src/sign/sign.js';
import { corpusPath, describeWithCorpus } from '../corpus.js';
import { payloadLine } from '../payload-lines.js';

const reference = (text: string): JsonValue => readJson(text, { refuseNegativeZero: true }).value;
const units = ['a', 'é', '—', '図', '😀', '"', '\\', '\n', '\u007f', '\u2028', '\ufeff', '/', '\u0080', '1'] as const;
const text = fc.string({ unit: fc.constantFrom(...units), maxLength: 8 });
const plain = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '"', '1'), minLength: 1, maxLength: 4 });
const name = fc.oneof({ weight: 8, arbitrary: plain }, { weight: 1, arbitrary: text });
const value = fc.letrec<{ any: JsonValue; object: JsonValue }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.integer(),
    fc.constantFrom(true, false, null),
    fc.array(tie('any'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(name, tie('any'), { maxKeys: 5, noNullPrototype: true }),
}));

describe('compact bytes', () => {
  test.each([false, true])('are read as their text is, or not at all (kept as bytes: %s)', (mayKeepBytes) => {
    const seen = { read: 0, inBytes: 0, sliced: 0 };
    fc.assert(
      fc.property(value.object, (object) => {
        const json = JSON.stringify(object);
        const read = readCompact(Buffer.from(json), mayKeepBytes);
        if (!read) return;
        seen.read++;
        if (read.inBytes !== 'nothing') seen.inBytes++;
        const expected = reference(json);
        const inCharacters = (one: JsonValue): JsonValue =>
          JSON.parse(Buffer.from(JSON.stringify(one), 'latin1').toString()) as JsonValue;
        expect(read.inBytes === 'all' ? inCharacters(read.value) : read.value).toEqual(expected);
        expect(Buffer.from(read.encode(read.text)).toString()).toBe(json);
        for (const path of [[], ...Object.keys(object as object).map((name) => [name])]) {
          const slices = canonicalSlices(read, path);
          if (slices === undefined) continue;
          const part = path.length === 0 ? expected : (expected as Record<string, JsonValue>)[String(path[0])];
          expect(Buffer.from(read.encode(slices))).toEqual(Buffer.from(canonicalize(part as JsonValue)));
          if (read.inBytes !== 'nothing') seen.sliced++;
        }
      }),
      { numRuns: 6000 },
    );
    expect(Math.min(seen.read, seen.inBytes, seen.sliced)).toBeGreaterThan(500);
  });

  test('are not put in order by bytes where characters have another order', () => {
    // In UTF-16 the surrogates of the emoji come before the full-width letter, in UTF-8 behind it.
    const json = '{"a":1,"😀":"é","Ａ":2}';
    const read = readCompact(Buffer.from(json), true);
    expect(read?.inBytes).toBe('all');
    expect(read && canonicalSlices(read, [])).toBeUndefined();
  });

  test.each([
    '{"a": 1}',
    '{ "a":1}',
    ' {"a":1}',
    '{"a":1} ',
    '\ufeff{"a":1}',
    '{"a":1,"a":1}',
    '{"é":1,"\\u00e9":2}',
    '{"a":"\\u0001"}',
    '{"a":"\\/"}',
    '{"a":-0}',
    '{"__proto__":1}',
    '{"a":9007199254740993}',
    '{"a":1e400}',
    '{"a":"\\ud800"}',
    `{"a":${'['.repeat(200)}${']'.repeat(200)}}`,
    // One level more than may be, at the innermost.
    `{"a":${'['.repeat(128)}${']'.repeat(128)}}`,
    `{"a":${'{"b":'.repeat(127)}[]${'}'.repeat(127)}}`,
    `{"a":${'{"b":'.repeat(127)}{}${'}'.repeat(127)}}`,
    '{"a":1',
    '{',
    '',
    '[1]',
    '1',
  ])('are left to the usual way: %j', (json) => {
    for (const mayKeepBytes of [false, true]) expect(readCompact(Buffer.from(json), mayKeepBytes)).toBeUndefined();
  });

  test('nor are bytes that are not UTF-8 taken', () => {
    for (const bad of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80]]) {
      const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bad), Buffer.from('"}')]);
      expect(readCompact(bytes, true)).toBeUndefined();
      expect(() => readJson(bytes)).toThrow(/UTF-8/);
    }
  });
});

describeWithCorpus('the JSON test suite, in a member', () => {
  test('is read as in the usual way, or not at all', () => {
    const folder = corpusPath('vectors', 'json-test-suite', 'test_parsing');
    let read = 0;
    for (const name of readdirSync(folder)) {
      const bytes = Buffer.concat([Buffer.from('{"é":'), readFileSync(`${folder}/${name}`), Buffer.from('}')]);
      const compact = readCompact(bytes, false);
      if (!compact) continue;
      read++;
      expect(compact.value, name).toEqual(reference(bytes.toString()));
    }
    expect(read).toBeGreaterThan(40);
  });
});

describe('signing bytes that are kept', () => {
  const pair = generateKeyPair();

  test.each(['unfragile.ai', 'Bücherei — 図書館'])(
    'gives what signing characters gives, in the name of %s',
    async (issuer) => {
      const options = { signedAt: '2026-01-31T09:30:00.000Z', issuer };
      let kept = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 3, maxLength: 6 }),
          async (texts) => {
            const { unfragile } = JSON.parse(payloadLine('a')) as { unfragile: Payload };
            const [title = 'x', ...tags] = texts.map((each) => each.toWellFormed());
            const payload = { ...unfragile, artifact: { ...unfragile.artifact, name: title, tags } };
            const line = Buffer.from(JSON.stringify({ unfragile: payload }));
            const outcomes = [readWrapped(line.toString()), readWrapped(line), readWrappedBytes(line)].map(
              async (read) => {
                if (read.json.inBytes === 'all') kept++;
                return documentText(await signWrapped(read, pair, frameOf(options)), line);
              },
            );
            const [expected, ...others] = await Promise.all(outcomes);
            for (const other of others) expect(other).toBe(expected);
          },
        ),
        { numRuns: 200 },
      );
      expect(kept).toBeGreaterThan(50);
    },
  );

  test('refuses in characters', () => {
    const line = payloadLine('a');
    const bad = [line.replace('"type":"mcp"', '"type":"é"'), '{', '{"unfragile":1}', '{"unfragile":{"é":"é"}}'];
    for (const json of bad) {
      const refusal = (read: typeof readWrapped): unknown => {
        try {
          return read(Buffer.from(json));
        } catch (error) {
          return (error as Error).message;
        }
      };
      expect(refusal(readWrappedBytes)).toBe(refusal(readWrapped));
      expect(refusal(readWrapped)).not.toMatch(/Ã/);
    }
  });

  test('is judged alike, as the schema of a payload asks for nothing that bytes and characters differ in', () => {
    const path = fileURLToPath(new URL('../../schemas/passport.json', import.meta.url));
    const { definitions } = JSON.parse(readFileSync(path, 'utf8')) as { definitions: { payload: unknown } };
    const asked = new Map<string, Set<string>>();
    const collect = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [name, inner] of Object.entries(schema)) {
        if (typeof inner !== 'object') asked.set(name, (asked.get(name) ?? new Set()).add(String(inner)));
        collect(inner);
      }
    };
    collect(definitions.payload);
    // A text that is not empty has no fewer bytes than characters, and the other way round.
    expect([...(asked.get('minLength') ?? [])]).toEqual(['1']);
    // That of the slug, which its pattern keeps within ASCII.
    expect([...(asked.get('maxLength') ?? [])]).toEqual(['200']);
    // Whole texts of ASCII: no class of other characters, and none that is described by what it is not.
    for (const pattern of asked.get('pattern') ?? [])
      expect(pattern).toMatch(/^\^(?:[a-z0-9:/TZ(){}+*?-]|\\\.|\[[a-z0-9A-Z._-]+\])+\$$/);
    const known = 'type description const minLength maxLength pattern minimum maximum minItems maxItems'.split(' ');
    const others = [...asked.keys()].filter((name) => !known.includes(name) && !/^\d+$/.test(name));
    expect(others.filter((name) => !['additionalProperties', '$ref', 'title'].includes(name))).toEqual([]);
  });
});
