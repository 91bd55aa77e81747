import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse as parseWithLibrary } from 'yaml';
import { validateSource } from '../src/author/validate.js';
import type { Position, Range } from '../src/diagnostic.js';
import { pointerTokens } from '../src/encoding/pointer.js';
import type { Overlay } from '../src/passport/types.generated.js';
import { json } from '../src/report/json.js';
import { plain } from '../src/report/plain.js';
import { pretty } from '../src/report/pretty.js';
import type { Formatter, Report } from '../src/report/report.js';
import { catalogue, isRuleId } from '../src/validate/catalogue.js';
import { acting, colourless } from './report/reports.js';
import { readSchema } from './schemas.js';

// Broken sources and the three reports on each, beside it. UPDATE_GOLDEN=1 writes the reports anew.
const folder = new URL('golden/sources/', import.meta.url);
const reportNames = ['pretty.txt', 'plain.txt', 'report.json'] as const;
const names = readdirSync(folder)
  .filter((name) => /^[^.]+\.(?:yaml|json)$/.test(name))
  .sort();
const readGolden = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const goldenOf = (name: string, ending: string): string => name.replace(/\.\w+$/, `.${ending}`);

/** What the manifests have no place for; without it each of them would lack the same four things. */
const overlay: Overlay = {
  artifact: { categories: ['automation'] },
  capabilities: Object.fromEntries([0, 1, 2].map((index) => [index, { categories: ['planning-reasoning'] }])),
};

function validate(name: string, text = readGolden(name)) {
  const isWithOverlay = name.startsWith('manifest-') && !name.includes('without-overlay');
  return validateSource(text, { file: name, overlay: isWithOverlay ? overlay : undefined });
}

function reportOf(name: string): Report {
  const text = readGolden(name);
  const { diagnostics } = validate(name, text);
  const exitStatus = diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
  return { version: '1.2.3', files: [{ file: name, text, diagnostics }], failures: [], exitStatus };
}

/**
 * The product's own line, character by character, with a line for each member so that a change can be reviewed. Quotes
 * within texts are escaped: what looks like the beginning of a member is one.
 */
function inLines(line: string): string {
  return line
    .replace(/,(?="(?:tool|ok|exit_status|counts|files|diagnostics|failures)":)/g, ',\n')
    .replace(/[[,]\{"ruleId":/g, '\n $&')
    .replace(/,(?="(?:severity|message|file|range|pointer|hint|suggestions|fix|docs|related)":)/g, ',\n  ');
}

const formatters: Readonly<Record<(typeof reportNames)[number], Formatter>> = {
  'pretty.txt': pretty,
  'plain.txt': plain,
  'report.json': (report, options) => inLines(json(report, options)),
};

/** What a stretch of a text says, read as YAML in the column where it stands. */
function read(text: string, { start, end }: Range): unknown {
  const options = { schema: 'core', version: '1.2', merge: false } as const;
  return parseWithLibrary(' '.repeat(start.column - 1) + text.slice(start.offset, end.offset), options);
}

function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const token of pointerTokens(pointer)) value = (value as Record<string, unknown> | undefined)?.[token];
  return value;
}

/** The offset of a place that is named as people and editors name it: a byte order mark is no column to them. */
function offsetOf(text: string, { line, column }: Position): number {
  const mark = /^\ufeff/.exec(text)?.[0] ?? '';
  const lines = text.slice(mark.length).split(/(?<=\r\n|\n|\r(?!\n))/);
  const isWithin = column <= (lines[line - 1] ?? '').length + 1;
  return isWithin ? mark.length + lines.slice(0, line - 1).join('').length + column - 1 : -1;
}

interface JsonDiagnostic {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly hint: string | null;
  readonly file: string;
  readonly range: Range | null;
  readonly pointer: string | null;
  readonly fix: { readonly edits: ReadonlyArray<{ readonly range: Range; readonly text: string }> } | null;
  readonly related: ReadonlyArray<{ readonly file: string; readonly range: Range | null }>;
}

const keyRules = new Set(['schema/unknown-key', 'schema/registry-owned']);
const withinRules: ReadonlySet<string> = new Set([
  'text/bidi-control',
  'text/confusable',
  'text/control-character',
  'text/instruction-like',
  'text/lone-surrogate',
  'text/zero-width',
]);
const valueRules = new Set(['type', 'enum', 'format', 'too-long', 'empty'].map((rule) => `schema/${rule}`));
const isReport = new Ajv({ strict: false }).compile(readSchema('report') as object);

describe.each(names)('%s', (name) => {
  const text = readGolden(name);
  const report = reportOf(name);
  const output = json(report, colourless);
  const { diagnostics } = JSON.parse(output) as { readonly diagnostics: readonly JsonDiagnostic[] };

  it('gets the reports of its golden files', () => {
    for (const ending of reportNames) {
      const written = formatters[ending](report, colourless);
      expect(written).not.toMatch(acting);
      if (process.env.UPDATE_GOLDEN) writeFileSync(new URL(goldenOf(name, ending), folder), written);
      expect(written).toBe(readGolden(goldenOf(name, ending)));
    }
    expect(inLines(output).replace(/\n */g, '')).toBe(output.trimEnd());
    expect(isReport(JSON.parse(readGolden(goldenOf(name, 'report.json')))), JSON.stringify(isReport.errors)).toBe(true);
    expect(diagnostics.length === 0).toBe(name.startsWith('valid'));
    const stops = diagnostics.some(
      ({ ruleId, severity }) => isRuleId(ruleId) && catalogue[ruleId].fixed && severity === 'error',
    );
    expect(validate(name).source === undefined).toBe(stops);
  });

  it('is pointed at where the key or value at fault stands', () => {
    for (const { range, pointer, ruleId, message } of diagnostics) {
      if (range === null) throw new Error(`${ruleId} has no place`);
      // What the readers of YAML and JSON refuse, and comments, have a place but no pointer.
      if (pointer === null) {
        expect(ruleId).toMatch(/^(?:(?:yaml|json|text|ignore)\/|source\/more-problems$)/);
        continue;
      }
      const root = parseWithLibrary(text, { schema: 'core', version: '1.2' }) as unknown;
      const key = pointerTokens(pointer).at(-1);
      const value = valueAt(root, pointer);
      if (withinRules.has(ruleId)) {
        // The letters at fault alone, raw or escaped as between double quotes.
        const written = text.slice(range.start.offset, range.end.offset);
        const shown = written.includes('\\') ? String(parseWithLibrary(`"${written}"`)) : written;
        expect(
          [key, value].some((whole) => typeof whole === 'string' && whole !== shown && whole.includes(shown)),
        ).toBe(true);
        continue;
      }
      const said = read(text, range);
      const isKey = said === key;
      // A key without a value is pointed at itself.
      const isValue = JSON.stringify(said) === JSON.stringify(value) || (value === null && isKey);
      if (keyRules.has(ruleId)) expect(isKey, message).toBe(true);
      // Where the text ends before its author's end.
      else if (ruleId === 'yaml/comment-in-text') expect(text.startsWith(' #', range.start.offset - 1)).toBe(true);
      else if (valueRules.has(ruleId)) expect(isValue, message).toBe(true);
      else expect(isKey || isValue, message).toBe(true);
    }
  });

  it('is pointed at by lines and columns that are those of the offsets', () => {
    // The mark itself is no column at all.
    const placed = diagnostics.filter(({ ruleId }) => ruleId !== 'json/byte-order-mark');
    const ranges = placed.flatMap(({ range, related, fix }) => [
      range,
      ...related.map((place) => place.range),
      ...(fix?.edits ?? []).map((edit) => edit.range),
    ]);
    for (const { start, end } of ranges.filter((range) => range !== null)) {
      expect([offsetOf(text, start), offsetOf(text, end)]).toEqual([start.offset, end.offset]);
      expect(start.offset).toBeLessThanOrEqual(end.offset);
      expect(end.offset).toBeLessThanOrEqual(text.length);
    }
  });

  it('is pointed at the same places where lines end otherwise', () => {
    const found = validate(name, text.replaceAll('\n', '\r\n')).diagnostics.map(({ ruleId, message, range }) => {
      return [ruleId, message, range?.start.line, range?.start.column, range?.end.line];
    });
    expect(found).toEqual(
      diagnostics.map(({ ruleId, message, range }) => {
        return [ruleId, message, range?.start.line, range?.start.column, range?.end.line];
      }),
    );
  });

  it('gets hints, and messages that can be shown', () => {
    for (const { hint, message, file, ruleId } of diagnostics) {
      expect(isRuleId(ruleId)).toBe(true);
      expect(hint).toBeTruthy();
      expect(file).toBe(name);
      for (const shown of [message, hint ?? '']) {
        expect(shown).toMatch(/^[\x20-\x7e…–‘’“”•\u0430-\u044f\u3040-\u30ff\u4e00-\u9fff]+$/);
      }
    }
  });

  it('is rid of a problem by its fix, and has no new one in its syntax', () => {
    const saying = ({ ruleId, message }: Pick<JsonDiagnostic, 'ruleId' | 'message'>): string => `${ruleId} ${message}`;
    const isSyntax = (problem: string): boolean => /^(?:yaml|json)\//.test(problem);
    const before = diagnostics.map(saying);
    for (const diagnostic of diagnostics.filter(({ fix }) => fix !== null)) {
      const mended = (diagnostic.fix?.edits ?? []).reduceRight(
        (now, { range, text: by }) => now.slice(0, range.start.offset) + by + now.slice(range.end.offset),
        text,
      );
      const after = validate(name, mended).diagnostics.map(saying);
      const count = (all: readonly string[]): number => all.filter((one) => one === saying(diagnostic)).length;
      expect(count(after), `${saying(diagnostic)}\n${mended}`).toBe(count(before) - 1);
      expect(after.filter((one) => isSyntax(one) && !before.includes(one))).toEqual([]);
    }
  });
});

describe('the golden files', () => {
  it('are three for each source, and there are none without one', () => {
    const all = readdirSync(folder).filter((name) => !names.includes(name));
    expect(all.sort()).toEqual(names.flatMap((name) => reportNames.map((ending) => goldenOf(name, ending))).sort());
    expect(names.filter((name) => !name.startsWith('valid')).length).toBeGreaterThanOrEqual(80);
  });

  it('hold fixes, safe and unsafe ones', () => {
    const all = names.map((name) => readGolden(goldenOf(name, 'report.json'))).join('');
    for (const safe of [true, false]) expect(all.split(`"safe":${safe}`).length).toBeGreaterThan(10);
  });

  it('cover every kind of finding in a source', () => {
    const found = new Set(
      names.flatMap((name) =>
        [...readGolden(goldenOf(name, 'report.json')).matchAll(/"ruleId":"([^"]+)"/g)].map(([, id]) => id),
      ),
    );
    const schema = 'registry-owned unknown-key missing-key type enum empty too-long format';
    const texts = 'bidi-control control-character instruction-like lone-surrogate zero-width confusable placeholder';
    for (const rule of schema.split(' ')) expect(found).toContain(`schema/${rule}`);
    for (const rule of texts.split(' ')) expect(found).toContain(`text/${rule}`);
    expect(found).toContain('capability/underivable-uri');
  });
});
