/** Where a proof must lie, which follows from the artifact's address alone. */
export interface ProofPlace {
  /** The one address at which it is read, in the URL standard's spelling. */
  readonly address: string;
  /** Media types that the answer may have. */
  readonly mediaTypes: readonly string[];
  /** The address of the repository where it is a file in its root; undefined where it is the host's. */
  readonly repository: string | undefined;
}

export const PROOF_FILE = 'trust-passport.json';
export const WELL_KNOWN = `/.well-known/${PROOF_FILE}`;

const JSON_ALONE: readonly string[] = ['application/json'];
/** Hosts of repositories give their files as text, so that no browser acts on them. */
const FILE_OF_REPOSITORY: readonly string[] = ['application/json', 'text/plain', 'application/octet-stream'];

interface Forge {
  /** The path of the repository in that of an address, without a slash at either end. */
  readonly repository: RegExp;
  /** Where its files are read, on the branch that it shows first; no answer of these is a redirect. */
  readonly file: (path: string) => string;
}

const OWNER_NAME = /^([\w.-]+\/[\w.-]+?)(?:\.git)?(?:\/|$)/;

/**
 * Hosts on which the repositories of many lie: nobody of them can put anything below `/.well-known/`, and what lies
 * elsewhere is not theirs. The table is fixed: no claim, source or answer can add to it.
 */
const forges: ReadonlyMap<string, Forge> = new Map([
  // Answers there with a redirect to this host, which serves nothing but the files of its repositories.
  ['github.com', { repository: OWNER_NAME, file: (path) => `https://raw.githubusercontent.com/${path}/HEAD/` }],
  [
    'gitlab.com',
    {
      repository: /^([\w.-]+(?:\/(?!-\/)[\w.-]+?)+?)(?:\.git)?(?:\/-\/.*|\/?)$/,
      file: (path) => `https://gitlab.com/${path}/-/raw/HEAD/`,
    },
  ],
  ['codeberg.org', { repository: OWNER_NAME, file: (path) => `https://codeberg.org/api/v1/repos/${path}/raw/` }],
  ['bitbucket.org', { repository: OWNER_NAME, file: (path) => `https://bitbucket.org/${path}/raw/HEAD/` }],
  [
    'huggingface.co',
    {
      repository: /^((?:datasets\/|spaces\/)?(?!(?:datasets|spaces)\/)[\w.-]+\/[\w.-]+)(?:\/|$)/,
      file: (path) => `https://huggingface.co/${path}/raw/main/`,
    },
  ],
]);

/** @param url of the artifact, parsed */
export function proofPlace(url: URL): ProofPlace {
  const name = url.hostname.replace(/^www\./, '');
  const forge = url.port === '' ? forges.get(name) : undefined;
  const path = forge?.repository.exec(url.pathname.slice(1))?.[1];
  if (!forge || path === undefined) {
    return { address: url.origin + WELL_KNOWN, mediaTypes: JSON_ALONE, repository: undefined };
  }
  return {
    address: forge.file(path) + PROOF_FILE,
    mediaTypes: FILE_OF_REPOSITORY,
    repository: `https://${name}/${path}`,
  };
}
