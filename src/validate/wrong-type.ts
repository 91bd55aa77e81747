import { nearest } from '../encoding/nearest.js';
import { appendPointer, pointerTokens } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import { keyFormOf } from '../keys/key-form.js';
import type { Finding, PlannedFix } from './finding.js';
import { quoteReceived, receivedField } from './received.js';
import { secret } from './rules/secret.js';
import { allows, hasForm, isOfType, resolve, schemaAt, type SchemaNode, typesOf } from './schema-node.js';

/** What can be done about a value of the wrong type. */
interface WayOut {
  readonly hint: string;
  readonly suggestions?: readonly string[];
  readonly fix?: PlannedFix;
}

export function wrongType(root: SchemaNode, pointer: string, value: unknown): Finding {
  const here = schemaAt(root, pointer) ?? {};
  return {
    ruleId: 'schema/type',
    severity: 'error',
    message: `${receivedField(pointer)} should be ${describeType(here)}, not ${isKeyFile(pointer, value) ? 'a key' : describeValue(value)}`,
    pointer,
    ...wayOut(root, here, pointer, value),
  };
}

/** A file that is one text may be a bare key in the place of the source: nothing of it may be repeated. */
function isKeyFile(pointer: string, value: unknown): boolean {
  return pointer === '' && typeof value === 'string' && keyFormOf(value) !== 'unknown';
}

/** Numbers that YAML has made of a text are not repeated: 1.10 would be shown as 1.1, and what is meant is 1.10. */
function wayOut(root: SchemaNode, here: SchemaNode, pointer: string, value: unknown): WayOut {
  if (allows(here, 'string')) return toText(root, here, pointer, value);
  if (allows(here, 'array')) return toList(root, here, value);
  if (allows(here, 'object')) return toMapping(root, here, pointer, value);
  if (allows(here, 'boolean')) return toTruth(value);
  return { hint: `write ${describeNumber(here)}, without quotes${allows(here, 'null') ? ', or null' : ''}` };
}

function toText(root: SchemaNode, here: SchemaNode, pointer: string, value: unknown): WayOut {
  const oneOf = here.enum && `write one of ${listValues(here.enum)}`;
  if (value === null) return { hint: oneOf ?? whereNothingIs(root, pointer, 'a text') };
  if (Array.isArray(value)) {
    const only: unknown = value.length === 1 ? value[0] : undefined;
    const hint = oneOf ?? 'write one text: brackets and dashes make a list';
    if (typeof only !== 'string' || only === '' || secret.find(only) !== undefined || !hasForm(here, only))
      return { hint };
    // Not safe: [Your name] is how people mark what is to be replaced.
    return { hint, suggestions: [only], fix: { description: 'make it one text', safe: false, change: write(only) } };
  }
  if (typeof value === 'object') return { hint: oneOf ?? sentenceHint(value) };
  const asText = String(value);
  const hint = oneOf ?? 'if text is meant, put what you wrote in quotes';
  if (oneOf !== undefined || !hasForm(here, asText)) return { hint };
  return { hint, fix: { description: 'put it in quotes', safe: true, change: { kind: 'quote' } } };
}

/** A sentence with a colon is a mapping to YAML. */
function sentenceHint(value: object): string {
  const [key] = Object.keys(value);
  if (key === undefined) return 'write a text, in quotes if it begins with a brace';
  if (secret.find(key) !== undefined) return 'write a text';
  return `if this is a sentence with a colon, put it in quotes: "${quote(key, 30).slice(1, -1)}: …"`;
}

function toList(root: SchemaNode, here: SchemaNode, value: unknown): WayOut {
  const items = resolve(root, here.items);
  const ofTexts = allows(items, 'string');
  const lines = ofTexts
    ? 'write each entry on a line of its own, behind a dash'
    : 'put a dash in front of the first key of each entry';
  if (value === null) return { hint: here.minItems ? lines : `${lines}; write [] if there is none` };
  if (typeof value !== 'string') return { hint: lines };
  if (/^-[^\S ]/.test(value)) return { hint: 'what stands behind the dash is no plain space: write one' };
  if (/^-\S/.test(value)) return { hint: 'put a space behind each dash: - like this' };
  if (/^[\u2010-\u2015\u2022\u00b7*+\u2212\uff0d]\s/u.test(value)) {
    return { hint: `what stands in front is no dash of YAML: write - and a space` };
  }
  if (/^[^[]*\]$/.test(value)) return { hint: 'write [ in front of the first entry' };
  if (!ofTexts || value === '') return { hint: lines };
  if (!here.minItems && /^(?:none|n\/a|not applicable|nothing|nil|no|null|-)\.?$/i.test(value)) {
    const safe = /^(?:none|n\/a|not applicable)\.?$/i.test(value);
    const fix: PlannedFix = { description: 'write []', safe, change: { kind: 'entries', texts: [] } };
    return { hint: 'write [] where there is none', suggestions: ['[]'], fix };
  }
  const parted = entriesOf(items ?? {}, value);
  if (parted) return parted;
  if (!hasForm(items ?? {}, value) || (items?.enum && !items.enum.includes(value))) return { hint: lines };
  // Whether commas part entries or belong to one is for the author to say.
  const fix: PlannedFix = {
    description: 'make it a list with one entry',
    safe: !/[,;|\n]/.test(value),
    change: { kind: 'list' },
  };
  return { hint: lines, fix };
}

/** Words with commas between, as lists are written elsewhere. */
function entriesOf(items: SchemaNode, value: string): WayOut | undefined {
  const parts = value.split(',', 41).map((part) => part.trim());
  if (parts.length < 2 || parts.length > 40 || /[\r\n]/.test(value) || secret.find(value) !== undefined)
    return undefined;
  const fit = (text: string): boolean => text !== '' && hasForm(items, text) && (items.enum?.includes(text) ?? true);
  if (!parts.every(fit)) return undefined;
  // A sentence has commas, too.
  const areWords = parts.every((part) => part.split(/\s+/, 4).length < 4 && !/^(?:and|or|und|oder)\s/i.test(part));
  if (!areWords || /[.!?]$/.test(value)) return undefined;
  const written = `[${parts.join(', ')}]`;
  return {
    hint: `write ${quote(written, 80).slice(1, -1)}, or a dash and a line for each`,
    // Only where none of the entries can hold a comma is it sure that they are several.
    fix: { description: 'make it a list', safe: !fit(value), change: { kind: 'entries', texts: parts } },
  };
}

function toMapping(root: SchemaNode, here: SchemaNode, pointer: string, value: unknown): WayOut {
  const names = Object.keys(here.properties ?? {});
  const name = pointerTokens(pointer).at(-1);
  const shown = (here.required?.length ? here.required : names).slice(0, 4).join(', ');
  const lines = `write its keys below it, each on a line of its own and indented${shown && `: ${shown}`}`;
  const hint = pointer === '' ? `write keys, each on a line of its own${shown && `: ${shown}`}` : lines;
  if (Array.isArray(value)) {
    const entries = value.filter((item) => isOfType(item, 'object'));
    const isMembers = entries.length > 0 && entries.length === value.length;
    return { hint: isMembers ? 'take away the dashes: keys stand without them' : hint };
  }
  if (typeof value !== 'string' || secret.find(value) !== undefined) return { hint };
  const glued = names.find((known) => value.startsWith(`${known}:`));
  if (glued !== undefined) return { hint: `put a space behind each colon: ${glued}: …` };
  const only = here.required?.length === 1 ? here.required[0] : undefined;
  if (only === undefined) return { hint };
  const choices = (schemaAt(root, appendPointer(pointer, only))?.enum ?? []).filter((one) => typeof one === 'string');
  const meant = choices.includes(value) ? value : nearest(value, choices);
  if (meant === undefined || name === undefined) return { hint };
  const write = `write ${name}: { ${only}: ${meant} }`;
  if (meant !== value) return { hint: write };
  return {
    hint: write,
    fix: { description: `write it as the ${only}`, safe: true, change: { kind: 'mapping', key: only } },
  };
}

function toTruth(value: unknown): WayOut {
  const hint = 'write true or false, without quotes';
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  if (['yes', 'y', 'on', 'true'].includes(word)) return { hint: 'write true, without quotes', suggestions: ['true'] };
  if (['no', 'n', 'off', 'false'].includes(word))
    return { hint: 'write false, without quotes', suggestions: ['false'] };
  return { hint };
}

function whereNothingIs(root: SchemaNode, pointer: string, what: string): string {
  const tokens = pointerTokens(pointer);
  const parent = schemaAt(root, pointer.slice(0, pointer.lastIndexOf('/')));
  if (allows(parent, 'array')) return `write ${what} behind the dash, or remove the dash`;
  const optional = !parent?.required?.includes(tokens.at(-1) ?? '');
  return `write ${what} behind the colon${optional ? ', or leave out the key' : ''}`;
}

const write = (text: string) => ({ kind: 'write', text }) as const;

export function listValues(values: readonly unknown[]): string {
  const isText = values.every((value) => typeof value === 'string');
  return values.map((value) => (isText ? String(value) : JSON.stringify(value))).join(', ');
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

function describeType(schema: SchemaNode): string {
  return typesOf(schema)
    .map((name) => typeNames[name] ?? name)
    .join(' or ');
}

/** `a whole number of at least 0`, `a number from 0 to 1`. */
export function describeNumber({ type, minimum, maximum }: SchemaNode): string {
  const what = [type].flat().includes('integer') ? 'a whole number' : 'a number';
  if (minimum !== undefined && maximum !== undefined) return `${what} from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${what} of at least ${minimum}`;
  return maximum === undefined ? what : `${what} of at most ${maximum}`;
}

export function describeValue(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') {
    const shown = quoteReceived(value);
    return shown.startsWith('"') ? `the text ${shown}` : shown;
  }
  return `the ${typeof value} ${String(value)}`;
}
