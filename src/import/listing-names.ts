/** What registries call an artifact that they list, by what its home calls it. */
export interface ListingName {
  /** Not given where no convention of listings is known: then it is the slug. */
  readonly id?: string | undefined;
  readonly slug: string;
  readonly url: string;
}

/** `@scope/name` of a package: the scope's sign falls away, and a slash becomes a hyphen. */
export function npmName(name: string): ListingName {
  const slug = slugOf(name.replace(/^@/, '').replaceAll('/', '-'));
  return { id: `npm-${slug}`, slug, url: `https://www.npmjs.com/package/${addressOf(name)}` };
}

/** Owner and repository, with two hyphens between them. */
export function githubName(owner: string, repository: string): ListingName {
  const slug = slugOf(`${owner}--${repository}`);
  return { id: `github-${slug}`, slug, url: `https://github.com/${addressOf(`${owner}/${repository}`)}` };
}

export type HuggingFaceKind = 'model' | 'dataset' | 'space';

const folderOf: Readonly<Record<HuggingFaceKind, string>> = { model: '', dataset: 'datasets/', space: 'spaces/' };

/** `owner/name`, or a name alone, as the oldest repositories there have. Of datasets no listing has an id of its own. */
export function huggingFaceName(kind: HuggingFaceKind, repository: string): ListingName {
  const slug = slugOf(repository.replace('/', '--'));
  const url = `https://huggingface.co/${folderOf[kind]}${addressOf(repository)}`;
  return { ...(kind === 'dataset' ? {} : { id: `hf-${kind}-${slug}` }), slug, url };
}

/** Whether a text names a repository of Hugging Face: `owner/name`, or a name alone; never a way to another folder. */
export function isHuggingFaceRepository(text: string): boolean {
  return text.length <= 200 && /^[\w.-]+(?:\/[\w.-]+)?$/.test(text) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(text);
}

/** `vendor/model`, perhaps with `:free` behind it. */
export function openRouterName(model: string): ListingName {
  const slug = slugOf(model.replaceAll('/', '-'));
  return { id: `openrouter-${slug}`, slug, url: `https://openrouter.ai/models/${addressOf(model, '~')}` };
}

/** A slug for what has no name of its own anywhere: its name as people write it. Empty where it has no letter a-z or digit. */
export function slugFromName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** What a slug cannot hold becomes a hyphen, each run of it one; hyphens that were there stay as they are. */
function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-');
}

function addressOf(name: string, slash = '/'): string {
  return name
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()).replaceAll('%40', '@').replaceAll('%3A', ':'))
    .join(slash);
}
