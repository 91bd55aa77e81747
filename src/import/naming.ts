/**
 * A name as a slug: lower-case letters without their accents, and a hyphen for what a slug cannot hold; undefined where
 * nothing is left of it, or too much. A dot stays within a name, such as that of `desk.js` and `5.1`.
 */
export function slugOf(name: string): string | undefined {
  const slug = name
    .slice(0, MOST_LOOKED_AT)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?:[^a-z0-9._-]|\.(?![a-z0-9]))+/g, '-')
    .replace(/^[-.]+/, '')
    .replace(/(?<![-.])[-.]+$/, '');
  return /[a-z0-9]/.test(slug) && slug.length <= LONGEST ? slug : undefined;
}

const LONGEST = 200;
const MOST_LOOKED_AT = 2000;

/** `owner--name`, as the registry has what belongs to somebody; the name alone, where nothing is left of the owner. */
export function ownedSlug(owner: string | undefined, name: string | undefined): string | undefined {
  const [first, second] = [owner, name].map((part) => (part === undefined ? undefined : slugOf(part)));
  if (first === undefined || second === undefined) return second;
  const slug = `${first}--${second}`;
  return slug.length > LONGEST ? undefined : slug;
}

/** Words out of an identifier: `get_forecast`, `get-forecast` and `getForecast` read "get forecast". */
export function wordsOf(identifier: string): string {
  return identifier
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .replace(/[\s_./:-]+/g, ' ')
    .trim()
    .replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}
