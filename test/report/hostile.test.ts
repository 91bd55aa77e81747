import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/encoding/printable.js';
import { compact } from '../../src/report/compact.js';
import { github } from '../../src/report/github.js';
import { json } from '../../src/report/json.js';
import { junit } from '../../src/report/junit.js';
import { markdown } from '../../src/report/markdown.js';
import { plain } from '../../src/report/plain.js';
import { pretty } from '../../src/report/pretty.js';
import type { Formatter, Report } from '../../src/report/report.js';
import { sarif } from '../../src/report/sarif.js';
import {
  acting,
  anyReport,
  at,
  colourless,
  good,
  hostileNames,
  hostileTexts,
  messagesOf,
  reportOf,
  reportWith,
  runnerCommands,
} from './reports.js';

const formats: Readonly<Record<string, Formatter>> = { pretty, compact, plain, json, sarif, github, markdown, junit };

/** Sources that try to be something else, each with problems in the hostile places. */
const sources: Readonly<Record<string, string>> = {
  'escape sequences': good.replace(
    'name: Lindenau',
    'name: "\\u001b[2J\\u009b31m"\n  ::error::x: "\\u202e"\n  nam: Lindenau',
  ),
  'raw control characters': good.replace('tags: [', 'tags: [\u001b[2J, "\u202e\u2066", \u200b, "a\u0007", '),
  'workflow commands': good
    .replace('type: mcp', 'type: "::error file=x::y"')
    .replace('url: ', '"##[error]z": "%0A::error::z"\n  "::stop-commands::t": 1\n  url: '),
  'ends of lines': good.replace('type: mcp', 'type: "a\\r\\n::error::b\\u2028c"').replaceAll('\n', '\r\n'),
  markup: good
    .replace('type: mcp', 'type: "]]><script>|`&lt;\'[a](b)@octocat"')
    .replace('url: ', '"]]></failure>|`": "<img src=x>"\n  url: '),
  'no yaml at all': '::error::x\n\u001b[2J: [}\n##[error]y\n]]>\n',
};

function check(report: Report, name: string): void {
  const shown = (formats[name] as Formatter)(report, colourless);
  expect(shown, name).not.toMatch(acting);
  const commands = runnerCommands(shown);
  expect(commands, name).toEqual(name === 'github' ? shown.split('\n').slice(0, -1) : []);
  expect(shown === '' || shown.endsWith('\n')).toBe(true);
  const messages = messagesOf(report);
  if (name === 'compact') {
    const lines = shown.split('\n').slice(0, -1);
    expect(lines).toHaveLength(messages.length);
    lines.forEach((line, index) => expect(line.endsWith(printable(messages[index] as string))).toBe(true));
  }
  if (name === 'plain') {
    const heads = shown.split('\n').filter((line) => /^(?! {2}\w+: ).* (?:error|warning|info) /.test(line));
    for (const message of messages) expect(heads.some((line) => line.endsWith(printable(message)))).toBe(true);
  }
  if (name === 'json') {
    const { diagnostics } = JSON.parse(shown) as { diagnostics: { message: string }[] };
    expect(diagnostics.map(({ message }) => message)).toEqual(messages);
  }
}

describe.each(Object.keys(formats))('%s', (format) => {
  it.each(Object.entries(sources))('cannot be made to act by a source with %s', (_, text) => {
    for (const name of hostileNames) {
      const report = reportOf({ [name]: text });
      expect(messagesOf(report).length).toBeGreaterThan(0);
      check(report, format);
    }
  });

  it('cannot be made to act by a message, a hint or a name', () => {
    const text = `${hostileTexts.join('\n')}\nend`;
    for (const name of hostileNames) {
      const all = hostileTexts.map((message) => {
        return at(text, message, {
          message,
          hint: message,
          pointer: `/${message}`,
          suggestions: [message],
          fix: { description: message, safe: false, edits: [] },
          related: [
            { message, file: name, pointer: message },
            { message, file: message },
          ],
        });
      });
      const failures = hostileTexts.map((message) => ({ code: 'ERR_READ', message, hint: message, file: name }));
      check({ ...reportWith(name, text, all), failures }, format);
    }
  });

  it('cannot be made to act by random texts', () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 20, max: 120 }), (report, width) => {
        check(report, format);
        expect((formats[format] as Formatter)(report, { ...colourless, width })).not.toMatch(acting);
      }),
      { numRuns: 300 },
    );
  });
});

describe('every format', () => {
  it('is the same for the same report', () => {
    const report = reportOf(sources);
    for (const format of Object.values(formats)) expect(format(report, colourless)).toBe(format(report, colourless));
  });

  it('repeats no secret of a source', () => {
    const token = `ghp_${'aB3'.repeat(12)}`;
    const texts = {
      'value.yaml': good.replace('Lindenau Library Hours', token),
      'key.yaml': good.replace('tags:', `${token}: 1\n  tags:`),
      'enum.yaml': good.replace('type: mcp', `type: ${token}`),
      'broken.yaml': `a: [${token}\n"b": }`,
      'twice.yaml': `${token}: 1\n${token}: 2\n`,
      // Behind an escape it has another shape in the text, all but its first letter.
      'escaped.yaml': good.replace('Lindenau Library Hours', `"\\x67${token.slice(1)}"`),
    };
    const report = reportOf(texts);
    for (const file of report.files) expect(file.diagnostics.length, file.file).toBeGreaterThan(0);
    for (const [name, format] of Object.entries(formats)) {
      const shown = format(report, { ...colourless, width: 300 });
      expect(shown.includes(token) || shown.includes(token.slice(1)), name).toBe(false);
    }
  });
});
