import { readdir } from 'node:fs';
import { relative } from 'node:path';
import { glob, type GlobOptions, isDynamicPattern } from 'tinyglobby';
import { reasonOf } from './files.js';

/** The folder below which everything is that a glob can match: its path up to the first part that is more than a name. */
export function globFolder(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex((part, place) => part === '!' || isDynamicPattern(part) || place === parts.length - 1);
  const folder = parts.slice(0, first).join('/');
  return folder === '' && first > 0 ? '/' : folder === '' ? '.' : folder;
}

export interface Matched {
  /** The files, as one would name them from the folder, in the order of their names. */
  readonly paths: readonly string[];
  /** Folders in which others may be. */
  readonly unreadable: ReadonlyArray<{ readonly path: string; readonly reason: string }>;
}

type ReadFolder = typeof readdir;

/** The files that a glob matches. @param readFolder the system's own */
export async function matchGlob(pattern: string, folder: string, readFolder: ReadFolder = readdir): Promise<Matched> {
  const unreadable = new Map<string, string>();
  // The crawler goes on without a word where it cannot read: so it is overheard.
  const overheard = (path: string, options: { withFileTypes: true }, done: Parameters<ReadFolder>[2]): void => {
    readFolder(path, options, ((error: NodeJS.ErrnoException | null, entries: never) => {
      // What is not there, or no folder, has no files: that is what a glob is for.
      if (error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR') {
        unreadable.set(relative(folder, path) || '.', reasonOf(error));
      }
      (done as (error: unknown, entries: unknown) => void)(error, entries);
    }) as never);
  };
  const paths = await glob(pattern, {
    cwd: folder,
    // What stands in node_modules belongs to others, who have validated it or not.
    ignore: ['**/node_modules/**'],
    onlyFiles: true,
    expandDirectories: false,
    fs: { readdir: overheard as NonNullable<GlobOptions['fs']>['readdir'] & object },
  });
  const byName = [...unreadable].sort(([a], [b]) => (a < b ? -1 : 1));
  return { paths: paths.sort(), unreadable: byName.map(([path, reason]) => ({ path, reason })) };
}
