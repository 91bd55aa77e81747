import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTable, positionAt, rangeAt } from '../../src/encoding/position.js';

describe('a position', () => {
  it.each<[string, number, number, number]>([
    ['', 0, 1, 1],
    ['abc', 0, 1, 1],
    ['abc', 3, 1, 4],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\n', 2, 2, 1],
    ['\n\n\n', 3, 4, 1],
    ['a\r\nb', 1, 1, 2],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\r\rb', 3, 3, 1],
    ['a\n\rb', 3, 3, 1],
    ['a\r', 2, 2, 1],
    ['a\r\n\r\nb', 5, 3, 1],
    ['é€x', 2, 1, 3],
    ['😀x', 2, 1, 3],
    ['a\u2028b\u0085c\u000bd', 6, 1, 7],
  ])('in %j at %d is line %d, column %d', (text, offset, line, column) => {
    expect(positionAt(text, offset)).toEqual({ line, column, offset });
  });

  it('makes a range with another', () => {
    expect(rangeAt('a\nbc', 1, 4)).toEqual({
      start: { line: 1, column: 2, offset: 1 },
      end: { line: 2, column: 3, offset: 4 },
    });
  });

  it('leads back to its offset, in random texts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀'), maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(), (sample, place) => {
        const offset = place % (sample.length + 1);
        // Between CR and LF is still the line that they end.
        fc.pre(!(sample[offset - 1] === '\r' && sample[offset] === '\n'));
        const before = sample.slice(0, offset).split(/\r\n|\r|\n/);
        expect(positionAt(sample, offset)).toEqual({
          line: before.length,
          column: (before.at(-1) as string).length + 1,
          offset,
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

it('is looked up many times in a text without reading it again', () => {
  const text = 'a\r\nb\rc\n'.repeat(50_000);
  const at = lineTable(text);
  expect(at(text.length)).toEqual({ line: 150_001, column: 1, offset: text.length });
  const start = performance.now();
  for (let offset = 0; offset < text.length; offset++) at(offset);
  // Reading up to the offset each time takes minutes.
  expect(performance.now() - start).toBeLessThan(5_000);
});
