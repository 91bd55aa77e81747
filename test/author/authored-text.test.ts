import { describe, expect, it } from 'vitest';
import { parseText } from '../../src/author/authored-text.js';

const MARK = '\ufeff';

const read = (text: string) => {
  const { value, json, diagnostics } = parseText(text, 'source', undefined);
  return { value, json, rules: diagnostics.map(({ ruleId }) => ruleId) };
};

describe('parseText', () => {
  it('takes JSON for JSON', () => {
    expect(read(' \r\n\t{ "a": 1 }')).toEqual({ value: { a: 1 }, json: true, rules: [] });
    expect(read('{}')).toEqual({ value: {}, json: true, rules: [] });
    expect(read('{ "a": 1, }')).toEqual({ value: undefined, json: true, rules: ['json/syntax'] });
    expect(read('{ } x')).toEqual({ value: undefined, json: true, rules: ['json/syntax'] });
  });

  it('takes a mapping in braces for YAML where its first name has no quotes', () => {
    expect(read('{ a: 1 }')).toEqual({ value: { a: 1 }, json: false, rules: [] });
    expect(read('{ a: "b }')).toMatchObject({ value: undefined, json: false });
  });

  it('refuses a byte order mark before JSON, and takes it before YAML', () => {
    expect(read(`${MARK}{ "a": 1 }`)).toEqual({ value: undefined, json: true, rules: ['json/byte-order-mark'] });
    expect(read(`${MARK}\n{"a": 1}`)).toEqual({ value: undefined, json: true, rules: ['json/byte-order-mark'] });
    expect(read(`${MARK}{ a: 1 }`)).toEqual({ value: { a: 1 }, json: false, rules: [] });
    expect(read(`${MARK}a: 1`)).toEqual({ value: { a: 1 }, json: false, rules: [] });
  });

  it('takes an empty mapping behind a byte order mark for YAML: nothing in it is JSON', () => {
    expect(read(`${MARK}{}`)).toEqual({ value: {}, json: false, rules: [] });
    expect(read(`${MARK} { }\n`)).toEqual({ value: {}, json: false, rules: [] });
  });

  it('takes no other space for that of JSON', () => {
    expect(read('\u00a0{"a": 1}')).toMatchObject({ json: false });
    expect(read(`${MARK}${MARK}{"a": 1}`)).toMatchObject({ json: false });
  });
});
