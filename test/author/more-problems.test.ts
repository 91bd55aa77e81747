import { describe, expect, it } from 'vitest';
import { firstProblems } from '../../src/author/more-problems.js';
import { type Diagnostic, diagnose, type Severity } from '../../src/diagnostic.js';

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

  it('leaves what it has been through as it is', () => {
    const once = firstProblems(lines(250, 'error'));
    expect(firstProblems([...once, at(1, 'warning')])).toHaveLength(101);
    expect(firstProblems(once)).toEqual([...once]);
  });
});
