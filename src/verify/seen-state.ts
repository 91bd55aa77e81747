import { parseJson } from '../encoding/json.js';
import { isCanonicalTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import type { SeenPassport, VerifierState } from '../passport/types.generated.js';
import { firstDeparture } from '../validate/schema.js';
import * as stateSchema from '../validate/schemas/state.generated.js';

/** The newest passport of each artifact, and the newest revocation list of each issuer, that a verifier has seen. */
export class SeenState {
  /** Why the text is none: then nothing is known to have been seen, and nothing known not to have been. */
  readonly problem: string | undefined;
  private readonly passports = new Map<string, SeenPassport>();
  private readonly lists = new Map<string, number>();

  /** @param input of a state file; left out where there is none yet */
  constructor(input?: Uint8Array | string) {
    if (input === undefined) return;
    try {
      this.problem = this.read(parseJson(input) as unknown as VerifierState);
    } catch (error) {
      if (!(error instanceof PassportError)) throw error;
      this.problem = error.message;
    }
  }

  passport(issuer: string, slug: string): SeenPassport | undefined {
    return this.passports.get(nameOf(issuer, slug));
  }

  list(issuer: string): number | undefined {
    return this.lists.get(issuer);
  }

  /** Keeps what is newer than what is there. */
  rememberPassport(passport: SeenPassport): void {
    const { issuer, slug, signed_at } = passport;
    const known = this.passport(issuer, slug);
    // Times have one spelling of one length, so their texts are in their order.
    if (known === undefined || known.signed_at < signed_at) this.passports.set(nameOf(issuer, slug), passport);
  }

  rememberList(issuer: string, sequence: number): void {
    this.lists.set(issuer, Math.max(sequence, this.list(issuer) ?? 0));
  }

  /** The text of the state file. @throws PassportError ERR_USAGE where the text that was read is none */
  toText(): string {
    if (this.problem !== undefined) {
      throw new PassportError('ERR_USAGE', 'a broken state is never written over', { hint: 'mend or remove the file' });
    }
    const state: VerifierState = {
      type: 'trust-passport/state/1',
      passports: [...this.passports].sort(byName).map(([, { issuer, slug, signed_at, digest }]) => {
        return { issuer, slug, signed_at, digest };
      }),
      lists: [...this.lists].sort(byName).map(([issuer, sequence]) => ({ issuer, sequence })),
    };
    return `${JSON.stringify(state, null, 1)}\n`;
  }

  private read(state: VerifierState): string | undefined {
    const finding = firstDeparture(stateSchema, state);
    if (finding) return finding.message;
    for (const passport of state.passports) {
      if (!isCanonicalTimestamp(passport.signed_at)) return 'a time in it is none';
      if (this.passport(passport.issuer, passport.slug)) return 'an artifact is in it twice';
      this.rememberPassport(passport);
    }
    for (const { issuer, sequence } of state.lists) this.rememberList(issuer, sequence);
    return undefined;
  }
}

/** No slug has a space. */
function nameOf(issuer: string, slug: string): string {
  return `${slug} ${issuer}`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
