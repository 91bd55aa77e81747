import { splitReference } from '../encoding/pointer.js';
import { type Diagnostic, diagnose, type Fix, type Range, type Severity } from '../diagnostic.js';

/**
 * So many findings of one rule, or violations of one schema, are looked for: nobody reads the last of them, and a long
 * text can have hundreds of thousands.
 */
export const MAX_FINDINGS = 10_000;

/** Of a value, its member's name, itself, or the place behind its last member, where another would go. */
export type Part = 'key' | 'value' | 'end';

/** How a value would be mended, whatever text it stands in. */
export type Change =
  /** The member gets this name. */
  | { readonly kind: 'rename'; readonly to: string }
  /** The value becomes this text. */
  | { readonly kind: 'write'; readonly text: string }
  /** What is written becomes a text, as it is written. */
  | { readonly kind: 'quote' }
  /** The value becomes the only entry of a list. */
  | { readonly kind: 'list' }
  /** The value becomes a list of these texts. */
  | { readonly kind: 'entries'; readonly texts: readonly string[] }
  /** The value becomes the only member of a mapping. */
  | { readonly kind: 'mapping'; readonly key: string }
  /** The member or entry goes. */
  | { readonly kind: 'remove' }
  /** Some characters of the text, or of the name, go: those that begin at these UTF-16 offsets, ascending. */
  | { readonly kind: 'delete-characters'; readonly offsets: readonly number[] };

/** What `delete-characters` leaves of a text. */
export function withoutCharacters(text: string, offsets: readonly number[]): string {
  let left = '';
  let at = 0;
  for (const offset of offsets) {
    left += text.slice(at, offset);
    at = offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);
  }
  return left + text.slice(at);
}

export interface PlannedFix {
  /** What it does, in the imperative. */
  readonly description: string;
  readonly safe: boolean;
  readonly change: Change;
}

/** Another place of the same value that belongs to a finding. */
export interface RelatedPlace {
  readonly message: string;
  readonly pointer: string;
  readonly part?: Part;
}

/** Begins the pointer of what stands not in a manifest but in its overlay. */
export const OVERLAY = 'overlay#';

/** A problem in a value, before anyone has looked up where in the text it stands. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** RFC 6901 pointer into the value, or behind `OVERLAY` into the overlay. */
  readonly pointer: string;
  /** Whether the member's name is at fault or its value. */
  readonly part?: 'key' | 'value';
  /** Of a text, what is at fault in it, by UTF-16 offsets. */
  readonly within?: readonly [start: number, end: number] | undefined;
  readonly hint?: string | undefined;
  /** What could stand there instead, the most likely first. */
  readonly suggestions?: readonly string[] | undefined;
  readonly fix?: PlannedFix | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
}

/** Where in the text a value, its name or its end stands; `undefined` where the text has no such place. */
export type Locate = (pointer: string, part?: Part) => Range | undefined;

/** The part of a place that a finding is about; `undefined` where that cannot be told for certain. */
export type Narrow = (finding: Finding, range: Range) => Range | undefined;

/** The fix of a finding in the text that it is about; `undefined` where there is none that is sure to work. */
export type Mend = (finding: Finding) => Fix | undefined;

/** The finding about the same value as a part of another, or of a part as one of its own. */
export function withPointers(finding: Finding, move: (pointer: string) => string): Finding {
  const related = finding.related?.map((place) => ({ ...place, pointer: move(place.pointer) }));
  return { ...finding, pointer: move(finding.pointer), ...(related && { related }) };
}

/** The text that findings are about, as far as it is known. */
export interface FoundIn {
  readonly locate?: Locate | undefined;
  readonly file?: string | undefined;
  readonly narrow?: Narrow | undefined;
  readonly mend?: Mend | undefined;
  /** The overlay of a manifest. It is not mended: it may be that of others, too. */
  readonly overlay?: Omit<FoundIn, 'mend' | 'overlay'> | undefined;
}

/** The finding with its places: those of the nearest ancestor where the text has none of its own. */
export function toDiagnostic(finding: Finding, foundIn: FoundIn = {}): Diagnostic {
  const { ruleId, severity, message, part, within, hint, suggestions } = finding;
  const isInOverlay = finding.pointer.startsWith(OVERLAY);
  const placeOf = (reference: string, itsPart: Part | undefined) => {
    const { document, pointer } = splitReference(reference);
    const text = document === '' ? foundIn : foundIn.overlay;
    return { file: text?.file, range: nearestPlace(pointer, itsPart, text?.locate), pointer };
  };
  const place = placeOf(finding.pointer, part);
  const { locate, narrow } = (isInOverlay ? foundIn.overlay : foundIn) ?? {};
  const own = within && locate?.(place.pointer, part);
  const range = (own && narrow?.({ ...finding, pointer: place.pointer }, own)) ?? place.range;
  const related = finding.related?.map(({ message: what, pointer, part: itsPart }) => {
    const { file: other, ...at } = placeOf(pointer, itsPart);
    return { message: what, ...at, ...(other !== place.file && { file: other }) };
  });
  const fix = isInOverlay ? undefined : foundIn.mend?.(finding);
  return diagnose({ ruleId, severity, message, ...place, range, hint, suggestions, fix, related });
}

function nearestPlace(pointer: string, part: Part | undefined, locate: Locate | undefined): Range | undefined {
  let range = locate?.(pointer, part);
  for (let at = pointer; !range && at !== '';) {
    at = at.slice(0, at.lastIndexOf('/'));
    range = locate?.(at, 'key');
  }
  return range;
}
