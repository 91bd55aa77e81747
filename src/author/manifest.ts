import { appendPointer } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import type { Manifest, Overlay, Source } from '../passport/types.generated.js';
import type { AuthoredSource } from '../trust/failure-modes.js';
import type { Finding } from '../validate/finding.js';
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

/**
 * The registry's manifest (unfragile.yml, protocol 1.0) as a source. It has no categories and no input or output
 * types: those come from the overlay, and a capability without a category has no address.
 */
export function fromManifest(manifest: Manifest, overlay: Overlay): MappedManifest {
  const findings: Finding[] = [];
  const { artifact, pricing } = manifest;
  const extra = overlay.artifact ?? {};
  if (!extra.categories) findings.push(missingCategory('/artifact', 'the artifact', 'artifact'));
  findings.push(...strayOverlays(manifest, overlay));
  const capabilities = manifest.capabilities.map((capability, number): Source['capabilities'][number] => {
    const more = overlayOf(overlay, capability, number);
    if (!more.categories) {
      const name = `the capability ${quote(capability.name)}`;
      findings.push(missingCategory(`/capabilities/${number}`, name, `capabilities.${capability.id ?? number}`));
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
  const lost = [...notCarried(manifest as unknown as Record<string, unknown>, '', '')];
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

function overlayOf(overlay: Overlay, capability: ManifestCapability, number: number) {
  const byName = overlay.capabilities ?? {};
  const key = [capability.id, String(number)].find((name) => name !== undefined && Object.hasOwn(byName, name));
  return key === undefined ? {} : (byName[key] ?? {});
}

function missingCategory(pointer: string, what: string, path: string): Finding {
  const hint = `give it in an overlay file (--overlay FILE): "${path}.categories: [...]", the most fitting first`;
  return {
    ruleId: 'manifest/missing-category',
    severity: 'error',
    message: `${what} has no category, and a manifest has no place for one`,
    pointer,
    part: 'key',
    hint,
  };
}

/** Entries of the overlay that fit no capability: most likely misspelt. */
function strayOverlays(manifest: Manifest, overlay: Overlay): Finding[] {
  const known = new Set(
    manifest.capabilities.flatMap(({ id }, number) => [String(number), ...(id === undefined ? [] : [id])]),
  );
  return Object.keys(overlay.capabilities ?? {})
    .filter((name) => !known.has(name))
    .map((name) => ({
      ruleId: 'manifest/overlay-unused',
      severity: 'error',
      message: `the overlay speaks of a capability ${quote(name)} that the manifest does not have`,
      pointer: '/capabilities',
      part: 'key',
      hint: `its capabilities are ${[...known].join(', ')}`,
    }));
}

function* notCarried(value: Record<string, unknown>, path: string, shown: string): Generator<string> {
  for (const [key, member] of Object.entries(value)) {
    const list = Array.isArray(value);
    const at = list ? `${path}/*` : appendPointer(path, key);
    const name = list ? `${shown}[${key}]` : shown === '' ? key : `${shown}.${key}`;
    if (carried.has(at)) continue;
    const parent = [...carried].some((pattern) => pattern.startsWith(`${at}/`));
    if (parent && typeof member === 'object' && member !== null)
      yield* notCarried(member as Record<string, unknown>, at, name);
    else yield quote(name).slice(1, -1);
  }
}
