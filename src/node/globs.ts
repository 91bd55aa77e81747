import { glob, isDynamicPattern } from 'tinyglobby';

/** The folder below which everything is that a glob can match: its path up to the first part that is more than a name. */
export function globFolder(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex((part, place) => part === '!' || isDynamicPattern(part) || place === parts.length - 1);
  const folder = parts.slice(0, first).join('/');
  return folder === '' && first > 0 ? '/' : folder === '' ? '.' : folder;
}

/** The files that a glob matches, as one would name them from `folder`, in the order of their names. */
export async function matchGlob(pattern: string, folder: string): Promise<string[]> {
  // What stands in node_modules belongs to others, who have validated it or not.
  const paths = await glob(pattern, {
    cwd: folder,
    ignore: ['**/node_modules/**'],
    onlyFiles: true,
    expandDirectories: false,
  });
  return paths.sort();
}
