import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { rangeAt } from '../../src/encoding/position.js';
import { json } from '../../src/report/json.js';
import { readSchema } from '../schemas.js';
import { at, colourless, good, reportOf, reportWith } from './reports.js';

const schema = readSchema('report');
const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

function parse(text: string): Record<string, unknown> & { diagnostics: Record<string, unknown>[] } {
  const value = JSON.parse(text);
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  return value;
}

describe('json', () => {
  it('has everything of a diagnostic', () => {
    const text = 'name: one\nname: two\n';
    const range = rangeAt(text, 10, 14);
    const first = rangeAt(text, 0, 4);
    const report = reportWith('b.yaml', text, [
      at(text, 'two', {
        pointer: '/name',
        hint: 'do this',
        suggestions: ['one', 'three'],
        fix: { description: 'remove it', safe: false, edits: [{ range, text: '' }] },
        related: [
          { message: 'first', range: first, pointer: '/name' },
          { message: 'other', file: 'c.yaml' },
        ],
      }),
    ]);
    expect(parse(json(report, colourless))).toEqual({
      version: 1,
      tool: { name: 'trust-passport', version: '1.2.3' },
      ok: false,
      exit_status: 1,
      counts: { error: 1, warning: 0, info: 0 },
      files: ['b.yaml'],
      diagnostics: [
        {
          ruleId: 'schema/enum',
          severity: 'error',
          message: 'it is wrong',
          file: 'b.yaml',
          range: { start: { line: 2, column: 7, offset: 16 }, end: { line: 2, column: 10, offset: 19 } },
          pointer: '/name',
          hint: 'do this',
          suggestions: ['one', 'three'],
          fix: { description: 'remove it', safe: false, edits: [{ range, text: '' }] },
          docs: 'docs/rules/schema/enum.md',
          related: [
            { message: 'first', file: 'b.yaml', range: first, pointer: '/name' },
            { message: 'other', file: 'c.yaml', range: null, pointer: null },
          ],
        },
      ],
      failures: [],
    });
  });

  it('is one document on one line, whatever happened', () => {
    const failures = [
      { code: 'ERR_READ', message: 'no such file', hint: 'name another', file: 'x.yaml' },
      { code: 'ERR_USAGE', message: 'no such flag' },
    ];
    const failed = { version: '1.2.3', files: [], failures, exitStatus: 3 };
    expect(parse(json(failed, colourless))).toMatchObject({
      ok: false,
      exit_status: 3,
      diagnostics: [],
      failures: [
        { code: 'ERR_READ', message: 'no such file', hint: 'name another', file: 'x.yaml' },
        { code: 'ERR_USAGE', message: 'no such flag', hint: null, file: null },
      ],
    });
    const clean = { ...reportOf({ 'good.yaml': good }), exitStatus: 0 };
    expect(parse(json(clean, colourless))).toMatchObject({
      ok: true,
      exit_status: 0,
      files: ['good.yaml'],
      diagnostics: [],
    });
    for (const report of [failed, clean]) expect(json(report, colourless)).toMatch(/^[^\n]+\n$/);
  });

  it('repeats no secret', () => {
    const token = `ghp_${'aB3'.repeat(12)}`;
    const report = reportOf({ 'a.yaml': good.replace('tags:', `${token}: x\n  "${token}${token}": [1]\n  tags:`) });
    const text = `${token}: 1\n`;
    const edits = [{ range: rangeAt(text, 0, 4), text: `"${token}"` }];
    const made = at(text, '1', {
      pointer: `/${token}`,
      suggestions: ['a', token],
      fix: { description: 'quote it', safe: true, edits },
      related: [{ message: 'first', pointer: `/${token}` }],
    });
    expect(report.files[0]?.diagnostics.length).toBeGreaterThan(0);
    for (const one of [report, reportWith('a.yaml', text, [made])]) {
      const shown = json(one, colourless);
      expect(shown).not.toContain(token);
      parse(shown);
    }
    const [diagnostic] = parse(json(reportWith('a.yaml', text, [made]), colourless)).diagnostics;
    expect(diagnostic).toMatchObject({ pointer: null, suggestions: ['a'], fix: null, related: [{ pointer: null }] });
  });
});

describe('the schema of a report', () => {
  it('describes every property, and allows no other', () => {
    const look = (at: unknown, path: string): void => {
      if (typeof at !== 'object' || at === null) return;
      const { type, properties, additionalProperties, required } = at as Record<string, object>;
      if (properties) {
        expect(type, path).toBe('object');
        expect(additionalProperties, path).toBe(false);
        expect(required, path).toEqual(Object.keys(properties));
        for (const [name, property] of Object.entries(properties)) {
          expect((property as { description?: string }).description, `${path}/${name}`).toMatch(/\S/);
        }
      }
      for (const [name, member] of Object.entries(at)) look(member, `${path}/${name}`);
    };
    look(schema, '');
    expect(schema).toMatchObject({ $id: 'urn:trust-passport:schema:report:1', title: 'Report' });
  });

  it('refuses what is not a report', () => {
    const report = JSON.parse(json(reportOf({ 'a.yaml': good.replace('type: mcp', 'type: x') }), colourless));
    expect(validate(report)).toBe(true);
    for (const wrong of [
      { ...report, version: 2 },
      { ...report, more: 1 },
      { ...report, diagnostics: [{ ...report.diagnostics[0], severity: 'fatal' }] },
      { ...report, diagnostics: [{ ...report.diagnostics[0], range: { start: 1, end: 2 } }] },
      { ...report, failures: [{ code: 'x' }] },
    ]) {
      expect(validate(wrong)).toBe(false);
    }
  });
});
