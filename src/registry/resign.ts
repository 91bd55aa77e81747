import { digestText } from '../encoding/digest.js';
import { canonicalize } from '../encoding/jcs.js';
import type { JsonValue } from '../encoding/json-value.js';
import { normalizeTimestamp } from '../encoding/rfc3339.js';
import type { Coverage } from '../passport/signing-input.js';
import type { Payload } from '../passport/types.generated.js';
import type { VerifyPolicy } from '../verify/policy.js';
import type { FailedVerdict } from '../verify/verdict.js';
import { passportVerifier } from '../verify/verify.js';
import type { Refusal } from './item.js';

/** Which documents are to be signed anew, and by what they are known to be ours. */
export interface ResignPolicy {
  /** What a document must be VALID by: nothing that nobody has verified gets a new signature. */
  readonly verify: VerifyPolicy;
  /** Only what this key has signed. */
  readonly by?: OldKey | undefined;
  /** RFC 3339: only what says that it was signed then or later. */
  readonly signedSince?: string | undefined;
  /** Payload digests, `sha256:` and hex, which the registry knows from its own records to have signed. */
  readonly known?: ReadonlySet<string> | undefined;
}

export interface OldKey {
  readonly keyId: string;
  readonly publicKey: Uint8Array;
  readonly coverage: Coverage;
  /**
   * Whether somebody else has it. Then its signature says nothing of who made it, nor when: a document is signed anew
   * only where its payload is among those known.
   */
  readonly isCompromised: boolean;
}

/** A payload to be signed anew, `undefined` for a document that was not meant, or why it is refused. */
export type Admission = { readonly payload: Payload; readonly cosignatures: number } | Refusal | undefined;

/**
 * Decides on documents, one by one. A document that is not VALID is refused, whatever else is asked for: a new
 * signature would make it so.
 */
export function resignAdmission(policy: ResignPolicy): (document: Uint8Array | string) => Admission {
  const { by, known } = policy;
  const since = policy.signedSince === undefined ? undefined : normalizeTimestamp(policy.signedSince, 'signedSince');
  const verifyTrusted = passportVerifier(policy.verify);
  const { now, skew, registry } = policy.verify;
  // Also of a compromised key: whose signature it is, and that nothing was changed since.
  const verifyOld = by?.isCompromised
    ? passportVerifier({ key: by.publicKey, coverage: by.coverage, now, skew, registry })
    : undefined;
  return (document) => {
    const old = verifyOld?.(document);
    const verdict = old?.verdict === 'VALID' ? old : verifyTrusted(document);
    if (verdict.verdict !== 'VALID') return refused(verdict);
    if (by && verdict.signer.keyId !== by.keyId) return undefined;
    if (since !== undefined && verdict.signedAt !== undefined && verdict.signedAt < since) return undefined;
    const { payload } = verdict;
    if ((by?.isCompromised || known) && !known?.has(digestText(canonicalize(payload as unknown as JsonValue)))) {
      return notKnown(payload.artifact.slug);
    }
    return { payload, cosignatures: verdict.cosignatures.length };
  };
}

function refused({ code, message, pointer, hint }: FailedVerdict): Refusal {
  return { status: 'rejected', slug: undefined, code, message, pointer, hint, rule: undefined };
}

function notKnown(slug: string): Refusal {
  return {
    status: 'rejected',
    slug,
    code: 'KEY_COMPROMISED',
    message: 'its payload is not among those known: whoever else has the key may have made it',
    pointer: undefined,
    hint: 'sign it from your own records: passport batch; or add the digest of its payload to --known',
    rule: undefined,
  };
}
