import { CONFIRM } from '../author/provenance-comment.js';
import { digestText } from '../encoding/digest.js';
import { canonicalize } from '../encoding/jcs.js';
import type { JsonValue } from '../encoding/json-value.js';
import { printable } from '../encoding/printable.js';
import type { Fact, Found, Origin } from './draft.js';

export { parseProvenance, type Provenance } from '../author/provenance-comment.js';

/** The comment, without its indentation. Whatever stands in a file's name, it is one line and stays a comment. */
export function provenanceComment({ value, origin, guess, before }: Found<JsonValue>): string {
  const where = `from ${originText(origin)} [${valueDigest(before ?? value)}]`;
  return guess === undefined ? `# ${where}` : `# guess ${where} (${printable(guess)}); ${CONFIRM}`;
}

/** `# left out, from tools.json: tools[reset].name`: a capability that was found, and that the author does not want. */
export function leftOutComment(origin: Origin): string {
  return `# left out, from ${originText(origin)}`;
}

/** Where that capability is, as `originText` has it; undefined for a comment of another form. */
export function parseLeftOut(comment: string): string | undefined {
  return /^# left out, from (.+: .+?)\s*$/.exec(comment)?.[1];
}

/** `# package.json: version is "1.4.2"`: what the source has no place for, at the head of the file. */
export function factComment({ name, found }: Fact): string {
  return `# ${printable(found.origin.file)}: ${name} is ${JSON.stringify(printable(found.value))}`;
}

/** @returns undefined for a comment of another form */
export function parseFact(
  comment: string,
): { readonly file: string; readonly name: Fact['name']; readonly value: string } | undefined {
  const match = /^# (.+?): (version|license) is ("(?:[^"\\]|\\.)*")\s*$/.exec(comment);
  if (!match) return undefined;
  try {
    return {
      file: match[1] as string,
      name: match[2] as Fact['name'],
      value: JSON.parse(match[3] as string) as string,
    };
  } catch {
    return undefined;
  }
}

/** The first 8 hex digits of the SHA-256 of a value's canonical bytes. */
export function valueDigest(value: JsonValue): string {
  return digestText(canonicalize(value)).slice('sha256:'.length, 'sha256:'.length + 8);
}

/** A colon with a space behind it parts the two: a file's name has none. */
export function originText({ file, place }: Origin): string {
  return `${oneLine(file).replaceAll(': ', ':')}: ${oneLine(place).replaceAll(/ \[/g, '[')}`;
}

// A name of a tool can be a page long; whoever reads a comment looks at its beginning.
const LONGEST = 200;

function oneLine(text: string): string {
  const line = text
    .slice(0, 10 * LONGEST)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return printable(line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line) || '-';
}
