import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { updateFile } from '../../src/node/locked-file.js';

const folder = mkdtempSync(join(tmpdir(), 'passport-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
/** Of a process that is there no more. */
const deadOwner = `999999999 ${hostname()}\n`;

const add = (path: string): Promise<void> =>
  updateFile(path, 0o600, async (bytes) => {
    const count = Number(Buffer.from(bytes ?? new Uint8Array()).toString() || '0');
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
    return { result: undefined, text: String(count + 1) };
  });

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe('updateFile', () => {
  test('loses nothing where several find the same lock left behind', async () => {
    for (let round = 0; round < 25; round++) {
      const path = at(`race-${round}`);
      writeFileSync(`${path}.lock`, deadOwner);
      // Begun a little apart, so that one takes the lock that another is about to remove.
      await Promise.all(Array.from({ length: 8 }, (_, i) => turns(i * 3).then(() => add(path))));
      expect(readFileSync(path, 'utf8'), `round ${round}`).toBe('8');
    }
    expect(readdirSync(folder).filter((name) => name.includes('.lock'))).toEqual([]);
  }, 60_000);

  test('takes - for no name of a file', async () => {
    const use = (): Promise<never> => Promise.reject(new Error('it was used'));
    await expect(updateFile('-', 0o600, use)).rejects.toMatchObject({ code: 'ERR_USAGE' });
    expect(existsSync('-.lock')).toBe(false);
  });

  test('writes nothing once its lock is another run’s, and leaves that one alone', async () => {
    const path = at('taken');
    const theirs = `${process.pid} ${hostname()}\nsomebody else\n`;
    await expect(
      updateFile(path, 0o600, () => {
        writeFileSync(`${path}.lock`, theirs);
        return Promise.resolve({ result: undefined, text: 'mine' });
      }),
    ).rejects.toMatchObject({ code: 'ERR_WRITE' });
    expect(existsSync(path)).toBe(false);
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(theirs);
  });

  test.skipIf(process.platform === 'win32')('does not wait for a pipe in the place of the lock', async () => {
    const path = at('piped');
    expect(spawnSync('mkfifo', [`${path}.lock`]).status).toBe(0);
    // What hangs in opening a pipe is let go by a writer.
    const writer = spawn('sh', ['-c', 'sleep 5; : > "$1"', 'sh', `${path}.lock`], { stdio: 'ignore' });
    const began = Date.now();
    await expect(add(path)).rejects.toMatchObject({ code: 'ERR_WRITE' });
    expect(Date.now() - began).toBeLessThan(4000);
    writer.kill();
  });
});
