import { digestText } from '../encoding/digest.js';
import { parseDuration } from '../encoding/duration.js';
import type { JsonValue } from '../encoding/json-value.js';
import { formatTimestamp, parseTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { assertPublicKey, verify } from '../keys/ed25519.js';
import { isExampleKey } from '../keys/example-keys.js';
import { keyId } from '../keys/key-id.js';
import { TrustStore } from '../keys/trust-store.js';
import { statementInput } from '../passport/statement.js';
import type { TrustFile } from '../passport/types.generated.js';
import { checkTrustFile } from '../validate/trust-file.js';
import { decodeSignature } from './document.js';
import type { Failure } from './verdict.js';

/** A trust file as it was given, and by what it is known to be the right one. */
export interface TrustInput {
  /** What is in it; undefined where it could not be read. */
  readonly value: JsonValue | undefined;
  /** Why it could not be read. */
  readonly problem?: string | undefined;
  /** Its bytes, for the digest. */
  readonly bytes?: Uint8Array | undefined;
  /** The digest that its bytes must have: `sha256:` and hex. */
  readonly digest?: string | undefined;
  /** The 32-byte public key that must have signed it. */
  readonly root?: Uint8Array | undefined;
}

export interface OpenTrust {
  readonly store: TrustStore;
  /** Where a root key was given: its id, and when the file that it signed was made. */
  readonly rooted: { readonly root: string; readonly issuedAt: string } | undefined;
  readonly requires: {
    readonly revocations: boolean;
    readonly state: boolean;
    /** Milliseconds. */
    readonly maxAge: number | undefined;
    /** By role. */
    readonly cosignatures: Readonly<Record<string, number>> | undefined;
  };
}

/**
 * The keys of a trust file, or why it is not to be relied on:
 *  1. its bytes have the digest it is pinned by
 *  2. it has the form of a trust file, with usable keys and times that exist
 *  3. where it is signed, or a root key given: that key has signed it
 *  4. it was made by now, and has not expired
 * @throws PassportError ERR_USAGE for a digest that is none
 */
export function openTrustFile(input: TrustInput, now: number, skew: number): OpenTrust | Failure {
  const pinned = checkDigest(input);
  if (pinned) return pinned;
  const { value, problem = 'it could not be read' } = input;
  if (value === undefined)
    return { code: 'TRUST_FILE_MALFORMED', message: `the trust file cannot be used: ${problem}` };
  const finding = checkTrustFile(value)[0];
  if (finding) {
    const { message, pointer, hint } = finding;
    return { code: 'TRUST_FILE_MALFORMED', message: `the trust file cannot be used: ${message}`, pointer, hint };
  }
  const file = value as unknown as TrustFile;
  const failure = checkRoot(file, input) ?? checkTimes(file, now, skew);
  if (failure) return failure;
  const { revocations, state, max_age, cosignatures } = file.requires;
  return {
    store: new TrustStore(file.keys),
    rooted: input.root && {
      root: keyId(input.root),
      issuedAt: formatTimestamp(parseTimestamp(file.issued_at) as number),
    },
    requires: {
      revocations,
      state,
      maxAge: max_age === null ? undefined : parseDuration(max_age),
      cosignatures: cosignatures ?? undefined,
    },
  };
}

function checkDigest({ digest, bytes }: TrustInput): Failure | undefined {
  if (digest === undefined) return undefined;
  if (!/^sha256:[0-9a-f]{64}$/.test(digest)) {
    throw new PassportError('ERR_USAGE', 'the digest of the trust file is none', {
      hint: 'give sha256: and the 64 lower-case hex digits that sha256sum prints',
    });
  }
  if (bytes !== undefined && digestText(bytes) === digest) return undefined;
  return {
    code: 'TRUST_FILE_DIGEST_MISMATCH',
    message: 'the trust file is not the one that was pinned: its bytes have another digest',
    hint: 'get the right file, or look at what changed in it and pin it anew',
  };
}

function checkRoot(file: TrustFile, { root, digest }: TrustInput): Failure | undefined {
  if (root === undefined) {
    // Otherwise leaving the root key out would let a changed file pass.
    const asks = file.signature !== undefined || file.requires.root === true;
    if (!asks || digest !== undefined) return undefined;
    return {
      code: 'TRUST_FILE_NO_ROOT',
      message: `the trust file ${file.signature === undefined ? 'asks to be signed' : 'is signed'}, but no root key was given to check that with`,
      hint: 'give the root key that you trust: --root ROOT.pub',
    };
  }
  try {
    assertPublicKey(root);
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    return { code: 'UNUSABLE_KEY', message: `the root key: ${error.message}`, hint: error.hint };
  }
  if (isExampleKey(root)) {
    return {
      code: 'EXAMPLE_KEY',
      message: 'the root key is a published example key, with which anybody can sign a trust file',
      hint: 'make a root key of your own: passport keygen -o NAME',
    };
  }
  if (file.signature === undefined) {
    return {
      code: 'TRUST_FILE_UNSIGNED',
      message: 'a root key was given, but the trust file is not signed',
      hint: 'get the signed file',
    };
  }
  const signature = decodeSignature(file.signature);
  if (signature && verify(signature, statementInput(file), root)) return undefined;
  return {
    code: 'TRUST_FILE_SIGNATURE_MISMATCH',
    message: 'the trust file was changed since it was signed, or another root key signed it',
    hint: 'get the file anew from where the root key came from',
  };
}

function checkTimes({ issued_at, expires_at }: TrustFile, now: number, skew: number): Failure | undefined {
  const issued = parseTimestamp(issued_at) as number;
  if (!(issued <= now + skew)) {
    return {
      code: 'TRUST_FILE_IN_FUTURE',
      message: `the trust file was made at ${issued_at}, which is later than now`,
      pointer: '/issued_at',
      hint: 'check the clock of this machine',
    };
  }
  if (expires_at === null || now < (parseTimestamp(expires_at) as number)) return undefined;
  return {
    code: 'TRUST_FILE_EXPIRED',
    message: `the trust file has expired at ${expires_at}`,
    pointer: '/expires_at',
    hint: 'get the current one',
  };
}
