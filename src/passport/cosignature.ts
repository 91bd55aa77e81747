import { digestText } from '../encoding/digest.js';
import { canonicalize } from '../encoding/jcs.js';
import type { Cosignature, PassportDocument } from './types.generated.js';

/** As the schema of documents has it: what is verified is bounded. */
export const MAX_COSIGNATURES = 32;

export type UnsignedCosignature = Omit<Cosignature, 'signature'>;

/**
 * What a cosignature is over: the canonical bytes (RFC 8785) of a statement about one passport. `type` is among them,
 * which no passport has, so that no signature of one kind fits another; and the digest, so that it fits no other
 * passport.
 * @param input what the passport's own signature is over (`signingInput`)
 */
export function cosignatureInput(input: Uint8Array, { signedBy, role, signedAt }: UnsignedCosignature): Uint8Array {
  return canonicalize({ type: 'trust-passport/cosignature/1', digest: digestText(input), signedBy, role, signedAt });
}

/** The document with one more; one that its issuer has given before in the same role is replaced. */
export function withCosignature(document: PassportDocument, cosignature: Cosignature): PassportDocument {
  const others = (document._cosignatures ?? []).filter((one) => !isSameCosigner(one, cosignature));
  return { ...document, _cosignatures: [...others, cosignature] };
}

/** The place of the first that has the issuer and the role of one before it; -1 where there is none. */
export function repeatedCosigner(cosignatures: readonly UnsignedCosignature[]): number {
  return cosignatures.findIndex((one, index) =>
    cosignatures.slice(0, index).some((other) => isSameCosigner(one, other)),
  );
}

function isSameCosigner(a: UnsignedCosignature, b: UnsignedCosignature): boolean {
  return a.signedBy === b.signedBy && a.role === b.role;
}
