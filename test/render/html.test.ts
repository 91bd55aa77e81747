import { describe, expect, test } from 'vitest';
import { linkTo, placeInEditor, placeInPage } from '../../src/render/address.js';
import { dataElement, Flag, html, scriptElement, styleElement } from '../../src/render/html.js';

const hostile = `<img src=x onerror="alert(1)">'&\r`;
const escaped = '&#60;img src=x onerror=&#34;alert(1)&#34;&#62;&#39;&#38;&#13;';

describe('a template of markup', () => {
  test('escapes every text, in text and between quotes', () => {
    expect(`${html`<p title="${hostile}">${hostile}</p>`}`).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  test('joins lists, nests markup, and leaves out undefined and false', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(`${html`<ul>${items}</ul>${undefined}${false}${[1, [' ', '&']]}`}`).toBe(
      '<ul><li>a</li><li>&#60;b&#62;</li></ul>1 &#38;',
    );
  });

  test('takes flags in a tag, and nothing else', () => {
    expect(`${html`<details ${new Flag('open')}></details><i ${new Flag(false)}></i>`}`).toBe(
      '<details open></details><i ></i>',
    );
    expect(() => html`<details ${'open'}></details>`).toThrow(/a hole in a tag/);
  });

  test('puts nothing but addresses where a browser follows or loads, and addresses nowhere else', () => {
    const address = linkTo('https://example.org/?a=1&b="') ?? placeInPage('wrong');
    expect(`${html`<a href="${address}">x</a>`}`).toBe('<a href="https://example.org/?a=1&#38;b=&#34;">x</a>');
    expect(() => html`<a href="${'https://example.org/'}">x</a>`).toThrow(/takes an address/);
    expect(() => html`<img src="${'x'}" />`).toThrow(/takes an address/);
    expect(() => html`<svg><use xlink:href="${'#x'}" /></svg>`).toThrow(/takes an address/);
    expect(() => html`<p title="${address}"></p>`).toThrow(/takes no address/);
    expect(() => html`<p>${address as never}</p>`).toThrow(/takes a text or markup/);
  });

  test('refuses a hole where a text would be more than a text', () => {
    expect(() => html`<${'img'} />`).toThrow(/name of a tag/);
    expect(() => html`</${'p'}>`).toThrow(/name of a tag/);
    expect(() => html`<h${1}>x</h1>`).toThrow(/a hole in a tag/);
    expect(() => html`<p title=${'x'}></p>`).toThrow(/double quotes/);
    expect(() => html`<p title='${'x'}'></p>`).toThrow(/double quotes/);
    expect(() => html`<p onclick="${'x'}"></p>`).toThrow(/would run/);
    expect(() => html`<p style="${'x'}"></p>`).toThrow(/policy/);
    expect(() => html`<object srcdoc="${'x'}"></object>`).toThrow(/would run/);
    for (const make of [
      () => html`<script>${'x'}</script>`,
      () => html`<style>${'x'}</style>`,
      () => html`<!-- ${'x'} -->`,
      () => html`<noscript>${'x'}</noscript>`,
      () => html`<iframe>${'x'}</iframe>`,
    ]) {
      expect(make).toThrow(/template was refused/);
    }
    expect(() => html`<p title="${'x'}`).toThrow(/ends within a tag/);
  });

  test('is the only maker of markup', () => {
    expect(() => html`${{ toString: () => '<b>' } as never}`).toThrow(/takes a text or markup/);
    const { constructor } = html``;
    expect(() => Reflect.construct(constructor, ['<b>'])).toThrow(/templates alone/);
  });
});

describe('scripts, styles and data', () => {
  test('a script or style that would end itself is refused', () => {
    expect(`${scriptElement('let a = 1 < 2;')}`).toBe('<script>let a = 1 < 2;</script>');
    for (const code of ['"</script>"', '"<!--"', '"<SCRIPT"'])
      expect(() => scriptElement(code)).toThrow(/would end it/);
    expect(() => styleElement('a::before { content: "</style>" }')).toThrow(/would end it/);
  });

  test('data is JSON in which nothing is markup', () => {
    const value = { a: '</script><!--&' };
    const text = dataElement('d', value).toString();
    expect(text.match(/[<>]/g)).toHaveLength(4);
    expect(JSON.parse(text.replace(/<[^>]*>/g, ''))).toEqual(value);
  });
});

describe('addresses', () => {
  test('http and https become links, as they are written', () => {
    for (const text of ['https://example.org', 'http://example.org/a?b#c', 'HTTPS://EXAMPLE.ORG/ä']) {
      expect(linkTo(text)?.href).toBe(text);
    }
  });

  test('nothing else does', () => {
    for (const text of [
      ...[
        'javascript:alert(1)',
        'JaVaScRiPt:alert(1)',
        'data:text/html,x',
        'vbscript:x',
        'file:///etc/passwd',
        'blob:x',
      ],
      ...['//example.org', '/x', 'example.org', '', 'https:', 'https://', 'https:example.org', 'https:/\\example.org'],
      ...['java\tscript:alert(1)', ' https://example.org', 'https://example.org\n', 'https://exam\u202eple.org'],
      ...[
        'https://user@example.org',
        'https://example.org@evil.example',
        'https://a:b@example.org',
        'https://[',
        'ftp://x',
      ],
      ...['https://example.org\\@evil.example', 'view-source:https://x', 'https://\u200bexample.org'],
    ]) {
      expect(linkTo(text), text).toBeUndefined();
    }
  });

  test('a place in a file is one whatever the name of the file', () => {
    expect(placeInEditor('/a b/#?.yaml', 3, 7).href).toBe('vscode://file/a%20b/%23%3F.yaml:3:7');
    expect(placeInEditor('C:\\a\\b.yaml', 1, 1).href).toBe('vscode://file/C%3A/a/b.yaml:1:1');
  });
});
