import { encodeBase64Url } from '../encoding/base64.js';
import { sha256 } from '../encoding/digest.js';
import { encodeUtf8 } from '../encoding/utf8.js';
import { assertPublicKey } from './ed25519.js';

// Verifying asks for the same few keys again and again, and checking one takes as long as naming it. By the bytes: an
// array can be given other ones.
const known = new Map<string, string>();
const MAX_KNOWN = 256;

/**
 * The name of a public key, derived and never chosen: base64url of SHA-256 over its JWK thumbprint input (RFC 7638
 * section 3, RFC 8037 section 2), 43 characters. It finds a key; trust is by the key's bytes.
 * @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export function keyId(publicKey: Uint8Array): string {
  const text = publicKey instanceof Uint8Array && publicKey.length === 32 ? encodeBase64Url(publicKey) : undefined;
  const before = text === undefined ? undefined : known.get(text);
  if (before !== undefined) return before;
  assertPublicKey(publicKey);
  const x = encodeBase64Url(publicKey);
  const id = encodeBase64Url(sha256(encodeUtf8(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`)));
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(x, id);
  return id;
}
