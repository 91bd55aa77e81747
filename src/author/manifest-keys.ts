import { isObject, type JsonValue } from '../encoding/json-value.js';
import { isSameWord, nearest } from '../encoding/nearest.js';
import { appendPointer, fieldName } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import type { Finding } from '../validate/finding.js';
import { quoteReceived, receivedField } from '../validate/received.js';

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

/** A value that is meant as a manifest, but does not say so; undefined for anything else. */
export function missingVersion(value: JsonValue): Finding | undefined {
  if (!isObject(value) || Object.hasOwn(value, 'unfragile_version')) return undefined;
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
    isObject(value) &&
    (Object.hasOwn(value, 'intents_served') || Object.hasOwn(value, 'conditions')) &&
    !Object.hasOwn(value, 'categories')
  );
}

/** Keys that a reader of the protocol passes over, and that are close to one which a passport would have. */
export function misspeltKeys(manifest: JsonValue, said: ReadonlySet<string>): Finding[] {
  return [...notCarried(manifest as object, '', '')].flatMap(({ pointer, key, meant }): Finding[] => {
    if (meant === undefined || said.has(pointer)) return [];
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

/**
 * What is only named: a passport has no place for it.
 * @param said pointers of keys that have a message of their own
 */
export function notCarriedOver(manifest: JsonValue, said: ReadonlySet<string>): Finding[] {
  const lost = [...notCarried(manifest as object, '', '')]
    .filter(({ pointer, meant }) => meant === undefined && !said.has(pointer))
    .map(({ pointer }) => quote(fieldName(pointer)).slice(1, -1));
  if (lost.length === 0) return [];
  return [
    {
      ruleId: 'manifest/not-carried-over',
      severity: 'info',
      message: `not carried over: ${lost.join(', ')}`,
      pointer: '',
      hint: 'a passport has no place for them',
    },
  ];
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
