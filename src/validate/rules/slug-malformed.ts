import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

// Windows keeps these names to itself, whatever stands behind their first dot.
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

export const slugMalformed: SourceRule = {
  id: 'slug/malformed',
  *check({ artifact: { slug } }, { registry }) {
    // What is not of the form of a slug has had its message, and so has what begins with a dot.
    if (slug === undefined || !/^[a-z0-9_-][a-z0-9._-]*$/.test(slug.text)) return;
    // One that is reserved but for the dots behind it is another rule's.
    if (registry.reserved_slugs.includes(slug.text.replace(/(?<!\.)\.+$/, ''))) return;
    const reason = oddity(slug.text);
    if (reason === undefined) return;
    yield {
      message: `${receivedField(slug.pointer)} is ${quoteReceived(slug.text)}, ${reason[0]}`,
      pointer: slug.pointer,
      hint: reason[1],
    };
  },
};

/** What is wrong with it, in words that go on "…, which", and the way out. */
function oddity(slug: string): readonly [string, string] | undefined {
  if (!/[a-z]/.test(slug))
    return [
      'which has no letter: it reads as a number or a mistake',
      'give it a name, or its owner before two hyphens, as in owner--2048',
    ];
  if (slug.startsWith('-'))
    return ['which begins with a hyphen: commands take it for an option', 'begin it with a letter or digit'];
  if (/[-.]$/.test(slug))
    return [
      `which ends with a ${slug.endsWith('.') ? 'dot' : 'hyphen'}: readers and links leave that out`,
      'end it with a letter or digit',
    ];
  if (/-{3}|\.{2}/.test(slug))
    return [
      `which has ${slug.includes('..') ? 'two dots' : 'three hyphens'} in a row`,
      'write owner--name where it has an owner, and single hyphens or dots elsewhere',
    ];
  if (device.test(slug))
    return ['which no file can be called on Windows', 'add what tells it apart, such as its owner: owner--name'];
  return undefined;
}
