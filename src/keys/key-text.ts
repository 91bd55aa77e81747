import { assertPublicKey } from './ed25519.js';
import { decodeDidKey } from './did-key.js';
import { decodeJwk } from './jwk.js';
import { keyFormOf, otherForm } from './key-form.js';
import { KeyPair } from './key-pair.js';
import { decodeSecretKey } from './pkcs8.js';
import { decodeRawKey } from './raw-key.js';
import { decodePublicKey } from './spki.js';
import { PassportError } from '../errors.js';

/**
 * The 32 bytes of a public key in any form that needs no more than this text: SPKI PEM, JWK or a JWK set of one,
 * did:key, or the bytes in hex or base64. (OpenSSH's line is read in node alone.)
 * @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export function parsePublicKey(text: string): Uint8Array {
  switch (keyFormOf(text)) {
    case 'spki':
      return decodePublicKey(text);
    case 'did-key':
      return decodeDidKey(text);
    case 'jwk': {
      const { publicKey, pair } = decodeJwk(text);
      if (pair === undefined) return publicKey;
      throw new PassportError(
        'ERR_INVALID_KEY',
        'expected a public key, but the file holds a secret key (JWK with d)',
        {
          hint: 'give the public key, without the member d; keep the secret key to yourself',
        },
      );
    }
    case 'raw': {
      const key = decodeRawKey(text);
      assertPublicKey(key);
      return key;
    }
    default:
      throw otherForm(text, 'public');
  }
}

/**
 * The key pair of a secret key in any form that is not encrypted and needs no more than this text: PKCS#8 PEM, JWK or
 * a JWK set of one, or the seed in hex or base64.
 * @throws PassportError ERR_INVALID_KEY
 */
export function parseSecretKey(text: string): KeyPair {
  switch (keyFormOf(text)) {
    case 'pkcs8':
      return decodeSecretKey(text);
    case 'jwk': {
      const { pair } = decodeJwk(text);
      if (pair) return pair;
      throw new PassportError(
        'ERR_INVALID_KEY',
        'expected a secret key, but the file holds a public key (JWK without d)',
      );
    }
    case 'raw':
      return new KeyPair(decodeRawKey(text));
    default:
      throw otherForm(text, 'secret');
  }
}
