import { writeFile } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { linkOf, realPathOf } from './open-file.js';

// As many links as Linux follows.
const MAX_LINKS = 40;

/**
 * The open file of this process that a path such as /dev/stdout or /dev/fd/3 names; undefined for other paths. Whatever
 * it was redirected to is no file to be replaced: others write there, too.
 */
export async function descriptorOf(path: string): Promise<number | undefined> {
  let at = resolve(path);
  for (let links = 0; links < MAX_LINKS; links++) {
    const folder = await realPathOf(dirname(at)).catch(() => undefined);
    if (folder === undefined) return undefined;
    const [, process_] = /^(?:\/dev\/fd|\/proc\/(\d+)(?:\/task\/\d+)?\/fd)$/.exec(folder) ?? [undefined, '-'];
    const name = basename(at);
    if ((process_ === undefined || process_ === String(process.pid)) && /^\d{1,6}$/.test(name)) return Number(name);
    const target = await linkOf(join(folder, name)).catch(() => undefined);
    if (target === undefined) return undefined;
    at = resolve(folder, target);
  }
  return undefined;
}

/** Writes to an open file where the last write to it ended. @throws the error of the system */
export async function writeDescriptor(descriptor: number, bytes: Uint8Array | string): Promise<void> {
  const stream = descriptor === 1 ? process.stdout : descriptor === 2 ? process.stderr : undefined;
  if (!stream) return promisify(writeFile)(descriptor, bytes);
  // The streams know how to wait for a reader.
  await new Promise<void>((done, fail) => {
    // A reader that has gone away has seen enough.
    stream.write(bytes, (error) => (error && (error as NodeJS.ErrnoException).code !== 'EPIPE' ? fail(error) : done()));
  });
}
