import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ValidateOptions, validateSource } from '../../src/author/validate.js';
import type { Diagnostic } from '../../src/diagnostic.js';

/** A source with these lines among its limitations. */
const block = (...lines: string[]): string =>
  [
    'artifact:',
    '  slug: toaster',
    '  name: Toaster',
    'capabilities:',
    '  - name: toast bread',
    '    limitations:',
    ...lines.map((line) => `      ${line}`),
    '',
  ].join('\n');

const found = (text: string, options?: ValidateOptions): Diagnostic[] =>
  validateSource(text, options).diagnostics.filter(({ ruleId }) => ruleId === 'yaml/folded-entry');

describe('yaml/folded-entry', () => {
  it('names the line that is swallowed, what became of it, and its column', () => {
    const text = block('- first', '   - second', '- third');
    const [diagnostic, ...others] = found(text);
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      severity: 'warning',
      message: '"- second" is no entry, but part of the text above: capabilities[0].limitations[0] is "first - second"',
      pointer: '/capabilities/0/limitations/0',
      hint: 'begin the line in column 7, as the entries around it, or put the text in quotes if it is one',
      range: { start: { line: 8, column: 10 }, end: { line: 8, column: 18 } },
    });
  });

  it('counts the lines of one text, and points at the first', () => {
    const text = block('- first', '  and on', '    - second  ', '    - third', '', '    -', '- fourth', ' - fifth');
    expect(found(text).map(({ message }) => message)).toEqual([
      '"- second" and 2 lines more are no entry, but part of the text above: capabilities[0].limitations[0] is "first and on - second - third\\n-"',
      '"- fifth" is no entry, but part of the text above: capabilities[0].limitations[1] is "fourth - fifth"',
    ]);
    const [range] = found(text).map((diagnostic) => diagnostic.range);
    expect(text.slice(range?.start.offset, range?.end.offset)).toBe('- second');
    const two = block('- first', '  - second', '  - third');
    expect(found(two)[0]?.message).toMatch(/^"- second" and a line more are no entry, /);
  });

  it('looks at lines that end in CRLF, below a byte order mark, and within brackets', () => {
    const text = `\ufeff${block('- first', '   - second').replaceAll('\n', '\r\n')}`;
    const [diagnostic] = found(text);
    const { start, end } = diagnostic?.range ?? {};
    expect(text.slice(start?.offset, end?.offset)).toBe('- second');
    const [inBrackets] = found(block('[first', '- second]'));
    expect(inBrackets?.message).toContain('is "first - second"');
    expect(inBrackets?.hint).not.toContain('column');
  });

  it('looks at what is no entry itself, too', () => {
    const [diagnostic] = found(block('- first').replace('name: Toaster', 'name: Toaster\n    - big'));
    expect(diagnostic).toMatchObject({
      pointer: '/artifact/name',
      hint: 'write a list if entries are meant; put the text in quotes if it is one',
    });
  });

  it('says nothing of quotes, block scalars, JSON, and dashes within a line or before a word', () => {
    for (const lines of [
      ['- first', '- second'],
      ['- "first', '   - second"'],
      ["- 'first", "   - second'"],
      ['- |', '  first', '   - second'],
      ['- >-', '  first', '   - second'],
      ['- first - second', '  and third'],
      ['- run toast', '   -v'],
      ['- first', '   -- second'],
      ['- - first', '  - second'],
    ])
      expect(found(block(...lines)), lines.join('\n')).toEqual([]);
    expect(found('{\n"artifact": { "name": "first - second" }\n}')).toEqual([]);
  });

  it('repeats no secret', () => {
    const secret = `gh${'p_'}${'aB3'.repeat(12)}`;
    const [diagnostic] = found(block('- first', `   - ${secret}`));
    expect(diagnostic?.message).toContain('GitHub token');
    expect(JSON.stringify(diagnostic)).not.toContain(secret.slice(4));
  });

  it('can be ignored and switched, and is off in the smallest profile', () => {
    const text = block('- first', '   - second # passport: ignore[yaml/folded-entry] they belong together');
    const { diagnostics } = validateSource(text);
    expect(diagnostics.map(({ ruleId }) => ruleId).filter((id) => /^(?:yaml|ignore)\//.test(id))).toEqual([]);
    const plain = block('- first', '   - second');
    expect(found(plain, { profile: 'minimal' })).toEqual([]);
    expect(found(plain, { profile: 'strict' })[0]?.severity).toBe('error');
    expect(found(plain, { levels: { 'yaml/folded-entry': 'off' } })).toEqual([]);
  });

  it('finds nothing in what is right', () => {
    const folders = ['../../templates/', '../fixtures/'].map((path) => new URL(path, import.meta.url));
    const texts = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.ya?ml$/.test(name))
        .map((name) => readFileSync(new URL(name, folder), 'utf8')),
    );
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) expect(found(text)).toEqual([]);
  });

  it('says one thing of a text of many such lines', () => {
    const text = block('- first', ...Array.from({ length: 40_000 }, (_, n) => `   - line ${n}`));
    const [diagnostic, ...others] = found(text);
    expect(others).toEqual([]);
    expect(diagnostic?.message).toMatch(/^"- line 0" and 39999 lines more are no entry, /);
  });
});
