import { readdir } from 'node:fs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { matchGlob } from '../../src/node/globs.js';
import { temporaryFolder } from '../cli/run.js';

const folder = temporaryFolder();
for (const name of ['open', 'closed', 'gone', 'node_modules']) {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'a.yaml'), '');
}

/** A file system in which some folders cannot be read. */
const troubled = ((path: string, options: never, done: (error: unknown, entries?: unknown) => void) => {
  const code = /closed\/?$/.test(path)
    ? 'EACCES'
    : /gone\/?$/.test(path)
      ? 'ENOENT'
      : /modules\/?$/.test(path)
        ? 'EIO'
        : undefined;
  if (code === undefined) readdir(path, options, done);
  else done(Object.assign(new Error(`${code}: it failed`), { code }));
}) as unknown as typeof readdir;

test('a glob tells which folders it could not look into', async () => {
  expect(await matchGlob('**/*.yaml', folder, troubled)).toEqual({
    paths: ['open/a.yaml'],
    unreadable: [{ path: 'closed', reason: 'permission denied' }],
  });
  expect(await matchGlob('{open,no}/*.yaml', folder, troubled)).toEqual({ paths: ['open/a.yaml'], unreadable: [] });
  expect(await matchGlob('no/*.yaml', folder)).toEqual({ paths: [], unreadable: [] });
  expect((await matchGlob('**/*.yaml', folder)).paths).toEqual(['closed/a.yaml', 'gone/a.yaml', 'open/a.yaml']);
});
