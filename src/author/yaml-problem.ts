import type { Edit } from './edits.js';

/** Something that keeps a text from being YAML, in our words, with the offsets that show it. */
export interface SyntaxProblem {
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
  /** What would mend it, as far as can be told without reading the text again. */
  readonly repair?: Repair | undefined;
}

export interface Repair {
  /** In the imperative. */
  readonly description: string;
  readonly safe: boolean;
  /** In the order of the text. */
  readonly edits: readonly Edit[];
}
