import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTexts, textRules, textsPass } from '../../src/validate/text.js';
import { type PossibleRule, rulesAmong, TextScreen } from '../../src/validate/text-screen.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';
import { payloadLine } from '../payload-lines.js';
import { attacks, honest, limitations } from './rules/instruction-texts.js';

const screen = new TextScreen(textRules);
/** The reference: every rule is asked. */
const rulesOf = (text: string): string[] =>
  textRules.filter((rule) => rule.find(text) !== undefined).map(({ id }) => id);
const idsOf = (rules: readonly PossibleRule[]): string[] => rules.map(({ rule }) => rule.id);
const possible = (text: string): string[] => idsOf(screen.rulesFor(text));
const pass = (value: unknown): boolean => screen.passes(Buffer.from(JSON.stringify(value)));

// Put together here, so that no scanner takes this file for one that holds secrets.
const secrets = [
  ['-----BEGIN ', 'EC PRIVATE KEY-----abcdefgh'],
  ['gh', 'p_', 'aB3dE5gH7jK9mN1pQ4sT6vW8yZ2aB3dE5gH7jK9'],
  ['api_', 'key: aB3dE5gH7jK9mN1pQ4'],
  ['Pass', 'word=q7Rt2xLm9Z'],
  ['postgres://app:', 'q7Rt2xLm9Z', '@db.internal/x'],
].map((parts) => parts.join(''));
const unsafe = ['a\u202eb', 'a\u200bb', 'a\u0007b', '\u00ad', 'a\u2066b', '\u{e0041}'];

describe('the screen', () => {
  test('lets no text by that a rule finds something in', () => {
    const found = [...attacks, ...secrets, ...unsafe].filter((text) => rulesOf(text).length > 0);
    expect(found.length).toBeGreaterThan(100);
    for (const text of found) {
      for (const spelt of [text, `A fine toaster \u2014 ${text}`, text.replaceAll(' ', '  ')]) {
        const rules = rulesOf(spelt);
        expect(possible(spelt), spelt).toEqual(expect.arrayContaining(rules));
        if (rules.length === 0) continue;
        expect(pass({ a: spelt }), spelt).toBe(false);
        expect(pass({ 'x "y"': ['\\', spelt], b: 1 }), spelt).toBe(false);
        expect(pass({ [spelt]: 1 }), spelt).toBe(false);
      }
    }
  });

  test('nor any other text, made of what rules look for', () => {
    const words = [...attacks, ...honest, ...limitations].flatMap((text) => text.split(/\s+/));
    const stems = textRules.flatMap(({ needs }) => needs.flat(2));
    const piece = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...attacks, ...secrets) },
      { weight: 8, arbitrary: fc.constantFrom(...words) },
      { weight: 6, arbitrary: fc.constantFrom(...stems) },
      { weight: 1, arbitrary: fc.constantFrom(...unsafe) },
      {
        weight: 4,
        arbitrary: fc.constantFrom('"', '\\', '\u2014', '\u201c', '\u2026', '\u00e9', '\n', '*', '  ', '7'),
      },
    );
    const joined = fc
      .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '. ')), { minLength: 1, maxLength: 6 })
      .map((pieces) => pieces.flat().join(''));
    const seen = { found: 0, passed: 0 };
    fc.assert(
      fc.property(fc.array(joined, { minLength: 1, maxLength: 3 }), (texts) => {
        const passed = pass({ texts });
        const among = rulesAmong(textRules, texts);
        for (const text of texts) {
          const rules = rulesOf(text);
          expect(idsOf(among(text))).toEqual(possible(text));
          // What a rule is told of its needs makes no difference.
          for (const { rule, isMet } of screen.rulesFor(text))
            expect(rule.find(text, undefined, isMet)).toEqual(rule.find(text));
          expect(possible(text)).toEqual(expect.arrayContaining(rules));
          if (rules.length > 0) expect(passed).toBe(false);
          if (rules.length > 0) seen.found++;
        }
        if (passed) seen.passed++;
      }),
      { numRuns: 4000 },
    );
    expect(seen.found).toBeGreaterThan(500);
    expect(seen.passed).toBeGreaterThan(200);
  });

  test('lets most honest texts by', () => {
    expect(pass(JSON.parse(payloadLine('a', 'Desk \u2014 \u201clibrary\u201d')))).toBe(true);
    expect(
      textsPass(Buffer.from('{"a":"one \\"two\\" \\\\ three\u2026","b":[1,null,"https://example.org/?a=1,2"]}')),
    ).toBe(true);
    expect(honest.filter((text) => pass(text)).length).toBeGreaterThan(honest.length / 4);
  });

  test('is not sure of what is no whole text', () => {
    for (const json of ['"', '"a', '{"a', '"a\\', '"a\\"', '"\u2014'].map((text) => Buffer.from(text)))
      expect(screen.passes(json)).toBe(false);
    expect(screen.passes(Buffer.from([0x22, 0xe2, 0x22]))).toBe(false);
    expect(screen.passes(Buffer.from([0x22, 0xe2, 0x80]))).toBe(false);
    expect(screen.passes(Buffer.from(''))).toBe(true);
  });
});

describe('checkTexts', () => {
  test('says of each text and name what its rules say, in the order of the value', () => {
    const value = { 'a\u200b': ['fine', { b: 'c\u202e', 'd/e': [['x\u0007']] }], b: 'c\u202e' };
    expect(checkTexts(value).map(({ pointer, part, ruleId }) => [pointer, part, ruleId])).toEqual([
      ['/a\u200b', 'key', 'text/zero-width'],
      ['/a\u200b/1/b', 'value', 'text/bidi-control'],
      ['/a\u200b/1/d~1e/0/0', 'value', 'text/control-character'],
      ['/b', 'value', 'text/bidi-control'],
    ]);
    // A name is looked at wherever it stands.
    expect(checkTexts([{ 'a\u200b': 1 }, { 'a\u200b': 2 }])).toHaveLength(2);
  });
});

describeWithCorpus('the published passport', () => {
  test('passes', () => {
    expect(pass(JSON.parse(readCorpus('corpus', 'seed', 'passport.json')))).toBe(true);
  });
});
