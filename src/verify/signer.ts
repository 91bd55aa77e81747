import { verify } from '../keys/ed25519.js';
import { keyId } from '../keys/key-id.js';
import type { TrustedKey } from '../keys/trust-store.js';
import { COVERAGES, type Coverage, signingInputOf } from '../passport/signing-input.js';
import type { ReadDocument } from './document.js';
import type { ReadyPolicy } from './policy.js';
import type { Failure, SignerInfo } from './verdict.js';

/** Whose signature it is. */
export interface FoundSigner {
  readonly publicKey: Uint8Array;
  readonly coverage: Coverage;
  /** What the trust file says of the key; undefined for a key that was given alone. */
  readonly trusted: TrustedKey | undefined;
}

/**
 * The key whose signature verifies over the RFC 8785 bytes of what it is trusted to sign (RFC 8032 section 5.1.7,
 * strict). The other coverage is looked at only to say what is wrong, never to accept.
 */
export function findSigner(document: ReadDocument, policy: ReadyPolicy): FoundSigner | Failure {
  const candidates = candidateKeys(document.envelope.signedBy, policy);
  const inputs = new Map<Coverage, Uint8Array>();
  const verifies = (publicKey: Uint8Array, coverage: Coverage): boolean => {
    const bytes = inputs.get(coverage) ?? signingInputOf(document.json, document.envelope, coverage);
    inputs.set(coverage, bytes);
    return verify(document.signature, bytes, publicKey);
  };
  const found = candidates.find(({ publicKey, coverage }) => verifies(publicKey, coverage));
  if (found) return found;
  const other = candidates.find(({ publicKey, coverage }) => verifies(publicKey, otherThan(coverage)));
  if (other) return coverageMismatch(other.coverage, policy);
  const { signedBy } = document.envelope;
  if (policy.store && policy.store.ofIssuer(signedBy).length === 0) {
    return {
      code: 'UNKNOWN_KEY',
      message: 'no key of the trust file signed it, and the issuer that it names has none there',
      pointer: '/passport/signedBy',
      hint: 'if you trust this issuer, add its key: passport trust add',
    };
  }
  return {
    code: 'SIGNATURE_MISMATCH',
    message: policy.store
      ? 'the signature does not verify under any key of its issuer: the document was changed, or a key that is not trusted signed it'
      : 'the signature does not verify under this key: the document was changed, or another key signed it',
    pointer: '/passport/signature',
    hint: 'get the document anew from its issuer',
  };
}

/** What can be told about the key in a result. */
export function signerInfo({ publicKey, trusted }: FoundSigner): SignerInfo {
  if (!trusted) return { keyId: keyId(publicKey) };
  const { issuer, role, status } = trusted;
  return { keyId: trusted.keyId, issuer, role, status };
}

/**
 * So many keys of other issuers are tried. None of them makes a document VALID: it is only told that one signed it. Who
 * sends documents of names that nobody knows must not decide how long a verifier is busy.
 */
const MAX_OTHERS = 64;

/** Those of the issuer named first: the name decides in which order to look, and nothing else. */
export function candidateKeys(signedBy: string, { store, key, coverage }: ReadyPolicy): FoundSigner[] {
  if (!store) return key ? [{ publicKey: key, coverage, trusted: undefined }] : [];
  const others: TrustedKey[] = [];
  for (const one of store.keys) {
    if (others.length === MAX_OTHERS) break;
    if (one.issuer !== signedBy) others.push(one);
  }
  return [...store.ofIssuer(signedBy), ...others].map((trusted) => {
    return { publicKey: trusted.publicKey, coverage: trusted.coverage, trusted };
  });
}

function otherThan(coverage: Coverage): Coverage {
  return COVERAGES.find((one) => one !== coverage) as Coverage;
}

function coverageMismatch(expected: Coverage, { store }: ReadyPolicy): Failure {
  const signed = otherThan(expected);
  return {
    code: 'COVERAGE_MISMATCH',
    message: `the key signed with coverage "${signed}", but is trusted to sign with coverage "${expected}"`,
    pointer: '/passport/signature',
    hint: store
      ? 'if this key is to sign so, say it in the trust file'
      : `if this key is to sign so, ask for --coverage ${signed}`,
  };
}
