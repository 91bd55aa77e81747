/** A rule over every text of a value. */
export interface TextRule {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly hint: string;
  /** What is wrong with a text, in words that may be shown: a secret or a control character is not repeated. */
  find(text: string): string | undefined;
}

/** `U+202E`, for characters that must not be shown themselves. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}
