import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../src/encoding/jcs.js';
import { canonicalSlices, sliceCompact } from '../../src/encoding/jcs-slices.js';
import { type ReadJson, readJson } from '../../src/encoding/json.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { PassportError } from '../../src/errors.js';

/** The slices of a text, or undefined where it must be written anew or is refused. From bytes they must be the same. */
function slices(text: string, path: readonly string[] = [], omit?: string): string | undefined {
  const [found, ...fromBytes] = [
    () => readJson(text),
    () => readJson(Buffer.from(text)),
    () => readJson(Buffer.from(text), { mayKeepBytes: true }),
  ].map((read) => slicesOf(read, path, omit));
  const taken = [found, ...fromBytes].filter((one) => one !== undefined);
  // Each may leave what another takes: names whose bytes have another order, numbers whose length proves nothing.
  expect(new Set(taken).size).toBeLessThan(2);
  return taken[0];
}

function slicesOf(read: () => ReadJson, path: readonly string[], omit: string | undefined): string | undefined {
  try {
    const json = read();
    if (json.sliced) slicedWhenRead++;
    const found = canonicalSlices(json, path, omit);
    return found === undefined ? undefined : Buffer.from(json.encode(found)).toString();
  } catch (error) {
    if (error instanceof PassportError) return undefined;
    throw error;
  }
}

let slicedWhenRead = 0;

describe('slices of a compact text', () => {
  test('are taken, and are the canonical text', () => {
    const text = '{"b":[1,0.5,"é—😀"],"a":{"z":null,"y":[{"d":1,"c":true}],"x":{}},"c":[],"d":[[2,1],[]]}';
    expect(slices(text)).toBe(
      '{"a":{"x":{},"y":[{"c":true,"d":1}],"z":null},"b":[1,0.5,"é—😀"],"c":[],"d":[[2,1],[]]}',
    );
    expect(slices(text, ['a', 'y'])).toBe('[{"c":true,"d":1}]');
    expect(slices(text, ['a'], 'z')).toBe('{"x":{},"y":[{"c":true,"d":1}]}');
    expect(slices(text, ['d'])).toBe('[[2,1],[]]');
    expect(slices('{"a":1}', [], 'a')).toBe('{}');
    expect(slices('{}')).toBe('{}');
    expect(slices('"x"')).toBe('"x"');
  });

  test('are taken where JSON.stringify would write the same escapes', () => {
    const text = JSON.stringify({ 'b"\\': ['"', '\\', '\\"\n', 'x'], a: { z: '\t\b\f\r', 'y\\\\': [] }, '"': '"' });
    const sorted = JSON.stringify({ '"': '"', a: { 'y\\\\': [], z: '\t\b\f\r' }, 'b"\\': ['"', '\\', '\\"\n', 'x'] });
    expect(slices(text)).toBe(sorted);
    expect(slices(text, ['a'], 'z')).toBe('{"y\\\\\\\\":[]}');
  });

  test.each([
    ['spaces', '{"a": 1}'],
    ['an escape by number', '{"a":"\\u0001"}'],
    ['a character escaped by number that need not be', '{"a":"\\u0061"}'],
    ['an escape that was not needed', '{"a":"\\/"}'],
    ['a number spelt otherwise in as many characters', '{"a":1e2}'],
    ['the same in a list', '[5e-2,1]'],
    ['and as an integer that JSON.stringify writes longer', '[1e22]'],
    ['integer-like names, which an object moves to its front', '{"b":1,"1":2}'],
    ['a shorter spelling made up for by a space', '[1e3 ]'],
    ['and by a duplicate member', '{"a":1,"a":1e5}'],
  ])('are not taken of a text with %s', (_, text) => {
    expect(slices(text)).toBeUndefined();
  });

  test('are not taken of a part that is not there', () => {
    expect(slices('{"a":1}', ['b'])).toBeUndefined();
    expect(slices('{"a":1}', ['a', 'b'])).toBeUndefined();
    expect(slices('[1]', ['0'])).toBeUndefined();
    expect(slices('{"a":1}', ['toString'])).toBeUndefined();
  });

  test('are the canonical text of any value, or are not taken', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), (random) => {
        const text = JSON.stringify(random);
        const found = slices(text);
        if (found === undefined) return;
        taken++;
        expect(found).toBe(canonicalText(random as JsonValue));
      }),
      { numRuns: 20_000, seed: 1 },
    );
    expect(taken).toBeGreaterThan(5000);
  });

  test('are the canonical text of any part, with any member left out', () => {
    const names = fc.constantFrom('a', 'b', '"', '\\', '\n', 'ab', 'é', '—', 'signature', 'unfragile', '7');
    const leaf = fc.oneof(fc.constantFrom(0, 1, 100, 0.05, 1000, -1, 1e21, 0.1, 12.5, true, false, null), fc.string());
    const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(names, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    let taken = 0;
    fc.assert(
      fc.property(tree, names, names, (root, at, omit) => {
        const found = slices(JSON.stringify({ first: root, [at]: root, last: 0 }), [at], omit);
        if (found === undefined) return;
        taken++;
        const part = typeof root === 'object' && root !== null && !Array.isArray(root) ? { ...root } : root;
        if (typeof part === 'object' && part !== null && !Array.isArray(part)) Reflect.deleteProperty(part, omit);
        expect(found).toBe(canonicalText(part));
      }),
      { numRuns: 20_000, seed: 2 },
    );
    expect(taken).toBeGreaterThan(5000);
  });

  test('are the canonical text of whatever was read, however it was spelt', () => {
    const number = fc.constantFrom(
      '0',
      '1',
      '10',
      '1e1',
      '1E2',
      '100',
      '5e-2',
      '0.05',
      '1e3',
      '1000',
      '1e+3',
      '1.0',
      '-1',
      '1e5',
      '100000',
      '2e22',
      '0.001',
      '1e-3',
    );
    const space = fc.constantFrom('', '', '', ' ', '\n');
    const string = fc.constantFrom(
      '""',
      '"1000"',
      '"x100000"',
      '"1"',
      '"a"',
      '"\\""',
      '"\\/"',
      '"\\\\\\""',
      '"\\n"',
      '"\\u0061"',
      '"é"',
      '"a\\\\"',
    );
    const { text } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 3 },
        number,
        string,
        fc
          .tuple(space, fc.array(tie('text'), { maxLength: 4 }), space)
          .map(([a, items, b]) => `[${a}${items.join(',')}${b}]`),
        fc
          .array(fc.tuple(string, space, tie('text')), { maxLength: 4 })
          .map((members) => `{${members.map(([name, gap, value]) => `${name}:${gap}${value}`).join(',')}}`),
      ),
    }));
    let taken = 0;
    fc.assert(
      fc.property(text, (random) => {
        const found = slices(random);
        if (found === undefined) return;
        taken++;
        expect(found).toBe(canonicalText(JSON.parse(random) as JsonValue));
      }),
      { numRuns: 50_000, seed: 3 },
    );
    expect(taken).toBeGreaterThan(5000);
  });

  test('are not taken where anything else stands for a sign between tokens', () => {
    const text = '{"a":"b","c":[1,"d",true],"e":[],"f":{},"g":[{"h":null},{"i":[2]}],"j":{"k":0.5}}';
    const value = JSON.parse(text) as JsonValue;
    expect(sliceCompact(text, value, 'nothing')?.size).toBe(5);
    for (const { index } of text.matchAll(/[{}[\],:]/g))
      for (const other of [' ', ';'])
        expect(sliceCompact(text.slice(0, index) + other + text.slice(index + 1), value, 'nothing')).toBeUndefined();
  });

  test('were taken when bytes were read, of many of those above', () => {
    expect(slicedWhenRead).toBeGreaterThan(5000);
  });
});
