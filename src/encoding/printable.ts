// What could move a terminal's cursor, hide text or turn its direction: C0, DEL, C1, the bidi controls,
// zero-width and invisible format characters, line and paragraph separators, tag characters, lone surrogates.
// And the `##[name` and `##name[` by which build services know a command anywhere in a line of a log.
const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}|#(?=#[A-Za-z]{0,20}\[)/gu;

/** A text that can be shown on one line of a terminal or log: every character that could act is written `\u{…}`. */
export function printable(text: string): string {
  return text.replace(unprintable, escaped);
}

/** A stretch of a text, and what can be shown of it. */
export interface PrintablePart {
  readonly text: string;
  readonly shown: string;
}

/** The same in stretches, for whoever has to know where in the text something stands. */
export function printableParts(text: string): PrintablePart[] {
  const parts: PrintablePart[] = [];
  let at = 0;
  for (const { 0: character, index } of text.matchAll(unprintable)) {
    if (index > at) parts.push({ text: text.slice(at, index), shown: text.slice(at, index) });
    parts.push({ text: character, shown: escaped(character) });
    at = index + character.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), shown: text.slice(at) });
  return parts;
}

function escaped(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
}

/** A value as JSON on one line, with everything that could act on a terminal written \\uXXXX. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(unprintable, (character) =>
    Array.from(
      { length: character.length },
      (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/** A value received, quoted and short enough for a message. */
export function quote(text: string, limit = 60): string {
  const short = text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
  return `"${printable(short)}"`;
}
