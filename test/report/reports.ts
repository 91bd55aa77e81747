import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { validateSource } from '../../src/author/validate.js';
import { type Diagnostic, diagnose, type DiagnosticFields } from '../../src/diagnostic.js';
import { rangeAt } from '../../src/encoding/position.js';
import type { Failure, Report, ReportOptions } from '../../src/report/report.js';

/** A source without a problem. */
export const good = readFileSync(new URL('../fixtures/library-hours.yaml', import.meta.url), 'utf8');

export const colourless: ReportOptions = { paint: (_, text) => text, width: 100 };

/** What `validate` would report of the texts, by their names; of what stops a build alone, so that it stays the same. */
export function reportOf(texts: Readonly<Record<string, string>>, failures: readonly Failure[] = []): Report {
  const files = Object.entries(texts).map(([file, text]) => {
    return { file, text, diagnostics: validateSource(text, { file, profile: 'minimal' }).diagnostics };
  });
  return { version: '1.2.3', files, failures, exitStatus: 1 };
}

/** A report of diagnostics that were made up, all in one file. */
export function reportWith(file: string, text: string, diagnostics: readonly Diagnostic[]): Report {
  return { version: '1.2.3', files: [{ file, text, diagnostics }], failures: [], exitStatus: 1 };
}

/** A diagnostic at the first place where the text has these words. */
export function at(text: string, words: string, fields: Partial<DiagnosticFields> = {}): Diagnostic {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`the text has no ${words}`);
  const range = rangeAt(text, start, start + words.length);
  return diagnose({ ruleId: 'schema/enum', severity: 'error', message: 'it is wrong', range, ...fields });
}

/** Names of files that try to be something else. */
export const hostileNames = [
  'a,b:c%.yaml',
  'new\nline\u001b[2J.yaml',
  '::error file=x,line=1::boo',
  ' \t::stop-commands::x',
  '  ::stop-commands::x',
  ' spaced @ ',
  '##[add-mask]x.yaml',
  '##vso[task.setvariable variable=x]y.yaml',
  '%0A::error::x%0D%3A%2C.yaml',
  ']]></failure><script>alert(1)</script>|`" \'&amp;.yaml',
  '\u202egnp.\u2066yaml\u200b',
  '@octocat #1 www.example.com',
  '../..//./x y.yaml',
  '\ud800.yaml',
  '-',
];

/** Texts that try to be something else, for messages and hints. */
export const hostileTexts = [
  'plain, with "quotes" and it\'s fine',
  '\u001b[2J\u001b]0;title\u0007\u009b31m',
  'first\n::error file=x::second\r\n::stop-commands::t',
  ' ::error::x ::warning::y',
  '100%0A%25%0D%3A%2C: a, b',
  '##[error]x ##vso[task.complete]y ###[group]z ##teamcity[buildStop]',
  ']]> --> <![CDATA[ <script>alert("1")</script> <img src=x onerror=\'y\'> &lt; &#64; &amp;amp;',
  '| a | b \\| c \\\\| d |',
  '`one` ``two`` ```three``` ` \\` `',
  '[text](http://example.com) ![](x) <http://example.com> http://example.com www.example.com me@example.com',
  '\\[a\\](b) \\\\](c) {0} {{1}} {',
  '@octocat #1 GH-2 owner/repo#3 0123456789abcdef !4 ~5 $x$ :tada: *a* _b_ ~~c~~ **d**',
  '# heading',
  '- list',
  '1. list',
  '---',
  '\u202eright\u2066to\u2069left\u200bnothing\u{e0041}\ufeff',
  '\ufffe\uffff\ud800 \udc00',
  'é e\u0301 漢字 العربية 📚 👩‍👩‍👧 🇪🇺 ☃️',
];

/** Random texts made of what means something to a reader of a format. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...' \t\n\r\u001b%:,;|`\\"\'<>&[](){}!#@*_~$=-+./0aZ') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '::error::',
        '##[',
        ']]>',
        '<br>',
        '&#124;',
        '&lt;',
        '](',
        '{0}',
        '%0A',
        'www.',
        'word ',
      ),
    },
    { weight: 1, arbitrary: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    { weight: 1, arbitrary: fc.nat({ max: 0x10ffff }).map((point) => String.fromCodePoint(point)) },
  ),
  maxLength: 40,
});

/** A report of one diagnostic for each text, at random places of a random source. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    file: anyText,
    text: fc.array(anyText, { maxLength: 4 }).map((lines) => lines.join('\n')),
    messages: fc.array(
      fc.record({
        message: anyText,
        hint: fc.option(anyText, { nil: undefined }),
        severity: fc.constantFrom('error', 'warning', 'info'),
        start: fc.nat({ max: 100 }),
        length: fc.nat({ max: 60 }),
        isRelated: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    failure: fc.option(anyText, { nil: undefined }),
  })
  .map(({ file, text, messages, failure }) => {
    const diagnostics = messages.map(({ message, hint, severity, start, length, isRelated }) => {
      const range = rangeAt(text, Math.min(start, text.length), Math.min(start + length, text.length));
      const related = isRelated ? [{ message: hint ?? '', range, pointer: `/${file}` }] : [];
      const fix = isRelated ? { description: message, safe: false, edits: [{ range, text: message }] } : undefined;
      const fields = {
        ruleId: 'schema/enum',
        severity,
        message,
        hint,
        file,
        range,
        pointer: `/${message}`,
        related,
        fix,
      };
      return diagnose(fields);
    });
    const failures =
      failure === undefined ? [] : [{ code: 'ERR_READ', message: failure, hint: failure, file: failure }];
    return { version: '1.2.3', files: [{ file, text, diagnostics }], failures, exitStatus: 1 };
  });

/** What must not reach a terminal or log as it is. */
export const acting = /[^\P{Cc}\n]|\p{Zl}|\p{Zp}|\p{Cs}|\p{Bidi_Control}|[\u200b-\u200f\u2060-\u2064\ufeff]/u;

/** The commands that a runner of GitHub Actions finds in a log, in both of the forms that it knows. */
export function runnerCommands(log: string): string[] {
  return log.split(/\r\n|\n|\r/).flatMap((line) => {
    if (/^\s*::.*::/su.test(line)) return [line.trimStart()];
    return /##[a-z]*\[/i.test(line) ? [line] : [];
  });
}

/** Every message of a report, in order. */
export function messagesOf({ files }: Report): string[] {
  return files.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
}
