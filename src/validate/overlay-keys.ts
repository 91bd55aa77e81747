import { isObject, type JsonValue, member } from '../encoding/json-value.js';

/**
 * By which keys an overlay speaks of each capability of a manifest: its id, and its number where no capability has that
 * for an id. The first is the one that counts.
 */
export function overlayKeys(
  manifest: JsonValue | undefined,
  overlay: JsonValue | undefined,
): (number: number) => string[] {
  const entries = member(overlay, 'capabilities');
  if (!isObject(entries)) return () => [];
  const ids = capabilityIds(manifest);
  const taken = new Set(ids);
  return (number) => {
    const byNumber = taken.has(String(number)) ? undefined : String(number);
    return [ids[number], byNumber].filter((key) => key !== undefined && Object.hasOwn(entries, key)) as string[];
  };
}

/** The id of each capability; undefined where it has none, or none that is text. */
export function capabilityIds(manifest: JsonValue | undefined): Array<string | undefined> {
  const list = member(manifest, 'capabilities');
  if (!Array.isArray(list)) return [];
  return list.map((capability) => {
    const id = member(capability, 'id');
    return typeof id === 'string' ? id : undefined;
  });
}
