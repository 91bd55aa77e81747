/** A text without what does not change how it is read, and the way back from it. */
export interface FoldedText {
  readonly text: string;
  /** Where the character at an offset of the folded text begins in the text itself. */
  originOf(offset: number): number;
}

// Full-width forms and the letters of mathematics read like others; so does a Latin letter without its accent.
const compatible = /[\uff01-\uff5e\u{1d400}-\u{1d7ff}\u2460-\u24ff]/u;
const white = /\s/;
const accented = /[\u00c0-\u024f\u1e00-\u1eff]/;

// Of other texts only the letters become small, each in its place. (A small sigma depends on what follows.)
const isFolded =
  /[*\u2018\u2019\u00c0-\u024f\u03a3\u1e00-\u1eff\u2460-\u24ff\uff01-\uff5e\u{1d400}-\u{1d7ff}]|\s{2}|[^\S \n]/u;

/**
 * In lower case, Latin letters without accents, white space as one space or line break, and without the stars of
 * emphasis.
 */
export function foldText(text: string): FoldedText {
  if (!isFolded.test(text)) return { text: text.toLowerCase(), originOf: (offset) => Math.min(offset, text.length) };
  let folded = '';
  const origins: number[] = [];
  const add = (shown: string, from: number): void => {
    folded += shown;
    for (let unit = 0; unit < shown.length; unit++) origins.push(from);
  };
  let at = 0;
  let space: { shown: string; from: number } | undefined;
  for (const character of text) {
    if (white.test(character)) {
      space ??= { shown: ' ', from: at };
      if (character === '\n') space.shown = '\n';
    } else if (character !== '*') {
      if (space) add(space.shown, space.from);
      space = undefined;
      add(foldCharacter(character), at);
    }
    at += character.length;
  }
  if (space) add(space.shown, space.from);
  return { text: folded, originOf: (offset) => origins[offset] ?? text.length };
}

function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  if (character === '\u2019' || character === '\u2018') return "'";
  if (compatible.test(character)) return character.normalize('NFKC').toLowerCase();
  if (!accented.test(character)) return character.toLowerCase();
  return character
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase();
}
