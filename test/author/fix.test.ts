import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/author/diff.js';
import { applyFixes, fixSource } from '../../src/author/fix.js';
import { readSource } from '../../src/author/source.js';
import { validateSource } from '../../src/author/validate.js';
import { type Diagnostic, diagnose, isError, type TextEdit } from '../../src/diagnostic.js';
import { rangeAt } from '../../src/encoding/position.js';

const templates = readdirSync(new URL('../../templates/', import.meta.url))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8'));

const DESCRIPTION =
  'Toasts up to four slices of bread until they are as brown as was asked for, and says so with a bell; a slice that is stuck is let go.';

const SOURCE = `# A toaster
artifact:
  slug: toaster # once and for all
  name: Toaster
  type: app
  url: https://toaster.lindenau.town/
  categories: [automation]
  pricing: { model: free }

capabilities:
  # What it does
  - name: toast bread
    description: ${DESCRIPTION}
    intents:
      - make toast
      - warm a roll
    best_for: []
    limitations:
      - burns thin slices
    requires:
      - a socket
    input_types: [bread]
    output_types: [toast]
    categories: [automation-workflow]
`;

function diagnostic(
  text: string,
  safe: boolean,
  ...edits: ReadonlyArray<readonly [number, number, string]>
): Diagnostic {
  return diagnose({
    ruleId: 'schema/type',
    severity: 'error',
    message: `wrong ${JSON.stringify(edits)}`,
    fix: {
      description: 'mend it',
      safe,
      edits: edits.map(([start, end, inserted]): TextEdit => ({ range: rangeAt(text, start, end), text: inserted })),
    },
  });
}

const rules = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ ruleId }) => ruleId);

describe('applyFixes', () => {
  const text = 'abcdefgh';
  const apply = (diagnostics: readonly Diagnostic[], unsafe?: boolean): readonly [string, number[]] => {
    const result = applyFixes(text, diagnostics, { unsafe });
    return [result.text, result.applied.map((one) => diagnostics.indexOf(one))];
  };

  it('replaces, inserts and removes, and nothing else', () => {
    const all = [
      diagnostic(text, true, [6, 7, '']),
      diagnostic(text, true, [0, 1, 'AA']),
      diagnostic(text, true, [3, 3, '-'], [4, 5, 'E']),
    ];
    expect(apply(all)).toEqual(['AAbc-dEfh', [0, 1, 2]]);
  });

  it('leaves out what touches another, or lies within it', () => {
    const all = [
      diagnostic(text, true, [0, 0, '['], [4, 4, ']']),
      diagnostic(text, true, [2, 3, 'C']),
      diagnostic(text, true, [4, 5, 'E']),
      diagnostic(text, true, [5, 6, 'F']),
      diagnostic(text, true, [5, 6, 'X']),
    ];
    expect(apply(all)).toEqual(['[abcd]eFgh', [0, 3]]);
  });

  it('leaves out what may not be meant, unless it is asked for', () => {
    const all = [diagnostic(text, false, [0, 1, 'A']), diagnostic(text, true, [2, 3, 'C'])];
    expect(apply(all)).toEqual(['abCdefgh', [1]]);
    expect(apply(all, true)).toEqual(['AbCdefgh', [0, 1]]);
  });

  it('leaves out what cannot be applied', () => {
    const beyond = { ...rangeAt(text, 8, 8), end: { line: 1, column: 10, offset: 9 } };
    const all = [
      diagnostic(text, true),
      diagnostic(text, true, [4, 2, 'x']),
      diagnostic(text, true, [0, 3, 'x'], [2, 4, 'y']),
      diagnose({
        ...diagnostic(text, true),
        fix: { description: 'mend it', safe: true, edits: [{ range: beyond, text: 'x' }] },
      }),
      diagnose({ ruleId: 'schema/type', severity: 'error', message: 'wrong' }),
    ];
    expect(apply(all)).toEqual([text, []]);
  });
});

describe('fixSource', () => {
  const broken = (...changes: ReadonlyArray<readonly [from: string, to: string]>): string =>
    changes.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`not in the source: ${from}`);
      return text.replace(from, to);
    }, SOURCE);

  it('leaves a text alone that has nothing to mend', () => {
    expect(rules(validateSource(SOURCE).diagnostics)).toEqual([]);
    const fixed = fixSource(SOURCE);
    expect(fixed.text).toBe(SOURCE);
    expect(fixed.applied).toEqual([]);
  });

  const cases: ReadonlyArray<
    readonly [what: string, from: string, to: string, mended?: string | undefined, unsafe?: boolean]
  > = [
    ['a key in another case', '  slug:', '  Slug:'],
    ['a key with a hyphen', '    best_for:', '    best-for:'],
    ['a value in another case', 'type: app', 'type: App'],
    ['a price in one word', 'pricing: { model: free }', 'pricing: free'],
    ['a text for a list', 'categories: [automation]', 'categories: automation', 'categories: [automation]'],
    ['a text for a list, in lines', 'requires:\n      - a socket', 'requires: a socket', 'requires: [a socket]'],
    ['a number for a text', 'name: Toaster', 'name: 1.10', 'name: "1.10"'],
    ['an invisible character', 'name: Toaster', 'name: Toa\u200bster'],
    ['an invisible character, escaped', 'name: Toaster', 'name: "Toa\\u200bster"', 'name: "Toaster"'],
    ['an invisible character in a key', 'name: Toaster', 'na\u200bme: Toaster'],
    ['an entry that stands there twice', '      - warm a roll\n', '      - warm a roll\n      - make toast # twice\n'],
    ['a turned direction, when asked', 'name: Toaster', 'name: Toa\u202ester', undefined, true],
    ['a control character, when asked', 'name: Toaster', 'name: "Toa\\e[31mster"', 'name: "Toa[31mster"', true],
    [
      'a comment that ignores nothing',
      '  name: Toaster\n',
      '  # passport: ignore[slug/reserved] it is not\n  name: Toaster\n',
    ],
    ['the same behind a value', 'Toaster\n', 'Toaster # passport: ignore[slug/reserved] it is not\n'],
    [
      'a comment that ignores two things, neither there',
      '  name: Toaster\n',
      '  #passport: ignore[slug/reserved,url/insecure] no\n  name: Toaster\n',
    ],
    [
      'a comment that ignores one that is there',
      `description: ${DESCRIPTION}`,
      'description: Short. # passport: ignore[slug/reserved, capability/short-description] why',
      'description: Short. # passport: ignore[capability/short-description] why',
    ],
    [
      'a comment that ignores one that is there, the other way round',
      `description: ${DESCRIPTION}`,
      'description: Short. # passport: ignore[capability/short-description, slug/reserved] why',
      'description: Short. # passport: ignore[capability/short-description] why',
    ],
  ];

  describe.each([
    ['', (text: string) => text],
    [', with CR and LF', (text: string) => text.replaceAll('\n', '\r\n')],
    [', behind a byte order mark', (text: string) => `\ufeff${text}`],
    [', without final newline', (text: string) => text.trimEnd()],
  ] as const)('mends%s', (_how, vary) => {
    it.each(cases.map(([what, ...change]) => [what, change] as const))(
      '%s',
      (_what, [from, to, mended = from, unsafe = false]) => {
        const text = vary(broken([from, to]));
        expect(validateSource(text).diagnostics).not.toEqual([]);
        const fixed = fixSource(text, { unsafe });
        expect(fixed.text).toBe(vary(broken([from, mended])));
        expect(rules(fixed.diagnostics)).toEqual([]);
        expect(fixed.applied).not.toEqual([]);
        expect(fixSource(fixed.text, { unsafe })).toMatchObject({ text: fixed.text, applied: [] });
        if (unsafe) expect(fixSource(text).text).toBe(text);
      },
    );
  });

  it('mends several things, and what only then can be mended', () => {
    const text = broken(
      ['artifact:', 'Artifact:'],
      ['  slug:', '  Slug:'],
      ['categories: [automation]', 'Categories: automation'],
      ['      - make toast\n', '      - make toast\n      - make toast\n      - make toast\n      - make toast\n'],
    );
    const fixed = fixSource(text);
    expect(fixed.text).toBe(SOURCE);
    expect(fixed.diagnostics).toEqual([]);
    expect(fixed.applied.length).toBeGreaterThan(4);
  });

  it('mends JSON', () => {
    const valid = JSON.stringify(readSource(SOURCE).value, null, 2);
    const text = valid
      .replace('"slug"', '"Slug"')
      .replace('"name": "Toaster"', '"name": "Toa\\u200bster"')
      .replace(/"categories": \[\s*"automation"\s*\]/, '"categories": "automation"')
      .replace('"make toast",', '"make toast",\n        "make toast",');
    const fixed = fixSource(text);
    expect(fixed.diagnostics).toEqual([]);
    expect(JSON.parse(fixed.text)).toEqual(JSON.parse(valid));
    expect(fixSource(fixed.text).text).toBe(fixed.text);
  });

  it('mends a manifest', () => {
    const manifest = (version: string, homepage: string): string =>
      `unfragile_version: ${version}\nartifact:\n  name: Toaster\n  slug: toaster\n  type: app\n  ${homepage}: https://toaster.lindenau.town/\ncapabilities:\n  - id: toast\n    name: toast bread\n    description: ${DESCRIPTION}\n`;
    const fixed = fixSource(manifest('1.0 # quoted', 'Homepage'), { profile: 'minimal' });
    expect(fixed.text).toBe(manifest('"1.0" # quoted', 'homepage'));
    expect(fixed.kind).toBe('manifest');
    expect(fixed.applied).toHaveLength(2);
  });

  it('says what it has applied and what is left', () => {
    const text = broken(['  slug:', '  Slug:'], ['a socket', 'a\u202e socket'], [DESCRIPTION, 'Short.']);
    const fixed = fixSource(text, { file: 'a.yaml' });
    expect(rules(fixed.applied)).toEqual(['schema/unknown-key']);
    expect(rules(fixed.diagnostics)).toEqual(['capability/short-description', 'text/bidi-control']);
    expect(fixed.diagnostics.every(({ file }) => file === 'a.yaml')).toBe(true);
    expect(fixed.source).toBeUndefined();
  });

  it('leaves a text alone that cannot be read', () => {
    for (const text of ['', 'a: [', '{"a": 1', 'a: &b c\n', '-----BEGIN PRIVATE KEY-----\n']) {
      const fixed = fixSource(text);
      expect(fixed.text).toBe(text);
      expect(fixed.diagnostics.some(isError)).toBe(true);
    }
  });

  it('takes back what goes wrong together, and keeps the rest', () => {
    // Each of the two keys can become name, but not both.
    const two = '  na\u200bme: Toaster\n  n\u200bame: Kettle\n';
    const text = broken(['  slug:', '  Slug:'], ['  name: Toaster\n', two], ['a socket', 'a soc\u200bket']);
    const fixed = fixSource(text);
    expect(fixed.text).toBe(broken(['  name: Toaster\n', '  name: Toaster\n  n\u200bame: Kettle\n']));
    expect(fixed.applied).toHaveLength(3);
    expect(rules(fixed.diagnostics)).toContain('text/zero-width');
    expect(fixSource(fixed.text)).toMatchObject({ text: fixed.text, applied: [] });
  });

  it('is done soon with a hundred mistakes', () => {
    const entries = Array.from({ length: 100 }, (_, n) => `      - answers question ${n}${n % 2 ? '\u200b' : ''}\n`);
    const text = broken(['      - make toast\n', `${entries.join('')}${entries.join('')}`]);
    const start = performance.now();
    const fixed = fixSource(text);
    expect(performance.now() - start).toBeLessThan(6000);
    expect(fixed.text).toBe(broken(['      - make toast\n', entries.join('').replaceAll('\u200b', '')]));
  });
});

interface Mistake {
  readonly text: string;
  readonly broken: string;
}

/** Places in a source of one kind of mistake, and how to make it there. */
const mistakes: Readonly<Record<string, (text: string) => string[]>> = {
  'a key in another case': (text) =>
    at(
      text,
      /^[ -]*(artifact|slug|name|type|url|categories|capabilities|description|intents|best_for|requires)(?=:)/gm,
      (key) => key.replace(/[a-z]/, (letter) => letter.toUpperCase()),
    ),
  'a key with a hyphen': (text) =>
    at(text, /^ +(?:best_for|input_types|output_types)(?=:)/gm, (key) => key.replace('_', '-')),
  'a number where text is meant': (text) => [
    ...at(text, /(?<=^ {6}- )[^\n"'#:]* [^\n"'#:]*$/gm, () => '1.10'),
    ...at(text, /(?<=^ {2}name: ).*$/gm, () => '3.0'),
  ],
  'one text for a list': (text) =>
    at(text, /:\n {6}- [A-Za-z][^\n"'#:,;|]*\n(?= {0,4}[^ \n])/g, (list) => `: ${list.slice(9)}`),
  'an invisible character': (text) => at(text, /(?<=[a-z])(?=[a-z]+[ \n])/g, () => '\u200b'),
  'an entry twice': (text) => at(text, /^ {6}- [^\n#]*\n/gm, (line) => line + line),
  'a price in one word': (text) =>
    at(text, /(?<= {2}pricing:)\n {4}model: (free|usage|paid)\n(?! {4})/g, (_, word) => ` ${word}\n`),
};

function at(text: string, place: RegExp, change: (...found: string[]) => string): string[] {
  return [...text.matchAll(place)].map((match) => {
    const { 0: found, index } = match;
    // Comments hold no mistakes.
    const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
    if (line.includes('#')) return text;
    return text.slice(0, index) + change(...match) + text.slice(index + found.length);
  });
}

/** The lines of a text that a diff to another leaves alone. */
function untouched(before: string, after: string): string[] {
  return unifiedDiff('a', before, after)
    .split('\n')
    .filter((line) => /^[+-](?!--|\+\+)/.test(line));
}

describe('many mistakes', () => {
  const many = (count: number): string =>
    SOURCE.replace(
      '      - burns thin slices\n',
      Array.from({ length: count }, (_, n) => `      - burns\u200b slice ${n} # so\n      # far\n`).join(''),
    );

  it('are all mended, and once is enough', () => {
    const text = many(1500);
    const fixed = fixSource(text);
    expect(fixed.applied).toHaveLength(1500);
    expect(fixed.text).toBe(text.replaceAll('\u200b', ''));
    expect(rules(fixed.diagnostics)).not.toContain('text/zero-width');
    expect(fixSource(fixed.text)).toMatchObject({ text: fixed.text, applied: [] });
  });

  it('are mended as far as can be in a text that is too long to be read often', () => {
    const text = many(9_000);
    const fixed = fixSource(text);
    expect(fixed.applied.length).toBeGreaterThanOrEqual(2000);
    expect(fixed.text.length).toBe(text.length - fixed.applied.length);
    expect(fixed.text.replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''));
    expect(fixed.diagnostics).toHaveLength(100);
  });

  it('are mended in one text, too', () => {
    const text = SOURCE.replace('burns thin slices', `burns ${'a\u200bb '.repeat(150_000)}slices`);
    expect(fixSource(text).text).toBe(text.replaceAll('\u200b', ''));
  });
});

describe('one mistake in a valid source', () => {
  for (const [what, make] of Object.entries(mistakes)) {
    it(`is mended: ${what}`, () => {
      const sources = [SOURCE, ...templates].flatMap((text): Mistake[] =>
        make(text).flatMap((broken) => (broken === text ? [] : [{ text, broken }])),
      );
      expect(sources.length).toBeGreaterThan(0);
      fc.assert(
        fc.property(
          fc.constantFrom(...sources),
          fc.constantFrom('\n', '\r\n'),
          fc.boolean(),
          ({ text, broken }, newline, mark) => {
            const vary = (plain: string): string => (mark ? '\ufeff' : '') + plain.replaceAll('\n', newline);
            const known = rules(validateSource(vary(text)).diagnostics);
            const before = validateSource(vary(broken)).diagnostics;
            expect(rules(before)).not.toEqual(known);
            const fixed = fixSource(vary(broken));
            expect(fixed.applied.length).toBe(1);
            // Nothing new, and nothing left of the mistake.
            expect(rules(fixed.diagnostics)).toEqual(known);
            expect(fixed.source).toBeDefined();
            // What is mended stands on a line or two, and every other is as it was.
            expect(untouched(vary(broken), fixed.text).length).toBeLessThanOrEqual(4);
            expect(fixed.text.startsWith('\ufeff')).toBe(mark);
            expect(fixed.text.replaceAll('\r\n', '').includes('\n')).toBe(newline === '\n');
            expect(fixSource(fixed.text)).toMatchObject({ text: fixed.text, applied: [] });
          },
        ),
        { numRuns: 25 },
      );
    });
  }
});
