import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

// Real documents and public vectors live outside the project; PASSPORT_CORPUS says where.
const root = process.env.PASSPORT_CORPUS;

export const hasCorpus = root !== undefined && root !== '' && existsSync(root);

export function corpusPath(...parts: string[]): string {
  return join(root ?? '', ...parts);
}

export function readCorpus(...parts: string[]): string {
  return readFileSync(corpusPath(...parts), 'utf8');
}

/** Tests that need the corpus; where it is not set they are skipped, and their name says so. */
export function describeWithCorpus(name: string, tests: () => void): void {
  if (hasCorpus) describe(name, tests);
  else describe.skip(`${name} (skipped: PASSPORT_CORPUS is not set)`, tests);
}
