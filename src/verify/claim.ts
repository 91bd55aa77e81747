import { decodeBase64Url } from '../encoding/base64.js';
import { parseJson } from '../encoding/json.js';
import { type JsonValue, member } from '../encoding/json-value.js';
import { quote } from '../encoding/printable.js';
import { formatTimestamp, isCanonicalTimestamp, parseTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { assertPublicKey, verify } from '../keys/ed25519.js';
import { isExampleKey } from '../keys/example-keys.js';
import { keyId } from '../keys/key-id.js';
import { CLAIM_TYPE, claimInput, MAX_LIFETIME, payloadDigest, PROOF_TYPE, proves } from '../passport/claim.js';
import { registryUrl } from '../passport/links.js';
import type { ProofPlace } from '../passport/proof-place.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Claim, ClaimProof, Payload } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { claimPlace } from '../validate/claim-address.js';
import { firstDeparture } from '../validate/schema.js';
import * as claimSchema from '../validate/schemas/claim.generated.js';
import * as proofSchema from '../validate/schemas/claim-proof.generated.js';
import type { ClaimFailureCode } from './claim-codes.js';
import { decodeSignature } from './document.js';
import { isInput } from './policy.js';
import { type ClaimUse, SeenClaims } from './seen-claims.js';

/** By what a claim is judged before its proof is looked for. */
export interface ClaimPolicy {
  /** What the source handed in gives without observations; undefined where it has errors. */
  readonly payload: Payload | undefined;
  /** The present time, RFC 3339. */
  readonly now: string | undefined;
  /** By how many milliseconds clocks may differ; 5 minutes where left out. */
  readonly skew?: number | undefined;
  /** For how many milliseconds a claim may live; 30 days where left out. */
  readonly maxLifetime?: number | undefined;
  /** The claims that were accepted before; nothing is said of that where left out. */
  readonly seen?: SeenClaims | undefined;
  /** What the claim is looked at for; `check` where left out. */
  readonly use?: ClaimUse | undefined;
  /** The registry to which it must be made; unfragile.ai where left out. */
  readonly registry?: RegistryProfile | undefined;
}

/** What was found, and where: both come from whoever looked, never from the claim. */
export interface FoundProof {
  readonly bytes: Uint8Array | string;
  /** The address that it was read at. */
  readonly foundAt: string;
}

/** Why a claim does not hold: the first check that failed. */
export interface ClaimFailure {
  readonly holds: false;
  readonly code: ClaimFailureCode;
  readonly message: string;
  /** What it is about, as an RFC 6901 pointer: into the claim, or for codes of a proof into that. */
  readonly pointer?: string | undefined;
  readonly hint?: string | undefined;
}

/** A claim against which nothing speaks before its proof is looked for. It is not proven yet. */
export interface OpenClaim {
  readonly holds: undefined;
  readonly claim: Claim;
  /** Where its proof must lie. */
  readonly place: ProofPlace;
}

export interface ProvenClaim {
  readonly holds: true;
  readonly code: 'OK';
  readonly message: string;
  /** What was verified, from the bytes that were verified. */
  readonly claim: Claim;
  readonly place: ProofPlace;
}

export type ClaimVerdict = ProvenClaim | ClaimFailure;

/** Bytes at the most: some ten times what a claim or proof has. */
export const MAX_CLAIM = 16 << 10;
export const MAX_PROOF = 64 << 10;

const FIVE_MINUTES = 300_000;

/**
 * Whether a builder's claim to a listing holds. Never throws for anything in a claim, proof or state. The first check
 * that fails decides:
 *  1. there is something to judge by: the present time, a state that can be read
 *  2. the claim's form: size, strict JSON, its type, its members, times, nonce, key and signature each in their one
 *     spelling; the key is usable (RFC 8032 section 5.1.3, no point of small order), and no published one
 *  3. the signature verifies under the claim's own key, over everything else in it
 *  4. it was made by now, lives for no longer than allowed, and has not expired
 *  5. its nonce was not accepted before
 *  6. it is about the source handed in: slug, registry, url, payload
 *  7. the artifact's url is one at which a proof can lie
 *  8. the proof was found there, and nowhere else
 *  9. the proof's form: size, strict JSON, its type, its members
 * 10. it names exactly the claim's key, for exactly its slug
 * @throws PassportError ERR_USAGE for a call that is none
 */
export function checkClaim(
  input: Uint8Array | string,
  policy: ClaimPolicy & { readonly proof: FoundProof | undefined },
): ClaimVerdict {
  const open = openClaim(input, policy);
  if (open.holds === false) return open;
  const { claim, place } = open;
  const failure = checkProof(claim, place, policy.proof);
  if (failure) return failure;
  const message = `the owner of ${place.repository ?? new URL(place.address).host} lets this key claim ${claim.slug}`;
  return { holds: true, code: 'OK', message, claim, place };
}

/**
 * The first seven of these, after which it is known where the proof must lie. What fails one of them is not worth a
 * look there.
 * @throws PassportError ERR_USAGE for a call that is none
 */
export function openClaim(input: Uint8Array | string, policy: ClaimPolicy): OpenClaim | ClaimFailure {
  assertCall(input, policy);
  const { payload, skew = FIVE_MINUTES, maxLifetime = MAX_LIFETIME, seen, use = 'check' } = policy;
  const now = typeof policy.now === 'string' ? parseTimestamp(policy.now) : undefined;
  if (now === undefined) {
    const hint = 'give it as { now }, such as 2026-01-31T09:30:00Z';
    return failed('NO_TIME', 'the present time was not given, or is no RFC 3339 time', hint);
  }
  if (seen?.problem !== undefined) {
    const hint = 'restore it from a copy; without it claims that were accepted before cannot be told';
    return failed('STATE_MALFORMED', `the state file cannot be used: ${seen.problem}`, hint);
  }
  const claim = readClaim(input);
  if ('holds' in claim) return claim;
  const failure = checkSignature(claim) ?? checkTimes(claim, now, skew, maxLifetime) ?? checkNonce(claim, seen, use);
  if (failure) return failure;
  if (!payload) {
    const hint = 'mend it first: passport validate says what is wrong';
    return failed('NO_PAYLOAD', 'the source has errors, so there is nothing to compare the claim with', hint);
  }
  const otherSource = checkSource(claim, payload, policy.registry ?? unfragileAi);
  if (otherSource) return otherSource;
  const place = claimPlace(payload.artifact.url);
  return 'code' in place ? failed(place.code, place.message, place.hint, '/url') : { holds: undefined, claim, place };
}

function failed(code: ClaimFailureCode, message: string, hint?: string, pointer?: string): ClaimFailure {
  return { holds: false, code, message, pointer, hint };
}

const ANEW = 'ask the builder for a new claim: passport claim SOURCE --key KEY';

/** The claim by its form alone: nothing in it is believed yet. */
function readClaim(input: Uint8Array | string): Claim | ClaimFailure {
  if (input.length > MAX_CLAIM) {
    const message = `the claim has more than ${MAX_CLAIM >> 10} KiB`;
    return failed('CLAIM_TOO_LARGE', message, 'is it a claim? one has less than 2');
  }
  const value = readStrictly(input);
  if (value instanceof PassportError) {
    return failed('CLAIM_NOT_JSON', `the claim is no strict JSON text: ${value.message}`, ANEW);
  }
  const type = member(value, 'type');
  if (typeof type === 'string' && type !== CLAIM_TYPE) {
    const message = `its type is ${quote(type)}; this is for ${CLAIM_TYPE}`;
    return failed('CLAIM_WRONG_TYPE', message, 'give what passport claim has made', '/type');
  }
  const finding = firstDeparture(claimSchema, value);
  if (finding) return failed('CLAIM_MALFORMED', finding.message, ANEW, finding.pointer);
  const claim = value as unknown as Claim;
  for (const name of ['issued_at', 'expires_at'] as const) {
    if (!isCanonicalTimestamp(claim[name])) {
      return failed('CLAIM_TIME_MALFORMED', `${name} is ${quote(claim[name])}: no such time`, ANEW, `/${name}`);
    }
  }
  if (decodeUrlBytes(claim.nonce, 16) === undefined) {
    return failed('CLAIM_NONCE_MALFORMED', 'the nonce is not the canonical base64url of 16 bytes', ANEW, '/nonce');
  }
  return checkKey(claim) ?? claim;
}

function checkKey({ public_key, key_id, signature }: Claim): ClaimFailure | undefined {
  const publicKey = decodeUrlBytes(public_key, 32);
  if (!publicKey) {
    const message = 'the public key is not the canonical base64url of 32 bytes';
    return failed('CLAIM_KEY_MALFORMED', message, ANEW, '/public_key');
  }
  try {
    assertPublicKey(publicKey);
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    const code = error.code === 'ERR_WEAK_KEY' ? 'CLAIM_KEY_WEAK' : 'CLAIM_KEY_MALFORMED';
    return failed(code, error.message, 'do not take claims with this key', '/public_key');
  }
  if (isExampleKey(publicKey)) {
    const hint = 'ask the builder to make a key: passport keygen -o NAME';
    return failed('CLAIM_KEY_EXAMPLE', 'signed with a published example key: anybody can', hint, '/public_key');
  }
  if (keyId(publicKey) !== key_id) {
    return failed('CLAIM_KEY_ID_MISMATCH', 'the key id is not that of the public key', ANEW, '/key_id');
  }
  if (decodeSignature(signature)) return undefined;
  const message = 'the signature is not the canonical base64 of 64 bytes';
  return failed('CLAIM_SIGNATURE_MALFORMED', message, ANEW, '/signature');
}

function checkSignature(claim: Claim): ClaimFailure | undefined {
  const [signature, publicKey] = [decodeSignature(claim.signature), decodeUrlBytes(claim.public_key, 32)];
  if (signature && publicKey && verify(signature, claimInput(claim), publicKey)) return undefined;
  const message = 'the signature does not verify under the key in the claim: something in it was changed';
  return failed('CLAIM_SIGNATURE_MISMATCH', message, ANEW, '/signature');
}

function checkTimes(
  { issued_at, expires_at }: Claim,
  now: number,
  skew: number,
  maxLifetime: number,
): ClaimFailure | undefined {
  const [issued, expires] = [parseTimestamp(issued_at) as number, parseTimestamp(expires_at) as number];
  if (!(issued <= now + skew)) {
    const message = `made at ${issued_at}, which is later than now, ${formatTimestamp(now)}`;
    const hint = "check the clock of this machine, then the builder's; --skew allows for a difference";
    return failed('CLAIM_IN_FUTURE', message, hint, '/issued_at');
  }
  if (!(issued < expires)) {
    const message = `it expires at ${expires_at}, no later than it is made`;
    return failed('CLAIM_LIFETIME_EMPTY', message, ANEW, '/expires_at');
  }
  if (!(expires - issued <= maxLifetime)) {
    const message = `made at ${issued_at}, it would live until ${expires_at}, which is longer than allowed`;
    return failed('CLAIM_LIFETIME_TOO_LONG', message, ANEW, '/expires_at');
  }
  if (now < expires) return undefined;
  return failed('CLAIM_EXPIRED', `it expired at ${expires_at}`, ANEW, '/expires_at');
}

function checkNonce(claim: Claim, seen: SeenClaims | undefined, use: ClaimUse): ClaimFailure | undefined {
  const before = seen?.blocking(claim, use);
  if (!before) return undefined;
  const message =
    before.used === 'check'
      ? `a claim with this nonce was accepted at ${before.accepted_at}`
      : `a passport was signed by a claim with this nonce at ${before.accepted_at}`;
  return failed('CLAIM_REPLAYED', message, ANEW, '/nonce');
}

function checkSource(claim: Claim, payload: Payload, registry: RegistryProfile): ClaimFailure | undefined {
  const { artifact, distribution } = payload;
  if (claim.slug !== artifact.slug) {
    const message = `it claims ${quote(claim.slug)}, but the source is of ${quote(artifact.slug)}`;
    return failed('SLUG_MISMATCH', message, 'give the source that the claim is about', '/slug');
  }
  const page = registryUrl(registry, 'claim', artifact.slug);
  if (claim.claim_url !== page || distribution.claim_url !== page) {
    const message = `it is made at ${quote(claim.claim_url, 200)}, but the page of this registry is ${page}`;
    const hint = "give the profile of the artifact's registry: --registry FILE";
    return failed('CLAIM_URL_MISMATCH', message, hint, '/claim_url');
  }
  if (claim.url !== artifact.url) {
    const message = "the claim's url is not exactly that of the source";
    const hint = 'addresses are compared as texts: if the source was changed since, a new claim is needed';
    return failed('URL_MISMATCH', message, hint, '/url');
  }
  if (claim.payload_digest === payloadDigest(payload)) return undefined;
  return failed(
    'PAYLOAD_MISMATCH',
    'the source gives another payload than the one that was claimed',
    'give the very source, --overlay and --registry that the builder used; if it was changed since, a new claim is needed',
    '/payload_digest',
  );
}

function checkProof(claim: Claim, place: ProofPlace, proof: FoundProof | undefined): ClaimFailure | undefined {
  if (!proof || !isInput(proof.bytes) || typeof proof.foundAt !== 'string') {
    const message = 'no proof was given, or nothing is said of where it was found';
    return failed('PROOF_MISSING', message, `it must lie at ${place.address}`);
  }
  return checkFoundAt(proof.foundAt, place) ?? checkProofBytes(proof.bytes, claim, place);
}

/** As texts: whatever a reader of addresses would take for the same is not the same. */
function checkFoundAt(foundAt: string, { address }: ProofPlace): ClaimFailure | undefined {
  if (foundAt === address) return undefined;
  const isHere = URL.canParse(foundAt) && foundAt.startsWith(`${new URL(address).origin}/`);
  return failed(
    isHere ? 'PROOF_OTHER_ADDRESS' : 'PROOF_OTHER_ORIGIN',
    `the proof was found at ${quote(foundAt, 200)}, which ${isHere ? 'others may be able to write to' : "is not the artifact's own host"}`,
    `it must lie at exactly ${address}`,
  );
}

function checkProofBytes(bytes: Uint8Array | string, claim: Claim, { address }: ProofPlace): ClaimFailure | undefined {
  const mend = `ask the builder to put there what passport claim has printed: ${address}`;
  const proof = readProof(bytes, mend);
  if ('holds' in proof) return proof;
  if (!proof.claims.some(({ public_key }) => public_key === claim.public_key)) {
    return failed(
      'PROOF_OTHER_KEY',
      `the proof does not name the key ${claim.public_key} of the claim`,
      mend,
      '/claims',
    );
  }
  if (proves(proof, claim)) return undefined;
  const message = `the proof names the key, but not for ${quote(claim.slug)}`;
  return failed('PROOF_OTHER_SLUG', message, mend, '/claims');
}

/** A proof by its form alone. @param mend what to do where it has another */
export function readProof(bytes: Uint8Array | string, mend: string): ClaimProof | ClaimFailure {
  if (bytes.length > MAX_PROOF) {
    return failed('PROOF_TOO_LARGE', `the proof has more than ${MAX_PROOF >> 10} KiB`, mend);
  }
  const value = readStrictly(bytes);
  if (value instanceof PassportError) {
    return failed('PROOF_NOT_JSON', `the proof is no strict JSON text: ${value.message}`, mend);
  }
  const type = member(value, 'type');
  if (typeof type === 'string' && type !== PROOF_TYPE) {
    return failed(
      'PROOF_WRONG_TYPE',
      `the type of what lies there is ${quote(type)}, not ${PROOF_TYPE}`,
      mend,
      '/type',
    );
  }
  const finding = firstDeparture(proofSchema, value);
  if (finding) return failed('PROOF_MALFORMED', finding.message, mend, finding.pointer);
  return value as unknown as ClaimProof;
}

function readStrictly(input: Uint8Array | string): JsonValue | PassportError {
  try {
    return parseJson(input, { refuseNegativeZero: true });
  } catch (error) {
    if (error instanceof PassportError) return error;
    throw error;
  }
}

function decodeUrlBytes(text: string, length: number): Uint8Array | undefined {
  try {
    const bytes = decodeBase64Url(text);
    return bytes.length === length ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** A call that is no call has no verdict: that is said of claims, proofs and states only. */
function assertCall(input: unknown, policy: Partial<ClaimPolicy> | undefined): void {
  const wrong = (message: string, hint: string): PassportError => new PassportError('ERR_USAGE', message, { hint });
  if (!isInput(input)) throw wrong('the claim is neither bytes nor text', 'give it as it was received');
  if (typeof policy !== 'object' || policy === null) throw wrong('no policy was given', 'give { payload, now, proof }');
  for (const name of ['skew', 'maxLifetime'] as const) {
    const value: unknown = policy[name];
    if (value === undefined || (typeof value === 'number' && value >= 0 && Number.isFinite(value))) continue;
    throw wrong(`${name} is not a number of milliseconds`, 'give a finite number, 0 or more');
  }
  if (policy.seen !== undefined && !(policy.seen instanceof SeenClaims)) {
    throw wrong('seen is no SeenClaims', 'make one from the text of a state file: new SeenClaims(text)');
  }
  if (policy.use !== undefined && policy.use !== 'check' && policy.use !== 'sign') {
    throw wrong('use is neither "check" nor "sign"', 'say what the claim is looked at for, or leave it out');
  }
}
