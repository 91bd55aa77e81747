import { PassportError } from '../errors.js';
import type { RegistryProfile } from './registry-profile.js';
import type { Links } from './types.generated.js';

/**
 * The address that a template of the profile gives for a slug.
 * @throws PassportError ERR_USAGE for a slug that is not well-formed text
 */
export function registryUrl(profile: RegistryProfile, link: keyof RegistryProfile['links'], slug: string): string {
  if (typeof slug !== 'string' || !slug.isWellFormed()) {
    throw new PassportError('ERR_USAGE', 'the slug is not well-formed text', { hint: 'give the slug of the artifact' });
  }
  return profile.base_url + profile.links[link].replaceAll('{slug}', encodeURIComponent(slug));
}

/**
 * The `_links` of a passport. They are derived, never read from a document: nothing signs them.
 * @throws PassportError ERR_USAGE for a slug that is not well-formed text
 */
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
