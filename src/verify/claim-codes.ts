/**
 * What a code is about. `network`: no answer was had, so nothing is known, and another try may be answered; all others
 * are said of what was looked at.
 */
export type ClaimMatter = 'claim' | 'source' | 'proof' | 'network';

interface CodeInfo<About extends ClaimMatter = ClaimMatter> {
  readonly about: About;
  /** When it is given, in a few words. */
  readonly meaning: string;
}

const claim = (meaning: string): CodeInfo<'claim'> => ({ about: 'claim', meaning });
const source = (meaning: string): CodeInfo<'source'> => ({ about: 'source', meaning });
const proof = (meaning: string): CodeInfo<'proof'> => ({ about: 'proof', meaning });
const network = (meaning: string): CodeInfo<'network'> => ({ about: 'network', meaning });

/** Every code that the check of a claim can end with, in the order of the checks. None is ever renamed. */
export const claimCodes = {
  OK: claim('every check passed: whoever has the key has put it where only the owner of the artifact can'),

  NO_TIME: claim('the present time was not given, or is none'),
  STATE_MALFORMED: claim('the state file cannot be read, or has errors'),

  CLAIM_TOO_LARGE: claim('the claim has more than 16 KiB'),
  CLAIM_NOT_JSON: claim('the bytes are not strict JSON (RFC 8259 within RFC 7493)'),
  CLAIM_WRONG_TYPE: claim('it says that it is something else: a passport, a proof, a claim of another version'),
  CLAIM_MALFORMED: claim('a member is missing, unknown or not of its form'),
  CLAIM_TIME_MALFORMED: claim('a time has the form of one but is none, such as 31 February or a leap second'),
  CLAIM_NONCE_MALFORMED: claim('the nonce is not 16 bytes in the canonical spelling of base64url'),
  CLAIM_KEY_MALFORMED: claim('the key is no Ed25519 public key, or not in the canonical spelling of base64url'),
  CLAIM_KEY_WEAK: claim('the key is a point of small order, under which forged signatures verify'),
  CLAIM_KEY_EXAMPLE: claim('the key is a published example key, with which anybody can sign'),
  CLAIM_KEY_ID_MISMATCH: claim('the key id is not that of the key'),
  CLAIM_SIGNATURE_MALFORMED: claim('the signature is not the canonical base64 of 64 bytes'),
  CLAIM_SIGNATURE_MISMATCH: claim('the signature does not verify under the key: the claim was changed'),
  CLAIM_IN_FUTURE: claim('made later than now, beyond the skew allowed'),
  CLAIM_LIFETIME_EMPTY: claim('it expires no later than it is made'),
  CLAIM_LIFETIME_TOO_LONG: claim('it lives for longer than allowed'),
  CLAIM_EXPIRED: claim('it has expired'),
  CLAIM_REPLAYED: claim('its nonce was accepted before; only where a state is given'),

  NO_PAYLOAD: source('the source that was handed in has errors, so there is nothing to compare with'),
  SLUG_MISMATCH: source('the claim is for another artifact than the source'),
  CLAIM_URL_MISMATCH: source("the claim is made to another registry, or not on the registry's page of the artifact"),
  URL_MISMATCH: source("the claim's url is not exactly that of the source"),
  PAYLOAD_MISMATCH: source('the source gives another payload than the one that was claimed'),
  URL_AMBIGUOUS: source(
    'the host is not written as it is looked up: user name, dot at the end, letters beyond ASCII, numbers, backslash',
  ),
  URL_INSECURE: source("the artifact's url is without https"),
  URL_NOT_PUBLIC: source("the artifact's url leads to a private host, or to a name that is none on the internet"),

  PROOF_MISSING: proof('no proof was given, or nothing is said of where it was found'),
  PROOF_OTHER_ORIGIN: proof("found on another host or port than the artifact's, or not over https"),
  PROOF_OTHER_ADDRESS: proof('found on the right host, but not at the one address of a proof'),
  PROOF_ADDRESS_REFUSED: proof('the host has an address that is private, local or otherwise not of the internet'),
  PROOF_NOT_FOUND: proof('the host says that there is no such page (404 or 410)'),
  PROOF_REDIRECTED: proof('the host sends elsewhere; no redirect is followed'),
  PROOF_STATUS: proof('the host answers with another status than 200'),
  PROOF_CONTENT_TYPE: proof('the answer does not say that it is JSON'),
  PROOF_COMPRESSED: proof('the answer is compressed, though that was not asked for'),
  PROOF_TOO_LARGE: proof('the proof has more than 64 KiB'),
  PROOF_NOT_JSON: proof('the proof is not strict JSON (RFC 8259 within RFC 7493)'),
  PROOF_WRONG_TYPE: proof('what lies there says that it is something else'),
  PROOF_MALFORMED: proof('a member of the proof is missing, unknown or not of its form'),
  PROOF_OTHER_KEY: proof('the proof does not name the key of the claim, byte for byte'),
  PROOF_OTHER_SLUG: proof('the proof names the key, but not for this artifact'),

  HOST_UNKNOWN: network('the name of the host is not known, or could not be looked up'),
  UNREACHABLE: network('no connection, or it was closed before an answer'),
  TLS_FAILED: network('no secure connection: the certificate does not hold for the host'),
  NOT_HTTP: network('what answers does not speak HTTP as it must'),
  INCOMPLETE: network('the answer ended before its end'),
  TIMED_OUT: network('the whole answer was not there in time, however slowly it came'),
  SERVER_FAILED: network('the host says that it cannot answer at present (429 or 500 and above)'),
} as const satisfies Record<string, CodeInfo>;

export type ClaimCode = keyof typeof claimCodes;
export type ClaimFailureCode = Exclude<ClaimCode, 'OK'>;
/** What fetching a proof can end with. */
export type FetchFailureCode = {
  [Code in ClaimFailureCode]: (typeof claimCodes)[Code]['about'] extends 'proof' | 'network' ? Code : never;
}[ClaimFailureCode];
