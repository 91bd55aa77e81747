import { describe, expect, it } from 'vitest';
import { layoutProblem } from '../../src/author/yaml-layout.js';

/** What is pointed at, what is wrong with it, and what to do. */
function problem(...lines: string[]): readonly string[] | undefined {
  const text = lines.join('\n');
  const found = layoutProblem(text);
  return found && [text.slice(found.start, found.end), found.message, found.hint];
}

describe('layoutProblem finds', () => {
  it.each([
    ['a key too far left', ['a:', '  b: 1', ' c: 2'], 'c: 2', 'fits none of the lines above', 'column 1 or 3'],
    ['a key in the first column', ['a:', '  b: 1', 'c: 2', '  d: 3'], 'c: 2', 'as far as those around', 'column 3'],
    ['a list in the first column', ['- a: 1', '  b: 1', 'c:', '    - d', '  e: 3'], 'c:', 'not indented', 'column 3'],
    ['a key too far left, with others below', ['a:', '  b: 1', ' c: 2', '  d: 3'], 'c: 2', 'fits none', 'column 3'],
    ['a first key too far right', ['a:', '   b: 1', '  c: 2', '  d: 3'], 'b: 1', 'than those below', 'column 3'],
    ['a mark at the beginning', ['a: 1', '%b: 2'], '%', 'cannot begin with "%"', 'in quotes'],
    ['a key too far right', ['a:', '  b: 1', '    c: 2'], 'c: 2', 'further than b above', 'column 3'],
    ['what follows a first key too far right', ['a:', '   b: 1', '  c: 2'], 'c: 2', 'fits none', 'column 1 or 4'],
    ['a key left of its entry', ['- a: 1', ' b: 2'], 'b: 2', 'fits none', 'column 1 or 3'],
    ['a key under the dash of its entry', ['- a: 1', 'b: 2'], 'b: 2', 'not indented as far as a', 'column 3'],
    ['a list left of its key', ['- a: 1', '  b:', ' - c'], '- c', 'not indented as far as b', 'column 3'],
    ['an entry among others', ['- a: 1', '  b:', '- c', '  d: 1'], '- c', 'not indented as far as b', 'column 3'],
    ['an entry left of the rest', ['a:', '  - b', ' - c'], '- c', 'fits none', 'column 1 or 3'],
    ['an entry among keys', ['a: 1', '- b'], '- b', 'a dash stands among keys', 'further'],
    ['no colon', ['a: 1', 'b 2'], 'b 2', 'no colon in this line', 'write b: and the value'],
    ['no colon in front of a mapping', ['a: 1', 'b', '  c: 2'], 'b', 'no colon behind b', 'write b:'],
    ['no colon in the first line', ['a', '  b: 1', '  c: 2'], 'a', 'no colon behind a', 'write a:'],
    ['no space behind a colon', ['a: 1', 'b:2', 'c: 3'], 'b:', 'no space behind the colon of b', 'write b: and'],
    ['no space behind the first colon', ['a:', '  b:2', '  c: 3'], 'b:', 'no space behind the colon of b', 'b:'],
    ['an equals sign', ['a: 1', 'b = 2'], 'b = 2', 'equals sign behind b', 'write b:'],
    ['another comment', ['a: 1', '// b'], '// b', 'no colon', 'a comment begins with #'],
    ['no space behind a dash', ['- a', '-b'], '-', 'no space behind this dash', 'write - b'],
    ['no space behind the first dash', ['a:', '  -b: 1', '   c: 2'], '-', 'no space behind this dash', 'write - b: 1'],
    ['no dash', ['a:', '  - b', '  c'], 'c', 'no dash in front of this line', 'put a dash'],
    ['a sentence with a colon', ['a:', '  Note: b', '  c'], 'c', 'no colon', 'put the whole text in quotes'],
    ['a text on the column of its key', ['a: b', 'c d', 'e: f'], 'c d', 'no colon', 'further if it belongs to a'],
    ['an open bracket', ['a: [b', 'c: 1'], '[', 'this [ is never closed', 'close it with ]'],
    ['an open bracket before others', ['a: [b', 'c: [d]'], '[', 'this [ is never closed', 'close it with ]'],
    ['an open brace', ['a: {b: 1', 'c: {d: 2}'], '{', 'this { is never closed', 'close it with }'],
    ['a quote that the next one closes', ['a: "b', 'c: "d"'], '"', 'this quote is never closed', 'close it with "'],
    ['an apostrophe', ["- 'tis b", '- c'], "'", 'this quote is never closed', "close it with '"],
  ] as ReadonlyArray<readonly [string, string[], string, string, string]>)('%s', (_what, lines, at, message, hint) => {
    const found = problem(...lines);
    expect(found?.[0]).toBe(at);
    expect(found?.[1]).toContain(message);
    expect(found?.[2]).toContain(hint);
  });

  it('counts columns behind a byte order mark, and lines that end otherwise', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `\ufeff# c${end}a:${end}${end}  b: 1${end} c: 2${end}`;
      const found = layoutProblem(text);
      expect(text.slice(found?.start, found?.end)).toBe('c: 2');
    }
  });
});

describe('layoutProblem finds nothing in', () => {
  it.each([
    ['nothing', ['']],
    ['blocks', ['a:', '  b: 1', '  c:', '  - d', '  - e: 1', '    f: 2', '', '# g', 'h: i']],
    ['a list in the column of its key', ['a:', '- b', '- c', 'd: e']],
    ['lists in lists', ['- - a', '  - b', '- c']],
    ['texts over several lines', ['a: b', '  c', '  - d', 'e: "f', '  g"', "h: 'i", "  j'", 'k: l']],
    ['block texts', ['a: |', '  b: c: d', ' ', '   e', 'f: >-', '  g:', '  h', 'i: j']],
    ['block texts in a list', ['- |', '  a: b: c', '- >', '  d']],
    ['brackets over several lines', ['a: [b,', '  c,', ']', 'd: {', '  e: 1', '}', 'f: g']],
    ['brackets with quotes, colons and comments', ["a: [\"]\", '}', b:c, d'e, # ]", '  f]', 'g: h']],
    ['keys in quotes', ['"a: b": 1', "'c''d': 2", 'e: 3']],
    ['several documents', ['a: 1', '---', '- b', '...', 'c: 2']],
    ['complex keys, of which it knows nothing', ['? a', ': b', ' c: d']],
  ] as ReadonlyArray<readonly [string, string[]]>)('%s', (_what, lines) => {
    expect(problem(...lines)).toBeUndefined();
  });
});
