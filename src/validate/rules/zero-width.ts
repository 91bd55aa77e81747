import { codePointName, type TextRule } from './text-rule.js';

// Format characters and tags; what has no glyph of its own (joiner, fillers, blank) and selectors of variants.
const invisible =
  /[\u00ad\u034f\u115f\u1160\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/gu;
// U+FE0E and U+FE0F choose between text and picture, directly after what has both: emoji, and the bases of keycaps.
const variantBefore = /[\p{Emoji}\p{Extended_Pictographic}]$/u;
// A joiner belongs between the parts of an emoji, and (ZWJ, ZWNJ) next to letters of the scripts that join.
const emojiBefore = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
const emojiAfter = /^\p{Extended_Pictographic}/u;
const joiningBefore =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}]$/u;

export const zeroWidth: TextRule = {
  id: 'text/zero-width',
  severity: 'error',
  hint: 'remove the character: two texts that look alike would differ, and readers that are programs see what people do not',
  find(text) {
    for (const { character } of withoutPurpose(text))
      return `holds the invisible character ${codePointName(character)}`;
    return undefined;
  },
  deletion: {
    description: 'remove the invisible characters',
    safe: true,
    offsets: (text) => [...withoutPurpose(text)].map(({ index }) => index),
  },
};

function* withoutPurpose(text: string): Generator<{ character: string; index: number }> {
  for (const { 0: character, index } of text.matchAll(invisible)) {
    if (!hasPurpose(text, character, index)) yield { character, index };
  }
}

function hasPurpose(text: string, character: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 2), index);
  if (character === '\ufe0e' || character === '\ufe0f') return variantBefore.test(before);
  if (character !== '\u200c' && character !== '\u200d') return false;
  const after = text.slice(index + 1, index + 3);
  if (joiningBefore.test(before)) return true;
  return character === '\u200d' && emojiBefore.test(before) && emojiAfter.test(after);
}
