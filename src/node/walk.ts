import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files below a folder, in the order of their names, so that it is the same on every machine. What begins with a
 * dot and what stands in node_modules is passed over, and no link to a folder is followed. One folder at a time is
 * held in memory. A folder that cannot be read is given like a file: whoever reads it hears why.
 */
export async function* walk(
  folder: string,
  wanted: (name: string) => boolean,
): AsyncGenerator<string, void, undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    yield folder;
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, wanted);
    else if (wanted(entry.name)) yield path;
  }
}
