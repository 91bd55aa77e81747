import { closeSync, mkdirSync, openSync, renameSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassportError } from '../errors.js';
import { reasonOf, remedyOf } from './files.js';

/**
 * A folder of very many files, each of which is absent, old or complete whenever the program is killed: it is written
 * beside and renamed. Nothing is flushed file by file, which would take ten times as long as all the rest; a file that
 * a power failure has damaged is found by its check in the journal.
 */
export class DocumentTree {
  private readonly made = new Set<string>();
  private readonly beside: string;
  private count = 0;

  /**
   * @param name of the run among those that may write to the folder at the same time
   * @throws PassportError ERR_WRITE
   */
  constructor(
    readonly folder: string,
    name: string,
  ) {
    this.beside = join(folder, `.passport-${name}.tmp`);
    makeFolder(folder);
    attempt(folder, () => {
      // Of a run that was killed.
      rmSync(this.beside, { recursive: true, force: true });
      mkdirSync(this.beside);
    });
  }

  /** @param path of our own making: folders and a file below this one @throws PassportError ERR_WRITE */
  write(path: string, bytes: Uint8Array): void {
    const target = join(this.folder, path);
    const temporary = join(this.beside, String(this.count++));
    attempt(target, () => {
      try {
        const file = openSync(temporary, 'wx');
        try {
          for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
        } finally {
          closeSync(file);
        }
        const folder = dirname(target);
        if (!this.made.has(folder)) mkdirSync(folder, { recursive: true });
        this.made.add(folder);
        renameSync(temporary, target);
      } catch (error) {
        removeIfThere(temporary);
        throw error;
      }
    });
  }

  close(): void {
    rmSync(this.beside, { recursive: true, force: true });
  }
}

/** With those above it, where it is not there yet. @throws PassportError ERR_WRITE */
export function makeFolder(path: string): void {
  attempt(path, () => mkdirSync(path, { recursive: true }));
}

function attempt(path: string, action: () => void): void {
  try {
    action();
  } catch (cause) {
    throw new PassportError('ERR_WRITE', `cannot write ${path}: ${reasonOf(cause)}`, {
      hint: remedyOf(cause),
      cause,
      file: path,
    });
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made.
  }
}
