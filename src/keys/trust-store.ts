import { decodeBase64Url, encodeBase64Url } from '../encoding/base64.js';
import { parseTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { assertPublicKey } from './ed25519.js';
import { keyId } from './key-id.js';

/** What a trust file says of one key. Its times are RFC 3339. */
export interface TrustedKeyFields {
  /** base64url of the 32 bytes. */
  readonly public_key: string;
  readonly issuer: string;
  readonly role: string;
  readonly coverage: 'envelope' | 'payload';
  readonly status: 'active' | 'retired' | 'compromised';
  readonly not_before: string;
  readonly not_after: string | null;
  readonly compromised_at?: string;
  readonly keep_earlier?: boolean;
}

/** A key that somebody has decided to trust, and how far. Times are milliseconds since the epoch. */
export interface TrustedKey {
  readonly publicKey: Uint8Array;
  readonly keyId: string;
  readonly issuer: string;
  readonly role: string;
  readonly coverage: 'envelope' | 'payload';
  readonly status: 'active' | 'retired' | 'compromised';
  /** The first moment at which it signs. */
  readonly notBefore: number;
  /** The first moment at which it no longer does; undefined where there is no end. */
  readonly notAfter: number | undefined;
  /** Since when somebody else may have had it. */
  readonly compromisedAt: number | undefined;
  /** What is dated before that is trusted all the same. */
  readonly keepsEarlier: boolean;
}

/** Keys by their exact bytes: another encoding of the same point is another key. */
export class TrustStore {
  readonly keys: readonly TrustedKey[];
  private readonly byBytes: ReadonlyMap<string, TrustedKey>;
  private readonly byIssuer = new Map<string, TrustedKey[]>();

  /** @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY, ERR_INVALID_TIME; ERR_USAGE for a key that is there twice */
  constructor(entries: readonly TrustedKeyFields[]) {
    this.keys = entries.map(trustedKey);
    this.byBytes = new Map(this.keys.map((key) => [encodeBase64Url(key.publicKey), key]));
    for (const key of this.keys) {
      const others = this.byIssuer.get(key.issuer);
      if (others) others.push(key);
      else this.byIssuer.set(key.issuer, [key]);
    }
    if (this.byBytes.size !== this.keys.length) {
      throw new PassportError('ERR_USAGE', 'a key is in the trust file twice', { hint: 'keep one entry for each key' });
    }
  }

  find(publicKey: Uint8Array): TrustedKey | undefined {
    return this.byBytes.get(encodeBase64Url(publicKey));
  }

  /** Those that sign in exactly this name. */
  ofIssuer(issuer: string): readonly TrustedKey[] {
    return this.byIssuer.get(issuer) ?? [];
  }
}

/** Where a moment lies: from `notBefore` on, and before `notAfter`, is within. */
export function windowPlace(key: TrustedKey, time: number): 'before' | 'within' | 'after' {
  if (!(time >= key.notBefore)) return 'before';
  return key.notAfter !== undefined && time >= key.notAfter ? 'after' : 'within';
}

/**
 * The 32 bytes of a key as a trust file writes it.
 * @throws PassportError ERR_INVALID_BASE64, ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export function decodeTrustedKey(text: string): Uint8Array {
  const bytes = decodeBase64Url(text);
  assertPublicKey(bytes);
  return bytes;
}

function trustedKey(fields: TrustedKeyFields): TrustedKey {
  const publicKey = decodeTrustedKey(fields.public_key);
  const { issuer, role, coverage, status, not_after, compromised_at } = fields;
  return {
    publicKey,
    keyId: keyId(publicKey),
    issuer,
    role,
    coverage,
    status,
    notBefore: time(fields.not_before),
    notAfter: not_after === null ? undefined : time(not_after),
    compromisedAt: compromised_at === undefined ? undefined : time(compromised_at),
    keepsEarlier: fields.keep_earlier === true,
  };
}

function time(text: string): number {
  const milliseconds = parseTimestamp(text);
  if (milliseconds !== undefined) return milliseconds;
  throw new PassportError('ERR_INVALID_TIME', 'a time in the trust file is none', {
    hint: 'write it like 2026-01-31T09:30:00Z',
  });
}
