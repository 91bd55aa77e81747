import { type Diagnostic, diagnose } from '../diagnostic.js';
import type { JsonValue } from '../encoding/json-value.js';
import { appendPointer, valueAt } from '../encoding/pointer.js';
import { lineTable } from '../encoding/position.js';
import { quoteReceived, receivedField } from '../validate/received.js';
import type { ReadSource } from './source.js';

/**
 * Texts without quotes that swallow a line with a dash of its own: below `- first` the line `- second`, further in, is no
 * entry but the end of the text `first - second`, and nothing else says so. Of a key out of its column YAML itself
 * complains.
 */
export function foldedEntries(
  { value, written, locateWritten }: Pick<ReadSource, 'value' | 'written' | 'locateWritten'>,
  text: string,
  file: string | undefined,
): Diagnostic[] {
  if (value === undefined || !written || written.json) return [];
  const at = lineTable(text);
  return [...textsWithDash(value, '')].flatMap(([pointer, folded]) => {
    const range = locateWritten(pointer);
    if (!range) return [];
    const [start, end] = [range.start.offset, range.end.offset];
    const source = text.slice(start, end);
    // Quotes and block scalars say how far a text goes.
    if (/^["'|>]/.test(source)) return [];
    const [first, ...others] = [...source.matchAll(swallowed)];
    if (!first) return [];
    const line = first[0].trim();
    const from = start + first.index + first[0].indexOf('-');
    const more =
      others.length === 0 ? '' : others.length === 1 ? ' and a line more' : ` and ${others.length} lines more`;
    const verb = others.length === 0 ? 'is' : 'are';
    return [
      diagnose({
        ruleId: 'yaml/folded-entry',
        severity: 'warning',
        message: `${quoteReceived(line)}${more} ${verb} no entry, but part of the text above: ${receivedField(pointer)} is ${quoteReceived(folded)}`,
        file,
        range: { start: at(from), end: at(from + line.length) },
        pointer,
        hint: hintFor(pointer, value, locateWritten, text),
      }),
    ];
  });
}

// The bounds of a line are those of YAML; what follows a dash is an entry behind a space only.
const swallowed = /[\r\n][ \t]*-(?:[ \t][^\r\n]*)?(?=[\r\n]|$)/g;

/** Folding leaves the dash behind a space or, below an empty line, at the beginning of one. */
function* textsWithDash(value: JsonValue, pointer: string): Generator<readonly [pointer: string, text: string]> {
  if (typeof value === 'string') {
    if (/\s-(?:\s|$)/.test(value)) yield [pointer, value];
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) yield* textsWithDash(member, appendPointer(pointer, key));
  }
}

function hintFor(pointer: string, value: JsonValue, locate: ReadSource['locateWritten'], text: string): string {
  const parent = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
  const list = pointer !== '' && Array.isArray(valueAt(value, parent)) ? locate(parent)?.start : undefined;
  if (list && text.charAt(list.offset) === '-') {
    return `begin the line in column ${list.column}, as the entries around it, or put the text in quotes if it is one`;
  }
  return 'write a list if entries are meant; put the text in quotes if it is one';
}
