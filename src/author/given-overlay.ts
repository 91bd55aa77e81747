import type { Diagnostic } from '../diagnostic.js';
import type { JsonValue } from '../encoding/json-value.js';
import type { Overlay } from '../passport/types.generated.js';
import { type Locate, type Narrow, toDiagnostic } from '../validate/finding.js';
import { checkTexts } from '../validate/text.js';
import type { ReadText } from './mend.js';
import type { Comment } from './yaml.js';

/** An overlay as it was given, valid or not. */
export interface GivenOverlay {
  /** Undefined where it could not be read. */
  readonly value: JsonValue | undefined;
  /** Whether nothing is wrong with its form: else what it lacks may only be misspelt. */
  readonly isSound: boolean;
  readonly file: string | undefined;
  /** Undefined for one that was given as a value. */
  readonly text: string | undefined;
  readonly locate: Locate;
  readonly narrow: Narrow | undefined;
  readonly comments: readonly Comment[];
  readonly written: ReadText | undefined;
  /** What keeps it from being used. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of a text that could not be read, how many more errors there are. */
  readonly notGiven: number;
}

/** One that was read, as it is; of one that is given as a value there are no places. */
export function givenOverlay(overlay: Overlay | GivenOverlay | undefined): GivenOverlay | undefined {
  if (overlay === undefined || 'diagnostics' in overlay) return overlay;
  const value = overlay as JsonValue;
  const diagnostics = checkTexts(value).map((finding) => toDiagnostic(finding));
  const nowhere = {
    file: undefined,
    text: undefined,
    locate: () => undefined,
    narrow: undefined,
    comments: [],
    written: undefined,
  };
  return { value, isSound: true, ...nowhere, diagnostics, notGiven: 0 };
}
