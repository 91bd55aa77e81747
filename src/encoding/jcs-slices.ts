import type { JsonValue, ReadJson } from './json.js';
import { memberOrder } from './member-order.js';

/**
 * The canonical text (RFC 8785) of a part of a compact text, put together from slices of it: its strings need no
 * escape and its other tokens no change, so only the order of members differs. Three times faster than writing anew.
 *
 * Why the slices are right: a compact text has every token at the place where JSON.stringify would put it, so places
 * follow from the lengths of values. Numbers, which alone might be spelt otherwise, are compared one by one; names
 * that an object does not keep in the text's order are refused.
 *
 * @param json what `readJson` gave
 * @param path names of members from the root to the part
 * @param omit a member of the part to leave out
 * @returns undefined where the text is not of this kind, or has no such part: then it must be written anew
 */
export function canonicalSlices(json: ReadJson, path: readonly string[], omit?: string): string | undefined {
  if (!json.compact) return undefined;
  let value = json.value;
  let start = 0;
  for (const name of path) {
    const found = isObject(value) && Object.hasOwn(value, name) ? memberStart(value, start, name) : undefined;
    if (found === undefined) return undefined;
    start = found;
    value = (value as { [name: string]: JsonValue })[name] as JsonValue;
  }
  return new Slicer(json.text, start).canonical(value, omit);
}

/** Where the value of a member begins, the object beginning at `start`. */
function memberStart(object: { [name: string]: JsonValue }, start: number, wanted: string): number | undefined {
  const names = Object.keys(object);
  if (memberOrder(names) === undefined) return undefined;
  let at = start + 1;
  for (const name of names) {
    at += name.length + 3;
    if (name === wanted) return at;
    at += compactLength(object[name] as JsonValue) + 1;
  }
  return undefined;
}

class Slicer {
  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  /** The canonical text of the value that begins here, which is then passed over. */
  canonical(value: JsonValue, omit?: string): string | undefined {
    const length = this.flatLength(value);
    if (length === undefined) return undefined;
    if (length !== NESTED) return this.text.slice(this.at, (this.at += length));
    return Array.isArray(value) ? this.items(value) : this.members(value as { [name: string]: JsonValue }, omit);
  }

  private items(items: readonly JsonValue[]): string | undefined {
    let text = '';
    for (let i = 0; i < items.length; i++) {
      this.at++;
      const item = this.canonical(items[i] as JsonValue);
      if (item === undefined) return undefined;
      text += i === 0 ? `[${item}` : `,${item}`;
    }
    this.at++;
    return `${text}]`;
  }

  private members(object: { [name: string]: JsonValue }, omit: string | undefined): string | undefined {
    const names = Object.keys(object);
    const order = memberOrder(names);
    if (order === undefined) return undefined;
    const members: string[] = [];
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string;
      const value = object[name] as JsonValue;
      const start = ++this.at;
      this.at += name.length + 3;
      const length = this.flatLength(value);
      if (length === undefined) return undefined;
      if (length !== NESTED) members.push(this.text.slice(start, (this.at += length)));
      else {
        const nested = this.canonical(value);
        if (nested === undefined) return undefined;
        members.push(`"${name}":${nested}`);
      }
    }
    // An empty object has no comma or brace before its closing one.
    this.at += names.length === 0 ? 2 : 1;
    let text = '';
    for (let i = 0; i < order.places.length; i++) {
      if (order.names[i] === omit) continue;
      text += text === '' ? `{${members[order.places[i] as number]}` : `,${members[order.places[i] as number]}`;
    }
    return text === '' ? '{}' : `${text}}`;
  }

  /** The length of a value without order in it: a scalar, or an array of scalars. Undefined for a number spelt otherwise. */
  private flatLength(value: JsonValue): number | typeof NESTED | undefined {
    if (typeof value === 'string') return value.length + 2;
    if (typeof value !== 'object' || value === null) return this.scalarLength(value, this.at);
    if (!Array.isArray(value)) return NESTED;
    let length = 1;
    for (let i = 0; i < value.length; i++) {
      const item = value[i] as JsonValue;
      if (typeof item === 'string') length += item.length + 3;
      else if (typeof item === 'object' && item !== null) return NESTED;
      else {
        const scalar = this.scalarLength(item, this.at + length);
        if (scalar === undefined) return undefined;
        length += scalar + 1;
      }
    }
    return value.length === 0 ? 2 : length;
  }

  private scalarLength(value: null | boolean | number, at: number): number | undefined {
    if (typeof value !== 'number') return value === false ? 5 : 4;
    const written = String(value);
    return this.text.startsWith(written, at) ? written.length : undefined;
  }
}

/** Stands for a length where there are members to be put in order. */
const NESTED = -1;

function compactLength(value: JsonValue): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'number') return String(value).length;
  if (value === null || value === true) return 4;
  if (value === false) return 5;
  let length = 1;
  if (Array.isArray(value)) {
    for (const item of value) length += compactLength(item) + 1;
  } else {
    for (const name of Object.keys(value)) length += name.length + 3 + compactLength(value[name] as JsonValue) + 1;
  }
  return length === 1 ? 2 : length;
}

function isObject(value: JsonValue): value is { [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
