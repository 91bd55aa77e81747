import { a2a } from './a2a.js';
import { cyclonedx } from './cyclonedx.js';
import { huggingface } from './huggingface.js';
import type { Importer } from './importer.js';
import { openrouter } from './openrouter.js';
import { passport } from './passport.js';

/** By the word for it on the command line. Where a file could be of several kinds, the first that recognises it has it. */
export const importers = {
  passport,
  a2a,
  openrouter,
  cyclonedx,
  huggingface,
} as const satisfies Readonly<Record<string, Importer>>;

export type ImportKind = keyof typeof importers;
