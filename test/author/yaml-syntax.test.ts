import { describe, expect, it } from 'vitest';
import { spliceText } from '../../src/author/edits.js';
import { parseYaml } from '../../src/author/yaml.js';
import type { Diagnostic } from '../../src/diagnostic.js';

function found(text: string): unknown[] {
  return parseYaml(text).diagnostics.map(({ message, range }) => [range?.start.line, range?.start.column, message]);
}

function fixed(text: string, { fix }: Diagnostic): string {
  const edits = (fix?.edits ?? []).map(({ range, text: by }) => ({
    span: [range.start.offset, range.end.offset] as const,
    text: by,
  }));
  return spliceText(text, edits);
}

describe('of several mistakes', () => {
  const text = 'a: @b\nc:\n  d: 1\n   e: 2\nf: g: h\ni:\n  j: 1\nk: 2\n  l: "\\q"\nm: n,\no: "p",\n';

  it('each is told in its line', () => {
    expect(found(text)).toEqual([
      [1, 4, 'a text cannot begin with @ unless it is in quotes'],
      [4, 4, 'this line is indented further than d above, which has a value already'],
      [5, 4, 'a second ": " stands on this line, and only a key has one behind it'],
      [8, 1, 'this line is not indented as far as those around it'],
      [9, 7, 'an unknown escape sequence stands in double quotes'],
      [11, 7, 'a comma stands behind a value'],
    ]);
  });

  it('at the same places, with a byte order mark and where lines end otherwise', () => {
    expect(found(`\ufeff${text}`)).toEqual(found(text));
    expect(found(text.replaceAll('\n', '\r\n'))).toEqual(found(text));
    expect(found(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(found(text));
  });

  it('each is mended by its own fix, and by no other', () => {
    for (const diagnostic of parseYaml(text).diagnostics.filter(({ fix }) => fix)) {
      const messages = (all: readonly Diagnostic[]) => all.map(({ message }) => message);
      const left = parseYaml(text).diagnostics.filter(({ message }) => message !== diagnostic.message);
      expect(messages(parseYaml(fixed(text, diagnostic)).diagnostics)).toEqual(messages(left));
    }
  });

  it('none is told that only follows from another', () => {
    expect(found('a:\n  b: 1\nc: 2\n  d: 3\n  e: 4\n  f:\n    g: 5\nh: 6\n')).toHaveLength(1);
    expect(found('a:\n    b: 1\n   c: 2\n    d: 3\n   e: 4\n')).toHaveLength(2);
  });
});

describe('a fix puts in quotes', () => {
  it.each([
    ['a: @b', 'a: "@b"', true],
    ['a: @b # c', 'a: "@b" # c', true],
    ['- `b` and "c"', `- '\`b\` and "c"'`, true],
    ['- @b\'s "c"', `- '@b''s "c"'`, true],
    ['a: Note: it is so', 'a: "Note: it is so"', true],
    ['a: b: c', 'a: "b: c"', false],
    ['a: “B: c”', 'a: "B: c"', true],
    ['a: 雨傘: 🌂 # c', 'a: "雨傘: 🌂" # c', true],
    ['a: {{ b }}', 'a: "{{ b }}"', false],
  ])('%s', (line, expected, safe) => {
    for (const around of ['', 'x: y\n']) {
      if (around !== '' && line.startsWith('-')) continue;
      const text = `${around}${line}\n`;
      const [diagnostic] = parseYaml(text).diagnostics as [Diagnostic];
      expect(fixed(text, diagnostic)).toBe(`${around}${expected}\n`);
      expect(diagnostic.fix?.safe).toBe(safe);
    }
  });

  it.each(['a: @b\n  goes on', 'a: [@b, c]', 'a: @b\u200b'])('not %s', (text) => {
    const { diagnostics } = parseYaml(text);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.filter(({ fix }) => fix?.description === 'put the text in quotes')).toEqual([]);
  });
});

describe('a missing dash', () => {
  const entry = '  - a: 1\n    b: 2\n    c: 3\n';
  const dashless = entry.replace('- ', '  ');

  it('is told once for each entry, and put there', () => {
    const text = `x:\n${entry}${dashless}${dashless}`;
    const { diagnostics } = parseYaml(text);
    expect(diagnostics.map(({ ruleId, range }) => [ruleId, range?.start.line])).toEqual([
      ['yaml/duplicate-key', 5],
      ['yaml/duplicate-key', 8],
    ]);
    const once = fixed(text, diagnostics[0] as Diagnostic);
    const twice = fixed(once, parseYaml(once).diagnostics[0] as Diagnostic);
    expect(twice).toBe(`x:\n${entry}${entry}${entry}`);
  });

  it.each([
    ['one key that stands twice', `x:\n${entry}    a: 4\n`],
    ['the first key alone, among others', 'x:\n  - a: 1\n    b: 2\n    a: 3\n    c: 4\n'],
    ['keys of no entry', 'a: 1\nb: 2\na: 3\nc: 4\n'],
  ])('is not %s', (_what, text) => {
    const { diagnostics } = parseYaml(text);
    expect(diagnostics.map(({ hint }) => hint)).toEqual(['keep one of them']);
  });
});

describe('a document mark', () => {
  it.each([
    ['a: 1\n---\n', 'a: 1\n'],
    ['---\r\na: 1\r\n---\r\n', '---\r\na: 1\r\n'],
    ['---\n---\na: 1\n', '---\na: 1\n'],
    ['a: 1\n---', 'a: 1\n'],
  ])('too many is taken away: %j', (text, expected) => {
    const [diagnostic] = parseYaml(text).diagnostics as [Diagnostic];
    expect(diagnostic.fix?.safe).toBe(true);
    expect(fixed(text, diagnostic)).toBe(expected);
  });

  it('stays where two documents are', () => {
    expect(parseYaml('a: 1\n---\nb: 2\n').diagnostics.map(({ fix }) => fix)).toEqual([undefined]);
  });
});
