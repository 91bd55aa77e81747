import type { JsonValue } from '../encoding/json-value.js';
import { member } from '../encoding/json-value.js';
import type { Found } from './draft.js';
import { type Finds, lineOf, membersAt, textAt, textsAt } from './found.js';

/** What the registry files servers of this protocol under. */
export function mcpCategories(finds: Finds, place: string): Found<string[]> | undefined {
  return finds(['mcp-servers'], place, 'the category of such servers; add what this one is for');
}

/** A tool's use is what all of them have in common. */
export function toolCategories(finds: Finds, place: string): Found<string[]> | undefined {
  const why = 'it is a tool; put the category of what it does before this one';
  return finds(['tool-use-integration'], place, why);
}

/** Something that whoever runs it has to set: an environment variable, a header, a field of its configuration. */
export interface Setting {
  /** Such as `LIBRARY_KEY in the environment`. */
  readonly what: string;
  readonly isSecret: boolean;
  readonly isRequired: boolean;
  readonly description: string | undefined;
}

export function settingText({ what, isSecret, isRequired, description }: Setting): string {
  const kind = [isSecret ? 'secret' : '', isRequired ? '' : 'optional'].filter((word) => word !== '').join(', ');
  return `${what}${kind === '' ? '' : ` (${kind})`}${description === undefined ? '' : `: ${description}`}`;
}

// A schema may hold an essay; what is longer than a line is cut to its first sentence.
const LONGEST = 160;

/** The properties of an object's JSON Schema, as people read them: `branch (text): Name of the branch`. */
export function propertyTexts(schema: JsonValue | undefined): string[] | undefined {
  if (member(schema, 'type') !== 'object' && member(schema, 'properties') === undefined) return undefined;
  const required = textsAt(schema, 'required') ?? [];
  return membersAt(schema, 'properties').map(([name, property]) => {
    const type = typeText(property);
    const optional = required.includes(name) ? '' : type.startsWith('one of: ') ? '; optional' : ', optional';
    const description = textAt(property, 'description');
    const short = description === undefined || description.length <= LONGEST ? description : firstSentence(description);
    return `${lineOf(name) ?? '""'} (${type}${optional})${short === undefined ? '' : `: ${short}`}`;
  });
}

/** What a property's values are, in a few words. */
function typeText(property: JsonValue): string {
  const choices = member(property, 'enum');
  if (Array.isArray(choices) && choices.length > 0 && choices.length <= 8) {
    const words = choices.map((choice) => (typeof choice === 'string' ? lineOf(choice) : JSON.stringify(choice)));
    return `one of: ${words.join(', ')}`;
  }
  const format = textAt(property, 'format');
  const type = member(property, 'type');
  const types = (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string' && one !== 'null');
  if (types.length !== 1) return 'JSON';
  switch (types[0]) {
    case 'string':
      return format ?? 'text';
    case 'integer':
      return 'whole number';
    case 'number':
      return 'number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return `list of ${itemText(member(property, 'items'))}`;
    default:
      return 'JSON';
  }
}

function itemText(items: JsonValue | undefined): string {
  const type = member(items, 'type');
  return type === 'string' ? 'texts' : type === 'number' || type === 'integer' ? 'numbers' : 'JSON';
}

function firstSentence(text: string): string | undefined {
  const sentence = /^[^.!?]*[.!?](?=\s|$)/.exec(text)?.[0];
  return sentence !== undefined && sentence.length <= LONGEST ? sentence : undefined;
}
