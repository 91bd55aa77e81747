import { isAbsolute, join, parse, relative, resolve } from 'node:path';
import { printable } from '../encoding/printable.js';
import { namesBesideSource, namesToRead, readDrafts, type ReadDrafts } from '../import/discover.js';
import type { ImportedFile } from '../import/importer.js';
import { PassportError } from '../errors.js';
import { readNamed, readWithin } from '../node/folder.js';
import type { Context } from './command.js';

/** The files that a source can be begun from, and what they say. */
export interface FoundFiles extends ReadDrafts {
  readonly files: readonly ImportedFile[];
}

/**
 * Those of a folder that have the names of a kind, or those that are named, as the source will name them. What cannot be read is said, and passed over
 * in a folder; of what is named it is an error.
 * @throws PassportError ERR_READ, ERR_INVALID_IMPORT
 */
export async function findFiles(
  folder: string,
  home: string,
  named: readonly string[],
  isUpdate: boolean,
  context: Context,
): Promise<FoundFiles> {
  if (named.length > 0) {
    const files = await Promise.all(named.map(async (path) => namedFile(home, path)));
    const read = readDrafts(files);
    const [broken] = read.refused;
    if (broken) throw broken;
    const [unused] = read.unused;
    if (unused === undefined) return { ...read, files };
    const { importers } = await import('../import/importers.js');
    const hint = `the kinds are ${Object.keys(importers).join(', ')}: passport import KIND FILE takes it as one of them`;
    throw new PassportError('ERR_INVALID_IMPORT', `${unused} is of no kind that a source can be begun from`, { hint });
  }
  const { texts, passedOver } = await readNamed(folder, isUpdate ? namesBesideSource() : namesToRead());
  const files = texts.map(({ name, text }) => ({ file: seenFrom(home, join(folder, name)), text }));
  const read = readDrafts(files);
  for (const { name, reason } of passedOver) await warn(`${name} is passed over: ${reason}`, context);
  for (const { message, diagnostics } of read.refused) {
    const [first] = diagnostics;
    const where = first?.file === undefined ? '' : `${first.file}: `;
    await warn(`passed over: ${where}${first?.message ?? message}`, context);
  }
  return { ...read, files };
}

async function warn(text: string, { io, paintError }: Context): Promise<void> {
  await io.stderr(`${paintError('warning', printable(text))}\n`);
}

/** A file that somebody has named: wherever it lies. */
async function namedFile(home: string, path: string): Promise<ImportedFile> {
  const text = await readWithin(parse(resolve(path)).root, path);
  if (text !== undefined) return { file: seenFrom(home, path), text };
  throw new PassportError('ERR_READ', `cannot read ${path}: it is a directory`, {
    hint: 'name a file; those of a folder are found by passport init FOLDER',
  });
}

/** A path as the source in a folder names it, with slashes. */
export function seenFrom(folder: string, path: string): string {
  const name = relative(resolve(folder), resolve(path));
  return (isAbsolute(name) ? path : name).replaceAll('\\', '/');
}

/** A path in a folder as one names it from here. */
export function inFolder(folder: string, name: string): string {
  return folder === '.' || folder === '' ? name : join(folder, name);
}
