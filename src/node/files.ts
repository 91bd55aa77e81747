import { constants, type Stats } from 'node:fs';
import { appendFile, type FileHandle, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PassportError } from '../errors.js';
import { descriptorOf, writeDescriptor } from './descriptors.js';
import { linkOf, lstatOf, OpenFile, realPathOf, statOf } from './open-file.js';

// A passport of 200 long capabilities has half a megabyte; a limit keeps a wrong file name from filling the memory.
const MAX_BYTES = 64 << 20;
const CHUNK = 64 << 10;

/**
 * The bytes of a file. Nobody is waited for to open a pipe from the other side; one of our own (`/dev/stdin`,
 * `/dev/fd/N`) is open already.
 * @param limit how many there may be
 * @throws PassportError ERR_READ
 */
export async function readBytes(path: string, limit = MAX_BYTES): Promise<Uint8Array> {
  let file: OpenFile;
  try {
    file = await OpenFile.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if ((await file.stat()).isFIFO()) {
      await file.close();
      if ((await descriptorOf(path)) === undefined) throw namedPipe(path);
      file = await OpenFile.open(path, 'r');
    }
  } catch (cause) {
    throw cause instanceof PassportError ? cause : readError(path, cause);
  }
  return readOpen(file, path, limit);
}

/** The same; undefined where there is no such file. @throws PassportError ERR_READ */
export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readBytes(path);
  } catch (error) {
    if (((error as PassportError).cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The bytes of an open file, which is closed. @throws PassportError ERR_READ */
export async function readOpen(file: OpenFile, path: string, limit = MAX_BYTES): Promise<Uint8Array> {
  try {
    return await readStream(chunksOf(file), path, limit);
  } finally {
    await file.close();
  }
}

/** What a stream of the file would give, without the making of one. */
async function* chunksOf(file: OpenFile): AsyncGenerator<Uint8Array> {
  for (;;) {
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    const bytesRead = await file.read(buffer);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** All bytes of a stream. @throws PassportError ERR_READ */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  limit = MAX_BYTES,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > limit) throw tooLarge(name, limit);
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof PassportError ? cause : readError(name, cause);
  }
  return Buffer.concat(chunks);
}

export async function exists(path: string): Promise<boolean> {
  return (await statOf(path).catch(() => undefined)) !== undefined;
}

export async function isRegularFile(path: string): Promise<boolean> {
  return (await statOf(path).catch(() => undefined))?.isFile() === true;
}

/** One name for all the names of a file, by whatever links, which need not be there yet. */
export async function oneName(path: string): Promise<string> {
  const real = await realPathOf(path).catch(() => undefined);
  if (real !== undefined) return real;
  const target = resolve(await linkTarget(path));
  const folder = await realPathOf(dirname(target)).catch(() => dirname(target));
  return join(folder, basename(target));
}

/** Whether two paths name one existing file, by whatever links. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((path) => statOf(path).catch(() => undefined)));
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino;
}

/**
 * Writes a file whole or not at all: into a new file beside it, flushed to disk, then renamed over it.
 * A link is followed; what is not a regular file (a terminal, a pipe), or is open (/dev/stdout), is written to as it is.
 * @param newMode of a file that is not there yet, before the umask
 * @throws PassportError ERR_WRITE
 */
export async function writeAtomically(path: string, bytes: Uint8Array | string, newMode = 0o666): Promise<void> {
  try {
    const descriptor = await descriptorOf(path);
    if (descriptor !== undefined) {
      await writeDescriptor(descriptor, bytes);
      return;
    }
    const existing = await statOrNothing(path);
    if (existing && !existing.isFile()) {
      if (existing.isDirectory())
        throw new PassportError('ERR_WRITE', `cannot write ${path}: it is a directory`, { file: path });
      await writeInto(await open(path, 'w'), bytes, false);
      return;
    }
    const target = existing ? await realPathOf(path) : await linkTarget(path);
    // Takes as long to be loaded as a file to be read and checked, which is all that most runs do.
    const { randomBytes } = await import('node:crypto');
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      // The mode of what is replaced is kept, whatever the umask: a file made readable for a server stays so.
      const mode = existing && existing.mode & 0o777;
      const file = await open(temporary, 'wx', mode ?? newMode);
      await writeInto(file, bytes, true, mode);
      await rename(temporary, target);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    await syncDirectory(dirname(target));
  } catch (cause) {
    throw cause instanceof PassportError ? cause : writeError(path, cause);
  }
}

/**
 * Writes a new file that nobody else can have put there: exclusive, no link followed, flushed to disk.
 * @param mode such as 0o600, whatever the umask
 * @throws PassportError ERR_EXISTS, ERR_WRITE
 */
export async function writeNew(path: string, bytes: Uint8Array | string, mode: number): Promise<void> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
  try {
    const file = await open(path, flags, mode);
    try {
      await writeInto(file, bytes, true, mode);
    } catch (error) {
      await unlink(path).catch(() => undefined);
      throw error;
    }
    await syncDirectory(dirname(path));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw existsError(path);
    throw writeError(path, cause);
  }
}

/**
 * Refuses a file that everybody on the machine can write, where what it says decides what is trusted. What is not
 * there, and a pipe or descriptor, is nobody's to refuse here.
 * @throws PassportError ERR_UNSAFE_FILE
 */
export async function assertNotEverybodys(path: string, what: string): Promise<void> {
  const found = await statOf(path).catch(() => undefined);
  // Windows has no such modes, and says 0666 of every file.
  if (!found?.isFile() || (found.mode & 0o002) === 0 || process.platform === 'win32') return;
  throw new PassportError('ERR_UNSAFE_FILE', `the ${what} ${path} is refused: everybody on this machine can write it`, {
    hint: `look at what is in it, then chmod o-w ${path}`,
    file: path,
  });
}

/** Adds to the end of a file, which others add to as well. @throws PassportError ERR_WRITE */
export async function append(path: string, text: string): Promise<void> {
  try {
    await appendFile(path, text);
  } catch (cause) {
    throw writeError(path, cause);
  }
}

/** Refuses early what `writeNew` would refuse. @throws PassportError ERR_EXISTS */
export async function assertAbsent(path: string): Promise<void> {
  const found = await lstatOf(path).catch(() => undefined);
  if (found) throw existsError(path);
}

export async function remove(path: string): Promise<void> {
  await unlink(path);
}

async function writeInto(
  file: FileHandle,
  bytes: Uint8Array | string,
  flush: boolean,
  mode?: number | undefined,
): Promise<void> {
  try {
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(bytes);
    if (flush) await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename lasts only once its directory is on disk; where directories cannot be opened there is nothing to do. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => undefined);
  await directory?.sync().catch(() => undefined);
  await directory?.close();
}

/** Where a dangling link points; the path itself where it is none. */
async function linkTarget(path: string): Promise<string> {
  const link = await linkOf(path).catch(() => undefined);
  return link === undefined ? path : resolve(dirname(path), link);
}

async function statOrNothing(path: string): Promise<Stats | undefined> {
  try {
    return await statOf(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a directory',
  EEXIST: 'something of that name is there already',
  ENOTDIR: 'a part of the path is not a directory',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  ELOOP: 'it is a symbolic link',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
};

export function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
}

/** What is to be done first, where that is known. */
export function remedyOf(cause: unknown): string | undefined {
  return (cause as NodeJS.ErrnoException).code === 'ENOSPC' ? 'make room on it first' : undefined;
}

function readError(path: string, cause: unknown): PassportError {
  return new PassportError('ERR_READ', `cannot read ${path}: ${reasonOf(cause)}`, { cause, file: path });
}

function writeError(path: string, cause: unknown): PassportError {
  const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
  return new PassportError(
    'ERR_WRITE',
    `cannot write ${path}: ${missing ? 'its directory does not exist' : reasonOf(cause)}`,
    { cause, file: path },
  );
}

function existsError(path: string): PassportError {
  return new PassportError('ERR_EXISTS', `${path} exists and is not overwritten`, {
    hint: 'choose another name, or move it away first',
  });
}

function namedPipe(path: string): PassportError {
  return new PassportError('ERR_READ', `cannot read ${path}: it is a named pipe, which nobody may ever write to`, {
    hint: 'give a pipe as a descriptor: /dev/fd/N, or <(command) in a shell that has it',
    file: path,
  });
}

function tooLarge(path: string, limit: number): PassportError {
  return new PassportError('ERR_READ', `cannot read ${path}: it has more than ${limit >> 20} MiB`, {
    hint: 'is it the right file?',
    file: path,
  });
}
