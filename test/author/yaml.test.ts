import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseWithLibrary } from 'yaml';
import { parseSource } from '../../src/author/source.js';
import { parseYaml } from '../../src/author/yaml.js';
import type { Diagnostic } from '../../src/diagnostic.js';
import { canonicalize } from '../../src/encoding/jcs.js';

/** `line:column rule` of each diagnostic. */
const places = (text: string): string[] =>
  parseYaml(text).diagnostics.map(({ range, ruleId }) => `${range?.start.line}:${range?.start.column} ${ruleId}`);

/** The stretch of the text that each diagnostic points at. */
const pointedAt = (text: string): string[] =>
  parseYaml(text).diagnostics.map(({ range }) => text.slice(range?.start.offset, range?.end.offset));

const refusals: ReadonlyArray<
  readonly [what: string, text: string, places: readonly string[], at?: readonly string[]]
> = [
  // Directives
  ['a version directive', '%YAML 1.1\n---\na: no\n', ['1:1 yaml/directive'], ['%YAML 1.1']],
  ['the version directive of our own version', '%YAML 1.2\n---\na: no\n', ['1:1 yaml/directive']],
  ['a tag directive', '%TAG ! tag:a.example,2000:\n---\na: b\n', ['1:1 yaml/directive']],
  ['an unknown directive', '# first\n%FOO bar\n---\na: b\n', ['2:1 yaml/directive']],
  [
    'a directive behind a document',
    'a: 1\n...\n%YAML 1.1\n---\nb: no\n',
    ['3:1 yaml/directive', '4:1 yaml/several-documents'],
  ],
  // Tags
  ['the tag of text', 'a: !!str 1\n', ['1:4 yaml/tag'], ['!!str']],
  ['a tag of its own', 'a:\n  - b\n  - !foo c\n', ['3:5 yaml/tag'], ['!foo']],
  ['a whole tag', 'a: !<tag:yaml.org,2002:int> "1"\n', ['1:4 yaml/tag'], ['!<tag:yaml.org,2002:int>']],
  ['the tag that says nothing', 'a: ! b\n', ['1:4 yaml/tag'], ['!']],
  ['bytes', 'a: !!binary aGVsbG8=\n', ['1:4 yaml/tag']],
  ['a tag on the root', '!!map\na: 1\n', ['1:1 yaml/tag']],
  ['a tag on a key', '!!str a: 1\n', ['1:1 yaml/tag']],
  ['tags in a flow mapping', '{a: !!str b, !x c: d}', ['1:5 yaml/tag', '1:14 yaml/tag'], ['!!str', '!x']],
  // Anchors, aliases and merge keys
  ['an anchor', 'a: &x 1\n', ['1:4 yaml/anchor'], ['&x']],
  ['an anchor on the root', '--- &x\na: 1\n', ['1:5 yaml/anchor']],
  ['an anchor on a key', '&x a: 1\n', ['1:1 yaml/anchor']],
  ['an alias', 'a: *x\n', ['1:4 yaml/alias'], ['*x']],
  ['an alias as a key', '*x : 1\n', ['1:1 yaml/alias']],
  ['aliases, in the order of the text', '[*x, {k: *y}, *z]', ['1:2 yaml/alias', '1:10 yaml/alias', '1:15 yaml/alias']],
  ['a mapping within itself', 'a: &x\n  b: *x\n', ['1:4 yaml/anchor', '2:6 yaml/alias']],
  ['a merge key', 'a:\n  <<: {b: 1}\n', ['2:3 yaml/merge-key'], ['<<']],
  ['a merge key with an alias', 'a: &x {b: 1}\nc:\n  <<: *x\n', ['1:4 yaml/anchor', '3:7 yaml/alias']],
  // Documents
  ['two documents', 'a: 1\n---\nb: 2\n', ['2:1 yaml/several-documents'], ['---']],
  ['two documents by the end of the first', 'a: 1\n...\nb: 2\n', ['3:1 yaml/several-documents']],
  ['three documents, said once', '--- a\n--- b\n--- c\n', ['2:1 yaml/several-documents']],
  ['nothing and a document', '---\n---\na: 1\n', ['2:1 yaml/several-documents']],
  // Keys
  ['a number as a key', '1: a\n', ['1:1 yaml/non-text-key'], ['1']],
  [
    'other keys that are no text',
    'true: a\nnull: b\n~: c\n1.5: d\n0x1: e\n',
    [1, 2, 3, 4, 5].map((n) => `${n}:1 yaml/non-text-key`),
  ],
  ['a list as a key', '? [x, y]\n: f\n', ['1:3 yaml/non-text-key'], ['[x, y]']],
  ['a mapping as a key', '{{a: b}: c}', ['1:2 yaml/non-text-key'], ['{a: b}']],
  ['nothing as a key', ': a\n', ['1:1 yaml/non-text-key']],
  ['a key twice', 'a: 1\nb: 2\na: 3\n', ['3:1 yaml/duplicate-key'], ['a']],
  [
    'a key twice, quoted otherwise',
    'a: 1\n"a": 2\n\'a\': 3\n"\\x61": 4\n"\\u0061": 5\n? a\n: 6\n',
    ['2:1', '3:1', '4:1', '5:1', '6:3'].map((place) => `${place} yaml/duplicate-key`),
    ['"a"', "'a'", '"\\x61"', '"\\u0061"', 'a'],
  ],
  ['a key twice in a flow mapping', 'x: {a: 1, "a": 2}\n', ['1:11 yaml/duplicate-key'], ['"a"']],
  ['the prototype', '__proto__: 1\n', ['1:1 yaml/prototype-key'], ['__proto__']],
  ['the prototype within', 'a:\n  - {"__proto__": {x: 1}}\n', ['2:6 yaml/prototype-key'], ['"__proto__"']],
  ['the prototype by an escape', '"\\u005f_proto__": 1\n', ['1:1 yaml/prototype-key']],
  // Numbers
  [
    'infinity',
    'a: .inf\nb: -.INF\nc: +.Inf\n',
    ['1:4', '2:4', '3:4'].map((p) => `${p} yaml/not-a-number`),
    ['.inf', '-.INF', '+.Inf'],
  ],
  ['not a number', 'a: [1, .nan, .NaN]\n', ['1:8 yaml/not-a-number', '1:14 yaml/not-a-number']],
  ['2^53 + 1', 'a: 9007199254740993\n', ['1:4 yaml/number-precision'], ['9007199254740993']],
  ['-(2^53 + 1)', 'a: -9007199254740993\n', ['1:4 yaml/number-precision']],
  ['+(2^53 + 1)', 'a: +9007199254740993\n', ['1:4 yaml/number-precision']],
  ['2^53 + 1 in base 16', 'a: 0x20000000000001\n', ['1:4 yaml/number-precision']],
  ['2^53 + 1 in base 8', 'a: 0o400000000000000001\n', ['1:4 yaml/number-precision']],
  ['thirty digits', 'a: 123456789012345678901234567890\n', ['1:4 yaml/number-precision']],
  ['a fraction of many digits', 'a: 0.1234567890123456789\n', ['1:4 yaml/number-precision']],
  ['a number beyond the range', 'a: 1e400\n', ['1:4 yaml/number-range']],
  ['a number below the range', 'a: 1e-400\n', ['1:4 yaml/number-precision']],
  ['negative zero', 'a: -0\n', ['1:4 yaml/negative-zero'], ['-0']],
  ['negative zeros', '[-0.0, -0e1, -.0]', ['1:2', '1:8', '1:14'].map((place) => `${place} yaml/negative-zero`)],
  // Nothing
  ['an empty file', '', ['1:1 yaml/empty']],
  ['spaces', '  \n \n', ['1:1 yaml/empty']],
  ['a comment', '# nothing\n', ['1:1 yaml/empty']],
  ['an empty document', '---\n', ['1:1 yaml/empty']],
  ['null', 'null\n', ['1:1 yaml/empty']],
  ['a byte order mark', '\ufeff', ['1:1 yaml/empty']],
  // Syntax
  ['a tab as indentation', 'a:\n\tb: 1\n', ['2:1 yaml/syntax'], ['\t']],
  ['a tab in front', '\ta: 1\n', ['1:1 yaml/syntax']],
  ['a tab behind spaces', 'a:\n  b: 1\n \t c: 2\n', ['3:2 yaml/syntax'], ['\t ']],
  ['a tab behind a dash', '-\ta: 1\n', ['1:2 yaml/syntax']],
  ['an open double quote', 'a: "abc\nb: 1\n', ['1:4 yaml/syntax'], ['"']],
  ['an open double quote behind an escaped one', 'a: "abc\\"', ['1:4 yaml/syntax'], ['"']],
  ['an open single quote', "a: 'abc\nb: 1\n", ['1:4 yaml/syntax'], ["'"]],
  ['an open single quote behind a doubled one', "a: 'abc''", ['1:4 yaml/syntax'], ["'"]],
  ['a quote and nothing more', "- '", ['1:3 yaml/syntax'], ["'"]],
  ['three quotes', "- '''", ['1:3 yaml/syntax']],
  ['an open bracket', 'a: [1, 2\nb: 3\n', ['1:4 yaml/syntax'], ['[']],
  ['an open brace', 'a: {b: 1', ['1:4 yaml/syntax'], ['{']],
  ['a bracket too many', 'a: ]\n', ['1:4 yaml/syntax'], [']']],
  ['a second colon', 'a: b: c\n', ['1:4 yaml/syntax'], ['b: c']],
  ['an unknown escape', 'a: "\\q"\n', ['1:5 yaml/syntax'], ['\\']],
  ['an escape of no character', 'a: "\\UFFFFFFFF"\n', ['1:5 yaml/syntax']],
  ['an escape beyond the last character', 'a: "\\U00110000"\n', ['1:5 yaml/syntax']],
  ['an escape cut short', 'a: "\\u12"\n', ['1:5 yaml/syntax']],
  ['a reserved character', 'a: @b\n', ['1:4 yaml/syntax'], ['@']],
  ['an indentation that fits nothing', 'a:\n  b: 1\n c: 2\n', ['3:2 yaml/syntax'], ['c: 2']],
  ['a key over two lines', 'a\nb: c\n', ['1:1 yaml/syntax']],
  ['a text behind a text', 'a: "b" c\n', ['1:8 yaml/syntax'], ['c']],
];

describe('parseYaml refuses', () => {
  for (const [what, text, expected, at] of refusals) {
    it(what, () => {
      const { value, diagnostics } = parseYaml(text, 'a.yaml');
      expect(value).toBeUndefined();
      expect(places(text)).toEqual(expected);
      if (at) expect(pointedAt(text)).toEqual(at);
      for (const { severity, file, message, hint } of diagnostics) {
        expect({ severity, file }).toEqual({ severity: 'error', file: 'a.yaml' });
        expect(message).not.toBe('');
        expect(hint).toBeTruthy();
      }
      const parsed = parseSource(text, { file: 'a.yaml' });
      expect(parsed.source).toBeUndefined();
      expect(parsed.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    });
  }

  it('an alias bomb, without following an alias', () => {
    const level = (n: number): string =>
      `a${n}: &a${n} [${Array(9)
        .fill(`*a${n - 1}`)
        .join(', ')}]\n`;
    const bomb = `a0: &a0 [lol]\n${Array.from({ length: 9 }, (_, n) => level(n + 1)).join('')}`;
    const found = places(bomb);
    expect(found[0]).toBe('1:5 yaml/anchor');
    expect(new Set(found.map((place) => place.split(' ')[1]))).toEqual(new Set(['yaml/anchor', 'yaml/alias']));
    expect(found).toHaveLength(10 + 9 * 9);
  });

  describe('deep nesting, without a stack overflow', () => {
    const depth = 100_000;
    it.each([
      ['brackets', '['.repeat(depth), '1:129'],
      ['closed brackets', '['.repeat(depth) + ']'.repeat(depth), '1:129'],
      ['braces', '{a: '.repeat(depth), '1:513'],
      ['dashes', '- '.repeat(depth), '1:257'],
      ['question marks', '? '.repeat(depth), '1:257'],
      ['a block', Array.from({ length: 700 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), '129:129'],
      ['pairs', '[a: '.repeat(depth), '1:513'],
    ])('%s', (_what, text, place) => {
      expect(places(text)).toEqual([`${place} yaml/nesting`]);
    });

    it('of 128 levels is allowed, of 129 it is not', () => {
      const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
      expect(parseYaml(nested(128)).diagnostics).toEqual([]);
      expect(places(nested(129))).toEqual(['1:129 yaml/nesting']);
      expect(() => canonicalize(parseYaml(nested(128)).value ?? null)).not.toThrow();
    });
  });

  it('five megabytes of brackets, unread', () => {
    expect(places('['.repeat(5 << 20))).toEqual(['1:1 yaml/too-large']);
    expect(places(`a: ${'b'.repeat(1 << 20)}`)).toEqual(['1:1 yaml/too-large']);
    expect(places(`a: ${'b'.repeat((1 << 20) - 3)}`)).toEqual([]);
  });

  it.each([
    ['entries', `[${'a,'.repeat(30_001)}a]`],
    ['keys', Array.from({ length: 20_000 }, (_, n) => `k${n}: 1\n`).join('')],
    ['empty mappings', `a:\n${'- {}\n'.repeat(20_000)}`],
    ['dashes', '-\n'.repeat(30_001)],
    ['line breaks', `a: 1${'\n'.repeat(60_001)}`],
    ['comments', `a: 1\n${'#\n'.repeat(30_001)}`],
  ])('more than 60,000 %s, which nobody goes on reading', (_, text) => {
    const start = performance.now();
    const found = parseYaml(text).diagnostics;
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(found.map(({ ruleId, message }) => [ruleId, message])).toEqual([
      ['yaml/too-large', 'the file has more than 60,000 keys, values and signs'],
    ]);
  });

  it('as many words in a text as it can hold', () => {
    expect(places(`a: ${'b '.repeat(500_000)}`)).toEqual([]);
    expect(places(`a: >\n${'  b\n'.repeat(200_000)}`)).toEqual([]);
    expect(places(`[${'a,'.repeat(29_000)}a]`)).toEqual([]);
  });

  it('a text that is wrong everywhere, saying so a hundred times at most', () => {
    for (const text of [']', '[]', '""', '&a ', '*a\n- ', '%a\n', '{a: 1, a: 2}, '].map((part) => part.repeat(2000))) {
      const { value, diagnostics } = parseYaml(text);
      expect(value).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
      expect(diagnostics.length).toBeLessThanOrEqual(100);
    }
  });

  it('halves of characters, by the rule for texts', () => {
    for (const [text, column] of [
      ['"\\uD800"', 10],
      ['"x \\uDC00 y"', 12],
      ['"\\uDE00\\uD83D"', 10],
      ['x\ud800y', 10],
    ] as const) {
      const { source, diagnostics } = parseSource(`artifact:\n  name: ${text}\n`);
      expect(source).toBeUndefined();
      const found = diagnostics.find(({ ruleId }) => ruleId === 'text/lone-surrogate');
      expect(found?.range?.start).toMatchObject({ line: 2, column });
    }
    expect(parseYaml('a: "\\uD83C\\uDF5E"').value).toEqual({ a: '🍞' });
  });
});

describe('parseYaml reads', () => {
  it('what looks like something else in YAML 1.1 as text', () => {
    const words =
      'no yes on off y n Y N No YES Off 2026-05-24 2026-05-24T12:16:24.485Z 1:30 1_000 0b11 190:20:30 = 1.2.3 0x 1e 09a';
    for (const word of words.split(' ')) expect(parseYaml(`a: ${word}`).value, word).toEqual({ a: word });
  });

  it.each([
    ['true', true],
    ['FALSE', false],
    ['~', null],
    ['', null],
    ['Null', null],
    ['0', 0],
    ['+0', 0],
    ['+12', 12],
    ['012', 12],
    ['0o17', 15],
    ['0xFF', 255],
    ['.5', 0.5],
    ['1.', 1],
    ['1.10', 1.1],
    ['1e3', 1000],
    ['-1.5E-3', -0.0015],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992],
    ['"1"', '1'],
    ["'true'", 'true'],
    ['"~"', '~'],
  ])('%s by the core schema', (text, value) => {
    expect(parseYaml(`a: ${text}`).value).toEqual({ a: value });
  });

  it('texts over several lines', () => {
    const text = 'a: |\n  x\n   y\nb: >-\n  z\n  w\nc: one\n  two\nd: "e\n\n  f"\n';
    expect(parseYaml(text).value).toEqual({ a: 'x\n y\n', b: 'z w', c: 'one two', d: 'e\nf' });
  });

  it('quotes within quotes', () => {
    const text = `['', "", 'a''', "a\\"", "\\\\", '''', "'", '"', 'a\\']`;
    expect(parseYaml(text).value).toEqual(['', '', "a'", 'a"', '\\', "'", "'", '"', 'a\\']);
  });

  it('quoted << and names of the prototype as any other key', () => {
    const { value } = parseYaml('"<<": 1\nconstructor: 2\ntoString: 3\nhasOwnProperty: 4\n');
    expect(Object.entries(value as object)).toEqual([
      ['<<', 1],
      ['constructor', 2],
      ['toString', 3],
      ['hasOwnProperty', 4],
    ]);
  });

  it('one document with its marks, and comments', () => {
    expect(parseYaml('# c\n---\na: 1 # d\n...\n# e\n').value).toEqual({ a: 1 });
  });

  describe.each([
    ['LF', '\n', ''],
    ['CRLF', '\r\n', ''],
    ['LF behind a byte order mark', '\n', '\ufeff'],
    ['CRLF behind a byte order mark', '\r\n', '\ufeff'],
  ])('lines that end with %s', (_what, end, mark) => {
    const text = mark + ['a: one', 'b:', '  - two', '  - "three"', 'c: {d: four}', ''].join(end);
    const { value, diagnostics, locate } = parseYaml(text);
    const at = (pointer: string, part?: 'key' | 'value') => {
      const range = locate(pointer, part);
      const start = range?.start;
      return [start?.line, start?.column, text.slice(start?.offset, range?.end.offset)];
    };

    it('give the same value', () => {
      expect(diagnostics).toEqual([]);
      expect(value).toEqual({ a: 'one', b: ['two', 'three'], c: { d: 'four' } });
    });

    it('and the same places', () => {
      expect(at('/a', 'key')).toEqual([1, 1, 'a']);
      expect(at('/a')).toEqual([1, 4, 'one']);
      expect(at('/b', 'key')).toEqual([2, 1, 'b']);
      expect(at('/b/0')).toEqual([3, 5, 'two']);
      expect(at('/b/1')).toEqual([4, 5, '"three"']);
      expect(at('/b/1', 'key')).toEqual([4, 5, '"three"']);
      expect(at('/c/d', 'key')).toEqual([5, 5, 'd']);
      expect(at('/c/d')).toEqual([5, 8, 'four']);
      expect(locate('/c/x')).toBeUndefined();
    });

    it('and the same places of what is refused', () => {
      const bad = mark + ['a: *x', 'b: *y', ''].join(end);
      expect(places(bad)).toEqual(['1:4 yaml/alias', '2:4 yaml/alias']);
      expect(pointedAt(bad)).toEqual(['*x', '*y']);
    });
  });

  it('keys that a frozen Object.prototype would not let be assigned', () => {
    const own = Object.getOwnPropertyDescriptor(Object.prototype, 'toString') as PropertyDescriptor;
    let value: unknown;
    try {
      Object.defineProperty(Object.prototype, 'toString', { ...own, writable: false });
      Object.defineProperty(Object.prototype, 'slug', { value: 'x', writable: false, configurable: true });
      value = parseYaml('slug: a\ntoString: b\nvalueOf: c\n').value;
    } finally {
      Object.defineProperty(Object.prototype, 'toString', own);
      Reflect.deleteProperty(Object.prototype, 'slug');
    }
    expect(Object.entries(value as object)).toEqual([
      ['slug', 'a'],
      ['toString', 'b'],
      ['valueOf', 'c'],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('keys with slashes and tildes, by their pointers', () => {
    const text = 'a/b: {c~d: 1}';
    const range = parseYaml(text).locate('/a~1b/c~0d', 'key');
    expect(text.slice(range?.start.offset, range?.end.offset)).toBe('c~d');
  });
});

describe('for any text', () => {
  const seed = [
    'artifact:\n  slug: teapot\n  name: "Teapot: the tool"\n  pricing: {model: free}\n  tags: [a, \'b\', "c\\u0041"]\n',
    'unfragile_version: "1.0"\nartifact:\n  name: x\ncapabilities:\n  - name: pour\n    description: >-\n      long\n      text\n',
    '# comment\n---\n- 1\n- -2.5e3\n- ~\n- |\n  x\n...\n',
    '{"artifact": {"name": "x", "n": 1.5e3}, "capabilities": [null, true]}',
  ];
  const pieces = fc.constantFrom(
    ...': |- |? |, |[|]|{|}|"|\'|#| #|&a|*a|!!str|!x|%YAML 1.1|---|...|\n|\n  |\r\n|\r|\t| |  |||>|>-|@|`|\\|\\u|\\UFFFFFFFF|\\x4|<<|__proto__|~|-0|1e999|.nan|0x|a|b: c|\u0000|\u0085|\u2028|\ufeff|\ud800|🍞|"a": 1'.split(
      '|',
    ),
    '|',
  );
  const piecewise = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
  const mutated = fc
    .tuple(fc.constantFrom(...seed), fc.array(fc.tuple(fc.nat(300), fc.nat(4), pieces), { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) =>
      edits.reduce((now, [at, cut, piece]) => {
        const place = at % (now.length + 1);
        return now.slice(0, place) + piece + now.slice(place + cut);
      }, text),
    );
  const anyText = fc.oneof(
    { weight: 4, arbitrary: mutated },
    { weight: 4, arbitrary: piecewise },
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

  const inside = (text: string, { range }: Diagnostic): boolean =>
    range !== undefined &&
    range.start.line >= 1 &&
    range.start.column >= 1 &&
    range.start.offset >= 0 &&
    range.start.offset <= range.end.offset &&
    range.end.offset <= text.length;

  it('parseSource throws nothing, and says where what is wrong stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { source, diagnostics } = parseSource(text);
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        expect(source === undefined).toBe(errors.length > 0);
        for (const diagnostic of diagnostics) {
          if (!inside(text, diagnostic)) expect.fail(`no place for ${JSON.stringify(diagnostic)}`);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('what is accepted is what the library reads as YAML 1.2, and can be canonicalized', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const { value } = parseYaml(text);
        if (value === undefined) return;
        accepted++;
        const options = { schema: 'core', version: '1.2', merge: false, logLevel: 'error' } as const;
        expect(JSON.stringify(value)).toBe(JSON.stringify(parseWithLibrary(text, options)));
        if (JSON.stringify(value).isWellFormed() && !/\\ud[89a-f]/.test(JSON.stringify(value)))
          expect(canonicalize(value)).toBeInstanceOf(Uint8Array);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

it.each([
  ['artifact:\n\tslug: acme\n  name: Acme\n  type: mcp\n', '2:1'],
  ['a:\n  - b: 1\n  \tc: 2\n    d: 3\ne: 4\n', '3:3'],
])('a tab among the indentation is the one thing that is said: %j', (text, place) => {
  const { diagnostics } = parseYaml(text);
  const shown = diagnostics.map(({ range, message }) => `${range?.start.line}:${range?.start.column} ${message}`);
  expect(shown).toEqual([`${place} a tab is used as indentation`]);
});
