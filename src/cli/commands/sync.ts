import { dirname, join, relative, resolve } from 'node:path';
import { readSource } from '../../author/source.js';
import { isError } from '../../diagnostic.js';
import { lineTable } from '../../encoding/position.js';
import { printable } from '../../encoding/printable.js';
import { PassportError } from '../../errors.js';
import { namesBesideSource, readDrafts } from '../../import/discover.js';
import type { ImportedFile } from '../../import/importer.js';
import { type Drift, filesNamed, findDrift, mendDrift } from '../../import/sync.js';
import { readNamed, readWithin, repositoryRoot } from '../../node/folder.js';
import type { Command, Context } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';

export const sync: Command = {
  usage: 'sync [source]',
  describe: 'say what drifted between a source and the files that it was made from, and mend it',
  positionals: { source: { type: 'string', default: 'passport.yaml', describe: 'passport.yaml unless given' } },
  options: {
    check: {
      type: 'boolean',
      describe: 'write nothing: show the changes as a unified diff, and fail where there are any',
    },
  },
  examples: [
    ['passport sync', 'take over what has changed in package.json, server.json, …'],
    ['passport sync --check', 'in a pipeline: fails where a version, licence, tool or description has drifted'],
  ],

  async run(args, context) {
    const path = args.required('source');
    if (path === '-') {
      throw new PassportError('ERR_USAGE', 'the files of a source are found from where it lies', {
        hint: 'name the source as a file',
      });
    }
    const text = await new Inputs(context.io).text(path);
    const read = readSource(text, { file: path });
    if (read.value === undefined) {
      throw new PassportError('ERR_INVALID_SOURCE', `${path} cannot be read`, {
        diagnostics: read.diagnostics.filter(isError),
      });
    }
    const named = filesNamed(text, read);
    if (named.length === 0) {
      throw new PassportError('ERR_USAGE', `nothing in ${path} says which file it is from`, {
        hint: 'passport init --update takes over what files say, with comments that name them',
      });
    }
    const { drafts, refused } = readDrafts(await filesOf(path, named));
    const broken = refused.find(({ diagnostics }) => diagnostics.some(({ file = '' }) => named.includes(file)));
    if (broken) throw broken;
    const drifts = findDrift(text, read, { drafts });
    const isCheck = args.flag('check');
    const { text: mended, left } = mendDrift(text, drifts);
    const counted = drifts.filter(({ kind }) => kind !== 'renewed');
    const report = isCheck ? counted : left;
    for (const drift of isCheck ? counted : drifts) await say(drift, path, text, left.includes(drift), context);
    if (isCheck) await show(path, text, mended, context);
    else if (mended !== text) await write(path, text, mended, context);
    if (counted.length === 0) await context.io.stderr(`${printable(path)} says what its files say\n`);
    return report.length > 0 ? exitCodes.problems : exitCodes.ok;
  },
};

/**
 * The files that the comments name, each of which must be there, and those beside the source that any kind knows: a tool
 * may be told of in one that gave nothing before.
 */
async function filesOf(path: string, named: readonly string[]): Promise<ImportedFile[]> {
  const folder = dirname(path);
  const root = await repositoryRoot(folder);
  const files = new Map<string, ImportedFile>();
  for (const file of named) {
    const place = join(folder, file);
    const text = await readWithin(root, place).catch((error: unknown) => {
      if (!(error instanceof PassportError)) throw error;
      const hint =
        error.hint ?? `${path} names it as the place where something was found: correct or delete those comments`;
      throw new PassportError('ERR_READ', error.message, { hint, file: place, cause: error });
    });
    if (text === undefined) {
      throw new PassportError('ERR_READ', `cannot read ${place}: it is a directory`, { file: place });
    }
    files.set(resolve(place), { file, text });
  }
  const { texts } = await readNamed(folder, namesBesideSource());
  for (const { name, text } of texts) {
    const place = resolve(folder, name);
    if (!files.has(place)) files.set(place, { file: relative(resolve(folder), place).replaceAll('\\', '/'), text });
  }
  return [...files.values()];
}

async function say(
  drift: Drift,
  path: string,
  text: string,
  isLeft: boolean,
  { io, paintError }: Context,
): Promise<void> {
  const { kind, offset, message, hint } = drift;
  const place = offset === undefined ? printable(path) : `${printable(path)}:${lineTable(text)(offset).line}`;
  const tone = isLeft ? 'bad' : 'warning';
  await io.stderr(`${place} ${paintError(tone, kind)} ${printable(message)}\n`);
  if (hint !== undefined && (isLeft || kind === 'fact' || kind === 'added')) {
    await io.stderr(`  ${paintError('label', 'hint:')} ${printable(hint)}\n`);
  }
}

async function show(path: string, before: string, after: string, { io }: Context): Promise<void> {
  if (before === after) return;
  const { unifiedDiff } = await import('../../author/diff.js');
  await io.stdout(unifiedDiff(path, before, after, { printable: io.stdoutIsTerminal }));
}

async function write(path: string, before: string, after: string, { io, paintError }: Context): Promise<void> {
  const { overwrite } = await import('../mended.js');
  await overwrite(path, before, after, io);
  await io.stderr(`${paintError('good', 'mended')} ${printable(path)}\n`);
}
