import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/author/source.js';
import { valueAt } from '../../src/encoding/pointer.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { type Draft, type Found, placedValues } from '../../src/import/draft.js';
import { draftText, missingFields } from '../../src/import/draft-text.js';
import { parseFact, parseProvenance, valueDigest } from '../../src/import/provenance.js';

const found = <T>(value: T, place = 'x', guess?: string, file = 'package.json'): Found<T> => ({
  value,
  origin: { file, place },
  guess,
});

/** Texts as others may have written them. */
const text = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('a', 'word', '-', '#', ': ', ' #x', '"', "'", '\n', '  ', 'null', '1.10', 'é', '{', '|'), {
      minLength: 1,
      maxLength: 60,
    })
    .map((parts) => parts.join(' ')),
);
const texts = fc.array(text, { maxLength: 4 });

describe('the text of a draft', () => {
  const draft = (value: string, list: readonly string[], place: string, file: string): Draft => ({
    artifact: {
      slug: found('a-slug', place, undefined, file),
      name: found(value, place, value, file),
      type: found('cli' as const, place, undefined, file),
      tags: found([...list], place, undefined, file),
      pricing: { model: found('free' as const, place, 'why not', file) },
    },
    capabilities: [
      { name: found(value, place, undefined, file), intents: found([...list], place, undefined, file) },
      { description: found(value, place, undefined, file) },
    ],
    facts: [{ name: 'version', found: found(value, place, undefined, file) }],
    diagnostics: [],
  });

  test('holds every value, whatever is in it, and a comment with its origin', () => {
    fc.assert(
      fc.property(text, texts, text, text, (value, list, place, file) => {
        const made = draft(value, list, place, file);
        const read = readSource(draftText(made));
        for (const { pointer, found: one } of placedValues(made)) {
          expect(read.value === undefined ? undefined : valueAt(read.value, pointer), pointer).toEqual(one.value);
        }
        const origins = read.comments.flatMap((comment) => parseProvenance(comment.text) ?? []);
        expect(origins.map(({ digest }) => digest)).toEqual(
          placedValues(made).map(({ found: one }) => valueDigest(one.value as JsonValue)),
        );
        expect(origins.filter(({ isGuess }) => isGuess)).toHaveLength(2);
        expect(read.comments.flatMap((comment) => parseFact(comment.text) ?? [])).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  test('reads well', () => {
    const long =
      'Looks up when the library is open, in a calendar that it fetches at most once an hour, and says why it is closed.';
    const made: Draft = {
      artifact: { name: found('Town Library Desk', 'name'), tags: found(['a', 'b: c'], 'keywords') },
      capabilities: [{ description: found(long, 'description', 'the package as a whole'), requires: found([], 'env') }],
      facts: [{ name: 'license', found: found('MIT', 'license') }],
      diagnostics: [],
    };
    expect(draftText(made)).toBe(`# package.json: license is "MIT"
artifact:
  # slug: still to be written
  # from package.json: name [${valueDigest('Town Library Desk')}]
  name: Town Library Desk
  # type: still to be written
  # url: still to be written
  # categories: still to be written
  # from package.json: keywords [${valueDigest(['a', 'b: c'])}]
  tags:
    - a
    - "b: c"
  # pricing: still to be written

capabilities:
  # name: still to be written
  # guess from package.json: description [${valueDigest(long)}] (the package as a whole); delete "guess" if it is right
  - description: >-
      Looks up when the library is open, in a calendar that it fetches at most once an hour, and says why it
      is closed.
    # intents: still to be written
    # best_for: still to be written
    # limitations: still to be written
    # from package.json: env [${valueDigest([])}]
    requires: []
    # input_types: still to be written
    # output_types: still to be written
    # categories: still to be written
`);
    expect(missingFields(made).slice(0, 3)).toEqual(['artifact.slug', 'artifact.type', 'artifact.url']);
    expect(missingFields(made)).toContain('capabilities[0].limitations');
  });
});

describe('the comment of a value', () => {
  test('is read back', () => {
    expect(parseProvenance('# from a b.json: tools[x].description [0123abcd]')).toEqual({
      origin: { file: 'a b.json', place: 'tools[x].description' },
      digest: '0123abcd',
      isGuess: false,
    });
    expect(parseProvenance('# from here on: nothing [is] said')).toBeUndefined();
    expect(parseProvenance('# from package.json: name [0123abcd]x')).toBeUndefined();
    expect(parseFact('# version is "1"')).toBeUndefined();
    expect(parseFact('# package.json: version is "1.\\u0032"')).toEqual({
      file: 'package.json',
      name: 'version',
      value: '1.2',
    });
  });
});
