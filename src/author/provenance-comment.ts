/** Where a value was found: the name of the file, and what people call the place in it. Both together name one value. */
export interface Origin {
  readonly file: string;
  readonly place: string;
}

/**
 * What a comment above a value says of where it came from:
 *
 *     # from package.json: description [3f2a9c01]
 *     # guess from package.json: keywords [77ab03de] (a package with this keyword is a server); delete "guess" if it is right
 *
 * The digest is of the value as it was found, so that it can be told later who has changed it: the author here, or
 * somebody in the file it came from.
 */
export interface Provenance {
  readonly origin: Origin;
  /** The first 8 hex digits of the SHA-256 of the value's canonical bytes. */
  readonly digest: string;
  /** Nobody has confirmed it yet. */
  readonly isGuess: boolean;
}

/** What a guess ends with. */
export const CONFIRM = 'delete "guess" if it is right';

// Of a longer comment nothing else is looked at: names of files and places are short.
const MAX_LOOKED_AT = 4096;
// The name of a file has no colon with a space behind it, and a place no bracket with a space before it.
const form = /^#\s*(guess\s+)?from ((?:(?!: ).)+): ((?:(?! \[).)+) \[([0-9a-f]{8})\](?=$|\s|[(;])/;

/** @returns undefined for a comment of another form */
export function parseProvenance(comment: string): Provenance | undefined {
  const match = form.exec(comment.slice(0, MAX_LOOKED_AT));
  if (!match) return undefined;
  const [, guess, file = '', place = '', digest = ''] = match;
  return { origin: { file, place }, digest, isGuess: guess !== undefined };
}

/** How far the comment says where its value came from; what stands behind that is the reason of a guess. */
export function endOfOrigin(comment: string): number {
  return form.exec(comment.slice(0, MAX_LOOKED_AT))?.[0].length ?? comment.length;
}
