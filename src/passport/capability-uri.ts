import { PassportError } from '../errors.js';

/**
 * The address of a capability: `capability://`, its own first category with `-` as `.`, `.`, and its name in lower
 * case with each run of characters outside a-z and 0-9 as `.`, none leading or trailing.
 * @throws PassportError ERR_USAGE when nothing of the category or the name is left, or one is no text
 */
export function capabilityUri(category: string, name: string): string {
  if (typeof category !== 'string' || typeof name !== 'string') {
    const what = typeof category === 'string' ? 'name' : 'category';
    throw new PassportError('ERR_USAGE', `no capability address can be made: the ${what} is no text`, {
      hint: 'give the first category of the capability, and its name',
    });
  }
  const prefix = addressPart(category);
  const suffix = addressPart(name);
  if (prefix === '' || suffix === '') {
    const what = prefix === '' ? `category ${JSON.stringify(category)}` : `name ${JSON.stringify(name)}`;
    throw new PassportError('ERR_USAGE', `no capability address can be made: the ${what} has no letter a-z or digit`, {
      hint: 'give the capability a name with Latin letters or digits',
    });
  }
  return `capability://${prefix}.${suffix}`;
}

/** Whether an address has anything of a category or a name. */
export function hasAddressPart(text: string): boolean {
  // Some letters of other alphabets become Latin ones, such as the Kelvin sign.
  return /[a-z0-9]/.test(text) || /[a-z0-9]/.test(text.toLowerCase());
}

/** What an address has of a category or a name; empty where there is no letter a-z or digit in it. */
export function addressPart(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '');
}
