import { describe, expect, it } from 'vitest';
import { buildPassport } from '../../src/author/build.js';
import { findPayload } from '../../src/author/payload.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';
import { sourceValue } from '../source-value.js';

const { payload } = buildPassport(sourceValue());

describe('findPayload', () => {
  it.each([
    ['alone', payload, ''],
    ['from a build', { unfragile: payload }, '/unfragile'],
    ['in a document', { passport: { unfragile: payload, signature: 'x' }, _links: {} }, '/passport/unfragile'],
  ])('finds a payload %s, and says where it is wrong', (_what, value, path) => {
    expect(findPayload(JSON.stringify(value))).toEqual({ payload, diagnostics: [], cosignatures: 0 });
    const text = JSON.stringify(value, null, 2).replace('"status": "active"', '"status": "actve"');
    const [diagnostic, ...more] = findPayload(text, 'a.json')?.diagnostics ?? [];
    expect(more).toEqual([]);
    expect(diagnostic).toMatchObject({ ruleId: 'schema/enum', file: 'a.json', pointer: `${path}/artifact/status` });
    expect(text.slice(diagnostic?.range?.start.offset, diagnostic?.range?.end.offset)).toBe('"actve"');
  });

  it('counts the cosignatures beside it, whatever they are', () => {
    const document = { passport: { unfragile: payload }, _links: {}, _cosignatures: [1, {}] };
    expect(findPayload(JSON.stringify(document))?.cosignatures).toBe(2);
    expect(findPayload(JSON.stringify({ ...document, _cosignatures: 'x' }))?.cosignatures).toBe(0);
  });

  it.each([
    ['a source in YAML', 'artifact:\n  name: x\n'],
    ['a source in JSON', JSON.stringify(sourceValue())],
    ['a manifest in JSON', '{"unfragile_version": "1.0"}'],
    ['a flow mapping', '{artifact: {name: x}}'],
    ['a list', '[1]'],
    ['nothing', ''],
  ])('takes %s for none', (_what, text) => {
    expect(findPayload(text)).toBeUndefined();
  });

  it.each([
    ['null', '{"unfragile": null}'],
    ['a list', '{"passport": {"unfragile": []}}'],
    ['too little', '{"@version": "1.0"}'],
    ['a hidden character', JSON.stringify(payload).replace('Toaster', 'Toa\u200bster')],
  ])('takes %s for a payload with errors', (_what, text) => {
    expect(findPayload(text)?.diagnostics.length).toBeGreaterThan(0);
  });

  it.each([
    ['{"unfragile": 1, "unfragile": 2}', 'json/duplicate-member'],
    ['{"unfragile": -0}', 'json/negative-zero'],
    ['{"unfragile": {', 'json/syntax'],
  ])('refuses %s by %s', (text, ruleId) => {
    expect(() => findPayload(text)).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_JSON', diagnostics: [expect.objectContaining({ ruleId })] }),
    );
  });
});

describeWithCorpus('the published passport', () => {
  it('holds a payload without errors', () => {
    const text = readCorpus('corpus', 'seed', 'passport.json');
    const found = findPayload(text);
    expect(found?.diagnostics).toEqual([]);
    expect(found?.payload).toEqual(JSON.parse(text).passport.unfragile);
  });
});
