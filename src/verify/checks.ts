import { digestText } from '../encoding/digest.js';
import { member } from '../encoding/json-value.js';
import { formatTimestamp } from '../encoding/rfc3339.js';
import { quote } from '../encoding/printable.js';
import { signingInputOf } from '../passport/signing-input.js';
import { isExampleKey } from '../keys/example-keys.js';
import { windowPlace } from '../keys/trust-store.js';
import type { SeenPassport } from '../passport/types.generated.js';
import { isOfRegistry, rederive } from '../trust/rederive.js';
import type { ReadDocument } from './document.js';
import { enoughCosignatures, judgeCosignatures } from './cosignatures.js';
import { compromise, inFuture, outsideWindow } from './key-limits.js';
import { compareLinks, shown } from './links.js';
import type { ReadyPolicy } from './policy.js';
import { findRevocation } from './revocations.js';
import type { FoundSigner } from './signer.js';
import type { CosignatureInfo, Difference, Failure } from './verdict.js';

/** A document whose signature verifies, and by whom. */
export class Signed {
  private digest: string | undefined;
  private judged: readonly CosignatureInfo[] | undefined;

  constructor(
    readonly document: ReadDocument,
    readonly signer: FoundSigner,
    readonly policy: ReadyPolicy,
  ) {}

  /** The issuer: as the trust file names the owner of the key, or as the signature covers it. */
  get issuer(): string | undefined {
    return this.signer.trusted?.issuer ?? (this.coversEnvelope ? this.document.envelope.signedBy : undefined);
  }

  /** Milliseconds since the epoch, where the signature covers it. */
  get signedAt(): number | undefined {
    return this.coversEnvelope ? this.document.signedAt : undefined;
  }

  get coversEnvelope(): boolean {
    return this.signer.coverage === 'envelope';
  }

  /** Computed when it is first asked for: it takes as long as the rest. */
  get payloadDigest(): string {
    const { json, envelope } = this.document;
    this.digest ??= digestText(signingInputOf(json, envelope, 'payload'));
    return this.digest;
  }

  /** The same, where a check has asked for it. */
  get knownDigest(): string | undefined {
    return this.digest;
  }

  /** Judged when they are first asked for. */
  get cosignatures(): readonly CosignatureInfo[] {
    return (this.judged ??= judgeCosignatures(this));
  }

  get slug(): string {
    return this.document.envelope.unfragile.artifact.slug;
  }

  /** The newest passport of the artifact that was seen before. */
  get seenBefore(): SeenPassport | undefined {
    const { seen, seenKey } = this.policy;
    return this.issuer === undefined ? undefined : seen?.passport(this.issuer, this.slug, seenKey);
  }

  get links(): Difference[] | undefined {
    const { json, envelope } = this.document;
    return compareLinks(member(json.value, '_links'), envelope.unfragile, this.policy.registry);
  }
}

type Check = (signed: Signed) => Failure | undefined;

/** What is asked of a document whose signature verifies, in this order; the first failure decides. */
export const checks: readonly Check[] = [
  exampleKey, //          1. the secret key is not a published one
  ownIssuer, //           2. `signedBy` is exactly the name of the key's owner
  expectedIssuer, //      3. and the one expected
  compromised, //         4. nobody else had the key when it signed
  window, //              5. the key was to sign at that time
  future, //              6. that time has come
  age, //                 7. and is not too long ago
  revocation, //          8. the issuer has not taken it back, and current lists say so
  rollback, //            9. nothing newer was seen before
  derivations, //        10. derived values follow from the others (the passport format, section 3)
  strictLinks, //        11. `_links` are those of the signed slug, where that is asked for
  enoughCosignatures, // 12. as many have cosigned it as the trust file asks for
];

function exampleKey({ signer }: Signed): Failure | undefined {
  if (!isExampleKey(signer.publicKey)) return undefined;
  return {
    code: 'EXAMPLE_KEY',
    message: 'signed with a published example key, with which anybody can sign',
    hint: 'make a key of your own: passport keygen -o NAME',
  };
}

function ownIssuer({ document, signer }: Signed): Failure | undefined {
  const { signedBy } = document.envelope;
  if (!signer.trusted || signer.trusted.issuer === signedBy) return undefined;
  return {
    code: 'ISSUER_MISMATCH',
    message: `signed in the name of ${quote(signedBy)} with a key of ${quote(signer.trusted.issuer)}`,
    pointer: '/passport/signedBy',
    hint: 'names are compared exactly; ask the issuer which of its keys signs in which name',
  };
}

function expectedIssuer({ issuer, policy }: Signed): Failure | undefined {
  if (policy.issuer === undefined || issuer === policy.issuer) return undefined;
  if (issuer === undefined) {
    return {
      code: 'ISSUER_NOT_COVERED',
      message: `${quote(policy.issuer)} is expected to have signed, but coverage "payload" leaves the issuer unsigned`,
      pointer: '/passport/signedBy',
      hint: 'give a trust file, which says whose key it is',
    };
  }
  return {
    code: 'UNEXPECTED_ISSUER',
    message: `signed by ${quote(issuer)}, but ${quote(policy.issuer)} is expected`,
    pointer: '/passport/signedBy',
    hint: 'names are compared exactly',
  };
}

function compromised({ signer: { trusted }, signedAt }: Signed): Failure | undefined {
  return trusted && compromise(trusted, signedAt);
}

function window({ signer: { trusted }, signedAt, policy }: Signed): Failure | undefined {
  if (!trusted) return undefined;
  if (signedAt === undefined) {
    // When it was signed is anybody's claim: so the key must be good now.
    if (windowPlace(trusted, policy.now) === 'within' && trusted.status === 'active') return undefined;
    return notCovered('the key is not good at present, and whether it was when it signed cannot be told');
  }
  return outsideWindow(trusted, signedAt);
}

function notCovered(why: string): Failure {
  return {
    code: 'TIME_NOT_COVERED',
    message: `coverage "payload" leaves the time of signing unsigned: ${why}`,
    pointer: '/passport/signedAt',
    hint: 'ask the issuer for passports with coverage envelope',
  };
}

function future({ signedAt, policy }: Signed): Failure | undefined {
  return signedAt === undefined ? undefined : inFuture(signedAt, policy);
}

function age({ signedAt, policy }: Signed): Failure | undefined {
  if (policy.maxAge === undefined) return undefined;
  if (signedAt === undefined) return notCovered('how old it is cannot be told');
  if (policy.now - signedAt <= policy.maxAge) return undefined;
  return {
    code: 'TOO_OLD',
    message: `signed at ${formatTimestamp(signedAt)}, ${longAgo(policy.now - signedAt)} ago, which is longer than allowed`,
    pointer: '/passport/signedAt',
    hint: 'get the current passport from its issuer',
  };
}

/** In whole units, of which there is one at least: a hundredth of a day is no "0 days". */
function longAgo(milliseconds: number): string {
  const units = [[86_400_000, 'day'] as const, [3_600_000, 'hour'] as const, [60_000, 'minute'] as const];
  const [size, name] = units.find(([least]) => milliseconds >= least) ?? [1000, 'second'];
  const count = Math.floor(milliseconds / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

function revocation(signed: Signed): Failure | undefined {
  const { policy, issuer } = signed;
  if (policy.revocations === undefined) return undefined;
  // With a key alone every list that it signed is its owner's.
  const lists = policy.revocations.lists.filter(({ list }) => issuer === undefined || list.issuer === issuer);
  const entry = findRevocation(lists, signed);
  if (entry) {
    return {
      code: 'REVOKED',
      message: `taken back by its issuer at ${entry.at}: ${quote(entry.reason, 200)}`,
      pointer: entry.slug === undefined ? '/passport/unfragile' : '/passport/unfragile/artifact/slug',
      hint: 'do not rely on it; ask the issuer for another',
    };
  }
  const [broken] = policy.revocations.failures;
  if (broken) return broken;
  if (lists.length > 0) return undefined;
  return {
    code: 'REVOCATIONS_MISSING',
    message: `no revocation list of ${issuer === undefined ? 'this key' : quote(issuer)} was given`,
    hint: 'get its current list: --revocations FILE',
  };
}

function rollback(signed: Signed): Failure | undefined {
  const { policy, issuer, signedAt } = signed;
  if (!policy.seen) return undefined;
  if (signedAt === undefined || issuer === undefined) return notCovered('whether it is the newest cannot be told');
  const seen = signed.seenBefore;
  const time = formatTimestamp(signedAt);
  if (!seen || seen.signed_at < time) return undefined;
  if (seen.signed_at > time) {
    return {
      code: 'ROLLBACK',
      message: `signed at ${time}, but a passport of ${seen.signed_at} was seen before`,
      pointer: '/passport/signedAt',
      hint: 'get the current passport from its issuer',
    };
  }
  if (seen.digest === signed.payloadDigest) return undefined;
  return {
    code: 'EQUIVOCATION',
    message: `another passport of this artifact, signed at the same time, ${time}, was seen before`,
    pointer: '/passport/unfragile',
    hint: 'ask the issuer which of the two it means',
  };
}

function derivations({ document: { envelope }, policy }: Signed): Failure | undefined {
  const { unfragile, signedBy } = envelope;
  const ofRegistry = isOfRegistry(unfragile, signedBy, policy.registry);
  const found = rederive(unfragile, policy.registry, ofRegistry);
  const [first] = found;
  if (!first) return ofRegistry ? undefined : unknownRegistry(unfragile.artifact.page_url);
  const differences = found.map(({ pointer, expected, received }): Difference => {
    return { pointer: `/passport/unfragile${pointer}`, expected: shown(expected), received: shown(received) };
  });
  return {
    code: 'DERIVATION_MISMATCH',
    message: `${found.length === 1 ? 'a derived value is' : `${found.length} derived values are`} not what follows from the rest of the payload`,
    pointer: `/passport/unfragile${first.pointer}`,
    hint: "if it is of another registry, give its profile: --registry FILE; else it was signed wrong, so don't rely on it",
    differences,
  };
}

/** Otherwise a signer need only name another registry, and nobody would look at what it says of trust. */
function unknownRegistry(page: string): Failure {
  return {
    code: 'REGISTRY_UNKNOWN',
    message: `it is of a registry that is not known here, ${quote(page, 200)}, so nothing can be derived anew`,
    pointer: '/passport/unfragile/artifact/page_url',
    hint: 'give the profile of its registry: --registry FILE',
  };
}

function strictLinks({ policy, links }: Signed): Failure | undefined {
  // Its registry is known by now, so they were compared.
  if (!policy.strictLinks || links?.length === 0) return undefined;
  return {
    code: 'LINKS_MISMATCH',
    message: '_links are not those of the signed slug',
    pointer: links?.[0]?.pointer ?? '/_links',
    hint: 'get the document anew from its registry',
    differences: links,
  };
}
