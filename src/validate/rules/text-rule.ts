/** A rule over every text of a value. */
export interface TextRule {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly hint: string;
  /**
   * The first thing that is wrong with a text.
   * @param pointer where it stands, as far as that matters: a list of limitations tells what can go wrong
   * @param isMet which of its needs are known to be met; where nobody knows, it looks for itself
   */
  find(text: string, pointer?: string, isMet?: IsMet): TextMatch | undefined;
  /**
   * What a text must have for this rule to find something, if it is made of ASCII and of dashes and quotation marks
   * (`TextScreen`): for one of these, a stem of each list. None for a rule against other characters.
   */
  readonly needs: ReadonlyArray<readonly StemList[]>;
  /** Of a rule against single characters: how to take them out. */
  readonly deletion?: Deletion;
}

/** Whether one of the needs of a rule is met, by its number. */
export type IsMet = (need: number) => boolean;

/** Beginnings of words, in lower case. */
export type StemList = readonly string[];

export interface TextMatch {
  /** In words that may be shown: a secret or a control character is not repeated. */
  readonly what: string;
  /** UTF-16 offsets of what is at fault. */
  readonly span: readonly [start: number, end: number];
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
