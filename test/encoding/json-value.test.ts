import { expect, test } from 'vitest';
import { isObject, member } from '../../src/encoding/json-value.js';

test.each([[undefined], [null], [1], ['a'], [true], [[{ a: 1 }]]])('%j is no object and has no members', (value) => {
  expect(isObject(value)).toBe(false);
  for (const name of ['a', '0', 'length']) expect(member(value, name)).toBeUndefined();
});

test('an object has its own members, and none that it inherits', () => {
  expect(isObject({})).toBe(true);
  expect(member({ a: null }, 'a')).toBeNull();
  expect(member({ a: 1 }, 'toString')).toBeUndefined();
  expect(member({ a: 1 }, '__proto__')).toBeUndefined();
});
