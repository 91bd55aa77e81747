import { constants } from 'node:fs';
import { PassportError } from '../errors.js';
import { descriptorOf, readDescriptor } from './descriptor.js';
import { reasonOf } from './files.js';
import { OpenFile } from './open-file.js';

// Of keys and passphrases; the largest is a set of public keys.
const LIMITS = { bytes: 64 << 10, milliseconds: 60_000 };

/** The bytes of a file, and what makes it no place for a secret, if anything does. */
export interface PrivateFile {
  readonly bytes: Uint8Array;
  readonly unsafe: PassportError | undefined;
}

/**
 * A file that should be nobody else's to read or to have put there: no link, ours or root's, mode 0600 or stricter.
 * Descriptors (`/dev/fd/N`, `/dev/stdin`) are read as they are. Nothing is waited for: other pipes are refused.
 * @param what it is, such as `secret key`
 * @param followsLinks a link is refused at once unless asked for; then it is followed, and said to be unsafe
 * @throws PassportError ERR_READ, ERR_UNSAFE_KEY_FILE for a link
 */
export async function readPrivateFile(path: string, what: string, followsLinks = false): Promise<PrivateFile> {
  const descriptor = descriptorOf(path);
  if (descriptor !== undefined) return { bytes: await readDescriptor(descriptor, LIMITS), unsafe: undefined };
  let link: PassportError | undefined;
  const file = await openRegular(path, constants.O_NOFOLLOW ?? 0).catch((error: PassportError) => {
    if ((error.cause as NodeJS.ErrnoException | undefined)?.code !== 'ELOOP') throw error;
    link = unsafe(what, path, 'it is a symbolic link', 'name the file itself');
    if (!followsLinks) throw link;
    return openRegular(path, 0);
  });
  try {
    const { mode, uid } = await file.stat();
    const bytes = await readAll(file, path);
    if (link) return { bytes, unsafe: link };
    // Windows has no such modes.
    const own = process.getuid?.();
    if (own === undefined) return { bytes, unsafe: undefined };
    if (uid !== own && uid !== 0) {
      return { bytes, unsafe: unsafe(what, path, 'it belongs to another user', 'copy it into a file of your own') };
    }
    if ((mode & 0o077) === 0) return { bytes, unsafe: undefined };
    const shown = (mode & 0o777).toString(8).padStart(4, '0');
    return { bytes, unsafe: unsafe(what, path, `others can read or change it (mode ${shown})`, `chmod 600 ${path}`) };
  } finally {
    await file.close();
  }
}

/** The same for what is no secret: links are followed, and modes are nobody's business. @throws PassportError ERR_READ */
export async function readSmallFile(path: string): Promise<Uint8Array> {
  const descriptor = descriptorOf(path);
  if (descriptor !== undefined) return readDescriptor(descriptor, LIMITS);
  const file = await openRegular(path, 0);
  try {
    return await readAll(file, path);
  } finally {
    await file.close();
  }
}

/** Opened without waiting for whoever may write: a pipe would otherwise hang the program before it can be looked at. */
async function openRegular(path: string, flags: number): Promise<OpenFile> {
  let file: OpenFile;
  try {
    file = await OpenFile.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags);
  } catch (cause) {
    throw new PassportError('ERR_READ', `cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
  const stats = await file.stat();
  if (stats.isFile()) return file;
  await file.close();
  if (stats.isDirectory()) throw new PassportError('ERR_READ', `cannot read ${path}: it is a directory`);
  throw new PassportError('ERR_READ', `cannot read ${path}: it is no regular file, and might never end`, {
    hint: 'give a pipe as a descriptor: /dev/fd/N, or <(command) in a shell that has it',
  });
}

async function readAll(file: OpenFile, path: string): Promise<Uint8Array> {
  const buffer = Buffer.alloc(LIMITS.bytes + 1);
  let size = 0;
  for (;;) {
    const bytesRead = await file.read(buffer, size).catch((cause: unknown) => {
      throw new PassportError('ERR_READ', `cannot read ${path}: ${reasonOf(cause)}`, { cause });
    });
    if (bytesRead === 0) return buffer.subarray(0, size);
    size += bytesRead;
    if (size > LIMITS.bytes) {
      throw new PassportError('ERR_READ', `cannot read ${path}: it has more than ${LIMITS.bytes >> 10} KiB`, {
        hint: 'is it the right file?',
      });
    }
  }
}

function unsafe(what: string, path: string, why: string, hint: string): PassportError {
  return new PassportError('ERR_UNSAFE_KEY_FILE', `the ${what} ${path} is refused: ${why}`, { hint });
}
