import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assertAbsent, readBytes, readIfThere, readStream, writeAtomically, writeNew } from '../../src/node/files.js';
import { temporaryDirectories } from '../temporary.js';

const directory = temporaryDirectories();
const isRoot = process.getuid?.() === 0;

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const refused = (code: string, text: string | RegExp): object =>
  expect.objectContaining({ name: 'PassportError', code, message: expect.stringMatching(text) });

describe('readBytes', () => {
  test('every byte of a file', async () => {
    const path = join(directory(), 'bytes');
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 31) & 0xff));
    writeFileSync(path, bytes);
    expect(Buffer.compare(await readBytes(path), bytes)).toBe(0);
  });

  test('an empty file', async () => {
    const path = join(directory(), 'empty');
    writeFileSync(path, '');
    expect(await readBytes(path)).toHaveLength(0);
  });

  test('says why it cannot, and names the file', async () => {
    const dir = directory();
    const file = join(dir, 'file');
    writeFileSync(file, 'text');
    await expect(readBytes(join(dir, 'none'))).rejects.toEqual(refused('ERR_READ', /none: there is no such file$/));
    await expect(readBytes(dir)).rejects.toEqual(refused('ERR_READ', /it is a directory$/));
    await expect(readBytes(join(file, 'x'))).rejects.toEqual(refused('ERR_READ', /not a directory$/));
  });

  test.skipIf(process.platform === 'win32')('waits for no named pipe, and reads those that are open', async () => {
    const pipe = join(directory(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    // A writer that comes after a while, so that what waits for one fails and does not hang the tests.
    const writer = spawn('sh', ['-c', 'sleep 3; printf late > "$0"', pipe], { stdio: 'ignore', detached: true });
    try {
      for (const read of [readBytes, readIfThere]) {
        await expect(read(pipe)).rejects.toEqual(refused('ERR_READ', /pipe: it is a named pipe/));
      }
    } finally {
      if (writer.pid !== undefined) process.kill(-writer.pid, 'SIGKILL');
    }
    expect(await readBytes('/dev/null')).toHaveLength(0);
    const module = JSON.stringify(new URL('../../dist/node/files.js', import.meta.url).href);
    const code = `const { readBytes } = await import(${module}); process.stdout.write(await readBytes(process.argv[1]));`;
    const script =
      '(sleep 0.2; printf text) | "$0" --input-type=module -e "$1" /dev/stdin; "$0" --input-type=module -e "$1" /dev/fd/9 9<<E\nmore\nE\n';
    expect(execFileSync('sh', ['-c', script, process.execPath, code], { encoding: 'utf8' })).toBe('textmore\n');
  });

  test('refuses a file that is too large before it fills the memory', async () => {
    const path = join(directory(), 'large');
    writeFileSync(path, '');
    truncateSync(path, (64 << 20) + 1);
    await expect(readBytes(path)).rejects.toEqual(refused('ERR_READ', /more than 64 MiB/));
    truncateSync(path, 64 << 20);
    expect(await readBytes(path)).toHaveLength(64 << 20);
  });
});

describe('readStream', () => {
  async function* chunks(count: number, size: number): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < count; i++) yield new Uint8Array(size).fill(i);
  }

  test('joins what comes', async () => {
    expect([...(await readStream(chunks(3, 2), 'standard input'))]).toEqual([0, 0, 1, 1, 2, 2]);
    expect(await readStream(chunks(0, 0), 'standard input')).toHaveLength(0);
  });

  test('stops at the limit', async () => {
    await expect(readStream(chunks(1000, 1 << 20), 'standard input')).rejects.toEqual(
      refused('ERR_READ', /standard input: it has more than 64 MiB/),
    );
  });
});

describe('writeAtomically', () => {
  test('makes a new file, with text or bytes', async () => {
    const dir = directory();
    await writeAtomically(join(dir, 'text'), 'grüße\n');
    await writeAtomically(join(dir, 'bytes'), Uint8Array.of(0, 255));
    expect(readFileSync(join(dir, 'text'), 'utf8')).toBe('grüße\n');
    expect([...readFileSync(join(dir, 'bytes'))]).toEqual([0, 255]);
    expect(readdirSync(dir).sort()).toEqual(['bytes', 'text']);
  });

  test('gives a new file the mode that the umask leaves', async () => {
    const path = join(directory(), 'new');
    await writeAtomically(path, 'text');
    expect(mode(path)).toBe((0o666 & ~process.umask()).toString(8));
  });

  test.each(['600', '640', '444', '664', '666', '755'])('keeps the mode %s of what it replaces', async (kept) => {
    const dir = directory();
    const path = join(dir, 'old');
    writeFileSync(path, 'old');
    chmodSync(path, kept);
    await writeAtomically(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(mode(path)).toBe(kept);
    expect(readdirSync(dir)).toEqual(['old']);
  });

  test('replaces: who has the old file open goes on reading the old one', async () => {
    const path = join(directory(), 'old');
    writeFileSync(path, 'old');
    const fd = openSync(path, 'r');
    await writeAtomically(path, 'new and longer');
    const buffer = Buffer.alloc(20);
    expect(buffer.toString('utf8', 0, readSync(fd, buffer))).toBe('old');
    closeSync(fd);
  });

  test('follows a link, and leaves it a link', async () => {
    const dir = directory();
    mkdirSync(join(dir, 'elsewhere'));
    const target = join(dir, 'elsewhere', 'target');
    writeFileSync(target, 'old');
    const link = join(dir, 'link');
    symlinkSync(relative(dir, target), link);
    await writeAtomically(link, 'new');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readlinkSync(link)).toBe(join('elsewhere', 'target'));
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(readdirSync(dir).sort()).toEqual(['elsewhere', 'link']);
    expect(readdirSync(join(dir, 'elsewhere'))).toEqual(['target']);
  });

  test('leaves nothing behind where it cannot write', async () => {
    const dir = directory();
    mkdirSync(join(dir, 'taken'));
    writeFileSync(join(dir, 'file'), 'text');
    await expect(writeAtomically(join(dir, 'none', 'out'), 'x')).rejects.toEqual(
      refused('ERR_WRITE', /its directory does not exist$/),
    );
    await expect(writeAtomically(join(dir, 'taken'), 'x')).rejects.toEqual(refused('ERR_WRITE', /it is a directory$/));
    await expect(writeAtomically(join(dir, 'file', 'out'), 'x')).rejects.toEqual(
      refused('ERR_WRITE', /not a directory$/),
    );
    expect(readdirSync(dir).sort()).toEqual(['file', 'taken']);
    expect(readdirSync(join(dir, 'taken'))).toEqual([]);
    expect(readFileSync(join(dir, 'file'), 'utf8')).toBe('text');
  });

  test('removes its temporary file and keeps the old one when writing fails half-way', async () => {
    const dir = directory();
    const path = join(dir, 'old');
    writeFileSync(path, 'old');
    // What is no bytes is only found out once the temporary file is there.
    const notBytes = { not: 'bytes' } as unknown as Uint8Array;
    await expect(writeAtomically(path, notBytes)).rejects.toEqual(refused('ERR_WRITE', /cannot write/));
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(dir)).toEqual(['old']);
  });

  test('a reader sees the old text or the new one, whole', async () => {
    const dir = directory();
    const path = join(dir, 'passport.json');
    const texts = ['a', 'b', 'c', 'd'].map((letter, i) => letter.repeat(400_000 + i * 1000));
    const whole = new Set(texts);
    await writeAtomically(path, texts[0] as string);
    let writing = true;
    let reads = 0;
    const read = async (): Promise<void> => {
      do {
        const text = await readFile(path, 'utf8');
        expect(whole.has(text), `${text.length} characters, of ${text[0]} to ${text.at(-1)}`).toBe(true);
        reads++;
      } while (writing);
    };
    const write = async (): Promise<void> => {
      for (let i = 0; i < 60; i++) await writeAtomically(path, texts[i % 4] as string);
      writing = false;
    };
    await Promise.all([read(), read(), read(), write()]);
    expect(reads).toBeGreaterThan(3);
    expect(readdirSync(dir)).toEqual(['passport.json']);
  });

  test('writers at the same time do not mix', async () => {
    const dir = directory();
    const path = join(dir, 'passport.json');
    const texts = Array.from({ length: 20 }, (_, i) => String.fromCharCode(97 + i).repeat(100_000 + i));
    await Promise.all(texts.map((text) => writeAtomically(path, text)));
    expect(texts).toContain(readFileSync(path, 'utf8'));
    expect(readdirSync(dir)).toEqual(['passport.json']);
  });
});

describe('writeNew', () => {
  test.each(['600', '644', '666'])('gives the mode %s, whatever the umask', async (wanted) => {
    const path = join(directory(), 'new');
    await writeNew(path, 'text', Number.parseInt(wanted, 8));
    expect(mode(path)).toBe(wanted);
    expect(readFileSync(path, 'utf8')).toBe('text');
  });

  test('never overwrites, not even through a link', async () => {
    const dir = directory();
    const path = join(dir, 'old');
    writeFileSync(path, 'old');
    symlinkSync(path, join(dir, 'link'));
    symlinkSync(join(dir, 'nowhere'), join(dir, 'dangling'));
    for (const name of ['old', 'link', 'dangling', '.']) {
      const code = 'ERR_EXISTS';
      await expect(writeNew(join(dir, name), 'new', 0o600), name).rejects.toMatchObject({ code });
      await expect(assertAbsent(join(dir, name)), name).rejects.toMatchObject({ code });
    }
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(existsSync(join(dir, 'nowhere'))).toBe(false);
    await expect(assertAbsent(join(dir, 'nowhere'))).resolves.toBeUndefined();
  });

  test('one of many at the same time wins', async () => {
    const path = join(directory(), 'new');
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => writeNew(path, `writer ${i}`, 0o600)),
    );
    const winners = results.flatMap(({ status }, i) => (status === 'fulfilled' ? [`writer ${i}`] : []));
    expect(winners).toEqual([readFileSync(path, 'utf8')]);
  });

  test('leaves nothing behind where it cannot write', async () => {
    const dir = directory();
    await expect(writeNew(join(dir, 'none', 'new'), 'x', 0o600)).rejects.toMatchObject({ code: 'ERR_WRITE' });
    await expect(writeNew(join(dir, 'new'), {} as unknown as string, 0o600)).rejects.toMatchObject({
      code: 'ERR_WRITE',
    });
    expect(readdirSync(dir)).toEqual([]);
  });
});

// Root writes where it likes.
test.skipIf(isRoot || process.platform === 'win32')(
  `a directory that is not ours to write${isRoot ? ' (skipped: root may write anywhere)' : ''}`,
  async () => {
    const dir = directory();
    mkdirSync(join(dir, 'closed'), { mode: 0o500 });
    for (const write of [writeAtomically, writeNew]) {
      await expect(write(join(dir, 'closed', 'out'), 'x', 0o600)).rejects.toEqual(
        refused('ERR_WRITE', /permission denied$/),
      );
    }
  },
);

test.skipIf(process.platform === 'win32')('a named pipe is written to, not replaced', async () => {
  const path = join(directory(), 'pipe');
  execFileSync('mkfifo', [path]);
  const read = readFile(path, 'utf8');
  await writeAtomically(path, 'through the pipe');
  expect(await read).toBe('through the pipe');
  expect(statSync(path).isFIFO()).toBe(true);
});
