import { isObject, type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import { nearest } from '../encoding/nearest.js';
import { appendPointer } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { type Finding, OVERLAY } from '../validate/finding.js';
import { capabilityIds, overlayKeys } from '../validate/overlay-keys.js';
import { quoteReceived } from '../validate/received.js';
import type { GivenOverlay } from './given-overlay.js';

/**
 * What a manifest and its overlay lack of each other. Of parts that are broken nothing is said: they have their message.
 * Pointers behind `OVERLAY` are into the overlay.
 */
export function checkOverlay(manifest: JsonValue, overlay: GivenOverlay | undefined): Finding[] {
  return [
    ...missingCategories(manifest, overlay),
    ...repeatedIds(manifest),
    ...strayEntries(manifest, overlay?.value),
    ...ambiguousEntries(manifest, overlay?.value),
  ];
}

function missingCategories(manifest: JsonValue, given: GivenOverlay | undefined): Finding[] {
  if (given && !given.isSound) return [];
  const overlay = given?.value;
  const findings: Finding[] = [];
  const artifact = member(manifest, 'artifact');
  if (isObject(artifact) && member(member(overlay, 'artifact'), 'categories') === undefined) {
    findings.push(missingCategory('/artifact', 'the artifact'));
  }
  const keysOf = overlayKeys(manifest, overlay);
  const ids = capabilityIds(manifest);
  const strays = strayKeys(manifest, overlay);
  for (const [number, capability] of items(manifest).entries()) {
    if (!isObject(capability) || hasUnreadableId(capability)) continue;
    const [key] = keysOf(number);
    const entry = key === undefined ? undefined : member(member(overlay, 'capabilities'), key);
    if (member(entry, 'categories') !== undefined) continue;
    const id = ids[number];
    // The entry that is meant for it has its message.
    if (id !== undefined && strays.some((stray) => nearest(stray, [id]) !== undefined)) continue;
    const { name } = capability;
    const what = typeof name === 'string' ? `the capability ${quoteReceived(name)}` : `capabilities[${number}]`;
    findings.push(missingCategory(`/capabilities/${number}`, what, id ?? String(number)));
  }
  return findings;
}

/** @param key the capability's in an overlay; none for the artifact */
function missingCategory(pointer: string, what: string, key?: string): Finding {
  const { artifact, capability } = unfragileAi.categories;
  const [entry, known] =
    key === undefined
      ? [`{ artifact: { categories: [${artifact[0]}] } }`, artifact]
      : [`{ capabilities: { ${flowKey(key)}: { categories: [${capability[0]}] } } }`, capability];
  return {
    ruleId: 'manifest/missing-category',
    severity: 'error',
    message: `${what} has no category, and a manifest has no place for one`,
    pointer,
    part: 'key',
    hint: `give it in an overlay file (--overlay FILE), the most fitting first: ${entry}; known are ${known.join(', ')}`,
  };
}

/** A key as YAML takes it for text, in quotes where it would be something else without. */
function flowKey(key: string): string {
  return /^[a-z][\w-]*$/i.test(key) && !/^(?:true|false|null)$/i.test(key) ? key : JSON.stringify(key);
}

/** An overlay could mean either of them. */
function repeatedIds(manifest: JsonValue): Finding[] {
  const first = new Map<string, number>();
  return capabilityIds(manifest).flatMap((id, number): Finding[] => {
    if (id === undefined) return [];
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, number);
      return [];
    }
    return [
      {
        ruleId: 'manifest/duplicate-id',
        severity: 'error',
        message: `capabilities[${number}].id is ${quoteReceived(id)}, as is capabilities[${before}].id`,
        pointer: `/capabilities/${number}/id`,
        hint: 'give each capability an id of its own',
        related: [{ message: 'the first one', pointer: `/capabilities/${before}/id` }],
      },
    ];
  });
}

/** One capability under two keys of the overlay: nothing is taken from two places. */
function ambiguousEntries(manifest: JsonValue, overlay: JsonValue | undefined): Finding[] {
  const keysOf = overlayKeys(manifest, overlay);
  return items(manifest).flatMap((_, number): Finding[] => {
    const [id, second] = keysOf(number);
    if (id === undefined || second === undefined) return [];
    return [
      {
        ruleId: 'manifest/overlay-ambiguous',
        severity: 'error',
        message: `the overlay speaks of capabilities[${number}] twice: as ${quoteReceived(id)} and as ${quote(second)}`,
        pointer: entryPointer(second),
        part: 'key',
        hint: `put both together under ${flowKey(id)}`,
        related: [
          { message: 'the other one', pointer: entryPointer(id), part: 'key' },
          { message: 'the capability', pointer: `/capabilities/${number}`, part: 'key' },
        ],
      },
    ];
  });
}

/** Entries of the overlay that fit no capability: most likely misspelt. */
function strayEntries(manifest: JsonValue, overlay: JsonValue | undefined): Finding[] {
  const ids = capabilityIds(manifest);
  const named = ids.filter((id) => id !== undefined);
  const known = [...new Set(ids.flatMap((id, number) => [String(number), id ?? []].flat()))];
  return strayKeys(manifest, overlay).map((key): Finding => {
    const suggestion = nearest(key, named);
    const list = `its capabilities are ${known.join(', ')}`;
    return {
      ruleId: 'manifest/overlay-unused',
      severity: 'error',
      message: `the overlay speaks of a capability ${quoteReceived(key, '')} that the manifest does not have`,
      pointer: entryPointer(key),
      part: 'key',
      hint: suggestion === undefined ? list : `did you mean ${suggestion}? ${list}`,
      suggestions: suggestion === undefined ? [] : [suggestion],
      related: [{ message: 'the capabilities of the manifest', pointer: '/capabilities', part: 'key' }],
    };
  });
}

/** None where a capability is broken: it may be the one that is meant. */
function strayKeys(manifest: JsonValue, overlay: JsonValue | undefined): string[] {
  const entries = member(overlay, 'capabilities');
  const list = items(manifest);
  if (!isObject(entries) || list.length === 0) return [];
  if (!list.every((capability) => isObject(capability) && !hasUnreadableId(capability))) return [];
  const known = new Set(capabilityIds(manifest).flatMap((id, number) => [String(number), id ?? []].flat()));
  return Object.keys(entries).filter((key) => !known.has(key));
}

function hasUnreadableId(capability: JsonObject): boolean {
  return capability.id !== undefined && typeof capability.id !== 'string';
}

function items(manifest: JsonValue): readonly JsonValue[] {
  const list = member(manifest, 'capabilities');
  return Array.isArray(list) ? list : [];
}

function entryPointer(key: string): string {
  return OVERLAY + appendPointer('/capabilities', key);
}
