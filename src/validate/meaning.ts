import { allows, type SchemaNode } from './schema-node.js';
import { listValues } from './wrong-type.js';

// A hint is one line that is read at a glance; the page of the format says the rest.
const LONGEST = 64;

/** What a schema says of a value, in a few words that go on a sentence: its first sentence, or the beginning of that. */
export function meaningOf(schema: SchemaNode | undefined): string {
  const [sentence = ''] = (schema?.description ?? '').split(/\.(?:\s|$)/, 1);
  const [part = ''] = sentence.length > LONGEST ? sentence.split(/[;:]/, 1) : [sentence];
  // Names and abbreviations keep their capitals.
  return /^[A-Z](?:[a-z]| )/.test(part) ? part.charAt(0).toLowerCase() + part.slice(1) : part;
}

/** What to do about a key that is missing: what may stand there, and what it is for. */
export function adding(schema: SchemaNode | undefined, key: string): string {
  if (!schema) return `add ${key}`;
  if (schema.enum) return `add ${key}: one of ${listValues(schema.enum)}`;
  const needed = schema.required ?? [];
  if (needed.length > 1) return `add ${key}, with ${needed.slice(0, -1).join(', ')} and ${needed.at(-1)}`;
  const meaning = meaningOf(schema);
  const example: unknown = schema.examples?.[0];
  const such = typeof example === 'string' ? `, such as ${example}` : '';
  const form = formOf(schema);
  return `add ${key}${form}${meaning === '' ? '' : `: ${meaning}`}${such}`;
}

function formOf(schema: SchemaNode): string {
  if (allows(schema, 'array')) return schema.minItems ? ', a list' : ', a list ([] where there is none)';
  const [needed] = schema.required ?? [];
  return needed === undefined ? '' : `, with ${needed}`;
}
