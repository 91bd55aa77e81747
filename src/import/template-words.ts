import { readSource } from '../author/source.js';
import { lineStart, nextLine } from '../author/edits.js';
import type { JsonValue } from '../encoding/json-value.js';
import { appendPointer, pointerTokens, valueAt } from '../encoding/pointer.js';
import { artifactKeys, capabilityKeys } from './draft.js';

/** What the template of a type says of one key: what belongs there for such an artifact, and what another has there. */
export interface Explanation {
  /** The comment above the key, a line for each of its lines. */
  readonly lines: readonly string[];
  readonly example: JsonValue | undefined;
}

/** The words of a template: they explain what is asked for, and none of its values is ever taken over. */
export interface TemplateWords {
  /** What such an artifact is, as in `an MCP server: tools that an assistant can call`. */
  readonly what: string;
  /** What readers want to know of it. */
  readonly lines: readonly string[];
  /** By a pointer into the source that is being written; whichever capability it is, the words are the same. */
  of(pointer: string): Explanation;
}

/** @param text of one of the shipped templates */
export function templateWords(text: string): TemplateWords {
  const { value, locateWritten } = readSource(text);
  const explanations = new Map<string, Explanation>();
  const learn = (key: string, pointer: string): void => {
    const start = locateWritten(pointer, 'key')?.start.offset;
    const example = valueAt(value ?? null, pointer);
    if (start === undefined || example === undefined) return;
    const lines = commentAbove(text, start);
    const known = explanations.get(key);
    // What the first capability explains need not be explained again further down.
    if (!known || (known.lines.length === 0 && lines.length > 0)) explanations.set(key, { lines, example });
  };
  for (const key of artifactKeys) learn(`artifact ${key}`, appendPointer('/artifact', key));
  const capabilities = valueAt(value ?? null, '/capabilities');
  for (const index of Array.isArray(capabilities) ? capabilities.keys() : []) {
    for (const key of capabilityKeys) learn(`capability ${key}`, `/capabilities/${index}/${key}`);
  }
  const [, what = 'an artifact'] = /^# Source of a trust passport for (.+?)\.(?: |$)/m.exec(text) ?? [];
  const head = (/^(?:#.*\n)+/.exec(text)?.[0] ?? '').split('\n').slice(1).map(withoutMark);
  return {
    what,
    lines: head.filter((line) => line !== '' && !line.startsWith('yaml-language-server:')),
    of: (pointer) => {
      const [list, ...rest] = pointerTokens(pointer);
      const key = list === 'artifact' ? `artifact ${rest[0] ?? ''}` : `capability ${rest[1] ?? ''}`;
      return explanations.get(key) ?? { lines: [], example: undefined };
    },
  };
}

/** The comment whose last line is the one above. */
function commentAbove(text: string, offset: number): string[] {
  const lines: string[] = [];
  for (let end = lineStart(text, offset); end > 0;) {
    const start = lineStart(text, end - 1);
    const line = text.slice(start, nextLine(text, start)).trim();
    if (!line.startsWith('#')) break;
    lines.unshift(withoutMark(line));
    end = start;
  }
  return lines;
}

function withoutMark(line: string): string {
  return line.replace(/^\s*#\s?/, '').trim();
}
