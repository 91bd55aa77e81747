import { PassportError } from '../errors.js';
import type { Draft } from './draft.js';
import type { ImportedFile, Importer } from './importer.js';
import { type ImportKind, importers } from './importers.js';

/**
 * What files that were written for others say of an artifact, each value with where it was found: `draftText` writes it
 * as a source. No file is read but those given, and nothing is run.
 * @param files the one that the kind is about, then those beside it that it can use as well
 * @param chosen which one is meant, by its id, where a file has several or does not say its own
 * @throws PassportError ERR_INVALID_IMPORT with diagnostics; ERR_USAGE for a kind that there is not
 */
export function importDraft(
  kind: ImportKind,
  files: readonly [ImportedFile, ...ImportedFile[]],
  chosen?: string,
): Draft {
  if (!Object.hasOwn(importers, kind)) {
    throw new PassportError('ERR_USAGE', `there is no kind of files called ${JSON.stringify(kind)}`, {
      hint: `it is one of ${Object.keys(importers).join(', ')}`,
    });
  }
  const importer: Importer = importers[kind];
  return importer.read(files, chosen);
}

/** The kind that a file is of, by its name and what is in it; undefined where no importer knows it. */
export function kindOf(imported: ImportedFile): ImportKind | undefined {
  return (Object.keys(importers) as ImportKind[]).find((kind) => importers[kind].recognises(imported));
}
