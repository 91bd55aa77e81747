import { printable, printableJson } from '../../encoding/printable.js';
import type { Failure } from '../../report/report.js';
import { compareJson, type Comparison, relationText } from '../../verify/changes.js';
import type { Command } from '../command.js';
import { changeJson, changesText, comparableFile } from '../comparison.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { version } from '../version.js';

export const diff: Command = {
  usage: 'diff <before> <after>',
  describe: 'say what differs between two documents or payloads; no signature is verified',
  positionals: {
    before: { type: 'string', describe: 'a document, or what passport build writes; - for standard input' },
    after: { type: 'string', describe: 'what became of it; of a document and a payload the payloads are compared' },
  },
  options: { json: { type: 'boolean', describe: 'the changes as JSON, whatever happens' } },
  examples: [
    ['passport diff signed.json received.json', 'exit status 0 if equal, 1 if different, 3 if one cannot be read'],
    ['passport build passport.yaml | passport diff passport.json -', 'what changed in the source since it was signed'],
  ],

  async run(args, { io, paint }) {
    const inputs = new Inputs(io);
    const [before, after] = [args.required('before'), args.required('after')];
    const comparison = compareJson(await comparableFile(inputs, before), await comparableFile(inputs, after));
    const isEqual = comparison.relation !== 'different';
    const exitStatus = isEqual ? exitCodes.ok : exitCodes.problems;
    if (args.flag('json')) {
      await io.stdout(diffJson(comparison, [], exitStatus));
      return exitStatus;
    }
    const headline = `${paint(isEqual ? 'good' : 'bad', isEqual ? 'equal' : 'different')} ${printable(before)} ${printable(after)}: ${relationText(comparison)}`;
    await io.stdout(`${[headline, ...changesText(comparison, paint, '  ')].join('\n')}\n`);
    return exitStatus;
  },

  async fail(words, { failures, exitStatus }, { io }) {
    if (words.includes('--json')) await io.stdout(diffJson(undefined, failures, exitStatus));
  },
};

/** The version of the form, which `schemas/diff.json` describes. Members may be added to it, none is ever renamed. */
const VERSION = 1;

function diffJson(comparison: Comparison | undefined, failures: readonly Failure[], exitStatus: number): string {
  const report = {
    version: VERSION,
    tool: { name: 'trust-passport', version: version() },
    ok: exitStatus === 0,
    exit_status: exitStatus,
    relation: comparison?.relation ?? null,
    compared: comparison?.compared ?? null,
    total: comparison?.total ?? 0,
    changes: comparison?.changes.map(changeJson) ?? [],
    failures: failures.map(({ code, message, hint = null, file = null }) => ({ code, message, hint, file })),
  };
  return `${printableJson(report)}\n`;
}
