import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/encoding/printable.js';
import { junit } from '../../src/report/junit.js';
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

function parse(report: Report): Document {
  const onError = (level: string, message: string): never => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(junit(report, colourless), 'text/xml');
}

function elements(within: Document | Element, name: string): Element[] {
  return Array.from(within.getElementsByTagName(name));
}

/** What XML has no place for is spelt out as well. */
function shown(text: string): string {
  return printable(text).replaceAll('\ufffe', '\\u{fffe}').replaceAll('\uffff', '\\u{ffff}');
}

const text = 'name: one\n';

describe('junit', () => {
  it('has a suite for each file, and a case for each diagnostic', () => {
    const broken = good
      .replace('type: mcp', 'type: mpc')
      .replace('categories: [mcp-servers', 'categoriez: [mcp-servers');
    const document = parse(reportOf({ 'a.yaml': broken, 'good.yaml': good }));
    expect(document.documentElement?.tagName).toBe('testsuites');
    const [first, second, ...others] = elements(document, 'testsuite') as [Element, Element];
    expect(others).toEqual([]);
    expect([first.getAttribute('name'), first.getAttribute('tests'), first.getAttribute('failures')]).toEqual([
      'a.yaml',
      '2',
      '2',
    ]);
    expect(elements(first, 'testcase').map((one) => one.getAttribute('name'))).toEqual([
      'schema/enum artifact.type',
      'schema/unknown-key artifact.categoriez',
    ]);
    const [failure] = elements(first, 'failure') as [Element];
    expect(failure.getAttribute('type')).toBe('schema/enum');
    expect(failure.getAttribute('message')).toBe('artifact.type is "mpc", which is not known');
    expect(failure.textContent).toMatch(/^a\.yaml:5:9 error schema\/enum artifact\.type is "mpc", .*\nhint: /);
    expect([second.getAttribute('tests'), second.getAttribute('failures')]).toEqual(['1', '0']);
    expect(elements(second, 'testcase').map((one) => one.getAttribute('name'))).toEqual(['no problems']);
    expect(document.documentElement?.getAttribute('tests')).toBe('3');
  });

  it('passes warnings, which say something all the same', () => {
    const document = parse(
      reportWith('a.yaml', text, [
        at(text, 'one', { severity: 'warning', message: 'look' }),
        at(text, 'one', { severity: 'info', message: 'by the way' }),
      ]),
    );
    expect(elements(document, 'failure')).toEqual([]);
    expect(elements(document, 'system-out').map((one) => one.textContent)).toEqual([
      'a.yaml:1:7 warning schema/enum look',
      'a.yaml:1:7 info schema/enum by the way',
    ]);
  });

  it('fails on what the run fails on', () => {
    const all = (['error', 'warning', 'info'] as const).map((severity) => at(text, 'one', { severity }));
    const failed = (failOn: Report['failOn'], maxWarnings?: number): Array<string | null> => {
      const document = parse({ ...reportWith('a.yaml', text, all), failOn, maxWarnings });
      const failures = elements(document, 'failure');
      expect(document.documentElement?.getAttribute('failures')).toBe(String(failures.length));
      return failures.map((one) => one.getAttribute('type'));
    };
    expect(failed(undefined)).toHaveLength(1);
    expect(failed('error')).toHaveLength(1);
    expect(failed('warning')).toHaveLength(2);
    expect(failed('info')).toHaveLength(3);
    expect(failed('never')).toEqual([]);
    expect(failed('never', 1)).toEqual([]);
    expect(failed('never', 0)).toEqual(['max-warnings']);
  });

  it('has no two cases of a name in a suite', () => {
    const same = [1, 2, 3].map(() => at(text, 'one', { pointer: '/name' }));
    const names = elements(parse(reportWith('a.yaml', text, same)), 'testcase').map((one) => one.getAttribute('name'));
    expect(names).toEqual(['schema/enum name', 'schema/enum name (2)', 'schema/enum name (3)']);
  });

  it('says what kept the run from being done', () => {
    const failures = [
      { code: 'ERR_READ', message: 'no such file', hint: 'name another', file: 'x.yaml' },
      { code: 'ERR_USAGE', message: 'no such flag' },
    ];
    const document = parse({ version: '1', files: [], failures, exitStatus: 3 });
    const errors = elements(document, 'error');
    expect(errors.map((one) => [one.getAttribute('type'), one.getAttribute('message'), one.textContent])).toEqual([
      ['ERR_READ', 'no such file', 'no such file [ERR_READ]\nhint: name another'],
      ['ERR_USAGE', 'no such flag', 'no such flag [ERR_USAGE]'],
    ]);
    expect(elements(document, 'testsuite').map((one) => one.getAttribute('name'))).toEqual([
      'x.yaml',
      'passport validate',
    ]);
    expect(document.documentElement?.getAttribute('errors')).toBe('2');
  });

  it('gives every message and name back', () => {
    for (const name of hostileNames) {
      const all = hostileTexts.map((message) => at(text, 'one', { message, hint: message }));
      const document = parse(reportWith(name, text, all));
      const failures = elements(document, 'failure');
      expect(failures.map((one) => one.getAttribute('message'))).toEqual(hostileTexts.map(shown));
      failures.forEach((one, index) => {
        const message = shown(hostileTexts[index] as string);
        expect(one.textContent?.endsWith(` error schema/enum ${message}\nhint: ${message}`)).toBe(true);
      });
      for (const suite of elements(document, 'testsuite')) expect(suite.getAttribute('name')).toBe(shown(name));
    }
  });

  it('gives them back for random texts', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const document = parse(report);
        const texts = elements(document, 'testcase')
          .filter((one) => elements(one, 'error').length === 0 && one.getAttribute('name') !== 'no problems')
          .map((one) => one.textContent?.split('\n')[0] ?? '');
        const messages = messagesOf(report).map(shown);
        expect(texts).toHaveLength(messages.length);
        texts.forEach((one, index) => {
          const message = messages[index] as string;
          expect(one.endsWith(message === '' ? 'schema/enum' : `schema/enum ${message}`)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('repeats no secret in the name of a case', () => {
    const token = `ghp_${'aB3'.repeat(12)}`;
    const report = reportWith('a.yaml', text, [at(text, 'one', { pointer: `/${token}` })]);
    expect(junit(report, colourless)).not.toContain(token);
  });
});
