import { PassportError } from '../errors.js';
import { exists } from '../node/files.js';
import { failureOf } from './failure.js';
import type { Failure } from '../report/report.js';

/** The files that words name, each once. A glob that matches nothing is a failure, as a file would be that is not there. */
export async function findSources(words: readonly string[], failures: Failure[]): Promise<string[]> {
  const found = new Set<string>();
  for (const word of words) {
    // A file may well be called a[1].yaml.
    if (word === '-' || !/[*?[\]{}()!]/.test(word) || (await exists(word))) {
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
