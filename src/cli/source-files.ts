import { dirname } from 'node:path';
import { PassportError } from '../errors.js';
import { exists, oneName } from '../node/files.js';
import type { Failure } from '../report/report.js';
import { failureOf } from './failure.js';

/**
 * The files that words name, each once, by whatever names. A glob that matches nothing is a failure, as a file would be
 * that is not there; so is a folder that cannot be searched.
 */
export async function findSources(words: readonly string[], failures: Failure[]): Promise<string[]> {
  const found = new Map<string, string>();
  const add = async (path: string): Promise<void> => {
    const name = path === '-' ? path : await oneName(path);
    if (!found.has(name)) found.set(name, path);
  };
  for (const word of words) {
    if (!(await isGlob(word))) {
      await add(word);
      continue;
    }
    const { matchGlob } = await import('../node/globs.js');
    const { paths, unreadable } = await matchGlob(word, '.');
    for (const path of paths) await add(path);
    for (const { path, reason } of unreadable) {
      const hint = `let it be read, or name the sources one by one: ${word} may match more there`;
      failures.push(failureOf(new PassportError('ERR_READ', `cannot search ${path}: ${reason}`, { hint }), path));
    }
    if (paths.length === 0 && unreadable.length === 0) {
      const hint = 'a glob is matched from here, and passes over node_modules; put it in quotes';
      failures.push(failureOf(new PassportError('ERR_READ', `nothing matches ${word}`, { hint })));
    }
  }
  return [...found.values()];
}

/** The folders in which more files may come to match globs among the words: those above, where there are none yet. */
export async function globFolders(words: readonly string[]): Promise<string[]> {
  const folders = new Set<string>();
  for (const word of words) {
    if (!(await isGlob(word))) continue;
    const { globFolder } = await import('../node/globs.js');
    let folder = globFolder(word);
    while (folder !== dirname(folder) && !(await exists(folder))) folder = dirname(folder);
    folders.add(folder);
  }
  return [...folders];
}

/** A file may well be called a[1].yaml. */
async function isGlob(word: string): Promise<boolean> {
  return word !== '-' && /[*?[\]{}()!]/.test(word) && !(await exists(word));
}
