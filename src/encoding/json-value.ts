/** What JSON can say, and nothing else. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [name: string]: JsonValue };
