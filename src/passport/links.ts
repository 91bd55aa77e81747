import { PassportError } from '../errors.js';
import type { RegistryProfile } from './registry-profile.js';
import type { Links } from './types.generated.js';

/** Stands for the slug in the templates of a profile. */
const SLUG = '{slug}';

/**
 * The address that a template of the profile gives for a slug.
 * @throws PassportError ERR_USAGE for a slug that is not well-formed text
 */
export function registryUrl(profile: RegistryProfile, link: keyof RegistryProfile['links'], slug: string): string {
  return profile.base_url + profile.links[link].replaceAll(SLUG, inAddress(slug));
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

/**
 * The compact JSON of `deriveLinks`, made ready for many slugs.
 * @throws PassportError ERR_USAGE for a slug that is not well-formed text
 */
export function linksWriter(profile: RegistryProfile): (slug: string) => string {
  const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
  const names = Object.keys(deriveLinks(profile, '')) as Array<keyof Links>;
  // What stands between one slug and the next.
  const pieces = [''];
  const addToLast = (text: string): void => void pieces.push(`${pieces.pop()}${text}`);
  for (const name of names) {
    const [first = '', ...others] = profile.links[name].split(SLUG).map(escaped);
    addToLast(`${name === names[0] ? '{' : ','}"${name}":"${escaped(profile.base_url)}${first}`);
    pieces.push(...others);
    addToLast('"');
  }
  addToLast('}');
  // Percent-encoded, a slug has nothing that JSON would escape.
  return (slug) => pieces.join(inAddress(slug));
}

function inAddress(slug: string): string {
  if (typeof slug === 'string' && slug.isWellFormed()) return encodeURIComponent(slug);
  throw new PassportError('ERR_USAGE', 'the slug is not well-formed text', { hint: 'give the slug of the artifact' });
}
