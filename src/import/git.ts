import type { ArtifactType, Draft, DraftCapability, Found } from './draft.js';
import { factsOf, findsIn, lineOf, listed } from './found.js';
import { assertText, baseName, unreadable } from './imported-json.js';
import type { ImportedFile, Importer } from './importer.js';
import { licenceOfText, pricingOf } from './licence.js';
import { firstParagraph, type Section, sections } from './markdown-text.js';
import { mcpCategories } from './mcp-server.js';
import { repositorySlug } from './naming.js';
import { repositoryOf, type Repository } from './web-address.js';

/** A checkout, by the few files of it that are given: .git/config, then a licence and a README. git is not run. */
export const git: Importer = {
  describe: 'a folder with a git checkout: its remote, licence and README',
  names: ['.git/config'],
  besides: ['license', 'licence', 'copying', 'unlicense', 'readme'].flatMap((name) =>
    ['', '.md', '.markdown', '.txt'].map((ending) => name + ending),
  ),

  recognises({ file, text }) {
    return /(?:^|[\\/])\.git[\\/]config$/.test(file) && /^[ \t]*\[/m.test(text);
  },

  read([config, ...others]): Draft {
    for (const imported of [config, ...others]) assertText(imported);
    const remote = remoteOf(config);
    const finds = findsIn(config.file);
    const place = `remote.${remote.name}.url`;
    const readme = others.find(({ file }) => /^readme/.test(baseName(file)));
    const licence = licenceIn(others);
    const of = readme && readmeOf(readme);
    const { repository } = remote;
    const slug = repositorySlug(repository);
    return {
      artifact: {
        id: repository.host === 'github.com' && slug !== undefined ? finds(`github-${slug}`, place) : undefined,
        slug: finds(slug, place),
        name: of?.name ?? finds(repository.name, place),
        type: of?.type,
        url: finds(repository.url, place),
        categories: of?.type && readme ? mcpCategories(findsIn(readme.file), of.type.origin.place) : undefined,
        pricing: licence && pricingOf(findsIn(licence.file), licence.name, TEXT),
      },
      capabilities: of?.capabilities ?? [],
      facts: factsOf({ license: licence && findsIn(licence.file)(licence.name, TEXT) }),
      diagnostics: [],
    };
  },
};

const TEXT = 'its text';

interface Remote {
  readonly name: string;
  readonly repository: Repository;
}

/** The remote called origin, else the first that leads to a page. @throws PassportError ERR_INVALID_IMPORT */
function remoteOf(config: ImportedFile): Remote {
  const remotes = remotesOf(config.text);
  const pages = remotes.flatMap(({ name, url }) => {
    const repository = repositoryOf(url);
    return repository ? [{ name, repository }] : [];
  });
  const found = pages.find(({ name }) => name === 'origin') ?? pages[0];
  if (found) return found;
  const message = remotes.length === 0 ? 'the checkout has no remote' : 'no remote of the checkout has a page';
  throw unreadable(config, message, 'push it to where people will find it first, or import another file of it');
}

/** The form of git-config: sections with a name in quotes, and behind a name and an equals sign a value. */
function remotesOf(text: string): Array<{ readonly name: string; readonly url: string }> {
  const remotes: Array<{ name: string; url: string }> = [];
  let remote: string | undefined;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const section = /^[ \t]*\[[ \t]*([A-Za-z\d.-]+)[ \t]*(?:"((?:[^"\\]|\\.)*)")?[ \t]*\]/.exec(line);
    if (section) {
      remote = section[1]?.toLowerCase() === 'remote' ? section[2]?.replace(/\\(.)/g, '$1') : undefined;
      continue;
    }
    const url = remote === undefined ? undefined : /^[ \t]*url[ \t]*=[ \t]*(\S.*)$/i.exec(line)?.[1];
    if (remote === undefined || url === undefined) continue;
    const value = url.startsWith('"') ? url.replace(/^"([^"]*)".*$/, '$1') : url.replace(/[ \t]+[#;].*$/, '');
    remotes.push({ name: remote, url: value.trim() });
  }
  return remotes;
}

function licenceIn(files: readonly ImportedFile[]): { readonly file: string; readonly name: string } | undefined {
  const found = files
    .filter(({ file }) => /^(?:licen[cs]e|copying|unlicense)/.test(baseName(file)))
    .flatMap(({ file, text }) => {
      const name = licenceOfText(text);
      return name === undefined ? [] : [{ file, name }];
    });
  // Two licences may be a choice, or each for a part: which of them, the text does not say.
  return new Set(found.map(({ name }) => name)).size === 1 ? found[0] : undefined;
}

// --- README -------------------------------------------------------------------------------------------------------

interface ReadmeFindings {
  readonly name: Found<string> | undefined;
  readonly type: Found<ArtifactType> | undefined;
  readonly capabilities: readonly DraftCapability[];
}

function readmeOf({ file, text }: ImportedFile): ReadmeFindings {
  const finds = findsIn(file);
  const parts = sections(text);
  const title = parts.find(({ level }) => level === 1)?.title;
  const paragraph = firstParagraph(text);
  const isServer = /\bMCP[ -]server\b|\bModel Context Protocol\b/i.test(`${title ?? ''} ${paragraph ?? ''}`);
  const list = (titles: RegExp): Found<string[]> | undefined => {
    const part = parts.find((one) => titles.test(one.title) && one.list.length > 0);
    return (
      part && finds(listed(part.list.map(lineOf)), placeOf(part), 'a list of the README: does it fit this ability?')
    );
  };
  const why = 'of the project as a whole: say how this one ability works, and what comes out';
  const description = finds(paragraph, 'first paragraph', why);
  const limitations = list(/^(?:known )?(?:limitations?|issues|caveats)$/i);
  const requires = list(/^(?:system )?(?:requirements?|prerequisites?)$/i);
  return {
    name: finds(
      title === '' || title === undefined || title.length > 200 ? undefined : title,
      'first heading',
      'it is the title of the README',
    ),
    type: isServer ? finds('mcp' as const, 'beginning', 'it speaks of an MCP server') : undefined,
    capabilities: description || limitations || requires ? [{ description, limitations, requires }] : [],
  };
}

function placeOf({ title }: Section): string {
  return `section ${title}`;
}
