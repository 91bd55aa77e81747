import { member } from '../encoding/json-value.js';
import { formatTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { type Coverage, coverageOf } from '../passport/signing-input.js';
import { checks, Signed } from './checks.js';
import { type ReadDocument, readDocument } from './document.js';
import { notProven } from './not-proven.js';
import { isInput, preparePolicy, type ReadyPolicy, type VerifyPolicy } from './policy.js';
import type { SeenState } from './seen-state.js';
import { findSigner, signerInfo } from './signer.js';
import type { Failure, Verdict } from './verdict.js';
import { verdictCodes } from './verdict-codes.js';

/**
 * The verdict on a passport document. Never throws for anything in a document, key or file. The first failure decides:
 *  1. there is something to verify by (`preparePolicy`)
 *  2. the bytes are a document (`readDocument`)
 *  3. a key given, or one of the trust file, signed it (`findSigner`)
 *  4. nothing speaks against that key or what it signed (`checks`)
 * @param input the document's bytes as received, or their text
 * @throws PassportError ERR_USAGE for an input or policy of another kind
 */
export function verifyPassport(input: Uint8Array | string, policy: VerifyPolicy): Verdict {
  return passportVerifier(policy)(input);
}

/** Verifies documents by one policy. */
export interface PassportVerifier {
  (input: Uint8Array | string): Verdict;
  /** Keeps what the policy's own files say, whatever is said of documents: a list counts as seen once it held. */
  rememberInputs(seen: SeenState): void;
}

/** The same for many documents: the trust file and the lists are read once. */
export function passportVerifier(policy: VerifyPolicy): PassportVerifier {
  const ready = preparePolicy(policy);
  const verifyOne = (input: Uint8Array | string): Verdict => {
    if (!isInput(input)) {
      throw new PassportError('ERR_USAGE', 'the document is neither bytes nor text', {
        hint: 'give the document as it was received, as a Uint8Array or a string',
      });
    }
    return 'code' in ready ? failed(ready, undefined) : verdictOn(input, ready);
  };
  return Object.assign(verifyOne, {
    rememberInputs: (seen: SeenState) => {
      if (!('code' in ready)) rememberInputs(ready, seen);
    },
  });
}

function rememberInputs({ revocations, rooted, seenKey }: ReadyPolicy, seen: SeenState): void {
  for (const { list, signer } of revocations?.lists ?? []) {
    const { issuer, sequence } = list;
    seen.rememberList({ ...(seenKey !== undefined && { key: seenKey }), issuer, signer, sequence });
  }
  if (rooted) seen.rememberTrustFile(rooted.root, rooted.issuedAt);
}

function verdictOn(input: Uint8Array | string, policy: ReadyPolicy): Verdict {
  const asked = policy.store ? undefined : policy.coverage;
  const document = readDocument(input);
  if ('code' in document) return failed(document, asked);
  const signer = findSigner(document, policy);
  if ('code' in signer) return failed(signer, asked, document);
  const { coverage } = signer;
  const signed = new Signed(document, signer, policy);
  for (const check of checks) {
    const failure = check(signed);
    if (failure) return failed(failure, coverage, document);
  }
  const { covered, uncovered } = protection(document, coverage);
  return {
    verdict: 'VALID',
    code: 'OK',
    message: `signed by ${signer.trusted ? 'a trusted key' : 'the key given'}; ${coverage === 'envelope' ? 'payload, time and issuer are' : 'only the payload is'} covered`,
    coverage,
    covered,
    uncovered,
    payload: document.envelope.unfragile,
    issuer: signed.issuer,
    signedAt: signed.signedAt === undefined ? undefined : formatTimestamp(signed.signedAt),
    signer: signerInfo(signer),
    // What is remembered of a document is what it said, not only when.
    payloadDigest: policy.seen ? signed.payloadDigest : signed.knownDigest,
    links: signed.links,
    cosignatures: signed.cosignatures,
    notProven: notProven(signed),
  };
}

function failed(failure: Failure, coverage: Coverage | undefined, document?: ReadDocument): Verdict {
  const { verdict } = verdictCodes[failure.code];
  const beside = failure.code === 'MALFORMED_COSIGNATURES' || (document && hasCosignatures(document));
  const uncovered = ['/passport', '/_links', ...(beside ? ['/_cosignatures'] : [])];
  return { verdict, coverage, covered: [], uncovered, ...failure };
}

/** The passport's signature protects no cosignature, and not that there are any. */
function protection(document: ReadDocument, coverage: Coverage): Pick<Verdict, 'covered' | 'uncovered'> {
  const { covered, uncovered } = coverageOf(coverage);
  return { covered, uncovered: hasCosignatures(document) ? [...uncovered, '/_cosignatures'] : uncovered };
}

function hasCosignatures({ json }: ReadDocument): boolean {
  return member(json.value, '_cosignatures') !== undefined;
}
