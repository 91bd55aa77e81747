import { PassportError } from '../errors.js';
import { getPublicKey } from './ed25519.js';
import { otherForm } from './key-form.js';
import { KeyPair } from './key-pair.js';
import { decodePem, encodePem, pemLabel } from './pem.js';

// DER of RFC 8410: PrivateKeyInfo version 0 around a CurvePrivateKey of 32 bytes.
const privateKeyInfo = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]);
/** The same without the outer header and version: algorithm Ed25519 without parameters, and what goes before a seed. */
const ed25519Seed = privateKeyInfo.subarray(5);

/**
 * A secret key as PKCS#8 PEM (RFC 8410 section 7, RFC 7468), not encrypted.
 * @throws PassportError ERR_INVALID_KEY
 */
export function encodeSecretKey(secretKey: Uint8Array): string {
  // Called for its check: a text around any other length would be a file that nobody can read again.
  getPublicKey(secretKey);
  const bytes = new Uint8Array(48);
  bytes.set(privateKeyInfo);
  bytes.set(secretKey, 16);
  return encodePem('PRIVATE KEY', bytes);
}

/**
 * The key pair of a PKCS#8 PEM text, not encrypted.
 * @throws PassportError ERR_INVALID_KEY, saying what the text is instead and how to convert it; never what it holds
 */
export function decodeSecretKey(text: string): KeyPair {
  const label = pemLabel(text);
  if (label !== undefined && label !== 'PRIVATE KEY') throw otherForm(text, 'secret');
  return decodePrivateKeyInfo(decodePem(text).bytes);
}

/**
 * The key pair of DER: PrivateKeyInfo (version 0) or OneAsymmetricKey (version 1, RFC 5958 section 2), with or without
 * attributes, which are skipped; a public key that is there must be the secret key's own.
 * @throws PassportError ERR_INVALID_KEY
 */
export function decodePrivateKeyInfo(bytes: Uint8Array): KeyPair {
  const outer = elementAt(bytes, 0);
  if (outer?.tag !== 0x30 || outer.end !== bytes.length) throw notEd25519();
  let at = outer.start;
  const version = elementAt(bytes, at);
  if (version?.tag !== 0x02 || version.end - version.start !== 1) throw notEd25519();
  const number = bytes[version.start] as number;
  at = version.end;
  const seedAt = at + ed25519Seed.length;
  if (number > 1 || seedAt + 32 > bytes.length || !ed25519Seed.every((byte, i) => byte === bytes[at + i]))
    throw notEd25519();
  const pair = new KeyPair(bytes.slice(seedAt, seedAt + 32));
  at = seedAt + 32;
  const attributes = elementAt(bytes, at);
  if (attributes?.tag === 0xa0) at = attributes.end;
  const publicKey = elementAt(bytes, at);
  // The version says whether a public key follows (RFC 5958 section 2).
  if (number === 1) {
    if (publicKey?.tag !== 0x81) throw notEd25519();
    const bits = bytes.subarray(publicKey.start, publicKey.end);
    if (bits.length !== 33 || bits[0] !== 0) throw notEd25519();
    // A pair whose halves do not belong together would sign with one key in the name of another.
    if (!pair.publicKey.every((byte, i) => byte === bits[i + 1])) {
      throw new PassportError('ERR_INVALID_KEY', 'the public key in the file does not belong to its secret key');
    }
    at = publicKey.end;
  }
  if (at !== bytes.length) throw notEd25519();
  return pair;
}

interface Element {
  readonly tag: number;
  /** Of the contents. */
  readonly start: number;
  readonly end: number;
}

/** The element that begins here, its length in the one form of DER (X.690 section 10.1); up to 65,535 bytes. */
function elementAt(bytes: Uint8Array, at: number): Element | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  let [start, length] = [at + 2, first];
  if (first > 0x82 || first === 0x80) return undefined;
  if (first > 0x80) {
    start += first - 0x80;
    length = first === 0x81 ? (bytes[at + 2] ?? 0) : (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (length < (first === 0x81 ? 128 : 256)) return undefined;
  }
  const end = start + length;
  return end > bytes.length ? undefined : { tag, start, end };
}

function notEd25519(): PassportError {
  return new PassportError('ERR_INVALID_KEY', 'the file holds a private key, but not a plain Ed25519 one', {
    hint: 'make one with: passport keygen -o NAME',
  });
}
