import { parseJson } from '../encoding/json.js';
import { isObject } from '../encoding/json-value.js';
import { quote } from '../encoding/printable.js';
import { PassportError } from '../errors.js';

/**
 * One line of observations that are joined to sources by slug: an observations file in JSON, and beside its members
 * the slug.
 * @throws PassportError ERR_INVALID_JSON, ERR_INVALID_SOURCE
 */
export function parseJoined(line: Uint8Array): { readonly slug: string; readonly observations: string } {
  const value = parseJson(line, { refuseNegativeZero: true });
  const { slug, ...rest } = isObject(value) ? value : {};
  if (typeof slug === 'string' && /^[a-z0-9._-]{1,200}$/.test(slug))
    return { slug, observations: JSON.stringify(rest) };
  const what =
    slug === undefined ? 'has no slug' : `has the slug ${typeof slug === 'string' ? quote(slug) : 'that is no text'}`;
  throw new PassportError('ERR_INVALID_SOURCE', `a line of observations ${what}`, {
    hint: 'write {"slug": "…", and what the observations file of that passport would have}',
  });
}
