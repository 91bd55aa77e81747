import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../src/encoding/base64.js';
import { parseJson } from '../../src/encoding/json.js';
import { encodeSecretKey } from '../../src/keys/pkcs8.js';
import { encodePublicKey } from '../../src/keys/spki.js';
import { emitDocument } from '../../src/passport/document.js';
import { COVERAGES, signingInput } from '../../src/passport/signing-input.js';
import type { PassportDocument } from '../../src/passport/types.generated.js';
import { verifyPassport } from '../../src/verify/verify.js';
import { issuerKey, libraryHoursDocument, NOW } from '../fixtures/library-hours.js';
import { describeWithOpenssl, openssl } from '../openssl.js';
import { temporaryDirectories } from '../temporary.js';

const directory = temporaryDirectories();

describeWithOpenssl('openssl, which knows nothing of passports', () => {
  const verifyArguments = (dir: string, bytes: Uint8Array, signature: Uint8Array): string[] => {
    writeFileSync(join(dir, 'issuer.pub'), encodePublicKey(issuerKey.publicKey));
    writeFileSync(join(dir, 'bytes'), bytes);
    writeFileSync(join(dir, 'signature'), signature);
    const files = ['-inkey', join(dir, 'issuer.pub'), '-in', join(dir, 'bytes'), '-sigfile', join(dir, 'signature')];
    return ['pkeyutl', '-verify', '-rawin', '-pubin', ...files];
  };

  test.each(COVERAGES)('verifies our signatures over the canonical bytes of coverage %s', async (coverage) => {
    // As a reader would: from the text alone.
    const read = parseJson(emitDocument(await libraryHoursDocument(coverage), true)) as unknown as PassportDocument;
    const bytes = signingInput(read.passport, coverage);
    const signature = decodeBase64(read.passport.signature);
    expect(openssl(verifyArguments(directory(), bytes, signature))).toContain('Signature Verified Successfully');

    const changed = Uint8Array.from(bytes);
    changed[10] = (changed[10] as number) ^ 1;
    expect(() => openssl(verifyArguments(directory(), changed, signature))).toThrow();
    expect(() =>
      openssl(
        verifyArguments(
          directory(),
          bytes,
          signature.map((byte) => byte ^ 1),
        ),
      ),
    ).toThrow();
  });

  test.each(COVERAGES)('makes signatures of coverage %s that we find VALID', async (coverage) => {
    const dir = directory();
    const document = await libraryHoursDocument(coverage);
    const own = document.passport.signature;
    writeFileSync(join(dir, 'issuer.key'), encodeSecretKey(issuerKey.secretKey), { mode: 0o600 });
    writeFileSync(join(dir, 'bytes'), signingInput({ ...document.passport, signature: '' }, coverage));
    const files = ['-inkey', join(dir, 'issuer.key'), '-in', join(dir, 'bytes'), '-out', join(dir, 'signature')];
    openssl(['pkeyutl', '-sign', '-rawin', ...files]);

    document.passport.signature = encodeBase64(readFileSync(join(dir, 'signature')));
    expect(document.passport.signature).toBe(own);
    const verdict = verifyPassport(emitDocument(document), { key: issuerKey.publicKey, now: NOW, coverage });
    expect(verdict).toMatchObject({ verdict: 'VALID', coverage, links: [] });
  });

  test('makes a key and a signature of its own that we find VALID', async () => {
    const dir = directory();
    const secret = join(dir, 'own.key');
    openssl(['genpkey', '-algorithm', 'ed25519', '-out', secret]);
    const spki = openssl(['pkey', '-in', secret, '-pubout', '-outform', 'PEM']);
    const key = Buffer.from(spki.split('\n')[1] as string, 'base64').subarray(12);
    const document = await libraryHoursDocument();
    document.passport.signedBy = 'a registry that signs with openssl';
    writeFileSync(join(dir, 'bytes'), signingInput(document.passport, 'envelope'));
    openssl([
      'pkeyutl',
      '-sign',
      '-rawin',
      '-inkey',
      secret,
      '-in',
      join(dir, 'bytes'),
      '-out',
      join(dir, 'signature'),
    ]);
    document.passport.signature = encodeBase64(readFileSync(join(dir, 'signature')));
    expect(verifyPassport(emitDocument(document), { key, now: NOW })).toMatchObject({
      verdict: 'VALID',
      issuer: 'a registry that signs with openssl',
    });
    expect(verifyPassport(emitDocument(document), { key: issuerKey.publicKey, now: NOW }).code).toBe(
      'SIGNATURE_MISMATCH',
    );
  });
});
