import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPassport } from '../../src/author/build.js';
import { encodeBase64 } from '../../src/encoding/base64.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { appendPointer, pointerTokens } from '../../src/encoding/pointer.js';
import { emitDocument } from '../../src/passport/document.js';
import { signingInput } from '../../src/passport/signing-input.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import type { PassportDocument, RevocationList, TrustFile } from '../../src/passport/types.generated.js';
import { signPassport } from '../../src/sign/sign.js';
import type { VerifyPolicy } from '../../src/verify/policy.js';
import { SeenState } from '../../src/verify/seen-state.js';
import { verifyPassport } from '../../src/verify/verify.js';
import { issuerKey, libraryHoursDocument, NOW, SIGNED_AT } from '../fixtures/library-hours.js';
import { capability, sourceValue } from '../source-value.js';
import {
  cosignature,
  cosigned,
  listed,
  otherKey,
  registryEntry,
  registryKey,
  rooted,
  rootKey,
  trustEntry,
  trustFile,
  trusting,
} from './statements.js';

const document = await libraryHoursDocument();
const text = emitDocument(document);
const { slug } = document.passport.unfragile.artifact;

/** Everything that a verdict can rest on. The trust file asks for all that could be left out. */
interface Evidence {
  readonly document: string;
  readonly trust: TrustFile;
  readonly signed: boolean;
  readonly list: string;
  readonly seen: SeenState;
  readonly now: string;
}

const base: Evidence = {
  document: text,
  trust: trustFile([trustEntry(), trustEntry({ issuer: 'other.example' }, otherKey)], {
    requires: { revocations: true, state: true, max_age: '90d', cosignatures: null },
  }),
  signed: true,
  list: listed(),
  seen: new SeenState(),
  now: NOW,
};

function policyOf({ trust, signed, list, seen, now }: Evidence): VerifyPolicy {
  const input = signed ? trusting(rooted(trust), { root: rootKey.publicKey }) : trusting(trust);
  return { trust: input, revocations: [list], seen, now };
}

const compromised = { status: 'compromised', compromised_at: '2026-03-01T00:00:00Z' } as const;
const withEntry = (part: Parameters<typeof trustEntry>[0]): Partial<Evidence> => ({
  trust: { ...base.trust, keys: [trustEntry(part)] },
});
const newer = new SeenState();
newer.rememberPassport({ issuer: 'unfragile.ai', slug, signed_at: NOW, digest: `sha256:${'0'.repeat(64)}` });
newer.rememberList({ issuer: 'unfragile.ai', sequence: 7 });
const revoked = [{ slug, at: SIGNED_AT, reason: 'leaks' }];

/** Why the same document is not VALID, one thing at a time. */
const spoilt: Readonly<Record<string, Partial<Evidence>>> = {
  'a changed document': { document: text.replace('Lindenau Library', 'Lindenau Libary') },
  'a stranger': { trust: { ...base.trust, keys: [trustEntry({}, otherKey)] } },
  'another issuer': withEntry({ issuer: 'other.example' }),
  'a key that signed too early': withEntry({ not_before: '2026-04-01T00:00:00Z' }),
  'a key that signed too late': withEntry({ not_after: '2026-03-01T00:00:00Z' }),
  'a retired key': withEntry({ status: 'retired', not_after: '2026-03-01T00:00:00Z' }),
  'a compromised key': withEntry(compromised),
  'a compromised key whose earlier signatures are kept': withEntry({ ...compromised, keep_earlier: true }),
  'another coverage': withEntry({ coverage: 'payload' }),
  'a revoked artifact': { list: listed({ revoked }) },
  'a stale list': { list: listed({ next_update: '2026-05-31T12:00:00.000Z' }) },
  'an old list': { list: listed({ sequence: 6 }), seen: newer },
  "a stranger's list": { list: listed({}, otherKey) },
  'an older document': { seen: newer },
  'a broken state': { seen: new SeenState('{') },
  'an age': { now: '2026-12-01T00:00:00Z', list: listed({ next_update: '2027-01-01T00:00:00.000Z' }) },
  'the future': {
    now: '2026-03-01T00:00:00Z',
    list: listed({ issued_at: '2026-02-28T00:00:00.000Z' }),
    trust: { ...base.trust, issued_at: '2026-02-01T00:00:00Z' },
  },
  'an expired trust file': { trust: { ...base.trust, expires_at: '2026-05-02T00:00:00Z' } },
};

/** The value without each of its members and entries in turn. */
function* without(value: JsonValue): Generator<readonly [pointer: string, rest: JsonValue]> {
  for (const pointer of pointersOf(value, '')) {
    const rest = structuredClone(value);
    const tokens = pointerTokens(pointer);
    const last = tokens.pop() as string;
    const parent = tokens.reduce<JsonValue>((at, token) => (at as Record<string, JsonValue>)[token] as JsonValue, rest);
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent as object, last);
    yield [pointer, rest];
  }
}

function* pointersOf(value: JsonValue, pointer: string): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    yield appendPointer(pointer, name);
    yield* pointersOf(part, appendPointer(pointer, name));
  }
}

const verdictOf = (document: string, policy: VerifyPolicy): string => verifyPassport(document, policy).verdict;

/** Every way to leave something out, and the verdict then. */
function* leavingOut(evidence: Evidence): Generator<readonly [what: string, verdict: string]> {
  const policy = policyOf(evidence);
  const { document: input, list } = evidence;
  for (const name of ['trust', 'revocations', 'seen', 'now'] as const) {
    const { [name]: _, ...rest } = policy;
    yield [name, verdictOf(input, rest)];
  }
  for (const name of ['value', 'bytes', 'root'] as const) {
    const { [name]: _, ...rest } = policy.trust as NonNullable<VerifyPolicy['trust']>;
    yield [`trust.${name}`, verdictOf(input, { ...policy, trust: rest as NonNullable<VerifyPolicy['trust']> })];
  }
  yield ['the list', verdictOf(input, { ...policy, revocations: [] })];
  yield ['the text of the list', verdictOf(input, { ...policy, revocations: [''] })];
  yield ['the document', verdictOf('', policy)];
  for (const [pointer, rest] of without(policy.trust?.value as JsonValue)) {
    yield [`trust${pointer}`, verdictOf(input, { ...policy, trust: { ...policy.trust, value: rest } })];
  }
  for (const [pointer, rest] of without(JSON.parse(list) as RevocationList as unknown as JsonValue)) {
    yield [`list${pointer}`, verdictOf(input, { ...policy, revocations: [JSON.stringify(rest)] })];
  }
  for (const [pointer, rest] of without(JSON.parse(input) as JsonValue)) {
    yield [`document${pointer}`, verdictOf(JSON.stringify(rest), policy)];
  }
}

describe('leaving an input out never improves a verdict', () => {
  test('of a document that is VALID: only of what no verdict rests on', () => {
    for (const signed of [true, false]) {
      const evidence = { ...base, signed };
      expect(verdictOf(text, policyOf(evidence))).toBe('VALID');
      const left = [...leavingOut(evidence)];
      expect(left.length).toBeGreaterThan(150);
      const still = left.filter(([, verdict]) => verdict === 'VALID').map(([what]) => what);
      const harmless = /^(?:trust\.bytes|document\/_links(?:\/.*)?)$/;
      // Of an unsigned trust file: the root key that was not given, and the key of another issuer.
      const unsigned = /^(?:trust\.root|trust\/keys\/1)$/;
      expect(still.filter((what) => !harmless.test(what) && (signed || !unsigned.test(what)))).toEqual([]);
    }
  });

  test.each(Object.entries(spoilt))('of a document that is not, because of %s', (_, part) => {
    for (const signed of [true, false]) {
      const evidence = { ...base, ...part, signed };
      expect(verdictOf(evidence.document, policyOf(evidence))).not.toBe('VALID');
      for (const [what, verdict] of leavingOut(evidence)) expect(verdict, what).not.toBe('VALID');
    }
  });
});

test('leaving out the profile of a registry, or what else is asked for, does not either', () => {
  const town = { ...unfragileAi, base_url: 'https://town.example', issuer: 'town.example' };
  const policy = { ...policyOf(base), trust: trusting(trustFile([trustEntry({ issuer: 'town.example' })])) };
  const asked: VerifyPolicy = { ...policy, registry: town, revocations: undefined };
  for (const score of [document.passport.unfragile.trust.score, 99]) {
    const copy = structuredClone(document);
    copy.passport.signedBy = 'town.example';
    copy.passport.unfragile.trust.permissions = ['Nothing at all'];
    copy.passport.unfragile.trust.score = score;
    copy.passport.unfragile.artifact.page_url = `https://town.example/${slug}`;
    copy.passport.signature = encodeBase64(issuerKey.sign(signingInput(copy.passport, 'envelope')));
    expect(verifyPassport(JSON.stringify(copy), asked).code).toBe('DERIVATION_MISMATCH');
    const { registry: _, ...rest } = asked;
    expect(verdictOf(JSON.stringify(copy), rest)).not.toBe('VALID');
  }
});

describe('cosignatures', () => {
  const good = cosignature(document);
  const others = [
    { ...good, signedBy: 'auditor.example', role: 'auditor' },
    cosignature(document, { signedBy: 'x' }, otherKey),
    cosignature(document, { signedBy: 'unfragile.ai' }, issuerKey),
    cosignature(document, { role: 'auditor' }),
    cosignature(document, { signedBy: 'late.example', signedAt: '2026-07-01T00:00:00.000Z' }, otherKey),
  ];
  const late = trustEntry({ issuer: 'late.example', role: 'registry' }, otherKey);
  const trusted = (cosignatures: TrustFile['requires']['cosignatures'], keys = [registryEntry(), late]): TrustFile =>
    trustFile([trustEntry(), ...keys], { requires: { ...base.trust.requires, cosignatures } });
  const asked: Evidence = {
    ...base,
    trust: trusted({ registry: 1 }),
    list: listed(),
    document: cosigned(document, good),
  };
  const lists = [listed(), listed({ issuer: 'registry.example' }, registryKey)];
  const policyWith = (evidence: Evidence, revocations = lists): VerifyPolicy => ({
    ...policyOf(evidence),
    revocations,
  });

  test('of a document that is VALID by one, nothing it rests on can be left out', () => {
    for (const signed of [true, false]) {
      const evidence = { ...asked, signed };
      const policy = policyWith(evidence);
      expect(verdictOf(evidence.document, policy)).toBe('VALID');
      const left = [
        ...[...without(policy.trust?.value as JsonValue)].map(([what, value]) => {
          return [`trust${what}`, verdictOf(evidence.document, { ...policy, trust: { ...policy.trust, value } })];
        }),
        ...[...without(JSON.parse(evidence.document) as JsonValue)].map(([what, value]) => {
          return [`document${what}`, verdictOf(JSON.stringify(value), policy)];
        }),
        ...lists.map((one) => {
          const rest = lists.filter((other) => other !== one);
          return ['a list', verdictOf(evidence.document, policyWith(evidence, rest))];
        }),
      ];
      expect(left.map(([what]) => what)).toContain('document/_cosignatures/0');
      const still = left.filter(([, verdict]) => verdict === 'VALID').map(([what]) => what as string);
      // The key of another who could have cosigned.
      expect(still.filter((what) => !/^document\/_links/.test(what))).toEqual(signed ? [] : ['trust/keys/2']);
    }
  });

  const subsets = Array.from({ length: 2 ** others.length }, (_, bits) =>
    others.filter((_, index) => (bits >> index) & 1),
  );

  test('that do not count never help, however many, and never harm', () => {
    for (const subset of subsets) {
      const [poor, rich] = [cosigned(document, ...subset), cosigned(document, ...subset, good)];
      expect(verifyPassport(poor, policyWith(asked)).code).toBe('COSIGNATURES_MISSING');
      expect(verifyPassport(rich, policyWith(asked)).code).toBe('OK');
      const two = { ...asked, trust: trusted({ registry: 2 }) };
      expect(verifyPassport(rich, policyWith(two)).code).toBe('COSIGNATURES_MISSING');
      for (const input of [poor, rich]) expect(verdictOf(input, policyOf(base))).toBe('VALID');
    }
  });

  test.each(Object.entries(spoilt))('mend nothing else: %s', (_, part) => {
    const spoiltText = part.document ?? text;
    const given = { ...(JSON.parse(spoiltText) as PassportDocument), _cosignatures: [good] };
    const evidence = { ...base, ...part };
    const keys = [...evidence.trust.keys, registryEntry()];
    const requires = { ...base.trust.requires, cosignatures: { registry: 1 } };
    const policy = policyWith({ ...evidence, trust: { ...evidence.trust, keys, requires } }, [
      evidence.list,
      listed({ issuer: 'registry.example', next_update: '2027-06-01T00:00:00.000Z' }, registryKey),
    ]);
    const plain = verifyPassport(spoiltText, policyOf(evidence));
    expect(plain.verdict).not.toBe('VALID');
    expect(verifyPassport(JSON.stringify(given), policy).verdict).not.toBe('VALID');
    expect(verifyPassport(JSON.stringify(given), policyOf(evidence)).code).toBe(plain.code);
  });
});

describe('random passports', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789 äß€日本\u{1f35e}"\\/<'),
    minLength: 1,
    maxLength: 30,
  });
  const texts = fc.array(word, { maxLength: 4 });
  const made = fc.record({
    names: fc.array(word, { minLength: 1, maxLength: 3 }),
    tags: texts,
    limitations: texts,
    requires: texts,
    rank: fc.float({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }),
  });
  const policy: VerifyPolicy = { trust: trusting(trustFile()), now: NOW };

  test('10,000, signed and verified, then with one byte changed and refused', async () => {
    let changedLinks = 0;
    await fc.assert(
      fc.asyncProperty(made, fc.nat(), fc.integer({ min: 1, max: 255 }), async (parts, place, change) => {
        const source = sourceValue({
          artifact: { name: `x${parts.names[0]}`, tags: parts.tags },
          capabilities: parts.names.map((name, index) =>
            capability({ name: `n${index} ${name}`, limitations: parts.limitations, requires: parts.requires }),
          ),
        });
        const { payload } = buildPassport(source, { observations: { rank: { adoption: Math.abs(parts.rank) } } });
        const signed = emitDocument(await signPassport(payload, issuerKey, { signedAt: SIGNED_AT }));
        expect(verifyPassport(signed, policy).code).toBe('OK');
        const bytes = new TextEncoder().encode(signed);
        const at = place % bytes.length;
        bytes[at] = (bytes[at] as number) ^ change;
        const verdict = verifyPassport(bytes, policy);
        if (verdict.verdict !== 'VALID') return;
        // Nothing signs the links: what is changed there is named.
        expect(new TextDecoder().decode(bytes.subarray(0, at))).toContain('"_links":');
        expect(verdict.links?.length).toBeGreaterThan(0);
        changedLinks++;
      }),
      { numRuns: 10_000 },
    );
    expect(changedLinks).toBeGreaterThan(100);
    expect(changedLinks).toBeLessThan(5000);
  });
});
