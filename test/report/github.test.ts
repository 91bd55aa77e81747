import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, type Severity } from '../../src/diagnostic.js';
import { rangeAt } from '../../src/encoding/position.js';
import { printable } from '../../src/encoding/printable.js';
import { github } from '../../src/report/github.js';
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
  runnerCommands,
} from './reports.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** As the runner reads a line: up to the second pair of colons, by commas, by the first equals sign, then unescaped. */
function parseCommand(line: string): Command {
  const end = line.indexOf('::', 2);
  const [, name = '', list = ''] = /^::(\w+) ?(.*)$/.exec(line.slice(0, end)) ?? [];
  expect(['error', 'warning', 'notice']).toContain(name);
  const properties = Object.fromEntries(
    list
      .trim()
      .split(',')
      .filter((one) => one !== '')
      .map((one) => [
        one.slice(0, one.indexOf('=')),
        unescape(one.slice(one.indexOf('=') + 1), ['%0D', '%0A', '%3A', '%2C']),
      ]),
  );
  return { name, properties, data: unescape(line.slice(end + 2), ['%0D', '%0A']) };
}

function unescape(text: string, sequences: readonly string[]): string {
  let result = text;
  for (const sequence of sequences) {
    result = result.replaceAll(sequence, String.fromCharCode(Number.parseInt(sequence.slice(1), 16)));
  }
  return result.replaceAll('%25', '%');
}

function commandsOf(report: Report): Command[] {
  const text = github(report, colourless);
  const lines = text.split('\n').slice(0, -1);
  // Each line is one command, and nothing else in it is.
  expect(runnerCommands(text)).toEqual(lines);
  for (const line of lines) expect(line).toMatch(/^::/);
  return lines.map(parseCommand);
}

const text = 'name: one\nprice: 1.10\n';

function many(counts: Readonly<Record<Severity, number>>): Report {
  const made = Object.entries(counts).flatMap(([severity, count]) =>
    Array.from({ length: count }, (_, index) =>
      at(text, 'one', { severity: severity as Severity, message: `${severity} ${index}` }),
    ),
  );
  return reportWith('a.yaml', text, made);
}

describe('github', () => {
  it('is a command for each diagnostic', () => {
    const broken = good.replace('type: mcp', 'type: mpc');
    const [command, ...others] = commandsOf(reportOf({ 'dir/a.yaml': broken }));
    expect(others).toEqual([]);
    expect(command).toMatchObject({
      name: 'error',
      properties: { file: 'dir/a.yaml', line: '5', endLine: '5', col: '9', endColumn: '12', title: 'schema/enum' },
    });
    expect(command?.data).toMatch(/^artifact\.type is "mpc", which is not known\nhint: /);
    expect(github(reportOf({ 'good.yaml': good }), colourless)).toBe('');
  });

  it('names no columns where the range ends in another line', () => {
    const lines = rangeAt(text, 6, 15);
    const [command] = commandsOf(reportWith('a.yaml', text, [at(text, 'one', { range: lines })]));
    expect(command?.properties).toEqual({ file: 'a.yaml', line: '1', endLine: '2', title: 'schema/enum' });
  });

  it('names no place where there is none', () => {
    const placeless = diagnose({ ruleId: 'yaml/empty', severity: 'info', message: 'empty' });
    expect(commandsOf(reportWith('a.yaml', '', [placeless]))).toEqual([
      { name: 'notice', properties: { file: 'a.yaml', title: 'yaml/empty' }, data: 'empty' },
    ]);
    expect(commandsOf(reportWith('-', text, [at(text, 'one')]))).toEqual([
      { name: 'error', properties: { title: 'schema/enum' }, data: '-:1:7 it is wrong' },
    ]);
  });

  it.each([
    [
      { error: 9, warning: 0, info: 0 },
      { error: 9, warning: 0, notice: 0 },
    ],
    [
      { error: 10, warning: 9, info: 1 },
      { error: 10, warning: 9, notice: 1 },
    ],
    [
      { error: 500, warning: 30, info: 11 },
      { error: 10, warning: 10, notice: 10 },
    ],
  ])('has at most nine of a severity, and one that counts the others: %j', (counts, expected) => {
    const commands = commandsOf(many(counts));
    for (const [name, count] of Object.entries(expected)) {
      const own = commands.filter((command) => command.name === name);
      expect(own).toHaveLength(count);
      const total = counts[name === 'notice' ? 'info' : (name as 'error' | 'warning')];
      const rolledUp = own.filter(({ properties }) => properties.title === 'passport validate');
      expect(rolledUp).toHaveLength(total > 9 ? 1 : 0);
      if (total > 9) expect(own.at(-1)?.data).toMatch(new RegExp(`^${total - 9} more ${name}s?: `));
    }
  });

  it('counts what kept the run from being done among the errors', () => {
    const failures = Array.from({ length: 3 }, (_, index) => {
      return { code: 'ERR_READ', message: `no file ${index}`, hint: 'name another', file: `${index}.yaml` };
    });
    const commands = commandsOf({ ...many({ error: 8, warning: 0, info: 0 }), failures });
    expect(commands).toHaveLength(10);
    expect(commands[0]).toEqual({
      name: 'error',
      properties: { file: '0.yaml', title: 'ERR_READ' },
      data: 'no file 0\nhint: name another',
    });
    expect(commands.at(-1)?.data).toBe('2 more errors: see the whole report');
  });

  it('gives every message and name back', () => {
    for (const name of hostileNames) {
      for (const message of hostileTexts) {
        const [command, ...others] = commandsOf(reportWith(name, text, [at(text, 'one', { message, hint: message })]));
        expect(others).toEqual([]);
        const place = name === '-' ? '-:1:7 ' : '';
        expect(command?.data).toBe(`${place}${printable(message)}\nhint: ${printable(message)}`);
        if (name !== '-') expect(command?.properties.file).toBe(printable(name));
        expect(command?.properties.title).toBe('schema/enum');
      }
    }
  });

  it('gives them back for random texts', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const shown = commandsOf(report).filter(({ properties }) => properties.title === 'schema/enum');
        const messages = messagesOf(report).map(printable);
        for (const { data } of shown) {
          expect(messages.some((message) => data === message || data.includes(message))).toBe(true);
        }
        if (report.failures.length === 0 && messages.length < 10) expect(shown).toHaveLength(messages.length);
      }),
      { numRuns: 300 },
    );
  });
});
