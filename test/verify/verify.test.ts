import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalize } from '../../src/encoding/jcs.js';
import { encodeBase64 } from '../../src/encoding/base64.js';
import { keyId } from '../../src/keys/key-id.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { emitDocument } from '../../src/passport/document.js';
import { deriveLinks, registryUrl } from '../../src/passport/links.js';
import { COVERAGES, signingInput } from '../../src/passport/signing-input.js';
import type { PassportDocument } from '../../src/passport/types.generated.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { signPassport } from '../../src/sign/sign.js';
import type { VerifyPolicy } from '../../src/verify/policy.js';
import type { VerdictCode } from '../../src/verify/verdict-codes.js';
import { verifyPassport } from '../../src/verify/verify.js';
import { seedOf, unhex, utf8 } from '../bytes.js';
import { corpusPath, describeWithCorpus, readCorpus } from '../corpus.js';
import { issuerKey, libraryHoursDocument, libraryHoursPayload, NOW, SIGNED_AT } from '../fixtures/library-hours.js';

const policy: VerifyPolicy = { key: issuerKey.publicKey, now: NOW };
const document = await libraryHoursDocument();
const payloadOnly = await libraryHoursDocument('payload');
const text = emitDocument(document);
const otherKey = new KeyPair(seedOf('not the issuer'));

type Edit = (document: PassportDocument) => unknown;

/** The document with some of it changed, in a copy. */
function edited(edit: Edit, from = document): string {
  const copy = structuredClone(from);
  return JSON.stringify(edit(copy) ?? copy);
}

/** The same with a signature over it as it then is: what is wrong is never the signature. */
function signedAnew(edit: Edit): string {
  const copy = structuredClone(document);
  edit(copy);
  copy.passport.signature = encodeBase64(issuerKey.sign(signingInput(copy.passport, 'envelope')));
  return JSON.stringify(copy);
}

describe('a document as it was signed', () => {
  test('is VALID, and the verdict says what that covers', () => {
    expect(verifyPassport(text, policy)).toEqual({
      verdict: 'VALID',
      code: 'OK',
      message: expect.stringContaining('payload, time and issuer are covered'),
      coverage: 'envelope',
      covered: ['/passport/unfragile', '/passport/signedAt', '/passport/signedBy', '/passport/version'],
      uncovered: ['/_links'],
      payload: libraryHoursPayload(),
      issuer: 'unfragile.ai',
      signedAt: SIGNED_AT,
      signer: { keyId: keyId(issuerKey.publicKey) },
      payloadDigest: undefined,
      links: [],
      cosignatures: [],
      notProven: [
        'what the passport says is true',
        'the key belongs to the issuer that the passport names',
        "it was signed at the time that stands in it: that is the signer's own word",
        'its issuer has not taken it back since',
        'there is no newer passport of this artifact',
        '_links lead where they say: nothing signs them',
      ],
    });
  });

  test('with coverage payload, time and issuer are neither covered nor told', () => {
    expect(verifyPassport(emitDocument(payloadOnly), { ...policy, coverage: 'payload' })).toEqual({
      verdict: 'VALID',
      code: 'OK',
      message: expect.stringContaining('only the payload is covered'),
      coverage: 'payload',
      covered: ['/passport/unfragile'],
      uncovered: ['/passport/signedAt', '/passport/signedBy', '/passport/version', '/_links'],
      payload: libraryHoursPayload(),
      issuer: undefined,
      signedAt: undefined,
      signer: { keyId: keyId(issuerKey.publicKey) },
      payloadDigest: undefined,
      links: [],
      cosignatures: [],
      notProven: expect.arrayContaining(['it was signed at the time, or in the name, that stands in it']) as unknown,
    });
  });

  test('as bytes, as a Buffer and as text', () => {
    for (const input of [text, utf8(text), Buffer.from(text)]) {
      expect(verifyPassport(input, policy).verdict).toBe('VALID');
    }
  });

  test('from a signature of the same key made without this library’s sign', () => {
    const { signature: _, ...covered } = document.passport;
    const made = encodeBase64(issuerKey.sign(canonicalize(covered as never)));
    expect(made).toBe(document.passport.signature);
  });

  const spellings: readonly (readonly [string, string])[] = [
    ['indented', emitDocument(document, true)],
    ['indented with tabs', JSON.stringify(document, null, '\t')],
    ['with white space around it', ` \r\n\t${text}\n\n`],
    ['with its members in reverse', JSON.stringify(reversed(document))],
    ['with every character of its texts escaped', escaped(text)],
    ['with slashes escaped', text.replaceAll('/', '\\/')],
    ['with its numbers spelled otherwise', text.replace('"version":1}', '"version":1.0e0}')],
  ];

  test.each(spellings)('%s', (_, spelled) => {
    expect(spelled).not.toBe(text);
    const verdict = verifyPassport(spelled, policy);
    expect(verdict.verdict).toBe('VALID');
    expect(verdict).toMatchObject({ payload: libraryHoursPayload(), links: [] });
  });

  test('the order of a list is no matter of spelling', () => {
    const changed = edited((copy) => copy.passport.unfragile.capabilities.reverse() && undefined);
    expect(verifyPassport(changed, policy).code).toBe('SIGNATURE_MISMATCH');
  });

  test('a text in another normal form is another text', () => {
    const name = 'Bücherei'.normalize('NFC');
    const signed = signedAnew((copy) => void (copy.passport.unfragile.artifact.name = name));
    expect(verifyPassport(signed, policy).verdict).toBe('VALID');
    expect(verifyPassport(signed.normalize('NFD'), policy).code).toBe('SIGNATURE_MISMATCH');
  });
});

describe('codes', () => {
  const malformed: Record<string, string | Uint8Array> = {
    nothing: '',
    'no JSON': 'passport: {}',
    'a part': text.slice(0, -1),
    'two documents': text + text,
    'a byte order mark': `\ufeff${text}`,
    'a byte order mark in bytes': Buffer.from(`\ufeff${text}`),
    'UTF-16': Buffer.from(text, 'utf16le'),
    'a byte that is no UTF-8': Buffer.concat([Buffer.from(text.slice(0, 60)), Buffer.of(0xff), Buffer.from(text)]),
    'a comma too many': text.replace('"version":1}', '"version":1,}'),
    'a duplicate member': text.replace('"version":1', '"version":1,"version":1'),
    'a duplicate member by escape': text.replace('"version":1', '"version":1,"v\\u0065rsion":1'),
    'a lone surrogate': text.replace('Lindenau Library', 'Lindenau \\ud83d Library'),
    '-0': text.replace('"version":1', '"version":-0'),
    'a number beyond a binary64': text.replace('"version":1', '"version":1e400'),
    'an integer beyond 2^53': text.replace('"version":1', '"version":9007199254740993'),
    __proto__: text.replace('"version":1', '"version":1,"__proto__":{}'),
    'nesting without end': '['.repeat(100_000),
    'nesting with an end': '['.repeat(100_000) + ']'.repeat(100_000),
  };

  test.each(Object.keys(malformed))('MALFORMED_JSON: %s', (name) => {
    const verdict = verifyPassport(malformed[name] as string, policy);
    expect(verdict).toMatchObject({ verdict: 'INVALID', code: 'MALFORMED_JSON' });
  });

  test.each<[string, string, string | undefined]>([
    ['null', 'null', ''],
    ['a list', '[]', ''],
    ['a number', '1', ''],
    ['a text', '"passport"', ''],
    ['an empty object', '{}', undefined],
    ['a payload alone', JSON.stringify({ unfragile: libraryHoursPayload() }), undefined],
    ['an envelope alone', JSON.stringify(document.passport), undefined],
    ['passport is null', edited((copy) => ({ ...copy, passport: null })), '/passport'],
    ['passport is a list', edited((copy) => ({ ...copy, passport: [copy.passport] })), '/passport'],
    ['one more member', edited((copy) => ({ ...copy, extra: 1 })), '/extra'],
    ['one more in the envelope', signedAnew((copy) => Object.assign(copy.passport, { extra: 1 })), '/passport/extra'],
    [
      'one more in the payload',
      signedAnew((copy) => Object.assign(copy.passport.unfragile, { extra: 1 })),
      '/passport/unfragile/extra',
    ],
    ['no signature', edited((copy) => void delete (copy.passport as { signature?: string }).signature), undefined],
    ['version as text', signedAnew((copy) => Object.assign(copy.passport, { version: '1' })), '/passport/version'],
    ['signedBy empty', signedAnew((copy) => Object.assign(copy.passport, { signedBy: '' })), '/passport/signedBy'],
    [
      'signedAt without milliseconds',
      signedAnew((copy) => Object.assign(copy.passport, { signedAt: '2026-03-14T09:26:53Z' })),
      '/passport/signedAt',
    ],
    [
      'signedAt with an offset',
      signedAnew((copy) => Object.assign(copy.passport, { signedAt: '2026-03-14T09:26:53.589+00:00' })),
      '/passport/signedAt',
    ],
    [
      'signedAt with a line break after it',
      signedAnew((copy) => Object.assign(copy.passport, { signedAt: `${SIGNED_AT}\n` })),
      '/passport/signedAt',
    ],
    [
      'a score out of range',
      signedAnew((copy) => Object.assign(copy.passport.unfragile.trust, { score: 101 })),
      '/passport/unfragile/trust/score',
    ],
  ])('MALFORMED_DOCUMENT: %s', (_, input, pointer) => {
    const verdict = verifyPassport(input, policy);
    expect(verdict).toMatchObject({ verdict: 'INVALID', code: 'MALFORMED_DOCUMENT' });
    if (pointer !== undefined) expect(verdict).toMatchObject({ pointer });
  });

  test.each([0, 2, 1.5, -1, 1e21])('UNSUPPORTED_VERSION: %d', (version) => {
    const input = signedAnew((copy) => Object.assign(copy.passport, { version }));
    expect(verifyPassport(input, policy)).toMatchObject({
      verdict: 'INVALID',
      code: 'UNSUPPORTED_VERSION',
      pointer: '/passport/version',
    });
  });

  test('MALFORMED_DOCUMENT: larger than any passport, which is not parsed first', () => {
    const limit = 4 << 20;
    const padded = (size: number) => text.trimEnd().padEnd(size, ' ');
    expect(verifyPassport(padded(limit), policy)).toMatchObject({ verdict: 'VALID' });
    for (const large of [padded(limit + 1), utf8(padded(limit + 1)), '['.repeat(limit + 1)]) {
      expect(verifyPassport(large, policy)).toMatchObject({
        code: 'MALFORMED_DOCUMENT',
        message: 'the document has more than 4 MiB',
      });
    }
  });

  test('UNSUPPORTED_VERSION: said of a future document whose members are not known', () => {
    const input = JSON.stringify({ passport: { version: 2, statement: 'another form' } });
    expect(verifyPassport(input, policy).code).toBe('UNSUPPORTED_VERSION');
  });

  test.each([
    '2026-02-31T00:00:00.000Z',
    '2025-02-29T00:00:00.000Z',
    '2026-04-31T00:00:00.000Z',
    '2026-00-10T00:00:00.000Z',
    '2026-13-10T00:00:00.000Z',
    '2026-03-00T00:00:00.000Z',
    '2026-03-14T24:00:00.000Z',
    '2026-03-14T23:60:00.000Z',
    '2026-03-14T23:59:60.000Z',
    '2026-12-31T23:59:60.000Z',
  ])('MALFORMED_TIME: %s', (signedAt) => {
    const input = signedAnew((copy) => Object.assign(copy.passport, { signedAt }));
    expect(verifyPassport(input, policy)).toMatchObject({
      verdict: 'INVALID',
      code: 'MALFORMED_TIME',
      pointer: '/passport/signedAt',
    });
  });

  const { signature } = document.passport;

  test('MALFORMED_SIGNATURE: bits set that no byte has', () => {
    // 64 bytes leave four bits unused in the last digit: fifteen more texts decode to the same bytes.
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const last = digits.indexOf(signature[85] as string);
    expect(last % 16).toBe(0);
    for (let more = 1; more < 16; more++) {
      const other = `${signature.slice(0, 85)}${digits[last + more]}==`;
      expect(Buffer.from(other, 'base64').equals(Buffer.from(signature, 'base64'))).toBe(true);
      const input = edited((copy) => Object.assign(copy.passport, { signature: other }) && undefined);
      expect(verifyPassport(input, policy), other).toMatchObject({
        verdict: 'INVALID',
        code: 'MALFORMED_SIGNATURE',
        pointer: '/passport/signature',
      });
    }
  });

  test.each([
    ['empty', ''],
    ['without padding', signature.slice(0, 86)],
    ['one padding too few', signature.slice(0, 87)],
    ['one padding too many', `${signature}=`],
    ['63 bytes', encodeBase64(Buffer.from(signature, 'base64').subarray(0, 63))],
    ['65 bytes', encodeBase64(Buffer.concat([Buffer.from(signature, 'base64'), Buffer.alloc(1)]))],
    ['66 bytes', encodeBase64(Buffer.concat([Buffer.from(signature, 'base64'), Buffer.alloc(2)]))],
    ['base64url', `${signature.slice(0, 40)}-_${signature.slice(42)}`],
    ['hex', Buffer.from(signature, 'base64').toString('hex')],
    ['a space inside', `${signature.slice(0, 40)} ${signature.slice(40)}`],
    ['a line break inside', `${signature.slice(0, 40)}\n${signature.slice(40)}`],
    ['a line break after it', `${signature}\n`],
    ['null', null],
    ['a list', [signature]],
  ])('a signature that is %s is never read as one', (_, value) => {
    const input = edited((copy) => Object.assign(copy.passport, { signature: value }) && undefined);
    expect(verifyPassport(input, policy).code).toMatch(/^MALFORMED_(SIGNATURE|DOCUMENT)$/);
  });

  test('SIGNATURE_MISMATCH: another key', () => {
    expect(verifyPassport(text, { key: otherKey.publicKey, now: NOW })).toMatchObject({
      verdict: 'INVALID',
      code: 'SIGNATURE_MISMATCH',
      covered: [],
      uncovered: ['/passport', '/_links'],
    });
  });

  test('SIGNATURE_MISMATCH: each bit of the signature', () => {
    const bytes = Buffer.from(signature, 'base64');
    for (let bit = 0; bit < 512; bit++) {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      const input = text.replace(signature, encodeBase64(changed));
      expect(verifyPassport(input, policy).code, `bit ${bit}`).toBe('SIGNATURE_MISMATCH');
    }
  });

  test('COVERAGE_MISMATCH: the other coverage is never accepted', () => {
    for (const signed of [document, payloadOnly]) {
      for (const coverage of [...COVERAGES, undefined]) {
        const own = signed === document ? 'envelope' : 'payload';
        const verdict = verifyPassport(emitDocument(signed), { ...policy, coverage });
        expect(verdict.verdict).toBe((coverage ?? 'envelope') === own ? 'VALID' : 'INVALID');
        if ((coverage ?? 'envelope') === own) continue;
        expect(verdict).toMatchObject({
          code: 'COVERAGE_MISMATCH',
          message: expect.stringContaining(`signed with coverage "${own}"`) as string,
          hint: expect.stringMatching(new RegExp(`--coverage ${own}$`)) as string,
          covered: [],
        });
      }
    }
  });

  test('SIGNATURE_MISMATCH: a signature over the document’s own text instead of its canonical bytes', () => {
    const { signature: _, ...covered } = document.passport;
    const made = encodeBase64(issuerKey.sign(utf8(JSON.stringify(covered))));
    expect(verifyPassport(text.replace(signature, made), policy).code).toBe('SIGNATURE_MISMATCH');
  });

  test('SIGNATURE_MISMATCH: the signature of another document of the same issuer', async () => {
    const own = libraryHoursPayload();
    own.artifact.name = 'Lindenau Swimming Hours';
    const other = await signPassport(own, issuerKey, { signedAt: SIGNED_AT });
    expect(verifyPassport(text.replace(signature, other.passport.signature), policy).code).toBe('SIGNATURE_MISMATCH');
  });

  test('NO_KEY', () => {
    for (const key of [undefined, null, '', 0, false]) {
      expect(verifyPassport(text, { key } as unknown as VerifyPolicy)).toMatchObject({
        verdict: 'UNVERIFIABLE',
        code: 'NO_KEY',
      });
    }
    expect(verifyPassport(text, {}).code).toBe('NO_KEY');
    expect(verifyPassport('no JSON', {}).code).toBe('NO_KEY');
  });

  test.each([undefined, null, '', 'now', 0, '2026-02-31T00:00:00Z', '2026-06-30T23:59:60Z', '2026-06-01', NaN])(
    'NO_TIME: %s',
    (now) => {
      const verdict = verifyPassport(text, { ...policy, now } as unknown as VerifyPolicy);
      expect(verdict).toMatchObject({ verdict: 'UNVERIFIABLE', code: 'NO_TIME' });
    },
  );

  test.each<[string, unknown]>([
    ['no bytes', new Uint8Array(0)],
    ['31 bytes', issuerKey.publicKey.subarray(1)],
    ['33 bytes', new Uint8Array(33)],
    ['hex', Buffer.from(issuerKey.publicKey).toString('hex')],
    ['a list of numbers', [...issuerKey.publicKey]],
    ['a pair', issuerKey],
    ['true', true],
    ['the neutral point', unhex(`01${'00'.repeat(31)}`)],
    ['a point of order 4', new Uint8Array(32)],
    ['a point of order 8', unhex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')],
    ['y = p', unhex(`ed${'ff'.repeat(30)}7f`)],
    ['y = p + 3', unhex(`f0${'ff'.repeat(31)}`)],
  ])('UNUSABLE_KEY: %s', (_, key) => {
    for (const input of [text, 'no JSON']) {
      expect(verifyPassport(input, { key } as VerifyPolicy)).toMatchObject({
        verdict: 'UNVERIFIABLE',
        code: 'UNUSABLE_KEY',
      });
    }
  });

  test('the universal forgery gets nowhere', () => {
    const forged = new Uint8Array(64);
    forged[0] = 1;
    const input = text.replace(signature, encodeBase64(forged));
    expect(verifyPassport(input, { key: unhex(`01${'00'.repeat(31)}`) }).code).toBe('UNUSABLE_KEY');
    expect(verifyPassport(input, policy).code).toBe('SIGNATURE_MISMATCH');
  });

  test('a failed verdict holds nothing of the document to go on with', () => {
    const inputs: readonly (readonly [VerdictCode, string, VerifyPolicy])[] = [
      ['NO_KEY', text, {}],
      ['NO_TIME', text, { key: issuerKey.publicKey }],
      ['UNUSABLE_KEY', text, { key: new Uint8Array(32) }],
      ['MALFORMED_JSON', '{', policy],
      ['MALFORMED_DOCUMENT', '{}', policy],
      ['UNSUPPORTED_VERSION', text.replace('"version":1}', '"version":2}'), policy],
      ['MALFORMED_TIME', text.replace(SIGNED_AT, '2026-02-31T00:00:00.000Z'), policy],
      ['MALFORMED_SIGNATURE', text.replace(signature, `${signature.slice(0, 85)}B==`), policy],
      ['SIGNATURE_MISMATCH', text.replace('Lindenau Library', 'Lindenau Libary'), policy],
    ];
    for (const [code, input, given] of inputs) {
      const verdict = verifyPassport(input, given);
      expect(verdict).toMatchObject({ code, covered: [], uncovered: ['/passport', '/_links'] });
      expect(verdict.message).not.toBe('');
      expect(Object.keys(verdict)).not.toEqual(expect.arrayContaining(['payload']));
      expect(Object.keys(verdict)).not.toEqual(expect.arrayContaining(['issuer']));
      expect(Object.keys(verdict)).not.toEqual(expect.arrayContaining(['links']));
    }
  });
});

describe('a call that is no call', () => {
  const usage = expect.objectContaining({ name: 'PassportError', code: 'ERR_USAGE' }) as unknown;

  test.each([undefined, null, 7, {}, [], [123], new ArrayBuffer(2), new DataView(new ArrayBuffer(2))])(
    'with %j as the document',
    (input) => {
      for (const given of [policy, {}]) expect(() => verifyPassport(input as unknown as string, given)).toThrow(usage);
    },
  );

  test.each([undefined, null, 'key', 7])('with %j as the policy', (given) => {
    expect(() => verifyPassport(text, given as unknown as VerifyPolicy)).toThrow(usage);
  });

  test.each([null, '', 'Payload', 'both', ['payload'], 0])('with %j as the coverage', (coverage) => {
    for (const given of [{ coverage }, { ...policy, coverage }]) {
      expect(() => verifyPassport(text, given as unknown as VerifyPolicy)).toThrow(usage);
    }
    expect(() => signingInput(document.passport, coverage as unknown as 'payload')).toThrow(usage);
  });

  test.each([['\ud800'], ['a\udc00b'], [undefined], [7]])('with %j as the slug of addresses', (slug) => {
    expect(() => deriveLinks(unfragileAi, slug as string)).toThrow(usage);
    expect(() => registryUrl(unfragileAi, 'claim', slug as string)).toThrow(usage);
  });
});

describe('deleting an input', () => {
  const attempt = (input: unknown, given: unknown): string => {
    try {
      return verifyPassport(input as string, given as VerifyPolicy).verdict;
    } catch {
      // A call that is no call at all has no verdict.
      return 'none';
    }
  };

  test('never makes VALID of anything', () => {
    for (const input of [text, emitDocument(payloadOnly), text.replace('Lindenau Library', 'Lindenau Libary')]) {
      for (const given of [
        undefined,
        null,
        {},
        { key: undefined },
        { coverage: 'payload' },
        { registry: unfragileAi },
      ]) {
        expect(attempt(input, given)).not.toBe('VALID');
      }
    }
    for (const input of [undefined, null, '', new Uint8Array(0)]) expect(attempt(input, policy)).not.toBe('VALID');
  });

  test('a policy that is taken out leaves the stricter one', () => {
    expect(attempt(emitDocument(payloadOnly), { ...policy, coverage: 'payload' })).toBe('VALID');
    for (const coverage of [undefined, null, '', 'Payload', 'both', 'envelope,payload']) {
      expect(attempt(emitDocument(payloadOnly), { ...policy, coverage }), String(coverage)).not.toBe('VALID');
    }
  });

  test('members of the document', () => {
    for (const name of ['passport', 'signature', 'signedAt', 'signedBy', 'version', 'unfragile'] as const) {
      const input = JSON.stringify(document, (key, value: unknown) => (key === name ? undefined : value));
      expect(attempt(input, policy), name).toBe('INVALID');
    }
  });
});

describe('what the document says of itself', () => {
  test('is never asked for a key, a coverage or a registry', () => {
    const spki = Buffer.from(otherKey.publicKey).toString('base64');
    const input = edited((copy) => ({
      ...copy,
      _links: { ...copy._links, publicKey: `data:,${spki}`, coverage: 'payload', key: spki },
    }));
    expect(verifyPassport(input, {}).code).toBe('NO_KEY');
    expect(verifyPassport(input, { key: otherKey.publicKey, now: NOW }).code).toBe('SIGNATURE_MISMATCH');
    const payload = edited((copy) => ({ ...copy, _links: { coverage: 'payload' } }), payloadOnly);
    expect(verifyPassport(payload, policy).code).toBe('COVERAGE_MISMATCH');
  });

  test('of what is too old it is told how old it is', () => {
    for (const [milliseconds, age] of [
      [1500, '1 second ago'],
      [5_400_000, '1 hour ago'],
      [3 * 86_400_000, '3 days ago'],
    ] as const) {
      const now = new Date(Date.parse(SIGNED_AT) + milliseconds).toISOString();
      const verdict = verifyPassport(text, { ...policy, now, maxAge: 1000 });
      expect(verdict).toMatchObject({ code: 'TOO_OLD', message: expect.stringContaining(age) as unknown });
    }
  });

  test('of another registry than the policy’s nothing can be said', () => {
    const registry = { ...unfragileAi, base_url: 'https://town.example', issuer: 'town.example' };
    expect(verifyPassport(text, { ...policy, registry })).toMatchObject({
      verdict: 'UNVERIFIABLE',
      code: 'REGISTRY_UNKNOWN',
      pointer: '/passport/unfragile/artifact/page_url',
    });
    // One that signs in another name is still judged by the registry whose page it is.
    const named = { ...unfragileAi, issuer: 'town.example' };
    expect(verifyPassport(text, { ...policy, registry: named })).toMatchObject({ verdict: 'VALID', links: [] });
  });
});

describeWithCorpus('JSONTestSuite', () => {
  const folder = ['vectors', 'json-test-suite'] as const;

  test('no file makes the verifier throw, and none is VALID', () => {
    const names = readdirSync(corpusPath(...folder, 'test_parsing'));
    expect(names).toHaveLength(318);
    const expected = new Map(
      readCorpus(...folder, 'expectations.tsv')
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t') as [string, string, string])
        .map(([name, , expectation]) => [name, expectation]),
    );
    for (const name of names) {
      const bytes = readFileSync(corpusPath(...folder, 'test_parsing', name));
      const verdict = verifyPassport(bytes, policy);
      expect(verdict.verdict, name).toBe('INVALID');
      expect(verdict.code, name).toMatch(/^MALFORMED_(JSON|DOCUMENT)$/);
      if (expected.get(name) === 'reject') expect(verdict.code, name).toBe('MALFORMED_JSON');
      // A verifier refuses -0 besides: its canonical form is another text.
      const minusZero = /^y_number_(minus|negative)_zero/.test(name);
      if (expected.get(name) === 'accept' && !minusZero) expect(verdict.code, name).toBe('MALFORMED_DOCUMENT');
      expect(() => verifyPassport(bytes.toString('latin1'), policy), name).not.toThrow();
    }
  });

  test('nor does one in the place of the links or of the payload', () => {
    for (const name of readdirSync(corpusPath(...folder, 'test_parsing'))) {
      const bytes = readFileSync(corpusPath(...folder, 'test_parsing', name));
      const at = text.indexOf('"_links":') + '"_links":'.length;
      const links = Buffer.concat([Buffer.from(text.slice(0, at)), bytes, Buffer.from('}')]);
      const inLinks = verifyPassport(links, policy);
      if (inLinks.verdict === 'VALID') expect(inLinks.links?.length, name).toBeGreaterThan(0);
      else expect(inLinks.code, name).toMatch(/^MALFORMED_(JSON|DOCUMENT)$/);
      const payload = Buffer.concat([Buffer.from('{"passport":{"unfragile":'), bytes, Buffer.from('},"_links":{}}')]);
      expect(verifyPassport(payload, policy).verdict, name).toBe('INVALID');
    }
  });
});

/** The same value with the members of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, reversed(item)]),
  );
}

/** The same JSON with every letter in it, of names too, as an escape. */
function escaped(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"/g, (string) =>
    string.replace(/\\.|[A-Za-z]/g, (unit) =>
      unit.length > 1 ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}
