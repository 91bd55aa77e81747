import { displayWidth, graphemes, graphemeWidth } from '../encoding/display-width.js';
import { printable } from '../encoding/printable.js';

/**
 * A text in lines for a picture, which folds nothing by itself: at spaces, long words where they must; what is left
 * over is an ellipsis.
 * @param width in columns of a monospaced font
 */
export function pictureLines(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(/\s+/)) {
    for (const part of pieces(word, width)) {
      const longer = line === '' ? part : `${line} ${part}`;
      if (displayWidth(longer) <= width) line = longer;
      else {
        lines.push(line);
        line = part;
      }
      if (lines.length > most) break;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] as string;
  return [...lines.slice(0, most - 1), `${pieces(last, width - 1)[0] ?? ''}…`];
}

export function pictureLine(text: string, width: number): string {
  return pictureLines(text, width, 1)[0] as string;
}

/** Within a word no line is longer than it may be. What no picture has room for is not looked at. */
function pieces(word: string, width: number): string[] {
  const found: string[] = [];
  let [piece, taken] = ['', 0];
  for (const grapheme of graphemes(word.slice(0, 8 * width))) {
    const more = graphemeWidth(grapheme);
    if (taken + more > width) {
      found.push(piece);
      [piece, taken] = ['', 0];
    }
    piece += grapheme;
    taken += more;
  }
  return [...found, piece];
}
