import { encodeBase64Url } from '../encoding/base64.js';
import { type TrustedKey, type TrustStore, windowPlace } from './trust-store.js';

/** A key as a registry serves it: a JWK (RFC 7517, RFC 8037) with the members of a claim set that limit it. */
export interface ServedKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  /** RFC 7638 thumbprint. */
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
  readonly iss: string;
  /** Seconds since the epoch; the first at which the key signs. */
  readonly nbf: number;
  /** The first at which it no longer does. */
  readonly exp?: number;
  readonly status: TrustedKey['status'];
  readonly role: string;
  readonly coverage: TrustedKey['coverage'];
  readonly compromised_at?: number;
}

/** A JWK Set of the keys, in their order. */
export function keySet(keys: readonly TrustedKey[]): { readonly keys: ServedKey[] } {
  return { keys: keys.map(servedKey) };
}

function servedKey(key: TrustedKey): ServedKey {
  const { publicKey, keyId, issuer, status, role, coverage, notBefore, notAfter, compromisedAt } = key;
  return {
    kty: 'OKP',
    crv: 'Ed25519',
    x: encodeBase64Url(publicKey),
    kid: keyId,
    use: 'sig',
    alg: 'EdDSA',
    iss: issuer,
    // Never wider than in the trust file.
    nbf: Math.ceil(notBefore / 1000),
    ...(notAfter !== undefined && { exp: Math.floor(notAfter / 1000) }),
    status,
    role,
    coverage,
    ...(compromisedAt !== undefined && { compromised_at: Math.floor(compromisedAt / 1000) }),
  };
}

/** The key that signs at a time: active, within its window, and of several the one that began last. */
export function currentKey(store: TrustStore, issuer: string | undefined, now: number): TrustedKey | undefined {
  return store.keys
    .filter((key) => key.status === 'active' && windowPlace(key, now) === 'within')
    .filter((key) => issuer === undefined || key.issuer === issuer)
    .reduce<TrustedKey | undefined>((best, key) => (best && best.notBefore >= key.notBefore ? best : key), undefined);
}
