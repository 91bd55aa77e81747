import { describe, expect, test } from 'vitest';
import { type ErrorCode, PassportError } from '../../src/errors.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { emitDocument } from '../../src/passport/document.js';
import { signPassport, signPassports } from '../../src/sign/sign.js';
import { requestSignature, requestSignatures, type Signer } from '../../src/sign/signer.js';
import { verifyPassport } from '../../src/verify/verify.js';
import { hex, seedOf, utf8 } from '../bytes.js';
import { NOW, issuerKey, libraryHoursPayload, SIGNED_AT } from '../fixtures/library-hours.js';

const { publicKey } = issuerKey;
const messages = ['one', 'two', 'three'].map(utf8);
const inputs = messages.map((message) => () => message);
const signAll = (given: readonly Uint8Array[]): Uint8Array[] => given.map((message) => issuerKey.sign(message));

async function refusal(promise: Promise<unknown>, code: ErrorCode): Promise<PassportError> {
  const outcome: unknown = await promise.catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(PassportError);
  expect((outcome as PassportError).code).toBe(code);
  return outcome as PassportError;
}

/** A signer that must be asked for all at once. */
function batch(make: (given: readonly Uint8Array[]) => unknown): Signer {
  return {
    publicKey,
    sign() {
      throw new Error('asked for one');
    },
    signAll: make as Signer['signAll'],
  } as Signer;
}

describe('many signatures', () => {
  test('are the same by one and by all', async () => {
    const expected = messages.map((message) => hex(issuerKey.sign(message)));
    expect((await requestSignatures(issuerKey, inputs)).map(hex)).toEqual(expected);
    expect((await requestSignatures(batch(signAll), inputs)).map(hex)).toEqual(expected);
    expect(
      (
        await requestSignatures(
          batch((given) => Promise.resolve(signAll(given))),
          inputs,
        )
      ).map(hex),
    ).toEqual(expected);
    expect(await requestSignatures(issuerKey, [])).toEqual([]);
  });

  test.each<[string, ErrorCode, (given: readonly Uint8Array[]) => unknown]>([
    ['none', 'ERR_SIGNER_GARBAGE', () => []],
    ['nothing', 'ERR_SIGNER_GARBAGE', () => undefined],
    ['one too few', 'ERR_SIGNER_GARBAGE', (given) => signAll(given).slice(1)],
    ['one too many', 'ERR_SIGNER_GARBAGE', (given) => [...signAll(given), new Uint8Array(64)]],
    ['one that is text', 'ERR_SIGNER_GARBAGE', (given) => signAll(given).with(2, 'x' as unknown as Uint8Array)],
    ['one of 63 bytes', 'ERR_SIGNER_SHORT', (given) => signAll(given).with(1, new Uint8Array(63))],
    ['one of 65 bytes', 'ERR_SIGNER_LONG', (given) => signAll(given).with(1, new Uint8Array(65))],
    ['two in each other’s place', 'ERR_SIGNER_MISMATCH', (given) => signAll(given).reverse()],
    ['the last by another key', 'ERR_SIGNER_MISMATCH', (given) => signAll(given).with(2, byOther(given[2]))],
    [
      'those of what it made of the messages in place',
      'ERR_SIGNER_MISMATCH',
      (given) => signAll(given.map((message) => message.fill(0x20))),
    ],
    ['an exception', 'ERR_SIGNER', () => Promise.reject(new Error('the token was pulled out'))],
  ])('%s: none is handed on', async (_, code, make) => {
    await refusal(requestSignatures(batch(make), inputs), code);
  });

  const byOther = (message: Uint8Array | undefined): Uint8Array =>
    new KeyPair(seedOf('another signer')).sign(message as Uint8Array);

  test('that are changed after they were given', async () => {
    const given = signAll(messages);
    const signatures = await requestSignatures(
      batch(() => {
        queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => given[0]?.fill(0))));
        return given;
      }),
      inputs,
    ).catch((error: unknown) => expect(error).toMatchObject({ code: 'ERR_SIGNER_GARBAGE' }));
    if (signatures) expect(hex(signatures[0] as Uint8Array)).toBe(hex(issuerKey.sign(messages[0] as Uint8Array)));
  });
});

describe('what a signer says of its own failure', () => {
  test('keeps its code where it is a signer’s', async () => {
    const own = new PassportError('ERR_SIGNER_TIMEOUT', 'no answer');
    const failing: Signer = { publicKey, sign: () => Promise.reject(own) };
    expect(await refusal(requestSignature(failing, inputs[0] as () => Uint8Array), 'ERR_SIGNER_TIMEOUT')).toBe(own);
  });

  test('and does not look like a mistake of the caller’s', async () => {
    const failing: Signer = { publicKey, sign: () => Promise.reject(new PassportError('ERR_USAGE', 'wrong')) };
    await refusal(requestSignature(failing, inputs[0] as () => Uint8Array), 'ERR_SIGNER');
  });

  test.each([
    [65, 0x0a, /a line end follows/],
    [88, 0x41, /base64/],
    [129, 0x41, /hex/],
    [0, 0, /returned nothing/],
  ])('%d bytes are explained', async (length, fill, hint) => {
    const wrong: Signer = { publicKey, sign: () => new Uint8Array(length).fill(fill) };
    const code = length < 64 ? 'ERR_SIGNER_SHORT' : 'ERR_SIGNER_LONG';
    const error = await refusal(requestSignature(wrong, inputs[0] as () => Uint8Array), code);
    expect(error.hint).toMatch(hint);
    expect(error.message).toContain(`${length} bytes`);
  });
});

describe('signPassports', () => {
  const payloads = ['a', 'b', 'c'].map((name) => {
    const payload = libraryHoursPayload();
    payload.artifact.name = name;
    return payload;
  });
  const options = { signedAt: SIGNED_AT };

  test('gives what signPassport gives for each', async () => {
    const expected = await Promise.all(payloads.map((payload) => signPassport(payload, issuerKey, options)));
    expect(await signPassports(payloads, issuerKey, options)).toEqual(expected);
    expect(await signPassports(payloads, batch(signAll), options)).toEqual(expected);
    for (const document of expected)
      expect(verifyPassport(emitDocument(document), { key: publicKey, now: NOW }).verdict).toBe('VALID');
  });

  test('asks for nothing where one payload is not acceptable', async () => {
    const wrong = libraryHoursPayload();
    Object.assign(wrong.trust, { score: '50' });
    let asked = false;
    const watched = batch((given) => {
      asked = true;
      return signAll(given);
    });
    await refusal(signPassports([...payloads, wrong], watched, options), 'ERR_INVALID_PAYLOAD');
    expect(asked).toBe(false);
  });

  test('verifies against the payloads as they then are', async () => {
    const own = libraryHoursPayload();
    const slow = batch(async (given) => {
      const signatures = signAll(given);
      await Promise.resolve();
      own.trust.score = 100;
      return signatures;
    });
    await refusal(signPassports([own], slow, options), 'ERR_SIGNER_MISMATCH');
  });
});
