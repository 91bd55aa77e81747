import { findPayload } from '../author/payload.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import type { Payload } from '../passport/types.generated.js';
import type { ClaimVerdict } from '../verify/claim.js';
import { openSource } from './build-source.js';
import { type JudgedClaim, judgeClaim } from './claim-check.js';
import { claimText, exitStatusOf } from './claim-report.js';
import type { Arguments, Context } from './command.js';
import type { Inputs } from './inputs.js';
import type { Project } from './project.js';

/** What is to be signed by a claim that holds, and the claim, which is still to be taken. */
export interface ClaimedPayload {
  readonly payload: Payload;
  readonly judged: JudgedClaim;
}

/**
 * The payload of a source whose builder has claimed it: with what was observed, and that its builder is verified. The
 * claim is about what the source gives without observations.
 * @param now RFC 3339: what the age of the evidence is told against
 * @returns undefined where the source has errors; the exit status where the claim does not hold, which was said
 * @throws PassportError ERR_USAGE where the file holds no source
 */
export async function buildClaimed(
  claim: string,
  path: string,
  now: string,
  args: Arguments,
  project: Project,
  inputs: Inputs,
  context: Context,
): Promise<ClaimedPayload | number | undefined> {
  const text = await inputs.text(path);
  if (findPayload(text, path)) {
    throw new PassportError('ERR_USAGE', `--verified-by-claim is for a source, but ${path} holds what was built`, {
      hint: 'give the source that was claimed: the claim is about what it gives',
    });
  }
  const given = await inputs.observations(project.given.observations);
  const registry = await inputs.registry(project.given.registry);
  const source = await openSource(path, text, project, inputs, context);
  if (!source) return undefined;
  const policy = { payload: source.buildUnobserved(), now: nowOf(context), registry, use: 'sign' } as const;
  const judged = await judgeClaim(claim, policy, args, inputs, context);
  if (!judged.verdict.holds) return sayRefused(judged.verdict, args, context);
  const word = args.flag('online') ? '' : ', by your own word';
  const proven = `${judged.verdict.message}; the proof lies at ${judged.verdict.place.address}${word}`;
  await context.io.stderr(`${context.paintError('label', 'verified:')} ${printable(proven)}\n`);
  if (given?.verified === false) {
    const label = context.paintError('warning', 'warning:');
    await context.io.stderr(
      `${label} the observations say verified: false; the claim holds, so the passport says true\n`,
    );
  }
  const payload = await source.build(now, { ...given, verified: true });
  return payload && { payload, judged };
}

/** The present, not the time that is written as that of signing: a claim must not outlive itself by a flag. */
function nowOf({ io }: Context): string {
  return new Date(io.now()).toISOString();
}

/** @returns the exit status */
export async function sayRefused(verdict: ClaimVerdict, args: Arguments, { io, paintError }: Context): Promise<number> {
  const file = args.required('verified-by-claim');
  const checked = { file, source: args.required('input'), online: args.flag('online'), remembers: true, verdict };
  await io.stderr(`${claimText(checked, paintError)}nothing was signed\n`);
  return exitStatusOf(verdict.code);
}
