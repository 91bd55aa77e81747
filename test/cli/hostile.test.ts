import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { validateSource } from '../../src/author/validate.js';
import { printable } from '../../src/encoding/printable.js';
import { formatNames } from '../../src/cli/formats.js';
import { acting, good, hostileNames, runnerCommands } from '../report/reports.js';
import { passport, temporaryFolder } from './run.js';

// The built command on files that try to be something else. Each format is read by a parser that knows nothing of how
// it was written, and gives the messages back, no more and no fewer.

const names = [
  ...hostileNames.filter((name) => name !== '-' && !/[/\ud800]/.test(name)),
  'it "is"\' quoted`.yaml',
  '\u001b]0;title\u0007\r##[error]z\u2028.yaml',
];

/** YAML that can be read, with something hostile in its keys and values. */
const readable = good
  .replace('type: mcp', 'type: "::error file=x::y\\r\\n##[error]z"\n  "]]></failure>|`%0A::stop-commands::t": 1')
  .replace('starting_price: null', 'starting_price: null\n  status: "::warning::x 100%25 @octocat {0}"')
  .replace('intents:', '"\\e[2J\\u009b31m\\u202e ::error::<script>": []\n    intents:')
  .replace('limitations:', 'limitations:\n      - [1, 2] # passport: ignore[::error::] "a|b"');
const unreadable = '::error::x\n\u001b[2J: [}\n##[error]y\n]]>\u202e\n';

interface JsonReport {
  readonly files: readonly string[];
  readonly diagnostics: ReadonlyArray<{ readonly message: string; readonly severity: string; readonly file: string }>;
  readonly failures: ReadonlyArray<{ readonly message: string; readonly file: string | null }>;
}

interface SarifLog {
  readonly runs: ReadonlyArray<{
    readonly results: ReadonlyArray<{ readonly message: { readonly text: string } }>;
    readonly artifacts: ReadonlyArray<{ readonly location: { readonly uri: string } }>;
    readonly invocations: ReadonlyArray<{ readonly toolExecutionNotifications: readonly unknown[] }>;
  }>;
}

type Messages = readonly string[];

const root = temporaryFolder();
let count = 0;

interface Outputs {
  readonly of: (format: string) => string;
  readonly summary: string;
}

/** All formats in one run, and everything that it writes looked at. */
function runOn(files: Readonly<Record<string, string>>, words: readonly string[] = Object.keys(files)): Outputs {
  const folder = join(root, String(count++));
  // Where the search for a configuration ends.
  mkdirSync(join(folder, '.git'), { recursive: true });
  mkdirSync(join(folder, 'broken'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const outputs = formatNames.flatMap((format) => ['--format', `${format}:a,b:c%.${format}`]);
  const { status, stdout, stderr } = passport(['validate', ...outputs, '--', ...words], {
    cwd: folder,
    env: { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') },
  });
  expect(status).toBe(words.every((word) => word in files) ? 1 : 3);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^\d sources? checked: \d+ errors/m);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const summary = read('summary.md');
  for (const text of [stderr, summary, ...formatNames.map((format) => read(`a,b:c%.${format}`))]) {
    expect(text).not.toMatch(acting);
    if (!text.startsWith('::')) expect(runnerCommands(text)).toEqual([]);
  }
  return { of: (format) => read(`a,b:c%.${format}`), summary };
}

// --- parsers ------------------------------------------------------------------------------------------------------

// `FILE:LINE:COLUMN SEVERITY RULE MESSAGE`, where a file that begins like a command has its first colon spelt out.
const headline = /^.*?:\d+:\d+ (?:error|warning|info) [a-z]+\/[a-z-]+ (.*)$/;

function linesWithPlace(text: string): Messages {
  return text
    .split('\n')
    .flatMap((line) => (line.startsWith('  ') && /^ {2}\w+: /.test(line) ? [] : (headline.exec(line)?.[1] ?? [])));
}

/** Blocks with an empty line between them; a head goes on in lines indented by four, up to the frame. */
function readPretty(text: string): Messages {
  return text.split('\n\n').map((block) => {
    const lines = block.split('\n');
    const end = lines.findIndex((line, index) => index > 0 && !line.startsWith('    '));
    const head = lines
      .slice(0, end)
      .map((line, index) => (index === 0 ? line : line.slice(4).replace(/^(\s*)\\u\{3a\}:/, '$1::')))
      .join(' ');
    return headline.exec(head)?.[1] ?? `no head: ${head}`;
  });
}

/** Braces in pairs, and a backslash where a link would begin (SARIF sections 3.11.5 and 3.11.6). */
function readSarif(text: string): Messages {
  const log = JSON.parse(text) as SarifLog;
  return (log.runs[0]?.results ?? []).map(({ message }) => {
    expect(message.text.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]|(?<!\\)\]\(/);
    return message.text.replaceAll('\\](', '](').replaceAll('{{', '{').replaceAll('}}', '}');
  });
}

interface Command {
  readonly name: string;
  readonly file: string | undefined;
  readonly data: string;
}

function readCommands(text: string): Command[] {
  const decode = (value: string): string => value.replace(/%(25|0A|0D|3A|2C)/g, (code) => decodeURIComponent(code));
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const [, name, properties, data] = /^::(error|warning|notice) ((?:(?!::).)*)::(.*)$/.exec(line) ?? [];
      if (name === undefined || properties === undefined || data === undefined) throw new Error(`no command: ${line}`);
      const pairs = properties.split(',').map((pair) => pair.split('=', 1)[0] ?? '');
      expect(pairs.every((key) => /^(?:file|line|endLine|col|endColumn|title)$/.test(key))).toBe(true);
      const file = properties.split(',').find((pair) => pair.startsWith('file='));
      return { name, file: file === undefined ? undefined : decode(file.slice(5)), data: decode(data) };
    });
}

function readXml(text: string): { readonly messages: Messages; readonly suites: readonly string[] } {
  const onError = (level: string, message: string): never => {
    throw new Error(`${level}: ${message}`);
  };
  const document = new DOMParser({ onError }).parseFromString(text, 'text/xml');
  const named = (name: string): Element[] => Array.from(document.getElementsByTagName(name));
  const known = new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'system-out']);
  expect(named('*').filter(({ tagName }) => !known.has(tagName))).toEqual([]);
  return {
    messages: named('testcase').flatMap(
      ({ textContent }) => headline.exec(textContent?.split('\n')[0] ?? '')?.[1] ?? [],
    ),
    suites: named('testsuite').map((suite) => suite.getAttribute('name') ?? ''),
  };
}

interface Page {
  readonly messages: Messages;
  readonly headings: readonly string[];
  readonly items: readonly string[];
}

function readMarkdown(text: string): Page {
  const words = (tokens: readonly Token[] | undefined): string =>
    (tokens ?? [])
      .map((token) => {
        if (token.type === 'codespan') return (token as Tokens.Codespan).text;
        if (token.type === 'html' && token.raw === '<br>') return '\n';
        if (token.type !== 'text') throw new Error(`a ${token.type}: ${token.raw}`);
        return token.raw.replaceAll('&#124;', '|');
      })
      .join('');
  const tokens = marked.lexer(text, { gfm: true });
  const known = new Set(['space', 'heading', 'paragraph', 'table', 'list']);
  expect(tokens.filter(({ type }) => !known.has(type))).toEqual([]);
  return {
    messages: tokens.flatMap((token) =>
      token.type === 'table' ? (token as Tokens.Table).rows.map((row) => words(row[3]?.tokens)) : [],
    ),
    items: tokens.flatMap((token) =>
      token.type === 'list'
        ? (token as Tokens.List).items.map((item) => words((item.tokens[0] as Tokens.Text).tokens))
        : [],
    ),
    headings: tokens.flatMap((token) => (token.type === 'heading' ? [words((token as Tokens.Heading).tokens)] : [])),
  };
}

// --- tests --------------------------------------------------------------------------------------------------------

describe('the command on hostile files', () => {
  test.each(names)('gives every message back, and nothing else, for %j', (name) => {
    const files = { [name]: readable, [`broken/${name}`]: unreadable };
    const { of, summary } = runOn(files);

    const report = JSON.parse(of('json')) as JsonReport;
    const messages = report.diagnostics.map(({ message }) => message);
    expect(messages).toEqual(
      Object.entries(files).flatMap(([file, text]) =>
        validateSource(text, { file }).diagnostics.map(({ message }) => message),
      ),
    );
    expect(report.files).toEqual(Object.keys(files));
    // A message that holds what a format could take for its own.
    for (const part of [
      '::error',
      '\\u{23}#[error]z',
      ']]></failure>|`%0A::stop-commands::',
      '::warning::x 100%25 @octocat {0}',
      '<script>',
    ]) {
      expect(messages.join('\n')).toContain(part);
    }

    expect(linesWithPlace(of('compact'))).toEqual(messages);
    expect(of('compact').split('\n')).toHaveLength(messages.length + 1);
    expect(linesWithPlace(of('plain'))).toEqual(messages);
    expect(readPretty(of('pretty'))).toEqual(messages);

    expect(readSarif(of('sarif'))).toEqual(messages);
    const { artifacts = [] } = (JSON.parse(of('sarif')) as SarifLog).runs[0] ?? {};
    expect(artifacts.map(({ location }) => decodeURIComponent(location.uri))).toEqual(Object.keys(files));

    // In the order of the severities.
    const bySeverity = ['error', 'warning', 'info'].flatMap((severity) =>
      report.diagnostics.filter((one) => one.severity === severity),
    );
    const commands = readCommands(of('github'));
    expect(commands.map(({ data }) => data.split('\n')[0])).toEqual(bySeverity.map(({ message }) => message));
    expect(commands.map(({ file }) => file)).toEqual(bySeverity.map(({ file }) => printable(file)));

    const { messages: inXml, suites } = readXml(of('junit'));
    expect(inXml).toEqual(messages);
    expect(suites).toEqual(Object.keys(files).map(printable));

    const page = readMarkdown(of('markdown'));
    expect(page.messages).toEqual(messages);
    expect(page.headings.slice(1)).toEqual(Object.keys(files).map(printable));
    expect(summary).toBe(of('markdown'));
  });

  // GitHub shows nine of a kind.
  test.each([[names.slice(0, 9)], [names.slice(9)]])('says that there are no %j', (missing) => {
    const { of, summary } = runOn({}, missing);
    const { failures } = JSON.parse(of('json')) as JsonReport;
    const shown = failures.map(({ message }) => printable(message));
    const files = failures.map(({ file }) => printable(file ?? 'passport validate'));
    expect(shown).toHaveLength(missing.length);
    // A name that could be a glob is looked for before any file is read.
    for (const name of missing) expect(shown.filter((one) => one.includes(printable(name)))).toHaveLength(1);

    expect(of('pretty') + of('plain') + of('compact')).toBe('');
    const [run] = (JSON.parse(of('sarif')) as SarifLog).runs;
    expect(run?.invocations[0]?.toolExecutionNotifications).toHaveLength(missing.length);
    expect(readCommands(of('github')).map(({ data }) => data.split('\n')[0])).toEqual(shown);
    expect(readXml(of('junit')).suites).toEqual(files);
    const page = readMarkdown(of('markdown'));
    expect(page.headings).toEqual(['Trust passport: 0 errors, 0 warnings', 'Not done']);
    expect(page.items).toHaveLength(missing.length);
    page.items.forEach((item, index) => expect(item).toContain(shown[index]));
    expect(summary).toBe(of('markdown'));
  });
});
