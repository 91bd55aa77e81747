import { parseJson } from '../encoding/json.js';
import { isCanonicalTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import type { SeenList, SeenPassport, VerifierState } from '../passport/types.generated.js';
import { firstDeparture } from '../validate/schema.js';
import * as stateSchema from '../validate/schemas/state.generated.js';

/**
 * The newest passport of each artifact, revocation list of each issuer and trust file of each root key that a verifier
 * has seen. What was verified by a key alone has the id of that key, and is apart: an issuer is there only what the
 * signer calls itself.
 */
export class SeenState {
  /** Why the text is none: then nothing is known to have been seen, and nothing known not to have been. */
  readonly problem: string | undefined;
  private readonly passports = new Map<string, SeenPassport>();
  /** Of each issuer one for each key that signed any. */
  private readonly lists = new Map<string, SeenList[]>();
  private readonly trustFiles = new Map<string, string>();

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

  passport(issuer: string, slug: string, key?: string): SeenPassport | undefined {
    return this.passports.get(nameOf(slug, issuer, key));
  }

  /**
   * The highest number of an issuer's lists.
   * @param counts whether those count that the key of this id signed: a thief's would block its owner's for good
   */
  list(issuer: string, key?: string, counts: (signer: string) => boolean = () => true): number | undefined {
    const seen = this.lists.get(nameOf('', issuer, key)) ?? [];
    const numbers = seen.flatMap(({ signer, sequence }) => (signer === undefined || counts(signer) ? sequence : []));
    return numbers.length === 0 ? undefined : Math.max(...numbers);
  }

  /** When the newest trust file of a root key was made. @param root its key id */
  trustFile(root: string): string | undefined {
    return this.trustFiles.get(root);
  }

  /** Keeps what is newer than what is there. */
  rememberPassport(passport: SeenPassport): void {
    const { issuer, slug, signed_at, key } = passport;
    const known = this.passport(issuer, slug, key);
    // Times have one spelling of one length, so their texts are in their order.
    if (known === undefined || known.signed_at < signed_at) this.passports.set(nameOf(slug, issuer, key), passport);
  }

  rememberList(list: SeenList): void {
    const name = nameOf('', list.issuer, list.key);
    const seen = this.lists.get(name) ?? [];
    const known = seen.find(({ signer }) => signer === list.signer);
    if (known && known.sequence >= list.sequence) return;
    this.lists.set(name, [...seen.filter((one) => one !== known), list]);
  }

  /** @param issuedAt as `formatTimestamp` gives it */
  rememberTrustFile(root: string, issuedAt: string): void {
    const known = this.trustFile(root);
    if (known === undefined || known < issuedAt) this.trustFiles.set(root, issuedAt);
  }

  /** The text of the state file. @throws PassportError ERR_USAGE where the text that was read is none */
  toText(): string {
    if (this.problem !== undefined) {
      throw new PassportError('ERR_USAGE', 'a broken state is never written over', { hint: 'mend or remove the file' });
    }
    const state: VerifierState = {
      type: 'trust-passport/state/1',
      passports: [...this.passports].sort(byName).map(([, { key, issuer, slug, signed_at, digest }]) => {
        return { ...(key !== undefined && { key }), issuer, slug, signed_at, digest };
      }),
      lists: [...this.lists].sort(byName).flatMap(([, lists]) =>
        lists
          .map((list) => [list.signer ?? '', list] as const)
          .sort(byName)
          .map(([, { key, issuer, signer, sequence }]) => {
            return { ...(key !== undefined && { key }), issuer, ...(signer !== undefined && { signer }), sequence };
          }),
      ),
      trust_files: [...this.trustFiles].sort(byName).map(([root, issued_at]) => ({ root, issued_at })),
    };
    return `${JSON.stringify(state, null, 1)}\n`;
  }

  private read(state: VerifierState): string | undefined {
    const finding = firstDeparture(stateSchema, state);
    if (finding) return finding.message;
    for (const passport of state.passports) {
      if (!isCanonicalTimestamp(passport.signed_at)) return 'a time in it is none';
      if (this.passport(passport.issuer, passport.slug, passport.key)) return 'an artifact is in it twice';
      this.rememberPassport(passport);
    }
    for (const list of state.lists) this.rememberList(list);
    for (const { root, issued_at } of state.trust_files ?? []) {
      if (!isCanonicalTimestamp(issued_at)) return 'a time in it is none';
      this.rememberTrustFile(root, issued_at);
    }
    return undefined;
  }
}

/** Neither a slug nor a key id has a space. */
function nameOf(slug: string, issuer: string, key = ''): string {
  return `${slug} ${key} ${issuer}`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
