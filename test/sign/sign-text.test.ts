import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { PassportError } from '../../src/errors.js';
import { emitDocument } from '../../src/passport/document.js';
import { COVERAGES } from '../../src/passport/signing-input.js';
import {
  documentText,
  frameOf,
  readWrappedBytes,
  signPassport,
  signPassportText,
  signWrapped,
} from '../../src/sign/sign.js';
import { verifyPassport } from '../../src/verify/verify.js';
import { issuerKey, libraryHoursPayload, NOW, SIGNED_AT } from '../fixtures/library-hours.js';

const payload = libraryHoursPayload();
payload.trust.community.stars = 100;
const compact = JSON.stringify({ unfragile: payload });
const escaped = compact.replaceAll('o', '\\u006f');
const respelt = compact.replace('"confidence":0.5', '"confidence":5e-1');
// As many characters as it had, so that only the number itself gives it away.
const respeltAsLong = compact.replace('"stars":100', '"stars":1e2');

describe('signPassportText', () => {
  test.each(COVERAGES)(
    'gives the very text of signPassport, however the payload is spelt, with coverage %s',
    async (coverage) => {
      const options = { signedAt: SIGNED_AT, issuer: 'town — "library"\n', coverage };
      const expected = emitDocument(await signPassport(payload, issuerKey, options));
      const spellings = [
        compact,
        JSON.stringify({ unfragile: payload }, null, 2),
        ` ${compact}\n`,
        escaped,
        respelt,
        respeltAsLong,
      ];
      expect(new Set(spellings).size).toBe(spellings.length);
      for (const text of spellings) {
        expect(await signPassportText(text, issuerKey, options)).toBe(expected);
        expect(await signPassportText(new TextEncoder().encode(text), issuerKey, options)).toBe(expected);
      }
      expect(verifyPassport(expected, { key: issuerKey.publicKey, coverage, now: NOW }).verdict).toBe('VALID');
    },
  );

  test.each([
    ['text that is no JSON', compact.slice(0, -1), 'ERR_INVALID_JSON'],
    ['a duplicate member', `{"unfragile":1,${compact.slice(1)}`, 'ERR_INVALID_JSON'],
    ['a bare payload', JSON.stringify(payload), 'ERR_INVALID_PAYLOAD'],
    ['a member beside it', `${compact.slice(0, -1)},"x":1}`, 'ERR_INVALID_PAYLOAD'],
    ['a list', `[${compact}]`, 'ERR_INVALID_PAYLOAD'],
    ['an unknown member in it', compact.replace('{"@version"', '{"x":1,"@version"'), 'ERR_INVALID_PAYLOAD'],
    ['integer-like names in it', compact.replace('{"@version"', '{"7":1,"@version"'), 'ERR_INVALID_PAYLOAD'],
  ])('refuses %s', async (_, text, code) => {
    const outcome: unknown = await signPassportText(text, issuerKey, { signedAt: SIGNED_AT }).catch(
      (error: unknown) => error,
    );
    expect(outcome).toBeInstanceOf(PassportError);
    expect((outcome as PassportError).code).toBe(code);
  });

  test('refuses an issuer that has no canonical bytes', async () => {
    for (const sign of [
      signPassportText(compact, issuerKey, { signedAt: SIGNED_AT, issuer: '\ud800' }),
      signPassport(payload, issuerKey, { signedAt: SIGNED_AT, issuer: '\ud800' }),
    ]) {
      await expect(sign).rejects.toMatchObject({ code: 'ERR_USAGE' });
    }
  });

  test('verifies what a signer returns', async () => {
    const liar = { publicKey: issuerKey.publicKey, sign: (message: Uint8Array) => issuerKey.sign(message.subarray(1)) };
    await expect(signPassportText(compact, liar, { signedAt: SIGNED_AT })).rejects.toMatchObject({
      code: 'ERR_SIGNER_MISMATCH',
    });
  });

  test('two at a time, by a signer that takes its time', async () => {
    const frame = frameOf({ signedAt: SIGNED_AT });
    const given: string[] = [];
    const slow = {
      publicKey: issuerKey.publicKey,
      sign: async (message: Uint8Array) => {
        await setTimeout(5);
        given.push(new TextDecoder().decode(message));
        return issuerKey.sign(message);
      },
    };
    const other = compact.replace('"stars":100', '"stars":7');
    const lines = [compact, other].map((line) => new TextEncoder().encode(line));
    const signed = await Promise.all(lines.map((line) => signWrapped(readWrappedBytes(line), slow, frame)));
    expect(new Set(given).size).toBe(2);
    for (const [index, parts] of signed.entries()) {
      const { verdict } = verifyPassport(documentText(parts, lines[index] as Uint8Array), {
        ...{ key: issuerKey.publicKey, now: NOW },
      });
      expect(verdict).toBe('VALID');
    }
  });
});
