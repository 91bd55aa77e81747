import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, test, vi } from 'vitest';
import { decryptAge, encryptToPassphrase, encryptToRecipients } from '../../src/keys/age.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { encodeSecretKey } from '../../src/keys/pkcs8.js';
import { seedOf, utf8 } from '../bytes.js';
import { refusal } from './refusal.js';

const pair = new KeyPair(seedOf('in an age file'));
const text = encodeSecretKey(pair.secretKey);
const passphrase = 'Qk7-tulip-Z93-granite-8w-lantern';
const secrets = [pair.secretKey, utf8(passphrase)];
const read = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** To the passphrase, with this work factor. */
async function cheap(factor: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(factor);
  return encrypter.encrypt(text);
}

const file = await cheap(14);
const unlock = { passphrase: () => Promise.resolve(passphrase) };

describe('an age file with a passphrase', () => {
  test('is written armored, with the work factor of age', async () => {
    const armored = await encryptToPassphrase(text, passphrase);
    expect(armored).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    expect(read(armor.decode(armored))).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
    expect(read(await decryptAge(utf8(armored), 'f', unlock))).toBe(text);
  });

  test('is read armored and binary', async () => {
    expect(read(await decryptAge(file, 'f', unlock))).toBe(text);
    const armored = armor.encode(file);
    for (const each of [armored, `\n ${armored.replaceAll('\n', '\r\n')}`])
      expect(read(await decryptAge(utf8(each), 'f', unlock))).toBe(text);
  });

  test('a wrong passphrase and a damaged file are told from each other by nobody', async () => {
    const wrong = { passphrase: () => Promise.resolve('opening hours') };
    const { message } = await refusal(() => decryptAge(file, 'f', wrong), secrets, 'ERR_PASSPHRASE');
    expect(message).toBe('wrong passphrase or damaged file');
    for (const at of [60, file.length - 40, file.length - 1]) {
      const damaged = Uint8Array.from(file);
      damaged[at] = (damaged[at] as number) ^ 1;
      const ask = { passphrase: () => Promise.resolve(passphrase) };
      await expect(decryptAge(damaged, 'f', ask)).rejects.toMatchObject({ name: 'PassportError' });
    }
    await refusal(() => decryptAge(file.subarray(0, -1), 'f', unlock), secrets, 'ERR_PASSPHRASE');
  });

  test.each([1, 13, 21, 30, 9999])('work factor %d is refused before anybody is asked', async (factor) => {
    const ask = vi.fn(() => Promise.resolve(passphrase));
    const changed = Buffer.from(
      Buffer.from(file)
        .toString('latin1')
        .replace(/( \S{22}) 14\n/, `$1 ${factor}\n`),
      'latin1',
    );
    const { message, hint } = await refusal(() => decryptAge(changed, 'f', { passphrase: ask }), secrets);
    expect(message).toContain(`work factor is ${factor}`);
    expect(hint).toBeTruthy();
    expect(ask).not.toHaveBeenCalled();
  });

  test.each([
    ['a work factor that is no number', / 14\n/, ' 0x12\n'],
    ['a work factor with many digits', / 14\n/, ` ${'9'.repeat(400)}\n`],
    ['no work factor', / 14\n/, '\n'],
    ['another version', /v1\n/, 'v2\n'],
    ['a second stanza beside the passphrase', /-> scrypt/, '-> X25519 AAAA\n\n-> scrypt'],
    ['no end of the header', /---/, '-+-'],
  ])('%s is refused before anybody is asked', async (_, from, to) => {
    const ask = vi.fn(() => Promise.resolve(passphrase));
    const changed = Buffer.from(Buffer.from(file).toString('latin1').replace(from, to), 'latin1');
    await refusal(() => decryptAge(changed, 'f', { passphrase: ask }), secrets);
    expect(ask).not.toHaveBeenCalled();
  });

  test('is not opened where there is nobody to ask', async () => {
    await refusal(() => decryptAge(file, 'f', {}), secrets, 'ERR_PASSPHRASE');
  });
});

describe('an age file to recipients', async () => {
  const [one, two, three] = await Promise.all([0, 1, 2].map(() => generateX25519Identity()));
  const recipients = await Promise.all([one, two].map((identity) => identityToRecipient(identity as string)));
  const shared = utf8(await encryptToRecipients(text, recipients));
  const identities = (...each: (string | undefined)[]) => ({ identities: () => Promise.resolve(each as string[]) });

  test('is opened by each of them, and by nobody else', async () => {
    for (const each of [one, two]) expect(read(await decryptAge(shared, 'f', identities(three, each)))).toBe(text);
    const stranger = three as string;
    await refusal(
      () => decryptAge(shared, 'f', identities(stranger)),
      [...secrets, utf8(stranger.slice(-32))],
      'ERR_PASSPHRASE',
    );
  });

  test('asks for no passphrase, and says what it needs', async () => {
    const ask = vi.fn(() => Promise.resolve(passphrase));
    const { hint } = await refusal(() => decryptAge(shared, 'f', { passphrase: ask }), secrets, 'ERR_PASSPHRASE');
    expect(hint).toContain('--identity');
    expect(ask).not.toHaveBeenCalled();
  });

  test('an identity given as recipient is refused and not shown', async () => {
    const given = one as string;
    const call = (): Promise<string> => encryptToRecipients(text, [recipients[0] as string, given]);
    const { message } = await refusal(call, [...secrets, utf8(given.slice(-32))], 'ERR_USAGE');
    expect(message).toContain('recipient 2');
  });
});
