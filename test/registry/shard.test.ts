import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DigestTable } from '../../src/registry/digest-table.js';
import { inOrder } from '../../src/registry/in-order.js';
import { isOfShard, parseShard, slugOf } from '../../src/registry/shard.js';
import { slugDigest, slugPath } from '../../src/registry/slug-digest.js';
import { payloadLine, payloadLines, sourceValue } from '../payload-lines.js';

describe('shards', () => {
  test.each([4, 7])('%i of them are the whole, and have nothing in common', (count) => {
    const items = [...payloadLines(60), '{', '', 'artifact:\n  slug: some-thing\n', 'x'];
    for (const [index, item] of items.entries()) {
      const shards = Array.from({ length: count }, (_, number) => isOfShard(item, index, { number, count }));
      expect(shards.filter(Boolean)).toHaveLength(1);
    }
  });

  test('two items of one slug meet, however they are written', () => {
    const line = payloadLine('the-same');
    const value = JSON.parse(line) as { unfragile: unknown };
    const spellings = [
      line,
      JSON.stringify(value, null, 2),
      JSON.stringify({ _links: { slug: 'another' }, passport: value }),
      JSON.stringify(sourceValue('the-same')),
      line.replace('"slug"', '"\\u0073lug"'),
      'artifact:\n  slug: the-same\n  name: x\n',
      ' {"unfragile": {"artifact" : {"name":"\\"slug\\":\\"a\\"", "slug" : "the-same"}}}',
      new TextEncoder().encode(line),
    ];
    for (const text of spellings) expect(slugOf(text)).toBe('the-same');
  });

  test('a slug that YAML would not read as a text is no slug', () => {
    expect(slugOf('artifact:\n  slug: 1234\n')).toBeUndefined();
    expect(slugOf('artifact:\n  slug: true\n')).toBeUndefined();
    expect(slugOf(new Uint8Array([0x7b, 0xff]))).toBeUndefined();
  });

  test('a word is a shard or refused', () => {
    expect(parseShard('3/4')).toEqual({ number: 3, count: 4 });
    for (const word of ['4/4', '1', '-1/4', '0/0', '1/4x', '', '1.5/2']) {
      expect(() => parseShard(word)).toThrow(expect.objectContaining({ code: 'ERR_USAGE' }) as Error);
    }
  });
});

describe('the path of a slug', () => {
  test.each(['.', '..', '...', '-rf', 'a', 'a--b', `${'x'.repeat(200)}`])('%s stays in its folder', (slug) => {
    expect(slugPath(slug, slugDigest(slug))).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[a-z0-9._-]+\.json$/);
    expect(slugPath(slug, slugDigest(slug)).split('/')).toHaveLength(3);
  });
});

describe('the table of digests', () => {
  test('says of each digest what was said first', () => {
    const table = new DigestTable(2);
    for (let number = 0; number < 5000; number++) expect(table.add(slugDigest(`s-${number}`), number)).toBeUndefined();
    expect(table.size).toBe(5000);
    const shared = DigestTable.of(table.share());
    for (let number = 0; number < 5000; number += 7) {
      expect(table.add(slugDigest(`s-${number}`), 1)).toBe(number);
      expect(shared.get(slugDigest(`s-${number}`))).toBe(number);
    }
    expect(shared.get(slugDigest('other'))).toBeUndefined();
  });
});

describe('results in order', () => {
  async function* numbers(taken: number[], count: number): AsyncGenerator<number> {
    for (let number = 0; number < count; number++) {
      taken.push(number);
      yield await Promise.resolve(number);
    }
  }

  test('whatever takes how long, and never more at once than asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        async (times, atOnce) => {
          let underWay = 0;
          const run = async (index: number): Promise<number> => {
            expect(++underWay).toBeLessThanOrEqual(atOnce);
            for (let turn = 0; turn < (times[index] ?? 0); turn++) await new Promise(setImmediate);
            underWay--;
            return index;
          };
          const results: number[] = [];
          for await (const result of inOrder(numbers([], times.length), run, atOnce)) results.push(result);
          expect(results).toEqual(times.map((_, index) => index));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a reader that takes its time is waited for', async () => {
    const taken: number[] = [];
    for await (const result of inOrder(numbers(taken, 50), (one) => Promise.resolve(one), 3)) {
      await new Promise(setImmediate);
      expect(taken.length).toBeLessThanOrEqual(result + 3);
      if (result === 9) break;
    }
    expect(taken.length).toBeLessThanOrEqual(12);
  });

  test('an error comes at its place', async () => {
    const results: number[] = [];
    const run = (one: number): Promise<number> => (one === 2 ? Promise.reject(new Error('two')) : Promise.resolve(one));
    const reading = (async () => {
      for await (const result of inOrder(numbers([], 9), run, 4)) results.push(result);
    })();
    await expect(reading).rejects.toThrow('two');
    expect(results).toEqual([0, 1]);
  });
});
