/** A repository on a host of repositories. */
export interface Repository {
  /** Its page, https, without a name, a password or `.git`. */
  readonly url: string;
  readonly host: string;
  readonly owner: string | undefined;
  readonly name: string | undefined;
}

const hosts: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
  gist: 'gist.github.com',
};

/** The shorthands of package.json: `github:owner/name`, `gitlab:…`, `bitbucket:…`, `gist:id`, `owner/name`. */
export function repositoryOfShorthand(written: string): Repository | undefined {
  const form = /^(?:(github|gitlab|bitbucket|gist):)?([a-z\d][\w.-]*(?:\/[\w.-]+)*)(?:#.*)?$/i;
  const [, service, path = ''] = form.exec(written.trim()) ?? [];
  if (path.includes('/') ? service === 'gist' && path.split('/').length > 2 : service !== 'gist') return undefined;
  return pageOf(hosts[service?.toLowerCase() ?? 'github'] as string, path);
}

/**
 * The page of a repository, from the ways in which people write its address: `git+https://…`, `git@host:owner/name.git`,
 * `ssh://git@host/owner/name`. What is no address, or a path on a disk, is undefined.
 */
export function repositoryOf(written: string): Repository | undefined {
  const text = written.trim();
  const scp = /^(?:[\w.-]+@)?([a-z\d](?:[a-z\d.-]*[a-z\d])?):(?!\/\/)([^\s\\]+)$/i.exec(text);
  // A single letter is a disk, a word without a dot somebody's own name for a host.
  if (scp && (scp[1] as string).includes('.')) return pageOf(scp[1] as string, scp[2] as string);
  const url = /^(?:git\+)?(?:https?|ssh|git):\/\/\S+$/i.test(text) ? parseUrl(text.replace(/^git\+/i, '')) : undefined;
  if (!url) return undefined;
  // The port of ssh is none of a page's.
  const host = /^(?:git\+)?https?:/i.test(text) ? url.host : url.hostname;
  return pageOf(host, url.pathname);
}

/** An address that browsers open, as it is but for what `npm init` appends; undefined for any other text. */
export function webAddress(written: string | undefined): string | undefined {
  if (written === undefined || !/^https?:\/\/[^\s<>"]+$/i.test(written)) return undefined;
  const url = parseUrl(written);
  if (!url || url.username !== '' || url.password !== '') return undefined;
  return written.replace(/#readme$/i, '').replace(/^https?/i, (scheme) => scheme.toLowerCase());
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text.replace(/^(?:ssh|git):/i, 'https:'));
  } catch {
    return undefined;
  }
}

function pageOf(host: string, path: string): Repository | undefined {
  const parts = path
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const last = parts.pop()?.replace(/\.git$/i, '');
  if (last === undefined || last === '' || parts.includes('..') || last === '..') return undefined;
  const all = [...parts, last];
  const url = `https://${host.toLowerCase()}/${all.join('/')}`;
  if (!/^https:\/\/[^\s<>"@]+$/.test(url)) return undefined;
  return {
    url,
    host: host.toLowerCase(),
    owner: all.length > 1 ? all[0] : undefined,
    // Of a folder within a repository, the repository.
    name: host.toLowerCase() === 'github.com' ? all[1] : last,
  };
}
