import type { Repository } from './web-address.js';

/** A name as a slug: lower-case, what a slug cannot hold as hyphens; undefined where nothing is left of it. */
export function slugOf(name: string): string | undefined {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-.]+/, '')
    .replace(/(?<![-.])[-.]+$/, '');
  return /[a-z0-9]/.test(slug) && slug.length <= 200 ? slug : undefined;
}

/** `owner--name`, as the registry has what belongs to somebody. */
export function ownedSlug(owner: string | undefined, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const [first, second] = [owner === undefined ? undefined : slugOf(owner), slugOf(name)];
  return first === undefined || second === undefined ? second : `${first}--${second}`;
}

export function repositorySlug({ owner, name }: Repository): string | undefined {
  return ownedSlug(owner, name);
}

/** Words out of an identifier: `get_forecast`, `get-forecast` and `getForecast` read "get forecast". */
export function wordsOf(identifier: string): string {
  return identifier
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .replace(/[\s_./:-]+/g, ' ')
    .trim()
    .replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}
