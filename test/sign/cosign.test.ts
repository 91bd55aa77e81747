import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeSecretKey } from '../../src/keys/pkcs8.js';
import type { PassportDocument } from '../../src/passport/types.generated.js';
import { cosignPassport, type CosignOptions } from '../../src/sign/cosign.js';
import { issuerKey, libraryHoursDocument } from '../fixtures/library-hours.js';
import { COSIGNED_AT, cosignature, registryKey } from '../verify/statements.js';

const document = await libraryHoursDocument();
const options: CosignOptions = { issuer: 'registry.example', role: 'registry', signedAt: COSIGNED_AT };

describe('cosignPassport', () => {
  test('adds the cosignature that others would make of the same', async () => {
    const before = structuredClone(document);
    expect(await cosignPassport(document, registryKey, options)).toEqual({
      ...document,
      _cosignatures: [cosignature(document)],
    });
    expect(document).toEqual(before);
  });

  test('writes the time in UTC', async () => {
    const { _cosignatures } = await cosignPassport(document, registryKey, {
      ...options,
      signedAt: '2026-03-20T01:00:00+01:00',
    });
    expect(_cosignatures).toEqual([cosignature(document)]);
  });

  test('keeps those of others, and replaces its own', async () => {
    const old = cosignature(document, { signedAt: '2026-03-19T00:00:00.000Z' });
    const other = cosignature(document, { signedBy: 'x' });
    const result = await cosignPassport({ ...document, _cosignatures: [old, other] }, registryKey, options);
    expect(result._cosignatures).toEqual([other, cosignature(document)]);
  });

  test('is over the payload where the passport is', async () => {
    const [one] =
      (await cosignPassport(document, registryKey, { ...options, coverage: 'payload' }))._cosignatures ?? [];
    expect(one?.signature).not.toBe(cosignature(document).signature);
  });

  const exampleKey = decodeSecretKey(
    readFileSync(fileURLToPath(new URL('../../keys.example/example.key', import.meta.url)), 'utf8'),
  );
  const full = Array.from({ length: 32 }, (_, index) => cosignature(document, { signedBy: `r${index}.example` }));
  const lying = { publicKey: registryKey.publicKey, sign: (bytes: Uint8Array) => issuerKey.sign(bytes) };

  test.each<[string, string, unknown, unknown, unknown]>([
    ['no name', 'ERR_USAGE', document, registryKey, { ...options, issuer: ' ' }],
    ['a name with hidden characters', 'ERR_USAGE', document, registryKey, { ...options, issuer: 'a\u202eb' }],
    ['a role of another form', 'ERR_USAGE', document, registryKey, { ...options, role: 'Registry' }],
    ['no role', 'ERR_USAGE', document, registryKey, { ...options, role: undefined }],
    ['a coverage of its own', 'ERR_USAGE', document, registryKey, { ...options, coverage: 'all' }],
    ['31 February', 'ERR_INVALID_TIME', document, registryKey, { ...options, signedAt: '2026-02-31T00:00:00Z' }],
    ['no signer', 'ERR_USAGE', document, {}, options],
    ['a published example key', 'ERR_INVALID_KEY', document, exampleKey, options],
    ["another key's signature", 'ERR_SIGNER_MISMATCH', document, lying, options],
    ['no document', 'ERR_INVALID_PAYLOAD', { unfragile: {} }, registryKey, options],
    ['a broken cosignature', 'ERR_INVALID_PAYLOAD', { ...document, _cosignatures: [{}] }, registryKey, options],
    ['one twice', 'ERR_INVALID_PAYLOAD', { ...document, _cosignatures: [full[0], full[0]] }, registryKey, options],
    ['as many as there can be', 'ERR_USAGE', { ...document, _cosignatures: full }, registryKey, options],
  ])('refuses %s', async (_, code, given, signer, how) => {
    await expect(
      cosignPassport(given as PassportDocument, signer as typeof registryKey, how as CosignOptions),
    ).rejects.toMatchObject({ code });
  });
});
