import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeAt } from '../../src/encoding/position.js';
import { framesOf, type Mark } from '../../src/report/code-frame.js';
import { acting } from './reports.js';

const plain = { paint: (_: unknown, text: string): string => text, width: 60 };

function mark(text: string, words: string, label = '', isMain = true): Mark {
  const start = text.indexOf(words);
  expect(start).not.toBe(-1);
  return { range: rangeAt(text, start, start + words.length), label, isMain, tone: 'bad' };
}

function frame(text: string, marks: readonly Mark[], width = 60): string {
  return framesOf(text)(marks, { ...plain, width });
}

describe('a code frame', () => {
  it('shows the line, its number, and what is meant in it', () => {
    const text = 'artifact:\n  type: mcp-sever\n  name: x\n';
    expect(frame(text, [mark(text, 'mcp-sever', 'not one of those')])).toBe(
      ['2 |   type: mcp-sever', '  |         ^^^^^^^^^ not one of those', ''].join('\n'),
    );
  });

  it('shows two places with different marks, and that lines are left out between', () => {
    const text = 'a: 1\nb: 2\nc: 3\na: 4\n';
    const second = { ...mark(text, 'a', 'twice'), range: rangeAt(text, 15, 16) };
    expect(frame(text, [second, mark(text, 'a', 'the first one', false)])).toBe(
      ['1 | a: 1', '  | - the first one', '...', '4 | a: 4', '  | ^ twice', ''].join('\n'),
    );
    expect(frame(text, [mark(text, 'b'), mark(text, 'a: 1', '', false)])).toBe(
      ['1 | a: 1', '  | ----', '2 | b: 2', '  | ^', ''].join('\n'),
    );
  });

  it('shows two places of one line below it', () => {
    const text = '{ a: 1, a: 2 }';
    const second = { ...mark(text, 'a', 'twice'), range: rangeAt(text, 8, 9) };
    expect(frame(text, [second, mark(text, 'a', 'first', false)])).toBe(
      ['1 | { a: 1, a: 2 }', '  |   - first', '  |         ^ twice', ''].join('\n'),
    );
  });

  it('has numbers of one width', () => {
    const text = `${'x: 1\n'.repeat(9)}y: 1\n`;
    expect(frame(text, [mark(text, 'x', 'a', false), mark(text, 'y', 'b')])).toBe(
      [' 1 | x: 1', '   | - a', '...', '10 | y: 1', '   | ^ b', ''].join('\n'),
    );
  });

  it.each([
    ['behind the last character', 'a: 1', 4, ['1 | a: 1', '  |     ^ here']],
    ['before the first', 'a: 1', 0, ['1 | a: 1', '  | ^ here']],
    ['in an empty line', 'a: 1\n\n', 5, ['2 | ', '  | ^ here']],
    ['in an empty file', '', 0, ['1 | ', '  | ^ here']],
    ['behind wide characters', '漢字', 2, ['1 | 漢字', '  |     ^ here']],
  ])('points between two characters: %s', (_, text, offset, lines) => {
    const range = rangeAt(text, offset, offset);
    for (const isMain of [true, false]) {
      expect(frame(text, [{ range, label: 'here', isMain, tone: 'bad' }])).toBe(`${lines.join('\n')}\n`);
    }
  });

  it.each([
    ['tabs', '\ta:\tbad', 'bad', ['1 |     a:  bad', '  |         ^^^']],
    ['wide characters', 'tags: [日本語, bad]', 'bad', ['1 | tags: [日本語, bad]', '  |                ^^^']],
    ['wide characters that are meant', 'a: 日本 b', '日本', ['1 | a: 日本 b', '  |    ^^^^']],
    ['emoji', '📚🇪🇺: bad', 'bad', ['1 | 📚🇪🇺: bad', '  |       ^^^']],
    ['marks on letters', 'e\u0301e\u0301: bad', 'bad', ['1 | e\u0301e\u0301: bad', '  |     ^^^']],
    ['escape sequences', 'a\u001b[2Jb: bad', 'bad', ['1 | a\\u{1b}[2Jb: bad', '  |              ^^^']],
    ['a control character that is meant', 'a\u001bb', '\u001b', ['1 | a\\u{1b}b', '  |  ^^^^^^']],
    [
      'what cannot be seen',
      'a\u200b\u202eb\u034f\u{e0101}c: bad',
      'bad',
      ['1 | a\\u{200b}\\u{202e}b\\u{34f}\\u{e0101}c: bad', `  | ${' '.repeat(37)}^^^`],
    ],
    ['a byte order mark', '\ufeffa: bad', 'bad', ['1 | a: bad', '  |    ^^^']],
    [
      'a command to a build service',
      '##[error]x: bad',
      'bad',
      ['1 | \\u{23}#[error]x: bad', '  |                  ^^^'],
    ],
  ])('is underlined where it stands, with %s', (_, text, words, lines) => {
    expect(frame(text, [mark(text, words)])).toBe(`${lines.join('\n')}\n`);
  });

  it('ends at the end of the line, whatever the file has for it', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `a: 1${end}b: bad${end}c: 3${end}`;
      expect(frame(text, [mark(text, 'bad', 'x')])).toBe('2 | b: bad\n  |    ^^^ x\n');
    }
  });

  it('underlines the first of several lines, and says how many there are', () => {
    const text = 'a: >-\n  one\n  two\nb: 1\n';
    const first = frame(text, [mark(text, '>-\n  one\n  two', 'too long')]);
    expect(first).toBe('1 | a: >-\n  |    ^^ too long (3 lines)\n');
    expect(frame(text, [mark(text, '>-\n  one\n', 'x')])).toBe('1 | a: >-\n  |    ^^ x (2 lines)\n');
    expect(frame(text, [mark(text, '>-\n', 'x')])).toBe('1 | a: >-\n  |    ^^ x\n');
  });

  it('cuts a long line around what is meant', () => {
    const text = `key: ${'x'.repeat(200)} bad ${'y'.repeat(200)}`;
    const [line = '', below = ''] = frame(text, [mark(text, 'bad', 'here')]).split('\n');
    expect(line).toMatch(/^1 \| …x+ bad y+…$/);
    expect(line.length).toBeLessThanOrEqual(60);
    expect(below.indexOf('^^^ here')).toBe(line.indexOf('bad'));
    const start = frame(text, [mark(text, 'key')]).split('\n');
    expect(start[0]).toMatch(/^1 \| key: x+…$/);
    expect(start[1]).toBe('  | ^^^');
    const end = { range: rangeAt(text, text.length, text.length), label: '', isMain: true, tone: 'bad' } as const;
    const last = frame(text, [end]).split('\n');
    expect(last[0]).toMatch(/^1 \| …y+$/);
    expect(last[1]?.indexOf('^')).toBe(last[0]?.length);
  });

  it('shows the beginning of what is longer than the line may be', () => {
    const text = `a: ${'z'.repeat(500)}`;
    const [line = '', below = '', label = ''] = frame(text, [mark(text, 'z'.repeat(500), 'too long')]).split('\n');
    expect(line).toMatch(/^1 \| a: z+…$/);
    expect(below).toBe(line.replace('1', ' ').replace('a:', '  ').replace(/z/g, '^').replace('…', ''));
    expect(label).toMatch(/^ {2}\| +too long$/);
    const far = `${'y'.repeat(200)}${'z'.repeat(500)}`;
    expect(frame(far, [mark(far, 'z'.repeat(500))])).toMatch(/^1 \| …yyyyz{50}…\n {2}\| {6}\^{50}\n$/);
  });

  it('repeats a line that is cut for each place in it', () => {
    const text = `aa ${'x'.repeat(200)} bb`;
    const lines = frame(text, [mark(text, 'aa', 'first'), mark(text, 'bb', 'last', false)]).split('\n');
    expect(lines[0]).toMatch(/^1 \| aa x+…$/);
    expect(lines[2]).toMatch(/^1 \| …x+ bb$/);
    expect(lines.join('\n')).not.toContain('...');
    expect(lines.find((line) => line.includes('last'))).toBeDefined();
    expect(lines.find((line) => line.includes('--'))?.indexOf('--')).toBe(lines[2]?.indexOf('bb'));
  });

  it('puts a label below where there is no room beside', () => {
    const text = `${' '.repeat(40)}bad`;
    expect(frame(text, [mark(text, 'bad', 'a label that is longer')])).toBe(
      [`1 | ${text}`, `  | ${' '.repeat(40)}^^^`, `  | ${' '.repeat(34)}a label that is longer`, ''].join('\n'),
    );
    const cut = frame(text, [mark(text, 'bad', 'word '.repeat(30))]).split('\n');
    expect(cut[2]).toMatch(/^ {2}\| (?:word )+.*…$/);
    expect(cut[2]?.length).toBeLessThanOrEqual(60);
  });

  it('has room for a place behind a line that fits', () => {
    const text = 'x'.repeat(56);
    const range = rangeAt(text, 56, 56);
    for (const line of frame(text, [{ range, label: '', isMain: true, tone: 'bad' }]).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(60);
    }
  });

  it('cuts no character in two', () => {
    // Marks without a width of their own, so that what is far away is still in sight.
    for (const start of ['', 'x']) {
      const text = `${start}${'a\u{1e8d0}\u{1e8d0}\u{1e8d0}\u{1e8d0}'.repeat(200)}bad${'\u{1e8d0}'.repeat(500)}`;
      for (let width = 40; width < 60; width++) expect(frame(text, [mark(text, 'bad')], width)).not.toContain('\\u{');
    }
  });

  it('reads a line of a million characters no more than once', () => {
    for (const unit of ['x', '漢', '\u200b', 'e\u0301']) {
      const text = `${unit.repeat(500_000)} bad ${unit.repeat(500_000)}`;
      const show = framesOf(text);
      for (let i = 0; i < 20; i++) expect(show([mark(text, 'bad')], plain)).toContain('^^^');
    }
  });

  it('repeats no secret', () => {
    const token = `ghp_${'aB3'.repeat(12)}`;
    const key = ['-----BEGIN PRIVATE KEY-----', 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v'.repeat(2), '-----END PRIVATE KEY-----'];
    for (const [text, secrets] of [
      [`a: "${token}"\n`, [token]],
      [`a: {b: ${token}, c: sk-${'x1'.repeat(10)}}\n`, [token, 'x1x1x1']],
      [`a: |\n  ${key.join('\n  ')}\n`, ['MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v']],
    ] as const) {
      for (let offset = 0; offset < text.length; offset++) {
        const shown = frame(
          text,
          [{ range: rangeAt(text, offset, offset + 1), label: '', isMain: true, tone: 'bad' }],
          500,
        );
        for (const secret of secrets) expect(shown).not.toContain(secret);
      }
    }
    const text = `a: "${token}"\n`;
    expect(frame(text, [mark(text, token)])).toBe(`1 | a: "${'*'.repeat(40)}"\n  |     ${'^'.repeat(40)}\n`);
    // What only looks like one stays as it is where there is none.
    expect(frame('a: 0123456789abcdef0123456789', [mark('a: 0', 'a')])).toContain('0123456789abcdef0123456789');
  });

  // What each stands for on a terminal, by hand: the frame has to find the same.
  const looks: ReadonlyArray<readonly [written: string, shown: string, columns: number]> = [
    ['a', 'a', 1],
    [' ', ' ', 1],
    ['ß', 'ß', 1],
    ['e\u0301', 'e\u0301', 1],
    ['漢', '漢', 2],
    ['📚', '📚', 2],
    ['🇪🇺', '🇪🇺', 2],
    ['Ａ', 'Ａ', 2],
    ['\u001b', '\\u{1b}', 6],
    ['\u202e', '\\u{202e}', 8],
    ['\u200b', '\\u{200b}', 8],
    ['\u{e0041}', '\\u{e0041}', 9],
    ['\ud800', '\\u{d800}', 8],
  ];

  it('underlines what is meant in any line', () => {
    const piece = fc.constantFrom(...looks);
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece, { minLength: 1 }), fc.array(piece), (before, meant, after) => {
        const join = (pieces: typeof before): string => pieces.map(([written]) => written).join('\u00b7');
        const columns = (pieces: typeof before): number =>
          pieces.reduce((sum, [, , width]) => sum + width, Math.max(0, pieces.length - 1));
        const text = `${join(before)}|${join(meant)}|${join(after)}`;
        const start = join(before).length + 1;
        const range = rangeAt(text, start, start + join(meant).length);
        const [line, below] = frame(text, [{ range, label: '', isMain: true, tone: 'bad' }], 1_000).split('\n');
        const show = (pieces: typeof before): string => pieces.map(([, shown]) => shown).join('\u00b7');
        expect(line).toBe(`1 | ${show(before)}|${show(meant)}|${show(after)}`);
        expect(below).toBe(`  | ${' '.repeat(columns(before) + 1)}${'^'.repeat(columns(meant))}`);
      }),
      { numRuns: 500 },
    );
  });

  it('never goes beyond the width, and never acts, for any text', () => {
    const unit = fc.oneof(
      fc.constantFrom(...looks.map(([written]) => written), '\n', '\r\n', '\t'),
      fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 200 }),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 100 }), fc.boolean()), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 30, max: 90 }),
        (text, places, width) => {
          const marks = places.map(([place, length, isMain]): Mark => {
            const start = place % (text.length + 1);
            const range = rangeAt(text, start, Math.min(text.length, start + length));
            return { range, label: text.slice(0, 40), isMain, tone: 'bad' };
          });
          const shown = frame(text, marks, width);
          expect(shown).not.toMatch(acting);
          expect(shown).toMatch(/\^|-/);
          for (const line of shown.split('\n'))
            expect([...line.replace(/\p{M}/gu, '')].length).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 500 },
    );
  });
});
