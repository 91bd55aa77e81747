import { base58 } from '@scure/base';
import { PassportError } from '../errors.js';
import { assertPublicKey } from './ed25519.js';

// The multicodec number of Ed25519 public keys, 0xed as a varint.
const CODEC = [0xed, 0x01];
// 34 bytes are 47 or 48 digits; the bound keeps a long text away from arithmetic that takes the square of its length.
const MAX_DIGITS = 48;

/** A public key as did:key: multibase base58btc of its multicodec form. @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY */
export function encodeDidKey(publicKey: Uint8Array): string {
  assertPublicKey(publicKey);
  return `did:key:z${base58.encode(Uint8Array.from([...CODEC, ...publicKey]))}`;
}

/**
 * The public key of a did:key, also of one with its own fragment (`did:key:z…#z…`), as documents name methods.
 * @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export function decodeDidKey(text: string): Uint8Array {
  const [, digits = '', fragment = digits] =
    /^did:key:z([1-9A-HJ-NP-Za-km-z]+)(?:#z([1-9A-HJ-NP-Za-km-z]+))?$/.exec(text.trim()) ?? [];
  if (digits === '' || digits.length > MAX_DIGITS || fragment !== digits) throw notOne();
  const bytes = base58.decode(digits);
  if (bytes.length !== 34 || bytes[0] !== CODEC[0] || bytes[1] !== CODEC[1]) throw notOne();
  const key = bytes.slice(2);
  assertPublicKey(key);
  return key;
}

function notOne(): PassportError {
  return new PassportError('ERR_INVALID_KEY', 'the text is not the did:key of an Ed25519 public key', {
    hint: 'one begins with did:key:z6Mk',
  });
}
