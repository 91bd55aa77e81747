import { decodeBase64, encodeBase64 } from '../encoding/base64.js';
import { PassportError } from '../errors.js';
import { assertPublicKey, getPublicKey } from './ed25519.js';
import { KeyPair } from './key-pair.js';

// DER of RFC 8410: PrivateKeyInfo version 0 around a CurvePrivateKey of 32 bytes; the same as OneAsymmetricKey version 1
// up to its seed, where the public key follows; SubjectPublicKeyInfo around 32 bytes.
const privateKeyInfo = hexBytes('302e020100300506032b657004220420');
const oneAsymmetricKey = hexBytes('3051020101300506032b657004220420');
const oneAsymmetricKeyPublic = hexBytes('812100');
const subjectPublicKeyInfo = hexBytes('302a300506032b6570032100');

/**
 * A secret key as PKCS#8 PEM (RFC 8410 section 7, RFC 7468), not encrypted.
 * @throws PassportError ERR_INVALID_KEY
 */
export function encodeSecretKey(secretKey: Uint8Array): string {
  // Called for its check: a text around any other length would be a file that nobody can read again.
  getPublicKey(secretKey);
  return encodePem('PRIVATE KEY', concat(privateKeyInfo, secretKey));
}

/**
 * A public key as SPKI PEM (RFC 8410 section 4, RFC 7468).
 * @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export function encodePublicKey(publicKey: Uint8Array): string {
  assertPublicKey(publicKey);
  return encodePem('PUBLIC KEY', concat(subjectPublicKeyInfo, publicKey));
}

/**
 * The key pair of a PKCS#8 PEM text.
 * @throws PassportError ERR_INVALID_KEY, saying what the text is instead and how to convert it; never what it holds
 */
export function decodeSecretKey(text: string): KeyPair {
  const { label, bytes } = decodePem(text);
  if (label !== 'PRIVATE KEY') throw wrongLabel(label, 'a secret key');
  if (bytes.length === 48 && startsWith(bytes, privateKeyInfo)) return new KeyPair(bytes.subarray(16));
  if (
    bytes.length === 83 &&
    startsWith(bytes, oneAsymmetricKey) &&
    startsWith(bytes.subarray(48), oneAsymmetricKeyPublic)
  ) {
    const pair = new KeyPair(bytes.subarray(16, 48));
    // A pair whose halves do not belong together would sign with one key in the name of another.
    if (!startsWith(bytes.subarray(51), pair.publicKey)) {
      throw new PassportError('ERR_INVALID_KEY', 'the public key in the file does not belong to its secret key');
    }
    return pair;
  }
  throw new PassportError('ERR_INVALID_KEY', 'the file holds a private key, but not a plain Ed25519 one', {
    hint: 'make one with: passport keygen -o NAME',
  });
}

/**
 * The 32 bytes of an SPKI PEM text.
 * @throws PassportError ERR_INVALID_KEY; ERR_WEAK_KEY for a key under which forgeries verify
 */
export function decodePublicKey(text: string): Uint8Array {
  const { label, bytes } = decodePem(text);
  if (label !== 'PUBLIC KEY') throw wrongLabel(label, 'a public key');
  if (bytes.length !== 44 || !startsWith(bytes, subjectPublicKeyInfo)) {
    throw new PassportError('ERR_INVALID_KEY', 'the file holds a public key, but not an Ed25519 one');
  }
  const key = bytes.slice(12);
  assertPublicKey(key);
  return key;
}

const pem = /^\s*-----BEGIN ([A-Z0-9 ]{1,40})-----\r?\n([A-Za-z0-9+/=\r\n]{1,8192})-----END ([A-Z0-9 ]{1,40})-----\s*$/;

function decodePem(text: string): { readonly label: string; readonly bytes: Uint8Array } {
  const match = pem.exec(text);
  const label = match?.[1] ?? /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text)?.[1];
  if (!match || match[1] !== match[3]) {
    if (label !== undefined && label !== 'PRIVATE KEY' && label !== 'PUBLIC KEY')
      throw wrongLabel(label, 'an Ed25519 key');
    throw new PassportError('ERR_INVALID_KEY', 'the file is not a key in PEM form', {
      hint: 'it should begin with -----BEGIN PRIVATE KEY----- or -----BEGIN PUBLIC KEY-----, as passport keygen writes it',
    });
  }
  try {
    return { label: label as string, bytes: decodeBase64((match[2] as string).replace(/[\r\n]/g, '')) };
  } catch (error) {
    // The cause is not passed on: nothing of a key's text may reach a message.
    if (!(error instanceof PassportError)) throw error;
    throw new PassportError('ERR_INVALID_KEY', 'the key in the file is damaged: it is not canonical base64');
  }
}

function wrongLabel(label: string, wanted: string): PassportError {
  const what: Readonly<Record<string, readonly [string, string]>> = {
    'PUBLIC KEY': ['a public key', 'give the secret key, NAME.key'],
    'PRIVATE KEY': ['a secret key', 'give the public key, NAME.pub; keep the secret key to yourself'],
    'ENCRYPTED PRIVATE KEY': ['an encrypted secret key', 'decrypt it first: openssl pkey -in KEY -out PLAIN'],
    'OPENSSH PRIVATE KEY': ['an OpenSSH secret key', 'make a key with: passport keygen -o NAME'],
    CERTIFICATE: ['a certificate', 'take the public key out: openssl x509 -in CERT -noout -pubkey'],
  };
  const [found, hint] = what[label] ?? [`"${label}"`, 'make a key with: passport keygen -o NAME'];
  return new PassportError('ERR_INVALID_KEY', `expected ${wanted}, but the file holds ${found}`, { hint });
}

function encodePem(label: string, bytes: Uint8Array): string {
  const lines = encodeBase64(bytes).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, index) => byte === bytes[index]);
}
