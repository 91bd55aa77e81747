import { parseTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { assertPublicKey } from '../keys/ed25519.js';
import { keyId } from '../keys/key-id.js';
import type { TrustStore } from '../keys/trust-store.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import { assertCoverage, type Coverage } from '../passport/signing-input.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { type OpenList, openRevocations } from './revocations.js';
import { SeenState } from './seen-state.js';
import { type OpenTrust, openTrustFile, type TrustInput } from './trust-file.js';
import type { Failure } from './verdict.js';

/** What the verifier has decided beforehand. Nothing of it is ever taken from the document. */
export interface VerifyPolicy {
  /** The 32-byte public key that must have signed. Either this or `trust`. */
  readonly key?: Uint8Array | undefined;
  /** What that key signs; `envelope` where left out. The other is never accepted. */
  readonly coverage?: Coverage | undefined;
  /** The keys that are trusted, and how far. */
  readonly trust?: TrustInput | undefined;
  /** The present time, RFC 3339. Without it there is no verdict: what is from the future could not be told. */
  readonly now?: string | undefined;
  /** The issuer that must have signed, if it must be a certain one. */
  readonly issuer?: string | undefined;
  /** How old a signature may be, in milliseconds; as the trust file says where left out. The shorter one holds. */
  readonly maxAge?: number | undefined;
  /** By how much clocks may differ, in milliseconds; five minutes where left out. */
  readonly skew?: number | undefined;
  /** Revocation lists as received. Where any is given, one of the issuer's must be among them. */
  readonly revocations?: ReadonlyArray<Uint8Array | string> | undefined;
  /** What was seen before, so that older documents and lists can be told. Verifying does not change it. */
  readonly seen?: SeenState | undefined;
  /** Whether `_links` that are not those of the signed slug make the document INVALID. */
  readonly strictLinks?: boolean | undefined;
  /** The registry against which derived values and `_links` are compared; unfragile.ai where left out. */
  readonly registry?: RegistryProfile | undefined;
}

/** A policy that can be verified by. */
export interface ReadyPolicy {
  /** Exactly one of these is there. */
  readonly store?: TrustStore | undefined;
  readonly key?: Uint8Array | undefined;
  /** Of the key. */
  readonly coverage: Coverage;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly skew: number;
  readonly maxAge: number | undefined;
  readonly issuer: string | undefined;
  /** The lists that hold and why the others do not; undefined where revocations are not to be looked at. */
  readonly revocations: { readonly lists: readonly OpenList[]; readonly failures: readonly Failure[] } | undefined;
  readonly seen: SeenState | undefined;
  /** The id of the key alone that is verified by: what is seen so is kept apart. */
  readonly seenKey: string | undefined;
  /** The trust file, where a root key signed it: the key's id, and when it was made. */
  readonly rooted: OpenTrust['rooted'];
  readonly strictLinks: boolean;
  /** How many must have cosigned, by role; undefined where none must. */
  readonly cosignatures: Readonly<Record<string, number>> | undefined;
  readonly registry: RegistryProfile;
}

const FIVE_MINUTES = 300_000;

/**
 * The policy made ready, or why nothing can be verified by it:
 *  1. a key or a trust file is given; the key is usable (RFC 8032 section 5.1.3; no point of small order)
 *  2. the present time is given, and is one (RFC 3339)
 *  3. the trust file holds
 *  4. the state is there where the trust file asks for it, and is one
 *  5. no newer trust file of the root key was seen
 * @throws PassportError ERR_USAGE for a call that is none
 */
export function preparePolicy(policy: VerifyPolicy): ReadyPolicy | Failure {
  assertCall(policy);
  const { key, trust, coverage = 'envelope', skew = FIVE_MINUTES, seen, registry = unfragileAi, issuer } = policy;
  if (!key && !trust) {
    return {
      code: 'NO_KEY',
      message: 'no key was given to verify with',
      hint: 'give the public key of the issuer you trust, or a trust file',
    };
  }
  const unusable = key && unusableKey(key);
  if (unusable) return unusable;
  const now = typeof policy.now === 'string' ? parseTimestamp(policy.now) : undefined;
  if (now === undefined) {
    return {
      code: 'NO_TIME',
      message: 'the present time was not given, or is no RFC 3339 time',
      hint: 'give it as { now }, such as 2026-01-31T09:30:00Z',
    };
  }
  const opened = trust && openTrustFile(trust, now, skew);
  if (opened && 'code' in opened) return opened;
  const state = checkState(seen, opened?.requires.state === true);
  if (state) return state;
  const replayed = checkNewest(opened?.rooted, seen);
  if (replayed) return replayed;
  const store = opened?.store;
  const ages = [policy.maxAge, opened?.requires.maxAge].filter((age) => age !== undefined);
  return {
    store,
    key,
    coverage,
    now,
    skew,
    maxAge: ages.length === 0 ? undefined : Math.min(...ages),
    issuer,
    revocations:
      policy.revocations === undefined && opened?.requires.revocations !== true
        ? undefined
        : openLists(policy.revocations ?? [], { store, key, now, skew, seen }),
    seen,
    seenKey: key && keyId(key),
    rooted: opened?.rooted,
    strictLinks: policy.strictLinks === true,
    cosignatures: opened?.requires.cosignatures,
    registry,
  };
}

function unusableKey(key: Uint8Array): Failure | undefined {
  try {
    assertPublicKey(key);
    return undefined;
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    return { code: 'UNUSABLE_KEY', message: error.message, hint: error.hint };
  }
}

function checkState(seen: SeenState | undefined, required: boolean): Failure | undefined {
  if (seen === undefined) {
    if (!required) return undefined;
    const hint = 'give one that is kept from run to run: --state FILE';
    return { code: 'STATE_MISSING', message: 'the trust file asks for a state file', hint };
  }
  if (seen.problem === undefined) return undefined;
  return {
    code: 'STATE_MALFORMED',
    message: `the state file cannot be used: ${seen.problem}`,
    hint: 'restore it from a copy; without it older documents cannot be told from newer ones',
  };
}

/** A signed file that was replaced, perhaps because a key in it was stolen, still has a good signature. */
function checkNewest(rooted: OpenTrust['rooted'], seen: SeenState | undefined): Failure | undefined {
  const newest = rooted && seen?.trustFile(rooted.root);
  if (!rooted || newest === undefined || rooted.issuedAt >= newest) return undefined;
  return {
    code: 'TRUST_FILE_ROLLBACK',
    message: `the trust file was made at ${rooted.issuedAt}, but one of ${newest} by the same root key was seen before`,
    pointer: '/issued_at',
    hint: 'get the current one; trust files that are used side by side need a state file each',
  };
}

function openLists(
  inputs: ReadonlyArray<Uint8Array | string>,
  policy: Parameters<typeof openRevocations>[1],
): NonNullable<ReadyPolicy['revocations']> {
  const opened = inputs.map((input) => openRevocations(input, policy));
  return {
    lists: opened.filter((one): one is OpenList => !('code' in one)),
    failures: opened.filter((one): one is Failure => 'code' in one),
  };
}

/** A call that is no call has no verdict: that is said of documents, keys and files only. */
function assertCall(policy: Partial<VerifyPolicy> | undefined): void {
  const wrong = (message: string, hint: string): PassportError => new PassportError('ERR_USAGE', message, { hint });
  if (typeof policy !== 'object' || policy === null)
    throw wrong('no policy was given to verify by', 'give { key, now }');
  const { key, trust, coverage, skew, maxAge, revocations, seen, issuer } = policy;
  if (coverage !== undefined) assertCoverage(coverage);
  if (trust && (key || coverage !== undefined)) {
    const hint = 'the trust file says which keys sign what; give it alone';
    throw wrong('both a trust file and a key or coverage were given', hint);
  }
  for (const [name, value] of Object.entries({ skew, maxAge })) {
    if (value === undefined || (typeof value === 'number' && value >= 0 && Number.isFinite(value))) continue;
    throw wrong(`${name} is not a number of milliseconds`, 'give a finite number, 0 or more');
  }
  if (revocations !== undefined && !(Array.isArray(revocations) && revocations.every(isInput))) {
    throw wrong('revocations should be a list of texts or bytes', 'give the lists as they were received');
  }
  if (seen !== undefined && !(seen instanceof SeenState)) {
    throw wrong('seen is no SeenState', 'make one from the text of a state file: new SeenState(text)');
  }
  if (issuer !== undefined && (typeof issuer !== 'string' || issuer === '')) {
    throw wrong('the issuer expected is no name', 'give the text that must stand in signedBy');
  }
}

export function isInput(input: unknown): input is Uint8Array | string {
  return typeof input === 'string' || input instanceof Uint8Array;
}
