import { decodeBase64 } from '../encoding/base64.js';
import { type ReadJson, readJson } from '../encoding/json.js';
import { member } from '../encoding/json-value.js';
import { isCanonicalTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { assertPublicKey, verify } from '../keys/ed25519.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import { assertCoverage, type Coverage, coverageOf, signingInputOf } from '../passport/signing-input.js';
import type { Envelope } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { checkEnvelope } from '../validate/payload.js';
import { compareLinks } from './links.js';
import type { FailedVerdict, Verdict } from './verdict.js';

/** What the verifier has decided beforehand. Nothing of it is ever taken from the document. */
export interface VerifyPolicy {
  /** The 32-byte public key that must have signed. */
  readonly key?: Uint8Array | undefined;
  /** What that key signs; `envelope` where left out. The other is never tried. */
  readonly coverage?: Coverage | undefined;
  /** The registry against which `_links` are compared; unfragile.ai where left out. It does not change the verdict. */
  readonly registry?: RegistryProfile | undefined;
}

/**
 * The verdict on a passport document. Never throws for anything in the document. In order, the first failure decides:
 *  1. a key is given, and usable (RFC 8032 section 5.1.3; no point of small order)
 *  2. the bytes are strict JSON (RFC 8259, RFC 7493)
 *  3. the envelope's version is 1
 *  4. the document has the passport's members, all of them, and no others; `_links` is not looked at
 *  5. `signedAt` is a time (RFC 3339)
 *  6. `signature` is the canonical base64 (RFC 4648 section 3.5) of 64 bytes
 *  7. it verifies over the RFC 8785 bytes of what the policy says is covered (RFC 8032 section 5.1.7, strict)
 * Then `_links` are compared with those derived from what was verified.
 * @param input the document's bytes as received, or their text
 * @throws PassportError ERR_USAGE for an input, policy or coverage of another kind
 */
export function verifyPassport(input: Uint8Array | string, policy: VerifyPolicy): Verdict {
  assertCall(input, policy);
  const { key, coverage = 'envelope', registry = unfragileAi } = policy;
  assertCoverage(coverage);
  const fail = (code: FailedVerdict['code'], message: string, more: Partial<FailedVerdict> = {}): FailedVerdict => ({
    verdict: code === 'NO_KEY' || code === 'UNUSABLE_KEY' ? 'UNVERIFIABLE' : 'INVALID',
    code,
    message,
    coverage,
    covered: [],
    uncovered: ['/passport', '/_links'],
    ...more,
  });

  if (!key)
    return fail('NO_KEY', 'no key was given to verify with', { hint: 'give the public key of the issuer you trust' });
  try {
    assertPublicKey(key);
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    return fail('UNUSABLE_KEY', error.message, { hint: error.hint });
  }

  let json: ReadJson;
  try {
    json = readJson(input, { refuseNegativeZero: true });
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    return fail('MALFORMED_JSON', `not a strict JSON text: ${error.message}`, { hint: error.hint });
  }

  const { value } = json;
  const version = member(member(value, 'passport'), 'version');
  if (typeof version === 'number' && version !== 1) {
    return fail('UNSUPPORTED_VERSION', `the envelope has version ${version}; this verifier knows version 1`, {
      pointer: '/passport/version',
    });
  }
  const problem = checkEnvelope(value)[0];
  if (problem) return fail('MALFORMED_DOCUMENT', problem.message, { pointer: problem.pointer, hint: problem.hint });
  const envelope = member(value, 'passport') as unknown as Envelope;

  if (!isCanonicalTimestamp(envelope.signedAt)) {
    return fail('MALFORMED_TIME', 'signedAt is not a time', { pointer: '/passport/signedAt' });
  }
  const signature = decodeSignature(envelope.signature);
  if (!signature) {
    return fail('MALFORMED_SIGNATURE', 'the signature is not the canonical base64 of 64 bytes', {
      pointer: '/passport/signature',
    });
  }
  if (!verify(signature, signingInputOf(json, envelope, coverage), key)) {
    return fail(
      'SIGNATURE_MISMATCH',
      'the signature does not verify under this key and coverage: the document was changed, another key signed it, or it was signed with the other coverage',
      {
        pointer: '/passport/signature',
        hint:
          coverage === 'envelope'
            ? 'only coverage "envelope" was tried, as asked; if this key signs payloads alone, ask for --coverage payload'
            : 'only coverage "payload" was tried, as asked; if this key signs whole envelopes, ask for --coverage envelope',
      },
    );
  }
  return {
    verdict: 'VALID',
    code: 'OK',
    message: `signed by the key given; ${coverage === 'envelope' ? 'payload, time and issuer are' : 'only the payload is'} covered`,
    coverage,
    ...coverageOf(coverage),
    payload: envelope.unfragile,
    issuer: coverage === 'envelope' ? envelope.signedBy : undefined,
    signedAt: coverage === 'envelope' ? envelope.signedAt : undefined,
    links: compareLinks(member(value, '_links'), envelope.unfragile, registry),
  };
}

/** A call that is no call has no verdict: that is said of documents and keys only. */
function assertCall(input: unknown, policy: unknown): void {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    throw new PassportError('ERR_USAGE', 'the document is neither bytes nor text', {
      hint: 'give the document as it was received, as a Uint8Array or a string',
    });
  }
  if (typeof policy !== 'object' || policy === null) {
    throw new PassportError('ERR_USAGE', 'no policy was given to verify by', { hint: 'give { key }' });
  }
}

function decodeSignature(text: string): Uint8Array | undefined {
  try {
    const bytes = decodeBase64(text);
    return bytes.length === 64 ? bytes : undefined;
  } catch {
    return undefined;
  }
}
