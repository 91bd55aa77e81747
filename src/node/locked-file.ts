import { constants } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { open, realpath, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { PassportError } from '../errors.js';
import { assertNotEverybodys, readIfThere, reasonOf, writeAtomically } from './files.js';

const PATIENCE = 10_000;
const PAUSE = 25;
/** More bytes than a lock has. */
const LONGEST = 1024;

/** What a run makes of a file: its result, and the new text, if it is another. */
export interface FileUse<T> {
  readonly result: T;
  readonly text?: string | undefined;
}

/**
 * Lets one run at a time read a file and write it anew, whole or not at all. A second run waits for the first, so that
 * neither undoes what the other did; the lock of a run that was killed is removed.
 * @param use is given the bytes; undefined where there is no file yet
 * @param newMode of a file that is not there yet, such as 0o600
 * @throws PassportError ERR_READ, ERR_WRITE, ERR_UNSAFE_FILE, ERR_USAGE for `-`
 */
export async function updateFile<T>(
  path: string,
  newMode: number,
  use: (bytes: Uint8Array | undefined) => Promise<FileUse<T>>,
): Promise<T> {
  if (path === '-') {
    throw new PassportError('ERR_USAGE', 'a file that is read and written anew cannot be standard input', {
      hint: 'give the name of a file; one that is called - is ./-',
    });
  }
  const { isOurs, unlock } = await lock(`${await realPath(path)}.lock`, path);
  try {
    // What a run goes on from must not be for everybody to write.
    await assertNotEverybodys(path, 'file');
    const { result, text } = await use(await readIfThere(path));
    if (text !== undefined) {
      if (!(await isOurs())) {
        throw new PassportError('ERR_WRITE', `${path} is not written: its lock was removed by somebody else`, {
          hint: 'run it again, when no other run uses the file',
        });
      }
      await writeAtomically(path, text, newMode);
    }
    return result;
  } finally {
    await unlock();
  }
}

/** The same for all links to a file, whether it is there or not. */
async function realPath(path: string): Promise<string> {
  const there = await realpath(path).catch(() => undefined);
  if (there !== undefined) return there;
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return join(folder, basename(path));
}

interface Lock {
  /** Whether it is still there, and ours. */
  readonly isOurs: () => Promise<boolean>;
  readonly unlock: () => Promise<void>;
}

async function lock(name: string, path: string): Promise<Lock> {
  // The second line is of this lock alone: another one of ours is told from it.
  const owner = `${process.pid} ${hostname()}\n${process.hrtime.bigint()}\n`;
  for (let waited = 0; ; waited += PAUSE) {
    if (await create(name, owner, path)) {
      const isOurs = async (): Promise<boolean> => (await readLock(name, path))?.text === owner;
      return { isOurs, unlock: async () => ((await isOurs()) ? unlink(name).catch(() => undefined) : undefined) };
    }
    if (await isLeftBehind(name, path)) await removeLeftBehind(name, path);
    if (waited >= PATIENCE) {
      throw new PassportError('ERR_WRITE', `${path} is in use by another run`, {
        hint: `wait for it; if there is none, remove ${name}, and ${breakerOf(name)} if it is there`,
      });
    }
    await pause(PAUSE);
  }
}

/** Whether it was not there, and now is. */
async function create(name: string, text: string, path: string): Promise<boolean> {
  try {
    const file = await open(name, 'wx', 0o600);
    await file.writeFile(text).finally(() => file.close());
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new PassportError('ERR_WRITE', `cannot lock ${path}: ${reasonOf(cause)}`, { cause });
  }
}

/**
 * Between a look at a lock and its removal another run can remove it and take its own, which would then be removed. So
 * there is a lock on removing, under which it is looked at again. A run killed just there leaves that one behind, and
 * then it is for people to remove it: to wait for nothing is better than to lose what another run has written.
 */
async function removeLeftBehind(name: string, path: string): Promise<void> {
  const breaker = breakerOf(name);
  if (!(await create(breaker, '', path))) return;
  try {
    if (await isLeftBehind(name, path)) await unlink(name).catch(() => undefined);
  } finally {
    await unlink(breaker).catch(() => undefined);
  }
}

function breakerOf(name: string): string {
  return `${name}.removing`;
}

/** Of a process of this machine that is there no more. One that has not yet said whose it is gets a second for that. */
async function isLeftBehind(name: string, path: string): Promise<boolean> {
  const found = await readLock(name, path);
  if (!found) return false;
  const [, pid, host] = /^(\d+) (.*)\n/.exec(found.text) ?? [];
  if (pid === undefined) return Date.now() - found.changed > 1000;
  return host === hostname() && !isRunning(Number(pid));
}

/** Its text; undefined where it is not there any more. Nothing is waited for: a pipe in its place is refused. */
async function readLock(name: string, path: string): Promise<{ text: string; changed: number } | undefined> {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const file = await open(name, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ELOOP') throw noLock(name, path);
    return undefined;
  });
  if (!file) return undefined;
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw noLock(name, path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, 0);
    return { text: buffer.toString('utf8', 0, bytesRead), changed: stats.mtimeMs };
  } finally {
    await file.close();
  }
}

function noLock(name: string, path: string): PassportError {
  return new PassportError('ERR_WRITE', `cannot lock ${path}: ${name} is there and is no lock`, {
    hint: 'look at what it is, and move it away',
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
