import { formatTimestamp } from '../encoding/rfc3339.js';
import { quote } from '../encoding/printable.js';
import { verify } from '../keys/ed25519.js';
import { isExampleKey } from '../keys/example-keys.js';
import type { TrustedKey } from '../keys/trust-store.js';
import { cosignatureInput } from '../passport/cosignature.js';
import { signingInputOf } from '../passport/signing-input.js';
import type { ReadCosignature } from './document.js';
import type { Signed } from './checks.js';
import { compromise, inFuture, outsideWindow } from './key-limits.js';
import { findRevocation } from './revocations.js';
import type { CosignatureInfo, Failure } from './verdict.js';
import type { CosignatureCode } from './verdict-codes.js';

/** Why a cosignature does not count. */
interface Reason {
  readonly code: Exclude<CosignatureCode, 'OK'>;
  readonly message: string;
}

/** Each cosignature of a document whose own signature verifies, and whether it counts. */
export function judgeCosignatures(signed: Signed): CosignatureInfo[] {
  const { cosignatures } = signed.document;
  if (cosignatures.length === 0) return [];
  const input = signingInputOf(signed.document.json, signed.document.envelope, signed.signer.coverage);
  return cosignatures.map((cosignature) => {
    const { signedBy: issuer, role, signedAt } = cosignature.fields;
    const key = findKey(cosignature, input, signed);
    const reason = 'code' in key ? key : whyNot(cosignature, key, signed);
    const { code, message } = reason ?? { code: 'OK' as const, message: 'a trusted key made it, over this passport' };
    return { issuer, role, signedAt, keyId: 'code' in key ? undefined : key.keyId, code, message };
  });
}

/** The key of its issuer under which it verifies: no key is ever taken from the document. */
function findKey({ fields, signature }: ReadCosignature, input: Uint8Array, { policy }: Signed): TrustedKey | Reason {
  const keys = policy.store?.ofIssuer(fields.signedBy) ?? [];
  if (keys.length === 0) {
    const file = policy.store ? 'the trust file' : 'no trust file was given, which';
    return { code: 'UNKNOWN_KEY', message: `${file} has no key of ${quote(fields.signedBy)}` };
  }
  const bytes = cosignatureInput(input, fields);
  const message = `it verifies under no key of ${quote(fields.signedBy)}: it is of another passport, or was changed`;
  return keys.find(({ publicKey }) => verify(signature, bytes, publicKey)) ?? { code: 'SIGNATURE_MISMATCH', message };
}

function whyNot({ fields, signedAt }: ReadCosignature, key: TrustedKey, signed: Signed): Reason | undefined {
  const { policy } = signed;
  if (isExampleKey(key.publicKey)) {
    return { code: 'EXAMPLE_KEY', message: 'made with a published example key, with which anybody can sign' };
  }
  if (key.role !== fields.role) {
    return {
      code: 'ROLE_MISMATCH',
      message: `made as ${fields.role} with a key that the trust file has as ${key.role}`,
    };
  }
  // A key has one issuer, so this is also never the same key.
  if (key.issuer === signed.issuer) {
    return { code: 'SAME_SIGNER', message: 'made by who has signed the passport itself' };
  }
  const limit = compromise(key, signedAt) ?? outsideWindow(key, signedAt) ?? inFuture(signedAt, policy);
  if (limit) return limit;
  // Otherwise a key that has ended could still cosign, with an earlier time.
  if (signed.signedAt !== undefined && signedAt < signed.signedAt - policy.skew) {
    const of = formatTimestamp(signed.signedAt);
    return { code: 'SIGNED_BEFORE_PASSPORT', message: `dated ${fields.signedAt}, before the passport, ${of}` };
  }
  return takenBack(fields.signedBy, signed);
}

/** Where revocations are looked at, those of cosigners are: without a list it is not known that there is none. */
function takenBack(issuer: string, signed: Signed): Reason | undefined {
  const lists = signed.policy.revocations?.lists.filter(({ list }) => list.issuer === issuer);
  if (lists === undefined) return undefined;
  const entry = findRevocation(lists, signed);
  if (entry) return { code: 'REVOKED', message: `taken back at ${entry.at}: ${quote(entry.reason, 200)}` };
  if (lists.length > 0) return undefined;
  return { code: 'REVOCATIONS_MISSING', message: `no revocation list of ${quote(issuer)} was given` };
}

/**
 * Whether as many have cosigned as the trust file asks for. Counted are issuers: a key has one, so there are no fewer
 * keys, and who has two keys counts once.
 */
export function enoughCosignatures({ policy, cosignatures }: Signed): Failure | undefined {
  for (const [role, wanted] of Object.entries(policy.cosignatures ?? {})) {
    const ofRole = cosignatures.filter((one) => one.role === role);
    const count = new Set(ofRole.filter(({ code }) => code === 'OK').map(({ issuer }) => issuer)).size;
    if (count >= wanted) continue;
    const bad = ofRole.find(({ code }) => code !== 'OK');
    const why = bad ? `; that of ${quote(bad.issuer)} does not count: ${bad.message}` : '';
    return {
      code: 'COSIGNATURES_MISSING',
      message: `the trust file asks for ${wanted} cosigned as ${role}, and ${count} count${count === 1 ? 's' : ''}${why}`,
      pointer: '/_cosignatures',
      hint: 'get the document as its cosigners have signed it',
      cosignatures,
    };
  }
  return undefined;
}
