import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { open, readFile, realpath, stat, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { PassportError } from '../errors.js';
import { readIfThere, reasonOf, writeAtomically } from './files.js';

const PATIENCE = 10_000;
const PAUSE = 25;

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
 * @throws PassportError ERR_READ, ERR_WRITE
 */
export async function updateFile<T>(
  path: string,
  newMode: number,
  use: (bytes: Uint8Array | undefined) => Promise<FileUse<T>>,
): Promise<T> {
  const unlock = await lock(`${await realPath(path)}.lock`, path);
  try {
    const { result, text } = await use(await readIfThere(path));
    if (text !== undefined) await writeAtomically(path, text, newMode);
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

async function lock(name: string, path: string): Promise<() => Promise<void>> {
  const owner = `${process.pid} ${hostname()}\n`;
  for (let waited = 0; ; waited += PAUSE) {
    try {
      const file = await open(name, 'wx', 0o600);
      await file.writeFile(owner).finally(() => file.close());
      return () => unlink(name).catch(() => undefined);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new PassportError('ERR_WRITE', `cannot lock ${path}: ${reasonOf(cause)}`, { cause });
      }
    }
    if (await isLeftBehind(name)) await unlink(name).catch(() => undefined);
    if (waited >= PATIENCE) {
      throw new PassportError('ERR_WRITE', `${path} is in use by another run`, {
        hint: `wait for it; if there is none, remove ${name}`,
      });
    }
    await pause(PAUSE);
  }
}

/** Of a process of this machine that is there no more. One that has not yet said whose it is gets a second for that. */
async function isLeftBehind(name: string): Promise<boolean> {
  const [text, found] = await Promise.all([
    readFile(name, 'utf8').catch(() => undefined),
    stat(name).catch(() => undefined),
  ]);
  if (text === undefined || found === undefined) return false;
  const [, pid, host] = /^(\d+) (.*)\n$/.exec(text) ?? [];
  if (pid === undefined) return Date.now() - found.mtimeMs > 1000;
  return host === hostname() && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
