import { readAsset } from '../../node/assets.js';
import { type Command, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { writeResult } from '../output.js';

export const verifier: Command = {
  usage: 'verifier',
  describe: 'print the verifier: one page that verifies passports in a browser, without a server',
  positionals: {},
  options: { output: shared.output },
  examples: [['passport verifier -o verifier.html', 'open it from disk, and drop a passport and a key on it']],

  async run(args, context) {
    await writeResult(await readAsset('verifier.html'), args, context, []);
    return exitCodes.ok;
  },
};
