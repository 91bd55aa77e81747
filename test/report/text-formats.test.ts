import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnostic.js';
import { rangeAt } from '../../src/encoding/position.js';
import { printable } from '../../src/encoding/printable.js';
import { compact } from '../../src/report/compact.js';
import { plain } from '../../src/report/plain.js';
import { pretty } from '../../src/report/pretty.js';
import type { Report } from '../../src/report/report.js';
import { at, colourless, good, messagesOf, reportOf, reportWith } from './reports.js';

const broken = good
  .replace('type: mcp', 'type: mpc')
  .replace('categories: [mcp-servers, automation]', 'categoriez: [mcp-servers, automation]');
const report = reportOf({ 'a.yaml': broken, 'good.yaml': good });

const text = 'name: one\nprice: 1.10\nname: two\n';
const eventful = reportWith('b.yaml', text, [
  at(text, '1.10', {
    message: 'price is not quoted',
    hint: 'quote it',
    severity: 'warning',
    fix: { description: 'put it in quotes', safe: true, edits: [{ range: rangeAt(text, 17, 21), text: '"1.10"' }] },
  }),
  diagnose({
    ruleId: 'yaml/duplicate-key',
    severity: 'error',
    message: 'name stands twice',
    file: 'b.yaml',
    range: rangeAt(text, 22, 26),
    related: [
      { message: 'the first one', range: rangeAt(text, 0, 4) },
      { message: 'another file', file: 'c.yaml', range: rangeAt(text, 0, 4) },
      { message: 'somewhere' },
    ],
    fix: { description: 'remove it', safe: false, edits: [{ range: rangeAt(text, 22, 32), text: '' }] },
  }),
  diagnose({ ruleId: 'source/more-problems', severity: 'info', message: 'no place' }),
]);

describe('compact', () => {
  it('is a line for each diagnostic', () => {
    expect(compact(report, colourless)).toBe(
      [
        'a.yaml:5:9 error schema/enum artifact.type is "mpc", which is not known',
        'a.yaml:7:3 error schema/unknown-key "categoriez" is not a key of artifact',
        '',
      ].join('\n'),
    );
  });

  it('is empty where nothing is found', () => {
    for (const format of [compact, plain, pretty]) expect(format(reportOf({ 'good.yaml': good }), colourless)).toBe('');
  });

  it('has colours where there are any', () => {
    const coloured = compact(report, { ...colourless, paint: (tone, words) => `<${tone}>${words}</>` });
    expect(coloured).toContain('a.yaml:5:9 <bad>error</> <quiet>schema/enum</> artifact.type');
  });
});

describe('plain', () => {
  it('has everything in words, below the headline', () => {
    expect(plain(eventful, { width: 20, paint: () => 'coloured' })).toBe(
      [
        'b.yaml:2:8 warning schema/enum price is not quoted',
        '  hint: quote it',
        '  fix: put it in quotes',
        'b.yaml:3:1 error yaml/duplicate-key name stands twice',
        '  related: b.yaml:1:1 the first one',
        '  related: c.yaml:1:1 another file',
        '  related: b.yaml somewhere',
        '  fix: remove it (unsafe)',
        'info source/more-problems no place',
        '',
      ]
        .join('\n')
        .replace('b.yaml:2:8', ':2:8'),
    );
  });

  it('says what the commands say that know no formats', () => {
    const [first = '', second = ''] = plain(report, colourless).split('\n');
    expect(first).toBe('a.yaml:5:9 error schema/enum artifact.type is "mpc", which is not known');
    expect(second).toMatch(/^ {2}hint: /);
  });
});

describe('pretty', () => {
  it('shows each problem in its source', () => {
    expect(pretty(report, colourless)).toMatch(
      new RegExp(
        [
          '^a\\.yaml:5:9 error schema/enum artifact\\.type is "mpc", which is not known',
          '5 \\|   type: mpc',
          '  \\|         \\^\\^\\^ a value that is not one of those allowed',
          '  hint: [^\\n]*(?:\\n {4}[^\\n]*)*',
          '(?:  fix: [^\\n]*\\n)?  docs: passport explain schema/enum',
          '',
          'a\\.yaml:7:3 error schema/unknown-key "categoriez" is not a key of artifact',
          '7 \\|   categoriez: \\[mcp-servers, automation\\]',
          '  \\|   \\^{10} a key that nothing knows',
          '  hint: did you mean categories\\?',
          '(?:  fix: [^\\n]*\\n)?  docs: passport explain schema/unknown-key\\n$',
        ].join('\\n'),
      ),
    );
  });

  it('shows all places of a problem, and what mends it', () => {
    const both: Report = {
      ...eventful,
      files: [...eventful.files, { file: 'c.yaml', text: 'name: one\n', diagnostics: [] }],
    };
    expect(pretty(both, colourless)).toBe(
      [
        'b.yaml:2:8 warning schema/enum price is not quoted',
        '2 | price: 1.10',
        '  |        ^^^^ a value that is not one of those allowed',
        '  hint: quote it',
        '  fix: put it in quotes',
        '  docs: passport explain schema/enum',
        '',
        'b.yaml:3:1 error yaml/duplicate-key name stands twice',
        '1 | name: one',
        '  | ---- the first one',
        '...',
        '3 | name: two',
        '  | ^^^^ a key that stands twice in a mapping',
        '  related: c.yaml:1:1 another file',
        '1 | name: one',
        '  | ----',
        '  related: b.yaml somewhere',
        '  fix: remove it (unsafe)',
        '  docs: passport explain yaml/duplicate-key',
        '',
        'b.yaml info source/more-problems no place',
        '  docs: passport explain source/more-problems',
        '',
      ].join('\n'),
    );
  });

  it('names the places of a text that could not be decoded', () => {
    const { files, ...rest } = eventful;
    const unreadable = { ...rest, files: files.map(({ file, diagnostics }) => ({ file, diagnostics })) };
    const shown = pretty(unreadable, colourless);
    expect(shown).not.toContain('^');
    expect(shown).toContain('  related: b.yaml:1:1 the first one\n');
  });

  it('keeps to the width, and breaks no word', () => {
    const long = at(text, 'one', { message: `${'word '.repeat(30)}x`, hint: `${'hint '.repeat(30)}x` });
    const shown = pretty(reportWith('b.yaml', text, [long]), { ...colourless, width: 50 });
    for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(50);
    expect(shown.replace(/\n {4}/g, ' ')).toContain(`error schema/enum ${'word '.repeat(30)}x\n`);
    expect(shown.replace(/\n {4}/g, ' ')).toContain(`  hint: ${'hint '.repeat(30)}x\n`);
    const path = `/${'path/'.repeat(20)}`;
    const wide = at(text, 'one', { message: `see ${path} there` });
    expect(pretty(reportWith('b.yaml', text, [wide]), { ...colourless, width: 50 })).toContain(
      `\n    ${path}\n    there\n`,
    );
  });

  it('begins no line with a command, wherever it is broken', () => {
    const commands = at(text, 'one', {
      message: '::error::x '.repeat(20).trim(),
      hint: '::warning::x '.repeat(20).trim(),
    });
    for (let width = 20; width < 90; width++) {
      const shown = pretty(reportWith('b.yaml', text, [commands]), { ...colourless, width });
      expect(shown).not.toMatch(/^\s*::/m);
      expect(shown).toMatch(/(?:^| {2})(?:::|\\u\{3a\}:)error::x/m);
    }
  });

  it('has colours that change nothing else', () => {
    const coloured = pretty(eventful, { ...colourless, paint: (_, words) => `\u001b[31m${words}\u001b[39m` });
    expect(coloured).toContain('\u001b[31m^^^^\u001b[39m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(pretty(eventful, colourless));
  });

  it('shows what stands at the range, for every problem of a source', () => {
    const messages = messagesOf(report);
    const blocks = pretty(report, { ...colourless, width: 10_000 }).split(/\n\n/);
    expect(blocks).toHaveLength(messages.length);
    report.files[0]?.diagnostics.forEach(({ range, message }, index) => {
      const [headline = '', line = '', below = ''] = (blocks[index] as string).split('\n');
      expect(headline.endsWith(printable(message))).toBe(true);
      const [marks = ''] = /\^+/.exec(below) ?? [];
      const shown = line.slice(below.indexOf('^'), below.indexOf('^') + marks.length);
      expect(shown).toBe(broken.slice(range?.start.offset, range?.end.offset));
    });
  });
});
