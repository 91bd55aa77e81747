import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { pemLabel } from './pem.js';

/** The forms that keys come in, told apart by how a text begins. What follows may still be damaged. */
export type KeyForm =
  | 'spki'
  | 'pkcs8'
  | 'encrypted-pkcs8'
  | 'openssh-secret'
  | 'openssh-public'
  | 'age'
  | 'age-identity'
  | 'jwk'
  | 'did-key'
  | 'raw'
  | 'certificate'
  | 'other-pem'
  | 'unknown';

const byLabel: Readonly<Record<string, KeyForm>> = {
  'PUBLIC KEY': 'spki',
  'PRIVATE KEY': 'pkcs8',
  'ENCRYPTED PRIVATE KEY': 'encrypted-pkcs8',
  'OPENSSH PRIVATE KEY': 'openssh-secret',
  'AGE ENCRYPTED FILE': 'age',
  CERTIFICATE: 'certificate',
};

/** @param text of a binary age file as well, whatever became of its bytes: it begins with a line of ASCII */
export function keyFormOf(text: string): KeyForm {
  if (text.startsWith('age-encryption.org/v1\n')) return 'age';
  const words = text.trim();
  // Before PEM: a set of keys may hold one as PEM beside them, as `trust export` writes it.
  if (words.startsWith('{')) return 'jwk';
  const label = pemLabel(text);
  if (label !== undefined) return byLabel[label] ?? 'other-pem';
  if (words.startsWith('did:')) return 'did-key';
  if (/^(?:ssh-|ecdsa-sha2-|sk-)/.test(words)) return 'openssh-public';
  if (/AGE-SECRET-KEY-/i.test(words)) return 'age-identity';
  if (/^(?:[0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=|[A-Za-z0-9_-]{43})$/.test(words)) return 'raw';
  return 'unknown';
}

/** What a text is instead of the key that was asked for, and what to do. Never what it holds. */
export function otherForm(text: string, wanted: 'public' | 'secret'): PassportError {
  const form = keyFormOf(text);
  if (form === 'unknown') {
    return new PassportError(
      'ERR_INVALID_KEY',
      'the file is not a key in PEM form, nor in another that is known here',
      {
        hint:
          wanted === 'public'
            ? 'give SPKI PEM (NAME.pub), a JWK, an OpenSSH public key, did:key, or 32 bytes in hex or base64'
            : 'give what passport keygen wrote, PKCS#8 PEM, a JWK, an OpenSSH secret key, or 32 bytes in hex or base64',
      },
    );
  }
  const found = form === 'other-pem' ? `"${printable(pemLabel(text) ?? '')}"` : names[form];
  return new PassportError('ERR_INVALID_KEY', `expected a ${wanted} key, but the file holds ${found}`, {
    hint: hintFor(form, wanted),
  });
}

const names: Readonly<Record<Exclude<KeyForm, 'unknown' | 'other-pem'>, string>> = {
  spki: 'a public key',
  pkcs8: 'a secret key',
  'encrypted-pkcs8': 'an encrypted secret key',
  'openssh-secret': 'an OpenSSH secret key',
  'openssh-public': 'an OpenSSH public key',
  age: 'an encrypted secret key (age)',
  'age-identity': 'an age identity, which decrypts and cannot sign',
  jwk: 'a JWK',
  'did-key': 'a public key (did:key)',
  raw: '32 bytes',
  certificate: 'a certificate',
};

function hintFor(form: KeyForm, wanted: 'public' | 'secret'): string {
  if (form === 'certificate') return 'take the public key out: openssl x509 -in CERT -noout -pubkey';
  if (form === 'age-identity') return 'give it with --identity, and the encrypted key as the key';
  if (form === 'other-pem') return 'make a key with: passport keygen -o NAME';
  if (wanted === 'public') {
    if (form === 'openssh-public') return 'only node reads this form: passport key convert FILE --to pem';
    return 'give the public key, NAME.pub; keep the secret key to yourself';
  }
  if (form === 'encrypted-pkcs8') return 'decrypt it first: openssl pkey -in KEY -out PLAIN';
  if (form === 'openssh-secret' || form === 'age') return 'only the command and its passphrase open this form';
  return 'give the secret key, NAME.key.age';
}
