// UAX 11: what is Wide or Fullwidth takes two columns. Emoji_Presentation is all of it among the symbols.
const wide =
  /[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|(?!\p{Regional_Indicator})\p{Emoji_Presentation}/u;
// What is put on the character before it: marks, what is ignorable, the vowels and finals of a Hangul syllable.
const none = /[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7fb]/u;
// Shown as one picture: emoji, and a letter or symbol that U+FE0F makes one. The two letters of a flag add up.
const emoji = /^(?:(?!\p{Regional_Indicator})\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;

// Made when it is first needed: that takes as long as the rest of a short run.
let segmenter: Intl.Segmenter | undefined;

/** A text in what readers take for characters (UAX 29). */
export function graphemes(text: string): string[] {
  // Without combining marks there is nothing to ask for.
  if (/^[\u0020-\u02ff]*$/.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns that a text takes on a terminal. Its characters are all printable. */
export function displayWidth(text: string): number {
  if (/^[\u0020-\u02ff]*$/.test(text)) return text.length;
  return graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** Columns of one grapheme. */
export function graphemeWidth(grapheme: string): number {
  if (emoji.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) width += none.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
