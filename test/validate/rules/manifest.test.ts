import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateSource } from '../../../src/author/validate.js';
import type { RuleId } from '../../../src/validate/catalogue.js';
import { findings, manifestFindings } from './findings.js';

const three = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];

describe('manifest/no-failure-modes', () => {
  const id = 'manifest/no-failure-modes';

  it('finds none, and an empty list', () => {
    expect(manifestFindings(id, {})).toMatchObject([{ pointer: '', part: 'key' }]);
    expect(manifestFindings(id, { failure_modes: [] })).toMatchObject([{ pointer: '/failure_modes', part: 'key' }]);
    expect(manifestFindings(id, [])).toHaveLength(1);
  });

  // What is misspelt or of the wrong form has had its message.
  it.each([
    { failure_modes: [{ mode: 'is slow' }] },
    { failure_modes: [{ mood: 'is slow' }] },
    { failure_modes: 'is slow' },
    { failure_modes: null },
    { failure_mode: [{ mode: 'is slow' }] },
    { failureModes: [{ mode: 'is slow' }] },
  ])('says nothing of %j', (manifest) => {
    expect(manifestFindings(id, manifest)).toEqual([]);
  });
});

describe('manifest/few-capabilities', () => {
  const id = 'manifest/few-capabilities';

  it('counts them', () => {
    expect(manifestFindings(id, { capabilities: three.slice(0, 1) })).toMatchObject([
      { pointer: '/capabilities', part: 'key', message: expect.stringContaining('has one capability') },
    ]);
    expect(manifestFindings(id, { capabilities: three.slice(0, 2) })).toMatchObject([
      { message: expect.stringContaining('has two capabilities') },
    ]);
  });

  it.each([
    { capabilities: three },
    { capabilities: [...three, null] },
    { capabilities: [] },
    { capabilities: 'two' },
    {},
    null,
  ])('says nothing of %j', (manifest) => {
    expect(manifestFindings(id, manifest)).toEqual([]);
  });
});

describe('manifest/no-execution', () => {
  const id = 'manifest/no-execution';

  it('finds a manifest without the block', () => {
    expect(manifestFindings(id, { capabilities: three })).toMatchObject([{ pointer: '', part: 'key' }]);
  });

  it('finds a block that names no protocol', () => {
    for (const execution of [{}, { auth_method: 'none' }])
      expect(manifestFindings(id, { execution })).toMatchObject([
        { pointer: '/execution', message: expect.stringContaining('names no protocol') },
      ]);
  });

  // What is misspelt or of the wrong form has had its message.
  it.each([
    { execution: { protocol: 'stdio' } },
    { execution: { protocol: 7 } },
    { execution: { protcol: 'stdio' } },
    { execution: null },
    { execution: 'stdio' },
  ])('says nothing of %j', (manifest) => {
    expect(manifestFindings(id, manifest)).toEqual([]);
  });
});

it.each<RuleId>(['manifest/no-failure-modes', 'manifest/few-capabilities', 'manifest/no-execution'])(
  '%s is not asked of a source',
  (id) => {
    expect(findings(id, { capabilities: three.slice(0, 1) })).toEqual([]);
  },
);

describe('what the registry objects to in a manifest', () => {
  const found = (text: string) =>
    validateSource(text, { levels: { 'url/placeholder-host': 'off' } }).diagnostics.map(
      ({ ruleId, severity, range }) => `${range?.start.line} ${severity} ${ruleId}`,
    );

  it('is found all at once, in one that does not fit the schema', () => {
    const text = [
      'unfragile_version: "1.0"',
      'artifact:',
      '  name: Recipe Box',
      '  type: mpc',
      '  homepage: https://recipes.example/',
      'capabilities:',
      '  - name: Find a recipe',
      '    description: Finds recipes.',
      '  - description: Scales recipes.',
      'pricing:',
      '  model: gratis',
      'execution:',
      '  protocol: telnet',
    ].join('\n');
    expect(found(text)).toEqual([
      '1 warning manifest/no-failure-modes',
      '1 info manifest/not-carried-over',
      '2 error manifest/missing-category',
      '2 error schema/missing-key',
      '4 error schema/enum',
      '6 warning manifest/few-capabilities',
      '7 error manifest/missing-category',
      '8 error schema/too-short',
      '9 error manifest/missing-category',
      '9 error schema/missing-key',
      '9 error schema/too-short',
      '11 error schema/enum',
      '13 error schema/enum',
    ]);
  });

  it('is found in one that has nothing', () => {
    const rules = found('unfragile_version: "1.0"').map((line) => line.replace(/^.* /, ''));
    expect(rules.sort()).toEqual([
      'manifest/no-execution',
      'manifest/no-failure-modes',
      'schema/missing-key',
      'schema/missing-key',
    ]);
  });

  it('is not found in one that has everything', () => {
    const text = readFileSync(new URL('../../fixtures/unfragile.yml', import.meta.url), 'utf8');
    const rules = found(text).map((line) => line.replace(/^.* /, ''));
    expect([...new Set(rules)].sort()).toEqual(['manifest/missing-category', 'manifest/not-carried-over']);
  });
});
