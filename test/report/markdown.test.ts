import fc from 'fast-check';
import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/encoding/printable.js';
import { markdown } from '../../src/report/markdown.js';
import type { Report } from '../../src/report/report.js';
import {
  anyReport,
  at,
  colourless,
  good,
  hostileNames,
  hostileTexts,
  messagesOf,
  reportOf,
  reportWith,
} from './reports.js';

interface Read {
  readonly headings: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
  readonly items: readonly string[];
  readonly paragraphs: readonly string[];
}

/** What a reader sees; anything but words, code, tables and headings is an injection. */
function read(report: Report): Read {
  const headings: string[] = [];
  const rows: string[][] = [];
  const items: string[] = [];
  const paragraphs: string[] = [];
  for (const token of marked.lexer(markdown(report, colourless), { gfm: true })) {
    if (token.type === 'space') continue;
    else if (token.type === 'heading') headings.push(words(token.tokens));
    else if (token.type === 'paragraph') paragraphs.push(words(token.tokens));
    else if (token.type === 'table') {
      for (const row of (token as Tokens.Table).rows) rows.push(row.map((cell) => words(cell.tokens)));
    } else if (token.type === 'list') {
      for (const item of (token as Tokens.List).items) {
        for (const part of item.tokens) items.push(words((part as Tokens.Text).tokens));
      }
    } else throw new Error(`a ${token.type}: ${token.raw}`);
  }
  return { headings, rows, items, paragraphs };
}

function words(tokens: readonly Token[] | undefined): string {
  return (tokens ?? [])
    .map((token) => {
      if (token.type === 'codespan') return (token as Tokens.Codespan).text;
      if (token.type === 'html' && token.raw === '<br>') return '\n';
      if (token.type !== 'text') throw new Error(`a ${token.type}: ${token.raw}`);
      // What programs behind Markdown look for in text that is no code: mentions, references, addresses, pictures.
      const shown = token.raw.replaceAll('&#124;', '|');
      expect(shown).not.toMatch(/[@#`<>&\\[\]*_~$^{}]|www\.|:\/\/|:\w+:|\b[0-9a-f]{7,}\b|GH-\d|!\d/i);
      return shown;
    })
    .join('');
}

const text = 'name: one\n';

describe('markdown', () => {
  it('has a table for each file with problems', () => {
    const broken = good
      .replace('type: mcp', 'type: mpc')
      .replace('categories: [mcp-servers', 'categoriez: [mcp-servers');
    const { headings, rows, paragraphs, items } = read(reportOf({ 'a.yaml': broken, 'good.yaml': good }));
    expect(headings).toEqual(['Trust passport: 2 errors, 0 warnings', 'a.yaml']);
    expect(paragraphs).toEqual(['2 sources checked.']);
    expect(items).toEqual([]);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['5', 'error', 'schema/enum', 'artifact.type is "mpc", which is not known'],
      ['7', 'error', 'schema/unknown-key', '"categoriez" is not a key of artifact'],
    ]);
    expect(rows[1]?.[4]).toBe('did you mean categories?');
  });

  it('says that all is well', () => {
    expect(markdown(reportOf({ 'good.yaml': good }), colourless)).toBe(
      '## Trust passport: 0 errors, 0 warnings\n\n1 source checked.\n',
    );
  });

  it('says what kept the run from being done', () => {
    const failures = hostileTexts.map((message) => ({ code: 'ERR_READ', message, hint: message, file: 'x|y.yaml' }));
    const { items, headings } = read({ version: '1', files: [], failures, exitStatus: 3 });
    expect(headings).toEqual(['Trust passport: 0 errors, 0 warnings', 'Not done']);
    expect(items).toEqual(hostileTexts.map((one) => `ERR_READ x|y.yaml ${printable(one)} \nhint: ${printable(one)}`));
  });

  it('gives every message and name back', () => {
    for (const name of hostileNames) {
      const all = hostileTexts.map((message) => at(text, 'one', { message, hint: message }));
      const { rows, headings } = read(reportWith(name, text, all));
      expect(headings[1]).toBe(printable(name));
      expect(rows.map((row) => row[3])).toEqual(hostileTexts.map((one) => printable(one).trim()));
      expect(rows.map((row) => row[4])).toEqual(hostileTexts.map((one) => printable(one).trim()));
    }
  });

  it('gives them back for random texts', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { rows } = read(report);
        expect(rows.map((row) => row[3])).toEqual(messagesOf(report).map((one) => printable(one).trim()));
      }),
      { numRuns: 500 },
    );
  });

  it('fits into a comment, and counts what does not', () => {
    const all = Array.from({ length: 2_000 }, (_, index) =>
      at(text, 'one', { message: `${index} ${'long '.repeat(20)}` }),
    );
    const report = reportWith('a.yaml', text, all);
    const shown = markdown({ ...report, files: [...report.files, ...report.files] }, colourless);
    expect(shown.length).toBeLessThan(65_536);
    const { rows, paragraphs } = read(report);
    expect(rows.length).toBeGreaterThan(100);
    expect(paragraphs.at(-1)).toBe(`${2_000 - rows.length} more problems not shown here.`);
    expect(shown).toContain(`${4_000 - rows.length} more problems not shown here.`);
  });
});
