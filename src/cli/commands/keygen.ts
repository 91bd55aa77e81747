import { encodeBase64 } from '../../encoding/base64.js';
import { printable } from '../../encoding/printable.js';
import { PassportError } from '../../errors.js';
import { keyId } from '../../keys/key-id.js';
import { generateKeyPair } from '../../keys/key-pair.js';
import { assertNoKeyPair, keyPairPaths, writeKeyPair } from '../../node/key-files.js';
import { type Arguments, type Command, passphraseFlags } from '../command.js';
import { assertOneProtection, encryptKey } from '../encrypt-key.js';
import { exitCodes } from '../exit-codes.js';
import { Passphrases } from '../passphrase.js';

export const keygen: Command = {
  usage: 'keygen',
  describe: 'make a key pair: NAME.key.age (secret, encrypted) and NAME.pub (public)',
  positionals: {},
  options: {
    output: {
      type: 'string',
      alias: 'o',
      requiresArg: true,
      demandOption: true,
      describe: 'NAME: the path of the two files without their endings',
    },
    ...passphraseFlags,
    recipient: {
      type: 'string',
      requiresArg: true,
      describe: 'age1…: encrypt to this age recipient, not to a passphrase; may be given several times',
    },
    'no-encrypt': { type: 'boolean', describe: 'write NAME.key, not encrypted; only with --insecure' },
    insecure: { type: 'boolean', describe: 'yes, the secret key may lie on the disk as it is' },
  },
  repeatable: ['recipient'],
  examples: [
    ['passport keygen -o my', 'asks for a passphrase and writes my.key.age and my.pub, never over existing files'],
    ['passport keygen -o team --recipient age1… --recipient age1…', 'each of the recipients can open it alone'],
  ],

  async run(args, { io, paintError }) {
    const name = args.required('output');
    if (name === '-' || name === '' || /\/$|\.(?:key|pub|age)$/.test(name)) {
      throw new PassportError('ERR_USAGE', 'a key pair is written to two files: -o takes their name without ending', {
        hint: 'passport keygen -o my',
      });
    }
    const encrypts = isEncrypted(args);
    const passphrases = new Passphrases(args, io);
    // Nobody is asked for a passphrase in vain.
    await assertNoKeyPair(keyPairPaths(name, encrypts));
    const pair = generateKeyPair();
    const secret = keyPairPaths(name, encrypts).secret;
    const paths = await writeKeyPair(
      name,
      pair,
      encrypts ? await encryptKey(pair, secret, args, passphrases) : undefined,
    );
    const kept = encrypts ? 'secret, encrypted' : 'secret, NOT encrypted';
    await io.stderr(
      `${paintError('good', 'wrote')} ${printable(paths.secret)} (${kept}: keep it to yourself) and ${printable(paths.public)} (public: hand it out)\n`,
    );
    await io.stdout(`key id:     ${keyId(pair.publicKey)}\npublic key: ${encodeBase64(pair.publicKey)}\n`);
    return exitCodes.ok;
  },
};

/** A secret key is written as it is only for who says so twice. */
function isEncrypted(args: Arguments): boolean {
  const [plain, insecure] = [args.flag('no-encrypt'), args.flag('insecure')];
  if (plain !== insecure) {
    throw new PassportError(
      'ERR_USAGE',
      'a secret key that is not encrypted is written with both --no-encrypt --insecure',
      {
        hint: plain
          ? 'whoever reads the file can sign: leave out --no-encrypt, or add --insecure'
          : 'leave out --insecure',
      },
    );
  }
  assertOneProtection(args);
  const needless = ['recipient', ...Object.keys(passphraseFlags)].find((flag) => args.texts(flag).length > 0);
  if (plain && needless !== undefined) {
    throw new PassportError('ERR_USAGE', `--no-encrypt leaves nothing for --${needless} to do`, {
      hint: 'leave out one of them',
    });
  }
  return !plain;
}
