import { PassportError } from '../errors.js';
import type { ImportedFile, Importer } from './importer.js';
import { importers } from './importers.js';
import type { KindDraft } from './merge.js';

type Importers = Readonly<Record<string, Importer>>;

/** Names of files, in lower case, that are worth looking for in a folder: whatever any kind can be read from. */
export function namesToRead(known: Importers = importers): string[] {
  return [...new Set(Object.values(known).flatMap(({ names }) => names))];
}

/** The word for the kind of a file, by what is in it; undefined where no kind knows it. */
export function kindOf(file: ImportedFile, known: Importers = importers): string | undefined {
  return Object.entries(known).find(([, { recognises }]) => recognises(file))?.[0];
}

export interface ReadDrafts {
  readonly drafts: ReadonlyArray<KindDraft & { readonly file: string }>;
  /** What looked like a kind, and could not be read as it. */
  readonly refused: readonly PassportError[];
}

/**
 * What files say that lie beside each other: each that is of a kind, with the others for whatever that kind can use.
 * One that is broken keeps none of the others from being read.
 */
export function readDrafts(files: readonly ImportedFile[], known: Importers = importers): ReadDrafts {
  const drafts: Array<KindDraft & { file: string }> = [];
  const refused: PassportError[] = [];
  for (const file of files) {
    const kind = kindOf(file, known);
    if (kind === undefined) continue;
    try {
      const draft = (known[kind] as Importer).read([file, ...files.filter((other) => other !== file)]);
      drafts.push({ kind, draft, file: file.file });
    } catch (error) {
      if (!(error instanceof PassportError)) throw error;
      refused.push(error);
    }
  }
  return { drafts, refused };
}
