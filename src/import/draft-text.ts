import { scalarsLike } from '../author/scalar-text.js';
import type { JsonValue } from '../encoding/json-value.js';
import { appendPointer, fieldName } from '../encoding/pointer.js';
import { printable } from '../encoding/printable.js';
import {
  artifactKeys,
  authored,
  capabilityKeys,
  type Draft,
  type Found,
  missingKeys,
  type Origin,
  placedValues,
  pricingKeys,
} from './draft.js';
import { factComment, leftOutComment, provenanceComment } from './provenance.js';

// As wide as people read comfortably, with the indentation.
const WIDTH = 110;

/** What the text of a draft can have beside its values. */
export interface DraftTextOptions {
  /** Comments at the head, without their marks. */
  readonly heading?: readonly string[] | undefined;
  /** What belongs to a key, for whoever still has to write it: lines for a comment. */
  readonly explain?: ((pointer: string) => readonly string[]) | undefined;
  /** Capabilities that were found and are not wanted. */
  readonly leftOut?: readonly Origin[] | undefined;
}

/**
 * A draft as the text of a source: every value with a comment that says where it came from, and for what is missing
 * a comment that says so. No value is made up.
 */
export function draftText(draft: Draft, options: DraftTextOptions = {}): string {
  return new DraftWriter(draft, options).text();
}

/** One capability of a draft as lines, with its dash. */
export function capabilityLines(draft: Draft, index: number, options: DraftTextOptions = {}): string[] {
  return new DraftWriter(draft, options).capability(index);
}

class DraftWriter {
  private readonly lines: string[] = [];
  private readonly found: ReadonlyMap<string, ReturnType<typeof placedValues>[number]['found']>;
  private readonly missing: ReadonlySet<string>;

  constructor(
    private readonly draft: Draft,
    private readonly options: DraftTextOptions,
  ) {
    this.found = new Map(placedValues(draft).map(({ pointer, found }) => [pointer, found]));
    this.missing = new Set(missingKeys(draft));
  }

  text(): string {
    for (const line of this.options.heading ?? []) this.lines.push(`# ${printable(line)}`);
    for (const fact of this.draft.facts) this.lines.push(factComment(fact));
    this.lines.push('artifact:');
    this.fields('/artifact', artifactKeys, '  ');
    this.lines.push('');
    if (this.missing.has('/capabilities')) this.skeleton();
    else this.lines.push('capabilities:');
    for (const index of this.draft.capabilities.keys()) {
      if (index > 0) this.lines.push('');
      this.entry(index);
    }
    for (const origin of this.options.leftOut ?? []) this.lines.push(leftOutComment(origin));
    return `${this.lines.join('\n')}\n`;
  }

  capability(index: number): string[] {
    this.entry(index);
    return this.lines;
  }

  private entry(index: number): void {
    const first = this.lines.length;
    this.fields(`/capabilities/${index}`, capabilityKeys, '    ');
    this.dash(first);
  }

  private fields(pointer: string, keys: readonly string[], indent: string): void {
    for (const key of keys) {
      const at = appendPointer(pointer, key);
      if (key === 'pricing' && !this.missing.has(at)) {
        this.lines.push(`${indent}pricing:`);
        this.fields(at, pricingKeys, `${indent}  `);
        continue;
      }
      const found = this.found.get(at);
      if (found) this.lines.push(...foundLines(key, found, indent));
      else if (this.missing.has(at)) {
        this.lines.push(`${indent}# ${key}: ${TO_BE_WRITTEN}`, ...this.explanation(at, indent));
      }
    }
  }

  /** What one capability has to say, where there is none yet. */
  private skeleton(): void {
    this.lines.push(`# capabilities: ${TO_BE_WRITTEN}, at least one, with`);
    for (const key of capabilityKeys) {
      this.lines.push(
        `#   ${key}`,
        ...this.explanation(`/capabilities/0/${key}`, '').map((line) => `#  ${line.slice(1)}`),
      );
    }
  }

  private explanation(pointer: string, indent: string): string[] {
    return (this.options.explain?.(pointer) ?? []).map((line) => `${indent}#   ${printable(line)}`);
  }

  /** The dash of an entry stands before its first key; comments may stand before the dash. */
  private dash(first: number): void {
    const at = this.lines.findIndex((line, index) => index >= first && !/^\s*#/.test(line));
    if (at === -1) return;
    for (let index = first; index < at; index++) this.lines[index] = (this.lines[index] as string).slice(2);
    this.lines[at] = `  - ${(this.lines[at] as string).slice(4)}`;
  }
}

/** What a comment says of a key that has no value yet: `# url: still to be written`. */
export const TO_BE_WRITTEN = 'still to be written';

/** A key with its value, below the comment that says where the value is from. */
export function foundLines(key: string, found: Found<JsonValue>, indent: string): string[] {
  const comment = found.origin === authored ? [] : [indent + provenanceComment(found)];
  return [...comment, ...valueLines(key, found.value, indent)];
}

/** `key: value` as lines: a long text folded, a list with an entry a line. */
export function valueLines(key: string, value: JsonValue, indent: string): string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${indent}${key}: []`];
    return [`${indent}${key}:`, ...value.map((entry) => `${indent}  - ${scalar(entry)}`)];
  }
  if (typeof value === 'string' && isFoldable(value, indent.length + key.length + 2)) {
    return [`${indent}${key}: >-`, ...folded(value, `${indent}  `)];
  }
  return [`${indent}${key}: ${scalar(value)}`];
}

function scalar(value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return scalarsLike('', value, { json: false, flow: false })[0] as string;
}

/** What a folded block gives back letter for letter: one line, of words with one space between them. */
function isFoldable(text: string, before: number): boolean {
  return before + text.length > WIDTH && /^[^\s#]+(?: \S+)*$/.test(text) && printable(text) === text;
}

function folded(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}

/** What is still to be written, as people name it. */
export function missingFields(draft: Draft): string[] {
  return missingKeys(draft).map(fieldName);
}
