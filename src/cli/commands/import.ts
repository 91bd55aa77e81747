import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { invalidUtf8 } from '../../encoding/json.js';
import { decodeUtf8 } from '../../encoding/utf8.js';
import { printable } from '../../encoding/printable.js';
import { PassportError } from '../../errors.js';
import { assertAbsent, isRegularFile, writeAtomically } from '../../node/files.js';
import { draftText } from '../../import/draft-text.js';
import { importDraft, kindOf } from '../../import/import-draft.js';
import { invalidImport, MAX_IMPORTED } from '../../import/imported-json.js';
import type { ImportedFile } from '../../import/importer.js';
import { type ImportKind, importers } from '../../import/importers.js';
import { type Arguments, type Command, type Context, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { draftSummary } from '../import-summary.js';
import { Inputs } from '../inputs.js';
import { reportDiagnostics } from '../output.js';

const kinds = Object.keys(importers) as ImportKind[];

export const importCommand: Command = {
  usage: 'import <kind> <file..>',
  describe: 'begin a source from files that are there already; nothing in them is run',
  positionals: {
    kind: { type: 'string', choices: kinds, describe: 'what the file is; docs/import.md says what each takes over' },
    file: {
      type: 'string',
      describe: 'the file, then those beside it; the folder of the checkout for git; - for standard input',
    },
  },
  options: {
    output: { ...shared.output, describe: 'write the source here, never over a file that is there' },
    id: {
      type: 'string',
      requiresArg: true,
      describe: 'which one is meant, where a file has several or does not say its own: owner/name, vendor/model',
    },
    'observations-out': {
      type: 'string',
      requiresArg: true,
      describe: "of a passport document: write here what is the registry's to say",
    },
  },
  examples: [
    ['passport import npm package.json -o passport.yaml', 'a source with what package.json says, and what is missing'],
    ['passport import mcp server.json tools.json', 'one capability for each tool of a saved answer to tools/list'],
    [
      'passport import huggingface README.md --id owner/name',
      'a model or dataset card, which does not name its repository',
    ],
    ['passport import git .', 'remote, licence and README of a checkout'],
  ],

  async run(args, context) {
    const kind = args.required('kind') as ImportKind;
    const output = outputOf(args, 'output');
    const observationsOut = outputOf(args, 'observations-out');
    // Nobody's work is read in vain, and nobody's is written over.
    for (const path of [output, observationsOut]) await assertFree(path);
    const files = await filesOf(kind, args, context, output);
    const [first] = files;
    const other = importers[kind].recognises(first) ? undefined : kindOf(first);
    if (other !== undefined) {
      const hint = `passport import ${other} ${args.texts('file').join(' ')}`;
      await context.io.stderr(`${printable(first.file)} looks like a file of another kind: ${printable(hint)}\n`);
    }
    const draft = importDraft(kind, files, args.text('id'));
    const text = draftText(draft);
    if (output === undefined) await context.io.stdout(text);
    else await write(output, text, context);
    await reportDiagnostics(draft.diagnostics, context);
    await saveObservations(draft.observations, observationsOut, context);
    await context.io.stderr(draftSummary(draft, context.paintError));
    const validated = output === undefined ? 'SOURCE' : printable(output);
    await context.io.stderr(`next: passport validate ${validated}\n`);
    return exitCodes.ok;
  },
};

function outputOf(args: Arguments, name: string): string | undefined {
  const path = args.text(name);
  return path === '-' && name === 'output' ? undefined : path;
}

/** A draft is a beginning: it never takes the place of what somebody has written. @throws PassportError ERR_EXISTS */
async function assertFree(path: string | undefined): Promise<void> {
  if (path !== undefined && (await isRegularFile(path))) await assertAbsent(path);
}

async function write(path: string, text: string, { io, paintError }: Context): Promise<void> {
  await assertFree(path);
  await writeAtomically(path, text);
  await io.stderr(`${paintError('good', 'wrote')} ${printable(path)}\n`);
}

async function saveObservations(
  observations: object | undefined,
  path: string | undefined,
  context: Context,
): Promise<void> {
  if (observations === undefined) {
    if (path !== undefined) await context.io.stderr('no observations are in it: nothing was written for them\n');
    return;
  }
  if (path === undefined) {
    const flag = 'passport import … --observations-out observations.json';
    await context.io.stderr(`it also has observations, which are the registry's and no part of a source: ${flag}\n`);
  } else await write(path, `${JSON.stringify(observations, undefined, 2)}\n`, context);
}

// --- input --------------------------------------------------------------------------------------------------------

type Files = [ImportedFile, ...ImportedFile[]];

async function filesOf(kind: ImportKind, args: Arguments, { io }: Context, output: string | undefined): Promise<Files> {
  const paths = args.texts('file');
  if (kind === 'git') {
    const [folder = '.', ...surplus] = paths;
    if (surplus.length > 0 || folder === '-') {
      throw new PassportError('ERR_USAGE', 'a checkout is one folder', { hint: 'passport import git .' });
    }
    const { readCheckout } = await import('../../node/checkout.js');
    const found = await readCheckout(folder);
    const prefix = nameFor(folder, output);
    return found.map(({ name, bytes }) => {
      const file = prefix === '' || prefix === '.' ? name : `${prefix}/${name}`;
      return { file, text: textOf(bytes, file) };
    }) as Files;
  }
  const inputs = new Inputs(io);
  const files: ImportedFile[] = [];
  for (const path of paths) {
    const file = nameFor(path, output);
    files.push({ file, text: textOf(await inputs.bytes(path, MAX_IMPORTED * 4), file) });
  }
  return files as Files;
}

/** As the source will name it: seen from the source's own folder, with slashes. */
function nameFor(path: string, output: string | undefined): string {
  if (path === '-') return 'standard input';
  const name = output === undefined || isAbsolute(path) ? path : relative(dirname(resolve(output)), resolve(path));
  return (name === '' ? '.' : name)
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+(?=.)/, '')
    .replace(/(?<=.)\/+$/, '');
}

/** @throws PassportError ERR_INVALID_IMPORT */
function textOf(bytes: Uint8Array, file: string): string {
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text;
  throw invalidImport(invalidUtf8(bytes, file).diagnostics);
}
