import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { PassportError } from '../errors.js';
import { reasonOf, remedyOf, syncDirectory } from './files.js';
import { dirname } from 'node:path';

/**
 * A file that grows under another name, NAME.part, and gets its own when it is complete and flushed to disk: so that
 * it is absent, old or complete, and what there is of it can be gone on with.
 */
export class GrownFile {
  private readonly file: number;
  private readonly part: string;
  private size = 0;

  /** @throws PassportError ERR_WRITE */
  constructor(
    private readonly path: string,
    isToGoOn: boolean,
  ) {
    this.part = partOf(path);
    this.file = this.attempt(() => openSync(this.part, isToGoOn ? 'a+' : 'w+'));
  }

  /**
   * Reads what is there from the beginning, as long as somebody takes it, and drops the rest.
   * @param take given so many bytes as it has asked for; whether they are right
   * @param next how many bytes come next; undefined where nothing more is known
   */
  keep(next: () => number | undefined, take: (bytes: Uint8Array) => boolean): void {
    this.attempt(() => {
      for (let length = next(); length !== undefined; length = next()) {
        const bytes = new Uint8Array(length);
        let read = 0;
        for (let more = -1; more !== 0 && read < length; read += more) {
          more = readSync(this.file, bytes, read, length - read, this.size + read);
        }
        if (read < length || !take(bytes)) break;
        this.size += length;
      }
      ftruncateSync(this.file, this.size);
    });
  }

  /** @throws PassportError ERR_WRITE */
  write(bytes: Uint8Array): void {
    this.attempt(() => {
      for (let at = 0; at < bytes.length;) at += writeSync(this.file, bytes, at);
    });
    this.size += bytes.length;
  }

  /** Gives it its name. @throws PassportError ERR_WRITE */
  async complete(): Promise<void> {
    this.attempt(() => {
      fsyncSync(this.file);
      renameSync(this.part, this.path);
    });
    await syncDirectory(dirname(this.path));
  }

  close(): void {
    closeSync(this.file);
  }

  private attempt<T>(action: () => T): T {
    try {
      return action();
    } catch (cause) {
      throw new PassportError('ERR_WRITE', `cannot write ${this.path}: ${reasonOf(cause)}`, {
        hint: remedyOf(cause),
        cause,
        file: this.path,
      });
    }
  }
}

export function partOf(path: string): string {
  return `${path}.part`;
}
