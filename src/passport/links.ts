import type { RegistryProfile } from './registry-profile.js';
import type { Links } from './types.generated.js';

/** The address that a template of the profile gives for a slug. */
export function registryUrl(profile: RegistryProfile, link: keyof RegistryProfile['links'], slug: string): string {
  return profile.base_url + profile.links[link].replaceAll('{slug}', encodeURIComponent(slug));
}

/** The `_links` of a passport. They are derived, never read from a document: nothing signs them. */
export function deriveLinks(profile: RegistryProfile, slug: string): Links {
  return {
    self: registryUrl(profile, 'self', slug),
    artifact: registryUrl(profile, 'artifact', slug),
    verify: registryUrl(profile, 'verify', slug),
    publicKey: registryUrl(profile, 'publicKey', slug),
    spec: registryUrl(profile, 'spec', slug),
    schema: registryUrl(profile, 'schema', slug),
    docs: registryUrl(profile, 'docs', slug),
  };
}
