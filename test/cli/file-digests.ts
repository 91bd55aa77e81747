import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What can be told of the bytes of a file without keeping them. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The files below a folder, by their paths in order, with their digests; without those whose path begins with a dot. */
export function digestsBelow(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const shown = paths.filter((path) => !path.startsWith('.')).sort();
  return Object.fromEntries(shown.map((path) => [path, digestOf(readFileSync(join(folder, path)))]));
}
