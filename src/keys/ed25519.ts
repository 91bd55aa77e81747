import { arithmetic } from '#arithmetic';
import { PassportError } from '../errors.js';

/**
 * What differs between platforms: the arithmetic alone, chosen by the `imports` map of package.json. All that decides
 * a verdict besides the equation itself is below, once. Inputs have their lengths checked before they come here.
 */
export interface Arithmetic {
  publicKeyOf(seed: Uint8Array): Uint8Array;
  /** Pure Ed25519 (RFC 8032 section 5.1.6) with this seed. */
  signer(seed: Uint8Array): (message: Uint8Array) => Uint8Array;
  /** Whether S·B = R + k·A, without the cofactor and comparing R as encoded. Throws for what is not on the curve. */
  verifier(publicKey: Uint8Array): (signature: Uint8Array, message: Uint8Array) => boolean;
  randomSeed(): Uint8Array;
}

/** A public key made ready: whether a 64-byte signature over a message is its own. */
export type Verifier = (signature: Uint8Array, message: Uint8Array) => boolean;

/**
 * The 64-byte Ed25519 signature of a message (RFC 8032 section 5.1.6; pure, no context).
 * @param secretKey the 32-byte seed
 * @throws PassportError ERR_INVALID_KEY
 */
export function sign(message: Uint8Array, secretKey: Uint8Array): Uint8Array {
  return createSigner(secretKey)(message);
}

/** Signing made ready for many messages. The seed is copied. */
export function createSigner(secretKey: Uint8Array): (message: Uint8Array) => Uint8Array {
  return arithmetic.signer(checkSeed(secretKey));
}

/**
 * The 32-byte public key of a 32-byte seed (RFC 8032 section 5.1.5).
 * @throws PassportError ERR_INVALID_KEY
 */
export function getPublicKey(secretKey: Uint8Array): Uint8Array {
  return arithmetic.publicKeyOf(checkSeed(secretKey));
}

/** A new 32-byte seed from the platform's cryptographic source. */
export function randomSecretKey(): Uint8Array {
  return arithmetic.randomSeed();
}

/**
 * The strict verdict, one everywhere: libsodium's and `verify_strict`'s. Refused are the 14 encodings of points of
 * small order as key and as R, y ≥ p, S ≥ L (RFC 8032 section 5.1.7), then the equation without the cofactor.
 * False, never an exception, for malformed signatures and keys.
 * @param signature 64 bytes
 * @param publicKey 32 bytes
 */
export function verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (!isBytes(signature, 64) || !isBytes(message) || !isAcceptablePoint(publicKey)) return false;
  try {
    return verifierFor(publicKey)(signature, message);
  } catch {
    return false;
  }
}

/**
 * A public key made ready for many signatures.
 * @throws PassportError ERR_INVALID_KEY for anything but 32 bytes with y < p; ERR_WEAK_KEY for a key of small order
 */
export function createVerifier(publicKey: Uint8Array): Verifier {
  assertPublicKey(publicKey);
  const key = new Uint8Array(publicKey);
  return (signature, message) => verify(signature, message, key);
}

/** Whether bytes can be a signature at all, by some key over some message: what `verify` asks before the equation. */
export function isSignatureForm(signature: Uint8Array): boolean {
  return isBytes(signature, 64) && isAcceptablePoint(signature.subarray(0, 32)) && isReduced(signature);
}

/** @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY */
export function assertPublicKey(publicKey: Uint8Array): void {
  if (!isBytes(publicKey, 32)) throw new PassportError('ERR_INVALID_KEY', 'an Ed25519 public key has 32 bytes');
  if (isSmallOrder(publicKey)) {
    throw new PassportError(
      'ERR_WEAK_KEY',
      'the public key is a point of small order: forged signatures verify under it',
      {
        hint: 'do not use this key, and ask where it came from',
      },
    );
  }
  if (!isCanonicalY(publicKey)) {
    throw new PassportError(
      'ERR_INVALID_KEY',
      'the public key is not the canonical encoding of a point (RFC 8032 section 5.1.3)',
    );
  }
}

// The last key used, as many signatures are by few keys and making one ready costs as much as a tenth of a verification.
let lastKey: Uint8Array | undefined;
let lastVerifier: Verifier = () => false;

function verifierFor(publicKey: Uint8Array): Verifier {
  if (!lastKey || !equal(lastKey, publicKey)) {
    // The caller may change its array later, and a Buffer's slice would be a view of it.
    const key = new Uint8Array(publicKey);
    const equation = arithmetic.verifier(key);
    lastVerifier = (signature, message) => isSignatureForm(signature) && equation(signature, message);
    lastKey = key;
  }
  return lastVerifier;
}

function checkSeed(secretKey: Uint8Array): Uint8Array {
  if (!isBytes(secretKey, 32))
    throw new PassportError('ERR_INVALID_KEY', 'an Ed25519 secret key is a seed of 32 bytes');
  return secretKey;
}

/** Of this length, or of any. An object that only inherits from Uint8Array would throw when asked for its length. */
function isBytes(value: unknown, length?: number): value is Uint8Array {
  return ArrayBuffer.isView(value) && value instanceof Uint8Array && (length === undefined || value.length === length);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < 32; i++) if (a[i] !== b[i]) return false;
  return true;
}

function isAcceptablePoint(point: Uint8Array): boolean {
  return isBytes(point, 32) && isCanonicalY(point) && !isSmallOrder(point);
}

// The y coordinates of the eight points of small order, and p and p + 1 for 0 and 1; with either sign: 14 encodings.
const smallOrder: readonly Uint8Array[] = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map((hex) => Uint8Array.from(hex.match(/../g) as string[], (byte) => Number.parseInt(byte, 16)));

function isSmallOrder(point: Uint8Array): boolean {
  return smallOrder.some((y) =>
    y.every((byte, index) => byte === (index === 31 ? (point[31] as number) & 0x7f : point[index])),
  );
}

/** y < p = 2^255 - 19, the sign bit aside (RFC 8032 section 5.1.3 step 1). */
function isCanonicalY(point: Uint8Array): boolean {
  if (((point[31] as number) & 0x7f) !== 0x7f) return true;
  for (let i = 30; i > 0; i--) if (point[i] !== 0xff) return true;
  return (point[0] as number) < 0xed;
}

// L, little-endian (RFC 8032 section 5.1).
const order = Uint8Array.from([
  0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0x10,
]);

/** S < L (RFC 8032 section 5.1.7 step 1): otherwise every signature would have a second form. */
function isReduced(signature: Uint8Array): boolean {
  for (let i = 31; i >= 0; i--) {
    const byte = signature[32 + i] as number;
    const bound = order[i] as number;
    if (byte !== bound) return byte < bound;
  }
  return false;
}
