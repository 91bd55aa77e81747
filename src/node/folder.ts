import { constants } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { decodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';
import { exists, readOpen, reasonOf } from './files.js';
import { OpenFile } from './open-file.js';

// A folder of more entries is not looked through to its end: it is no repository's root.
const MAX_ENTRIES = 20_000;
/** Bytes of one file. */
export const MAX_FILE = 4 << 20;

/** A text of a folder, by its name from there, with `/`. */
export interface FolderText {
  readonly name: string;
  readonly text: string;
}

export interface FolderReading {
  readonly texts: readonly FolderText[];
  /** What has one of the names, and why it was not read. */
  readonly passedOver: ReadonlyArray<{ readonly name: string; readonly reason: string }>;
}

/**
 * The files of a folder that have one of some names, whatever their capitals, in the order of the names. Nothing is run,
 * and no link is followed out of the folder.
 * @param names in lower case; folders may stand before them, with `/`
 * @throws PassportError ERR_READ where the folder itself cannot be read
 */
export async function readNamed(folder: string, names: readonly string[]): Promise<FolderReading> {
  const texts: FolderText[] = [];
  const passedOver: Array<{ name: string; reason: string }> = [];
  const listings = new Map<string, Promise<readonly string[]>>([['', listing(folder)]]);
  await listings.get('');
  for (const wanted of names) {
    for (const name of await namesLike(folder, wanted, listings)) {
      if (texts.some((one) => one.name === name)) continue;
      try {
        const text = await readWithin(folder, join(folder, name));
        if (text !== undefined) texts.push({ name, text });
      } catch (error) {
        if (!(error instanceof PassportError)) throw error;
        passedOver.push({ name, reason: error.message.replace(`cannot read ${join(folder, name)}: `, '') });
      }
    }
  }
  return { texts, passedOver };
}

/** The names that differ from a wanted one by capitals at most, one folder after the other. */
async function namesLike(
  folder: string,
  wanted: string,
  listings: Map<string, Promise<readonly string[]>>,
): Promise<string[]> {
  let found = [''];
  for (const part of wanted.split('/')) {
    const next: string[] = [];
    for (const above of found) {
      let entries = listings.get(above);
      // What is not there, or no folder, has no files either.
      if (!entries) listings.set(above, (entries = listing(join(folder, above)).catch(() => [])));
      for (const entry of await entries) {
        if (entry.toLowerCase() === part) next.push(above === '' ? entry : `${above}/${entry}`);
      }
    }
    found = next.sort();
  }
  return found;
}

async function listing(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      names.push(entry.name);
      if (names.length >= MAX_ENTRIES) break;
    }
  } catch (cause) {
    throw new PassportError('ERR_READ', `cannot read the folder ${folder}: ${reasonOf(cause)}`, {
      cause,
      file: folder,
    });
  }
  return names;
}

/**
 * A text within a folder: neither its name nor any link leads out of there.
 * @returns undefined for a folder
 * @throws PassportError ERR_READ
 */
export async function readWithin(root: string, path: string): Promise<string | undefined> {
  const refuse = (why: string, hint?: string): PassportError =>
    new PassportError('ERR_READ', `cannot read ${path}: ${why}`, { hint, file: path });
  const [real, top] = await Promise.all([path, root].map((one) => realpath(one))).catch((cause: unknown) => {
    throw new PassportError('ERR_READ', `cannot read ${path}: ${reasonOf(cause)}`, { cause, file: path });
  });
  if (!isWithin(top as string, real as string)) {
    throw refuse('it leads out of the folder', 'nothing outside of the repository is read: copy the file into it');
  }
  // Nobody is waited for to write into a pipe.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const file = await OpenFile.open(real as string, flags).catch((cause: unknown) => {
    throw new PassportError('ERR_READ', `cannot read ${path}: ${reasonOf(cause)}`, { cause, file: path });
  });
  const stats = await file.stat();
  if (!stats.isFile()) {
    await file.close();
    if (stats.isDirectory()) return undefined;
    throw refuse('it is no regular file');
  }
  const text = decodeUtf8(await readOpen(file, path, MAX_FILE));
  if (text === undefined) throw refuse('it is not UTF-8');
  return text;
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/** The root of the repository that a folder is in; the folder itself outside of one. */
export async function repositoryRoot(folder: string): Promise<string> {
  const start = resolve(folder);
  for (let at = start; ; at = dirname(at)) {
    if (await exists(join(at, '.git'))) return at;
    if (at === dirname(at)) return start;
  }
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}
