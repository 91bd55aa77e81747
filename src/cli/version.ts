import { readFileSync } from 'node:fs';

/** The version of this package. */
export function version(): string {
  // Both the compiled file and the bundle lie two folders below the package's root.
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
