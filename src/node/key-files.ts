import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { PassportError } from '../errors.js';
import { isExampleKey } from '../keys/example-keys.js';
import type { KeyPair } from '../keys/key-pair.js';
import { decodePublicKey, decodeSecretKey, encodePublicKey, encodeSecretKey } from '../keys/key-text.js';
import { assertAbsent, readBytes, readOpen, reasonOf, remove, writeNew } from './files.js';

/**
 * The secret key in a file that nobody else can read or have put there: no link, ours, mode 0600 or stricter.
 * A pipe (`/dev/fd/N`, `/dev/stdin`) is read as it is. The published example keys are no secret and may be readable.
 * @throws PassportError ERR_READ, ERR_UNSAFE_KEY_FILE, ERR_INVALID_KEY
 */
export async function readSecretKey(path: string): Promise<KeyPair> {
  if (/^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/.test(path))
    return named(path, await readBytes(path), decodeSecretKey);
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ELOOP') {
      throw unsafe(path, 'it is a symbolic link', 'name the file itself');
    }
    throw new PassportError('ERR_READ', `cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
  const { mode, uid } = await file.stat();
  const pair = named(path, await readOpen(file, path), decodeSecretKey);
  // Windows has no such modes.
  const own = process.getuid?.();
  if (own === undefined || isExampleKey(pair.publicKey)) return pair;
  if (uid !== own && uid !== 0) throw unsafe(path, 'it belongs to another user', 'copy it into a file of your own');
  if ((mode & 0o077) !== 0) {
    const shown = (mode & 0o777).toString(8).padStart(4, '0');
    throw unsafe(path, `others can read or change it (mode ${shown})`, `chmod 600 ${path}`);
  }
  return pair;
}

/** The 32 bytes of a public key in a file. @throws PassportError ERR_READ, ERR_INVALID_KEY, ERR_WEAK_KEY */
export async function readPublicKey(path: string): Promise<Uint8Array> {
  return named(path, await readBytes(path), decodePublicKey);
}

/**
 * Writes NAME.key (PKCS#8 PEM, 0600) and NAME.pub (SPKI PEM). Neither is ever overwritten, and none is left alone.
 * @throws PassportError ERR_EXISTS, ERR_WRITE
 */
export async function writeKeyPair(
  name: string,
  pair: KeyPair,
): Promise<{ readonly secret: string; readonly public: string }> {
  const paths = { secret: `${name}.key`, public: `${name}.pub` };
  await assertAbsent(paths.secret);
  await assertAbsent(paths.public);
  await writeNew(paths.secret, encodeSecretKey(pair.secretKey), 0o600);
  try {
    await writeNew(paths.public, encodePublicKey(pair.publicKey), 0o644);
  } catch (error) {
    await remove(paths.secret);
    throw error;
  }
  return paths;
}

/** What a decoder makes of a file's text, the file named in its error. */
export function named<T>(path: string, bytes: Uint8Array, decode: (text: string) => T): T {
  try {
    return decode(new TextDecoder().decode(bytes));
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    throw new PassportError(error.code, `${path}: ${error.message}`, { hint: error.hint });
  }
}

function unsafe(path: string, why: string, hint: string): PassportError {
  return new PassportError('ERR_UNSAFE_KEY_FILE', `the secret key ${path} is refused: ${why}`, { hint });
}
