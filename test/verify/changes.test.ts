import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../src/encoding/jcs.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { valueAt } from '../../src/encoding/pointer.js';
import { emitDocument } from '../../src/passport/document.js';
import { changesBetween, compareDocuments, MAX_CHANGES } from '../../src/verify/changes.js';
import { libraryHoursDocument } from '../fixtures/library-hours.js';

const document = await libraryHoursDocument();
const text = emitDocument(document);
const whole = (shown = '-'): string => shown.replace(/^…|…$/g, '');
const between = (before: JsonValue, after: JsonValue): readonly unknown[] =>
  changesBetween(before, after).changes.map(({ kind, pointer, before, after }) => [kind, pointer, before, after]);

describe('the changes between two values', () => {
  test.each<[string, JsonValue, JsonValue, unknown[]]>([
    ['a value', { a: 1 }, { a: 2 }, [['changed', '/a', '1', '2']]],
    ['a type', { a: 1 }, { a: '1' }, [['changed', '/a', '1', '"1"']]],
    ['null and false', { a: null }, { a: false }, [['changed', '/a', 'null', 'false']]],
    ['a list for an object', { a: [] }, { a: {} }, [['changed', '/a', '[]', '{}']]],
    ['the whole', 1, [1], [['changed', '', '1', '[1]']]],
    ['a member more', { a: 1 }, { b: { c: 1 }, a: 1 }, [['added', '/b', undefined, '{"c":1}']]],
    ['a member less', { a: 1, b: null }, { a: 1 }, [['removed', '/b', 'null', undefined]]],
    ['names that need escapes', { 'a/b': 1, '~': 1 }, { 'a/b': 2, '~': 1 }, [['changed', '/a~1b', '1', '2']]],
    ['names that objects inherit', {}, { toString: 1 }, [['added', '/toString', undefined, '1']]],
    ['an item', [1, 2, 3], [1, 5, 3], [['changed', '/1', '2', '5']]],
    ['an item more at the end', [1], [1, 2], [['added', '/1', undefined, '2']]],
    ['an item less at the beginning', [{ a: 1 }, 2, 3], [2, 3], [['removed', '/0', '{"a":1}', undefined]]],
    ['an item more in the middle', [1, 1, 3], [1, 1, 2, 3], [['added', '/2', undefined, '2']]],
    [
      'items in another order',
      [1, 2],
      [2, 1],
      [
        ['changed', '/0', '1', '2'],
        ['changed', '/1', '2', '1'],
      ],
    ],
    ['members in another order', { a: 1, b: [{ c: 1, d: 2 }] }, { b: [{ d: 2, c: 1 }], a: 1 }, []],
  ])('%s', (_, before, after, changes) => {
    expect(between(before, after)).toEqual(changes);
  });

  test.each(['', 'x', 'xx'])('of long texts show where they differ, behind %j', (last) => {
    const same = '\u{1f35e}'.repeat(1000) + last;
    const [first, second] = [`${same}b`, `${same}\u{1f35f}${'\u{1f35e}'.repeat(500)}`];
    const [change] = changesBetween({ d: first }, { d: second }).changes;
    expect(change?.before).toMatch(/^…\u{1f35e}{14,16}x{0,2}b"$/u);
    expect(change?.after).toMatch(/^…\u{1f35e}{14,16}x{0,2}\u{1f35f}\u{1f35e}{60,70}…$/u);
  });

  test('of 10,000 members are counted, and the first of them told', () => {
    const many = (value: number): JsonValue =>
      Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`m${index}`, value]));
    const { total, changes } = changesBetween(many(1), many(2));
    expect([total, changes.length]).toEqual([10_000, MAX_CHANGES]);
    const list = Array.from({ length: 10_000 }, (_, index) => [index]);
    expect(changesBetween(list, list.slice(1)).total).toBe(1);
  });

  test('under names too long to be shown are told of what they are in', () => {
    const name = '/'.repeat(1 << 20);
    const inside = (value: JsonValue): JsonValue => ({ a: { [name]: { b: value }, c: value } });
    const { changes, total } = changesBetween(inside(1), inside(2));
    expect(total).toBe(1);
    expect(changes[0]).toMatchObject({ kind: 'changed', pointer: '/a' });
    expect(JSON.stringify(changes).length).toBeLessThan(1000);
    expect(changesBetween({ [name]: [1], a: 1 }, { [name]: [1], a: 2 }).changes[0]?.pointer).toBe('/a');
  });

  test('through 128 levels', () => {
    const nested = (value: JsonValue): JsonValue => {
      let deep = value;
      for (let level = 0; level < 126; level++) deep = level % 2 ? { '~~~~~~~~': deep } : [deep];
      return { passport: deep };
    };
    const { changes, relation } = compareDocuments(JSON.stringify(nested(1)), JSON.stringify(nested([1])));
    expect(relation).toBe('different');
    expect(changes).toHaveLength(1);
    expect(changes[0]?.pointer.length).toBeLessThan(501);
    expect(compareDocuments(JSON.stringify(nested(1)), JSON.stringify(nested(1))).relation).toBe('identical');
  });

  test('are none exactly where the canonical texts are the same, and lead to what they show', () => {
    const value = fc.letrec<{ json: JsonValue }>((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<JsonValue>(null, true, 0, 1, '', 'a'),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b', '/', '1'), tie('json'), { maxKeys: 4 }),
      ),
    })).json;
    let equal = 0;
    fc.assert(
      fc.property(value, value, (before, after) => {
        const { total, changes } = changesBetween(before, after);
        expect(total === 0).toBe(canonicalText(before) === canonicalText(after));
        equal += Number(total === 0);
        for (const { kind, pointer, before: was, after: is } of changes) {
          if (kind !== 'added') expect(JSON.stringify(valueAt(before, pointer))).toContain(whole(was));
          if (kind !== 'removed') expect(JSON.stringify(valueAt(after, pointer))).toContain(whole(is));
          expect(kind).toBe(was === undefined ? 'added' : is === undefined ? 'removed' : 'changed');
        }
      }),
      { numRuns: 3000 },
    );
    expect(equal).toBeGreaterThan(10);
  });
});

describe('two texts', () => {
  test.each<[string, string, string]>([
    ['identical', 'the same', text],
    ['reserialized', 'with spaces', JSON.stringify(document, null, 2)],
    ['reserialized', 'in another order', canonicalText(JSON.parse(text) as JsonValue)],
    ['reserialized', 'with escapes', text.replaceAll('L', '\\u004c')],
    ['different', 'with another letter', text.replace('Lindenau', 'Lindenaw')],
    ['different', 'with a number spelt as text', text.replace('"version":1', '"version":"1"')],
    ['different', 'without links', JSON.stringify({ passport: document.passport })],
    ['unreadable', 'cut off', text.slice(0, -1)],
    ['unreadable', 'with a member twice', text.replace('"version":1', '"version":1,"version":1')],
    ['unreadable', 'deeper than is read', `{"passport":${'['.repeat(200)}${']'.repeat(200)}}`],
    ['unreadable', 'of another kind', '{"kty":"OKP","d":"secret"}'],
  ])('are %s: %s', (relation, _, other) => {
    const comparison = compareDocuments(text, other);
    expect(comparison.relation).toBe(relation);
    expect(comparison.total > 0).toBe(relation === 'different');
    expect(JSON.stringify(comparison)).not.toContain('secret');
  });

  test('of which one is a payload are compared in that', () => {
    const payload = structuredClone(document.passport.unfragile);
    expect(compareDocuments(text, JSON.stringify({ unfragile: payload }))).toMatchObject({
      relation: 'reserialized',
      compared: 'payload',
    });
    payload.artifact.name = 'x';
    expect(compareDocuments(JSON.stringify({ unfragile: payload }), text)).toMatchObject({
      total: 1,
      changes: [{ pointer: '/unfragile/artifact/name', before: '"x"' }],
    });
  });

  test.each(['{', '{"kty":"OKP"}', '[]', ''])('a reference that is %j is refused', (reference) => {
    expect(() => compareDocuments(reference, text)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^ERR_INVALID_/) as string }) as Error,
    );
  });
});
