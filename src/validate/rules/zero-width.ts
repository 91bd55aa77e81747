import { codePointName, type TextMatch, type TextRule } from './text-rule.js';

// Format characters and tags; what has no glyph of its own (joiner, fillers, blank) and selectors of variants.
const invisible =
  /[\u00ad\u034f\u115f\u1160\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/gu;

export const zeroWidth: TextRule = {
  id: 'text/zero-width',
  severity: 'error',
  needs: [],
  hint: 'remove the character: two texts that look alike would differ, and readers that are programs see what people do not',
  find(text): TextMatch | undefined {
    if (text.search(invisible) === -1) return undefined;
    for (const { character, index } of withoutPurpose(text)) {
      const what = `holds the invisible character ${codePointName(character)}`;
      return { what, span: [index, index + character.length] };
    }
    return undefined;
  },
  deletion: {
    description: 'remove the invisible characters',
    safe: true,
    offsets: (text) => [...withoutPurpose(text)].map(({ index }) => index),
  },
};

function* withoutPurpose(text: string): Generator<{ character: string; index: number }> {
  let flagUntil = 0;
  for (const { 0: character, index } of text.matchAll(invisible)) {
    if (index < flagUntil) continue;
    const flag = flagAt(text, index);
    if (flag > 0) flagUntil = index + flag;
    else if (!hasPurpose(text, character, index)) yield { character, index };
  }
}

/**
 * How many units of a flag's name begin at an offset, directly behind the black flag. Of the flags that tags spell out
 * only those that Unicode recommends: any others would be a way to hide letters.
 */
function flagAt(text: string, index: number): number {
  if (text.slice(index - 2, index) !== '\u{1f3f4}') return 0;
  const tags = text.slice(index, index + 12);
  return ['gbeng', 'gbsct', 'gbwls'].map(asTags).includes(tags) ? tags.length : 0;
}

function asTags(name: string): string {
  return [...name].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('') + '\u{e007f}';
}

/** Whether a text needs the character where it stands. The tables of scripts are made when one is met. */
function hasPurpose(text: string, character: string, index: number): boolean {
  const before = characterBefore(text, index);
  const after = characterAt(text, index + character.length);
  switch (character) {
    // Between text and picture, directly behind what has both: emoji, and the bases of keycaps.
    case '\ufe0e':
    case '\ufe0f':
      return /[\p{Emoji}\p{Extended_Pictographic}]/u.test(before);
    case '\u200c':
    case '\u200d':
      return joins(before) || (character === '\u200d' && joinsEmojiOrBegins(before, after));
    // Where words may be parted in scripts that are written without spaces.
    case '\u200b':
      return isWithoutSpaces(before) && isWithoutSpaces(after);
    case '\u2800':
      return /[\u2801-\u28ff]/.test(before) && /[\u2801-\u28ff]/.test(after);
    // Keeps the points of Hebrew in their order.
    case '\u034f':
      return /[\u0591-\u05c7]/.test(before) && /[\u0591-\u05c7]/.test(after);
    default:
      if (/[\u180b-\u180f]/.test(character)) return /\p{sc=Mong}/u.test(before) && !/[\u180b-\u180f]/.test(before);
      // Forms of one ideograph (Unicode Technical Standard 37).
      return (
        character.length === 2 && /[\u{e0100}-\u{e01ef}]/u.test(character) && /\p{Unified_Ideograph}/u.test(before)
      );
  }
}

function joins(before: string): boolean {
  return (
    /[\p{L}\p{M}]/u.test(before) &&
    /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Adlm}\p{scx=Mand}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}]/u.test(
      before,
    )
  );
}

/** Between the parts of an emoji, or before an Arabic letter that stands alone in the form that it has within a word. */
function joinsEmojiOrBegins(before: string, after: string): boolean {
  if (/[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u{e007f}]/u.test(before))
    return /\p{Extended_Pictographic}/u.test(after);
  return /^$|[\s\p{Ps}\p{Pi}"']/u.test(before) && /\p{sc=Arab}/u.test(after) && /\p{L}/u.test(after);
}

function isWithoutSpaces(character: string): boolean {
  return /[\p{scx=Khmr}\p{scx=Thai}\p{scx=Laoo}\p{scx=Mymr}\p{scx=Tibt}]/u.test(character);
}

function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, index: number): string {
  return index > 1 && (text.codePointAt(index - 2) ?? 0) > 0xffff
    ? text.slice(index - 2, index)
    : text.charAt(index - 1);
}
