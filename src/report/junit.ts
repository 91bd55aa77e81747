import type { Diagnostic } from '../diagnostic.js';
import { fieldName } from '../encoding/pointer.js';
import { printable } from '../encoding/printable.js';
import { headline } from './headline.js';
import { type Failure, type Formatter, ranks, type Report, type ReportedFile, tooManyWarnings } from './report.js';
import { withoutSecrets } from './withheld.js';

type Threshold = NonNullable<Report['failOn']>;

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  /** The element inside, where there is one. */
  readonly outcome?: { readonly element: 'failure' | 'error' | 'system-out'; readonly xml: string };
}

/**
 * For build services that read JUnit's reports: a suite for each file, a case for each diagnostic. What the run is to
 * fail on fails; there is no case between failing and passing, so the rest passes and says something.
 */
export const junit: Formatter = (report) => {
  const { files, failures, failOn = 'error' } = report;
  const tooMany = tooManyWarnings(report);
  const suites = [
    ...files.map((file) => suiteOf(file, failOn)),
    ...(tooMany === undefined ? [] : [tooManySuite(tooMany)]),
    ...failures.map(failedSuite),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  const body = suites.map(suiteXml).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'passport validate', ...totals(all) })}>\n${body}</testsuites>\n`;
};

function suiteOf({ file, diagnostics }: ReportedFile, failOn: Threshold): Suite {
  if (diagnostics.length === 0) return { name: file, cases: [{ name: 'no problems' }] };
  // GitLab keeps one case of a name.
  const seen = new Map<string, number>();
  return {
    name: file,
    cases: diagnostics.map((diagnostic) => {
      const { pointer } = withoutSecrets(diagnostic);
      const name = pointer === undefined ? diagnostic.ruleId : `${diagnostic.ruleId} ${fieldName(pointer)}`;
      const number = (seen.get(name) ?? 0) + 1;
      seen.set(name, number);
      return { name: number === 1 ? name : `${name} (${number})`, outcome: outcomeOf({ file, ...diagnostic }, failOn) };
    }),
  };
}

/** The text has all of it: GitLab shows that and no attribute. */
function outcomeOf(diagnostic: Diagnostic, failOn: Threshold): NonNullable<Case['outcome']> {
  const { severity, ruleId, message, hint } = diagnostic;
  const lines = [headline(diagnostic, (_, text) => text), ...(hint === undefined ? [] : [`hint: ${printable(hint)}`])];
  const text = escapeXml(lines.join('\n'));
  if (ranks[severity] < ranks[failOn]) return { element: 'system-out', xml: `<system-out>${text}</system-out>` };
  return { element: 'failure', xml: `<failure${attributes({ message, type: ruleId })}>${text}</failure>` };
}

function tooManySuite(message: string): Suite {
  const xml = `<failure${attributes({ message, type: 'max-warnings' })}>${escapeXml(message)}</failure>`;
  return { name: 'passport validate', cases: [{ name: 'max-warnings', outcome: { element: 'failure', xml } }] };
}

function failedSuite({ code, message, hint, file = 'passport validate' }: Failure): Suite {
  const lines = [`${printable(message)} [${code}]`, ...(hint === undefined ? [] : [`hint: ${printable(hint)}`])];
  const xml = `<error${attributes({ message, type: code })}>${escapeXml(lines.join('\n'))}</error>`;
  return { name: file, cases: [{ name: code, outcome: { element: 'error', xml } }] };
}

function suiteXml({ name, cases }: Suite): string {
  const body = cases.map((one) => {
    const start = `    <testcase${attributes({ classname: name, name: one.name, file: name, time: '0' })}`;
    return one.outcome ? `${start}>${one.outcome.xml}</testcase>\n` : `${start}/>\n`;
  });
  return `  <testsuite${attributes({ name, ...totals(cases), skipped: '0', time: '0' })}>\n${body.join('')}  </testsuite>\n`;
}

function totals(cases: readonly Case[]): Record<string, string> {
  const count = (element: string): string => String(cases.filter(({ outcome }) => outcome?.element === element).length);
  return { tests: String(cases.length), failures: count('failure'), errors: count('error') };
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(printable(value))}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A printable text. XML 1.0 section 2.2 has no place for U+FFFE and U+FFFF, not even as references. */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => entities[character] as string)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}
