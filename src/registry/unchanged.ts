import { canonicalText } from '../encoding/jcs.js';
import type { JsonValue } from '../encoding/json-value.js';
import type { Payload } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import type { SignOptions } from '../sign/sign.js';
import { passportVerifier } from '../verify/verify.js';

/**
 * Whether an old document says what a new one would, but for the time: it is VALID by the key that would sign now, in
 * the same name and coverage, its links are right, and its payload has the same canonical bytes. A document that does
 * not verify is never kept for the sake of its payload.
 */
export function unchangedBy(
  publicKey: Uint8Array,
  { coverage = 'envelope', registry = unfragileAi, issuer = registry.issuer, signedAt }: SignOptions,
): (old: Uint8Array | string, payload: Payload) => boolean {
  const verify = passportVerifier({ key: publicKey, coverage, now: signedAt, registry });
  return (old, payload) => {
    const verdict = verify(old);
    if (verdict.verdict !== 'VALID' || (coverage === 'envelope' && verdict.issuer !== issuer)) return false;
    return verdict.links?.length === 0 && canonical(verdict.payload) === canonical(payload);
  };
}

function canonical(payload: Payload): string {
  return canonicalText(payload as unknown as JsonValue);
}
