import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DocumentTree } from '../../src/node/document-tree.js';
import { temporaryDirectories } from '../temporary.js';

const temporary = temporaryDirectories();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const all = (folder: string): string[] => (readdirSync(folder, { recursive: true }) as string[]).sort();

describe('a tree of documents', () => {
  test('makes the folders, and leaves nothing else when it is closed', () => {
    const folder = join(temporary(), 'a', 'b');
    const tree = new DocumentTree(folder, 'batch');
    tree.write('00/11/x.json', bytesOf('one'));
    tree.write('00/11/y.json', bytesOf('two'));
    tree.write('00/22/z.json', new Uint8Array(0));
    tree.close();
    expect(all(folder)).toEqual(['00', '00/11', '00/11/x.json', '00/11/y.json', '00/22', '00/22/z.json']);
    expect(readFileSync(join(folder, '00/11/y.json'), 'utf8')).toBe('two');
  });

  test('puts another file in the place of an old one, which whoever has it open goes on reading', () => {
    const folder = temporary();
    const tree = new DocumentTree(folder, 'batch');
    tree.write('x.json', bytesOf('old'));
    const { ino } = statSync(join(folder, 'x.json'));
    tree.write('x.json', bytesOf('new'));
    expect(statSync(join(folder, 'x.json')).ino).not.toBe(ino);
    expect(readFileSync(join(folder, 'x.json'), 'utf8')).toBe('new');
    tree.close();
  });

  test('takes away what a run of its name has left that was killed, and nothing of any other', () => {
    const folder = temporary();
    for (const path of ['.passport-batch.tmp', '.passport-batch-0-of-4.tmp', '00/11']) {
      mkdirSync(join(folder, path), { recursive: true });
      writeFileSync(join(folder, path, '7'), 'half a docu');
    }
    const tree = new DocumentTree(folder, 'batch');
    expect(all(join(folder, '.passport-batch.tmp'))).toEqual([]);
    for (let number = 0; number < 10; number++) tree.write(`${number}.json`, bytesOf(`${number}`));
    expect(all(join(folder, '.passport-batch.tmp'))).toEqual([]);
    tree.close();
    expect(all(folder).filter((path) => !path.endsWith('.json'))).toEqual([
      ...['.passport-batch-0-of-4.tmp', '.passport-batch-0-of-4.tmp/7', '00', '00/11', '00/11/7'],
    ]);
  });

  test('two of different names write at the same time', () => {
    const folder = temporary();
    const trees = ['batch-0-of-2', 'batch-1-of-2'].map((name) => new DocumentTree(folder, name));
    for (const [index, tree] of trees.entries()) tree.write(`${index}.json`, bytesOf(`${index}`));
    trees[0]?.close();
    trees[1]?.write('2.json', bytesOf('2'));
    trees[1]?.close();
    expect(all(folder)).toEqual(['0.json', '1.json', '2.json']);
  });

  test('says what it cannot write, and keeps neither a part of it nor what it was written to', () => {
    const folder = temporary();
    writeFileSync(join(folder, 'file'), 'of somebody');
    mkdirSync(join(folder, 'x.json', 'full'), { recursive: true });
    const tree = new DocumentTree(folder, 'batch');
    for (const [path, why] of [
      ['file/x.json', 'something of that name is there already'],
      ['x.json', 'it is a directory'],
    ] as const) {
      const target = join(folder, path);
      const expected = { code: 'ERR_WRITE', message: `cannot write ${target}: ${why}`, file: target };
      expect(() => tree.write(path, bytesOf('one'))).toThrow(expect.objectContaining(expected) as Error);
    }
    expect(all(folder)).toEqual(['.passport-batch.tmp', 'file', 'x.json', 'x.json/full']);
    expect(() => new DocumentTree(join(folder, 'file'), 'batch')).toThrow(
      expect.objectContaining({ code: 'ERR_WRITE' }) as Error,
    );
    tree.close();
    expect(existsSync(join(folder, '.passport-batch.tmp'))).toBe(false);
  });
});
