/**
 * VALID: signed, by a trusted key, within its limits, and nothing speaks against it. INVALID: the document is broken,
 * was changed, or contradicts itself. UNTRUSTED: it says what was signed, but it is not to be relied on. UNVERIFIABLE:
 * something was missing or unusable without which nothing can be said.
 */
export type VerdictName = 'VALID' | 'INVALID' | 'UNTRUSTED' | 'UNVERIFIABLE';

interface CodeInfo<Name extends VerdictName = VerdictName> {
  readonly verdict: Name;
  /** When it is given, in a few words. */
  readonly meaning: string;
}

const invalid = (meaning: string): CodeInfo<'INVALID'> => ({ verdict: 'INVALID', meaning });
const untrusted = (meaning: string): CodeInfo<'UNTRUSTED'> => ({ verdict: 'UNTRUSTED', meaning });
const unverifiable = (meaning: string): CodeInfo<'UNVERIFIABLE'> => ({ verdict: 'UNVERIFIABLE', meaning });

/** Every code that a verdict can have, and its verdict. Part of the public surface: none is ever renamed. */
export const verdictCodes = {
  OK: { verdict: 'VALID', meaning: 'the signature verifies, and every check passed' } as CodeInfo<'VALID'>,

  MALFORMED_JSON: invalid('the bytes are not strict JSON (RFC 8259 within RFC 7493)'),
  UNSUPPORTED_VERSION: invalid("the envelope's version is not 1"),
  MALFORMED_DOCUMENT: invalid(
    'a member is missing, unknown or not of its type, or it is larger than 4 MiB; `_links` is not looked at',
  ),
  MALFORMED_TIME: invalid('`signedAt` has the form of a time but is none, such as 31 February or a leap second'),
  MALFORMED_SIGNATURE: invalid('`signature` is not the canonical base64 of 64 bytes'),
  MALFORMED_COSIGNATURES: invalid('`_cosignatures` has an entry of another form, one twice, or too many'),
  SIGNATURE_MISMATCH: invalid('the signature does not verify: the document was changed, or another key signed it'),
  COVERAGE_MISMATCH: invalid('the key signed, but not what it is trusted to sign: the other coverage'),
  DERIVATION_MISMATCH: invalid('a derived value is not what follows from the rest of the payload'),
  LINKS_MISMATCH: invalid('`_links` are not those of the signed slug; only where that is asked for'),

  UNKNOWN_KEY: untrusted('no key of the trust file signed, and the issuer named has none there'),
  EXAMPLE_KEY: untrusted('signed with a published example key, with which anybody can sign'),
  ISSUER_MISMATCH: untrusted('a trusted key signed in the name of another issuer than its own'),
  UNEXPECTED_ISSUER: untrusted('another issuer than the one expected'),
  SIGNED_BEFORE_WINDOW: untrusted('signed before the key was to sign'),
  SIGNED_AFTER_WINDOW: untrusted('signed when the key was to sign no more'),
  SIGNED_AFTER_COMPROMISE: untrusted('signed since somebody else may have had the key'),
  KEY_COMPROMISED: untrusted('dated before the key was compromised, but whoever has the key can write any date'),
  SIGNED_IN_FUTURE: untrusted('signed later than now, beyond the skew allowed'),
  TOO_OLD: untrusted('signed longer ago than allowed'),
  REVOKED: untrusted('the issuer has taken the artifact or this payload back'),
  ROLLBACK: untrusted('older than a passport of the artifact that was seen before'),
  EQUIVOCATION: untrusted('another passport of the artifact with the same time was seen before'),
  COSIGNATURES_MISSING: untrusted('fewer have cosigned it in a role than the trust file asks for'),

  NO_KEY: unverifiable('neither a key nor a trust file was given'),
  UNUSABLE_KEY: unverifiable('a key given is no acceptable Ed25519 public key'),
  NO_TIME: unverifiable('the present time was not given, or is none'),
  TIME_NOT_COVERED: unverifiable('a check needs the time of signing, which this coverage leaves unsigned'),
  ISSUER_NOT_COVERED: unverifiable('an issuer is expected, but this coverage leaves the issuer unsigned'),
  REGISTRY_UNKNOWN: unverifiable(
    'it is of a registry whose profile was not given, so derived values cannot be derived anew',
  ),
  TRUST_FILE_MALFORMED: unverifiable('the trust file cannot be read, or has errors'),
  TRUST_FILE_DIGEST_MISMATCH: unverifiable('the trust file is not the one that was pinned'),
  TRUST_FILE_NO_ROOT: unverifiable('the trust file is signed, but no root key was given to check that with'),
  TRUST_FILE_UNSIGNED: unverifiable('a root key was given, but the trust file is not signed'),
  TRUST_FILE_SIGNATURE_MISMATCH: unverifiable('the trust file was changed, or another root key signed it'),
  TRUST_FILE_IN_FUTURE: unverifiable('the trust file was made later than now, beyond the skew allowed'),
  TRUST_FILE_ROLLBACK: unverifiable('the trust file is older than one of the same root key that was seen before'),
  TRUST_FILE_EXPIRED: unverifiable('the trust file has expired'),
  REVOCATIONS_MISSING: unverifiable('revocations are to be looked at, but no list of this issuer was given'),
  REVOCATIONS_MALFORMED: unverifiable('a revocation list cannot be read, or has errors'),
  REVOCATIONS_UNSIGNED: unverifiable('a revocation list is not signed'),
  REVOCATIONS_SIGNATURE_MISMATCH: unverifiable(
    'a revocation list was changed, or no key trusted for its issuer signed it',
  ),
  REVOCATIONS_STALE: unverifiable('a revocation list should have been replaced by now'),
  REVOCATIONS_IN_FUTURE: unverifiable('a revocation list was made later than now, beyond the skew allowed'),
  REVOCATIONS_ROLLBACK: unverifiable('a revocation list is older than one that was seen before'),
  STATE_MISSING: unverifiable('the trust file asks for a state file, and none was given'),
  STATE_MALFORMED: unverifiable('the state file cannot be read, or has errors'),
} as const;

export type VerdictCode = keyof typeof verdictCodes;
export type FailureCode = Exclude<VerdictCode, 'OK'>;

/** Every code that a cosignature can have, and when. `OK` alone counts; none is ever renamed. */
export const cosignatureCodes = {
  OK: 'a key trusted in this name and role made it, over this passport, and it counts',
  UNKNOWN_KEY: 'the trust file has no key of this issuer, or none was given',
  SIGNATURE_MISMATCH: 'it verifies under no key of its issuer: it is of another passport, or was changed',
  EXAMPLE_KEY: 'made with a published example key, with which anybody can sign',
  ROLE_MISMATCH: 'the trust file gives the key another role',
  SAME_SIGNER: 'made by the issuer of the passport itself',
  SIGNED_AFTER_COMPROMISE: 'made since somebody else may have had the key',
  KEY_COMPROMISED: 'dated before the key was compromised, but whoever has the key can write any date',
  SIGNED_BEFORE_WINDOW: 'made before the key was to sign',
  SIGNED_AFTER_WINDOW: 'made when the key was to sign no more',
  SIGNED_IN_FUTURE: 'made later than now, beyond the skew allowed',
  SIGNED_BEFORE_PASSPORT: 'dated before the passport itself, beyond the skew allowed',
  REVOKED: 'its issuer has taken the artifact or this payload back',
  REVOCATIONS_MISSING: 'revocations are looked at, but no list of its issuer was given',
} as const;

export type CosignatureCode = keyof typeof cosignatureCodes;
