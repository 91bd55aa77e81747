import { digestText } from '../encoding/digest.js';
import { canonicalize } from '../encoding/jcs.js';
import type { JsonObject } from '../encoding/json-value.js';
import type { Claim, ClaimProof, Payload } from './types.generated.js';

export const CLAIM_TYPE = 'trust-passport/claim/1';
export const PROOF_TYPE = 'trust-passport/claim-proof/1';

/** Milliseconds. A claim is acted on once and soon: what lies about for longer can only be of use to others. */
export const MAX_LIFETIME = 30 * 86_400_000;

export type UnsignedClaim = Omit<Claim, 'signature'>;

/**
 * What a claim's signature is over: its canonical bytes (RFC 8785) without it. `type` is among them, so that no
 * signature over a passport or a statement of another kind fits a claim, nor a claim's one of them.
 */
export function claimInput(claim: UnsignedClaim | Claim): Uint8Array {
  const { signature: _, ...signed } = claim as Claim;
  return canonicalize(signed as unknown as JsonObject);
}

/** SHA-256 of the canonical bytes of a payload, as verdicts, states and revocation lists name one. */
export function payloadDigest(payload: Payload): string {
  return digestText(canonicalize(payload as unknown as JsonObject));
}

/** The proof document that a claim asks for where there is none yet. */
export function proofOf({ public_key, slug }: Pick<Claim, 'public_key' | 'slug'>): ClaimProof {
  return { type: PROOF_TYPE, claims: [{ public_key, slugs: [slug] }] };
}

/** A proof document that also proves this claim; everything else in it stays. */
export function withProven(proof: ClaimProof, { public_key, slug }: Pick<Claim, 'public_key' | 'slug'>): ClaimProof {
  if (proves(proof, { public_key, slug })) return proof;
  const known = proof.claims.findIndex((one) => one.public_key === public_key);
  if (known === -1) return { ...proof, claims: [...proof.claims, { public_key, slugs: [slug] }] };
  const claims = proof.claims.map((one, index) => (index === known ? { ...one, slugs: [...one.slugs, slug] } : one));
  return { ...proof, claims };
}

/** Whether the document names exactly this key for exactly this slug. */
export function proves({ claims }: ClaimProof, { public_key, slug }: Pick<Claim, 'public_key' | 'slug'>): boolean {
  return claims.some((one) => one.public_key === public_key && one.slugs.includes(slug));
}
