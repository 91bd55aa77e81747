import { createDecipheriv, pbkdf2, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import * as asn1 from 'asn1js';
import { PassportError } from '../errors.js';
import type { KeyPair } from '../keys/key-pair.js';
import { decodePem } from '../keys/pem.js';
import { decodePrivateKeyInfo } from '../keys/pkcs8.js';
import { assertCost, notOpened, passphraseFor, type Unlock } from '../keys/unlock.js';

// RFC 8018 section 4.2 asks for 1,000 at least, and OpenSSL writes 2,048; 10,000,000 are some five seconds.
const MIN_ITERATIONS = 1_000;
const MAX_ITERATIONS = 10_000_000;
// N·r·p, of which OpenSSL writes 2^17. Memory is 128·N·r bytes, and so 1 GiB at the most.
const MIN_SCRYPT = 2 ** 14;
const MAX_SCRYPT = 2 ** 23;
// r·p, of which OpenSSL writes 2^3: before and after the work in memory PBKDF2 makes 128·r·p bytes, 32 at a time.
const MAX_SCRYPT_BLOCKS = 2 ** 16;

const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const ciphers: Readonly<Record<string, readonly [name: string, keyBytes: number, block: number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16, 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24, 16],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32, 16],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24, 8],
};
const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';

/**
 * The key pair of an encrypted PKCS#8 PEM text (PBES2, RFC 8018; PBKDF2 or scrypt, RFC 7914; AES-CBC). What is read and
 * bounded here is what is then computed with: nobody else reads the parameters anew.
 * @param what the file, for the question
 * @throws PassportError ERR_INVALID_KEY, ERR_PASSPHRASE
 */
export async function decryptPbes2(text: string, what: string, unlock: Unlock): Promise<KeyPair> {
  const { derive, cipher, iv, data } = readParameters(decodePem(text).bytes);
  const passphrase = await passphraseFor(what, unlock);
  // What refuses to derive has not looked at the passphrase.
  const key = await derive(passphrase).catch(() => {
    throw unreadable();
  });
  let plain: Uint8Array;
  try {
    const decipher = createDecipheriv(cipher, key, iv);
    plain = new Uint8Array(Buffer.concat([decipher.update(data), decipher.final()]));
  } catch {
    throw notOpened();
  }
  // One wrong passphrase in 256 leaves something that looks padded, and then is no key.
  if (plain[0] !== 0x30) throw notOpened();
  return decodePrivateKeyInfo(plain);
}

interface Parameters {
  readonly derive: (passphrase: string) => Promise<Uint8Array>;
  readonly cipher: string;
  readonly iv: Uint8Array;
  readonly data: Uint8Array;
}

function readParameters(der: Uint8Array): Parameters {
  try {
    return parseParameters(der);
  } catch (error) {
    // The parser has no error of its own: it throws whatever a wrong byte leads to, be it in a time or a number.
    throw error instanceof PassportError ? error : unreadable();
  }
}

function parseParameters(der: Uint8Array): Parameters {
  const { offset, result } = asn1.fromBER(der);
  // The parser takes lengths that do not add up: only what it would write in the same way was read rightly.
  if (offset !== der.length || !Buffer.from(result.toBER()).equals(der)) throw unreadable();
  const [algorithm, encrypted] = children(result, 2);
  const [scheme, parameters] = children(algorithm, 2);
  if (oid(scheme) !== PBES2) throw unknown('encrypted in an old way (not PBES2)');
  const [kdf, encryption] = children(parameters, 2);
  const [cipherId, iv] = children(encryption, 2);
  const cipher = ciphers[oid(cipherId)];
  if (!cipher) throw unknown('encrypted with a cipher that is not known here');
  const [name, keyBytes, block] = cipher;
  const [ivBytes, data] = [octets(iv), octets(encrypted)];
  if (ivBytes.length !== block || data.length === 0 || data.length % block !== 0) throw unreadable();
  return { derive: readDerivation(kdf, keyBytes), cipher: name, iv: ivBytes, data };
}

/** How the key is derived, its cost checked. */
function readDerivation(kdf: asn1.BaseBlock | undefined, keyBytes: number): Parameters['derive'] {
  const [id, parameters] = children(kdf, 2);
  const [salt, first, ...more] = children(parameters);
  const saltBytes = octets(salt);
  switch (oid(id)) {
    case PBKDF2: {
      const iterations = integer(first);
      assertCost('PBKDF2 iteration count', iterations, MIN_ITERATIONS, MAX_ITERATIONS);
      if (more[0] instanceof asn1.Integer && integer(more.shift()) !== keyBytes) throw unreadable();
      const digest = more[0] === undefined ? 'sha1' : digests[hashOf(more[0])];
      if (digest === undefined || more.length > 1) throw unknown('encrypted with a PBKDF2 that is not known here');
      return (passphrase) => promisify(pbkdf2)(passphrase, saltBytes, iterations, keyBytes, digest);
    }
    case SCRYPT: {
      const [r, p] = [integer(more[0]), integer(more[1])];
      const n = integer(first);
      // A power of two, or it is not scrypt (RFC 7914 section 2).
      if (n < 2 || !Number.isInteger(Math.log2(n)) || r < 1 || p < 1) throw unreadable();
      assertCost('scrypt cost N·r·p', n * r * p, MIN_SCRYPT, MAX_SCRYPT);
      assertCost('scrypt size r·p', r * p, 1, MAX_SCRYPT_BLOCKS);
      // The same section: N is less than 2^(128·r/8); OpenSSL would refuse it, as if for a wrong passphrase.
      if (Math.log2(n) >= 16 * r) throw unreadable();
      if (more.length > 3 || (more.length === 3 && integer(more[2]) !== keyBytes)) throw unreadable();
      const options = { N: n, r, p, maxmem: 2 * 128 * MAX_SCRYPT };
      return (passphrase) =>
        new Promise((resolve, reject) => {
          scrypt(passphrase, saltBytes, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
        });
    }
    default:
      throw unknown('encrypted with a key derivation that is not known here');
  }
}

/** Of an algorithm whose parameters are nothing (RFC 8018 appendix B.1). */
function hashOf(node: asn1.BaseBlock): string {
  const [id, none, ...more] = children(node);
  if ((none !== undefined && !(none instanceof asn1.Null)) || more.length > 0) throw unreadable();
  return oid(id);
}

/** @param count how many there must be, where it is known */
function children(node: asn1.BaseBlock | undefined, count?: number): readonly asn1.BaseBlock[] {
  if (!(node instanceof asn1.Sequence)) throw unreadable();
  const { value } = node.valueBlock;
  if (count !== undefined && value.length !== count) throw unreadable();
  return value;
}

function oid(node: asn1.BaseBlock | undefined): string {
  if (node instanceof asn1.ObjectIdentifier) return node.getValue();
  throw unreadable();
}

function octets(node: asn1.BaseBlock | undefined): Uint8Array {
  if (node instanceof asn1.OctetString && !node.idBlock.isConstructed) return new Uint8Array(node.getValue());
  throw unreadable();
}

/** A number too large to be exact is too large for every ceiling. */
function integer(node: asn1.BaseBlock | undefined): number {
  if (node instanceof asn1.Integer) {
    const value = node.toBigInt();
    if (value >= 0n) return Number(value);
  }
  throw unreadable();
}

function unreadable(): PassportError {
  return new PassportError('ERR_INVALID_KEY', 'the encrypted key is damaged: how it was encrypted cannot be read');
}

function unknown(how: string): PassportError {
  return new PassportError('ERR_INVALID_KEY', `the secret key is ${how}`, {
    hint: 'encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -scrypt -in KEY -out NEW',
  });
}
