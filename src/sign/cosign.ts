import { encodeBase64 } from '../encoding/base64.js';
import type { JsonValue } from '../encoding/json-value.js';
import { quote } from '../encoding/printable.js';
import { normalizeTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { isExampleKey } from '../keys/example-keys.js';
import { cosignatureInput, MAX_COSIGNATURES, repeatedCosigner, withCosignature } from '../passport/cosignature.js';
import { assertCoverage, type Coverage, signingInput } from '../passport/signing-input.js';
import type { PassportDocument } from '../passport/types.generated.js';
import { toDiagnostic } from '../validate/finding.js';
import { checkEnvelope } from '../validate/payload.js';
import { assertIssuer } from './issuer.js';
import { assertSigner, requestSignature, type Signer } from './signer.js';

export interface CosignOptions {
  /** The name in which it is cosigned, 1 to 200 characters. */
  readonly issuer: string;
  /** As what: `registry`, `auditor`, … */
  readonly role: string;
  /** When it is cosigned, RFC 3339; written in UTC with milliseconds. */
  readonly signedAt: string;
  /** What the document's own signature is over, which its verdict says; `envelope` where left out. */
  readonly coverage?: Coverage | undefined;
}

/**
 * The document with a cosignature over what its own signature is over. That signature is not looked at: verify the
 * document first, and cosign what was verified. One of the same issuer and role is replaced, others are kept.
 * @throws PassportError ERR_INVALID_PAYLOAD, ERR_INVALID_TIME, ERR_USAGE, ERR_INVALID_KEY, ERR_WEAK_KEY, ERR_SIGNER…
 */
export async function cosignPassport(
  document: PassportDocument,
  signer: Signer,
  options: CosignOptions,
): Promise<PassportDocument> {
  assertSigner(signer);
  if (isExampleKey(signer.publicKey)) {
    throw new PassportError('ERR_INVALID_KEY', 'this is a published example key, with which anybody can cosign', {
      hint: 'make a key of your own: passport keygen -o NAME',
    });
  }
  const { issuer, role, coverage = 'envelope' } = options;
  assertIssuer(issuer);
  assertRole(role);
  assertCoverage(coverage);
  assertDocument(document);
  const statement = { signedBy: issuer, role, signedAt: normalizeTimestamp(options.signedAt, 'signedAt') };
  const signature = await requestSignature(signer, () =>
    cosignatureInput(signingInput(document.passport, coverage), statement),
  );
  const cosigned = withCosignature(document, { ...statement, signature: encodeBase64(signature) });
  if ((cosigned._cosignatures ?? []).length <= MAX_COSIGNATURES) return cosigned;
  throw new PassportError('ERR_USAGE', `the document has ${MAX_COSIGNATURES} cosignatures, which is the limit`, {
    hint: 'take out those that nobody asks for: nothing signs the list',
  });
}

function assertRole(role: unknown): asserts role is string {
  if (typeof role === 'string' && /^[a-z0-9-]{1,100}$/.test(role)) return;
  throw new PassportError('ERR_USAGE', `the role is ${typeof role === 'string' ? quote(role) : typeof role}`, {
    hint: 'write it in a-z, 0-9 and -, as trust files do: registry, auditor, …',
  });
}

function assertDocument(document: PassportDocument): void {
  const findings = checkEnvelope(document as unknown as JsonValue);
  if (findings.length > 0) {
    throw new PassportError('ERR_INVALID_PAYLOAD', `cannot cosign: ${findings[0]?.message}`, {
      hint: findings[0]?.hint,
      diagnostics: findings.map((finding) => toDiagnostic(finding)),
    });
  }
  if (repeatedCosigner(document._cosignatures ?? []) === -1) return;
  throw new PassportError('ERR_INVALID_PAYLOAD', 'cannot cosign: it has two cosignatures of one issuer and role', {
    hint: 'take the wrong one out',
  });
}
