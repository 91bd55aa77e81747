import { canonicalize as canonicalizeJson } from '../../encoding/jcs.js';
import { parseJson } from '../../encoding/json.js';
import type { Command } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';

export const canonicalize: Command = {
  usage: 'canonicalize [file]',
  describe: 'strict JSON in, RFC 8785 canonical bytes out, no newline added',
  positionals: { file: { type: 'string', default: '-', describe: 'a JSON file; - for standard input' } },
  options: {},
  examples: [['passport canonicalize payload.json | sha256sum', 'a digest that does not depend on spacing or order']],

  async run(args, { io }) {
    const path = args.required('file');
    const bytes = await new Inputs(io).bytes(path);
    await io.stdout(canonicalizeJson(parseJson(bytes, { file: path })));
    return exitCodes.ok;
  },
};
