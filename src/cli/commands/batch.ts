import { batchOptions, batchPlan, isItemFile } from '../batch-plan.js';
import { runBatch } from '../batch-run.js';
import type { Command } from '../command.js';
import { readGivenObservations } from '../given-observations.js';
import { Inputs } from '../inputs.js';
import { openSigner } from '../signer.js';

export const batch: Command = {
  usage: 'batch <input..>',
  describe: 'sign very many sources, payloads or documents in one run',
  positionals: {
    input: {
      type: 'string',
      array: true,
      describe: 'folders, globs or files of sources; NDJSON of payloads, sources or documents; - for standard input',
    },
  },
  options: {
    ...batchOptions,
    observations: {
      type: 'string',
      requiresArg: true,
      describe: 'what the registry knows of each: column[:NAME], beside, or a file of lines with a slug each',
    },
    'changed-only': { type: 'boolean', describe: 'leave documents as they are whose payload has not changed' },
    'no-check-texts': { type: 'boolean', describe: 'take texts of payloads as they are, if you have built them' },
  },
  examples: [
    ['passport batch listings.ndjson --key my.key --out passports/', 'a folder of documents'],
    ['passport batch - --key my.key --out - < payloads.ndjson', 'from line to line, in a pipe'],
    ['passport batch sources/ --observations beside --key my.key --out passports/ --changed-only', 'every day'],
  ],

  async run(args, context) {
    const inputs = new Inputs(context.io);
    const signer = await openSigner(args, inputs, context);
    const word = args.text('observations');
    const observations = word === undefined ? undefined : await readGivenObservations(word, context.io);
    const kind = { verb: 'signed', isWanted: isItemFile, observations, terms: 'batch', files: [word] };
    return runBatch(await batchPlan(args, args.texts('input'), signer, kind, inputs, context), context);
  },
};
