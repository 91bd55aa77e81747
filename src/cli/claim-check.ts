import { printable } from '../encoding/printable.js';
import { readIfThere } from '../node/files.js';
import { type FileUse, updateFile } from '../node/locked-file.js';
import type { FetchFailure } from '../node/proof-fetch.js';
import type { ProofPlace } from '../passport/proof-place.js';
import { checkClaim, type ClaimPolicy, type ClaimVerdict, type FoundProof, openClaim } from '../verify/claim.js';
import { SeenClaims } from '../verify/seen-claims.js';
import type { Arguments, Context } from './command.js';
import type { Inputs } from './inputs.js';

/** A claim that was looked at, and what there is to say of it. */
export interface JudgedClaim {
  readonly verdict: ClaimVerdict;
  /** Takes it, if it holds: under the lock of the state, so that of two runs one does. */
  accept(): Promise<ClaimVerdict>;
}

/**
 * Whether the claim in a file holds, by the flags of `proofFlags`. Nothing is asked of the network for a claim against
 * which something speaks already.
 */
export async function judgeClaim(
  path: string,
  policy: Omit<ClaimPolicy, 'seen'>,
  args: Arguments,
  inputs: Inputs,
  context: Context,
): Promise<JudgedClaim> {
  const claim = await inputs.bytes(path);
  const state = args.text('state');
  const before = state === undefined ? undefined : await readIfThere(state);
  const seen = state === undefined ? undefined : new SeenClaims(before);
  const open = openClaim(claim, { ...policy, seen });
  if (open.holds === false) return { verdict: open, accept: () => Promise.resolve(open) };
  const proof = await findProof(open.place, args, inputs);
  if ('code' in proof) {
    const verdict = { holds: false, ...proof } as const;
    return { verdict, accept: () => Promise.resolve(verdict) };
  }
  const verdict = checkClaim(claim, { ...policy, seen, proof });
  if (!verdict.holds || state === undefined) return { verdict, accept: () => Promise.resolve(verdict) };
  const accept = (): Promise<ClaimVerdict> =>
    updateFile(state, 0o600, async (bytes): Promise<FileUse<ClaimVerdict>> => {
      const now = new SeenClaims(bytes);
      const again = checkClaim(claim, { ...policy, seen: now, proof });
      if (!again.holds) return { result: again };
      now.remember(again.claim, policy.use ?? 'check', Date.parse(policy.now as string));
      if (bytes === undefined) {
        const began = `began ${printable(state)}: nothing was accepted before, so no claim could be told to be used\n`;
        await context.io.stderr(began);
      }
      return { result: again, text: now.toText() };
    });
  return { verdict, accept };
}

async function findProof(place: ProofPlace, args: Arguments, inputs: Inputs): Promise<FoundProof | FetchFailure> {
  const path = args.text('proof');
  if (path !== undefined) {
    return { bytes: await inputs.bytes(path), foundAt: args.text('found-at') ?? place.address };
  }
  const { fetchProof } = await import('../node/proof-fetch.js');
  return fetchProof(place);
}
