import type { KeyPair } from '../keys/key-pair.js';
import type { Io } from '../node/io.js';
import type { Arguments } from './command.js';
import type { Inputs } from './inputs.js';

/**
 * The secret key that a flag names, to sign a trust file or a revocation list with; undefined where it is not given.
 * The command has the flags `unlockFlags`.
 */
export async function readStatementKey(
  args: Arguments,
  flag: string,
  inputs: Inputs,
  io: Io,
): Promise<KeyPair | undefined> {
  const path = args.text(flag);
  if (path === undefined) return undefined;
  const { readKeyPair } = await import('./key-input.js');
  return readKeyPair(path, args, inputs, io);
}
