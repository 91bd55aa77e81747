import { type JsonValue, member } from './json-value.js';

/** RFC 6901 section 3: `~` is written `~0`, `/` is written `~1`. */
export function appendPointer(pointer: string, token: string | number): string {
  if (typeof token === 'number') return `${pointer}/${token}`;
  return `${pointer}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A pointer, and the document that it is into where that is another one: `name#/pointer`. */
export function splitReference(reference: string): { readonly document: string; readonly pointer: string } {
  const mark = reference.startsWith('/') ? -1 : reference.indexOf('#');
  return { document: reference.slice(0, Math.max(0, mark)), pointer: reference.slice(mark + 1) };
}

/** The reference tokens of an RFC 6901 pointer, unescaped, whatever document it is into; the empty pointer has none. */
export function pointerTokens(reference: string): string[] {
  const { pointer } = splitReference(reference);
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** How people name a place in a document: `/capabilities/0/name` reads `capabilities[0].name`. */
export function fieldName(pointer: string): string {
  let name = '';
  for (const token of pointerTokens(pointer)) {
    if (/^(0|[1-9]\d*)$/.test(token)) name += `[${token}]`;
    else name += name === '' ? token : `.${token}`;
  }
  return name === '' ? 'the document' : name;
}

/** The value that a pointer leads to; undefined where it leads nowhere. */
export function valueAt(value: JsonValue, pointer: string): JsonValue | undefined {
  return pointerTokens(pointer).reduce<JsonValue | undefined>(
    (at, token) =>
      Array.isArray(at) ? (/^(0|[1-9]\d*)$/.test(token) ? at[Number(token)] : undefined) : member(at, token),
    value,
  );
}
