import { printable } from '../../encoding/printable.js';
import { PassportError } from '../../errors.js';
import { generateKeyPair } from '../../keys/key-pair.js';
import { writeKeyPair } from '../../node/key-files.js';
import type { Command } from '../command.js';
import { exitCodes } from '../exit-codes.js';

export const keygen: Command = {
  usage: 'keygen',
  describe: 'make a key pair: NAME.key (secret) and NAME.pub (public)',
  positionals: {},
  options: {
    output: {
      type: 'string',
      alias: 'o',
      requiresArg: true,
      demandOption: true,
      describe: 'NAME: the path of the two files without their endings',
    },
  },
  examples: [['passport keygen -o my', 'writes my.key and my.pub, never over existing files']],

  async run(args, { io, paintError }) {
    const name = args.required('output');
    if (name === '-' || name === '' || /\/$|\.(?:key|pub)$/.test(name)) {
      throw new PassportError('ERR_USAGE', 'a key pair is written to two files: -o takes their name without ending', {
        hint: 'passport keygen -o my',
      });
    }
    const paths = await writeKeyPair(name, generateKeyPair());
    await io.stderr(
      `${paintError('good', 'wrote')} ${printable(paths.secret)} (secret: keep it to yourself) and ${printable(paths.public)} (public: hand it out)\n`,
    );
    return exitCodes.ok;
  },
};
