import { quoteReceived, receivedField } from '../received.js';
import type { SourceRule } from './source-rule.js';

// What browsers and crawlers ask every host for, and what servers answer a folder with.
const filesOfHosts: ReadonlySet<string> = new Set(
  (
    'ads.txt app-ads.txt apple-touch-icon.png browserconfig.xml crossdomain.xml favicon.ico favicon.png humans.txt ' +
    'index.htm index.html llms-full.txt llms.txt manifest.json manifest.webmanifest robots.txt security.txt ' +
    'service-worker.js sitemap.txt sitemap.xml sitemap_index.xml sw.js'
  ).split(' '),
);

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
    if (filesOfHosts.has(bare) && isRoot(registry.base_url)) {
      yield {
        message: `${field} is ${quoteReceived(text)}, a file that browsers and crawlers ask every host for, so that no page can stand there`,
        pointer,
        hint: `add what tells it apart, such as its owner: owner--${bare}`,
      };
      return;
    }
    if (!registry.reserved_slugs.includes(bare)) return;
    yield {
      message: `${field} is ${quoteReceived(text)}, and ${registry.base_url}/${bare} is a page of the registry itself`,
      pointer,
      hint: `add what tells it apart, such as its owner: owner--${bare}`,
    };
  },
};

/** Whether pages stand directly below the host: below a path, nobody asks for such files. */
function isRoot(base: string): boolean {
  return URL.canParse(base) && new URL(base).pathname === '/';
}
