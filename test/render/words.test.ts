import { describe, expect, test } from 'vitest';
import { embeddedText } from '../../src/render/raw-json.js';
import { address, words } from '../../src/render/words.js';

describe('a text of somebody else', () => {
  test('is isolated and escaped', () => {
    expect(`${words('a <b> שלום')}`).toBe('<bdi>a &#60;b&#62; שלום</bdi>');
    expect(`${words('x', '/artifact/name')}`).toBe('<bdi data-at="/artifact/name">x</bdi>');
  });

  test('has what hides or turns text replaced by its name', () => {
    expect(`${words('a\u202eb\u0007c')}`).toBe(
      '<bdi>a<span class="unseen">U+202E</span>b<span class="unseen">U+0007</span>c</bdi>',
    );
    expect(`${words('a\u200bb')}`).toContain('U+200B');
    expect(`${words('a\nb ##[x')}`).toBe('<bdi>a\nb ##[x</bdi>');
  });

  test('keeps the joiners that scripts and emoji need', () => {
    for (const text of ['👩‍👩‍👧', 'می‌خواهم', 'क्‍ष']) expect(`${words(text)}`).toBe(`<bdi>${text}</bdi>`);
  });

  test('is a link where it may be one, and its text where not', () => {
    expect(`${address('https://example.org/')}`).toMatch(/^<a href="https:\/\/example\.org\/" rel="[^"]*noreferrer/);
    expect(`${address('javascript:alert(1)')}`).not.toContain('href');
    expect(`${address('javascript:alert(1)')}`).toContain('javascript:alert(1)');
  });
});

describe('JSON in a page', () => {
  test('is what was given, byte for byte, where nothing in it hides', () => {
    const text = '{ "a": "ä\\u202e <b>",\r\n\t"b": [1, 2] }\n';
    expect(embeddedText(text)).toBe(text);
  });

  test('has what hides written as escapes: the same value', () => {
    const text = JSON.stringify({ a: 'x\u202ey\u{e0041}\ufeff' });
    expect(embeddedText(text)).toBe('{"a":"x\\u202ey\\udb40\\udc41\\ufeff"}');
    expect(JSON.parse(embeddedText(text))).toEqual(JSON.parse(text));
  });
});
