import { describe, expect, test } from 'vitest';
import { encodeBase64, encodeBase64Url } from '../../src/encoding/base64.js';
import { digestText } from '../../src/encoding/digest.js';
import { canonicalize } from '../../src/encoding/jcs.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { generateKeyPair, KeyPair } from '../../src/keys/key-pair.js';
import { keyId } from '../../src/keys/key-id.js';
import { claimInput, payloadDigest, withProven } from '../../src/passport/claim.js';
import { proofPlace } from '../../src/passport/proof-place.js';
import { statementInput } from '../../src/passport/statement.js';
import type { Claim, ClaimProof, TrustFile } from '../../src/passport/types.generated.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { signClaim } from '../../src/sign/claim.js';
import { claimPlace } from '../../src/validate/claim-address.js';
import { checkClaim, type ClaimPolicy, type FoundProof, openClaim } from '../../src/verify/claim.js';
import { SeenClaims } from '../../src/verify/seen-claims.js';
import { seedOf } from '../bytes.js';
import { builder, claimOf, EXPIRES, ISSUED, NONCE, payloadAt, proofNaming, signedAnew, stranger } from '../claims.js';
import { exampleKeyPair } from '../example-key.js';
import { NOW } from '../fixtures/library-hours.js';

const URL_OF = 'https://toaster.example/bread';
const ADDRESS = 'https://toaster.example/.well-known/trust-passport.json';
const payload = payloadAt(URL_OF);
const claim = await claimOf(payload);
const text = JSON.stringify(claim);
const proof: FoundProof = { bytes: JSON.stringify(proofNaming([builder, 'toaster'])), foundAt: ADDRESS };

const codeOf = (input: string, part: Partial<ClaimPolicy & { proof: FoundProof | undefined }> = {}): string =>
  checkClaim(input, { payload, now: NOW, proof, ...part }).code;

describe('a claim', () => {
  test('that holds is given back as it was verified', () => {
    const verdict = checkClaim(text, { payload, now: NOW, proof });
    expect(verdict).toMatchObject({ holds: true, code: 'OK', claim, place: { address: ADDRESS } });
  });

  test('names what the source gives, the page of the registry, and its key', () => {
    expect(claim).toMatchObject({
      type: 'trust-passport/claim/1',
      slug: 'toaster',
      url: URL_OF,
      claim_url: 'https://unfragile.ai/submit?claim=toaster',
      public_key: encodeBase64Url(builder.publicKey),
      key_id: keyId(builder.publicKey),
      payload_digest: digestText(canonicalize(payload as unknown as JsonValue)),
    });
  });

  test('is signed over its canonical bytes, so its spelling is free', () => {
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(claim).reverse()), null, 3);
    expect(codeOf(reordered)).toBe('OK');
  });

  test('is to the registry whose profile is given', async () => {
    const registry = { ...unfragileAi, base_url: 'https://registry.example' };
    const made = await signClaim(payload, builder, { issuedAt: ISSUED, expiresAt: EXPIRES, nonce: NONCE, registry });
    expect(made.claim_url).toBe('https://registry.example/submit?claim=toaster');
    expect(codeOf(JSON.stringify(made))).toBe('CLAIM_URL_MISMATCH');
    // The payload has the address of its own registry, too.
    expect(codeOf(JSON.stringify(made), { registry })).toBe('CLAIM_URL_MISMATCH');
    expect(codeOf(text, { registry })).toBe('CLAIM_URL_MISMATCH');
  });

  test('of no other kind has a signature that fits, nor fits its own another kind', () => {
    const { signature: _, ...rest } = claim;
    const asStatement = statementInput({ ...rest, type: 'trust-passport/trust-file/1' } as unknown as TrustFile);
    const signature = encodeBase64(builder.sign(asStatement));
    expect(codeOf(JSON.stringify({ ...claim, signature }))).toBe('CLAIM_SIGNATURE_MISMATCH');
  });
});

describe('every member of a claim', () => {
  const other: Record<keyof Claim, unknown> = {
    type: 'trust-passport/claim/2',
    slug: 'toasters',
    claim_url: 'https://unfragile.ai/submit?claim=toasters',
    url: 'https://toaster.example/breads',
    public_key: encodeBase64Url(stranger.publicKey),
    key_id: keyId(stranger.publicKey),
    payload_digest: `sha256:${'0'.repeat(64)}`,
    issued_at: '2026-05-30T00:00:00.001Z',
    expires_at: '2026-06-06T00:00:00.001Z',
    nonce: encodeBase64Url(seedOf('another').subarray(0, 16)),
    signature: encodeBase64(builder.sign(new Uint8Array(1))),
  };

  test.each(Object.keys(claim) as (keyof Claim)[])('%s: changed, taken away, doubled, emptied', (name) => {
    const codes = {
      changed: codeOf(JSON.stringify({ ...claim, [name]: other[name] })),
      missing: codeOf(JSON.stringify({ ...claim, [name]: undefined })),
      doubled: codeOf(text.replace('{', `{${JSON.stringify(name)}:${JSON.stringify(claim[name])},`)),
      ...Object.fromEntries(
        [null, '', 0, [], {}, [claim[name]], `${claim[name]} `].map((value) => [
          JSON.stringify(value),
          codeOf(JSON.stringify({ ...claim, [name]: value })),
        ]),
      ),
    };
    expect(Object.values(codes)).not.toContain('OK');
    const changed = { type: 'CLAIM_WRONG_TYPE', public_key: 'CLAIM_KEY_ID_MISMATCH', key_id: 'CLAIM_KEY_ID_MISMATCH' };
    expect(codes.changed).toBe((changed as Record<string, string>)[name] ?? 'CLAIM_SIGNATURE_MISMATCH');
    expect(codes.missing).toBe('CLAIM_MALFORMED');
    expect(codes.doubled).toBe('CLAIM_NOT_JSON');
  });

  test.each(['extra', '__proto__', 'Type', 'signature2', ''])('and no other: %j', (name) => {
    const added = text.replace('{', `{${JSON.stringify(name)}:"x",`);
    expect(['CLAIM_MALFORMED', 'CLAIM_NOT_JSON']).toContain(codeOf(added));
  });

  test('each bit of the signature and of the key counts', () => {
    const signature = Buffer.from(claim.signature, 'base64');
    for (let bit = 0; bit < 512; bit += 7) {
      const changed = Buffer.from(signature);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(codeOf(JSON.stringify({ ...claim, signature: changed.toString('base64') }))).toBe(
        'CLAIM_SIGNATURE_MISMATCH',
      );
    }
  });
});

describe('the first check that fails', () => {
  const anew = (part: object, pair = builder): string => signedAnew(claim, part, pair);
  const keyed = (publicKey: Uint8Array): object => ({ public_key: encodeBase64Url(publicKey) });
  const neutral = Uint8Array.of(1, ...new Uint8Array(31));
  // The last letter of 43 has two bits that no byte has.
  const loose = (word: string): string => word.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) + 1));

  test.each<readonly [string, string, string]>([
    ['more than 16 KiB', 'CLAIM_TOO_LARGE', `${text}${' '.repeat(16 << 10)}`],
    ['no JSON', 'CLAIM_NOT_JSON', 'claim'],
    ['a byte order mark', 'CLAIM_NOT_JSON', `\ufeff${text}`],
    ['100,000 brackets within the size', 'CLAIM_NOT_JSON', '['.repeat(16_000)],
    ['a passport', 'CLAIM_MALFORMED', '{"passport":{}}'],
    ['null', 'CLAIM_MALFORMED', 'null'],
    ['a state', 'CLAIM_WRONG_TYPE', '{"type":"trust-passport/state/1"}'],
    ['31 February', 'CLAIM_TIME_MALFORMED', anew({ issued_at: '2026-02-31T00:00:00.000Z' })],
    ['a leap second', 'CLAIM_TIME_MALFORMED', anew({ expires_at: '2026-06-30T23:59:60.000Z' })],
    ['an offset', 'CLAIM_MALFORMED', anew({ expires_at: '2026-06-06T00:00:00+00:00' })],
    ['a nonce of another spelling', 'CLAIM_NONCE_MALFORMED', anew({ nonce: `${NONCE.slice(0, -1)}${'_'}` })],
    ['a key of another spelling', 'CLAIM_KEY_MALFORMED', anew({ public_key: loose(claim.public_key) })],
    ['y beyond p', 'CLAIM_KEY_MALFORMED', anew(keyed(Uint8Array.of(0xf0, ...new Uint8Array(30).fill(0xff), 0x7f)))],
    ['the neutral point', 'CLAIM_KEY_WEAK', anew(keyed(neutral))],
    ['another id', 'CLAIM_KEY_ID_MISMATCH', anew({ key_id: 'A'.repeat(43) })],
    [
      'a signature of another spelling',
      'CLAIM_SIGNATURE_MALFORMED',
      JSON.stringify({
        ...claim,
        signature: claim.signature.replace(/.==$/, (end) => (end === 'A==' ? 'B==' : `${loose(end[0] as string)}==`)),
      }),
    ],
    ['a key that did not sign', 'CLAIM_SIGNATURE_MISMATCH', anew({}, stranger)],
    ['made tomorrow', 'CLAIM_IN_FUTURE', anew({ issued_at: '2026-06-02T00:00:00.000Z' })],
    ['over before it began', 'CLAIM_LIFETIME_EMPTY', anew({ expires_at: ISSUED })],
    ['for ever', 'CLAIM_LIFETIME_TOO_LONG', anew({ expires_at: '9999-12-31T23:59:59.999Z' })],
    ['over', 'CLAIM_EXPIRED', anew({ expires_at: NOW })],
    ['another slug', 'SLUG_MISMATCH', anew({ slug: 'toasters' })],
    ['another page', 'CLAIM_URL_MISMATCH', anew({ claim_url: 'https://evil.example/submit?claim=toaster' })],
    ['another url', 'URL_MISMATCH', anew({ url: `${URL_OF}/` })],
    ['another payload', 'PAYLOAD_MISMATCH', anew({ payload_digest: `sha256:${'0'.repeat(64)}` })],
  ])('%s: %s', (_, code, input) => {
    expect(codeOf(input)).toBe(code);
  });

  test('of an example key', async () => {
    const pair = exampleKeyPair();
    expect(codeOf(anew({ ...keyed(pair.publicKey), key_id: keyId(pair.publicKey) }, pair))).toBe('CLAIM_KEY_EXAMPLE');
    await expect(claimOf(payload, pair)).rejects.toMatchObject({ code: 'ERR_INVALID_KEY' });
  });

  test('of what it is judged by', () => {
    expect(codeOf(text, { now: undefined })).toBe('NO_TIME');
    expect(codeOf(text, { now: '2026-02-31T00:00:00Z' })).toBe('NO_TIME');
    expect(codeOf(text, { seen: new SeenClaims('{}') })).toBe('STATE_MALFORMED');
    expect(codeOf(text, { payload: undefined })).toBe('NO_PAYLOAD');
  });

  test('by the clock, to the millisecond', () => {
    const at = (time: string, part = {}): string => codeOf(text, { now: time, ...part });
    expect(at('2026-06-05T23:59:59.999Z')).toBe('OK');
    expect(at(EXPIRES)).toBe('CLAIM_EXPIRED');
    expect(at('2026-05-29T23:55:00.000Z')).toBe('OK');
    expect(at('2026-05-29T23:54:59.999Z')).toBe('CLAIM_IN_FUTURE');
    expect(at('2026-05-29T23:59:59.999Z', { skew: 0 })).toBe('CLAIM_IN_FUTURE');
    expect(at(NOW, { maxLifetime: 7 * 86_400_000 })).toBe('OK');
    expect(at(NOW, { maxLifetime: 7 * 86_400_000 - 1 })).toBe('CLAIM_LIFETIME_TOO_LONG');
  });

  test('of a source that was changed since', () => {
    const changed = structuredClone(payload);
    (changed.capabilities[0] as { description: string }).description += ' ';
    expect(codeOf(text, { payload: changed })).toBe('PAYLOAD_MISMATCH');
    // Observed by the registry: not what the builder has claimed.
    expect(codeOf(text, { payload: { ...payload, trust: { ...payload.trust, verified: true } } })).toBe(
      'PAYLOAD_MISMATCH',
    );
  });

  test('is none for a call that is none: that throws', () => {
    for (const call of [
      () => checkClaim(1 as never, { payload, now: NOW, proof }),
      () => checkClaim(text, undefined as never),
      () => checkClaim(text, { payload, now: NOW, proof, skew: Number.NaN }),
      () => checkClaim(text, { payload, now: NOW, proof, maxLifetime: -1 }),
      () => checkClaim(text, { payload, now: NOW, proof, seen: {} as never }),
      () => checkClaim(text, { payload, now: NOW, proof, use: 'sing' as never }),
    ])
      expect(call).toThrow(expect.objectContaining({ code: 'ERR_USAGE' }) as Error);
  });
});

describe('the address of an artifact', () => {
  const codeAt = async (url: string): Promise<string> => {
    const source = payloadAt(url);
    const made = signedAnew(claim, { url, payload_digest: payloadDigest(source) });
    const opened = openClaim(made, { payload: source, now: NOW });
    // What cannot be proved cannot be claimed either.
    if (opened.holds === false) {
      await expect(claimOf(source)).rejects.toMatchObject({ code: 'ERR_INVALID_SOURCE' });
      return opened.code;
    }
    return opened.place.address;
  };

  test.each([
    ['https://user@toaster.example/', 'URL_AMBIGUOUS'],
    ['https://toaster.example@evil.example/', 'URL_AMBIGUOUS'],
    ['https://toaster.example./', 'URL_AMBIGUOUS'],
    ['https://toaster..example/', 'URL_AMBIGUOUS'],
    ['https://tоaster.example/', 'URL_AMBIGUOUS'],
    ['https://toaster。example/', 'URL_AMBIGUOUS'],
    ['https://toaster%2eexample/', 'URL_AMBIGUOUS'],
    ['https://toaster.example\\@evil.example/', 'URL_AMBIGUOUS'],
    ['https://2130706433/', 'URL_AMBIGUOUS'],
    ['https://0x7f.1/', 'URL_AMBIGUOUS'],
    ['https://[::ffff:127.0.0.1]/', 'URL_AMBIGUOUS'],
    ['https://toaster.example:0443/', 'URL_AMBIGUOUS'],
    ['http://toaster.example/', 'URL_INSECURE'],
    ['https://localhost/', 'URL_NOT_PUBLIC'],
    ['https://127.0.0.1:8443/', 'URL_NOT_PUBLIC'],
    ['https://[::1]/', 'URL_NOT_PUBLIC'],
    ['https://[fd00::1]/', 'URL_NOT_PUBLIC'],
    ['https://169.254.169.254/', 'URL_NOT_PUBLIC'],
    ['https://toaster.internal/', 'URL_NOT_PUBLIC'],
    ['https://intranet/', 'URL_NOT_PUBLIC'],
    ['https://127.0.0.1.nip.io/', 'URL_NOT_PUBLIC'],
  ])('%s: %s', async (url, code) => {
    expect(await codeAt(url)).toBe(code);
  });

  const wellKnown = (origin: string): string => `${origin}/.well-known/trust-passport.json`;
  test.each([
    ['https://toaster.example', wellKnown('https://toaster.example')],
    ['https://Toaster.Example/a?b#c', wellKnown('https://toaster.example')],
    ['https://toaster.example:443/', wellKnown('https://toaster.example')],
    ['https://toaster.example:8443/', wellKnown('https://toaster.example:8443')],
    ['https://xn--taster-uqf.example/', wellKnown('https://xn--taster-uqf.example')],
    ['https://owner.github.io/toaster/', wellKnown('https://owner.github.io')],
    ['https://github.com/', wellKnown('https://github.com')],
    ['https://github.com:8443/owner/repo', wellKnown('https://github.com:8443')],
    ['https://github.com.evil.example/owner/repo', wellKnown('https://github.com.evil.example')],
    ['https://github.com/owner/repo', 'https://raw.githubusercontent.com/owner/repo/HEAD/trust-passport.json'],
    ['https://www.github.com/owner/repo.git', 'https://raw.githubusercontent.com/owner/repo/HEAD/trust-passport.json'],
    ['https://github.com/o/r/tree/main/a/..%2f..', 'https://raw.githubusercontent.com/o/r/HEAD/trust-passport.json'],
    [
      'https://github.com/owner/%2e%2e/other/repo',
      'https://raw.githubusercontent.com/other/repo/HEAD/trust-passport.json',
    ],
    ['https://github.com/owner%2Frepo/x', wellKnown('https://github.com')],
    ['https://gitlab.com/a/b/c/-/tree/main', 'https://gitlab.com/a/b/c/-/raw/HEAD/trust-passport.json'],
    ['https://gitlab.com/a/-/b', wellKnown('https://gitlab.com')],
    ['https://gitlab.com/a/b.git', 'https://gitlab.com/a/b/-/raw/HEAD/trust-passport.json'],
    ['https://codeberg.org/a/b', 'https://codeberg.org/api/v1/repos/a/b/raw/trust-passport.json'],
    ['https://bitbucket.org/a/b/src', 'https://bitbucket.org/a/b/raw/HEAD/trust-passport.json'],
    ['https://huggingface.co/a/b', 'https://huggingface.co/a/b/raw/main/trust-passport.json'],
    [
      'https://huggingface.co/datasets/a/b/tree/main',
      'https://huggingface.co/datasets/a/b/raw/main/trust-passport.json',
    ],
    ['https://huggingface.co/spaces/a', wellKnown('https://huggingface.co')],
  ])('%s: %s', async (url, address) => {
    expect(await codeAt(url)).toBe(address);
    const place = claimPlace(url);
    expect(place).toEqual(proofPlace(new URL(url)));
  });

  test('is never repeated where a password may stand in it', () => {
    expect(JSON.stringify(claimPlace('https://user:hunter2@toaster.example/'))).not.toContain('hunter2');
  });
});

describe('a proof', () => {
  const withProof = (bytes: unknown, foundAt = ADDRESS): string =>
    codeOf(text, {
      proof: { bytes: typeof bytes === 'string' ? bytes : JSON.stringify(bytes), foundAt },
    });
  const named = proofNaming([builder, 'toaster']);

  test.each<readonly [string, string, unknown]>([
    ['more than 64 KiB', 'PROOF_TOO_LARGE', ' '.repeat((64 << 10) + 1)],
    ['a page', 'PROOF_NOT_JSON', '<!doctype html>'],
    ['a member twice', 'PROOF_NOT_JSON', JSON.stringify(named).replace('{', '{"type":"x",')],
    ['nothing', 'PROOF_NOT_JSON', ''],
    ['the claim itself', 'PROOF_WRONG_TYPE', text],
    ['another version', 'PROOF_WRONG_TYPE', { ...named, type: 'trust-passport/claim-proof/2' }],
    ['one more member', 'PROOF_MALFORMED', { ...named, origin: 'https://toaster.example' }],
    ['no list', 'PROOF_MALFORMED', { ...named, claims: named.claims[0] }],
    ['a list of none', 'PROOF_MALFORMED', { ...named, claims: [] }],
    ['the key of somebody else', 'PROOF_OTHER_KEY', proofNaming([stranger, 'toaster'])],
    [
      'the key in another spelling',
      'PROOF_MALFORMED',
      { ...named, claims: [{ public_key: `${claim.public_key}=`, slugs: ['toaster'] }] },
    ],
    ['the key for another artifact', 'PROOF_OTHER_SLUG', proofNaming([builder, 'kettle'], [stranger, 'toaster'])],
    ['the key for all', 'PROOF_MALFORMED', proofNaming([builder, '*'])],
    ['others beside it', 'OK', proofNaming([stranger, 'kettle'], [builder, 'kettle', 'toaster'])],
  ])('with %s: %s', (_, code, bytes) => {
    expect(withProof(bytes)).toBe(code);
  });

  test.each([
    ['https://evil.example/.well-known/trust-passport.json', 'PROOF_OTHER_ORIGIN'],
    ['https://toaster.example.evil.example/.well-known/trust-passport.json', 'PROOF_OTHER_ORIGIN'],
    ['https://toaster.example./.well-known/trust-passport.json', 'PROOF_OTHER_ORIGIN'],
    ['https://toaster.example@evil.example/.well-known/trust-passport.json', 'PROOF_OTHER_ORIGIN'],
    ['https://toaster.example:8443/.well-known/trust-passport.json', 'PROOF_OTHER_ORIGIN'],
    ['http://toaster.example/.well-known/trust-passport.json', 'PROOF_OTHER_ORIGIN'],
    ['https://www.toaster.example/.well-known/trust-passport.json', 'PROOF_OTHER_ORIGIN'],
    ['https://toаster.example/.well-known/trust-passport.json', 'PROOF_OTHER_ORIGIN'],
    ['https://TOASTER.example/.well-known/trust-passport.json', 'PROOF_OTHER_ORIGIN'],
    ['', 'PROOF_OTHER_ORIGIN'],
    ['https://toaster.example/uploads/trust-passport.json', 'PROOF_OTHER_ADDRESS'],
    ['https://toaster.example/.well-known/trust-passport.json?', 'PROOF_OTHER_ADDRESS'],
    ['https://toaster.example/.well-known/../.well-known/trust-passport.json', 'PROOF_OTHER_ADDRESS'],
  ])('found at %s: %s', (foundAt, code) => {
    expect(withProof(named, foundAt)).toBe(code);
  });

  test('that is not there, or not said where: PROOF_MISSING', () => {
    expect(codeOf(text, { proof: undefined })).toBe('PROOF_MISSING');
    expect(codeOf(text, { proof: { bytes: JSON.stringify(named) } as FoundProof })).toBe('PROOF_MISSING');
  });

  test('takes one more key or artifact, and nothing twice', () => {
    const one: ClaimProof = proofNaming([builder, 'toaster']);
    expect(withProven(one, claim)).toBe(one);
    expect(withProven(one, { ...claim, slug: 'kettle' })).toEqual(proofNaming([builder, 'toaster', 'kettle']));
    const added = withProven(proofNaming([stranger, 'toaster']), claim);
    expect(added).toEqual(proofNaming([stranger, 'toaster'], [builder, 'toaster']));
  });
});

describe('a nonce', () => {
  const at = Date.parse(NOW);

  test('is accepted once to look, once to sign, and then never', () => {
    const seen = new SeenClaims();
    expect(codeOf(text, { seen })).toBe('OK');
    seen.remember(claim, 'check', at);
    const again = new SeenClaims(seen.toText());
    expect(codeOf(text, { seen: again })).toBe('CLAIM_REPLAYED');
    expect(codeOf(text, { seen: again, use: 'sign' })).toBe('OK');
    again.remember(claim, 'sign', at);
    for (const use of ['check', 'sign'] as const) expect(codeOf(text, { seen: again, use })).toBe('CLAIM_REPLAYED');
  });

  test('is of the claim that was looked at: another with it is not signed by', () => {
    const seen = new SeenClaims();
    seen.remember(claim, 'check', at);
    const other = signedAnew(claim, { expires_at: '2026-06-05T00:00:00.000Z' });
    expect(codeOf(other, { seen, use: 'sign' })).toBe('CLAIM_REPLAYED');
  });

  test('of another key takes nothing away', async () => {
    const seen = new SeenClaims();
    seen.remember(await claimOf(payload, stranger), 'sign', at);
    expect(codeOf(text, { seen })).toBe('OK');
  });

  test('is forgotten long after its claim has expired, and no sooner', async () => {
    const seen = new SeenClaims();
    seen.remember(claim, 'sign', at);
    const other = await claimOf(payload, stranger);
    seen.remember(other, 'sign', Date.parse(EXPIRES) + 30 * 86_400_000);
    expect(seen.blocking(claim, 'check')).toBeDefined();
    seen.remember(other, 'sign', Date.parse(EXPIRES) + 30 * 86_400_000 + 1);
    expect(seen.blocking(claim, 'check')).toBeUndefined();
  });

  test.each([
    ['{}', /type|missing|has no/],
    ['[', /./],
    ['{"type":"trust-passport/state/1","passports":[],"lists":[]}', /./],
  ])('a state that is none is no empty one: %s', (state, problem) => {
    const seen = new SeenClaims(state);
    expect(seen.problem).toMatch(problem);
    expect(() => seen.toText()).toThrow(expect.objectContaining({ code: 'ERR_USAGE' }) as Error);
  });

  test('stands once in a state', () => {
    const seen = new SeenClaims();
    seen.remember(claim, 'check', at);
    const state = JSON.parse(seen.toText()) as { claims: unknown[] };
    const doubled = JSON.stringify({ ...state, claims: [...state.claims, ...state.claims] });
    expect(new SeenClaims(doubled).problem).toBe('a claim is in it twice');
  });
});

describe('signClaim', () => {
  const options = { issuedAt: ISSUED, expiresAt: EXPIRES, nonce: NONCE };

  test.each<readonly [string, object, string]>([
    ['no end', { expiresAt: undefined }, 'ERR_USAGE'],
    ['an end before its beginning', { expiresAt: ISSUED }, 'ERR_USAGE'],
    ['31 days', { expiresAt: '2026-06-30T00:00:00.000Z' }, 'ERR_USAGE'],
    ['a time that is none', { issuedAt: '2026-02-31T00:00:00Z' }, 'ERR_INVALID_TIME'],
    ['no nonce', { nonce: undefined }, 'ERR_USAGE'],
    ['a nonce of 15 bytes', { nonce: 'A'.repeat(20) }, 'ERR_USAGE'],
  ])('refuses %s', async (_, part, code) => {
    await expect(signClaim(payload, builder, { ...options, ...part })).rejects.toMatchObject({ code });
  });

  test('refuses a payload that is none, and one that says it is verified', async () => {
    await expect(signClaim({} as never, builder, options)).rejects.toMatchObject({ code: 'ERR_INVALID_PAYLOAD' });
    const verified = { ...payload, artifact: { ...payload.artifact, verified: true } };
    await expect(signClaim(verified, builder, options)).rejects.toMatchObject({ code: 'ERR_INVALID_PAYLOAD' });
  });

  test('lets nothing out that does not verify', async () => {
    const { publicKey } = generateKeyPair();
    const liar = { publicKey, sign: (message: Uint8Array) => builder.sign(message) };
    await expect(signClaim(payload, liar, options)).rejects.toMatchObject({ code: 'ERR_SIGNER_MISMATCH' });
  });

  test('signs exactly the canonical bytes of the rest', async () => {
    const asked: Uint8Array[] = [];
    const pair = new KeyPair(seedOf('asked'));
    const made = await signClaim(
      payload,
      { publicKey: pair.publicKey, sign: (message) => (asked.push(message), pair.sign(message)) },
      options,
    );
    const { signature: _, ...rest } = made;
    expect(asked).toEqual([canonicalize(rest as unknown as JsonValue)]);
    expect(claimInput(made)).toEqual(asked[0]);
  });
});
