import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseAuthored } from '../../src/author/authored.js';
import { buildPassport } from '../../src/author/build.js';
import { firstProblems } from '../../src/author/more-problems.js';
import { parseSource } from '../../src/author/source.js';
import { validateSource } from '../../src/author/validate.js';
import { type Diagnostic, diagnose, type Severity } from '../../src/diagnostic.js';
import { PassportError } from '../../src/errors.js';
import type { AuthoredSource } from '../../src/trust/failure-modes.js';

function at(line: number, severity: Severity): Diagnostic {
  const position = { line, column: 1, offset: 10 * line };
  const range = { start: position, end: position };
  return diagnose({ ruleId: `text/${severity}`, severity, message: 'x', file: 'a.yaml', range });
}

const lines = (count: number, severity: Severity, from = 1): Diagnostic[] =>
  Array.from({ length: count }, (_, n) => at(from + n, severity));

describe('firstProblems', () => {
  it('puts up to a hundred in the order of the text', () => {
    const found = firstProblems(lines(100, 'warning').reverse());
    expect(found.map(({ range }) => range?.start.line)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  });

  it('of more gives the first 99, and says how many are left out, and where they begin', () => {
    const found = firstProblems(lines(250, 'error'));
    expect(found).toHaveLength(100);
    expect(found.at(-1)).toMatchObject({
      ruleId: 'source/more-problems',
      severity: 'error',
      message: '151 more errors are not shown: the first is here',
      file: 'a.yaml',
      range: { start: { line: 100 } },
    });
    expect(firstProblems(lines(100, 'error'), 7).at(-1)?.message).toBe(
      '8 more errors are not shown: the first is here',
    );
  });

  it('gives errors before the rest, each in its place', () => {
    const found = firstProblems([...lines(150, 'warning'), ...lines(10, 'error', 500)]);
    expect(found.filter(({ severity }) => severity === 'error')).toHaveLength(10);
    expect(found.at(-1)).toMatchObject({
      severity: 'warning',
      message: '61 more problems are not shown: the first is here',
      range: { start: { line: 90 } },
    });
    expect(found.slice(0, -1).map(({ range }) => range?.start.line)).toEqual([
      ...Array.from({ length: 89 }, (_, n) => n + 1),
      ...Array.from({ length: 10 }, (_, n) => n + 500),
    ]);
    const mixed = firstProblems([...lines(150, 'warning'), ...lines(110, 'error', 500)]);
    expect(mixed.at(-1)).toMatchObject({
      severity: 'error',
      message: '161 more problems are not shown, 11 of them errors: the first is here',
    });
  });

  it('says "at least" where no more were looked for', () => {
    expect(firstProblems(lines(9999, 'warning')).at(-1)?.message).toBe(
      '9900 more problems are not shown: the first is here',
    );
    expect(firstProblems(lines(10_000, 'warning')).at(-1)?.message).toBe(
      'at least 9901 more problems are not shown: the first is here',
    );
  });
});

describe('of many problems', () => {
  const artifact = [
    'artifact:',
    '  slug: toaster',
    '  name: Toaster',
    '  type: app',
    '  url: https://toaster.lindenau.town/',
    '  categories: [automation]',
    '  pricing: { model: free }',
  ];
  const capability = [
    '  - name: toast bread',
    '    description: Toasts up to four slices of bread until they are as brown as was asked for, and says so with a bell.',
    '    best_for: []',
    '    requires: []',
    '    input_types: []',
    '    output_types: []',
    '    categories: [automation-workflow]',
  ];
  const source = (intents: readonly string[], limitations: readonly string[]): string =>
    [
      ...artifact,
      'capabilities:',
      ...capability,
      `    limitations: [${limitations.join(', ')}]`,
      `    intents: [${intents.join(', ')}]`,
      '',
    ].join('\n');
  const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);
  const rules = (diagnostics: readonly Diagnostic[]): Array<[ruleId: string, count: number]> => {
    const counts = new Map<string, number>();
    for (const { ruleId } of diagnostics) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
    return [...counts];
  };

  it('validateSource shows a hundred in all, errors before the rest', () => {
    const text = source(times(150, '1'), times(151, 'burns'));
    const { diagnostics, source: built } = validateSource(text);
    expect(built).toBeUndefined();
    expect(rules(diagnostics)).toEqual([
      ['schema/type', 99],
      ['source/more-problems', 1],
    ]);
    // 150 errors and 150 warnings, 99 of which are shown.
    expect(diagnostics.at(-1)).toMatchObject({
      severity: 'error',
      message: '201 more problems are not shown, 51 of them errors: the first is here',
    });
    const few = validateSource(source(times(20, '1'), times(151, 'burns'))).diagnostics;
    expect(rules(few)).toEqual([
      ['list/repeated-entry', 79],
      ['schema/type', 20],
      ['source/more-problems', 1],
    ]);
    expect(few.at(-1)).toMatchObject({
      severity: 'warning',
      message: '71 more problems are not shown: the first is here',
    });
  });

  it('parseSource shows as many', () => {
    const { diagnostics } = parseSource(source(times(150, '1'), ['burns']));
    expect(diagnostics).toHaveLength(100);
    expect(diagnostics.at(-1)?.message).toBe('51 more errors are not shown: the first is here');
  });

  it('what only warnings are said of is built all the same', () => {
    const { source: built, diagnostics } = validateSource(source(['make toast'], times(151, 'burns')));
    expect(diagnostics).toHaveLength(100);
    expect(diagnostics.at(-1)).toMatchObject({ ruleId: 'source/more-problems', severity: 'warning' });
    expect(buildPassport(built as AuthoredSource).payload.capabilities).toHaveLength(1);
  });

  it('buildPassport and parseAuthored throw no more than are shown', () => {
    const value = parse(source(times(150, '1'), ['burns'])) as AuthoredSource;
    const thrown = [() => buildPassport(value), () => parseAuthored('observations', `{ ${unknown(150).join(', ')} }`)];
    for (const call of thrown) {
      let error: unknown;
      try {
        call();
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(PassportError);
      const { diagnostics } = error as PassportError;
      expect(diagnostics).toHaveLength(100);
      expect(diagnostics.at(-1)?.message).toBe('51 more errors are not shown: the first is here');
    }
  });

  const unknown = (count: number): string[] => Array.from({ length: count }, (_, n) => `"qqq${n}": 1`);

  it('a text that cannot be read is one list, too, with all that is wrong with it', () => {
    const text = [...times(151, 'a: 1'), ...times(120, '# passport: ignore'), ''].join('\n');
    const { diagnostics } = validateSource(text);
    expect(rules(diagnostics)).toEqual([
      ['yaml/duplicate-key', 99],
      ['source/more-problems', 1],
    ]);
    expect(diagnostics.at(-1)?.message).toBe('171 more problems are not shown, 51 of them errors: the first is here');
    expect(parseSource(text).diagnostics.at(-1)?.message).toBe('51 more errors are not shown: the first is here');
  });

  it('no more than ten thousand of one rule are looked for', () => {
    const { diagnostics } = validateSource(source(['make toast'], times(25_000, 'burns')));
    expect(diagnostics.at(-1)?.message).toBe('at least 9901 more problems are not shown: the first is here');
    const wrong = parseSource(source(times(25_000, '1'), ['burns'])).diagnostics;
    expect(wrong.at(-1)?.message).toBe('at least 9901 more errors are not shown: the first is here');
  });
});
