import { decodeBase64Url, encodeBase64, encodeBase64Url } from '../encoding/base64.js';
import { normalizeTimestamp, parseTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { isExampleKey } from '../keys/example-keys.js';
import { keyId } from '../keys/key-id.js';
import { CLAIM_TYPE, claimInput, MAX_LIFETIME, payloadDigest, type UnsignedClaim } from '../passport/claim.js';
import { registryUrl } from '../passport/links.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Claim, Payload } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { claimPlace } from '../validate/claim-address.js';
import { toDiagnostic } from '../validate/finding.js';
import { checkPayload } from '../validate/payload.js';
import { assertSigner, requestSignature, type Signer } from './signer.js';

export interface ClaimOptions {
  /** When it is made, RFC 3339; written in UTC with milliseconds. */
  readonly issuedAt: string;
  /** From when on it is no claim any more, RFC 3339; at most 30 days later. */
  readonly expiresAt: string;
  /** 16 random bytes in base64url, never used before. */
  readonly nonce: string;
  /** The registry to which the claim is made; unfragile.ai where left out. */
  readonly registry?: RegistryProfile | undefined;
}

/**
 * A builder's claim to the listing of an artifact. Its signature is verified before it is given out.
 * @param payload what the source gives without observations: those are the registry's, and not known to the builder
 * @throws PassportError ERR_INVALID_PAYLOAD, ERR_INVALID_SOURCE where the artifact's address can prove nothing,
 * ERR_INVALID_TIME, ERR_USAGE, ERR_INVALID_KEY, ERR_WEAK_KEY, ERR_SIGNER…
 */
export async function signClaim(payload: Payload, signer: Signer, options: ClaimOptions): Promise<Claim> {
  assertSigner(signer);
  if (isExampleKey(signer.publicKey)) {
    throw new PassportError('ERR_INVALID_KEY', 'this is a published example key, with which anybody can claim', {
      hint: 'make a key of your own: passport keygen -o NAME',
    });
  }
  const { registry = unfragileAi, nonce } = options;
  const times = lifetime(options);
  assertNonce(nonce);
  assertClaimable(payload);
  const { slug, url } = payload.artifact;
  const claim: UnsignedClaim = {
    type: CLAIM_TYPE,
    slug,
    claim_url: registryUrl(registry, 'claim', slug),
    url,
    public_key: encodeBase64Url(signer.publicKey),
    key_id: keyId(signer.publicKey),
    payload_digest: payloadDigest(payload),
    ...times,
    nonce,
  };
  const signature = await requestSignature(signer, () => claimInput(claim));
  return { ...claim, signature: encodeBase64(signature) };
}

function lifetime({ issuedAt, expiresAt }: ClaimOptions): Pick<Claim, 'issued_at' | 'expires_at'> {
  if (typeof issuedAt !== 'string' || typeof expiresAt !== 'string') {
    throw usage('a claim needs the times issuedAt and expiresAt', 'give both, like 2026-01-31T09:30:00.000Z');
  }
  const [issued_at, expires_at] = [
    normalizeTimestamp(issuedAt, 'issuedAt'),
    normalizeTimestamp(expiresAt, 'expiresAt'),
  ];
  const length = (parseTimestamp(expires_at) as number) - (parseTimestamp(issued_at) as number);
  if (length > 0 && length <= MAX_LIFETIME) return { issued_at, expires_at };
  throw usage(
    length > 0 ? 'a claim lives for at most 30 days' : 'the claim would expire before it is made',
    'give it a few days: it is acted on once',
  );
}

function assertNonce(nonce: unknown): void {
  try {
    if (typeof nonce === 'string' && decodeBase64Url(nonce).length === 16) return;
  } catch {
    // Said below.
  }
  throw usage('the nonce is not 16 bytes in base64url', 'give new random bytes for each claim');
}

/** What could never be proved is better not claimed. */
function assertClaimable(payload: Payload): void {
  const findings = checkPayload(payload);
  if (findings.length > 0) {
    throw new PassportError('ERR_INVALID_PAYLOAD', `cannot claim: ${findings[0]?.message}`, {
      hint: findings[0]?.hint,
      diagnostics: findings.map((finding) => toDiagnostic(finding)),
    });
  }
  const { verified } = payload.artifact;
  if (verified || payload.trust.verified) {
    throw new PassportError(
      'ERR_INVALID_PAYLOAD',
      'cannot claim: the payload says that its builder is verified already',
      {
        hint: 'build it from the source alone: only the registry knows what was observed',
      },
    );
  }
  const place = claimPlace(payload.artifact.url);
  if (!('code' in place)) return;
  throw new PassportError('ERR_INVALID_SOURCE', `cannot claim: ${place.message}`, { hint: place.hint });
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
