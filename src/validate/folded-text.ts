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
  let space: { shown: string; from: number } | undefined;
  for (let at = 0; at < text.length;) {
    const end = endOfWord(text, at);
    // A word in ASCII, or one character.
    const piece = end > at ? text.slice(at, end) : String.fromCodePoint(text.codePointAt(at) as number);
    if (end === at && white.test(piece)) {
      space ??= { shown: ' ', from: at };
      if (piece === '\n') space.shown = '\n';
    } else if (piece !== '*') {
      if (space) add(space.shown, space.from);
      space = undefined;
      if (end === at) add(foldCharacter(piece), at);
      else {
        folded += piece.toLowerCase();
        for (let unit = at; unit < end; unit++) origins.push(unit);
      }
    }
    at += piece.length;
  }
  if (space) add(space.shown, space.from);
  return { text: folded, originOf: (offset) => origins[offset] ?? text.length };
}

/** Where the characters of ASCII end that are only made small: no white space, no star. */
function endOfWord(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code > 0x20 && code < 0x7f && code !== STAR; code = text.charCodeAt(at)) at++;
  return at;
}

const STAR = 0x2a;

// A text repeats a few letters. Each is a character, so that there are not many.
const knownFolds = new Map<string, string>();
const MOST_KNOWN = 4096;

function foldCharacter(character: string): string {
  const known = knownFolds.get(character);
  if (known !== undefined) return known;
  const folded = foldOne(character);
  if (knownFolds.size < MOST_KNOWN) knownFolds.set(character, folded);
  return folded;
}

function foldOne(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  if (character === '\u2019' || character === '\u2018') return "'";
  if (compatible.test(character)) return character.normalize('NFKC').toLowerCase();
  if (!accented.test(character)) return character.toLowerCase();
  return character
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase();
}
