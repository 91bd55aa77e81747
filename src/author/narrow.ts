import { pointerTokens, valueAt } from '../encoding/pointer.js';
import { lineTable } from '../encoding/position.js';
import type { JsonValue } from '../encoding/json-value.js';
import { catalogue, isRuleId } from '../validate/catalogue.js';
import type { Narrow } from '../validate/finding.js';
import { trimmed } from './edits.js';
import { spanWithin } from './scalar-text.js';
import type { Comment } from './yaml.js';

/** What is asked of a text that was read, to find places within its values. */
interface ReadValue {
  readonly text: string;
  readonly value: JsonValue;
  readonly comments: readonly Comment[];
}

/** The stretch of a value or key that a finding is about; nothing where the writing is not sure to be understood. */
export function narrowIn(read: ReadValue): Narrow {
  const { text, value } = read;
  let at: ReturnType<typeof lineTable> | undefined;
  return ({ ruleId, pointer, part, within }, range) => {
    const meant = part === 'key' ? pointerTokens(pointer).at(-1) : valueAt(value, pointer);
    const { start, end } = range;
    if (!within || typeof meant !== 'string') return undefined;
    const written = trimmed(read, [start.offset, end.offset]);
    const span = spanWithin(text.slice(...written), meant, within);
    if (!span) return undefined;
    at ??= lineTable(text);
    const narrow = { start: at(start.offset + span[0]), end: at(start.offset + span[1]) };
    // A comment that ignores a rule is about the line where the value begins: within a text there can be none.
    const mayBeIgnored = isRuleId(ruleId) && !catalogue[ruleId].fixed;
    return mayBeIgnored && narrow.start.line !== start.line ? undefined : narrow;
  };
}
