import { codePointName, type TextRule } from './text-rule.js';

const invisible = /[\u00ad\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
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
    for (const { 0: character, index } of text.matchAll(invisible)) {
      if (!isJoiner(text, character, index)) return `holds the invisible character ${codePointName(character)}`;
    }
    return undefined;
  },
};

function isJoiner(text: string, character: string, index: number): boolean {
  if (character !== '\u200c' && character !== '\u200d') return false;
  const before = text.slice(Math.max(0, index - 2), index);
  const after = text.slice(index + 1, index + 3);
  if (joiningBefore.test(before)) return true;
  return character === '\u200d' && emojiBefore.test(before) && emojiAfter.test(after);
}
