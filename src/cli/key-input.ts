import type { KeyPair } from '../keys/key-pair.js';
import { decodeAnyPublicKey, decodeAnySecretKey } from '../node/any-key.js';
import { assertNotEverybodys } from '../node/files.js';
import type { Io } from '../node/io.js';
import { named, readPublicKey, readSecretKey } from '../node/key-files.js';
import type { Arguments } from './command.js';
import type { Inputs } from './inputs.js';
import { Passphrases } from './passphrase.js';

/**
 * The secret key that a command signs with, in any form; `-` is standard input. The command has the flags
 * `unlockFlags`.
 * @throws PassportError ERR_READ, ERR_UNSAFE_KEY_FILE, ERR_INVALID_KEY, ERR_PASSPHRASE, ERR_CANCELLED, ERR_USAGE
 */
export async function readKeyPair(path: string, args: Arguments, inputs: Inputs, io: Io): Promise<KeyPair> {
  const { unlock } = new Passphrases(args, io);
  if (path !== '-') return readSecretKey(path, unlock);
  const bytes = await inputs.bytes('-');
  return named('standard input', () => decodeAnySecretKey(bytes, 'the key from standard input', unlock));
}

/**
 * A public key that is trusted, in any form; `-` is standard input.
 * @throws PassportError ERR_READ, ERR_UNSAFE_FILE, ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export async function readPublicInput(path: string, inputs: Inputs): Promise<Uint8Array> {
  if (path !== '-') {
    await assertNotEverybodys(path, 'public key');
    return readPublicKey(path);
  }
  const bytes = await inputs.bytes('-');
  return named('standard input', () => decodeAnyPublicKey(bytes));
}
