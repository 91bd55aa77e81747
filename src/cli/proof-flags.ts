import { PassportError } from '../errors.js';
import type { Arguments } from './command.js';
import { refuseWithout } from './trust-input.js';

const text = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;

/** The flags by which a command finds the proof of a claim. */
export const proofFlags = {
  proof: text('the proof (JSON), which you have got from where it must lie'),
  'found-at': text('with --proof: the address that you got it from; where it must lie unless given'),
  online: { type: 'boolean', describe: "get the proof from the artifact's own host, and no other" },
  state: text('remembers which claims were accepted, so that none is taken twice'),
} as const;

/** @throws PassportError ERR_USAGE */
export function assertProofFlags(args: Arguments): void {
  const isOnline = args.flag('online');
  const hasProof = args.text('proof') !== undefined;
  if (isOnline === hasProof) {
    const message = hasProof ? '--proof and --online are both given' : 'there is no proof to check the claim by';
    throw new PassportError('ERR_USAGE', message, {
      hint: 'give either --proof FILE or --online',
    });
  }
  refuseWithout(args, 'proof', ['found-at']);
}
