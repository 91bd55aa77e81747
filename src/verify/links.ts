import { isObject, type JsonValue, member } from '../encoding/json-value.js';
import { appendPointer } from '../encoding/pointer.js';
import { deriveLinks, registryUrl } from '../passport/links.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Payload } from '../passport/types.generated.js';
import type { Difference } from './verdict.js';

/**
 * How `_links`, which nothing signs, differ from those that the signed payload gives. Undefined for a payload of
 * another registry than the profile's: its addresses are not known.
 */
export function compareLinks(
  received: JsonValue | undefined,
  payload: Payload,
  profile: RegistryProfile,
): Difference[] | undefined {
  const { slug, page_url } = payload.artifact;
  if (page_url !== registryUrl(profile, 'artifact', slug)) return undefined;
  const expected = new Map<string, string>(Object.entries(deriveLinks(profile, slug)));
  if (!isObject(received)) {
    return [{ pointer: '/_links', expected: JSON.stringify(Object.fromEntries(expected)), received: shown(received) }];
  }
  const differences: Difference[] = [];
  for (const name of new Set([...expected.keys(), ...Object.keys(received)])) {
    const link = member(received, name);
    if (link === expected.get(name)) continue;
    differences.push({ pointer: appendPointer('/_links', name), expected: expected.get(name), received: shown(link) });
  }
  return differences;
}

/** A value for people: a text as it is, anything else as JSON. */
export function shown(value: JsonValue | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
}
