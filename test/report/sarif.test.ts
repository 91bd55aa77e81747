import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeAt } from '../../src/encoding/position.js';
import { fingerprintOf } from '../../src/report/fingerprint.js';
import type { Report } from '../../src/report/report.js';
import { sarif } from '../../src/report/sarif.js';
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

const require = createRequire(import.meta.url);
const folder = require.resolve('@microsoft/jest-sarif/package.json').replace('package.json', 'lib/schemas/');
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
// It is written in draft 4, whose names for the schema itself ajv no longer knows; the keywords in it are the same.
const { $schema: draft, id: _, ...schema } = JSON.parse(readFileSync(`${folder}sarif-2.1.0-rtm.5.json`, 'utf8'));
expect(draft).toBe('http://json-schema.org/draft-04/schema#');
const validate = ajv.compile(schema);

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function runOf(report: Report): any {
  const text = sarif(report, colourless);
  expect(text).toMatch(/^[^\n]+\n$/);
  const log = JSON.parse(text);
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(log).toMatchObject({ version: '2.1.0', runs: [{}] });
  return log.runs[0];
}

/** What a reader shows of a message (sections 3.11.5 and 3.11.6), which must have no link and no argument. */
function shown(text: string): string {
  expect(text).not.toMatch(/(?<!\\)(?:\\\\)*\]\(/);
  const unlinked = text.replace(/(\\+)\]\(/g, (_, slashes: string) => {
    expect(slashes.length % 2).toBe(1);
    return `${slashes.slice(0, (slashes.length - 1) / 2)}](`;
  });
  expect(unlinked.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
  return unlinked.replaceAll('{{', '{').replaceAll('}}', '}');
}

function fileOf(uri: string): string {
  return uri
    .replace(/^file:\/\//, '')
    .split('/')
    .map(decodeURIComponent)
    .join('/');
}

describe('sarif', () => {
  const broken = good.replace('type: mcp', 'type: mpc').replace('categories: [mcp-servers', 'categoriez: [mcp-servers');

  it('has a result for each diagnostic, with its rule and its place', () => {
    const run = runOf(reportOf({ 'a.yaml': broken, 'good.yaml': good }));
    expect(run.tool.driver).toMatchObject({ name: 'trust-passport', semanticVersion: '1.2.3' });
    const { rules } = run.tool.driver;
    expect(rules.map((rule: { id: string }) => rule.id)).toEqual(['schema/enum', 'schema/unknown-key']);
    expect(rules[0]).toMatchObject({
      shortDescription: { text: 'a value that is not one of those allowed' },
      defaultConfiguration: { enabled: true, level: 'error' },
    });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results).toHaveLength(2);
    for (const result of run.results) {
      expect(rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.level).toBe('error');
      const { region, artifactLocation } = result.locations[0].physicalLocation;
      expect(artifactLocation).toEqual({ uri: 'a.yaml' });
      const words = result.ruleId === 'schema/enum' ? 'mpc' : 'categoriez';
      expect(broken.slice(region.charOffset, region.charOffset + region.charLength)).toBe(words);
      const line = broken.split('\n')[region.startLine - 1] ?? '';
      expect(region.endLine).toBe(region.startLine);
      expect(line.slice(region.startColumn - 1, region.endColumn - 1)).toBe(words);
    }
    expect(run.results[0].locations[0].logicalLocations).toEqual([{ fullyQualifiedName: '/artifact/type' }]);
    expect(run.artifacts.map((one: { location: object }) => one.location)).toEqual([
      { uri: 'a.yaml' },
      { uri: 'good.yaml' },
    ]);
    expect(run.invocations).toEqual([{ executionSuccessful: true, exitCode: 1, toolExecutionNotifications: [] }]);
  });

  it('knows three levels, and rules that it does not know', () => {
    const text = 'a: 1\n';
    const run = runOf(
      reportWith('a.yaml', text, [
        at(text, 'a', { severity: 'warning' }),
        at(text, 'a', { severity: 'info' }),
        at(text, '1', { ruleId: 'capability/no-limitations' }),
        at(text, '1', { ruleId: 'made/up' }),
      ]),
    );
    expect(run.results.map((result: { level: string }) => result.level)).toEqual(['warning', 'note', 'error', 'error']);
    const rules = Object.fromEntries(run.tool.driver.rules.map((rule: { id: string }) => [rule.id, rule]));
    expect(rules['capability/no-limitations'].defaultConfiguration).toEqual({ enabled: false, level: 'warning' });
    expect(rules['made/up']).toEqual({ id: 'made/up', properties: { tags: ['made'] } });
  });

  it('says what kept the run from being done', () => {
    const failures = [
      { code: 'ERR_READ', message: 'no such file', hint: 'name another', file: 'x y.yaml' },
      { code: 'ERR_USAGE', message: 'no such flag' },
    ];
    const { invocations, results } = runOf({ version: '1.2.3', files: [], failures, exitStatus: 3 });
    expect(results).toEqual([]);
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        exitCode: 3,
        toolExecutionNotifications: [
          {
            descriptor: { id: 'ERR_READ' },
            level: 'error',
            message: { text: 'no such file; name another' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'x%20y.yaml' } } }],
          },
          { descriptor: { id: 'ERR_USAGE' }, level: 'error', message: { text: 'no such flag' } },
        ],
      },
    ]);
  });

  it('has other places and fixes', () => {
    const text = 'name: one\nname: two\n';
    const edits = [
      { range: rangeAt(text, 10, 14), text: '' },
      { range: rangeAt(text, 20, 20), text: 'x: {y}\n' },
    ];
    const run = runOf(
      reportWith('b.yaml', text, [
        at(text, 'two', {
          related: [
            { message: 'first', range: rangeAt(text, 0, 4) },
            { message: 'other', file: '/tmp/c d.yaml' },
          ],
          fix: { description: 'mend it', safe: true, edits },
        }),
      ]),
    );
    const [result] = run.results;
    expect(result.relatedLocations).toMatchObject([
      {
        id: 0,
        message: { text: 'first' },
        physicalLocation: { artifactLocation: { uri: 'b.yaml' }, region: { startLine: 1 } },
      },
      { id: 1, physicalLocation: { artifactLocation: { uri: 'file:///tmp/c%20d.yaml' } } },
    ]);
    const [change] = result.fixes[0].artifactChanges;
    let mended = text;
    for (const { deletedRegion, insertedContent } of change.replacements.toReversed()) {
      const { charOffset, charLength } = deletedRegion;
      mended = mended.slice(0, charOffset) + (insertedContent?.text ?? '') + mended.slice(charOffset + charLength);
    }
    expect(mended).toBe('name: one\n: two\nx: {y}\n');
  });

  it('counts no byte order mark', () => {
    const text = '\ufeffa: bad\nb: bad2\n';
    const run = runOf(reportWith('a.yaml', text, [at(text, 'bad'), at(text, 'bad2')]));
    const [first, second] = run.results.map(
      (result: { locations: { physicalLocation: { region: object } }[] }) =>
        result.locations[0]?.physicalLocation.region,
    );
    expect(first).toEqual({ startLine: 1, startColumn: 4, endLine: 1, endColumn: 7, charOffset: 3, charLength: 3 });
    expect(second).toEqual({ startLine: 2, startColumn: 4, endLine: 2, endColumn: 8, charOffset: 10, charLength: 4 });
  });

  it.each([...hostileNames, 'a b/c#d?e.yaml', './x.yaml', '../x.yaml', '/abs/x y.yaml'])(
    'names the file %j',
    (name) => {
      const { results } = runOf(reportOf({ [name]: broken }));
      const { uri } = results[0].locations[0].physicalLocation.artifactLocation;
      expect(fileOf(uri)).toBe(name.toWellFormed().replace(/^\.\//, ''));
      expect(uri).toMatch(/^[A-Za-z0-9%._~!'()*/-]+$|^file:\/\/\//);
      const base = new URL('https://example.com/root/folder/');
      const resolved = new URL(uri, base);
      expect([base.host, '']).toContain(resolved.host);
      expect(resolved.search + resolved.hash).toBe('');
    },
  );

  it('names a file of Windows', () => {
    const { results } = runOf(reportOf({ 'C:\\a b\\c.yaml': broken }));
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual({ uri: 'file:///C:/a%20b/c.yaml' });
  });

  it('gives every message back', () => {
    const text = 'a: 1\n';
    const report = reportWith(
      'a.yaml',
      text,
      hostileTexts.map((message) => at(text, 'a', { message })),
    );
    const { results } = runOf(report);
    expect(results.map((result: { message: { text: string } }) => shown(result.message.text))).toEqual(hostileTexts);
    fc.assert(
      fc.property(anyReport, (random) => {
        const run = runOf(random);
        const messages = run.results.map((result: { message: { text: string } }) => shown(result.message.text));
        expect(messages).toEqual(messagesOf(random));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the fingerprint of a problem', () => {
  const broken = good.replace('type: mcp', 'type: mpc').replaceAll('limitations:', 'limitationz:');

  const fingerprints = (text: string, file = 'a.yaml'): string[] =>
    runOf(reportOf({ [file]: text })).results.map(
      (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints['trustPassport/v1'],
    );

  it('is one for each problem, and the same in every run', () => {
    const found = fingerprints(broken);
    expect(found.length).toBeGreaterThan(3);
    expect(new Set(found).size).toBe(found.length);
    expect(fingerprints(broken)).toEqual(found);
    expect(found[0]).toMatch(/^[0-9a-f]{16}:1$/);
  });

  it('stays where lines are put in above, and with other ends of lines', () => {
    expect(fingerprints(`# one\n\n# two\n${broken}`)).toEqual(fingerprints(broken));
    expect(fingerprints(broken.replaceAll('\n', '\r\n'))).toEqual(fingerprints(broken));
    const [unix, windows] = ['a: |\n  b\n  c\n', 'a: |\r\n  b\r\n  c\r\n'].map((text) => {
      const { results } = runOf(reportWith('a.yaml', text, [at(text, text.slice(3))]));
      return results[0].partialFingerprints;
    });
    expect(windows).toEqual(unix);
    expect(fingerprints(`\ufeff${broken}`).filter((one) => fingerprints(broken).includes(one)).length).toBeGreaterThan(
      3,
    );
  });

  it('is another one for another text, field or file', () => {
    expect(fingerprints(broken.replace('mpc', 'mpx'))[0]).not.toBe(fingerprints(broken)[0]);
    expect(fingerprints(broken, 'b.yaml')).not.toContain(fingerprints(broken)[0]);
  });

  it('numbers those that are the same', () => {
    const text = 'a: 1\n';
    const { results } = runOf(reportWith('a.yaml', text, [at(text, 'a'), at(text, 'a'), at(text, '1')]));
    const values = results.map(
      (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['trustPassport/v1'],
    );
    expect(values[1]).toBe(values[0].replace(/:1$/, ':2'));
    expect(values[2]).toMatch(/:1$/);
    expect(values[2]).not.toBe(values[0]);
  });

  it('is FNV-1a', () => {
    // The vectors that its authors publish.
    expect(fingerprintOf('')).toBe('cbf29ce484222325');
    expect(fingerprintOf('a')).toBe('af63dc4c8601ec8c');
    expect(fingerprintOf('foobar')).toBe('85944171f73967e8');
  });
});
