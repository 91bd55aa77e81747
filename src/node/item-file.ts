import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { PassportError } from '../errors.js';
import { reasonOf } from './files.js';

/**
 * The bytes of a file that is one of very many: read in one go, by a thread that has nothing else to do meanwhile.
 * @param longest how many there may be; one more is read of a longer one, so that it is refused by its length
 * @throws PassportError ERR_READ
 */
export function readItemFile(path: string, longest: number): Uint8Array<ArrayBuffer> {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error(stats.isDirectory() ? 'it is a directory' : 'it is no regular file');
    const bytes = new Uint8Array(Math.min(stats.size, longest) + 1);
    let size = 0;
    for (let read = -1; read !== 0 && size < bytes.length; size += read) {
      read = readSync(file, bytes, size, bytes.length - size, null);
    }
    return bytes.subarray(0, size);
  } catch (cause) {
    throw new PassportError('ERR_READ', `cannot read ${path}: ${reasonOf(cause)}`, { cause, file: path });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The same; undefined where there is no such file. @throws PassportError ERR_READ */
export function readItemFileIfThere(path: string, longest: number): Uint8Array<ArrayBuffer> | undefined {
  try {
    return readItemFile(path, longest);
  } catch (error) {
    if (((error as PassportError).cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
