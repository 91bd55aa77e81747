import { PassportError } from '../errors.js';

/** What opens an encrypted secret key. Each is asked only once its file was found to need it, and to cost no more than it may. */
export interface Unlock {
  /** @param what is to be opened, for the question. Never resolves to an empty text. */
  passphrase?(what: string): Promise<string>;
  /** Age identities, `AGE-SECRET-KEY-1…`. */
  identities?(): Promise<readonly string[]>;
}

/** @throws PassportError ERR_PASSPHRASE where there is nobody to ask */
export async function passphraseFor(what: string, unlock: Unlock): Promise<string> {
  if (unlock.passphrase) return unlock.passphrase(what);
  throw new PassportError('ERR_PASSPHRASE', 'the secret key is encrypted, and there is no passphrase to open it with');
}

/** Which of the two it is cannot be known. The cause is not passed on: nothing of a key may reach a message. */
export function notOpened(): PassportError {
  return new PassportError('ERR_PASSPHRASE', 'wrong passphrase or damaged file');
}

/** A cost below the floor protects a key from nobody; one above the ceiling would keep this machine busy for long. */
export function assertCost(name: string, cost: number, floor: number, ceiling: number): void {
  if (cost >= floor && cost <= ceiling) return;
  const [how, hint] =
    cost < floor
      ? ['too cheap to protect a key', 'open it with the program that made it, and encrypt it again with a higher cost']
      : ['more than is tried here', 'if you trust the file, open it with the program that made it'];
  throw new PassportError(
    'ERR_INVALID_KEY',
    `the file's ${name} is ${cost}, ${how}: it must be from ${floor} to ${ceiling}`,
    { hint },
  );
}
