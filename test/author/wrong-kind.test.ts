import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildPassport } from '../../src/author/build.js';
import { parseSource } from '../../src/author/source.js';
import { validateSource } from '../../src/author/validate.js';
import { wrongKind } from '../../src/author/wrong-kind.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { capability, sourceValue } from '../source-value.js';

const found = (value: unknown): readonly (string | undefined)[] => {
  const finding = wrongKind(value as JsonValue);
  return [finding?.message.replace(/^this looks like (.*), not like a source$/, '$1'), finding?.pointer];
};

describe('wrongKind', () => {
  const { payload } = buildPassport(sourceValue());

  it.each([
    [{ passport: { unfragile: payload }, _links: {} }, 'a signed passport', '/passport'],
    [payload, 'the payload of a passport', '/@version'],
    [{ unfragile: payload }, 'the payload of a passport', '/unfragile'],
    [unfragileAi, 'a registry profile', '/base_url'],
    [{ rank: { quality: 1 } }, 'observations', '/rank'],
    [{ capabilities: { a: { categories: ['x'] } } }, 'an overlay', '/capabilities'],
    [{ artifact: { tags: ['a'] } }, 'an overlay', '/artifact'],
    [{ rules: {} }, 'the settings of this toolkit', '/rules'],
    [{ kty: 'OKP', crv: 'Ed25519', x: 'a', d: 'b' }, 'a key', '/kty'],
    [{ tools: [{ name: 'a' }] }, 'the answer of an MCP server to tools/list', '/tools'],
    [{ tools: [] }, 'the answer of an MCP server to tools/list', '/tools'],
    [{ name: 'a', version: '1.0.0', dependencies: {} }, 'a package.json', '/dependencies'],
    [{ type: 'object', properties: {} }, 'a JSON Schema', '/properties'],
    [{ version: '2.1.0', runs: [] }, 'a report of findings (SARIF)', '/runs'],
  ])('knows %j', (value, what, pointer) => {
    expect(found(value)).toEqual([what, pointer]);
  });

  it('takes for a source whatever may be meant as one', () => {
    const { artifact, capabilities } = sourceValue();
    const meant: unknown[] = [
      { artifact, capabilities },
      { artifact, capabilities: capabilities[0] },
      { artifact, capabilities: { toast: capability() } },
      { artifact },
      { capabilities },
      { artifact: { ...artifact, tools: [] }, capabilities },
      { artifact, capabilities, '@version': '1.0', trust: { score: 99 }, verified: true, rank: {}, passport: {} },
      { artifact, capabilities, tools: 'x', version: '1.0', name: 'a' },
      { artifact: {} },
      { capabilities: {} },
      { artifact: {}, capabilities: {} },
      artifact,
      {},
      [],
      null,
      'artifact',
    ];
    for (const value of meant) expect(found(value), JSON.stringify(value)).toEqual([undefined, undefined]);
  });

  it('is all that is said of such a file, by the rules too', () => {
    const text = JSON.stringify(payload);
    for (const { source, diagnostics } of [
      parseSource(text),
      validateSource(text),
      validateSource(text, { profile: 'strict' }),
    ]) {
      expect(source).toBeUndefined();
      expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['source/wrong-kind']);
    }
  });

  it('does not touch manifests and templates', () => {
    const manifest = readFileSync(new URL('../fixtures/unfragile.yml', import.meta.url), 'utf8');
    expect(parseSource(manifest).diagnostics.map(({ ruleId }) => ruleId)).not.toContain('source/wrong-kind');
    expect(parseSource('unfragile_version: "1.0"\npassport: {unfragile: {}}\n').kind).toBe('manifest');
  });
});
