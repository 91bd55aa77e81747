import { isObject, type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Draft, DraftCapability, Found } from './draft.js';
import { entriesAt, factsOf, type Finds, findsIn, lineOf, listed, textAt } from './found.js';
import { jsonObjectOf, leftOut, readJsonFile, readJsonObject, unreadable } from './imported-json.js';
import type { ImportedFile, Importer } from './importer.js';
import { mcpCategories, propertyTexts, settingText, toolCategories } from './mcp-server.js';
import { ownedSlug, slugOf, wordsOf } from './naming.js';
import { repositoryOf, webAddress } from './web-address.js';

/** Where it is from that a server is one. */
const KIND = 'the kind of file';

/** server.json, as registries of MCP servers have it, and beside it what the server answered to tools/list. */
export const mcp: Importer = {
  describe: 'server.json of an MCP server, and what it answered to tools/list, saved in a file beside it',
  names: ['server.json'],
  besides: ['tools.json', 'tools-list.json', 'tools_list.json'],

  recognises(imported) {
    const value = jsonObjectOf(imported);
    const server = value && serverOf(value);
    return (
      server !== undefined &&
      /^[a-z0-9.-]+\/[\w.-]+$/i.test(textAt(server, 'name') ?? '') &&
      textAt(server, 'description') !== undefined
    );
  },

  read([imported, ...others]): Draft {
    const value = readJsonObject(imported);
    const server = serverOf(value);
    const finds = findsIn(imported.file);
    const name = textAt(server, 'name');
    if (name === undefined) {
      const hint =
        toolsOf(value) === undefined
          ? 'is it the server.json that the server is published with?'
          : 'name the server.json first, and this file, which lists tools, behind it';
      throw unreadable(imported, 'the server has no name', hint);
    }
    const diagnostics: Diagnostic[] = [];
    const requires = requirementsOf(server, finds);
    const tools = others.flatMap((other) => readTools(other, requires, diagnostics));
    return {
      artifact: {
        slug: slugFound(name, finds),
        name: finds(textAt(server, 'title'), 'title') ?? finds(lineOf(name.slice(name.indexOf('/') + 1)), 'name'),
        type: finds('mcp' as const, KIND),
        url: urlOf(server, finds),
        categories: mcpCategories(finds, KIND),
        status: statusOf(server, finds),
      },
      capabilities: tools.length > 0 ? tools : wholeServer(server, requires, finds),
      facts: factsOf({
        version:
          finds(textAt(server, 'version'), 'version') ??
          finds(textAt(server, 'version_detail', 'version'), 'version_detail.version'),
      }),
      diagnostics,
    };
  },
};

/** What the registry's own answers put around it. */
function serverOf(value: JsonObject): JsonObject {
  const inner = member(value, 'server');
  return isObject(inner) && textAt(inner, 'name') !== undefined ? inner : value;
}

// --- the artifact -------------------------------------------------------------------------------------------------

function slugFound(name: string, finds: Finds): Found<string> | undefined {
  const [space = '', own = ''] = name.includes('/') ? name.split('/') : ['', name];
  // A name space is a host, turned round; below io.github it is the owner's name there.
  const owner = space.split('.').at(-1);
  const why = 'the owner and the name of the server';
  return finds(ownedSlug(owner === '' ? undefined : owner, own) ?? slugOf(name), 'name', why);
}

function urlOf(server: JsonObject, finds: Finds): Found<string> | undefined {
  for (const key of ['websiteUrl', 'website_url']) {
    const website = webAddress(textAt(server, key));
    if (website !== undefined) return finds(website, key);
  }
  const repository = textAt(server, 'repository', 'url');
  const page = repository === undefined ? undefined : repositoryOf(repository);
  if (page !== undefined) return finds(page.url, 'repository.url');
  for (const { entry, place } of entriesAt(server, 'remotes')) {
    const remote = webAddress(textAt(entry, 'url'));
    const why = 'where the server answers; a page for people would be better';
    if (remote !== undefined && !remote.includes('{')) return finds(remote, `${placeName(place)}.url`, why);
  }
  return undefined;
}

function statusOf(server: JsonObject, finds: Finds): Draft['artifact']['status'] {
  const status = textAt(server, 'status');
  if (status === 'active') return finds('active' as const, 'status');
  return status === 'deprecated' || status === 'deleted' ? finds('inactive' as const, 'status') : undefined;
}

/** `/remotes/0` as people write it. */
function placeName(pointer: string): string {
  return pointer.slice(1).replace(/\/(\d+)/g, '[$1]');
}

// --- what it needs ------------------------------------------------------------------------------------------------

function requirementsOf(server: JsonObject, finds: Finds): Found<string[]> | undefined {
  const packages = entriesAt(server, 'packages').flatMap(({ entry }) => packageTexts(entry));
  const remotes = entriesAt(server, 'remotes').flatMap(({ entry }) => remoteTexts(entry));
  const places = [packages.length > 0 ? 'packages' : '', remotes.length > 0 ? 'remotes' : ''];
  return finds(listed([...packages, ...remotes]), places.filter((place) => place !== '').join(', '));
}

function packageTexts(entry: JsonValue): string[] {
  const registry = textAt(entry, 'registryType') ?? textAt(entry, 'registry_type') ?? textAt(entry, 'registry_name');
  const identifier = textAt(entry, 'identifier') ?? textAt(entry, 'name');
  const hint = textAt(entry, 'runtimeHint') ?? textAt(entry, 'runtime_hint') ?? runners[registry ?? ''];
  const transport = textAt(entry, 'transport', 'type') ?? textAt(entry, 'transport');
  const started = [
    hint === undefined ? undefined : `started by ${hint}`,
    transport === undefined ? undefined : `over ${transport}`,
  ].filter((part) => part !== undefined);
  const what = identifier && `${kinds[registry ?? ''] ?? 'package'} ${identifier}`;
  const text = what && `${what}${started.length > 0 ? `, ${started.join(' ')}` : ''}`;
  const variables = [...entriesAt(entry, 'environmentVariables'), ...entriesAt(entry, 'environment_variables')];
  const args = [...entriesAt(entry, 'packageArguments'), ...entriesAt(entry, 'package_arguments')];
  return [
    ...(text === undefined ? [] : [text]),
    ...variables.flatMap(({ entry: one }) => inputText(one, (name) => `${name} in the environment`)),
    ...args.flatMap(({ entry: one }) => inputText(one, (name) => `argument ${name}`)),
  ];
}

const kinds: Readonly<Record<string, string>> = {
  npm: 'npm package',
  pypi: 'Python package',
  oci: 'container image',
  nuget: 'NuGet package',
  cargo: 'Rust crate',
  mcpb: 'MCP bundle',
};
const runners: Readonly<Record<string, string>> = { npm: 'npx', pypi: 'uvx', oci: 'docker', nuget: 'dnx' };

function remoteTexts(entry: JsonValue): string[] {
  const url = textAt(entry, 'url');
  const transport = textAt(entry, 'type') ?? textAt(entry, 'transport_type');
  const network = url && `Network access to ${url}${transport === undefined ? '' : ` (${transport})`}`;
  return [
    ...(network === undefined || network === '' ? [] : [network]),
    ...entriesAt(entry, 'headers').flatMap(({ entry: one }) => inputText(one, (name) => `HTTP header ${name}`)),
  ];
}

/** One that has a value already is nobody's to give. */
function inputText(entry: JsonValue, what: (name: string) => string): string[] {
  const name = textAt(entry, 'name') ?? textAt(entry, 'valueHint') ?? textAt(entry, 'value_hint');
  const value = textAt(entry, 'value');
  if (name === undefined || (value !== undefined && !value.includes('{'))) return [];
  const isFile = textAt(entry, 'format') === 'filepath';
  const isSecret = flagAt(entry, 'isSecret', 'is_secret');
  const isRequired = flagAt(entry, 'isRequired', 'is_required');
  // What may be left out and opens nothing is no requirement.
  if (!isRequired && !isSecret && !isFile) return [];
  const description = textAt(entry, 'description') ?? (isFile ? 'path of a file' : undefined);
  return [settingText({ what: what(name), isSecret, isRequired, description })];
}

function flagAt(entry: JsonValue, ...names: readonly string[]): boolean {
  return names.some((name) => member(entry, name) === true);
}

// --- capabilities -------------------------------------------------------------------------------------------------

function wholeServer(server: JsonObject, requires: DraftCapability['requires'], finds: Finds): DraftCapability[] {
  const why = 'of the server as a whole: save what it answers to tools/list, and there is an entry for each tool';
  const description = finds(textAt(server, 'description'), 'description', why);
  return description || requires ? [{ description, requires, categories: toolCategories(finds, 'name') }] : [];
}

/** A saved answer: the message, its result, or the list alone. */
function toolsOf(value: JsonValue): readonly JsonValue[] | undefined {
  const result = member(value, 'result') ?? value;
  const tools = Array.isArray(result) ? result : member(result, 'tools');
  return Array.isArray(tools) ? tools : undefined;
}

function readTools(
  imported: ImportedFile,
  requires: DraftCapability['requires'],
  diagnostics: Diagnostic[],
): DraftCapability[] {
  const answer = readJsonFile(imported);
  const tools = toolsOf(answer);
  if (tools === undefined) {
    const hint = 'save what the server answers to tools/list: an object with a member "tools"';
    throw unreadable(imported, 'the file lists no tools', hint);
  }
  const cursor = textAt(member(answer, 'result') ?? answer, 'nextCursor');
  if (cursor !== undefined) {
    const hint = 'save the answers to all of them, and name each file';
    diagnostics.push(leftOut(imported.file, 'nextCursor', 'there are more tools than this answer lists', hint));
  }
  const finds = findsIn(imported.file);
  return tools.flatMap((tool, index) => {
    const name = textAt(tool, 'name');
    if (name !== undefined) return [capabilityOf(tool, name, requires, finds)];
    const hint = 'is it what the server answered?';
    diagnostics.push(leftOut(imported.file, `tools[${index}]`, 'it has no name', hint));
    return [];
  });
}

function capabilityOf(
  tool: JsonValue,
  identifier: string,
  requires: DraftCapability['requires'],
  finds: Finds,
): DraftCapability {
  const at = (place: string): string => `tools[${identifier}].${place}`;
  const title = textAt(tool, 'title');
  const annotated = textAt(tool, 'annotations', 'title');
  const words = wordsOf(identifier);
  const why = 'its identifier in words: say what it does, as people look for it';
  const inputs = propertyTexts(member(tool, 'inputSchema'));
  const outputs = propertyTexts(member(tool, 'outputSchema'));
  return {
    name:
      finds(title, at('title')) ??
      finds(annotated, at('annotations.title')) ??
      finds(words === '' ? undefined : words, at('name'), why),
    description: finds(textAt(tool, 'description'), at('description')),
    limitations: limitationsOf(tool, finds, at),
    requires,
    input_types: finds(inputs, at('inputSchema')),
    output_types: finds(outputs?.length === 0 ? undefined : outputs, at('outputSchema')),
    categories: toolCategories(finds, at('name')),
  };
}

/** What a hint says outright; what the protocol assumes of a tool without hints says nothing of this one. */
function limitationsOf(tool: JsonValue, finds: Finds, at: (place: string) => string): Found<string[]> | undefined {
  const annotations = member(tool, 'annotations');
  if (member(annotations, 'readOnlyHint') === true || member(annotations, 'destructiveHint') !== true) return undefined;
  const text = 'Can change or delete what is already there';
  return finds([text], at('annotations.destructiveHint'), 'the hint is set: say what it changes, and add other limits');
}
