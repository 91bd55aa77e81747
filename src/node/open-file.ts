import { close, fstat, fstatSync, lstat, open, read, readlink, realpath, type Stats, stat } from 'node:fs';
import { promisify } from 'node:util';

// What most runs need of files. The promises of node:fs take longer to be loaded than a passport to be verified.

export const statOf: (path: string) => Promise<Stats> = promisify(stat);
export const lstatOf: (path: string) => Promise<Stats> = promisify(lstat);
export const realPathOf: (path: string) => Promise<string> = promisify(realpath.native);
export const linkOf: (path: string) => Promise<string> = promisify(readlink);

const [opened, statOfOpen, readSome, closed] = [promisify(open), promisify(fstat), promisify(read), promisify(close)];

/** What is open under a number: something else is a terminal, a device or nothing. */
export function kindOfOpen(descriptor: number): 'file' | 'pipe' | 'other' {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() ? 'file' : stats.isFIFO() || stats.isSocket() ? 'pipe' : 'other';
  } catch {
    return 'other';
  }
}

/** A file that is read. @throws the errors of the system */
export class OpenFile {
  private constructor(private readonly descriptor: number) {}

  /** @param flags as `open` takes them */
  static async open(path: string, flags: string | number): Promise<OpenFile> {
    return new OpenFile(await opened(path, flags));
  }

  stat(): Promise<Stats> {
    return statOfOpen(this.descriptor);
  }

  /** Reads on, into the bytes of a buffer from an offset to its end. @returns how many there were, 0 at the end */
  async read(buffer: Uint8Array, offset = 0): Promise<number> {
    const { bytesRead } = await readSome(this.descriptor, buffer, offset, buffer.length - offset, null);
    return bytesRead;
  }

  close(): Promise<void> {
    return closed(this.descriptor);
  }
}
