import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendPointer, fieldName, pointerTokens, valueAt } from '../../src/encoding/pointer.js';

describe('a pointer', () => {
  it.each<[string[], string]>([
    [[], ''],
    [['a'], '/a'],
    [['a', '0'], '/a/0'],
    [[''], '/'],
    [['', ''], '//'],
    [['a/b'], '/a~1b'],
    [['m~n'], '/m~0n'],
    [['~1'], '/~01'],
    [['/~/'], '/~1~0~1'],
    [['é"\\ %'], '/é"\\ %'],
  ])('of %j is %j', (tokens, pointer) => {
    expect(tokens.reduce(appendPointer, '')).toBe(pointer);
    expect(pointerTokens(pointer)).toEqual(tokens);
  });

  it('takes an index as a number', () => {
    expect(appendPointer('/a', 12)).toBe('/a/12');
  });

  it('gives back random tokens', () => {
    const token = fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a', '😀'), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(token, { maxLength: 5 }), (tokens) => {
        expect(pointerTokens(tokens.reduce<string>(appendPointer, ''))).toEqual(tokens);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a field name', () => {
  it.each([
    ['', 'the document'],
    ['/name', 'name'],
    ['/capabilities/0/name', 'capabilities[0].name'],
    ['/a/b/c', 'a.b.c'],
    ['/0', '[0]'],
    ['/a/10/2', 'a[10][2]'],
    ['/a/01', 'a.01'],
    ['/a/-1', 'a.-1'],
    ['/a~1b/m~0n', 'a/b.m~n'],
  ])('%j reads %j', (pointer, name) => {
    expect(fieldName(pointer)).toBe(name);
  });
});

describe('valueAt', () => {
  const value = { a: [{ b: 1 }, null], '': 'empty', 'x/y': { '~': true }, n: { '0': 'zero' } };

  it.each([
    ['', value],
    ['/a/0/b', 1],
    ['/a/1', null],
    ['/', 'empty'],
    ['/x~1y/~0', true],
    ['/n/0', 'zero'],
    ['/a/2', undefined],
    ['/a/00', undefined],
    ['/a/-', undefined],
    ['/a/length', undefined],
    ['/a/0/b/c', undefined],
    ['/toString', undefined],
    ['/__proto__', undefined],
    ['/empty/length', undefined],
  ])('of %j is %j', (pointer, found) => {
    expect(valueAt(value, pointer)).toEqual(found);
  });
});
