import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateJson, numberProblem, readSlowly, scanJson } from '../../src/encoding/json-scanner.js';
import { brokenByNumber, numberToken } from './json-texts.js';

const limits = { maxDepth: 4, refuseNegativeZero: false };

describe('the scanner', () => {
  it('finds nothing in good JSON', () => {
    expect(scanJson(' {"a" : [1, -2.5e3, "x\\u00e9\\n", true, false, null, {}, []]}\r\n\t', limits)).toBeUndefined();
  });

  it('names the first problem of several', () => {
    expect(scanJson('[1e999, "\\ud800", 01]', limits)?.ruleId).toBe('json/number-range');
    expect(scanJson('["\\ud800", 1e999, 01]', limits)?.ruleId).toBe('json/lone-surrogate');
    expect(scanJson('[01, 1e999, "\\ud800"]', limits)?.ruleId).toBe('json/syntax');
  });

  it('counts levels up to the limit it is given', () => {
    expect(scanJson('[[[[1]]]]', limits)).toBeUndefined();
    expect(scanJson('[[[[[]]]]]', limits)).toMatchObject({ ruleId: 'json/nesting', start: 4, end: 5 });
    expect(scanJson('[]', { ...limits, maxDepth: 0 })?.ruleId).toBe('json/nesting');
  });

  it.each([
    ['{"a":1,"a":2}', 7, 10],
    ['["\\ud800x"]', 2, 8],
    ['[1e999]', 1, 6],
    ['["open', 1, 6],
    ['[1 x]', 3, 4],
    ['[', 1, 1],
  ])('covers what is wrong in %s', (text, start, end) => {
    expect(scanJson(text, limits)).toMatchObject({ start, end });
  });

  it.each([
    ['[1,]', /comma/],
    ['{"a":1,}', /comma/],
    ["['a']", /double quotes/],
    ['[1 // one\n]', /comma or a closing bracket/],
    ['[/* one */]', /no comments/],
    ['[', /cut short/],
    ['[01]', /leading zero/],
    ['{} {}', /remove the rest/],
    ['{"a":1,"a":2}', /keep one/],
  ])('says what to do about %j', (text, hint) => {
    expect(scanJson(text, limits)?.hint).toMatch(hint);
  });
});

describe('a number', () => {
  it('is refused as integer arithmetic has it', () => {
    fc.assert(
      fc.property(numberToken, fc.boolean(), (token, refuseNegativeZero) => {
        const expected = brokenByNumber(token);
        const ignored = expected === 'json/negative-zero' && !refuseNegativeZero;
        expect(numberProblem(token, refuseNegativeZero)?.ruleId).toBe(ignored ? undefined : expected);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is kept as JSON.stringify writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(numberProblem(JSON.stringify(value), true)).toBeUndefined();
      }),
      { numRuns: 5_000 },
    );
  });

  it('is shown with what it would become', () => {
    expect(numberProblem('9007199254740993', false)?.message).toBe(
      'the number 9007199254740993 would become 9007199254740992',
    );
  });
});

describe('places', () => {
  it('are offsets, with those of the name', () => {
    const places = locateJson('[{"a": 1}]', 8);
    expect([...places.keys()].sort()).toEqual(['', '/0', '/0/a']);
    expect(places.get('/0/a')).toEqual({ value: [7, 8], key: [2, 5] });
    expect(places.get('/0')).toEqual({ value: [1, 9] });
  });
});

describe('a value read slowly', () => {
  it('has members named like what every object inherits, whatever that is', () => {
    const { prototype } = Object;
    Object.defineProperty(prototype, 'inherited', { set: () => undefined, configurable: true });
    Object.defineProperty(prototype, 'fixed', { value: 1, writable: false, configurable: true });
    let names: string[];
    try {
      names = Object.keys(readSlowly('{"inherited":1,"toString":2,"fixed":3}', 2) as object);
    } finally {
      for (const name of ['inherited', 'fixed']) Reflect.deleteProperty(prototype, name);
    }
    expect(names).toEqual(['inherited', 'toString', 'fixed']);
  });
});
