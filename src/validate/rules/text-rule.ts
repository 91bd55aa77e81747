/** A rule over every text of a value. */
export interface TextRule {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly hint: string;
  /** What is wrong with a text, in words that may be shown: a secret or a control character is not repeated. */
  find(text: string): string | undefined;
  /** Of a rule against single characters: how to take them out. */
  readonly deletion?: Deletion;
}

export interface Deletion {
  /** In the imperative. */
  readonly description: string;
  /** Whether nothing that the author meant can be lost with them. */
  readonly safe: boolean;
  /** UTF-16 offsets of the characters at fault, ascending. */
  offsets(text: string): number[];
}

/** `U+202E`, for characters that must not be shown themselves. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}
