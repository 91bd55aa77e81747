/** What JSON can say, and nothing else. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;

export type JsonObject = { [name: string]: JsonValue };

/** Levels of nesting that are read or canonicalized; a passport needs eight. */
export const MAX_DEPTH = 128;

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that name which the object has of its own; undefined where there is none, or no object. */
export function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
