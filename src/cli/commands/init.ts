import { readdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { isError } from '../../diagnostic.js';
import { fieldName } from '../../encoding/pointer.js';
import { printable } from '../../encoding/printable.js';
import { PassportError } from '../../errors.js';
import { assertAbsent, exists, writeNew } from '../../node/files.js';
import { isFolder } from '../../node/folder.js';
import { type Arguments, type Command, type Context, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { answerFlags, repeatableAnswers } from '../init-flags.js';
import { Inputs } from '../inputs.js';

export const init: Command = {
  usage: 'init [dir]',
  describe: 'begin a source: from what is in the folder already, and a few questions',
  positionals: { dir: { type: 'string', default: '.', describe: 'the folder of the artifact; this one unless given' } },
  options: {
    from: {
      type: 'string',
      requiresArg: true,
      describe: 'begin from this file and look for no others; also several times',
    },
    update: { type: 'boolean', describe: 'add to the source that is there what it lacks; all else in it stays' },
    yes: { type: 'boolean', describe: 'ask nothing: take what is found, and what the flags say' },
    output: { ...shared.output, describe: 'the source; passport.yaml in the folder unless given' },
    ...answerFlags,
    registry: shared.registry,
  },
  repeatable: ['from', ...repeatableAnswers],
  examples: [
    ['passport init', 'asks for what the files in this folder do not say, and writes passport.yaml'],
    ['passport init --yes --type dataset', 'asks nothing: what is missing is said in comments'],
    ['passport init --update', 'new tools and other news, into the source that is there'],
  ],

  async run(args, context) {
    const folder = args.required('dir');
    if (!(await isFolder(folder))) {
      throw new PassportError('ERR_READ', `cannot read the folder ${folder}: there is none of that name`, {
        hint: 'name a folder that is there; a file to begin from is named with --from',
        file: folder,
      });
    }
    const { inFolder } = await import('../import-files.js');
    const path = args.text('output') ?? inFolder(folder, 'passport.yaml');
    const asks = mayAsk(args, context);
    const before = await sourceBefore(path, args, context);
    const { begin } = await import('../init-source.js');
    const made = await begin({ folder, path, before, asks, args, context });
    await write(path, made.text, before, context);
    for (const line of made.said) await context.io.stderr(`${printable(line)}\n`);
    return conclude(path, made.text, args, context);
  },
};

/** @throws PassportError ERR_USAGE where nobody can be asked, and nobody has said that nothing is to be asked */
function mayAsk(args: Arguments, { io }: Context): boolean {
  if (args.flag('yes')) return false;
  if (io.stdinIsTerminal && io.stderrIsTerminal && !io.env.CI) return true;
  throw new PassportError('ERR_USAGE', 'passport init asks questions, and there is no terminal to ask them on', {
    hint: 'with --yes it takes what is found, and what flags say: see passport init --help',
  });
}

/** The source to be updated; undefined for a new one. @throws PassportError ERR_EXISTS, ERR_READ */
async function sourceBefore(path: string, args: Arguments, { io }: Context): Promise<string | undefined> {
  if (path === '-') {
    if (args.flag('update')) throw new PassportError('ERR_USAGE', 'standard output cannot be updated');
    return undefined;
  }
  if (args.flag('update')) return new Inputs(io).text(path);
  if (await exists(path)) {
    throw new PassportError('ERR_EXISTS', `${path} exists and is not overwritten`, {
      hint: 'passport init --update adds to it what it lacks; -o FILE writes another',
      file: path,
    });
  }
  await assertAbsent(path);
  return undefined;
}

async function write(path: string, text: string, before: string | undefined, context: Context): Promise<void> {
  const { io, paintError } = context;
  if (path === '-') return io.stdout(text);
  if (before === text) {
    await io.stderr(`nothing to add: ${printable(path)} stays as it is\n`);
    return;
  }
  if (before === undefined) await writeNew(path, text, 0o644);
  else {
    const { overwrite } = await import('../mended.js');
    await overwrite(path, before, text, io);
  }
  await io.stderr(`${paintError('good', before === undefined ? 'wrote' : 'updated')} ${printable(path)}\n`);
}

/** What is left to do, and the command for it. */
async function conclude(path: string, text: string, args: Arguments, context: Context): Promise<number> {
  const { io } = context;
  const { validateSource } = await import('../../author/validate.js');
  const { TO_BE_WRITTEN } = await import('../../import/draft-text.js');
  const registry = await new Inputs(io).registry(args.text('registry'));
  const { diagnostics } = validateSource(text, { file: path, registry });
  const errors = diagnostics.filter(isError);
  const shown = printable(path);
  if (errors.length > 0) {
    const fields = errors.map(({ ruleId, pointer = '', message }) =>
      ruleId === 'schema/missing-key' ? `${message}` : `${fieldName(pointer)}: ${message}`,
    );
    await io.stderr(`${TO_BE_WRITTEN}:\n${fields.map((field) => `  ${printable(field)}\n`).join('')}`);
    if (path !== '-') await io.stderr(`next: write it into ${shown}, then passport validate ${shown}\n`);
    return exitCodes.problems;
  }
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (warnings > 0)
    await io.stderr(`a registry would object to ${warnings}: passport validate ${shown} says to what\n`);
  if (path === '-') return exitCodes.ok;
  const key = await keyBeside(path);
  const document = path.replace(/\.ya?ml$/, '') + '.json';
  const sign = `passport sign ${shown} --key ${printable(key ?? 'my.key.age')} -o ${printable(document)}`;
  await io.stderr(key === undefined ? `next: passport keygen -o my\nthen: ${sign}\n` : `next: ${sign}\n`);
  return exitCodes.ok;
}

/** A secret key that keygen has written, here or beside the source. */
async function keyBeside(path: string): Promise<string | undefined> {
  for (const folder of ['.', dirname(resolve(path))]) {
    const names = await readdir(folder).catch((): string[] => []);
    const key = names.sort().find((name) => name.endsWith('.key.age') && name !== basename(path));
    if (key !== undefined) return folder === '.' ? key : `${dirname(path)}/${key}`;
  }
  return undefined;
}
