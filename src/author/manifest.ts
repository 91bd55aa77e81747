import type { JsonValue } from '../encoding/json-value.js';
import { isSameWord, nearest } from '../encoding/nearest.js';
import { appendPointer, fieldName } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import type { Manifest, Overlay, Source } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import type { AuthoredSource } from '../trust/failure-modes.js';
import type { Finding } from '../validate/finding.js';
import { quoteReceived, receivedField } from '../validate/received.js';
import { checkSource } from '../validate/source.js';

/** A manifest as a source, and what it lacks or loses on the way. */
export interface MappedManifest {
  readonly source: AuthoredSource;
  /** Pointers are into the manifest. */
  readonly findings: readonly Finding[];
}

type ManifestCapability = Manifest['capabilities'][number];

/** What of a manifest has a place in a passport, by path; the rest is named, not carried over. */
const carried: ReadonlySet<string> = new Set([
  '/unfragile_version',
  '/artifact/name',
  '/artifact/slug',
  '/artifact/type',
  '/artifact/homepage',
  '/artifact/repository',
  '/capabilities/*/id',
  '/capabilities/*/name',
  '/capabilities/*/description',
  '/capabilities/*/intents_served',
  '/capabilities/*/conditions/bestFor',
  '/capabilities/*/conditions/limitations',
  '/capabilities/*/conditions/requires',
  '/pricing/model',
  '/failure_modes/*/mode',
]);

/** The toolkit's own names for what a manifest has elsewhere, by the path of the mapping that they stand in. */
const ownNames: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['/artifact', new Map([['url', 'homepage']])],
  [
    '/capabilities/*',
    new Map([
      ['intents', 'intents_served'],
      ['best_for', 'conditions.bestFor'],
      ['limitations', 'conditions.limitations'],
      ['requires', 'conditions.requires'],
    ]),
  ],
]);

/**
 * The registry's manifest (unfragile.yml, protocol 1.0) as a source. It has no categories and no input or output
 * types: those come from the overlay, and a capability without a category has no address.
 */
export function fromManifest(manifest: Manifest, overlay: Overlay): MappedManifest {
  const findings: Finding[] = [];
  const { artifact, pricing } = manifest;
  const extra = overlay.artifact ?? {};
  if (!extra.categories) findings.push(missingCategory('/artifact', 'the artifact'));
  findings.push(...repeatedIds(manifest), ...strayOverlays(manifest, overlay), ...ambiguousOverlays(manifest, overlay));
  const capabilities = manifest.capabilities.map((capability, number): Source['capabilities'][number] => {
    const more = overlayOf(manifest, overlay, number);
    if (!more.categories) {
      const name = `the capability ${quote(capability.name)}`;
      findings.push(missingCategory(`/capabilities/${number}`, name, capability.id ?? String(number)));
    }
    return {
      name: capability.name,
      description: capability.description,
      intents: capability.intents_served ?? [],
      best_for: capability.conditions?.bestFor ?? [],
      limitations: capability.conditions?.limitations ?? [],
      requires: capability.conditions?.requires ?? [],
      input_types: more.input_types ?? [],
      output_types: more.output_types ?? [],
      categories: more.categories ?? [],
    };
  });
  const source: AuthoredSource = {
    artifact: {
      slug: artifact.slug,
      name: artifact.name,
      type: artifact.type,
      url: artifact.homepage ?? artifact.repository ?? '',
      categories: extra.categories ?? [],
      tags: extra.tags ?? [],
      pricing: {
        model: (pricing?.model.replaceAll('-', '_') ?? 'unknown') as Source['artifact']['pricing']['model'],
        starting_price: extra.starting_price ?? null,
      },
      status: 'active',
    },
    capabilities,
    failure_modes: manifest.failure_modes?.map(({ mode }) => mode) ?? [],
  };
  findings.push(...misspeltKeys(manifest));
  const lost = [...notCarried(manifest, '', '')]
    .filter(({ meant }) => meant === undefined)
    .map(({ pointer }) => quote(fieldName(pointer)).slice(1, -1));
  if (lost.length > 0) {
    findings.push({
      ruleId: 'manifest/not-carried-over',
      severity: 'info',
      message: `not carried over: ${lost.join(', ')}`,
      pointer: '',
      hint: 'a passport has no place for them',
    });
  }
  if (findings.every(({ severity }) => severity !== 'error')) {
    const { failure_modes: _, ...own } = source;
    findings.push(...checkSource(own).map((finding) => ({ ...finding, pointer: sourcePointer(finding.pointer) })));
  }
  return { source, findings };
}

/** Where in a manifest a value of the source that was made from it stands. */
export function sourcePointer(pointer: string): string {
  return pointer
    .replace(/^\/artifact\/url$/, '/artifact/homepage')
    .replace(/^\/artifact\/pricing/, '/pricing')
    .replace(/^\/failure_modes\/(\d+)$/, '/failure_modes/$1/mode')
    .replace(/^(\/capabilities\/\d+)\/intents/, '$1/intents_served')
    .replace(/^(\/capabilities\/\d+)\/best_for/, '$1/conditions/bestFor')
    .replace(/^(\/capabilities\/\d+)\/(limitations|requires)/, '$1/conditions/$2');
}

/** A value that is meant as a manifest, but does not say so; undefined for anything else. */
export function missingVersion(value: JsonValue): Finding | undefined {
  if (!isMapping(value) || Object.hasOwn(value, 'unfragile_version')) return undefined;
  const misspelt = Object.keys(value).find((key) => nearest(key, ['unfragile_version']) !== undefined);
  const list = Array.isArray(value.capabilities) ? value.capabilities : [];
  if (misspelt === undefined && !list.some(isManifestCapability)) return undefined;
  const version = 'unfragile_version: "1.0"';
  return {
    ruleId: 'manifest/missing-version',
    severity: 'error',
    message: 'this looks like a manifest, but has no unfragile_version',
    pointer: misspelt === undefined ? '' : appendPointer('', misspelt),
    part: 'key',
    hint: misspelt === undefined ? `add ${version} as the first line` : `did you mean ${version}?`,
    ...(misspelt !== undefined && renaming(misspelt, 'unfragile_version')),
  };
}

/** A source has categories in every capability, and a manifest has no place for them. */
function isManifestCapability(value: JsonValue): boolean {
  return (
    isMapping(value) &&
    (Object.hasOwn(value, 'intents_served') || Object.hasOwn(value, 'conditions')) &&
    !Object.hasOwn(value, 'categories')
  );
}

/** Keys that a reader of the protocol passes over, and that are close to one which a passport would have. */
export function misspeltKeys(manifest: Manifest | JsonValue): Finding[] {
  return [...notCarried(manifest as object, '', '')].flatMap(({ pointer, key, meant }): Finding[] => {
    if (meant === undefined) return [];
    return [
      {
        ruleId: 'manifest/misspelt-key',
        severity: 'warning',
        message: `${quoteReceived(key)} is not a key of ${receivedField(pointer.slice(0, pointer.lastIndexOf('/')))}`,
        pointer,
        part: 'key',
        hint: `did you mean ${meant}? as it is, it is not carried over`,
        // Another mapping is no name that the key could get.
        ...(!meant.includes('.') && renaming(key, meant)),
      },
    ];
  });
}

function renaming(key: string, to: string): Pick<Finding, 'suggestions' | 'fix'> {
  const fix = { description: `rename it to ${to}`, safe: isSameWord(key, to), change: { kind: 'rename', to } as const };
  return { suggestions: [to], fix };
}

/** The key of the overlay for a capability: its id, or its number where no capability has that for an id. */
export function overlayKeys({ capabilities }: Manifest, overlay: Overlay, number: number): string[] {
  const { id } = capabilities[number] as ManifestCapability;
  const byNumber = capabilities.some((other) => other.id === String(number)) ? undefined : String(number);
  return [id, byNumber].filter(
    (key) => key !== undefined && Object.hasOwn(overlay.capabilities ?? {}, key),
  ) as string[];
}

function overlayOf(manifest: Manifest, overlay: Overlay, number: number) {
  const [key] = overlayKeys(manifest, overlay, number);
  return key === undefined ? {} : (overlay.capabilities?.[key] ?? {});
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
function repeatedIds({ capabilities }: Manifest): Finding[] {
  const first = new Map<string, number>();
  return capabilities.flatMap(({ id }, number): Finding[] => {
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
        message: `capabilities[${number}].id is ${quote(id)}, as is capabilities[${before}].id`,
        pointer: `/capabilities/${number}/id`,
        hint: 'give each capability an id of its own',
        related: [{ message: 'the first one', pointer: `/capabilities/${before}/id` }],
      },
    ];
  });
}

/** One capability under two keys of the overlay: nothing is taken from two places. */
function ambiguousOverlays(manifest: Manifest, overlay: Overlay): Finding[] {
  return manifest.capabilities.flatMap((_, number): Finding[] => {
    const [id, second] = overlayKeys(manifest, overlay, number);
    if (id === undefined || second === undefined) return [];
    return [
      {
        ruleId: 'manifest/overlay-ambiguous',
        severity: 'error',
        message: `the overlay speaks of capabilities[${number}] twice: as ${quote(id)} and as ${quote(second)}`,
        pointer: `/capabilities/${number}`,
        part: 'key',
        hint: `put both together under ${flowKey(id)}`,
      },
    ];
  });
}

/** Entries of the overlay that fit no capability: most likely misspelt. */
function strayOverlays({ capabilities }: Manifest, overlay: Overlay): Finding[] {
  const ids = capabilities.flatMap(({ id }) => id ?? []);
  const known = new Set(capabilities.flatMap(({ id }, number) => [String(number), id ?? []].flat()));
  return Object.keys(overlay.capabilities ?? {})
    .filter((name) => !known.has(name))
    .map((name) => {
      const suggestion = nearest(name, ids);
      const list = `its capabilities are ${[...known].join(', ')}`;
      return {
        ruleId: 'manifest/overlay-unused',
        severity: 'error',
        message: `the overlay speaks of a capability ${quoteReceived(name, '')} that the manifest does not have`,
        pointer: '/capabilities',
        part: 'key',
        hint: suggestion === undefined ? list : `did you mean ${suggestion}? ${list}`,
      };
    });
}

interface NotCarried {
  readonly pointer: string;
  readonly key: string;
  /** What the key is most likely meant for. */
  readonly meant: string | undefined;
}

/** @param path the pointer with `*` for every place in a list, as in `carried` */
function* notCarried(value: object, path: string, pointer: string): Generator<NotCarried> {
  const list = Array.isArray(value);
  for (const [key, member] of Object.entries(value) as Array<[string, unknown]>) {
    const at = list ? `${path}/*` : appendPointer(path, key);
    const here = appendPointer(pointer, key);
    if (carried.has(at)) continue;
    const parent = [...carried].some((pattern) => pattern.startsWith(`${at}/`));
    if (parent && typeof member === 'object' && member !== null) yield* notCarried(member, at, here);
    else yield { pointer: here, key, meant: parent || list ? undefined : meantKey(key, path) };
  }
}

function meantKey(key: string, path: string): string | undefined {
  const own = ownNames.get(path) ?? new Map<string, string>();
  const names = [...carried]
    .filter((pattern) => pattern.startsWith(`${path}/`))
    .map((pattern) => pattern.slice(path.length + 1).split('/')[0] as string)
    .filter((name) => name !== '*');
  const found = nearest(key, [...names, ...own.keys()]);
  return found === undefined ? undefined : (own.get(found) ?? found);
}

function isMapping(value: JsonValue): value is { [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
