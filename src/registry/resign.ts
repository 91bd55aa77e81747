import { digestText } from '../encoding/digest.js';
import { canonicalize } from '../encoding/jcs.js';
import type { JsonValue } from '../encoding/json-value.js';
import { normalizeTimestamp } from '../encoding/rfc3339.js';
import type { Coverage } from '../passport/signing-input.js';
import type { Payload } from '../passport/types.generated.js';
import type { SignOptions } from '../sign/sign.js';
import type { VerifyPolicy } from '../verify/policy.js';
import type { FailedVerdict, Verdict } from '../verify/verdict.js';
import { passportVerifier } from '../verify/verify.js';
import type { Refusal } from './item.js';

/** Which documents are to be signed anew, and by what they are known to be ours. */
export interface ResignPolicy {
  /** What a document must be VALID by: nothing that nobody has verified gets a new signature. */
  readonly verify: VerifyPolicy;
  /** The id of a key: only what it has signed. */
  readonly by?: string | undefined;
  /** RFC 3339: only what says that it was signed then or later. */
  readonly signedSince?: string | undefined;
  /** Payload digests, `sha256:` and hex, which the registry knows from its own records to have signed. */
  readonly known?: ReadonlySet<string> | undefined;
  /** Keys that somebody else has. What they have signed is signed anew only where its payload is among those known. */
  readonly compromised?: readonly CompromisedKey[] | undefined;
}

export interface CompromisedKey {
  readonly publicKey: Uint8Array;
  readonly coverage: Coverage;
}

/** A payload to be signed anew, `undefined` for a document that was not meant, or why it is refused. */
export type Admission = { readonly payload: Payload; readonly cosignatures: number } | Refusal | undefined;

/**
 * Decides on documents, one by one. A document that is not VALID is refused, whatever else is asked for: a new
 * signature would make it so. One exception: of a compromised key a signature says neither who made it nor when, but
 * what the registry knows to have said itself it may say again.
 */
export function resignAdmission(policy: ResignPolicy): (document: Uint8Array | string) => Admission {
  const { by, known, compromised = [] } = policy;
  const since = policy.signedSince === undefined ? undefined : normalizeTimestamp(policy.signedSince, 'signedSince');
  const verify = passportVerifier(policy.verify);
  const { now, skew, registry } = policy.verify;
  const ofCompromised = compromised.map(({ publicKey, coverage }) =>
    passportVerifier({ key: publicKey, coverage, now, skew, registry }),
  );
  /** Whose signature it is all the same, and that nothing was changed since. */
  const verdictOn = (document: Uint8Array | string): Verdict => {
    const verdict = verify(document);
    if (!known || !COMPROMISED.includes(verdict.code)) return verdict;
    for (const verifyOld of ofCompromised) {
      const old = verifyOld(document);
      if (old.verdict === 'VALID') return old;
    }
    return verdict;
  };
  return (document) => {
    const verdict = verdictOn(document);
    if (verdict.verdict !== 'VALID') return refused(verdict);
    if (by !== undefined && verdict.signer.keyId !== by) return undefined;
    if (since !== undefined && verdict.signedAt !== undefined && verdict.signedAt < since) return undefined;
    const { payload, cosignatures } = verdict;
    if (known && !known.has(digestText(canonicalize(payload as unknown as JsonValue)))) {
      return notKnown(payload.artifact.slug);
    }
    return { payload, cosignatures: cosignatures.length };
  };
}

/** The payloads of documents that this very run has signed: signed again they are the same bytes. */
export function ownWorkOf(
  publicKey: Uint8Array,
  { coverage, registry, signedAt }: SignOptions,
): (document: Uint8Array | string) => Admission {
  const verify = passportVerifier({ key: publicKey, coverage, registry, now: signedAt });
  return (document) => {
    const verdict = verify(document);
    const isOwn = verdict.verdict === 'VALID' && (verdict.signedAt ?? signedAt) === signedAt;
    return isOwn ? { payload: verdict.payload, cosignatures: verdict.cosignatures.length } : undefined;
  };
}

const COMPROMISED: readonly string[] = ['KEY_COMPROMISED', 'SIGNED_AFTER_COMPROMISE'];

function refused({ code, message, pointer, hint }: FailedVerdict): Refusal {
  const way =
    'sign it from your own records: passport batch; or give the digests of what you have signed: --known FILE';
  return {
    status: 'rejected',
    slug: undefined,
    code,
    message,
    pointer,
    hint: COMPROMISED.includes(code) ? way : hint,
    rule: undefined,
  };
}

function notKnown(slug: string): Refusal {
  return {
    status: 'rejected',
    slug,
    code: 'UNKNOWN_PAYLOAD',
    message: 'its payload is not among those known to have been signed',
    pointer: undefined,
    hint: 'somebody else may have made it; if it is yours, add the digest of its payload to the file of --known',
    rule: undefined,
  };
}
