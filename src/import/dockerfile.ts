import { type Diagnostic } from '../diagnostic.js';
import type { Draft, Found } from './draft.js';
import { factsOf, type Finds, findsIn, lineOf, listed } from './found.js';
import { type ImageSettings, readDockerfile, type Setting } from './imported-dockerfile.js';
import { baseName, leftOut } from './imported-json.js';
import type { Importer } from './importer.js';
import { pricingOf } from './licence.js';
import { mcpCategories } from './mcp-server.js';
import { repositorySlug, slugOf } from './naming.js';
import { repositoryOf, webAddress } from './web-address.js';

const OCI = 'org.opencontainers.image.';
// By this one a registry of MCP servers knows whose image it is.
const MCP_NAME = 'io.modelcontextprotocol.server.name';

/** The labels of a Dockerfile's last stage (OCI image specification, annotations). Nothing is built. */
export const dockerfile: Importer = {
  describe: 'a Dockerfile, by its labels org.opencontainers.image.*',
  names: ['dockerfile', 'containerfile'],

  recognises({ file, text }) {
    return (
      /^(?:dockerfile|containerfile)(?:\.|$)|\.dockerfile$/.test(baseName(file)) && /^[ \t]*FROM[ \t]/im.test(text)
    );
  },

  read([imported]): Draft {
    const image = readDockerfile(imported);
    const finds = findsIn(imported.file);
    const diagnostics: Diagnostic[] = [];
    const labels = labelsOf(image, imported.file, diagnostics);
    const label = (name: string): string | undefined => labels.get(OCI + name);
    const found = (name: string, value = label(name)): Found<string> | undefined => finds(value, OCI + name);
    const source = label('source');
    const repository = source === undefined ? undefined : repositoryOf(source);
    const title = label('title');
    const licence = label('licenses');
    const isServer = labels.has(MCP_NAME);
    const description = label('description');
    const why = 'of the image as a whole: say how this one ability works, and what comes out';
    return {
      artifact: {
        slug:
          finds(repository && repositorySlug(repository), `${OCI}source`, 'the owner and the name of its repository') ??
          finds(title === undefined ? undefined : slugOf(title), `${OCI}title`, 'its title'),
        name: found('title'),
        type: isServer ? finds('mcp' as const, MCP_NAME) : undefined,
        url: pageOf(finds, label) ?? finds(repository?.url, `${OCI}source`),
        categories: isServer ? mcpCategories(finds, MCP_NAME) : undefined,
        pricing: pricingOf(finds, licence, `${OCI}licenses`),
      },
      capabilities: [
        { description: finds(description, `${OCI}description`, why), requires: requirementsOf(image, finds) },
      ],
      facts: factsOf({ version: found('version'), license: found('licenses') }),
      diagnostics,
    };
  },
};

/** The last of each name counts. One with a variable in it has its value only when the image is built. */
function labelsOf({ labels }: ImageSettings, file: string, diagnostics: Diagnostic[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of labels) {
    if (!name.startsWith(OCI) && name !== MCP_NAME) continue;
    const text = lineOf(value);
    values.delete(name);
    if (text !== undefined && /\$(?:\{|[A-Za-z_])/.test(text)) {
      const hint = 'write it into the source yourself';
      diagnostics.push(leftOut(file, name, 'it has its value only when the image is built', hint));
    } else if (text !== undefined) values.set(name, text);
  }
  return values;
}

function pageOf(finds: Finds, label: (name: string) => string | undefined): Found<string> | undefined {
  for (const name of ['url', 'documentation']) {
    const page = webAddress(label(name));
    if (page !== undefined) return finds(page, OCI + name);
  }
  return undefined;
}

function requirementsOf({ variables, ports, volumes }: ImageSettings, finds: Finds): Found<string[]> | undefined {
  const parts = [
    ['FROM', 'Docker, or another program that runs containers'],
    ...variables.filter(isToBeSet).map(({ name }) => ['ENV', `${name} in the environment`] as const),
    ...ports.filter(isWritten).map((port) => ['EXPOSE', `port ${port} to answer on`] as const),
    ...volumes.filter(isWritten).map((path) => ['VOLUME', `a volume for ${path}`] as const),
  ] as const;
  const places = [...new Set(parts.map(([place]) => place))].join(', ');
  return finds(listed(parts.map(([, text]) => lineOf(text))), places, 'what the Dockerfile lets one think of');
}

/** One that is left empty is for whoever runs the image. */
function isToBeSet({ name, value }: Setting): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && value.trim() === '';
}

function isWritten(word: string): boolean {
  return /^[^\s$"'[\]]+$/.test(word);
}
