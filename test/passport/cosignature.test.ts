import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cosignatureInput, repeatedCosigner, withCosignature } from '../../src/passport/cosignature.js';
import type { Cosignature, PassportDocument } from '../../src/passport/types.generated.js';

const made = (signedBy: string, role: string, signature = 'a'): Cosignature => {
  return { signedBy, role, signedAt: '2026-01-31T09:30:00.000Z', signature };
};

describe('the statement of a cosignature', () => {
  test('is these bytes', () => {
    const input = new TextEncoder().encode('{"signed":true}');
    const digest = createHash('sha256').update(input).digest('hex');
    expect(new TextDecoder().decode(cosignatureInput(input, made('registry.example', 'registry')))).toBe(
      `{"digest":"sha256:${digest}","role":"registry","signedAt":"2026-01-31T09:30:00.000Z","signedBy":"registry.example","type":"trust-passport/cosignature/1"}`,
    );
  });

  test('has the signature in no form', () => {
    const input = new Uint8Array(3);
    expect(cosignatureInput(input, made('a', 'b', 'x'))).toEqual(cosignatureInput(input, made('a', 'b', 'y')));
  });
});

describe('cosignatures of a document', () => {
  const document = { passport: {}, _links: {} } as unknown as PassportDocument;

  test('are added at the end, and one of the same issuer and role is replaced', () => {
    const first = withCosignature(document, made('a', 'registry'));
    const second = withCosignature(first, made('b', 'registry'));
    const third = withCosignature(second, made('a', 'auditor'));
    expect(Object.keys(third)).toEqual(['passport', '_links', '_cosignatures']);
    expect(withCosignature(third, made('a', 'registry', 'new'))._cosignatures).toEqual([
      made('b', 'registry'),
      made('a', 'auditor'),
      made('a', 'registry', 'new'),
    ]);
    expect(document._cosignatures).toBeUndefined();
  });

  test('repeat a cosigner only where issuer and role are the same', () => {
    expect(repeatedCosigner([made('a', 'x'), made('a', 'y'), made('b', 'x')])).toBe(-1);
    expect(repeatedCosigner([made('a', 'x'), made('b', 'x'), made('a', 'x', 'other')])).toBe(2);
  });
});
