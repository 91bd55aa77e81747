import type { VerifyPolicy } from '../verify/policy.js';
import type { Verdict } from '../verify/verdict.js';
import { passportVerifier } from '../verify/verify.js';

export interface BatchVerdict {
  /** Counted from 0. */
  readonly index: number;
  readonly verdict: Verdict;
}

/** The verdicts on documents as they come, by one policy and in their order. @throws PassportError ERR_USAGE */
export async function* verifyBatch(
  documents: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  policy: VerifyPolicy,
): AsyncGenerator<BatchVerdict, void, undefined> {
  const verify = passportVerifier(policy);
  let index = 0;
  for await (const document of documents) yield { index: index++, verdict: verify(document) };
}
