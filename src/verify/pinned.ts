import { decodeBase64Url } from '../encoding/base64.js';
import type { JsonValue } from '../encoding/json-value.js';
import type { PinnedKeys } from '../passport/pinned.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import { type Clue, diagnosePassport } from './diagnosis.js';
import type { VerifyPolicy } from './policy.js';
import type { Verdict } from './verdict.js';
import { verifyPassport } from './verify.js';

export interface PinnedVerdict {
  readonly verdict: Verdict;
  readonly clues: readonly Clue[];
}

/**
 * What a page says of the document in it, by what its maker pinned; undefined where that is nothing. Of several keys
 * the one that signed decides, VALID or not.
 * @param now RFC 3339
 * @throws PassportError ERR_INVALID_BASE64 for a key that is none
 */
export function verifyPinned(
  text: string,
  pinned: PinnedKeys & { readonly registry?: RegistryProfile | undefined },
  now: string,
): PinnedVerdict | undefined {
  const results = policiesOf(pinned, now).map((policy) => ({ policy, verdict: verifyPassport(text, policy) }));
  const result = results.find(({ verdict }) => verdict.code !== 'SIGNATURE_MISMATCH') ?? results[0];
  return result && { verdict: result.verdict, clues: diagnosePassport(text, result.verdict, result.policy) };
}

function policiesOf(
  { keys = [], coverage, trust, root, registry }: Parameters<typeof verifyPinned>[1],
  now: string,
): VerifyPolicy[] {
  if (trust) {
    const value = trust as unknown as JsonValue;
    return [{ trust: { value, root: root === undefined ? undefined : decodeBase64Url(root) }, now, registry }];
  }
  return keys.map((key) => ({ key: decodeBase64Url(key), coverage, now, registry }));
}
