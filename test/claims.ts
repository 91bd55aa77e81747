import { buildPassport } from '../src/author/build.js';
import { encodeBase64, encodeBase64Url } from '../src/encoding/base64.js';
import { canonicalize } from '../src/encoding/jcs.js';
import type { JsonValue } from '../src/encoding/json-value.js';
import { KeyPair } from '../src/keys/key-pair.js';
import type { Claim, ClaimProof, Payload } from '../src/passport/types.generated.js';
import { signClaim } from '../src/sign/claim.js';
import { seedOf } from './bytes.js';
import { sourceValue } from './source-value.js';

// Claims for tests, whole and with one thing about them changed.

export const builder = new KeyPair(seedOf('builder of the tests'));
export const stranger = new KeyPair(seedOf('not the builder'));

export const ISSUED = '2026-05-30T00:00:00.000Z';
export const EXPIRES = '2026-06-06T00:00:00.000Z';
export const NONCE = encodeBase64Url(seedOf('nonce').subarray(0, 16));

/** What the source of an artifact at an address gives by itself. */
export function payloadAt(url: string, slug = 'toaster'): Payload {
  return buildPassport(sourceValue({ artifact: { url, slug } })).payload;
}

export function claimOf(payload: Payload, pair = builder): Promise<Claim> {
  return signClaim(payload, pair, { issuedAt: ISSUED, expiresAt: EXPIRES, nonce: NONCE });
}

/** The claim with other members, signed anew by whoever has the key: what a hostile builder can make. */
export function signedAnew(claim: Claim, part: object, pair = builder): string {
  const { signature: _, ...rest } = { ...claim, ...part } as unknown as Record<string, JsonValue>;
  return JSON.stringify({ ...rest, signature: encodeBase64(pair.sign(canonicalize(rest))) });
}

export function proofNaming(...claims: ReadonlyArray<readonly [pair: KeyPair, ...slugs: string[]]>): ClaimProof {
  return {
    type: 'trust-passport/claim-proof/1',
    claims: claims.map(([pair, ...slugs]) => ({ public_key: encodeBase64Url(pair.publicKey), slugs })),
  };
}
