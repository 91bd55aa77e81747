import { PassportError } from '../errors.js';
import { decodeJwk } from '../keys/jwk.js';
import { keyFormOf } from '../keys/key-form.js';
import type { KeyPair } from '../keys/key-pair.js';
import { parsePublicKey, parseSecretKey } from '../keys/key-text.js';
import { notOpened, type Unlock } from '../keys/unlock.js';

/** The text of a key file. Binary age files are no text; their first line is enough to tell them. */
export function keyTextOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The 32 bytes of a public key in any form. @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY */
export async function decodeAnyPublicKey(bytes: Uint8Array): Promise<Uint8Array> {
  const text = keyTextOf(bytes);
  if (keyFormOf(text) !== 'openssh-public') return parsePublicKey(text);
  const { decodeOpensshPublic } = await import('./openssh.js');
  return decodeOpensshPublic(text);
}

/**
 * The key pair of a secret key in any form. Nobody is asked for a passphrase before the cost of using it is known.
 * @param what the file, for the question
 * @throws PassportError ERR_INVALID_KEY, ERR_PASSPHRASE
 */
export async function decodeAnySecretKey(bytes: Uint8Array, what: string, unlock: Unlock): Promise<KeyPair> {
  const text = keyTextOf(bytes);
  switch (keyFormOf(text)) {
    case 'age': {
      const { decryptAge } = await import('../keys/age.js');
      return decodeInside(await decryptAge(bytes, what, unlock));
    }
    case 'encrypted-pkcs8': {
      const { decryptPbes2 } = await import('./pbes2.js');
      return decryptPbes2(text, what, unlock);
    }
    case 'openssh-secret': {
      const { decodeOpensshSecret } = await import('./openssh.js');
      return decodeOpensshSecret(text, what, unlock);
    }
    default:
      return parseSecretKey(text);
  }
}

/** A key of either kind; the pair where it is a secret one. */
export interface AnyKey {
  readonly publicKey: Uint8Array;
  readonly pair: KeyPair | undefined;
}

/**
 * The key in any form, public or secret.
 * @param raw what 32 bare bytes are, which do not say it themselves: a seed taken for a public key would be shown
 * @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY, ERR_PASSPHRASE; ERR_USAGE for bare bytes where `raw` is left out
 */
export async function decodeAnyKey(
  bytes: Uint8Array,
  what: string,
  unlock: Unlock,
  raw: 'public' | 'secret' | undefined,
): Promise<AnyKey> {
  const text = keyTextOf(bytes);
  const form = keyFormOf(text);
  if (form === 'raw' && raw === undefined) {
    throw new PassportError('ERR_USAGE', '32 bare bytes do not say whether they are a public key or a secret one', {
      hint: 'say it: --as public or --as secret',
    });
  }
  const isSecret =
    ['pkcs8', 'encrypted-pkcs8', 'openssh-secret', 'age', 'age-identity'].includes(form) ||
    (form === 'raw' && raw === 'secret') ||
    (form === 'jwk' && decodeJwk(text).pair !== undefined);
  if (!isSecret) return { publicKey: await decodeAnyPublicKey(bytes), pair: undefined };
  const pair = await decodeAnySecretKey(bytes, what, unlock);
  return { publicKey: pair.publicKey, pair };
}

/** What was in an age file: a key as it is. One that is encrypted once more would need a second passphrase. */
async function decodeInside(bytes: Uint8Array): Promise<KeyPair> {
  if (['age', 'encrypted-pkcs8'].includes(keyFormOf(keyTextOf(bytes)))) {
    throw new PassportError('ERR_INVALID_KEY', 'the age file holds a key that is encrypted once more', {
      hint: 'decrypt it with age, and give what comes out',
    });
  }
  try {
    return await decodeAnySecretKey(bytes, 'the key in the age file', {});
  } catch (error) {
    if (!(error instanceof PassportError)) throw notOpened();
    throw new PassportError(error.code, `in the age file: ${error.message}`, { hint: error.hint });
  }
}
