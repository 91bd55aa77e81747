import { armor, Decrypter, Encrypter, type Stanza } from 'age-encryption';
import { PassportError } from '../errors.js';
import { assertCost, notOpened, passphraseFor, type Unlock } from './unlock.js';

// Base-2 logarithms of scrypt's N, with r = 8 and p = 1: 16 MiB of memory, and 1 GiB. age itself writes 18.
const MIN_WORK_FACTOR = 14;
const MAX_WORK_FACTOR = 20;

/**
 * What is in an age file, armored or binary. The work factor is checked before anybody is asked or anything computed.
 * @param what the file, for the question
 * @throws PassportError ERR_INVALID_KEY, ERR_PASSPHRASE
 */
export async function decryptAge(file: Uint8Array, what: string, unlock: Unlock): Promise<Uint8Array> {
  const bytes = withoutArmor(file);
  const stanzas = await stanzasOf(bytes);
  const decrypter = new Decrypter();
  const scrypt = stanzas.filter(({ args }) => args[0] === 'scrypt');
  if (scrypt.length > 0) {
    const factor = scrypt[0]?.args[2] ?? '';
    // A passphrase stands alone, or whoever added a recipient could have changed the file unseen (the age format, v1).
    if (stanzas.length !== 1 || !/^[1-9][0-9]{0,3}$/.test(factor)) throw notAge();
    assertCost('scrypt work factor', Number(factor), MIN_WORK_FACTOR, MAX_WORK_FACTOR);
    decrypter.addPassphrase(await passphraseFor(what, unlock));
  } else {
    if (!unlock.identities) {
      throw new PassportError(
        'ERR_PASSPHRASE',
        'the secret key is encrypted to age recipients, and there is no identity to open it with',
        {
          hint: 'give the file with your AGE-SECRET-KEY-1…: --identity FILE',
        },
      );
    }
    for (const [index, identity] of (await unlock.identities()).entries()) {
      try {
        decrypter.addIdentity(identity);
      } catch {
        throw new PassportError('ERR_INVALID_KEY', `identity ${index + 1} is not an age identity`, {
          hint: 'age-keygen writes them: AGE-SECRET-KEY-1…',
        });
      }
    }
  }
  try {
    return await decrypter.decrypt(bytes);
  } catch {
    if (scrypt.length > 0) throw notOpened();
    throw new PassportError('ERR_PASSPHRASE', 'none of the identities opens the file, or it is damaged');
  }
}

/** An armored age file that this passphrase opens, with age's own work factor (about a second). */
export async function encryptToPassphrase(text: string, passphrase: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return armor.encode(await encrypter.encrypt(text));
}

/**
 * An armored age file that each of the recipients can open alone.
 * @param recipients `age1…`
 * @throws PassportError ERR_USAGE
 */
export async function encryptToRecipients(text: string, recipients: readonly string[]): Promise<string> {
  const encrypter = new Encrypter();
  for (const [index, recipient] of recipients.entries()) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      // Without the text: it may be an identity, which is a secret.
      throw new PassportError('ERR_USAGE', `recipient ${index + 1} is not an age recipient`, {
        hint: 'one begins with age1; age-keygen -y IDENTITY prints it',
      });
    }
  }
  return armor.encode(await encrypter.encrypt(text));
}

function withoutArmor(file: Uint8Array): Uint8Array {
  // 0x61 is the a of age-encryption.org; armor may have space before it.
  if (file[0] === 0x61) return file;
  try {
    return armor.decode(new TextDecoder().decode(file));
  } catch {
    throw notAge();
  }
}

/** The header as the decrypter itself reads it, so that what is checked is what is then used. */
async function stanzasOf(bytes: Uint8Array): Promise<readonly Stanza[]> {
  let found: readonly Stanza[] | undefined;
  const decrypter = new Decrypter();
  decrypter.addIdentity({
    unwrapFileKey(stanzas: Stanza[]) {
      found = stanzas;
      return null;
    },
  });
  await decrypter.decrypt(bytes).catch(() => undefined);
  if (found === undefined || found.length === 0) throw notAge();
  return found;
}

function notAge(): PassportError {
  return new PassportError('ERR_INVALID_KEY', 'the age file is damaged: its header cannot be read');
}
