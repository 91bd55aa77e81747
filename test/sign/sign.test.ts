import { describe, expect, test } from 'vitest';
import { decodeBase64 } from '../../src/encoding/base64.js';
import { type ErrorCode, PassportError } from '../../src/errors.js';
import { sign, verify } from '../../src/keys/ed25519.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { emitDocument } from '../../src/passport/document.js';
import { deriveLinks } from '../../src/passport/links.js';
import { COVERAGES, signingInput } from '../../src/passport/signing-input.js';
import type { Payload } from '../../src/passport/types.generated.js';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { signPassport, signPassports, signPassportText } from '../../src/sign/sign.js';
import type { Signer } from '../../src/sign/signer.js';
import { verifyPassport } from '../../src/verify/verify.js';
import { seedOf } from '../bytes.js';
import { issuerKey, libraryHoursPayload, NOW, SIGNED_AT } from '../fixtures/library-hours.js';
import { everythingShown, expectNoSecret } from '../secrecy.js';

const payload = libraryHoursPayload();
const options = { signedAt: SIGNED_AT };

async function refusal(promise: Promise<unknown>, code: string): Promise<PassportError> {
  const outcome: unknown = await promise.catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(PassportError);
  expect((outcome as PassportError).code).toBe(code);
  expectNoSecret(everythingShown(outcome), issuerKey.secretKey);
  return outcome as PassportError;
}

describe('signPassport', () => {
  test('gives the document with its signature, issuer, time and links', async () => {
    const document = await signPassport(payload, issuerKey, options);
    expect(Object.keys(document)).toEqual(['passport', '_links']);
    expect(Object.keys(document.passport)).toEqual(['unfragile', 'signature', 'signedAt', 'signedBy', 'version']);
    expect(document.passport).toMatchObject({
      unfragile: payload,
      signedAt: SIGNED_AT,
      signedBy: 'unfragile.ai',
      version: 1,
    });
    expect(document._links).toEqual(deriveLinks(unfragileAi, 'lindenau--library-hours'));
  });

  test.each(COVERAGES)('signs the bytes of coverage %s, and the same ones every time', async (coverage) => {
    const { passport } = await signPassport(payload, issuerKey, { ...options, coverage });
    const bytes = signingInput(passport, coverage);
    expect(decodeBase64(passport.signature)).toEqual(sign(bytes, issuerKey.secretKey));
    expect((await signPassport(payload, issuerKey, { ...options, coverage })).passport).toEqual(passport);
  });

  test('signs for another issuer and another registry', async () => {
    const registry = { ...unfragileAi, issuer: 'town.example', base_url: 'https://town.example/registry' };
    const document = await signPassport(payload, issuerKey, { ...options, registry });
    expect(document.passport.signedBy).toBe('town.example');
    expect(document._links.artifact).toBe('https://town.example/registry/lindenau--library-hours');
    const named = await signPassport(payload, issuerKey, { ...options, registry, issuer: 'the librarian' });
    expect(named.passport.signedBy).toBe('the librarian');
  });

  test('leaves the payload as it was', async () => {
    const own = libraryHoursPayload();
    await signPassport(own, issuerKey, options);
    expect(own).toEqual(payload);
  });
});

describe('signedAt', () => {
  test.each([
    ['2026-03-14T09:26:53.589Z', '2026-03-14T09:26:53.589Z'],
    ['2026-03-14T09:26:53Z', '2026-03-14T09:26:53.000Z'],
    ['2026-03-14T09:26:53.5Z', '2026-03-14T09:26:53.500Z'],
    ['2026-03-14T09:26:53.589000Z', '2026-03-14T09:26:53.589Z'],
    ['2026-03-14T10:26:53.589+01:00', '2026-03-14T09:26:53.589Z'],
    ['2026-03-13T23:56:53.589-09:30', '2026-03-14T09:26:53.589Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00+00:00', '0001-01-01T00:00:00.000Z'],
  ])('%s is written %s', async (given, written) => {
    const document = await signPassport(payload, issuerKey, { signedAt: given });
    expect(document.passport.signedAt).toBe(written);
    expect(verifyPassport(emitDocument(document), { key: issuerKey.publicKey, now: NOW })).toMatchObject({
      verdict: 'VALID',
      signedAt: written,
    });
  });

  test.each([
    '',
    'today',
    '2026-03-14',
    '2026-03-14 09:26:53Z',
    '2026-03-14t09:26:53z',
    '2026-03-14T09:26:53',
    '2026-02-31T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-03-14T24:00:00Z',
    '2026-03-14T23:59:60Z',
    '2026-03-14T09:26:53.5891Z',
    '2026-03-14T09:26:53+24:00',
    '+002026-03-14T09:26:53Z',
    '0000-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '1773480413589',
  ])('%j is refused', async (signedAt) => {
    await refusal(signPassport(payload, issuerKey, { signedAt }), 'ERR_INVALID_TIME');
  });
});

describe('what is not signed', () => {
  const asked: Uint8Array[] = [];
  const watched: Signer = {
    publicKey: issuerKey.publicKey,
    sign(message) {
      asked.push(message);
      return issuerKey.sign(message);
    },
  };

  test.each<[string, (own: Payload) => void]>([
    ['a payload with a member too few', (own) => void delete (own as Partial<Payload>).trust],
    ['a payload with a member too many', (own) => void Object.assign(own, { extra: 1 })],
    ['a score that is no number', (own) => void Object.assign(own.trust, { score: Number.NaN })],
    ['a score that is text', (own) => void Object.assign(own.trust, { score: '50' })],
    ['a payload without capabilities', (own) => void Object.assign(own, { capabilities: [] })],
  ])('%s', async (_, change) => {
    const own = libraryHoursPayload();
    change(own);
    const error = await refusal(signPassport(own, watched, options), 'ERR_INVALID_PAYLOAD');
    expect(error.diagnostics.length).toBeGreaterThan(0);
    expect(asked).toEqual([]);
  });

  test.each([undefined, null, 'text', 7, [], {}])('%j as a payload', async (value) => {
    await refusal(signPassport(value as unknown as Payload, watched, options), 'ERR_INVALID_PAYLOAD');
    expect(asked).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['without a name', ''],
    ['of spaces', ' \t\n\u3000'],
    ['of 201 characters', 'x'.repeat(201)],
    ['null', null],
    ['a number', 7],
    ['a list', ['unfragile.ai']],
    ['with half of a surrogate pair', 'a\ud800'],
    ['with an escape sequence', 'a\u001b[2J'],
    ['with a change of direction', 'a\u202eb'],
    ['with an invisible character', 'unfragile\u200b.ai'],
  ])('an issuer %s', async (_, issuer) => {
    const wrong = { ...options, issuer: issuer as string };
    await refusal(signPassport(payload, watched, wrong), 'ERR_USAGE');
    await refusal(signPassportText(JSON.stringify({ unfragile: payload }), watched, wrong), 'ERR_USAGE');
    await refusal(signPassport(payload, watched, { ...options, registry: { ...unfragileAi, ...wrong } }), 'ERR_USAGE');
    expect(asked).toEqual([]);
  });

  test('what is larger than verifiers take, however it is asked for', async () => {
    const sized = (length: number): Payload => {
      const own = libraryHoursPayload();
      for (const capability of own.capabilities) capability.description = 'é'.repeat(length);
      return own;
    };
    const never: Signer = {
      publicKey: issuerKey.publicKey,
      sign: () => Promise.reject(new Error('it was asked')),
      signAll: () => Promise.reject(new Error('it was asked')),
    };
    const large = sized(1 << 20);
    await refusal(signPassport(large, never, options), 'ERR_INVALID_PAYLOAD');
    await refusal(signPassports([payload, large], never, options), 'ERR_INVALID_PAYLOAD');
    await refusal(signPassportText(JSON.stringify({ unfragile: large }), never, options), 'ERR_INVALID_PAYLOAD');
    const most = sized(Math.floor(((4 << 20) - (80 << 10)) / 2 / payload.capabilities.length));
    const document = new TextEncoder().encode(emitDocument(await signPassport(most, issuerKey, options)));
    expect(document.length).toBeGreaterThan((4 << 20) - (128 << 10));
    expect(verifyPassport(document, { key: issuerKey.publicKey, now: NOW })).toMatchObject({ verdict: 'VALID' });
  });

  test('but an issuer of 200 characters is signed', async () => {
    const issuer = '😀'.repeat(200);
    expect((await signPassport(payload, issuerKey, { ...options, issuer })).passport.signedBy).toBe(issuer);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['no time', {}],
    ['a date', { signedAt: new Date(0) }],
    ['a number', { signedAt: 0 }],
    ['an unknown coverage', { ...options, coverage: 'both' }],
    ['null as coverage', { ...options, coverage: null }],
  ])('%s as options', async (_, given) => {
    const wrong = given as typeof options;
    await refusal(signPassport(payload, watched, wrong), 'ERR_USAGE');
    await refusal(signPassportText(JSON.stringify({ unfragile: payload }), watched, wrong), 'ERR_USAGE');
    expect(asked).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['no public key', { sign: watched.sign.bind(watched) }],
    ['text as public key', { ...watched, publicKey: 'key' }],
    ['a signer that cannot sign', { publicKey: issuerKey.publicKey }],
  ])('%s as signer', async (_, signer) => {
    await refusal(signPassport(payload, signer as Signer, options), 'ERR_USAGE');
    await refusal(signPassportText(JSON.stringify({ unfragile: payload }), signer as Signer, options), 'ERR_USAGE');
    expect(asked).toEqual([]);
  });
});

describe('a signer that is faulty or lies gets no document out', () => {
  const other = new KeyPair(seedOf('another signer'));
  const signer = (make: (message: Uint8Array) => unknown, publicKey = issuerKey.publicKey): Signer =>
    ({ publicKey, sign: make }) as Signer;
  const flipped = (bytes: Uint8Array): Uint8Array => {
    const copy = new Uint8Array(bytes);
    copy[40] = (copy[40] as number) ^ 1;
    return copy;
  };

  const lies: readonly (readonly [string, ErrorCode, (message: Uint8Array) => unknown])[] = [
    ['nothing', 'ERR_SIGNER_GARBAGE', () => undefined],
    ['null', 'ERR_SIGNER_GARBAGE', () => null],
    ['text', 'ERR_SIGNER_GARBAGE', () => 'signature'],
    [
      'the signature as base64',
      'ERR_SIGNER_GARBAGE',
      (message) => Buffer.from(issuerKey.sign(message)).toString('base64'),
    ],
    ['the signature as a list of numbers', 'ERR_SIGNER_GARBAGE', (message) => [...issuerKey.sign(message)]],
    ['the signature as an ArrayBuffer', 'ERR_SIGNER_GARBAGE', (message) => issuerKey.sign(message).buffer],
    [
      'an object that only inherits from Uint8Array',
      'ERR_SIGNER_GARBAGE',
      () => Object.create(Uint8Array.prototype) as unknown,
    ],
    ['64 bytes of zero', 'ERR_SIGNER_GARBAGE', () => new Uint8Array(64)],
    ['63 bytes', 'ERR_SIGNER_SHORT', (message) => issuerKey.sign(message).subarray(0, 63)],
    ['65 bytes', 'ERR_SIGNER_LONG', (message) => Buffer.concat([issuerKey.sign(message), Buffer.alloc(1)])],
    ['a signature with a bit changed', 'ERR_SIGNER_MISMATCH', (message) => flipped(issuerKey.sign(message))],
    ['the signature of another key', 'ERR_SIGNER_MISMATCH', (message) => other.sign(message)],
    ['the signature of other bytes', 'ERR_SIGNER_MISMATCH', (message) => issuerKey.sign(message.subarray(1))],
    [
      'the signature of what it made of the message in place',
      'ERR_SIGNER_MISMATCH',
      (message) => {
        message.fill(0x20);
        return issuerKey.sign(message);
      },
    ],
    ['no bytes', 'ERR_SIGNER_SHORT', () => new Uint8Array()],
    ['64 letters', 'ERR_SIGNER_GARBAGE', () => new TextEncoder().encode('x'.repeat(64))],
    [
      'a signature with S ≥ L',
      'ERR_SIGNER_GARBAGE',
      (message) => Uint8Array.of(...issuerKey.sign(message).subarray(0, 63), 0xff),
    ],
  ];

  test.each(lies)('%s', async (_, code, make) => {
    const error = await refusal(signPassport(payload, signer(make), options), code);
    expect(error.hint).toContain('nothing was written');
  });

  test.each(lies)('a promise of: %s', async (_, code, make) => {
    const later = signer(async (message) => {
      await Promise.resolve();
      return make(message);
    });
    await refusal(signPassport(payload, later, options), code);
  });

  test.each<[string, ErrorCode, unknown]>([
    ['too short', 'ERR_INVALID_KEY', issuerKey.publicKey.subarray(1)],
    ['of another pair', 'ERR_SIGNER_MISMATCH', other.publicKey],
  ])('a public key that is %s', async (_, code, publicKey) => {
    const lying = { publicKey, sign: (message: Uint8Array) => issuerKey.sign(message) } as Signer;
    await refusal(signPassport(payload, lying, options), code);
  });

  test('a public key under which everything verifies', async () => {
    const neutral = Uint8Array.from({ length: 32 }, (__, i) => (i === 0 ? 1 : 0));
    const forged = new Uint8Array(64);
    forged[0] = 1;
    await refusal(
      signPassport(
        payload,
        signer(() => forged, neutral),
        options,
      ),
      'ERR_WEAK_KEY',
    );
  });

  const failure = new Error('the token was pulled out');

  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw failure;
      },
    ],
    ['rejects', () => Promise.reject(failure)],
  ])('one that %s is named as the reason', async (_, make) => {
    const error = await refusal(signPassport(payload, signer(make), options), 'ERR_SIGNER');
    expect(error.cause).toBe(failure);
    expect(error.message).toContain('the token was pulled out');
    expect(error.hint).toContain('nothing was written');
  });

  test.each<[string, unknown]>([
    ['text', 'no token'],
    ['nothing', undefined],
    ['an object without a prototype', Object.create(null)],
  ])('one that throws %s', async (_, thrown) => {
    const throwing = signer(() => {
      throw thrown;
    });
    expect((await refusal(signPassport(payload, throwing, options), 'ERR_SIGNER')).cause).toBe(thrown);
  });

  test.each([
    [
      'of a subclass of ours',
      () =>
        new (class extends KeyPair {
          override sign(message: Uint8Array): Uint8Array {
            message[0] = 0x20;
            return super.sign(message);
          }
        })(issuerKey.secretKey),
    ],
    [
      'hung on one of ours',
      () => {
        const pair = new KeyPair(issuerKey.secretKey);
        const own = pair.sign.bind(pair);
        return Object.assign(pair, { sign: (message: Uint8Array) => own(message.fill(0x20, 0, 1)) });
      },
    ],
  ])('one that changes what it is to sign, %s', async (_what, make) => {
    await refusal(signPassport(payload, make(), options), 'ERR_SIGNER_MISMATCH');
  });

  test.each([
    ['at once', (signature: Uint8Array) => signature],
    ['in its time', (signature: Uint8Array) => Promise.resolve(signature)],
  ])('one that signs %s, and changes the signature after that', async (_, give) => {
    const fickle = signer((message) => {
      const signature = issuerKey.sign(message);
      const spoil = (turns: number): void => {
        if (turns === 0) signature.fill(0);
        else queueMicrotask(() => spoil(turns - 1));
      };
      for (let turns = 1; turns < 8; turns++) spoil(turns);
      return give(signature);
    });
    const outcome: unknown = await signPassport(payload, fickle, options).catch((error: unknown) => error);
    if (outcome instanceof PassportError) expect(outcome.code).toMatch(/^ERR_SIGNER_(?:GARBAGE|MISMATCH)$/);
    else expect(outcome).toEqual(await signPassport(payload, issuerKey, options));
  });

  test('one that takes its time, while the payload is changed', async () => {
    const own = libraryHoursPayload();
    const slow = signer(async (message) => {
      const signature = issuerKey.sign(message);
      await Promise.resolve();
      own.trust.score = 100;
      return signature;
    });
    await refusal(signPassport(own, slow, options), 'ERR_SIGNER_MISMATCH');
  });
});

test('a signer may take its time', async () => {
  const remote: Signer = {
    publicKey: issuerKey.publicKey,
    sign: (message) =>
      new Promise((resolve) => {
        setImmediate(() => {
          resolve(issuerKey.sign(message));
        });
      }),
  };
  const document = await signPassport(payload, remote, options);
  expect(document).toEqual(await signPassport(payload, issuerKey, options));
  const { passport } = document;
  expect(verify(decodeBase64(passport.signature), signingInput(passport, 'envelope'), issuerKey.publicKey)).toBe(true);
});
