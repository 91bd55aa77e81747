import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

export const slugReserved: SourceRule = {
  id: 'slug/reserved',
  *check({ artifact: { slug } }, { registry }) {
    // What is not of the form of a slug has had its message.
    if (slug === undefined || !/^[a-z0-9._-]+$/.test(slug.text)) return;
    const { text, pointer } = slug;
    const field = receivedField(pointer);
    if (text.startsWith('.')) {
      yield {
        message: `${field} is ${quoteReceived(text)}, which begins with a dot: servers and file systems keep such names to themselves`,
        pointer,
        hint: 'begin it with a letter or digit',
      };
      return;
    }
    // A dot at the end is dropped on the way by some, so the address is the same.
    const bare = text.replace(/(?<!\.)\.+$/, '');
    if (!registry.reserved_slugs.includes(bare)) return;
    yield {
      message: `${field} is ${quoteReceived(text)}, and ${registry.base_url}/${bare} is a page of the registry itself`,
      pointer,
      hint: `add what tells it apart, such as its owner: owner--${bare}`,
    };
  },
};
