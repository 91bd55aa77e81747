import { dirname } from 'node:path';
import { PassportError } from '../errors.js';
import { exists } from '../node/files.js';
import { failureOf } from './failure.js';
import type { Failure } from '../report/report.js';

/** The files that words name, each once. A glob that matches nothing is a failure, as a file would be that is not there. */
export async function findSources(words: readonly string[], failures: Failure[]): Promise<string[]> {
  const found = new Set<string>();
  for (const word of words) {
    if (!(await isGlob(word))) {
      found.add(word);
      continue;
    }
    const { matchGlob } = await import('../node/globs.js');
    const paths = await matchGlob(word, '.');
    for (const path of paths) found.add(path);
    if (paths.length === 0) {
      const hint = 'a glob is matched from here, and passes over node_modules; put it in quotes';
      failures.push(failureOf(new PassportError('ERR_READ', `nothing matches ${word}`, { hint })));
    }
  }
  return [...found];
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
