import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../../src/encoding/base64.js';
import { canonicalize, canonicalText } from '../../src/encoding/jcs.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import type { KeyPair } from '../../src/keys/key-pair.js';
import { emitDocument } from '../../src/passport/document.js';
import type { PassportDocument } from '../../src/passport/types.generated.js';
import { clueCodes } from '../../src/verify/clue-codes.js';
import { type Clue, diagnosePassport } from '../../src/verify/diagnosis.js';
import type { VerifyPolicy } from '../../src/verify/policy.js';
import { verifyPassport } from '../../src/verify/verify.js';
import { hex, utf8 } from '../bytes.js';
import { issuerKey, libraryHoursDocument, NOW } from '../fixtures/library-hours.js';
import { otherKey, trustEntry, trustFile, trusting } from './statements.js';

const document = await libraryHoursDocument();
const payloadOnly = emitDocument(await libraryHoursDocument('payload'));
const text = emitDocument(document);
const { signature } = document.passport;
const raw = Buffer.from(signature, 'base64');

const key: VerifyPolicy = { key: issuerKey.publicKey, now: NOW };
const trusted: VerifyPolicy = { trust: trusting(trustFile()), now: NOW };
const two = trustFile([trustEntry({ issuer: 'b.example' }), trustEntry({}, otherKey)]);

/** Any JSON may be put anywhere. */
interface Loose {
  [name: string]: Loose;
}
function edited(edit: (document: Loose) => unknown): string {
  const copy = structuredClone(document) as unknown as Loose;
  edit(copy);
  return JSON.stringify(copy);
}
const put = (value: unknown): Loose => value as Loose;
const withSignature = (other: string): string =>
  edited(({ passport }) => Object.assign(passport as Loose, { signature: other }));
/** Signed over these bytes, whatever they should be. */
function signedOver(
  bytesOf: (document: PassportDocument) => Uint8Array,
  pair: KeyPair = issuerKey,
  from = text,
): string {
  const copy = JSON.parse(from) as PassportDocument;
  copy.passport.signature = encodeBase64(pair.sign(bytesOf(copy)));
  return JSON.stringify(copy);
}
const unsigned = ({ passport: { signature: _, ...rest } }: PassportDocument): JsonValue => rest as unknown as JsonValue;
const added = edited(({ passport }) => Object.assign(passport?.unfragile as Loose, { note: put('x') }));
const longName = 'n'.repeat(1 << 20);

type Case = readonly [
  what: string,
  input: string,
  policy: VerifyPolicy,
  verdict: string,
  clues: readonly (readonly [string, string?])[],
];

const cases: readonly Case[] = [
  ['as it was signed', text, key, 'OK', []],
  ['with spaces', JSON.stringify(document, null, 2), key, 'OK', [['RESERIALIZED']]],
  ['in another order', canonicalText(document as unknown as JsonValue), trusted, 'OK', [['RESERIALIZED']]],
  [
    'with another letter',
    text.replace('Lindenau Library', 'Lindenau Libary'),
    key,
    'SIGNATURE_MISMATCH',
    [['UNEXPLAINED']],
  ],
  [
    'by a stranger',
    signedOver((copy) => canonicalize(unsigned(copy)), otherKey),
    key,
    'SIGNATURE_MISMATCH',
    [['UNEXPLAINED']],
  ],
  [
    'of an issuer that is not there',
    text,
    { trust: trusting(trustFile([trustEntry({ issuer: 'x' }, otherKey)])), now: NOW },
    'UNKNOWN_KEY',
    [['UNEXPLAINED']],
  ],
  [
    'by a key of another issuer',
    text,
    { trust: trusting(two), now: NOW },
    'ISSUER_MISMATCH',
    [['OTHER_KEY', '/passport/signature']],
  ],
  ['of the payload alone', payloadOnly, key, 'COVERAGE_MISMATCH', [['OTHER_COVERAGE', '/passport/signature']]],
  [
    'of the whole envelope',
    text,
    { ...key, coverage: 'payload' },
    'COVERAGE_MISMATCH',
    [['OTHER_COVERAGE', '/passport/signature']],
  ],
  [
    'of the payload as it is written',
    signedOver(({ passport }) => utf8(JSON.stringify(passport.unfragile))),
    key,
    'SIGNATURE_MISMATCH',
    [['OTHER_SERIALIZATION', '/passport/signature']],
  ],
  [
    'of the envelope as it is written',
    signedOver((copy) => utf8(JSON.stringify(unsigned(copy)))),
    trusted,
    'SIGNATURE_MISMATCH',
    [['OTHER_SERIALIZATION', '/passport/signature']],
  ],
  [
    'with a member added to the payload',
    added,
    key,
    'MALFORMED_DOCUMENT',
    [['MEMBER_ADDED', '/passport/unfragile/note']],
  ],
  [
    'with members added around it',
    edited((copy) => Object.assign(copy, { x: put(1), passport: { ...copy.passport, y: put({}) } })),
    trusted,
    'MALFORMED_DOCUMENT',
    [
      ['MEMBER_ADDED', '/x'],
      ['MEMBER_ADDED', '/passport/y'],
    ],
  ],
  [
    'with a member more that was signed',
    signedOver((copy) => canonicalize(unsigned(copy)), issuerKey, added),
    key,
    'MALFORMED_DOCUMENT',
    [['MEMBER_SIGNED', '/passport/unfragile/note']],
  ],
  [
    'with a member added and another changed',
    added.replace('Lindenau Library', 'Lindenau Libary'),
    key,
    'MALFORMED_DOCUMENT',
    [],
  ],
  ['with a member added by a stranger', added, { ...key, key: otherKey.publicKey }, 'MALFORMED_DOCUMENT', []],
  [
    'with 10,000 members added',
    edited((copy) => {
      for (let index = 0; index < 10_000; index++) (copy.passport as Loose)[`m${index}`] = put(1);
    }),
    key,
    'MALFORMED_DOCUMENT',
    Array.from({ length: 10 }, (_, index) => ['MEMBER_ADDED', `/passport/m${index}`] as const),
  ],
  [
    'with a member of a long name',
    edited(({ passport }) => Object.assign(passport as Loose, { [longName]: put(1) })),
    key,
    'MALFORMED_DOCUMENT',
    [['MEMBER_ADDED', '/passport']],
  ],
  [
    'with a truncated signature',
    withSignature(signature.slice(0, 40)),
    key,
    'MALFORMED_DOCUMENT',
    [['SIGNATURE_TRUNCATED', '/passport/signature']],
  ],
  [
    'with a signature of 63 bytes',
    withSignature(raw.subarray(1).toString('base64')),
    key,
    'MALFORMED_DOCUMENT',
    [['SIGNATURE_TRUNCATED', '/passport/signature']],
  ],
  [
    'with an empty signature',
    withSignature(''),
    key,
    'MALFORMED_DOCUMENT',
    [['SIGNATURE_TRUNCATED', '/passport/signature']],
  ],
  [
    'with a signature of 65 bytes',
    withSignature(Buffer.concat([raw, raw.subarray(0, 1)]).toString('base64')),
    key,
    'MALFORMED_DOCUMENT',
    [['SIGNATURE_TOO_LONG', '/passport/signature']],
  ],
  [
    'with a signature in hex',
    withSignature(hex(raw)),
    key,
    'MALFORMED_DOCUMENT',
    [['SIGNATURE_SPELLING', '/passport/signature']],
  ],
  [
    'with a signature in base64url',
    withSignature(raw.toString('base64url')),
    key,
    'MALFORMED_DOCUMENT',
    [['SIGNATURE_SPELLING', '/passport/signature']],
  ],
  [
    'with a signature in lines',
    withSignature(`${signature.slice(0, 64)}\n${signature.slice(64)}`),
    key,
    'MALFORMED_DOCUMENT',
    [['SIGNATURE_SPELLING', '/passport/signature']],
  ],
  [
    'with a signature that has another last letter',
    withSignature(`${signature.slice(0, 85)}${{ A: 'B', Q: 'R', g: 'h', w: 'x' }[signature[85] as 'A']}==`),
    key,
    'MALFORMED_SIGNATURE',
    [['SIGNATURE_SPELLING', '/passport/signature']],
  ],
  ['with a signature that is none', withSignature('\u001b[2J not a signature'), key, 'MALFORMED_DOCUMENT', []],
  [
    'with a signature that is a number',
    edited(({ passport }) => Object.assign(passport as Loose, { signature: put(1) })),
    key,
    'MALFORMED_DOCUMENT',
    [],
  ],
  [
    'with another score',
    edited(({ passport }) => Object.assign(passport?.unfragile?.trust as Loose, { score: put(12) })),
    key,
    'SIGNATURE_MISMATCH',
    [['DERIVED_VALUE', '/passport/unfragile/trust/score']],
  ],
  [
    'with other links',
    edited((copy) => Object.assign(copy._links as Loose, { docs: put('https://example.com') })).replace(
      'Lindenau Library',
      'Lindenau Libary',
    ),
    key,
    'SIGNATURE_MISMATCH',
    [['LINKS_CHANGED', '/_links/docs']],
  ],
  ['that is no document', '{"passport":[],"x":1}', key, 'MALFORMED_DOCUMENT', []],
  ['without a payload', `{"passport":{"signature":"${signature}","x":1}}`, key, 'MALFORMED_DOCUMENT', []],
  ['cut off', text.slice(0, -1), key, 'MALFORMED_JSON', []],
  ['too deep', '['.repeat(100_000), key, 'MALFORMED_JSON', []],
  ['without a key', text, { now: NOW }, 'NO_KEY', []],
  ['that is too old', text, { ...key, maxAge: 1 }, 'TOO_OLD', []],
];

describe('the clues to a document', () => {
  test.each(cases)('%s', (_, input, policy, code, clues) => {
    const verdict = verifyPassport(input, policy);
    const before = structuredClone(verdict);
    expect(verdict.code).toBe(code);
    const found: readonly Clue[] = diagnosePassport(input, verdict, policy);
    expect(found.map(({ code, pointer }) => (pointer === undefined ? [code] : [code, pointer]))).toEqual(clues);
    expect(diagnosePassport(utf8(input), verdict, policy)).toEqual(found);
    expect(JSON.stringify(found).length).toBeLessThan(5000);
    // Nothing about the verdict has changed by that, nor would it be another now.
    expect(verdict).toEqual(before);
    expect(verifyPassport(input, policy)).toEqual(before);
  });

  test('are of every code', () => {
    const all = new Set(cases.flatMap(([, , , , clues]) => clues.map(([code]) => code)));
    expect([...all].sort()).toEqual(Object.keys(clueCodes).sort());
  });

  test('are for no verdict to rest on: nothing that makes one knows of them', () => {
    const of = (name: string): string => readFileSync(new URL(`../../src/verify/${name}.ts`, import.meta.url), 'utf8');
    const seen = new Set<string>();
    const follow = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      for (const [, next = ''] of of(name).matchAll(/from '\.\/([a-z-]+)\.js'/g)) follow(next);
    };
    follow('verify');
    expect(seen.size).toBeGreaterThan(8);
    for (const name of ['diagnosis', 'clue-codes', 'changes']) expect([...seen]).not.toContain(name);
  });
});
