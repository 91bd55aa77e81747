import { codePointName, type TextMatch, type TextRule } from './text-rule.js';

// The characters with the property Bidi_Control (Unicode Standard Annex 9): text reads otherwise than it is stored.
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const bidiControl: TextRule = {
  id: 'text/bidi-control',
  severity: 'error',
  needs: [],
  hint: 'remove the character: right-to-left text needs none to be shown rightly, but for a mark where it meets a sign or a Latin word',
  find(text): TextMatch | undefined {
    const at = misplaced(text)[0];
    if (at === undefined) return undefined;
    const name = codePointName(text.charAt(at));
    return {
      what: `holds the direction control ${name}, which can make it read as something else`,
      span: [at, at + 1],
    };
  },
  deletion: {
    description: 'remove the direction controls',
    safe: false,
    offsets: misplaced,
  },
};

/**
 * The offsets of all but those that right-to-left text is written with: marks in a line that has such letters, though
 * not within a Latin word, and isolates there that are closed. An override is never one of them, nor an embedding, in
 * whose place isolates came.
 */
function misplaced(text: string): number[] {
  if (text.search(bidi) === -1) return [];
  const found: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const isRightToLeft = /[\p{scx=Hebr}\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Adlm}]/u.test(
      line.replace(/[^\p{L}]/gu, ''),
    );
    const open: number[] = [];
    for (const { 0: character, index } of line.matchAll(bidi)) {
      const at = start + index;
      if (!isRightToLeft) found.push(at);
      else if (/[\u061c\u200e\u200f]/.test(character)) {
        const around = line.slice(Math.max(0, index - 1), index + 2);
        // Several in a row, or one inside a word, say nothing to a reader.
        if (/^[\w\u00c0-\u024f].[\w\u00c0-\u024f]$|^[\u061c\u200e\u200f]{2}/.test(around)) found.push(at);
      } else if (/[\u2066-\u2068]/.test(character)) open.push(at);
      else if (character !== '\u2069' || open.pop() === undefined) found.push(at);
    }
    found.push(...open);
    start += line.length + 1;
  }
  return found.sort((a, b) => a - b);
}
