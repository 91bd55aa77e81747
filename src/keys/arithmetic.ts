import { etc, hashes, Point, getPublicKey as noblePublicKey, sign as nobleSign } from '@noble/ed25519';
import { sha512 } from '../encoding/digest.js';
import type { Arithmetic } from './ed25519.js';

hashes.sha512 = sha512;

/** The order of the base point, L (RFC 8032 section 5.1). */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** Ed25519 in portable code: runs wherever JavaScript does. Not constant time. */
export const arithmetic: Arithmetic = {
  publicKeyOf: (seed) => noblePublicKey(seed),

  signer(seed) {
    const secret = new Uint8Array(seed);
    return (message) => nobleSign(message, secret);
  },

  /**
   * The cofactorless equation of RFC 8032 section 5.1.7, 8 left out: encode(S·B - k·A) is R byte for byte.
   * The library's own verify multiplies by the cofactor even when strict, and so accepts more.
   */
  verifier(publicKey) {
    const negativeA = Point.fromBytes(publicKey, false).negate();
    return (signature, message) => {
      const r = signature.subarray(0, 32);
      const s = littleEndian(signature.subarray(32));
      const k = littleEndian(sha512(etc.concatBytes(r, publicKey, message))) % L;
      const sB = s === 0n ? Point.ZERO : Point.BASE.multiply(s, false);
      const kA = k === 0n ? Point.ZERO : negativeA.multiply(k, false);
      return equal(sB.add(kA).toBytes(), r);
    };
  },

  randomSeed: () => globalThis.crypto.getRandomValues(new Uint8Array(32)),
};

function littleEndian(bytes: Uint8Array): bigint {
  let hex = '';
  for (let i = bytes.length - 1; i >= 0; i--) hex += (bytes[i] as number).toString(16).padStart(2, '0');
  return BigInt(`0x${hex}`);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
