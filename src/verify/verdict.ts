import type { Coverage } from '../passport/signing-input.js';
import type { Payload } from '../passport/types.generated.js';

/** The codes of a verdict. Part of the public surface: none is ever renamed. */
export type VerdictCode =
  /** The signature verifies under the key given. */
  | 'OK'
  /** Not a strict JSON text (RFC 8259, RFC 7493). */
  | 'MALFORMED_JSON'
  /** Not a passport document: a member is missing, unknown or not of its type. */
  | 'MALFORMED_DOCUMENT'
  /** The envelope's version is not one this verifier knows. */
  | 'UNSUPPORTED_VERSION'
  /** `signedAt` has the right form but is no time. */
  | 'MALFORMED_TIME'
  /** `signature` is not the canonical base64 of 64 bytes. */
  | 'MALFORMED_SIGNATURE'
  /** The signature does not verify under this key and coverage (RFC 8032 section 5.1.7, strict). */
  | 'SIGNATURE_MISMATCH'
  /** No key to verify with was given. */
  | 'NO_KEY'
  /** The key given is no Ed25519 public key, or one of small order. */
  | 'UNUSABLE_KEY';

/** A link that differs from the one derived from the signed slug; `received` is undefined where it is missing. */
export interface LinkDifference {
  readonly pointer: string;
  readonly expected: string | undefined;
  readonly received: string | undefined;
}

interface Common {
  readonly code: VerdictCode;
  /** What was found, for people. */
  readonly message: string;
  readonly coverage: Coverage;
  /** RFC 6901 pointers of what the signature protects; empty unless VALID. */
  readonly covered: readonly string[];
  /** Pointers of what it does not protect. */
  readonly uncovered: readonly string[];
}

export interface ValidVerdict extends Common {
  readonly verdict: 'VALID';
  readonly code: 'OK';
  /** What was verified, from the bytes that were verified. */
  readonly payload: Payload;
  /** Who signed and when; undefined where the coverage leaves them unsigned. */
  readonly issuer: string | undefined;
  readonly signedAt: string | undefined;
  /** How `_links` differ from those derived for the signed slug; undefined where the registry is another one. */
  readonly links: readonly LinkDifference[] | undefined;
}

export interface FailedVerdict extends Common {
  /** INVALID: the document is broken or was changed. UNVERIFIABLE: there was nothing to verify it with. */
  readonly verdict: 'INVALID' | 'UNVERIFIABLE';
  readonly code: Exclude<VerdictCode, 'OK'>;
  /** Where the document departs from its form, as an RFC 6901 pointer. */
  readonly pointer?: string | undefined;
  readonly hint?: string | undefined;
}

export type Verdict = ValidVerdict | FailedVerdict;
