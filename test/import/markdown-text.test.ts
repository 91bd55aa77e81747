import { describe, expect, test } from 'vitest';
import { firstParagraph, plainText, sections } from '../../src/import/markdown-text.js';

const readme = `<!-- made with love -->
<h1 align="center">
  Town *Desk*
</h1>

[![build](https://example.com/b.svg)](https://example.com) ![npm](https://example.com/n.svg)

[English](README.md) | [Deutsch](README.de.md)

> [!NOTE]
> Not for cellars.

<p align="center">
    Says when the <b>library</b> is open, with \`open_hours\` of [the town](https://example.com/a_(b)_c),
    **always** _up to date_ &amp; 2*3*4 \\*sic\\*.
</p>

## Limitations ##

Two of them:

- No \`__holidays__\`
  of other towns

  at all
* [ ] Not <https://example.com>

\`\`\`sh
# no heading
\`\`\`

| a | b |
|---|---|
| 1 | 2 |

Uses
----
1. First
2. Second

[ref]: https://example.com
`;

describe('the text of Markdown', () => {
  test('is told in sections', () => {
    expect(sections(readme)).toEqual([
      {
        title: 'Town Desk',
        level: 1,
        text: 'English | Deutsch\nNot for cellars.\nSays when the library is open, with open_hours of the town, always up to date & 2*3*4 *sic*.',
        list: [],
      },
      {
        title: 'Limitations',
        level: 2,
        text: 'Two of them:',
        list: ['No __holidays__ of other towns at all', 'Not https://example.com'],
      },
      { title: 'Uses', level: 2, text: '', list: ['First', 'Second'] },
    ]);
    expect(sections('')).toEqual([]);
    expect(sections('before\n# one')).toMatchObject([{ level: 0, text: 'before' }, { title: 'one' }]);
  });

  test('begins with its first prose', () => {
    expect(firstParagraph(readme)).toMatch(/^Says when the library is open/);
    expect(firstParagraph('# Only a title\n\n- a list\n')).toBeUndefined();
    expect(firstParagraph('Title\n=====\r\n\r\nSnake_case_words and a\r\nsecond line')).toBe(
      'Snake_case_words and a second line',
    );
  });

  test('is one line of words', () => {
    expect(plainText('# A\n\nb **c**\n- d\n\n```\ne\n```\n')).toBe('A b c d');
    expect(plainText('<script>')).toBe('');
  });

  test.each(['![', '[x](', '<!--', '*a ', '_a ', '`', '<a', '> ', '- ', '# ', '~', '&', '\\', '[x](()', '| ', '=\n'])(
    'is read in linear time, of %j alone as well',
    (part) => {
      const text = part.repeat((1 << 18) / part.length);
      for (const read of [plainText, firstParagraph, sections]) expect(() => read(text)).not.toThrow();
    },
    5_000,
  );
});
