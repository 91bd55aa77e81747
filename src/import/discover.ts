import { PassportError } from '../errors.js';
import type { ImportedFile, Importer } from './importer.js';
import { importers } from './importers.js';
import type { KindDraft } from './merge.js';

type Importers = Readonly<Record<string, Importer>>;

/** Names of files, in lower case, that are worth looking for in a folder: whatever any kind can be read from. */
export function namesToRead(known: Importers = importers): string[] {
  return [...new Set(Object.values(known).flatMap(({ names, besides = [] }) => [...names, ...besides]))];
}

/** The same beside a source that is there: a passport in that place was made from the source, and says nothing new. */
export function namesBesideSource(): string[] {
  const { passport: _, ...others } = importers;
  return namesToRead(others);
}

export interface ReadDrafts {
  readonly drafts: ReadonlyArray<KindDraft & { readonly file: string }>;
  /** What looked like a kind, and could not be read as it. */
  readonly refused: readonly PassportError[];
  /** Files of which no kind made anything. */
  readonly unused: readonly string[];
}

/**
 * What files say that lie beside each other: each that is of a kind, with those of the others that this kind can use.
 * One that is broken keeps none of the others from being read.
 */
export function readDrafts(files: readonly ImportedFile[], known: Importers = importers): ReadDrafts {
  const drafts: Array<KindDraft & { file: string }> = [];
  const refused: PassportError[] = [];
  const kinds = new Map(files.map((file) => [file, recognisedAs(file, known)]));
  const used = new Set(files.filter((file) => kinds.get(file) !== undefined));
  for (const [file, kind] of kinds) {
    if (kind === undefined) continue;
    const importer = known[kind] as Importer;
    try {
      const others = usable(
        importer,
        file,
        [...files].filter((other) => other !== file && isOffered(importer, other, kinds)),
      );
      for (const other of others) used.add(other);
      drafts.push({ kind, draft: importer.read([file, ...others]), file: file.file });
    } catch (error) {
      if (!(error instanceof PassportError)) throw error;
      refused.push(error);
    }
  }
  return { drafts, refused, unused: files.filter((file) => !used.has(file)).map(({ file }) => file) };
}

function recognisedAs(file: ImportedFile, known: Importers): string | undefined {
  return Object.entries(known).find(([, importer]) => importer.recognises(file))?.[0];
}

/** By its name; and one that was named by somebody, and that no kind knows, is hardly for nothing. */
function isOffered(
  { besides = [] }: Importer,
  file: ImportedFile,
  kinds: ReadonlyMap<ImportedFile, string | undefined>,
): boolean {
  if (besides.length === 0) return false;
  return kinds.get(file) === undefined || besides.includes(baseName(file.file));
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).toLowerCase();
}

/** Those with which the file can be read: a name does not say what is in them. */
function usable(importer: Importer, file: ImportedFile, others: readonly ImportedFile[]): readonly ImportedFile[] {
  const isReadWith = (more: readonly ImportedFile[]): boolean => {
    try {
      importer.read([file, ...more]);
      return true;
    } catch (error) {
      if (error instanceof PassportError) return false;
      throw error;
    }
  };
  if (others.length === 0 || isReadWith(others)) return others;
  return others.filter((other) => isReadWith([other]));
}
