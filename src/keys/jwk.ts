import { decodeBase64Url, encodeBase64Url } from '../encoding/base64.js';
import { isObject, type JsonObject, type JsonValue } from '../encoding/json-value.js';
import { parseJson } from '../encoding/json.js';
import { PassportError } from '../errors.js';
import { assertPublicKey } from './ed25519.js';
import { keyId } from './key-id.js';
import { KeyPair } from './key-pair.js';

/** What a JWK holds: the pair where the secret half is there. */
export type JwkKey =
  | { readonly publicKey: Uint8Array; readonly pair?: undefined }
  | { readonly publicKey: Uint8Array; readonly pair: KeyPair };

/** A public key as others publish it (RFC 8037 section 2), its `kid` the thumbprint of RFC 7638. */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}

/** @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY */
export function publicJwk(publicKey: Uint8Array): PublicJwk {
  const kid = keyId(publicKey);
  return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64Url(publicKey), kid, use: 'sig', alg: 'EdDSA' };
}

/** The same with its secret half, which whoever reads it can sign with. */
export function secretJwk(pair: KeyPair): PublicJwk & { readonly d: string } {
  return { ...publicJwk(pair.publicKey), d: encodeBase64Url(pair.secretKey) };
}

/**
 * The one key of a text: a JWK, or a set (RFC 7517 section 5) with one Ed25519 key for signatures among its keys.
 * @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export function decodeJwk(text: string): JwkKey {
  let value: JsonValue;
  try {
    value = parseJson(text);
  } catch {
    // Without the cause, which may show what stands there.
    throw invalid('the file begins like a JWK, but is not strict JSON');
  }
  if (!isObject(value) || !Object.hasOwn(value, 'keys')) return readJwk(value);
  if (!Array.isArray(value.keys)) throw invalid('the member keys of the JWK set is no list');
  // Keys of other kinds and for other uses are passed over (RFC 7517 section 5).
  const fit = value.keys.filter(
    (key): key is JsonObject => isObject(key) && isEd25519(key) && contradiction(key) === undefined,
  );
  const keys = fit.filter((key) => limit(key) === undefined);
  const [only] = keys;
  const limited = fit.find((key) => limit(key) !== undefined);
  if (limited && !only) throw tooLimited(limited);
  if (only === undefined) throw invalid('the JWK set holds no Ed25519 key for signatures');
  if (keys.length > 1) {
    throw new PassportError('ERR_INVALID_KEY', `the JWK set holds ${keys.length} Ed25519 keys`, {
      hint: 'write the one that you mean into a file of its own',
    });
  }
  return readJwk(only);
}

/** @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY */
export function readJwk(jwk: JsonValue): JwkKey {
  if (!isObject(jwk)) throw invalid('the JWK is no object');
  if (!isEd25519(jwk)) throw invalid('the JWK is not an Ed25519 key: its kty must be OKP and its crv Ed25519');
  const against = contradiction(jwk);
  if (against !== undefined) throw invalid(`the JWK is not for signatures: ${against}`);
  if (limit(jwk) !== undefined) throw tooLimited(jwk);
  const publicKey = bytesOf(jwk, 'x');
  assertPublicKey(publicKey);
  if (!Object.hasOwn(jwk, 'd')) return { publicKey };
  const pair = new KeyPair(bytesOf(jwk, 'd'));
  if (!pair.publicKey.every((byte, i) => byte === publicKey[i]))
    throw invalid('the public key x of the JWK does not belong to its secret key d');
  return { publicKey, pair };
}

function isEd25519(jwk: JsonObject): boolean {
  return jwk.kty === 'OKP' && jwk.crv === 'Ed25519';
}

/** What its own members say against signing with it (RFC 7517 sections 4.2 to 4.4, RFC 8037, RFC 9864). */
function contradiction(jwk: JsonObject): string | undefined {
  if (Object.hasOwn(jwk, 'use') && jwk.use !== 'sig') return 'its use is not "sig"';
  if (Object.hasOwn(jwk, 'alg') && jwk.alg !== 'EdDSA' && jwk.alg !== 'Ed25519') return 'its alg is not "EdDSA"';
  if (!Object.hasOwn(jwk, 'key_ops')) return undefined;
  const wanted = Object.hasOwn(jwk, 'd') ? 'sign' : 'verify';
  return Array.isArray(jwk.key_ops) && jwk.key_ops.includes(wanted) ? undefined : `its key_ops lack "${wanted}"`;
}

/**
 * The members by which a registry limits a key that it serves (RFC 7519 section 4.1, and our own JWK Set). A bare key is
 * trusted without limits, so that one that has them is none.
 */
function limit(jwk: JsonObject): string | undefined {
  if (Object.hasOwn(jwk, 'compromised_at')) return 'it has compromised_at: somebody else may have its secret key';
  if (Object.hasOwn(jwk, 'status') && jwk.status !== 'active') return 'its status is not "active"';
  // `nbf` 0 is no limit: `trust export` writes it for a key that has signed always.
  if (Object.hasOwn(jwk, 'nbf') && jwk.nbf !== 0) return 'it has nbf: it signs only from a certain time on';
  if (Object.hasOwn(jwk, 'exp')) return 'it has exp: it signs only until a certain time';
  if (Object.hasOwn(jwk, 'coverage') && jwk.coverage !== 'envelope') return 'its coverage is not "envelope"';
  return undefined;
}

function tooLimited(jwk: JsonObject): PassportError {
  return new PassportError('ERR_INVALID_KEY', `the JWK is limited, and would be used without limits: ${limit(jwk)}`, {
    hint: 'add it with its limits to a trust file (passport trust add, with the key as PEM or without those members), and verify with --trust FILE',
  });
}

function bytesOf(jwk: JsonObject, name: 'x' | 'd'): Uint8Array {
  const text = jwk[name];
  if (typeof text === 'string' && text.length === 43) {
    try {
      return decodeBase64Url(text);
    } catch {
      // Said below, without the text.
    }
  }
  throw invalid(`the member ${name} of the JWK is not 32 bytes in canonical base64url`);
}

function invalid(message: string): PassportError {
  return new PassportError('ERR_INVALID_KEY', message);
}
