import { readAddresses } from '../address.js';
import { quoteReceived, receivedField } from '../received.js';
import type { SourceView } from '../source-view.js';
import type { SourceRule } from './source-rule.js';

interface Hub {
  /** Words for it in the name of what is its own. */
  readonly names: RegExp;
  /** How many parts the path of a project has at least. */
  readonly least: number;
  readonly form: string;
}

const code = (names: RegExp): Hub => ({ names, least: 2, form: '/owner/repository' });
const shop = (names: RegExp, form: string, least = 2): Hub => ({ names, least, form });

/** Where many projects live, each below a path of its own. */
const hubs: ReadonlyMap<string, Hub> = new Map([
  ['github.com', code(/git ?hub/i)],
  ['gitlab.com', code(/git ?lab/i)],
  ['bitbucket.org', code(/bitbucket/i)],
  ['codeberg.org', code(/codeberg/i)],
  ['huggingface.co', { names: /hugging ?face|^hf\b/i, least: 1, form: '/owner/name' }],
  ['npmjs.com', shop(/npm/i, '/package/name')],
  ['pypi.org', shop(/pypi|pip\b/i, '/project/name')],
  ['crates.io', shop(/crates|cargo/i, '/crates/name')],
  ['rubygems.org', shop(/gems/i, '/gems/name')],
  ['hub.docker.com', shop(/docker/i, '/r/owner/name')],
  ['marketplace.visualstudio.com', shop(/visual ?studio|vs ?code/i, '/items?itemName=…', 1)],
  ['chromewebstore.google.com', shop(/chrome/i, '/detail/…')],
  ['kaggle.com', shop(/kaggle/i, '/owner/name')],
  ['smithery.ai', shop(/smithery/i, '/servers/…', 1)],
  ['openrouter.ai', shop(/openrouter/i, '/models/…', 1)],
]);

/** Whether the projects of many live at a host, in lower case: nobody of them can answer for all of it. */
export function isHub(host: string): boolean {
  return hubs.has(host.replace(/^www\./, ''));
}

/** Lists and pages of two hubs' own: names that no owner there can have. */
const ownPages: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['github.com', new Set('explore login new notifications pricing search settings signup topics trending'.split(' '))],
  [
    'huggingface.co',
    new Set('collections datasets docs join learn login models new organizations pricing settings spaces'.split(' ')),
  ],
]);

export const urlBareHost: SourceRule = {
  id: 'url/bare-host',
  *check(source, { registry }) {
    for (const { pointer, host, destination, path } of readAddresses(source, registry)) {
      if (destination !== 'public') continue;
      const name = host.replace(/^www\./, '');
      const hub = hubs.get(name);
      if (hub === undefined || isOwn(source, hub)) continue;
      if (path.length >= hub.least && !isPageOfHub(name, path)) continue;
      yield {
        message: `${receivedField(pointer)} leads to ${quoteReceived(name)}${path.length > 0 ? ' and no project there' : ' itself, where many projects live'}: readers do not find this one`,
        pointer,
        hint: `give the whole address, such as https://${name}${hub.form}`,
      };
    }
  },
};

/** Whether the artifact is the hub, or a part of it. */
function isOwn({ artifact: { name, slug } }: SourceView, { names }: Hub): boolean {
  return [name, slug].some((entry) => entry !== undefined && names.test(entry.text.replaceAll('-', ' ')));
}

function isPageOfHub(name: string, [first = '', ...others]: readonly string[]): boolean {
  // Below datasets and spaces are those of every owner.
  const isList = name === 'huggingface.co' && others.length > 0;
  return !isList && (ownPages.get(name)?.has(first) ?? false);
}
