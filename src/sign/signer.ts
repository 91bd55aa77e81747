import { PassportError } from '../errors.js';
import { assertPublicKey, isSignatureForm, verify } from '../keys/ed25519.js';
import { KeyPair } from '../keys/key-pair.js';

const NOTHING_WRITTEN = 'nothing was written';

/** Something that signs under one public key: a `KeyPair`, or a key that is kept elsewhere. */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The 64-byte Ed25519 signature over exactly these bytes. */
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** The signatures of many messages in their order, where asking once is cheaper than asking for each. */
  signAll?(messages: readonly Uint8Array[]): Promise<readonly Uint8Array[]>;
}

/** @throws PassportError ERR_USAGE, ERR_INVALID_KEY, ERR_WEAK_KEY */
export function assertSigner(signer: Partial<Signer> | undefined): asserts signer is Signer {
  if (typeof signer?.sign !== 'function' || !(signer.publicKey instanceof Uint8Array)) {
    throw new PassportError('ERR_USAGE', 'the signer has no publicKey, or cannot sign', {
      hint: 'give a KeyPair, or an object with the bytes publicKey and the function sign',
    });
  }
  assertPublicKey(signer.publicKey);
}

/**
 * A signature that verifies under the signer's public key: nothing else is ever handed on.
 * @param input the bytes to sign; asked again when the signer has taken its time, as what they are of is not copied
 * @throws PassportError ERR_SIGNER…
 */
export async function requestSignature(signer: Signer, input: () => Uint8Array): Promise<Uint8Array> {
  let bytes = input();
  let signature: Uint8Array;
  try {
    // A copy: the signer must not decide what its signature is checked against. Our own method is known not to.
    const { sign } = signer;
    const made = sign.call(signer, sign === KeyPair.prototype.sign ? bytes : new Uint8Array(bytes));
    const given = made instanceof Uint8Array ? made : await made;
    signature = copyOf(given);
    if (given !== made) bytes = input();
  } catch (cause) {
    throw signerFailed(cause);
  }
  assertSignature(signature, bytes, signer.publicKey);
  return signature;
}

/**
 * The same for many: asked for at once where the signer can be, one after the other where it cannot.
 * @throws PassportError ERR_SIGNER…; of the signatures that were good none is given
 */
export async function requestSignatures(
  signer: Signer,
  inputs: ReadonlyArray<() => Uint8Array>,
): Promise<readonly Uint8Array[]> {
  const signatures: Uint8Array[] = [];
  if (typeof signer.signAll !== 'function') {
    for (const input of inputs) signatures.push(await requestSignature(signer, input));
    return signatures;
  }
  try {
    const given: unknown = await signer.signAll(inputs.map((input) => new Uint8Array(input())));
    if (!Array.isArray(given) || given.length !== inputs.length) {
      throw new PassportError('ERR_SIGNER_GARBAGE', `the signer did not return ${inputs.length} signatures`, {
        hint: `${NOTHING_WRITTEN}; signAll gives one signature for each message, in their order`,
      });
    }
    for (const signature of given) signatures.push(copyOf(signature));
  } catch (cause) {
    throw signerFailed(cause);
  }
  for (const [index, input] of inputs.entries())
    assertSignature(signatures[index] as Uint8Array, input(), signer.publicKey);
  return signatures;
}

/** A copy, as what is checked must be what is returned, whatever becomes of the signer's own. */
function copyOf(given: unknown): Uint8Array {
  // An object that only inherits from Uint8Array has no bytes.
  if (ArrayBuffer.isView(given) && given instanceof Uint8Array) return new Uint8Array(given);
  throw new PassportError('ERR_SIGNER_GARBAGE', 'what the signer returned is not bytes', {
    hint: `${NOTHING_WRITTEN}; a signer returns the 64 bytes of an Ed25519 signature (RFC 8032)`,
  });
}

function assertSignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): void {
  if (verify(signature, message, publicKey)) return;
  const { length } = signature;
  if (length !== 64) {
    throw new PassportError(
      length < 64 ? 'ERR_SIGNER_SHORT' : 'ERR_SIGNER_LONG',
      `the signer returned ${length} bytes; an Ed25519 signature has 64`,
      { hint: `${NOTHING_WRITTEN}; ${lengthHint(signature)}` },
    );
  }
  if (!isSignatureForm(signature)) {
    throw new PassportError('ERR_SIGNER_GARBAGE', 'the 64 bytes that the signer returned are no Ed25519 signature', {
      hint: `${NOTHING_WRITTEN}; it must return R and S of RFC 8032 section 5.1.6, and nothing around them`,
    });
  }
  throw new PassportError('ERR_SIGNER_MISMATCH', "the signer's signature does not verify under its own public key", {
    hint: `${NOTHING_WRITTEN}; is it of another key, or over a digest (Ed25519ph) instead of the bytes themselves?`,
  });
}

function lengthHint(signature: Uint8Array): string {
  const { length } = signature;
  if (length === 0) return 'the signer returned nothing: what does it say on standard error?';
  if (length === 65 && signature[64] === 0x0a) return 'a line end follows the signature: print the bytes alone';
  if (length >= 86 && length <= 89) return 'is it base64? return the bytes themselves';
  if (length >= 128 && length <= 129) return 'is it hex? return the bytes themselves';
  return 'check the signer, and the machine that signs';
}

function signerFailed(cause: unknown): PassportError {
  // Those who know what went wrong have said so; what they name is the signer's fault whatever it is of elsewhere.
  if (cause instanceof PassportError && cause.code.startsWith('ERR_SIGNER')) return cause;
  const reason = cause instanceof Error ? `: ${cause.message}` : '';
  return new PassportError('ERR_SIGNER', `the signer failed${reason}`, {
    hint: `${NOTHING_WRITTEN}; check the signer, and the machine that signs`,
    cause,
  });
}
