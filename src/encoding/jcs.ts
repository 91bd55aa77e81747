import { PassportError } from '../errors.js';
import { isEscaped } from './json-survey.js';
import { type JsonValue, MAX_DEPTH } from './json-value.js';
import { memberOrder } from './member-order.js';
import { appendPointer } from './pointer.js';
import { encodeUtf8 } from './utf8.js';

/**
 * The canonical bytes of a JSON value: RFC 8785 (JCS), UTF-8. Member names are sorted by UTF-16 code units
 * (section 3.2.3); strings and numbers are written as ECMAScript writes them (3.2.2.2, 3.2.2.3); -0 is written 0.
 * Strictly JSON: undefined, functions, NaN, infinities, bigints, symbols, holes, instances of classes, strings with
 * lone surrogates and more than 128 levels are refused, never skipped or converted; `toJSON` is never called. What
 * an array has beside its elements is not looked at. The value must be data: getters and proxies may be read twice.
 * @throws PassportError ERR_NOT_JSON, naming the place by RFC 6901 pointer
 */
export function canonicalize(value: JsonValue): Uint8Array {
  return encodeUtf8(canonicalText(value));
}

/** The same as text, for callers that go on with text. */
export function canonicalText(value: JsonValue): string {
  // Somebody's Object.prototype.toJSON would be called on every object.
  const sorted = 'toJSON' in Object.prototype ? unsortable : sortMembers(value, 1);
  const text = sorted === unsortable ? concatenate(value, 1) : JSON.stringify(sorted);
  // A lone surrogate is written as an escape (\udXXX), and nothing else that way; few texts have a backslash at all.
  if (text === undefined || (text.includes('\\') && hasSurrogateEscape(text))) throw notJson(value);
  return text;
}

// --- sorting ------------------------------------------------------------------------------------------------------
// Objects are rebuilt with their members in order, then serialized by one native call: several times faster than
// concatenating.

/** Not a JSON value: the object has names that insertion cannot order, or is not JSON at all. */
const unsortable = Symbol('unsortable');
type Sorted = JsonValue | typeof unsortable;

function sortMembers(value: JsonValue, depth: number): Sorted {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : unsortable;
    case 'object':
      if (value === null) return null;
      if (depth > MAX_DEPTH) return unsortable;
      return Array.isArray(value) ? sortItems(value, depth) : sortObject(value, depth);
    default:
      return unsortable;
  }
}

function sortItems(items: JsonValue[], depth: number): Sorted {
  // JSON.stringify would call a toJSON that somebody hung on the array, or on all arrays.
  if (!isPlainArray(items) || (items as { toJSON?: unknown }).toJSON !== undefined) return unsortable;
  let sorted = items;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as JsonValue;
    if (typeof item === 'string') continue;
    const sortedItem = sortMembers(item, depth + 1);
    if (sortedItem === unsortable) return unsortable;
    if (sortedItem === item) continue;
    // An array of strings and numbers is serialized as it is; one that holds objects is rebuilt.
    if (sorted === items) sorted = items.slice();
    sorted[i] = sortedItem;
  }
  return sorted;
}

function sortObject(object: { [name: string]: JsonValue }, depth: number): Sorted {
  if (!isPlain(object)) return unsortable;
  const order = memberOrder(Object.keys(object))?.names;
  if (order === undefined) return unsortable;
  const sorted = new Members();
  for (let i = 0; i < order.length; i++) {
    const name = order[i] as string;
    const member = object[name] as JsonValue;
    if (typeof member === 'string') {
      sorted[name] = member;
      continue;
    }
    const sortedMember = sortMembers(member, depth + 1);
    if (sortedMember === unsortable) return unsortable;
    sorted[name] = sortedMember;
  }
  return sorted;
}

/**
 * An object that inherits nothing, so that no name is met with a setter or as read-only when it is assigned. As an
 * instance it keeps the fast form that Object.create(null) does not have.
 */
const Members = function () {} as unknown as new () => { [name: string]: JsonValue };
Members.prototype = Object.freeze(Object.create(null));

function isPlainArray(items: readonly JsonValue[]): boolean {
  return Object.getPrototypeOf(items) === Array.prototype;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0;
}

// --- the general way ----------------------------------------------------------------------------------------------

/** The canonical text piece by piece; `undefined` for what is not JSON. */
function concatenate(value: JsonValue, depth: number): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : undefined;
  if (typeof value !== 'object' || depth > MAX_DEPTH) return undefined;
  const parts: string[] = [];
  if (Array.isArray(value)) {
    if (!isPlainArray(value)) return undefined;
    for (let i = 0; i < value.length; i++) {
      const item = concatenate(value[i] as JsonValue, depth + 1);
      if (item === undefined) return undefined;
      parts.push(item);
    }
    return `[${parts.join(',')}]`;
  }
  if (!isPlain(value)) return undefined;
  for (const name of Object.keys(value).sort()) {
    const member = concatenate(value[name] as JsonValue, depth + 1);
    if (member === undefined) return undefined;
    parts.push(`${JSON.stringify(name)}:${member}`);
  }
  return `{${parts.join(',')}}`;
}

// --- errors -------------------------------------------------------------------------------------------------------

function hasSurrogateEscape(text: string): boolean {
  for (let at = text.indexOf('\\ud'); at !== -1; at = text.indexOf('\\ud', at + 1)) {
    if (!isEscaped(text, at)) return true;
  }
  return false;
}

function notJson(value: JsonValue): PassportError {
  const found = findNotJson(value, '', 1) ?? { pointer: '', what: 'a value outside JSON' };
  const where = found.pointer === '' ? 'the value' : found.pointer;
  return new PassportError('ERR_NOT_JSON', `cannot canonicalize ${where}: ${found.what}`, {
    hint: 'give plain JSON: objects, arrays, well-formed strings, finite numbers, booleans and null',
  });
}

function findNotJson(value: unknown, pointer: string, depth: number): { pointer: string; what: string } | undefined {
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'string':
      return value.isWellFormed() ? undefined : { pointer, what: 'the string holds half of a surrogate pair' };
    case 'number':
      return Number.isFinite(value) ? undefined : { pointer, what: `${value} is not a JSON number` };
    case 'object':
      break;
    default:
      return { pointer, what: `${typeof value} is not a JSON value` };
  }
  if (value === null) return undefined;
  if (depth > MAX_DEPTH) return { pointer, what: `nested deeper than ${MAX_DEPTH} levels, or in itself` };
  if (Array.isArray(value)) {
    if (!isPlainArray(value as JsonValue[])) return { pointer, what: 'the array is not a plain one' };
    for (let i = 0; i < value.length; i++) {
      const found = findNotJson(value[i], appendPointer(pointer, i), depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!isPlain(value)) return { pointer, what: 'the object is not a plain one' };
  for (const [name, member] of Object.entries(value)) {
    if (!name.isWellFormed()) return { pointer, what: 'a member name holds half of a surrogate pair' };
    const found = findNotJson(member, appendPointer(pointer, name), depth + 1);
    if (found) return found;
  }
  return undefined;
}
