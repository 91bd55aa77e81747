import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { digestText } from '../../src/encoding/digest.js';
import { canonicalize } from '../../src/encoding/jcs.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { decodeSecretKey } from '../../src/keys/pkcs8.js';
import { keyId } from '../../src/keys/key-id.js';
import type { Cosignature } from '../../src/passport/types.generated.js';
import { signPassport } from '../../src/sign/sign.js';
import type { VerifyPolicy } from '../../src/verify/policy.js';
import { type CosignatureCode, cosignatureCodes } from '../../src/verify/verdict-codes.js';
import { verifyPassport } from '../../src/verify/verify.js';
import { issuerKey, libraryHoursDocument, libraryHoursPayload, NOW } from '../fixtures/library-hours.js';
import {
  auditorEntry,
  auditorKey,
  COSIGNED_AT,
  cosignature,
  cosigned,
  listed,
  otherKey,
  registryEntry,
  registryKey,
  type TrustEntry,
  trustEntry,
  trustFile,
  trusting,
} from './statements.js';

const document = await libraryHoursDocument();
const payloadOnly = await libraryHoursDocument('payload');
const again = await signPassport(libraryHoursPayload(), issuerKey, { signedAt: '2026-03-15T00:00:00Z' });
const { slug } = document.passport.unfragile.artifact;
const exampleKey = decodeSecretKey(
  readFileSync(fileURLToPath(new URL('../../keys.example/example.key', import.meta.url)), 'utf8'),
);
const payloadDigest = digestText(canonicalize(document.passport.unfragile as unknown as JsonValue));

/** A trust file with these keys, which asks for this; the signer's own key is in it. */
function policyOf(keys: readonly TrustEntry[], cosignatures: Record<string, number> | null): VerifyPolicy {
  const requires = { revocations: false, state: false, max_age: null, cosignatures };
  return { trust: trusting(trustFile([trustEntry(), ...keys], { requires })), now: NOW };
}

const both = [registryEntry(), auditorEntry()];
const good = cosignature(document);
const audited = cosignature(document, { signedBy: 'auditor.example', role: 'auditor' }, auditorKey);
const revoked = [{ slug, at: NOW, reason: 'leaks' }];
const listOf = (part: Parameters<typeof listed>[0]): string =>
  listed({ issuer: 'registry.example', ...part }, registryKey);

type Case = readonly [
  code: CosignatureCode,
  name: string,
  entry: Cosignature,
  keys: readonly TrustEntry[],
  more?: Partial<VerifyPolicy>,
];

const cases: readonly Case[] = [
  ['OK', 'as it should be', good, both],
  ['OK', 'by the older of two keys', good, [registryEntry(), registryEntry({}, otherKey)]],
  [
    'OK',
    'a key that has retired since',
    good,
    [registryEntry({ status: 'retired', not_after: '2026-04-01T00:00:00Z' })],
  ],
  ['OK', 'a key that signs payloads', good, [registryEntry({ coverage: 'payload' })]],
  ['OK', 'its list says nothing of it', good, both, { revocations: [listed(), listOf({})] }],
  ['OK', 'a clock that is a little slow', cosignature(document, { signedAt: '2026-03-14T09:21:53.589Z' }), both],
  [
    'OK',
    'what is kept of a compromised key',
    good,
    [registryEntry({ status: 'compromised', compromised_at: '2026-04-01T00:00:00Z', keep_earlier: true })],
  ],
  ['UNKNOWN_KEY', 'a stranger', good, [auditorEntry()]],
  ['UNKNOWN_KEY', 'capital letters', cosignature(document, { signedBy: 'Registry.example' }), both],
  ['SIGNATURE_MISMATCH', 'replayed from another passport', cosignature(again), both],
  ['SIGNATURE_MISMATCH', 'replayed from the payload alone', cosignature(document, { digest: payloadDigest }), both],
  ['SIGNATURE_MISMATCH', 'another time', { ...good, signedAt: '2026-03-21T00:00:00.000Z' }, both],
  ['SIGNATURE_MISMATCH', 'another role', { ...good, role: 'auditor' }, both],
  ['SIGNATURE_MISMATCH', 'another name', { ...good, signedBy: 'auditor.example' }, both],
  ['SIGNATURE_MISMATCH', 'a key that is not in the trust file', cosignature(document, {}, otherKey), both],
  ['SIGNATURE_MISMATCH', 'the key of another', cosignature(document, {}, auditorKey), both],
  ['SIGNATURE_MISMATCH', 'another type', cosignature(document, { type: 'trust-passport/trust-file/1' }), both],
  ['SIGNATURE_MISMATCH', "the passport's own signature", { ...good, signature: document.passport.signature }, both],
  ['EXAMPLE_KEY', 'published', cosignature(document, {}, exampleKey), [registryEntry({}, exampleKey)]],
  ['ROLE_MISMATCH', 'a role of its own', cosignature(document, { role: 'auditor' }), both],
  ['SAME_SIGNER', 'the same key', cosignature(document, { signedBy: 'unfragile.ai' }, issuerKey), both],
  [
    'SAME_SIGNER',
    'another key of the same issuer',
    cosignature(document, { signedBy: 'unfragile.ai' }),
    [registryEntry({ issuer: 'unfragile.ai' })],
  ],
  [
    'SIGNED_AFTER_COMPROMISE',
    'stolen before',
    good,
    [registryEntry({ status: 'compromised', compromised_at: COSIGNED_AT, keep_earlier: true })],
  ],
  [
    'KEY_COMPROMISED',
    'stolen since',
    good,
    [registryEntry({ status: 'compromised', compromised_at: '2026-04-01T00:00:00Z' })],
  ],
  ['SIGNED_BEFORE_WINDOW', 'by a millisecond', good, [registryEntry({ not_before: '2026-03-20T00:00:00.001Z' })]],
  ['SIGNED_AFTER_WINDOW', 'an expired key', good, [registryEntry({ not_after: COSIGNED_AT })]],
  ['SIGNED_IN_FUTURE', 'tomorrow', cosignature(document, { signedAt: '2026-06-02T00:00:00.000Z' }), both],
  [
    'SIGNED_BEFORE_PASSPORT',
    'by more than clocks differ',
    cosignature(document, { signedAt: '2026-03-14T09:21:53.588Z' }),
    both,
  ],
  [
    'SIGNED_BEFORE_PASSPORT',
    'without any skew',
    cosignature(document, { signedAt: '2026-03-14T09:26:53.588Z' }),
    both,
    { skew: 0 },
  ],
  ['REVOKED', 'the artifact', good, both, { revocations: [listed(), listOf({ revoked })] }],
  [
    'REVOKED',
    'the payload',
    good,
    both,
    { revocations: [listed(), listOf({ revoked: [{ digest: payloadDigest, at: NOW, reason: 'x' }] })] },
  ],
  ['REVOCATIONS_MISSING', "only the signer's list", good, both, { revocations: [listed()] }],
];

describe('a cosignature', () => {
  test('has a case for each code', () => {
    expect(new Set(cases.map(([code]) => code))).toEqual(new Set(Object.keys(cosignatureCodes)));
  });

  test.each(cases.map((one) => ({ one, name: `${one[0]}: ${one[1]}` })))('$name', ({ one }) => {
    const [code, , entry, keys, more] = one;
    const input = cosigned(document, entry);
    const { signedBy: issuer, role, signedAt } = entry;
    // Where nothing asks for it, it is told, and the verdict stays what it is.
    const told = verifyPassport(input, { ...policyOf(keys, null), ...more });
    expect(told).toMatchObject({ code: 'OK', cosignatures: [{ issuer, role, signedAt, code }] });
    expect(told.uncovered).toEqual(['/_links', '/_cosignatures']);
    expect(told.covered).not.toContain('/_cosignatures');
    // Where something does, only one that counts is enough.
    const asked = verifyPassport(input, { ...policyOf(keys, { [role]: 1 }), ...more });
    expect(asked.code).toBe(code === 'OK' ? 'OK' : 'COSIGNATURES_MISSING');
    expect(asked.cosignatures).toEqual(told.cosignatures);
    if (code !== 'OK') expect(asked).toMatchObject({ verdict: 'UNTRUSTED', pointer: '/_cosignatures' });
    expect(asked.cosignatures?.[0]?.message).toMatch(/^[^A-Z]/);
  });

  test('with a key alone is told, and counts for nothing', () => {
    const verdict = verifyPassport(cosigned(document, good), { key: issuerKey.publicKey, now: NOW });
    expect(verdict).toMatchObject({ code: 'OK', cosignatures: [{ code: 'UNKNOWN_KEY', keyId: undefined }] });
  });

  test('names the key that made it', () => {
    const verdict = verifyPassport(cosigned(document, good), policyOf(both, null));
    expect(verdict.cosignatures?.[0]?.keyId).toBe(keyId(registryKey.publicKey));
  });

  test('of coverage payload is over the payload, whatever the time beside it says', () => {
    const policy: VerifyPolicy = {
      trust: trusting(
        trustFile([trustEntry({ coverage: 'payload' }), registryEntry()], {
          requires: { revocations: false, state: false, max_age: null, cosignatures: { registry: 1 } },
        }),
      ),
      now: NOW,
    };
    const over = cosignature(payloadOnly, { digest: payloadDigest });
    expect(verifyPassport(cosigned(payloadOnly, over), policy).code).toBe('OK');
    expect(verifyPassport(cosigned(payloadOnly, cosignature(payloadOnly)), policy).code).toBe('COSIGNATURES_MISSING');
  });

  test('holds however the document is written', () => {
    const indented = JSON.stringify(JSON.parse(cosigned(document, good)), null, 2);
    expect(verifyPassport(indented, policyOf(both, { registry: 1 })).code).toBe('OK');
  });
});

describe('as many as are asked for', () => {
  const codeOf = (keys: readonly TrustEntry[], wanted: Record<string, number>, ...entries: unknown[]): string =>
    verifyPassport(cosigned(document, ...entries), policyOf(keys, wanted)).code;
  const second = cosignature(document, { signedBy: 'second.example' }, otherKey);

  test('two of a role are two issuers', () => {
    const keys = [registryEntry(), registryEntry({ issuer: 'second.example' }, otherKey)];
    expect(codeOf(keys, { registry: 2 }, good, second)).toBe('OK');
    expect(codeOf(keys, { registry: 2 }, second, good)).toBe('OK');
    expect(codeOf(keys, { registry: 2 }, good)).toBe('COSIGNATURES_MISSING');
    expect(codeOf(keys, { registry: 3 }, good, second)).toBe('COSIGNATURES_MISSING');
  });

  test('a key in two names is one', () => {
    const renamed = cosignature(document, { signedBy: 'second.example' });
    const keys = [registryEntry(), registryEntry({ issuer: 'second.example' }, otherKey)];
    expect(codeOf(keys, { registry: 2 }, good, renamed)).toBe('COSIGNATURES_MISSING');
    // Nor can a trust file say otherwise.
    expect(codeOf([registryEntry(), registryEntry({ issuer: 'second.example' })], { registry: 2 }, good, renamed)).toBe(
      'TRUST_FILE_MALFORMED',
    );
  });

  test('two keys of one issuer are one', () => {
    const keys = [registryEntry(), registryEntry({}, otherKey)];
    const twice = cosignature(document, {}, otherKey);
    expect(codeOf(keys, { registry: 2 }, good, twice)).toBe('MALFORMED_COSIGNATURES');
    expect(codeOf(keys, { registry: 2 }, good, { ...twice, role: 'auditor' })).toBe('COSIGNATURES_MISSING');
  });

  test('one role does not stand for another', () => {
    expect(codeOf(both, { registry: 1, auditor: 1 }, good, audited)).toBe('OK');
    expect(codeOf(both, { registry: 1, auditor: 1 }, good)).toBe('COSIGNATURES_MISSING');
    expect(codeOf(both, { auditor: 1 }, good)).toBe('COSIGNATURES_MISSING');
  });

  test('one that counts is not spoilt by others that do not', () => {
    const bad = { ...good, signedBy: 'x', signature: `${'A'.repeat(86)}==` };
    expect(codeOf(both, { registry: 1 }, bad, good)).toBe('OK');
  });

  test('what is missing is said, with the reason why one does not count', () => {
    const verdict = verifyPassport(cosigned(document, cosignature(again)), policyOf(both, { registry: 2 }));
    expect(verdict.message).toMatch(
      /asks for 2 cosigned as registry, and 0 count; that of "registry\.example" does not/,
    );
  });

  test('is asked after everything else', () => {
    const policy = { ...policyOf(both, { registry: 1 }), strictLinks: true, maxAge: 1 };
    expect(verifyPassport(cosigned(document), policy).code).toBe('TOO_OLD');
    const { _links: _, ...bare } = document;
    expect(verifyPassport(JSON.stringify(bare), { ...policy, maxAge: 1e15 }).code).toBe('LINKS_MISMATCH');
  });
});

test('what cosignatures do not prove is said where there are any', () => {
  const open = 'no cosignature was added or taken out: nothing signs the list';
  expect(verifyPassport(cosigned(document, good), policyOf(both, null))).toMatchObject({
    notProven: expect.arrayContaining([open]) as unknown,
  });
  expect(verifyPassport(JSON.stringify(document), policyOf(both, null))).not.toMatchObject({
    notProven: expect.arrayContaining([open]) as unknown,
  });
});
