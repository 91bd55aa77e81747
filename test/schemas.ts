import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../schemas/', import.meta.url);

/** The names of the published schemas. */
export const schemaNames: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .sort();

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function readSchema(name: string): any {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}
