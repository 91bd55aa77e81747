import type { JsonValue } from '../encoding/json-value.js';
import type { Found } from './draft.js';

/** A value with its place in a file, and why it may be wrong. */
export type Placing = <T>(place: string, value: T, guess?: string) => Found<T>;

export function foundIn(file: string): Placing {
  return (place, value, guess) => ({ value, origin: { file, place }, guess });
}

/** The words of a text, undefined where there are none. */
export function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** The texts of a list, or the one that stands for a list, each once. */
export function textsOf(value: JsonValue | undefined): string[] {
  const texts = (Array.isArray(value) ? value : [value]).flatMap((entry) => textOf(entry) ?? []);
  return [...new Set(texts)];
}

/** A list that has something in it. */
export function filled<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}

/** The first address of the web among them that a source can have. */
export function webAddress(candidates: ReadonlyArray<string | undefined>): string | undefined {
  return candidates.find((address) => address !== undefined && /^https?:\/\/[^\s<>"]+$/.test(address));
}
