import type { ReadSource } from '../author/source.js';
import type { Comment } from '../author/yaml.js';
import { isObject, type JsonValue } from '../encoding/json-value.js';
import { appendPointer, valueAt } from '../encoding/pointer.js';
import { lineTable } from '../encoding/position.js';
import { parseProvenance, type Provenance } from './provenance.js';

/** What a comment of a source says of the value below it. */
export interface PlacedOrigin {
  /** RFC 6901 pointer of that value. */
  readonly pointer: string;
  readonly value: JsonValue;
  readonly provenance: Provenance;
  readonly comment: Comment;
}

/** The values of a source that were found in other files, by the comments above them. */
export function placedOrigins(
  text: string,
  read: Pick<ReadSource, 'value' | 'comments' | 'locateWritten'>,
): PlacedOrigin[] {
  const { value, comments, locateWritten } = read;
  if (value === undefined) return [];
  const lines = new Map<number, string>();
  for (const pointer of writtenPointers(value)) {
    const line = locateWritten(pointer, 'key')?.start.line;
    if (line !== undefined && !lines.has(line)) lines.set(line, pointer);
  }
  const at = lineTable(text);
  const origins = new Map<string, PlacedOrigin>();
  const texts = text.split(/\r\n?|\n/);
  for (const comment of comments) {
    const provenance = parseProvenance(comment.text);
    if (!provenance) continue;
    let line = at(comment.offset).line + 1;
    while (line <= texts.length && /^\s*(?:#.*)?$/.test(texts[line - 1] as string)) line++;
    const pointer = lines.get(line);
    const below = pointer === undefined ? undefined : valueAt(value, pointer);
    // Of two comments above one value the nearer is about it.
    if (pointer !== undefined && below !== undefined) {
      origins.set(pointer, { pointer, value: below, provenance, comment });
    }
  }
  return [...origins.values()];
}

/** Pointers of all that a comment can be about, those that hold others first. */
function writtenPointers(value: JsonValue): string[] {
  const membersOf = (pointer: string): string[] => {
    const mapping = valueAt(value, pointer);
    return isObject(mapping) ? Object.keys(mapping).map((key) => appendPointer(pointer, key)) : [];
  };
  const capabilities = valueAt(value, '/capabilities');
  const count = Array.isArray(capabilities) ? capabilities.length : 0;
  return [
    ...membersOf('/artifact'),
    ...membersOf('/artifact/pricing'),
    ...Array.from({ length: count }, (_, index) => membersOf(`/capabilities/${index}`)).flat(),
  ];
}
