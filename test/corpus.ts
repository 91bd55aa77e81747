import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';

// Real documents and public vectors live outside the project; PASSPORT_CORPUS says where.
const root = process.env.PASSPORT_CORPUS;

export const hasCorpus = root !== undefined && root !== '' && existsSync(root);

export function corpusPath(...parts: string[]): string {
  return join(root ?? '', ...parts);
}

export function readCorpus(...parts: string[]): string {
  return readFileSync(corpusPath(...parts), 'utf8');
}

/** Tests that need the corpus; where it is not set there is one skipped test that says so. */
export function describeWithCorpus(name: string, tests: () => void): void {
  // The tests are not even collected: what they read to know their cases is not there.
  describe(name, hasCorpus ? tests : () => test.skip('skipped: PASSPORT_CORPUS is not set'));
}
