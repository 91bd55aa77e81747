import { PassportError } from '../errors.js';
import type { KeyPair } from '../keys/key-pair.js';
import { encodeSecretKey } from '../keys/pkcs8.js';
import type { Arguments } from './command.js';
import type { Passphrases } from './passphrase.js';

/**
 * A secret key as PKCS#8 PEM inside an armored age file: to the recipients of --recipient, or else to a passphrase.
 * @param what the file to be, for the question
 * @throws PassportError ERR_USAGE, and as `Passphrases.choose`
 */
export async function encryptKey(
  pair: KeyPair,
  what: string,
  args: Arguments,
  passphrases: Passphrases,
): Promise<string> {
  const recipients = args.texts('recipient');
  const { encryptToPassphrase, encryptToRecipients } = await import('../keys/age.js');
  const text = encodeSecretKey(pair.secretKey);
  if (recipients.length > 0) return encryptToRecipients(text, recipients);
  return encryptToPassphrase(text, await passphrases.choose(what));
}

/** @throws PassportError ERR_USAGE where an age file would need both */
export function assertOneProtection(args: Arguments): void {
  const passphrase = ['passphrase-file', 'passphrase-fd', 'passphrase-env'].find(
    (flag) => args.text(flag) !== undefined,
  );
  if (args.texts('recipient').length === 0 || passphrase === undefined) return;
  throw new PassportError('ERR_USAGE', `--recipient and --${passphrase} cannot both protect one age file`, {
    hint: 'give the one or the other',
  });
}
