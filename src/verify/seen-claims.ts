import { digestText } from '../encoding/digest.js';
import { parseJson } from '../encoding/json.js';
import { formatTimestamp, isCanonicalTimestamp, parseTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { claimInput } from '../passport/claim.js';
import type { AcceptedClaim, Claim, ClaimState } from '../passport/types.generated.js';
import { firstDeparture } from '../validate/schema.js';
import * as stateSchema from '../validate/schemas/claim-state.generated.js';

/** For what a claim is accepted: once to look at it, and once to sign by it. */
export type ClaimUse = AcceptedClaim['used'];

// What has expired is refused anyway: it is kept longer for clocks that are turned back.
const KEPT_AFTER = 30 * 86_400_000;

/** The claims that an operator has accepted, by key and nonce: another's nonce takes nobody's claim away. */
export class SeenClaims {
  /** Why the text is none: then nothing is known to have been seen, and nothing known not to have been. */
  readonly problem: string | undefined;
  private readonly claims = new Map<string, AcceptedClaim>();

  /** @param input of a state file; left out where there is none yet */
  constructor(input?: Uint8Array | string) {
    if (input === undefined) return;
    try {
      this.problem = this.read(parseJson(input) as unknown as ClaimState);
    } catch (error) {
      if (!(error instanceof PassportError)) throw error;
      this.problem = error.message;
    }
  }

  /**
   * What was accepted before and keeps a claim from being accepted again. One that was looked at may still be signed by:
   * that very claim, not another with its nonce.
   */
  blocking(claim: Claim, use: ClaimUse): AcceptedClaim | undefined {
    const before = this.claims.get(nameOf(claim));
    const isNext = use === 'sign' && before?.used === 'check' && before.digest === digestText(claimInput(claim));
    return isNext ? undefined : before;
  }

  /** @param now milliseconds since the epoch */
  remember(claim: Claim, use: ClaimUse, now: number): void {
    const { key_id, nonce, expires_at } = claim;
    const digest = digestText(claimInput(claim));
    const accepted_at = formatTimestamp(now);
    this.claims.set(nameOf(claim), { key_id, nonce, digest, used: use, accepted_at, expires_at });
    for (const [name, one] of this.claims) {
      if ((parseTimestamp(one.expires_at) as number) + KEPT_AFTER < now) this.claims.delete(name);
    }
  }

  /** The text of the state file. @throws PassportError ERR_USAGE where the text that was read is none */
  toText(): string {
    if (this.problem !== undefined) {
      throw new PassportError('ERR_USAGE', 'a broken state is never written over', { hint: 'mend or remove the file' });
    }
    const claims = [...this.claims].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
    const state: ClaimState = { type: 'trust-passport/claim-state/1', claims };
    return `${JSON.stringify(state, null, 1)}\n`;
  }

  private read(state: ClaimState): string | undefined {
    const finding = firstDeparture(stateSchema, state);
    if (finding) return finding.message;
    for (const one of state.claims) {
      if (![one.accepted_at, one.expires_at].every(isCanonicalTimestamp)) return 'a time in it is none';
      if (this.claims.has(nameOf(one))) return 'a claim is in it twice';
      this.claims.set(nameOf(one), one);
    }
    return undefined;
  }
}

function nameOf({ key_id, nonce }: Pick<Claim, 'key_id' | 'nonce'>): string {
  return `${key_id} ${nonce}`;
}
