import type { Coverage } from '../passport/signing-input.js';
import type { Payload } from '../passport/types.generated.js';
import type { CosignatureCode, FailureCode, VerdictCode } from './verdict-codes.js';

/** A value that differs from the one derived from what was signed; undefined where it is missing, or should be. */
export interface Difference {
  /** RFC 6901 pointer into the document. */
  readonly pointer: string;
  readonly expected: string | undefined;
  readonly received: string | undefined;
}

/** The key that made the signature, and what the trust file says of it. */
export interface SignerInfo {
  /** RFC 7638 thumbprint. */
  readonly keyId: string;
  readonly issuer?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: 'active' | 'retired' | 'compromised' | undefined;
}

/** What somebody else has signed about the document, and whether it counts. */
export interface CosignatureInfo {
  /** In whose name and role, as it says itself: that is so only where it counts. */
  readonly issuer: string;
  readonly role: string;
  readonly signedAt: string;
  /** RFC 7638 thumbprint of the key that made it; undefined where no key of its issuer did. */
  readonly keyId: string | undefined;
  /** `OK` where it counts. */
  readonly code: CosignatureCode;
  readonly message: string;
}

/** Why a document is not VALID: the first check that failed. */
export interface Failure<Code extends FailureCode = FailureCode> {
  readonly code: Code;
  readonly message: string;
  /** What it is about, as an RFC 6901 pointer: into the document, or for codes of a file into that. */
  readonly pointer?: string | undefined;
  readonly hint?: string | undefined;
  /** For DERIVATION_MISMATCH and LINKS_MISMATCH: everything that differs. */
  readonly differences?: readonly Difference[] | undefined;
  /** For COSIGNATURES_MISSING: those that there are. */
  readonly cosignatures?: readonly CosignatureInfo[] | undefined;
}

interface Common {
  readonly code: VerdictCode;
  /** What was found, for people. */
  readonly message: string;
  /** What the signature is over; undefined where it is not known which key signed. */
  readonly coverage: Coverage | undefined;
  /** RFC 6901 pointers of what the signature protects; empty unless VALID. */
  readonly covered: readonly string[];
  /** Pointers of what it does not protect. */
  readonly uncovered: readonly string[];
}

export interface ValidVerdict extends Common {
  readonly verdict: 'VALID';
  readonly code: 'OK';
  readonly coverage: Coverage;
  /** What was verified, from the bytes that were verified. */
  readonly payload: Payload;
  /** Who signed and when; undefined where the coverage leaves them unsigned. The issuer of a trusted key is known. */
  readonly issuer: string | undefined;
  readonly signedAt: string | undefined;
  readonly signer: SignerInfo;
  /** SHA-256 of the canonical bytes of the payload, `sha256:` and hex; undefined where nothing asked for it. */
  readonly payloadDigest: string | undefined;
  /** How `_links` differ from those derived for the signed slug; undefined where the registry is another one. */
  readonly links: readonly Difference[] | undefined;
  /** Each that stands beside the passport. Without a requirement of the trust file none of them decides anything. */
  readonly cosignatures: readonly CosignatureInfo[];
  /** What this verdict does not say, each as the end of "it is not proven that …". */
  readonly notProven: readonly string[];
}

export interface FailedVerdict extends Common, Failure {
  readonly verdict: 'INVALID' | 'UNTRUSTED' | 'UNVERIFIABLE';
  readonly code: FailureCode;
}

export type Verdict = ValidVerdict | FailedVerdict;
