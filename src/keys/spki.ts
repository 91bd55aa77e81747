import { PassportError } from '../errors.js';
import { assertPublicKey } from './ed25519.js';
import { otherForm } from './key-form.js';
import { decodePem, encodePem, pemLabel } from './pem.js';

// DER of RFC 8410: SubjectPublicKeyInfo around 32 bytes.
const subjectPublicKeyInfo = Uint8Array.from([0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0]);

/**
 * A public key as SPKI PEM (RFC 8410 section 4, RFC 7468).
 * @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export function encodePublicKey(publicKey: Uint8Array): string {
  assertPublicKey(publicKey);
  const bytes = new Uint8Array(44);
  bytes.set(subjectPublicKeyInfo);
  bytes.set(publicKey, 12);
  return encodePem('PUBLIC KEY', bytes);
}

/**
 * The 32 bytes of an SPKI PEM text.
 * @throws PassportError ERR_INVALID_KEY; ERR_WEAK_KEY for a key under which forgeries verify
 */
export function decodePublicKey(text: string): Uint8Array {
  const label = pemLabel(text);
  if (label !== undefined && label !== 'PUBLIC KEY') throw otherForm(text, 'public');
  const { bytes } = decodePem(text);
  if (bytes.length !== 44 || !subjectPublicKeyInfo.every((byte, i) => byte === bytes[i])) {
    throw new PassportError('ERR_INVALID_KEY', 'the file holds a public key, but not an Ed25519 one');
  }
  const key = bytes.slice(12);
  assertPublicKey(key);
  return key;
}
