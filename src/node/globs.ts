import { glob, isDynamicPattern } from 'tinyglobby';

/** Whether a word is more than the name of a file. */
export function isGlob(word: string): boolean {
  return isDynamicPattern(word);
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
