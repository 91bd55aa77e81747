import type { Importer } from './importer.js';

/** By the word for it on the command line. Where a file could be of several kinds, the first that recognises it has it. */
export const importers = {} as const satisfies Readonly<Record<string, Importer>>;

export type ImportKind = keyof typeof importers;
