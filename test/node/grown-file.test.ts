import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GrownFile, partOf } from '../../src/node/grown-file.js';
import { temporaryDirectories } from '../temporary.js';

const temporary = temporaryDirectories();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (path: string): string => readFileSync(path, 'utf8');

/** Goes on with a file of which these texts are known, as long as they are there. @returns those that were kept */
function goneOn(path: string, known: readonly string[]): { file: GrownFile; kept: string[] } {
  const file = new GrownFile(path, true);
  const kept: string[] = [];
  let next = 0;
  file.keep(
    () => known[next]?.length,
    (bytes) => {
      const text = new TextDecoder().decode(bytes);
      if (text !== known[next++]) return false;
      kept.push(text);
      return true;
    },
  );
  return { file, kept };
}

describe('a file that grows', () => {
  test('has its name once it is complete, and not before', async () => {
    const path = join(temporary(), 'out.ndjson');
    writeFileSync(path, 'old');
    const file = new GrownFile(path, false);
    file.write(bytesOf('one\n'));
    file.write(bytesOf('two\n'));
    expect([textOf(path), textOf(partOf(path))]).toEqual(['old', 'one\ntwo\n']);
    await file.complete();
    file.close();
    expect(textOf(path)).toBe('one\ntwo\n');
    expect(existsSync(partOf(path))).toBe(false);
  });

  test('begun anew has nothing of what was left', () => {
    const path = join(temporary(), 'out.ndjson');
    writeFileSync(partOf(path), 'something long that was left');
    const file = new GrownFile(path, false);
    file.write(bytesOf('new'));
    file.close();
    expect(textOf(partOf(path))).toBe('new');
  });

  test('cut off at any byte, is gone on with behind what is whole', () => {
    const path = join(temporary(), 'out.ndjson');
    const lines = ['one\n', 'second\n', 'x\n', 'the last\n'];
    const whole = lines.join('');
    for (let size = 0; size <= whole.length; size++) {
      writeFileSync(partOf(path), whole.slice(0, size));
      const { file, kept } = goneOn(path, lines);
      expect(kept.join('')).toBe(lines.slice(0, kept.length).join(''));
      expect(size - kept.join('').length).toBeLessThan(lines[kept.length]?.length ?? 1);
      for (const line of lines.slice(kept.length)) file.write(bytesOf(line));
      file.close();
      expect(textOf(partOf(path)), `${size} bytes`).toBe(whole);
    }
  });

  test('drops what is behind a part that is not what it was, or that nobody knows of', () => {
    const path = join(temporary(), 'out.ndjson');
    for (const [text, known, expected] of [
      ['one\nTWO\nthree\n', ['one\n', 'two\n', 'three\n'], ['one\n']],
      ['one\ntwo\nthree\n', ['one\n', 'two\n'], ['one\n', 'two\n']],
      ['one\n', [], []],
      ['', ['one\n'], []],
    ] as const) {
      writeFileSync(partOf(path), text);
      const { file, kept } = goneOn(path, known);
      file.close();
      expect(kept).toEqual(expected);
      expect(textOf(partOf(path))).toBe(expected.join(''));
    }
  });

  test('says what it cannot write', async () => {
    const folder = temporary();
    const missing = join(folder, 'missing', 'out');
    expect(() => new GrownFile(missing, false)).toThrow(
      expect.objectContaining({
        code: 'ERR_WRITE',
        message: `cannot write ${missing}: there is no such file`,
      }) as Error,
    );
    mkdirSync(join(folder, 'out', 'full'), { recursive: true });
    const file = new GrownFile(join(folder, 'out'), false);
    file.write(bytesOf('dear'));
    await expect(file.complete()).rejects.toMatchObject({ code: 'ERR_WRITE', file: join(folder, 'out') });
    file.close();
    // What is there is not lost with the name.
    expect(textOf(partOf(join(folder, 'out')))).toBe('dear');
  });
});
