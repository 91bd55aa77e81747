import type { ReadJson } from '../encoding/json.js';
import { PassportError } from '../errors.js';
import { readItemFile } from '../node/item-file.js';
import type { Failure } from '../report/report.js';
import { MAX_DOCUMENT } from '../validate/payload.js';
import { compareWith } from '../verify/changes.js';
import { passportDiagnoser } from '../verify/diagnosis.js';
import type { VerifyPolicy } from '../verify/policy.js';
import type { SeenState } from '../verify/seen-state.js';
import type { Verdict } from '../verify/verdict.js';
import type { VerdictName } from '../verify/verdict-codes.js';
import { type PassportVerifier, passportVerifier } from '../verify/verify.js';
import { failureOf } from './failure.js';
import { type ItemPlace, itemPlaces, type Parcel } from './parcel.js';
import { inColours, plainly } from './style.js';
import { type Judged, resultJson, verdictText } from './verdict-report.js';

/** All that a thread has to know to verify parcels. */
export interface VerifyConfig {
  readonly policy: VerifyPolicy;
  /** The document of --against. */
  readonly known: { readonly against: string; readonly reference: ReadJson } | undefined;
  readonly json: boolean;
  readonly color: boolean;
}

/** What is to be said of one document. */
export interface Told {
  readonly verdict: VerdictName | undefined;
  /** In JSON, or for people where there are several. */
  readonly text: string;
  /** For people, where it is the only one; of those that come later it is not asked for. */
  readonly alone: string;
  /** Why it could not be read. */
  readonly failure: Failure | undefined;
}

/**
 * Verifies parcels.
 * @param seen what the policy knows of earlier documents: what is VALID counts as seen for those that follow
 */
export function verifyingWork(
  { policy, known, json, color }: VerifyConfig,
  seen?: SeenState,
): { readonly work: (parcel: Parcel) => Promise<readonly Told[]>; readonly verifier: PassportVerifier } {
  const verifier = passportVerifier(seen ? { ...policy, seen } : policy);
  const diagnose = passportDiagnoser(policy);
  const paint = color ? inColours : plainly;
  const judge = ({ file, line, bytes }: ItemPlace): Judged => {
    const isTooLong = bytes === undefined && line !== undefined;
    const input = bytes ?? (isTooLong ? new Uint8Array(MAX_DOCUMENT + 1) : readItemFile(file, MAX_DOCUMENT));
    const verdict = remember(verifier(input), policy, seen);
    const compared = known && { against: known.against, comparison: compareWith(known.reference, input) };
    return { file, line, verdict, clues: isTooLong ? [] : diagnose(input, verdict), compared };
  };
  const tell = (place: ItemPlace, isFirst: boolean): Told => {
    let judged: Judged;
    try {
      judged = judge(place);
    } catch (error) {
      if (!(error instanceof PassportError) || error.code !== 'ERR_READ') throw error;
      return { verdict: undefined, text: '', alone: '', failure: failureOf(error, place.file) };
    }
    const { verdict } = judged.verdict;
    const text = json ? resultJson(judged) : verdictText(judged, true, paint);
    return { verdict, text, alone: json || !isFirst ? '' : verdictText(judged, false, paint), failure: undefined };
  };
  return {
    work: (parcel) => Promise.resolve([...itemPlaces(parcel)].map((place) => tell(place, parcel.first === 0))),
    verifier,
  };
}

function remember(verdict: Verdict, policy: VerifyPolicy, seen: SeenState | undefined): Verdict {
  if (verdict.verdict !== 'VALID' || !seen) return verdict;
  const { issuer, signedAt, payloadDigest, payload } = verdict;
  if (issuer !== undefined && signedAt !== undefined && payloadDigest !== undefined) {
    const { slug } = payload.artifact;
    const key = policy.key && { key: verdict.signer.keyId };
    seen.rememberPassport({ ...key, issuer, slug, signed_at: signedAt, digest: payloadDigest });
  }
  return verdict;
}
