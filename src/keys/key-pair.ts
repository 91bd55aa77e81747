import { createSigner, getPublicKey, randomSecretKey } from './ed25519.js';

/**
 * An Ed25519 key pair in memory; it is a `Signer`. The secret key is not an enumerable property, so that
 * serializing or printing the pair shows the public key alone.
 */
export class KeyPair {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly #secretKey: Uint8Array;
  readonly #sign: (message: Uint8Array) => Uint8Array;

  /**
   * @param secretKey the 32-byte seed
   * @throws PassportError ERR_INVALID_KEY
   */
  constructor(secretKey: Uint8Array) {
    this.publicKey = getPublicKey(secretKey);
    this.#secretKey = new Uint8Array(secretKey);
    this.#sign = createSigner(secretKey);
  }

  /** A copy of the 32-byte seed. */
  get secretKey(): Uint8Array {
    return this.#secretKey.slice();
  }

  /** The 64-byte signature of a message (RFC 8032 section 5.1.6). */
  sign(message: Uint8Array): Uint8Array {
    return this.#sign(message);
  }
}

/** A new key pair from the platform's cryptographic random source. */
export function generateKeyPair(): KeyPair {
  return new KeyPair(randomSecretKey());
}
