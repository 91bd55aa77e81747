import { isObject, type JsonObject, member } from '../encoding/json-value.js';
import type { ArtifactType, Draft, DraftCapability, Found } from './draft.js';
import { factsOf, type Finds, findsIn, listed, membersAt, textAt, textsAt } from './found.js';
import { baseName, jsonObjectOf, readJsonObject, unreadable } from './imported-json.js';
import type { Importer } from './importer.js';
import { pricingOf } from './licence.js';
import { mcpCategories } from './mcp-server.js';
import { slugOf } from './naming.js';
import { repositoryOf, repositoryOfShorthand, webAddress } from './web-address.js';

/** package.json, as npm has it. Its scripts are texts like all others, and none that is looked at. */
export const npm: Importer = {
  describe: 'package.json of an npm package',
  names: ['package.json'],

  recognises(imported) {
    return baseName(imported.file) === 'package.json' && textAt(jsonObjectOf(imported), 'name') !== undefined;
  },

  read([imported]): Draft {
    const value = readJsonObject(imported);
    const finds = findsIn(imported.file);
    const name = textAt(value, 'name');
    if (name === undefined) {
      const hint = 'give it a name, or use the package.json of the package itself';
      throw unreadable(imported, 'package.json has no name', hint);
    }
    const id = npmId(name);
    const type = typeOf(value, finds);
    const licence = licenceOf(value);
    const pricing = licence && pricingOf(finds, licence.text, licence.place);
    return {
      artifact: {
        id: id !== undefined && id.length <= 196 ? finds(`npm-${id}`, 'name') : undefined,
        slug: finds(id, 'name'),
        name: finds(textAt(value, 'displayName'), 'displayName') ?? finds(name, 'name'),
        type,
        url: urlOf(value, finds),
        categories: type?.value === 'mcp' ? mcpCategories(finds, type.origin.place) : undefined,
        tags: finds(textsAt(value, 'keywords'), 'keywords'),
        pricing,
      },
      capabilities: capabilitiesOf(value, finds),
      facts: factsOf({
        version: finds(textAt(value, 'version'), 'version'),
        license: licence && finds(licence.text, licence.place),
      }),
      diagnostics: [],
    };
  },
};

/** The name without @, and with - for /: `@town/desk` is `town-desk`. */
function npmId(name: string): string | undefined {
  return slugOf(name.replace(/^@/, '').replaceAll('/', '-'));
}

/** Old packages have an object, or a list of them. */
function licenceOf(value: JsonObject): { readonly text: string; readonly place: string } | undefined {
  const license = textAt(value, 'license') ?? textAt(value, 'license', 'type');
  if (license !== undefined) return { text: license, place: 'license' };
  const licenses = member(value, 'licenses');
  const [first, ...others] = Array.isArray(licenses) ? licenses : [];
  const only = others.length === 0 ? textAt(first, 'type') : undefined;
  return only === undefined ? undefined : { text: only, place: 'licenses' };
}

function urlOf(value: JsonObject, finds: Finds): Found<string> | undefined {
  const homepage = webAddress(textAt(value, 'homepage'));
  if (homepage !== undefined) return finds(homepage, 'homepage');
  const repository = textAt(value, 'repository') ?? textAt(value, 'repository', 'url');
  if (repository === undefined) return undefined;
  return finds((repositoryOfShorthand(repository) ?? repositoryOf(repository))?.url, 'repository');
}

/** Packages that only servers and clients of the protocol need. */
const mcpPackages = ['@modelcontextprotocol/sdk', '@modelcontextprotocol/server', 'fastmcp', 'mcp-framework'];

function typeOf(value: JsonObject, finds: Finds): Found<ArtifactType> | undefined {
  if (textAt(value, 'mcpName') !== undefined) {
    return finds('mcp' as const, 'mcpName', 'it has a name in a registry of MCP servers');
  }
  const keywords = textsAt(value, 'keywords') ?? [];
  const keyword = keywords.find((one) => /^(?:mcp|model[- ]context[- ]protocol)(?:[- ]server)?$/i.test(one));
  const found = mcpPackages.find((name) => textAt(value, 'dependencies', name) !== undefined);
  const hasCommand = member(value, 'bin') !== undefined;
  if (keyword !== undefined && (found !== undefined || /server$/i.test(keyword) || hasCommand)) {
    return finds('mcp' as const, 'keywords', `"${keyword}" is among them`);
  }
  if (found !== undefined && hasCommand) {
    return finds('mcp' as const, `dependencies.${found}`, 'servers of the protocol depend on it; clients do, too');
  }
  if (textAt(value, 'engines', 'vscode') !== undefined) {
    return finds('extension' as const, 'engines.vscode', 'extensions of an editor name it');
  }
  return hasCommand ? finds('cli' as const, 'bin', 'the package has a command') : undefined;
}

function capabilitiesOf(value: JsonObject, finds: Finds): DraftCapability[] {
  const description = textAt(value, 'description');
  const requires = requirementsOf(value, finds);
  if (description === undefined && requires === undefined) return [];
  const why = 'of the package as a whole: say how this one ability works, and what comes out';
  return [{ description: finds(description, 'description', why), requires }];
}

const systems: Readonly<Record<string, string>> = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' };

function requirementsOf(value: JsonObject, finds: Finds): Found<string[]> | undefined {
  const node = textAt(value, 'engines', 'node');
  const system = (textsAt(value, 'os') ?? []).filter((name) => !name.startsWith('!'));
  const peers = isObject(member(value, 'peerDependencies'))
    ? membersAt(value, 'peerDependencies').flatMap(([name, range]) =>
        typeof range === 'string' && member(member(member(value, 'peerDependenciesMeta'), name), 'optional') !== true
          ? [`npm package ${name} ${range}`.trim()]
          : [],
      )
    : [];
  const parts = [
    ['engines', node === undefined ? undefined : `Node.js ${node}`],
    ['os', system.length === 0 ? undefined : system.map((one) => systems[one] ?? one).join(' or ')],
    ...peers.map((peer) => ['peerDependencies', peer] as const),
  ] as const;
  const found = parts.filter(([, text]) => text !== undefined);
  const places = [...new Set(found.map(([place]) => place))].join(', ');
  return finds(listed(found.map(([, text]) => text)), places);
}
