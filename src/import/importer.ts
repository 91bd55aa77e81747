import type { Draft } from './draft.js';

/** A file as it was found: read, never run. Its text is untrusted. */
export interface ImportedFile {
  /** As it was named, relative to the source: it stands in comments and diagnostics. */
  readonly file: string;
  readonly text: string;
}

/** What one kind of file says about an artifact. */
export interface Importer {
  /** For the help: what the kind is, and which files it takes. */
  readonly describe: string;
  /** Names of files, in lower case, under which `init` looks for one; a folder may stand before them. */
  readonly names: readonly string[];
  /** Names, in lower case and without a folder, of files beside it that `init` gives it as well. */
  readonly besides?: readonly string[] | undefined;
  /** Whether such a file is of the kind, by what is in it: other kinds may have the same name. Never throws. */
  recognises(file: ImportedFile): boolean;
  /**
   * The draft. Pure: no file but those given, no network, nothing run.
   * @param files the one that was named, then those beside it that the kind can use as well
   * @param chosen which one is meant, by its id, where a file has several or does not say its own
   * @throws PassportError ERR_INVALID_IMPORT with diagnostics, where the file cannot be read as what it is to be
   */
  read(files: readonly [ImportedFile, ...ImportedFile[]], chosen?: string): Draft;
}
