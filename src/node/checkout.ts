import { constants } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PassportError } from '../errors.js';
import { readOpen, reasonOf } from './files.js';
import { OpenFile } from './open-file.js';

/** A file of a checkout: its name within it, with slashes. */
export interface CheckoutFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

// A licence has some dozens of kilobytes; a README of more is none that people read.
const MAX_BYTES = 1 << 20;
const MAX_LICENCES = 5;

/**
 * The few files of a git checkout that speak of the whole: .git/config, licences, the README. git is not run, and no link
 * is followed: a checkout may be a stranger's, and a link in it may lead anywhere.
 * @throws PassportError ERR_READ
 */
export async function readCheckout(folder: string): Promise<[CheckoutFile, ...CheckoutFile[]]> {
  const config = await readWithin(folder, '.git/config', ['.git']);
  let names: string[];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (cause) {
    throw new PassportError('ERR_READ', `cannot read ${folder}: ${reasonOf(cause)}`, { cause, file: folder });
  }
  names.sort();
  const licences = names.filter((name) => /^(?:licen[cs]e|copying|unlicense)/i.test(name)).slice(0, MAX_LICENCES);
  const readmes = names.filter((name) => /^readme(?:\.(?:md|markdown|txt))?$/i.test(name));
  const readme = readmes.find((name) => /\.(?:md|markdown)$/i.test(name)) ?? readmes[0];
  const others: CheckoutFile[] = [];
  for (const name of [...licences, ...(readme === undefined ? [] : [readme])]) {
    others.push(await readWithin(folder, name, []));
  }
  return [config, ...others];
}

/** A file below a folder, by a way that has no link in it. */
async function readWithin(folder: string, name: string, folders: readonly string[]): Promise<CheckoutFile> {
  const path = join(folder, ...name.split('/'));
  try {
    for (const part of folders) {
      const found = await lstat(join(folder, part));
      if (!found.isDirectory()) throw notAFolder(join(folder, part), found.isFile());
    }
    const file = await OpenFile.open(
      path,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    if (!(await file.stat()).isFile()) {
      await file.close();
      throw new PassportError('ERR_READ', `cannot read ${path}: it is no regular file`, { file: path });
    }
    return { name, bytes: await readOpen(file, path, MAX_BYTES) };
  } catch (cause) {
    if (cause instanceof PassportError) throw cause;
    const isMissing = ['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '');
    const hint =
      isMissing && folders.length > 0 ? 'name the folder of a git checkout, the one that .git is in' : undefined;
    throw new PassportError('ERR_READ', `cannot read ${path}: ${reasonOf(cause)}`, { cause, file: path, hint });
  }
}

function notAFolder(path: string, isFile: boolean): PassportError {
  const what = isFile ? 'a file that names another folder' : 'no folder';
  return new PassportError('ERR_READ', `cannot read ${path}: it is ${what}`, {
    hint: 'links are not followed: name the folder of the checkout that this one belongs to',
    file: path,
  });
}
