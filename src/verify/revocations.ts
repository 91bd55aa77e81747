import { parseJson } from '../encoding/json.js';
import type { JsonValue } from '../encoding/json-value.js';
import { parseTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { verify } from '../keys/ed25519.js';
import { isExampleKey } from '../keys/example-keys.js';
import { keyId } from '../keys/key-id.js';
import { type TrustStore, windowPlace } from '../keys/trust-store.js';
import { statementInput } from '../passport/statement.js';
import type { Revocation, RevocationList } from '../passport/types.generated.js';
import { firstDeparture } from '../validate/schema.js';
import * as revocationsSchema from '../validate/schemas/revocations.generated.js';
import { decodeSignature } from './document.js';
import type { SeenState } from './seen-state.js';
import type { Failure } from './verdict.js';

/** By what a list is judged. Exactly one of `store` and `key` is there. */
export interface ListPolicy {
  readonly store?: TrustStore | undefined;
  readonly key?: Uint8Array | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly skew: number;
  readonly seen?: SeenState | undefined;
}

/** A list that holds at this moment. */
export interface OpenList {
  readonly list: RevocationList;
  /** The id of the key that signed it. */
  readonly signer: string;
  readonly bySlug: ReadonlyMap<string, Revocation>;
  readonly byDigest: ReadonlyMap<string, Revocation>;
}

/**
 * A revocation list, or why it says nothing. A list that says nothing is never the same as none:
 *  1. strict JSON, of the form of a list, each entry with either a slug or a digest, all times times
 *  2. it is signed, by a key trusted for its issuer at the time that it gives
 *  3. it was made by now, and its next update is not due
 *  4. it is no older than one that was seen before
 */
export function openRevocations(input: Uint8Array | string, policy: ListPolicy): OpenList | Failure {
  const list = readList(input);
  if ('code' in list) return list;
  const signer = findListSigner(list, policy);
  if (typeof signer !== 'string') return signer;
  const failure = checkTimes(list, policy) ?? checkSequence(list, policy);
  if (failure) return failure;
  const entries = (name: 'slug' | 'digest'): Map<string, Revocation> =>
    new Map(list.revoked.flatMap((entry) => (entry[name] === undefined ? [] : [[entry[name], entry]])));
  return { list, signer, bySlug: entries('slug'), byDigest: entries('digest') };
}

/** What a list says of a passport; its digest is computed only where a list has any. */
export function findRevocation(
  lists: readonly OpenList[],
  passport: { readonly slug: string; readonly payloadDigest: string },
): Revocation | undefined {
  for (const { bySlug, byDigest } of lists) {
    const entry = bySlug.get(passport.slug) ?? (byDigest.size > 0 ? byDigest.get(passport.payloadDigest) : undefined);
    if (entry) return entry;
  }
  return undefined;
}

/** A list by its form alone, whoever signed it, or what is wrong with it. */
export function readList(input: Uint8Array | string): RevocationList | Failure {
  const malformed = (what: string, pointer?: string, hint?: string): Failure => ({
    code: 'REVOCATIONS_MALFORMED',
    message: `the revocation list cannot be used: ${what}`,
    pointer,
    hint: hint ?? 'get it anew from its issuer',
  });
  let value: JsonValue;
  try {
    value = parseJson(input, { refuseNegativeZero: true });
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    return malformed(error.message);
  }
  const finding = firstDeparture(revocationsSchema, value);
  if (finding) return malformed(finding.message, finding.pointer, finding.hint);
  const list = value as unknown as RevocationList;
  const [issued, next] = [parseTimestamp(list.issued_at), parseTimestamp(list.next_update)];
  if (issued === undefined) return malformed('issued_at is not a time', '/issued_at');
  if (next === undefined) return malformed('next_update is not a time', '/next_update');
  if (next <= issued) return malformed('next_update is no later than issued_at', '/next_update');
  for (const [index, entry] of list.revoked.entries()) {
    const pointer = `/revoked/${index}`;
    if ((entry.slug === undefined) === (entry.digest === undefined)) {
      return malformed(`revoked[${index}] should have either a slug or a digest`, pointer);
    }
    if (parseTimestamp(entry.at) === undefined) return malformed(`revoked[${index}].at is not a time`, `${pointer}/at`);
  }
  return list;
}

/** The id of the key that signed it. */
function findListSigner(list: RevocationList, policy: ListPolicy): string | Failure {
  if (list.signature === undefined) {
    return { code: 'REVOCATIONS_UNSIGNED', message: 'the revocation list is not signed', hint: 'get the signed one' };
  }
  const signature = decodeSignature(list.signature);
  const bytes = statementInput(list);
  const key = signature && keysFor(list, policy).find((one) => verify(signature, bytes, one));
  if (key) return keyId(key);
  return {
    code: 'REVOCATIONS_SIGNATURE_MISMATCH',
    message: 'the revocation list was changed, or no key trusted for its issuer at its time has signed it',
    pointer: '/signature',
    hint: 'get it anew from its issuer',
  };
}

/** Those trusted for the issuer when it was made. Who stole a key could write any time: no compromised one is. */
function keysFor({ issuer, issued_at }: RevocationList, { store, key }: ListPolicy): readonly Uint8Array[] {
  if (!store) return key ? [key] : [];
  const issued = parseTimestamp(issued_at) as number;
  return store
    .ofIssuer(issuer)
    .filter((one) => one.status !== 'compromised' && windowPlace(one, issued) === 'within')
    .map(({ publicKey }) => publicKey)
    .filter((publicKey) => !isExampleKey(publicKey));
}

function checkTimes({ issued_at, next_update }: RevocationList, { now, skew }: ListPolicy): Failure | undefined {
  if (!((parseTimestamp(issued_at) as number) <= now + skew)) {
    return {
      code: 'REVOCATIONS_IN_FUTURE',
      message: `the revocation list was made at ${issued_at}, which is later than now`,
      pointer: '/issued_at',
      hint: 'check the clock of this machine',
    };
  }
  if (now < (parseTimestamp(next_update) as number)) return undefined;
  return {
    code: 'REVOCATIONS_STALE',
    message: `the revocation list should have been replaced by ${next_update}`,
    pointer: '/next_update',
    hint: 'get the current one from its issuer',
  };
}

function checkSequence({ issuer, sequence }: RevocationList, { seen, key, store }: ListPolicy): Failure | undefined {
  // What a stolen key has signed says nothing, nor how far its issuer has counted.
  const stolen = new Set(store?.keys.filter(({ status }) => status === 'compromised').map((one) => one.keyId));
  const newest = seen?.list(issuer, key && keyId(key), (signer) => !stolen.has(signer));
  if (newest === undefined || sequence >= newest) return undefined;
  return {
    code: 'REVOCATIONS_ROLLBACK',
    message: `the revocation list has number ${sequence}, but number ${newest} was seen before`,
    pointer: '/sequence',
    hint: 'get the current one from its issuer',
  };
}
