import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { digestText } from '../../src/encoding/digest.js';
import { canonicalize } from '../../src/encoding/jcs.js';
import { encodeBase64, encodeBase64Url } from '../../src/encoding/base64.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { decodeSecretKey } from '../../src/keys/pkcs8.js';
import { type KeyPair } from '../../src/keys/key-pair.js';
import { emitDocument } from '../../src/passport/document.js';
import { type Coverage, signingInput } from '../../src/passport/signing-input.js';
import type { PassportDocument } from '../../src/passport/types.generated.js';
import type { VerifyPolicy } from '../../src/verify/policy.js';
import { statementInput } from '../../src/passport/statement.js';
import { keyId } from '../../src/keys/key-id.js';
import { SeenState } from '../../src/verify/seen-state.js';
import { verdictCodes, type FailureCode } from '../../src/verify/verdict-codes.js';
import { verifyPassport } from '../../src/verify/verify.js';
import { unhex, utf8 } from '../bytes.js';
import { issuerKey, libraryHoursDocument, NOW, SIGNED_AT } from '../fixtures/library-hours.js';
import {
  auditorEntry,
  cosignature,
  cosigned,
  listed,
  otherKey,
  registryEntry,
  registryKey,
  revocationList,
  rooted,
  rootKey,
  trustEntry,
  trustFile,
  trusting,
  type TrustEntry,
} from './statements.js';

// Documents, keys, trust files, lists and states that want to be believed, each with the code that it gets.

const document = await libraryHoursDocument();
const payloadOnly = await libraryHoursDocument('payload');
const text = emitDocument(document);
const { signature } = document.passport;
const { slug } = document.passport.unfragile.artifact;
const digest = digestText(canonicalize(document.passport.unfragile as unknown as JsonValue));
const exampleKey = decodeSecretKey(
  readFileSync(fileURLToPath(new URL('../../keys.example/example.key', import.meta.url)), 'utf8'),
);

type Edit = (document: PassportDocument) => unknown;

/** Signed as it then is: what is wrong is never the signature. */
function signed(edit: Edit = () => undefined, pair: KeyPair = issuerKey, coverage: Coverage = 'envelope'): string {
  const copy = structuredClone(document);
  edit(copy);
  copy.passport.signature = encodeBase64(pair.sign(signingInput(copy.passport, coverage)));
  return JSON.stringify(copy);
}

const at = (signedAt: string): string => signed((copy) => Object.assign(copy.passport, { signedAt }));
const trust = trusting(trustFile());
const key: VerifyPolicy = { key: issuerKey.publicKey, now: NOW };
const trusted: VerifyPolicy = { trust, now: NOW };
const trustOf = (...part: Parameters<typeof trustEntry>): VerifyPolicy => ({
  trust: trusting(trustFile([trustEntry(...part)])),
  now: NOW,
});
const withList = (...lists: string[]): VerifyPolicy => ({ ...trusted, revocations: lists });
const withThief = (part: Partial<TrustEntry>): VerifyPolicy => ({
  now: NOW,
  trust: trusting(trustFile([trustEntry(), trustEntry(part, otherKey)])),
  revocations: [listed()],
  seen: seenOfThief(),
});
const seenOf = (signed_at: string, of = digest, issuer = 'unfragile.ai', key?: string): SeenState => {
  const seen = new SeenState();
  seen.rememberPassport({ ...(key !== undefined && { key }), issuer, slug, signed_at, digest: of });
  return seen;
};
const underRoot: VerifyPolicy = { trust: trusting(rooted(trustFile()), { root: rootKey.publicKey }), now: NOW };
const seenTrust = (issuedAt: string, root = rootKey): SeenState => {
  const seen = new SeenState();
  seen.rememberTrustFile(keyId(root.publicKey), issuedAt);
  return new SeenState(seen.toText());
};
const stateText = new SeenState().toText();
const brokenTrust = (change: object): VerifyPolicy => ({ trust: trusting({ ...trustFile(), ...change }), now: NOW });
const brokenEntry = (change: object): VerifyPolicy => brokenTrust({ keys: [{ ...trustEntry(), ...change }] });
const { cosignatures: _, ...withoutCosignatures } = trustFile().requires;
const neutral = `01${'00'.repeat(31)}`;

const good = cosignature(document);
const unsigned = { ...document, passport: { ...document.passport, signature: encodeBase64(new Uint8Array(64)) } };
const asking = (cosignatures: Record<string, number>): VerifyPolicy => ({
  trust: trusting(
    trustFile([trustEntry(), registryEntry(), auditorEntry()], {
      requires: { revocations: false, state: false, max_age: null, cosignatures },
    }),
  ),
  now: NOW,
});

type Case = readonly [code: FailureCode, name: string, input: string, policy: VerifyPolicy];

const cases: readonly Case[] = [
  // --- documents
  ['MALFORMED_JSON', 'a part of a document', text.slice(0, -1), trusted],
  ['MALFORMED_JSON', 'a member twice', text.replace('"version":1', '"version":1,"version":1'), trusted],
  [
    'MALFORMED_JSON',
    'a member twice, by escape',
    text.replace('"version":1', '"version":1,"\\u0076ersion":1'),
    trusted,
  ],
  [
    'MALFORMED_JSON',
    'a number that would change',
    text.replace('"version":1', '"version":1.00000000000000000001'),
    trusted,
  ],
  ['UNSUPPORTED_VERSION', 'version 2', signed((copy) => Object.assign(copy.passport, { version: 2 })), trusted],
  [
    'MALFORMED_DOCUMENT',
    'a member that is not covered',
    text.replace('{"passport"', '{"verdict":"VALID","passport"'),
    trusted,
  ],
  ['MALFORMED_DOCUMENT', 'a key of its own', signed((copy) => Object.assign(copy.passport, { key: 'x' })), trusted],
  [
    'MALFORMED_DOCUMENT',
    'a coverage of its own',
    signed((copy) => Object.assign(copy.passport, { coverage: 'payload' })),
    trusted,
  ],
  ['MALFORMED_DOCUMENT', 'a revocation list', listed(), trusted],
  ['MALFORMED_DOCUMENT', 'a trust file', JSON.stringify(rooted(trustFile())), trusted],
  ['MALFORMED_TIME', '31 February', at('2026-02-31T00:00:00.000Z'), trusted],
  ['MALFORMED_TIME', 'a leap second', at('2026-06-30T23:59:60.000Z'), trusted],
  [
    'MALFORMED_SIGNATURE',
    'another spelling of the same bytes',
    text.replace(signature, `${signature.slice(0, 85)}B==`),
    trusted,
  ],
  ['SIGNATURE_MISMATCH', 'one letter changed', text.replace('Lindenau Library', 'Lindenau Libary'), trusted],
  ['SIGNATURE_MISMATCH', 'one letter changed, key alone', text.replace('Lindenau Library', 'Lindenau Libary'), key],
  ['SIGNATURE_MISMATCH', 'an earlier time, unsigned', text.replace(SIGNED_AT, '2026-03-13T09:26:53.589Z'), trusted],
  ['SIGNATURE_MISMATCH', "a stranger's, in the name of the issuer", signed(undefined, otherKey), trusted],
  ['SIGNATURE_MISMATCH', 'no bit set', text.replace(signature, encodeBase64(new Uint8Array(64))), trusted],
  [
    'SIGNATURE_MISMATCH',
    'the universal forgery',
    text.replace(signature, encodeBase64(unhex(neutral + '00'.repeat(32)))),
    trusted,
  ],
  [
    'SIGNATURE_MISMATCH',
    'the signature of a revocation list',
    text.replace(signature, (JSON.parse(listed()) as { signature: string }).signature),
    trusted,
  ],
  ['COVERAGE_MISMATCH', 'payload signed, envelope expected', emitDocument(payloadOnly), trusted],
  ['COVERAGE_MISMATCH', 'envelope signed, payload expected', text, trustOf({ coverage: 'payload' })],
  ['COVERAGE_MISMATCH', 'with a key alone', emitDocument(payloadOnly), key],

  // --- cosignatures: their form, whoever asks for them
  ...(
    [
      ['an object', {}],
      ['null', null],
      ['no object in it', ['x']],
      ['a member too many', [{ ...good, keyId: 'x' }]],
      ['a key of its own', [{ ...good, key: encodeBase64Url(registryKey.publicKey) }]],
      ['no role', [{ ...good, role: undefined }]],
      ['a role of another form', [{ ...good, role: 'Registry' }]],
      ['a time of another spelling', [{ ...good, signedAt: '2026-03-20T00:00:00Z' }]],
      ['31 February', [{ ...good, signedAt: '2026-02-31T00:00:00.000Z' }]],
      ['a signature that is no base64', [{ ...good, signature: good.signature.replace(/^./, '*') }]],
      ['a signature with spaces', [{ ...good, signature: ` ${good.signature}` }]],
      ['a signature in base64url', [{ ...good, signature: `-_${good.signature.slice(2)}` }]],
      ['a signature in another spelling', [{ ...good, signature: `${good.signature.slice(0, 85)}B==` }]],
      ['the same twice', [good, good]],
      ['an issuer twice in one role', [good, cosignature(document, { signedAt: NOW })]],
      ['33', Array.from({ length: 33 }, (_, index) => ({ ...good, signedBy: `registry${index}.example` }))],
      ['1000', Array.from({ length: 1000 }, (_, index) => ({ ...good, signedBy: `registry${index}.example` }))],
    ] as const
  ).map(([name, value]): Case => {
    return ['MALFORMED_COSIGNATURES', name, JSON.stringify({ ...document, _cosignatures: value }), trusted];
  }),
  [
    'MALFORMED_JSON',
    'two lists of cosignatures',
    cosigned(document, good).replace('"_cosignatures"', '"_cosignatures":[],"_cosignatures"'),
    trusted,
  ],
  [
    'MALFORMED_DOCUMENT',
    'cosignatures within the passport',
    signed((copy) => Object.assign(copy.passport, { _cosignatures: [good] })),
    trusted,
  ],
  ['SIGNATURE_MISMATCH', 'cosigned, but not signed', cosigned(unsigned, good), asking({ registry: 1 })],
  [
    'SIGNATURE_MISMATCH',
    'a cosignature for the signature',
    text.replace(signature, good.signature),
    asking({ registry: 1 }),
  ],
  ['COSIGNATURES_MISSING', 'none', text, asking({ registry: 1 })],
  ['COSIGNATURES_MISSING', 'an empty list', cosigned(document), asking({ registry: 1 })],
  ['COSIGNATURES_MISSING', 'one of two', cosigned(document, good), asking({ registry: 1, auditor: 1 })],
  ['COSIGNATURES_MISSING', 'one role for two', cosigned(document, good), asking({ registry: 2 })],

  // --- what follows from the rest
  ['DERIVATION_MISMATCH', 'a better score', signed((copy) => void (copy.passport.unfragile.trust.score = 99)), trusted],
  [
    'DERIVATION_MISMATCH',
    'weights of its own',
    signed(({ passport: { unfragile } }) => {
      unfragile.trust.rank_breakdown.weights = { adoption: 0, quality: 1, ecosystem: 0, match_graph: 0, freshness: 0 };
      unfragile.trust.score = 85;
    }),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'another risk',
    signed(
      ({
        passport: {
          unfragile: { trust: block },
        },
      }) => {
        block.data_access_risk = block.data_access_risk === 'low' ? 'high' : 'low';
      },
    ),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'verified in one place',
    signed((copy) => void (copy.passport.unfragile.trust.verified = true)),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'a permission kept back',
    signed((copy) => void copy.passport.unfragile.trust.permissions.pop()),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'a failure mode kept back',
    signed((copy) => void copy.passport.unfragile.trust.failure_modes.shift()),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'no failure mode',
    signed((copy) => void (copy.passport.unfragile.trust.failure_modes = [])),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'the note that nothing is verified kept back',
    signed((copy) => void copy.passport.unfragile.trust.failure_modes.pop()),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'the address of another capability',
    signed((copy) => {
      Object.assign(copy.passport.unfragile.capabilities[0] as object, { uri: 'capability://payments.refund' });
    }),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'the id of another artifact',
    signed((copy) => {
      Object.assign(copy.passport.unfragile.capabilities[0] as object, { id: 'other__cap_0' });
    }),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'a page elsewhere',
    signed((copy) => void (copy.passport.unfragile.artifact.page_url = 'https://evil.example/x')),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'a claim elsewhere',
    signed((copy) => void (copy.passport.unfragile.distribution.claim_url = 'https://evil.example/x')),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'free of charge, says the price',
    signed(
      ({
        passport: {
          unfragile: { artifact },
        },
      }) => {
        artifact.pricing.free = !artifact.pricing.free;
      },
    ),
    trusted,
  ],
  [
    'DERIVATION_MISMATCH',
    'a score of another registry',
    signed(({ passport }) => {
      passport.signedBy = 'kitchen.example';
      passport.unfragile.artifact.page_url = 'https://kitchen.example/x';
      passport.unfragile.trust.score = 99;
    }),
    trustOf({ issuer: 'kitchen.example' }),
  ],
  [
    'REGISTRY_UNKNOWN',
    'permissions that do not follow, behind the name of another registry',
    signed(({ passport }) => {
      passport.signedBy = 'kitchen.example';
      passport.unfragile.artifact.page_url = 'https://kitchen.example/x';
      passport.unfragile.trust.permissions = ['Nothing at all'];
      passport.unfragile.trust.data_access_risk = 'low';
    }),
    trustOf({ issuer: 'kitchen.example' }),
  ],
  [
    'LINKS_MISMATCH',
    'a key elsewhere',
    text.replace('/api/v1/trust-passport-public-key', '/my-own-key'),
    { ...trusted, strictLinks: true },
  ],
  ['LINKS_MISMATCH', 'no links', text.replace(/,"_links":\{.*\}\}$/, '}'), { ...trusted, strictLinks: true }],

  // --- keys
  ['NO_KEY', 'nothing to verify with', text, { now: NOW }],
  ['UNUSABLE_KEY', 'a key of small order', text, { key: unhex(neutral), now: NOW }],
  ['UNUSABLE_KEY', 'a key that is no canonical encoding', text, { key: unhex(`f0${'ff'.repeat(31)}`), now: NOW }],
  ['EXAMPLE_KEY', 'given alone', signed(undefined, exampleKey), { key: exampleKey.publicKey, now: NOW }],
  ['EXAMPLE_KEY', 'in the trust file', signed(undefined, exampleKey), trustOf({}, exampleKey)],
  [
    'EXAMPLE_KEY',
    'as root',
    text,
    { now: NOW, trust: trusting(rooted(trustFile(), exampleKey), { root: exampleKey.publicKey }) },
  ],
  ['UNKNOWN_KEY', 'no key', text, { trust: trusting(trustFile([])), now: NOW }],
  [
    'UNKNOWN_KEY',
    'another issuer',
    signed((copy) => void (copy.passport.signedBy = 'stranger.example'), otherKey),
    trusted,
  ],
  [
    'ISSUER_MISMATCH',
    "another issuer's key",
    signed(undefined, otherKey),
    {
      trust: trusting(trustFile([trustEntry(), trustEntry({ issuer: 'other.example' }, otherKey)])),
      now: NOW,
    },
  ],
  ['ISSUER_MISMATCH', 'capital letters', signed((copy) => void (copy.passport.signedBy = 'Unfragile.ai')), trusted],
  ['ISSUER_MISMATCH', 'a dot at the end', signed((copy) => void (copy.passport.signedBy = 'unfragile.ai.')), trusted],
  [
    'ISSUER_MISMATCH',
    'a letter that looks the same',
    signed((copy) => void (copy.passport.signedBy = 'unfragile.\u0430i')),
    trusted,
  ],
  [
    'ISSUER_MISMATCH',
    'a name that is not covered',
    JSON.stringify({ ...payloadOnly, passport: { ...payloadOnly.passport, signedBy: 'other.example' } }),
    trustOf({ coverage: 'payload' }),
  ],
  ['UNEXPECTED_ISSUER', 'in the trust file, but not the one', text, { ...trusted, issuer: 'other.example' }],
  ['UNEXPECTED_ISSUER', 'with a key alone', text, { ...key, issuer: 'other.example' }],
  [
    'ISSUER_NOT_COVERED',
    'with a key alone',
    emitDocument(payloadOnly),
    { ...key, coverage: 'payload', issuer: 'unfragile.ai' },
  ],

  // --- times of keys
  ['SIGNED_BEFORE_WINDOW', 'a millisecond', text, trustOf({ not_before: '2026-03-14T09:26:53.590Z' })],
  ['SIGNED_AFTER_WINDOW', 'at its end', text, trustOf({ not_after: SIGNED_AT })],
  ['SIGNED_AFTER_WINDOW', 'a retired key', text, trustOf({ status: 'retired', not_after: '2026-03-01T00:00:00Z' })],
  ['SIGNED_AFTER_COMPROMISE', 'the moment itself', text, trustOf({ status: 'compromised', compromised_at: SIGNED_AT })],
  [
    'SIGNED_AFTER_COMPROMISE',
    'though earlier ones are kept',
    text,
    trustOf({ status: 'compromised', compromised_at: '2026-03-01T00:00:00Z', keep_earlier: true }),
  ],
  ['KEY_COMPROMISED', 'dated before', text, trustOf({ status: 'compromised', compromised_at: '2026-04-01T00:00:00Z' })],
  [
    'KEY_COMPROMISED',
    'a time that is not covered',
    emitDocument(payloadOnly),
    trustOf({ coverage: 'payload', status: 'compromised', compromised_at: '2026-04-01T00:00:00Z', keep_earlier: true }),
  ],
  [
    'TIME_NOT_COVERED',
    'a key that has ended',
    emitDocument(payloadOnly),
    trustOf({ coverage: 'payload', not_after: '2026-05-01T00:00:00Z' }),
  ],
  ['TIME_NOT_COVERED', 'an age', emitDocument(payloadOnly), { ...key, coverage: 'payload', maxAge: 1e15 }],
  [
    'TIME_NOT_COVERED',
    'what was seen',
    emitDocument(payloadOnly),
    { ...key, coverage: 'payload', seen: new SeenState() },
  ],

  // --- time
  ['NO_TIME', 'no time', text, { trust }],
  ['NO_TIME', '31 February', text, { trust, now: '2026-02-31T00:00:00Z' }],
  ['SIGNED_IN_FUTURE', 'beyond the skew', at('2026-06-01T00:05:00.001Z'), trusted],
  ['SIGNED_IN_FUTURE', 'without any skew', at('2026-06-01T00:00:00.001Z'), { ...trusted, skew: 0 }],
  ['SIGNED_IN_FUTURE', 'the year 9999', at('9999-12-31T23:59:59.999Z'), trusted],
  ['TOO_OLD', 'by a millisecond', text, { ...trusted, maxAge: Date.parse(NOW) - Date.parse(SIGNED_AT) - 1 }],
  [
    'TOO_OLD',
    'as the trust file asks',
    text,
    brokenTrust({ requires: { revocations: false, state: false, max_age: '4w', cosignatures: null } }),
  ],
  [
    'TOO_OLD',
    'as the trust file asks, though a longer age is given',
    text,
    {
      ...brokenTrust({ requires: { revocations: false, state: false, max_age: '4w', cosignatures: null } }),
      maxAge: 1e15,
    },
  ],

  // --- trust files
  ['TRUST_FILE_MALFORMED', 'not read', text, { trust: { value: undefined }, now: NOW }],
  ['TRUST_FILE_MALFORMED', 'a list of keys', text, { trust: { value: [] }, now: NOW }],
  ['TRUST_FILE_MALFORMED', 'no type', text, brokenTrust({ type: undefined })],
  ['TRUST_FILE_MALFORMED', 'a misspelt limit', text, brokenEntry({ notAfter: '2026-01-01T00:00:00Z' })],
  ['TRUST_FILE_MALFORMED', 'a limit that is no time', text, brokenEntry({ not_after: '2026-02-31T00:00:00Z' })],
  [
    'TRUST_FILE_MALFORMED',
    'a key twice with two limits',
    text,
    brokenTrust({ keys: [trustEntry({ status: 'retired', not_after: '2026-02-01T00:00:00Z' }), trustEntry()] }),
  ],
  ['TRUST_FILE_MALFORMED', 'a key of small order', text, brokenEntry({ public_key: encodeBase64Url(unhex(neutral)) })],
  [
    'TRUST_FILE_MALFORMED',
    'a key in another spelling',
    text,
    brokenEntry({
      public_key: `${encodeBase64Url(issuerKey.publicKey).slice(0, 42)}${nextDigit(issuerKey.publicKey)}`,
    }),
  ],
  ['TRUST_FILE_MALFORMED', 'compromised, but not since when', text, brokenEntry({ status: 'compromised' })],
  ['TRUST_FILE_MALFORMED', 'no word of cosignatures', text, brokenTrust({ requires: withoutCosignatures })],
  ['TRUST_FILE_MALFORMED', 'cosignatures of no role', text, asking({})],
  ['TRUST_FILE_MALFORMED', 'no cosignature of a role', text, asking({ registry: 0 })],
  ['TRUST_FILE_MALFORMED', 'half a cosignature', text, asking({ registry: 0.5 })],
  ['TRUST_FILE_MALFORMED', 'more cosignatures than there can be', text, asking({ registry: 33 })],
  ['TRUST_FILE_MALFORMED', 'cosignatures of a role that is none', text, asking({ Registry: 1 })],
  ['TRUST_FILE_MALFORMED', 'a status that there is not', text, brokenEntry({ status: 'ok' })],
  [
    'TRUST_FILE_DIGEST_MISMATCH',
    'another file',
    text,
    { trust: { ...trust, digest: `sha256:${'0'.repeat(64)}` }, now: NOW },
  ],
  [
    'TRUST_FILE_DIGEST_MISMATCH',
    'no bytes to compare',
    text,
    { trust: { value: trust.value, digest: digestText(trust.bytes as Uint8Array) }, now: NOW },
  ],
  ['TRUST_FILE_NO_ROOT', 'signed, but by whom?', text, { trust: trusting(rooted(trustFile())), now: NOW }],
  ['TRUST_FILE_UNSIGNED', 'not signed', text, { trust: trusting(trustFile(), { root: rootKey.publicKey }), now: NOW }],
  [
    'TRUST_FILE_SIGNATURE_MISMATCH',
    'signed by somebody',
    text,
    { trust: trusting(rooted(trustFile(), otherKey), { root: rootKey.publicKey }), now: NOW },
  ],
  [
    'TRUST_FILE_SIGNATURE_MISMATCH',
    'a key added',
    text,
    {
      trust: trusting(
        { ...rooted(trustFile()), keys: [trustEntry(), trustEntry({}, otherKey)] },
        { root: rootKey.publicKey },
      ),
      now: NOW,
    },
  ],
  [
    'UNUSABLE_KEY',
    'a root key of small order',
    text,
    { trust: trusting(rooted(trustFile()), { root: unhex(neutral) }), now: NOW },
  ],
  ['TRUST_FILE_IN_FUTURE', 'made tomorrow', text, brokenTrust({ issued_at: '2026-06-02T00:00:00Z' })],
  ['TRUST_FILE_EXPIRED', 'at this moment', text, brokenTrust({ expires_at: NOW })],

  // --- revocations
  ['REVOKED', 'the artifact', text, withList(listed({ revoked: [{ slug, at: SIGNED_AT, reason: 'leaks' }] }))],
  [
    'REVOKED',
    'the artifact, before this was signed',
    text,
    withList(listed({ revoked: [{ slug, at: '2026-01-01T00:00:00.000Z', reason: 'leaks' }] })),
  ],
  ['REVOKED', 'the payload', text, withList(listed({ revoked: [{ digest, at: SIGNED_AT, reason: 'wrong' }] }))],
  [
    'REVOKED',
    'by one of two lists',
    text,
    withList(listed(), listed({ sequence: 8, revoked: [{ slug, at: SIGNED_AT, reason: 'leaks' }] })),
  ],
  [
    'REVOKED',
    'though another list is broken',
    text,
    withList('{', listed({ revoked: [{ slug, at: SIGNED_AT, reason: 'leaks' }] })),
  ],
  [
    'REVOKED',
    'with a key alone',
    text,
    { ...key, revocations: [listed({ revoked: [{ slug, at: SIGNED_AT, reason: 'leaks' }] })] },
  ],
  [
    'REVOCATIONS_MISSING',
    'as the trust file asks',
    text,
    brokenTrust({ requires: { revocations: true, state: false, max_age: null, cosignatures: null } }),
  ],
  ['REVOCATIONS_MISSING', 'no list', text, withList()],
  [
    'REVOCATIONS_MISSING',
    "only another issuer's",
    text,
    {
      trust: trusting(trustFile([trustEntry(), trustEntry({ issuer: 'other.example' }, otherKey)])),
      now: NOW,
      revocations: [listed({ issuer: 'other.example' }, otherKey)],
    },
  ],
  ['REVOCATIONS_MALFORMED', 'nothing', text, withList('')],
  [
    'REVOCATIONS_MALFORMED',
    'both a slug and a digest',
    text,
    withList(listed({ revoked: [{ slug: 'x', digest, at: SIGNED_AT, reason: 'x' }] })),
  ],
  ['REVOCATIONS_MALFORMED', 'neither', text, withList(listed({ revoked: [{ at: SIGNED_AT, reason: 'x' }] }))],
  [
    'REVOCATIONS_MALFORMED',
    'a next update that is no time',
    text,
    withList(listed({ next_update: '2026-06-31T00:00:00.000Z' })),
  ],
  [
    'REVOCATIONS_MALFORMED',
    'a next update before it was made',
    text,
    withList(listed({ next_update: '2026-05-30T00:00:00.000Z' })),
  ],
  ['REVOCATIONS_MALFORMED', 'a passport', text, withList(text)],
  ['REVOCATIONS_UNSIGNED', 'not signed', text, withList(JSON.stringify(revocationList()))],
  ['REVOCATIONS_SIGNATURE_MISMATCH', 'signed by a stranger', text, withList(listed({}, otherKey))],
  [
    'REVOCATIONS_SIGNATURE_MISMATCH',
    'an entry taken out',
    text,
    withList(listed().replace(/"revoked":\[.*\]/, '"revoked":[]')),
  ],
  [
    'REVOCATIONS_SIGNATURE_MISMATCH',
    'with the signature of a passport',
    text,
    withList(JSON.stringify({ ...revocationList(), signature })),
  ],
  [
    'REVOCATIONS_SIGNATURE_MISMATCH',
    'signed over another type',
    text,
    withList(
      JSON.stringify({
        ...revocationList(),
        signature: encodeBase64(
          issuerKey.sign(statementInput({ ...revocationList(), type: 'trust-passport/trust-file/1' } as never)),
        ),
      }),
    ),
  ],
  [
    'REVOCATIONS_SIGNATURE_MISMATCH',
    'signed by a stolen key',
    text,
    {
      trust: trusting(
        trustFile([
          trustEntry(),
          trustEntry({ status: 'compromised', compromised_at: '2026-05-01T00:00:00Z', keep_earlier: true }, otherKey),
        ]),
      ),
      now: NOW,
      revocations: [listed({}, otherKey)],
    },
  ],
  [
    'REVOCATIONS_SIGNATURE_MISMATCH',
    'signed by a key that had ended',
    text,
    {
      trust: trusting(trustFile([trustEntry(), trustEntry({ not_after: '2026-05-31T00:00:00Z' }, otherKey)])),
      now: NOW,
      revocations: [listed({}, otherKey)],
    },
  ],
  [
    'REVOCATIONS_SIGNATURE_MISMATCH',
    'signed by a published example key',
    text,
    {
      trust: trusting(trustFile([trustEntry(), trustEntry({}, exampleKey)])),
      now: NOW,
      revocations: [listed({}, exampleKey)],
    },
  ],
  ['REVOCATIONS_STALE', 'at this moment', text, withList(listed({ next_update: NOW }))],
  ['REVOCATIONS_STALE', 'beside a current one', text, withList(listed({ next_update: NOW }), listed({ sequence: 8 }))],
  ['REVOCATIONS_IN_FUTURE', 'made tomorrow', text, withList(listed({ issued_at: '2026-06-02T00:00:00.000Z' }))],
  ['REVOCATIONS_ROLLBACK', 'a newer one was seen', text, { ...withList(listed()), seen: seenList(8) }],

  // --- what was seen
  ['ROLLBACK', 'a newer one was seen', text, { ...trusted, seen: seenOf('2026-03-14T09:26:53.590Z') }],
  [
    'ROLLBACK',
    'with a key alone',
    text,
    { ...key, seen: seenOf('2026-03-14T09:26:53.590Z', digest, 'unfragile.ai', keyId(issuerKey.publicKey)) },
  ],
  [
    'TRUST_FILE_NO_ROOT',
    'its signature taken away, where it asks for one',
    text,
    brokenTrust({ requires: { revocations: false, state: false, root: true, max_age: null, cosignatures: null } }),
  ],
  ['TRUST_FILE_ROLLBACK', 'a newer one was seen', text, { ...underRoot, seen: seenTrust('2026-05-01T00:00:00.001Z') }],
  [
    'EQUIVOCATION',
    'another one of the same time was seen',
    text,
    { ...trusted, seen: seenOf(SIGNED_AT, `sha256:${'0'.repeat(64)}`) },
  ],
  [
    'STATE_MISSING',
    'as the trust file asks',
    text,
    brokenTrust({ requires: { revocations: false, state: true, max_age: null, cosignatures: null } }),
  ],
  ['REVOCATIONS_ROLLBACK', 'one of another key was seen', text, withThief({ status: 'active' })],
  [
    'REVOCATIONS_ROLLBACK',
    'what the issuer had counted before a key of its was stolen',
    text,
    {
      ...withThief({ status: 'compromised', compromised_at: '2026-05-01T00:00:00Z' }),
      revocations: [listed({ sequence: 5 })],
    },
  ],
  ['STATE_MALFORMED', 'empty', text, { ...trusted, seen: new SeenState('') }],
  ['STATE_MALFORMED', 'a part', text, { ...trusted, seen: new SeenState(stateText.slice(0, -3)) }],
  ['STATE_MALFORMED', 'another file', text, { ...trusted, seen: new SeenState('{}') }],
  [
    'STATE_MALFORMED',
    'an artifact twice',
    text,
    {
      ...trusted,
      seen: new SeenState(
        JSON.stringify({
          type: 'trust-passport/state/1',
          lists: [],
          passports: [1, 2].map(() => ({ issuer: 'a', slug, signed_at: SIGNED_AT, digest })),
        }),
      ),
    },
  ],
];

/** Lists that two keys of one issuer have signed, and a thief of the second a far number. */
function seenOfThief(): SeenState {
  const seen = new SeenState();
  for (const [pair, sequence] of [
    [issuerKey, 6],
    [otherKey, 9_000_000],
  ] as const) {
    seen.rememberList({ issuer: 'unfragile.ai', signer: keyId(pair.publicKey), sequence });
  }
  return new SeenState(seen.toText());
}

function seenList(sequence: number): SeenState {
  const seen = new SeenState();
  seen.rememberList({ issuer: 'unfragile.ai', sequence });
  return seen;
}

/** The last digit with one of the two bits set that no byte has. */
function nextDigit(bytes: Uint8Array): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return digits[digits.indexOf(encodeBase64Url(bytes)[42] as string) + 1] as string;
}

describe('what wants to be believed', () => {
  test('is as much as there are codes, and more', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100);
    expect(new Set(cases.map(([code]) => code))).toEqual(
      new Set((Object.keys(verdictCodes) as FailureCode[]).filter((code) => (code as string) !== 'OK')),
    );
  });

  test.each(cases)('%s: %s', (code, _, input, policy) => {
    const verdict = verifyPassport(input, policy);
    expect(verdict).toMatchObject({ code, verdict: verdictCodes[code].verdict, covered: [] });
    expect(verdict.uncovered.filter((pointer) => pointer !== '/_cosignatures')).toEqual(['/passport', '/_links']);
    expect(verdict.message).toMatch(/^[^A-Z]/);
    expect(Object.keys(verdict)).not.toContain('payload');
    // The bytes are looked at, not their kind.
    expect(verifyPassport(utf8(input), policy)).toEqual(verdict);
  });

  const valid: readonly (readonly [string, string, VerifyPolicy])[] = [
    ['a trust file', text, trusted],
    ['the first moment of a key', text, trustOf({ not_before: SIGNED_AT })],
    ['the last moment of a key', text, trustOf({ not_after: '2026-03-14T09:26:53.590Z' })],
    ['a key that has retired since', text, trustOf({ status: 'retired', not_after: '2026-04-01T00:00:00Z' })],
    [
      'what is kept of a compromised key',
      text,
      trustOf({ status: 'compromised', compromised_at: '2026-04-01T00:00:00Z', keep_earlier: true }),
    ],
    ['coverage payload, by a key that is good now', emitDocument(payloadOnly), trustOf({ coverage: 'payload' })],
    ['the expected issuer', text, { ...trusted, issuer: 'unfragile.ai' }],
    ['within the skew', at('2026-06-01T00:05:00.000Z'), trusted],
    ['just not too old', text, { ...trusted, maxAge: Date.parse(NOW) - Date.parse(SIGNED_AT) }],
    ['a signed trust file', text, { trust: trusting(rooted(trustFile()), { root: rootKey.publicKey }), now: NOW }],
    ['a pinned trust file', text, { trust: { ...trust, digest: digestText(trust.bytes as Uint8Array) }, now: NOW }],
    ['a current list', text, withList(listed())],
    ['two lists', text, withList(listed(), listed({ sequence: 8 }))],
    ['a list with a key alone', text, { ...key, revocations: [listed()] }],
    ['the trust file seen before', text, { ...underRoot, seen: seenTrust('2026-05-01T00:00:00.000Z') }],
    ['a newer trust file of another root', text, { ...underRoot, seen: seenTrust(NOW, issuerKey) }],
    ['what a trust file knows as newer, by a key alone', text, { ...key, seen: seenOf(NOW) }],
    [
      'what a key alone knows as newer, by a trust file',
      text,
      { ...trusted, seen: seenOf(NOW, digest, 'unfragile.ai', keyId(issuerKey.publicKey)) },
    ],
    ['a list seen before', text, { ...withList(listed()), seen: seenList(7) }],
    [
      'a list with a lower number than one of a key that is known to be stolen',
      text,
      withThief({ status: 'compromised', compromised_at: '2026-05-01T00:00:00Z' }),
    ],
    ['what was seen before', text, { ...trusted, seen: seenOf(SIGNED_AT) }],
    ['what is newer than what was seen', text, { ...trusted, seen: seenOf('2026-03-14T09:26:53.588Z') }],
    [
      "what another issuer's newer one says nothing of",
      text,
      { ...trusted, seen: seenOf(NOW, digest, 'other.example') },
    ],
    ['links that are right, asked for', text, { ...trusted, strictLinks: true }],
    ['as many cosignatures as are asked for', cosigned(document, good), asking({ registry: 1 })],
    ['cosignatures that nobody asks for', cosigned(document, { ...good, signedBy: 'x' }), trusted],
    ['links that are wrong, not asked for', text.replace('/api/v1/trust-passport-public-key', '/x'), trusted],
  ];

  test.each(valid)('and VALID is what deserves it: %s', (_, input, policy) => {
    expect(verifyPassport(input, policy)).toMatchObject({ verdict: 'VALID', code: 'OK' });
  });

  test('a derived value that is wrong is named, with what it should be', () => {
    const verdict = verifyPassport(
      signed((copy) => void (copy.passport.unfragile.trust.score = 99)),
      trusted,
    );
    const expected = String(document.passport.unfragile.trust.score);
    const pointer = '/passport/unfragile/trust/score';
    expect(verdict).toMatchObject({ pointer, differences: [{ pointer, expected, received: '99' }] });
  });

  test('of an artifact that was not seen before, there may be a newer passport', () => {
    const caveat = 'there is no newer passport of this artifact';
    expect(verifyPassport(text, { ...trusted, seen: new SeenState() })).toMatchObject({
      notProven: expect.arrayContaining([caveat]) as unknown,
    });
    expect(verifyPassport(text, { ...trusted, seen: seenOf(SIGNED_AT) })).toMatchObject({
      notProven: expect.not.arrayContaining([caveat]) as unknown,
    });
  });

  test('what is remembered of a document is told with it', () => {
    const verdict = verifyPassport(text, { ...trusted, seen: new SeenState() });
    expect(verdict).toMatchObject({ payloadDigest: digest, issuer: 'unfragile.ai', signedAt: SIGNED_AT });
  });
});
