import type { JsonValue } from '../encoding/json-value.js';
import { member } from '../encoding/json-value.js';
import { appendPointer } from '../encoding/pointer.js';
import type { Fact, Found } from './draft.js';

/** What is found in one file, each with the place that people call it by; undefined where there is nothing. */
export type Finds = <T>(value: T | undefined, place: string, guess?: string) => Found<T> | undefined;

export function findsIn(file: string): Finds {
  return (value, place, guess) => (value === undefined ? undefined : { value, origin: { file, place }, guess });
}

/** The facts of which there is something to say. */
export function factsOf(found: { readonly [name in Fact['name']]?: Found<string> | undefined }): Fact[] {
  return (['version', 'license'] as const).flatMap((name) => {
    const one = found[name];
    return one && one.value !== '' ? [{ name, found: one }] : [];
  });
}

/** A list with something in it; each entry once, as a second one would say nothing. */
export function listed(entries: ReadonlyArray<string | undefined>): string[] | undefined {
  const texts = [...new Set(entries.filter((entry) => entry !== undefined && entry !== ''))] as string[];
  return texts.length === 0 ? undefined : texts;
}

/** A text of one line with something in it: other white space is how its file was laid out. */
export function lineOf(value: JsonValue | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** The text of a member, on one line. */
export function textAt(value: JsonValue | undefined, ...names: readonly string[]): string | undefined {
  return lineOf(names.reduce<JsonValue | undefined>(member, value));
}

/** The texts of a list that is a member; what else is in it is passed over. */
export function textsAt(value: JsonValue | undefined, ...names: readonly string[]): string[] | undefined {
  const list = names.reduce<JsonValue | undefined>(member, value);
  return Array.isArray(list) ? listed(list.map(lineOf)) : undefined;
}

/** The entries of a list that is a member, each with its pointer; none where it is no list. */
export function entriesAt(
  value: JsonValue | undefined,
  name: string,
): Array<{ readonly entry: JsonValue; readonly place: string }> {
  const list = member(value, name);
  if (!Array.isArray(list)) return [];
  return list.map((entry, index) => ({ entry, place: appendPointer(appendPointer('', name), index) }));
}

/** The members of an object that is a member; none where it is no object. */
export function membersAt(value: JsonValue | undefined, name: string): Array<readonly [string, JsonValue]> {
  const object = member(value, name);
  return typeof object === 'object' && object !== null && !Array.isArray(object) ? Object.entries(object) : [];
}
