import type { JsonValue } from '../encoding/json-value.js';
import type { Manifest, Overlay, Source } from '../passport/types.generated.js';
import type { AuthoredSource } from '../trust/failure-modes.js';
import { overlayKeys } from '../validate/overlay-keys.js';

/**
 * The registry's manifest (unfragile.yml, protocol 1.0) as a source, where neither it nor its overlay has errors. It has
 * no categories and no input or output types: those come from the overlay.
 */
export function fromManifest(manifest: Manifest, overlay: Overlay): AuthoredSource {
  const { artifact, pricing } = manifest;
  const extra = overlay.artifact ?? {};
  const keysOf = overlayKeys(manifest as unknown as JsonValue, overlay as JsonValue);
  const capabilities = manifest.capabilities.map((capability, number): Source['capabilities'][number] => {
    const more = overlay.capabilities?.[keysOf(number)[0] ?? ''] ?? {};
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
  return {
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
