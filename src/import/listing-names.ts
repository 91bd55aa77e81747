import { ownedSlug, slugOf } from './naming.js';

/** What registries call an artifact that they list, by what its home calls it. */
export interface ListingName {
  /** Not given where no convention of listings is known: then it is the slug. */
  readonly id?: string | undefined;
  /** Not given where no slug can be made of the name. */
  readonly slug?: string | undefined;
  readonly url: string;
}

/** `@scope/name` of a package: the scope's sign falls away, and a slash becomes a hyphen. */
export function npmName(name: string): ListingName {
  const slug = slugOf(name.replace(/^@/, '').replaceAll('/', '-'));
  return { id: idOf('npm', slug), slug, url: `https://www.npmjs.com/package/${addressOf(name)}` };
}

/** Owner and repository, with two hyphens between them. */
export function githubName(owner: string, repository: string): ListingName {
  const slug = ownedSlug(owner, repository);
  return { id: idOf('github', slug), slug, url: `https://github.com/${addressOf(`${owner}/${repository}`)}` };
}

export type HuggingFaceKind = 'model' | 'dataset' | 'space';

const folderOf: Readonly<Record<HuggingFaceKind, string>> = { model: '', dataset: 'datasets/', space: 'spaces/' };

/** `owner/name`, or a name alone, as the oldest repositories there have. Of datasets no listing has an id of its own. */
export function huggingFaceName(kind: HuggingFaceKind, repository: string): ListingName {
  const [owner, name] = repository.includes('/') ? repository.split('/') : [undefined, repository];
  const slug = ownedSlug(owner, name);
  const url = `https://huggingface.co/${folderOf[kind]}${addressOf(repository)}`;
  return { id: kind === 'dataset' ? undefined : idOf(`hf-${kind}`, slug), slug, url };
}

/** Whether a text names a repository of Hugging Face: `owner/name`, or a name alone; never a way to another folder. */
export function isHuggingFaceRepository(text: string): boolean {
  return text.length <= 200 && /^[\w.-]+(?:\/[\w.-]+)?$/.test(text) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(text);
}

/** `vendor/model`, perhaps with `:free` behind it. */
export function openRouterName(model: string): ListingName {
  const slug = slugOf(model.replaceAll('/', '-'));
  return { id: idOf('openrouter', slug), slug, url: `https://openrouter.ai/models/${addressOf(model, '~')}` };
}

/** What is longer than a listing's id may be has none. */
function idOf(prefix: string, slug: string | undefined): string | undefined {
  const id = `${prefix}-${slug ?? ''}`;
  return slug === undefined || id.length > 200 ? undefined : id;
}

function addressOf(name: string, slash = '/'): string {
  return name
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()).replaceAll('%40', '@').replaceAll('%3A', ':'))
    .join(slash);
}
