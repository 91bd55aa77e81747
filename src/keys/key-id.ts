import { encodeBase64Url } from '../encoding/base64.js';
import { sha256 } from '../encoding/digest.js';
import { encodeUtf8 } from '../encoding/utf8.js';
import { assertPublicKey } from './ed25519.js';

/**
 * The name of a public key, derived and never chosen: base64url of SHA-256 over its JWK thumbprint input (RFC 7638
 * section 3, RFC 8037 section 2), 43 characters. It finds a key; trust is by the key's bytes.
 * @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export function keyId(publicKey: Uint8Array): string {
  assertPublicKey(publicKey);
  return encodeBase64Url(sha256(encodeUtf8(`{"crv":"Ed25519","kty":"OKP","x":"${encodeBase64Url(publicKey)}"}`)));
}
