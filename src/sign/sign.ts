import { encodeBase64 } from '../encoding/base64.js';
import { isCanonicalTimestamp, normalizeTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { verify } from '../keys/ed25519.js';
import { assembleDocument } from '../passport/document.js';
import { deriveLinks } from '../passport/links.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import { type Coverage, signingInput } from '../passport/signing-input.js';
import type { PassportDocument, Payload } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { toDiagnostic } from '../validate/finding.js';
import { checkPayload } from '../validate/payload.js';

/** Something that signs under one public key: a `KeyPair`, or a key that is kept elsewhere. */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The 64-byte Ed25519 signature over exactly these bytes. */
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

export interface SignOptions {
  /** When it is signed, RFC 3339; written in UTC with milliseconds. */
  readonly signedAt: string;
  /** The name for `signedBy`; the registry's issuer where left out. */
  readonly issuer?: string | undefined;
  /** What the signature is over; `envelope` where left out. */
  readonly coverage?: Coverage | undefined;
  /** The registry whose `_links` are written; unfragile.ai where left out. */
  readonly registry?: RegistryProfile | undefined;
}

/**
 * The signed document of a payload. The new signature is verified under the signer's public key before the document
 * is returned, so a faulty or lying signer cannot get one out.
 * @throws PassportError ERR_INVALID_PAYLOAD, ERR_INVALID_TIME, ERR_USAGE, ERR_SIGNER
 */
export async function signPassport(payload: Payload, signer: Signer, options: SignOptions): Promise<PassportDocument> {
  const { registry = unfragileAi, issuer = registry.issuer, coverage = 'envelope' } = options;
  assertPayload(payload);
  if (issuer === '') throw new PassportError('ERR_USAGE', 'the issuer is empty', { hint: 'name who signs' });
  const signedAt = isCanonicalTimestamp(options.signedAt)
    ? options.signedAt
    : normalizeTimestamp(options.signedAt, 'signedAt');
  const envelope = { unfragile: payload, signedAt, signedBy: issuer, version: 1 as const };
  const input = signingInput(envelope, coverage);
  const made = signer.sign(input);
  const signature = made instanceof Uint8Array ? made : await made;
  if (!verify(signature, input, signer.publicKey)) {
    throw new PassportError('ERR_SIGNER', "the signer's signature does not verify under its own public key", {
      hint: 'nothing was written; check that the public key belongs to the secret key, and the machine that signs',
    });
  }
  return assembleDocument(envelope, encodeBase64(signature), deriveLinks(registry, payload.artifact.slug));
}

function assertPayload(payload: Payload): void {
  const findings = checkPayload(payload);
  if (findings.length === 0) return;
  const diagnostics = findings.map((finding) => toDiagnostic(finding));
  throw new PassportError('ERR_INVALID_PAYLOAD', `cannot sign: ${findings[0]?.message}`, {
    hint: findings[0]?.hint,
    diagnostics,
  });
}
