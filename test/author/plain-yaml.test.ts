import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlainYaml } from '../../src/author/plain-yaml.js';
import { type ParsedYaml, parseYaml } from '../../src/author/yaml.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { appendPointer } from '../../src/encoding/pointer.js';

/** Everything that a reader says of a text. */
function said({ value, diagnostics, comments, locate }: ParsedYaml): unknown {
  const places = (value === undefined ? [] : pointersOf(value, '')).map((pointer) =>
    (['key', 'value', 'end'] as const).map((part) => locate(pointer, part)),
  );
  return { value, diagnostics, comments, places };
}

function pointersOf(value: JsonValue, pointer: string): string[] {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [pointer, ...members.flatMap(([name, member]) => pointersOf(member, appendPointer(pointer, name)))];
}

const plain: readonly string[] = [
  'a: b\n',
  'a: b',
  '# c\n\na: b # d\n\n# e\n',
  'a:\n  - b\n  - c\nd: e\n',
  'a:\n- b\n- c\nd: e\n',
  'a: # b\n  - c # d\n  # e\n# f\n  - g\n',
  'a:\n  - b: c\n    d: e\n  -   f: g\n      h:\n      - i\n\n\n',
  '- a\n- b: c\n',
  'a: "b: #c"  # d\ne: \'f "g" - h\'\n',
  'a: b#c -d ?e {f} [g] *h\n',
  'a: $1.50e-7 per token\nb: https://c.example/d#e\n',
  'a: b — “c”\nd: été\ne: 1 thing\n',
  'a: b   \nc:   \n  d: e   \n',
  'a: [b, "c, d",e d , \'f\']  # g\nh: []\n',
  '- [a]\n- [ ]\n',
  'a: >-\n  b\n  # c\nd: e\n'.replace('# c', 'c # d'),
  'a: |\n  b: c  \n  - d\ne:\n  - >\n   f\n   g\n\n\n# h\n',
  '- |-\n a: "\n# b\n- c\n',
  'a: b\n c\n',
  'a: b  \n  c d \n    e\nf:\n  - g\n    h\n  - i: j\n      k\n    l: m\n',
  'a: 1\n  2\nb: true\n  false\n',
  'a: "b: \n  c #d  \n   e " # f\ng: \' h"\n i\'\n',
  '- "a\n  b"\n- c\n',
];

const notPlain: readonly string[] = [
  '',
  '# a\n',
  'a\n',
  'a:\n',
  'a: b\n  - c\n',
  'a: b\nc\n',
  'a: b # c\n  d\n',
  'a: b\n  c # d\n',
  'a: b\n\n  c\n',
  'a: b\n  # c\n  d\n',
  'a: b\n  c: d\n',
  'a: b\n  c:\n',
  'a: 1\n  : 2\n',
  '- a\n- b\nc\n',
  'a: "b\n\n  c"\n',
  'a: "b\\\n  c"\n',
  'a: "\n  b"\n',
  'a: "b\n  "\n',
  'a: "b\n  # c"\n',
  'a: "b\nc"\n',
  'a: "b\n  c\n',
  'a: "b\n  c" d\n',
  'a:b\n',
  'a: b: c\n',
  'a: b:\n',
  'a: 1\n',
  'a: 1.5e3\nb: 0x1F\n',
  'a: .5\n',
  'a: 2026-01-31\n',
  'a: null\n',
  'a: True\n',
  'true: a\n',
  'a: ~\n',
  'a: - b\n',
  'a: [b, 1]\n',
  'a: [b,, c]\n',
  'a: [b, ]\n',
  'a: [b\n  , c]\n',
  'a: [b: c]\n',
  'a: [b] c\n',
  'a: [b]#c\n',
  'a: [yes]\n',
  'a: [[b]]\n',
  'a: |\n  b\n\n  c\n',
  'a: |\n  b\n   c\n',
  'a: |\n  b\n  # c\n  d\n',
  'a: |\n  b',
  'a: |+\n  b\n',
  'a: |2\n  b\n',
  'a: |\nb: c\n',
  'a: |\n',
  '- |\n- a\n',
  'a: &b c\n',
  'a: *b\n',
  'a: !b c\n',
  'a: "b\\n"\n',
  'a: "b" c\n',
  'a: "b"#c\n',
  "a: 'b''c'\n",
  'a: b\na: c\n',
  '__proto__: a\n',
  '<<: a\n',
  '? a\n: b\n',
  '"a": b\n',
  'a:\tb\n',
  'a: b\r\nc: d\r\n',
  '\ufeffa: b\n',
  'a: b\u2028c\n',
  'a: b\u0085c\n',
  '--- \na: b\n',
  'a: b\n...\n',
  'a: b\n---\nc: d\n',
  '%YAML 1.2\na: b\n',
  ' a: b\n',
  'a:\n  b: c\n d: e\n',
  'a:\n    b: c\n  d: e\n',
  '- a\nb: c\n',
  'a: b\n- c\n',
  '-\n  a\n',
  '- - a\n',
  'a: b\n  # c\n',
  'a: b\n  # c\nd: e\n',
  Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('') + `${' '.repeat(40)}b\n`,
];

describe('plain YAML', () => {
  it.each(plain)('is read from %j as the parser reads it', (text) => {
    const plainly = parsePlainYaml(text);
    expect(plainly && said(plainly)).toEqual(said(parseYaml(text)));
  });

  it.each(notPlain)('is not %j', (text) => {
    expect(parsePlainYaml(text)).toBeUndefined();
  });

  // What a line of a source is made of, and what makes it something else.
  const mostly = <T>(sound: readonly T[], odd: readonly T[]) =>
    fc.oneof({ weight: 25, arbitrary: fc.constantFrom(...sound) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
  const word = mostly(['a', 'b', 'c', 'key_1', 'k-2', '_k'], ['y', 'null', '1a', '__proto__', '<<', '']);
  const text = mostly(
    [
      ...[
        'a',
        'two words',
        'a#b',
        'a - b',
        "it's",
        '"q # : r"',
        "'s'",
        'b:c',
        'https://a.example/b#c',
        '$1',
        '(p)',
        'é',
      ],
      ...['a \u2014 b', '1 of 2', 'x]', 'a "b" c', 'a, b', '50 %', '\ud83d\ude00'],
    ],
    [
      ...['"', '1', '1.5', '1e3', '0x1', '-1', '.5', 'true', 'Null', '~', '[z]', '{y}', '@x', '`', '"\\n"', '"a" b'],
      ...[
        "'a''b'",
        'x ',
        'x\u00a0',
        '\u00a0x',
        'x: y',
        'x:',
        'x :y',
        'x\t',
        'x\u2028y',
        '*a',
        '&a',
        '!a',
        '|',
        '>',
        '>-',
      ],
      ...[
        '[a]',
        '[ a, b c ]',
        '["a", b]',
        '[]',
        '[a,]',
        '[a b, 1]',
        '[a#b]',
        '[a #b]',
        '[a',
        '|-',
        '>+',
        '|1',
        '> # a',
      ],
      ...['- x', '? x', ': x', '-x', '12:30', '2026-01-31', ''],
    ],
  );
  const tail = mostly(['', '', ' ', '  ', ' # c'], [' #', ' #c', '#c', '  # c  ', '\t', '\r']);
  const line = fc
    .tuple(
      mostly(['', '', '  ', '  ', '    '], [' ', '   ']),
      mostly(['', '', '- '], ['-   ', '-', '# ']),
      fc.option(word),
      mostly([': '], [':', ':  ', ':\t', ' : ']),
      fc.option(text),
      tail,
    )
    .map(([indent, mark, name, colon, value, end]) => {
      const key = name === null ? '' : name + (value === null ? ':' : colon);
      return indent + mark + key + (value ?? '') + end;
    });
  const anyLine = fc.oneof(
    { weight: 6, arbitrary: line },
    { weight: 1, arbitrary: fc.constantFrom('a: >-', 'b: |', '- >', '- c: |-', '  d: >', '', ' ', '  # c', '# c') },
  );
  const lines = fc
    .tuple(fc.array(anyLine, { minLength: 1, maxLength: 7 }), fc.constantFrom('', '\n', '\n', '\n\n'))
    .map(([parts, end]) => parts.join('\n') + end);

  it('is read as the parser reads it, whatever stands there', () => {
    let read = 0;
    fc.assert(
      fc.property(lines, (text) => {
        const plainly = parsePlainYaml(text);
        if (!plainly) return;
        read++;
        expect(said(plainly)).toEqual(said(parseYaml(text)));
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  // Whole texts, of which most are plain: one line in two may be another one.
  interface Layout {
    readonly indent: number;
    readonly break: string;
  }
  const layout: fc.Arbitrary<Layout> = fc.record({
    indent: fc.constantFrom(1, 2, 2, 2, 4),
    break: fc.constantFrom('\n', '\n', '\n', '\n\n', ' # c\n', '\n# c\n', '  \n'),
  });
  type Written = (column: number) => string;
  const { node } = fc.letrec<{ node: Written; scalar: Written; list: Written; map: Written }>((tie) => ({
    node: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('scalar'), tie('list'), tie('map')),
    scalar: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(text, tail).map(
          ([words, end]) =>
            () =>
              ` ${words}${end}\n`,
        ),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.constantFrom('', '', '"', "'"),
            fc.array(fc.tuple(text, tail), { minLength: 2, maxLength: 3 }),
            mostly([2, 2, 1, 4], [0]),
            mostly(['\n'], ['\n\n', '\n# c\n']),
          )
          .map(([mark, parts, indent, end]) => (column: number) => {
            const words = parts.map(([words, last]) => words + last);
            return ` ${mark}${words.join(end + ' '.repeat(Math.max(0, column + indent - 1)))}${mark}\n`;
          }),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('>', '|', '>-', '|-'), fc.array(text, { minLength: 1, maxLength: 3 }))
          .map(([header, texts]) => (column: number) => {
            const start = ' '.repeat(column + 1);
            return ` ${header}\n${texts.map((words) => `${start}${words}\n`).join('')}`;
          }),
      },
    ),
    list: fc.tuple(layout, fc.array(tie('node'), { minLength: 1, maxLength: 3 })).map(([{ indent, ...by }, items]) => {
      return (column) => {
        const start = ' '.repeat(column + indent - 1);
        return by.break + items.map((item) => `${start}-${item(column + indent - 1).replace(/^\n */, ' ')}`).join('');
      };
    }),
    map: fc
      .tuple(
        layout,
        fc.uniqueArray(fc.tuple(word, tie('node')), { selector: ([name]) => name, minLength: 1, maxLength: 3 }),
      )
      .map(([{ indent, ...by }, members]) => (column) => {
        const start = ' '.repeat(column + indent);
        return by.break + members.map(([name, member]) => `${start}${name}:${member(column + indent)}`).join('');
      }),
  }));

  it('is read as the parser reads it, however deep', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.tuple(node, fc.nat(), fc.nat(2), fc.constantFrom('', ' ', '\n', '#', '-', ':', '"')), (of) => {
        const [written, start, length, other] = of;
        const whole = `a:${written(0)}`;
        const at = start % (whole.length + 1);
        for (const made of [whole, whole.slice(0, at) + other + whole.slice(at + length)]) {
          const plainly = parsePlainYaml(made);
          if (!plainly) continue;
          read++;
          expect(said(plainly)).toEqual(said(parseYaml(made)));
        }
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  const templates = new URL('../../templates/', import.meta.url);

  it.each(readdirSync(templates))('is what the template %s is written in', (name) => {
    expect(parsePlainYaml(readFileSync(new URL(name, templates), 'utf8'))).toBeDefined();
  });

  const mutation = fc.tuple(
    fc.constantFrom(...readdirSync(templates)),
    fc.nat(),
    fc.nat(5),
    fc.nat(120),
    fc.oneof(text, tail, line),
  );

  it('is read as the parser reads it where a piece of a source is another', () => {
    let read = 0;
    fc.assert(
      fc.property(mutation, ([name, start, length, lines, other]) => {
        const whole = readFileSync(new URL(name, templates), 'utf8');
        const text = whole
          .split('\n')
          .slice(0, 1 + lines)
          .join('\n');
        const at = start % text.length;
        const mutated = text.slice(0, at) + other + text.slice(at + length);
        const plainly = parsePlainYaml(mutated);
        if (!plainly) return;
        read++;
        expect(said(plainly)).toEqual(said(parseYaml(mutated)));
      }),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
