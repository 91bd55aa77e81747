import { PassportError } from '../errors.js';
import { isExampleKey } from '../keys/example-keys.js';
import { keyFormOf } from '../keys/key-form.js';
import type { KeyPair } from '../keys/key-pair.js';
import { encodeSecretKey } from '../keys/pkcs8.js';
import { encodePublicKey } from '../keys/spki.js';
import type { Unlock } from '../keys/unlock.js';
import { type AnyKey, decodeAnyKey, decodeAnyPublicKey, decodeAnySecretKey, keyTextOf } from './any-key.js';
import { assertAbsent, remove, writeNew } from './files.js';
import { type PrivateFile, readPrivateFile, readSmallFile } from './private-file.js';

/**
 * The secret key in a file that nobody else can read or have put there: no link, ours, mode 0600 or stricter. Any form:
 * PKCS#8 PEM (also encrypted), age, OpenSSH, JWK, or the 32 bytes of the seed in hex or base64.
 * A descriptor (`/dev/fd/N`, `/dev/stdin`) is read as it is. The published example keys are no secret and may be readable.
 * @throws PassportError ERR_READ, ERR_UNSAFE_KEY_FILE, ERR_INVALID_KEY, ERR_PASSPHRASE
 */
export async function readSecretKey(path: string, unlock: Unlock = {}): Promise<KeyPair> {
  const file = await readPrivateFile(path, 'secret key');
  return safely(
    file,
    path,
    () => decodeAnySecretKey(file.bytes, path, unlock),
    (pair) => pair,
  );
}

/**
 * The key in a file, public or secret; only a secret one has to be kept like one.
 * @param raw as for `decodeAnyKey`
 * @throws PassportError as readSecretKey, and ERR_USAGE
 */
export async function readAnyKey(path: string, unlock: Unlock, raw: 'public' | 'secret' | undefined): Promise<AnyKey> {
  const file = await readPrivateFile(path, 'secret key', true);
  const decode = (): Promise<AnyKey> => decodeAnyKey(file.bytes, path, unlock, raw);
  return safely(file, path, decode, ({ pair }) => pair);
}

/** The key of a file; where the file is no place for a secret, only if there is none in it. */
async function safely<T>(
  { bytes, unsafe }: PrivateFile,
  path: string,
  decode: () => Promise<T>,
  secretOf: (key: T) => KeyPair | undefined,
): Promise<T> {
  // Nobody is asked to type a passphrase for a file that is then refused.
  if (unsafe && ['age', 'encrypted-pkcs8', 'openssh-secret'].includes(keyFormOf(keyTextOf(bytes)))) throw unsafe;
  const key = await named(path, decode);
  const pair = secretOf(key);
  if (unsafe && pair && !isExampleKey(pair.publicKey)) throw unsafe;
  return key;
}

/**
 * The 32 bytes of a public key in a file, in any form: SPKI PEM, OpenSSH, JWK or a JWK set of one, did:key, hex, base64.
 * @throws PassportError ERR_READ, ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export async function readPublicKey(path: string): Promise<Uint8Array> {
  const bytes = await readSmallFile(path);
  return named(path, () => decodeAnyPublicKey(bytes));
}

/** Refuses early what `writeKeyPair` would refuse. @throws PassportError ERR_EXISTS */
export async function assertNoKeyPair(paths: { readonly secret: string; readonly public: string }): Promise<void> {
  const [secret, other] = [await isThere(paths.secret), await isThere(paths.public)];
  if (secret && !other) {
    throw new PassportError('ERR_EXISTS', `${paths.secret} exists without ${paths.public}, and is not overwritten`, {
      hint: 'a keygen that was ended may have left it: if nobody uses it, remove it; else choose another name',
    });
  }
  await assertAbsent(paths.secret);
  await assertAbsent(paths.public);
}

async function isThere(path: string): Promise<boolean> {
  return assertAbsent(path).then(
    () => false,
    () => true,
  );
}

/**
 * Writes NAME.pub (SPKI PEM) and the secret key for us alone (0600): NAME.key.age with the text given, or NAME.key
 * (PKCS#8 PEM) where there is none. Nothing is ever overwritten, and neither is left alone.
 * @param encrypted the secret key inside an age file
 * @throws PassportError ERR_EXISTS, ERR_WRITE
 */
export async function writeKeyPair(
  name: string,
  pair: KeyPair,
  encrypted?: string,
): Promise<{ readonly secret: string; readonly public: string }> {
  const paths = keyPairPaths(name, encrypted !== undefined);
  await assertNoKeyPair(paths);
  await writeNew(paths.secret, encrypted ?? encodeSecretKey(pair.secretKey), 0o600);
  try {
    await writeNew(paths.public, encodePublicKey(pair.publicKey), 0o644);
  } catch (error) {
    await remove(paths.secret);
    throw error;
  }
  return paths;
}

export function keyPairPaths(name: string, encrypted: boolean): { readonly secret: string; readonly public: string } {
  return { secret: `${name}.key${encrypted ? '.age' : ''}`, public: `${name}.pub` };
}

/** What a decoder makes of a file, which is named in its error. */
export async function named<T>(path: string, decode: () => Promise<T>): Promise<T> {
  try {
    return await decode();
  } catch (error) {
    if (!(error instanceof PassportError) || error.code === 'ERR_CANCELLED') throw error;
    throw new PassportError(error.code, `${path}: ${error.message}`, { hint: error.hint });
  }
}
