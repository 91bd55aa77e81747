import { type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Draft, DraftCapability, Found } from './draft.js';
import { entriesAt, factsOf, type Finds, findsIn, listed, membersAt, textAt, textsAt } from './found.js';
import { jsonObjectOf, leftOut, readJsonObject, unreadable } from './imported-json.js';
import type { Importer } from './importer.js';
import { pricingOf } from './licence.js';
import { plainText } from './markdown-text.js';
import { mcpCategories, settingText, toolCategories } from './mcp-server.js';
import { repositorySlug, slugOf, wordsOf } from './naming.js';
import { repositoryOf, webAddress } from './web-address.js';

/** manifest.json of a bundle (.mcpb, before that .dxt): an MCP server that is installed on a desktop. */
export const mcpb: Importer = {
  describe: 'manifest.json of an MCP bundle (.mcpb)',
  names: ['manifest.json'],

  recognises(imported) {
    const value = jsonObjectOf(imported);
    return versionOfManifest(value) !== undefined && textAt(value, 'server', 'type') !== undefined;
  },

  read([imported]): Draft {
    const value = readJsonObject(imported);
    const name = textAt(value, 'name');
    if (versionOfManifest(value) === undefined || name === undefined) {
      const hint = 'the manifest of a bundle has a "manifest_version" and a "name"';
      throw unreadable(imported, 'this is no manifest of an MCP bundle', hint);
    }
    const finds = findsIn(imported.file);
    const repository = repositoryOf(textAt(value, 'repository', 'url') ?? textAt(value, 'repository') ?? '');
    const owned = repository && repositorySlug(repository);
    const homepage = webAddress(textAt(value, 'homepage'));
    const documentation = webAddress(textAt(value, 'documentation'));
    const licence = textAt(value, 'license');
    const requires = requirementsOf(value, finds);
    const own = [...toolsOf(value, requires, finds), ...promptsOf(value, requires, finds)];
    return {
      artifact: {
        slug:
          finds(owned, 'repository', 'the owner and the name of its repository') ??
          finds(slugOf(name), 'name', 'the name of the bundle'),
        name: finds(textAt(value, 'display_name'), 'display_name') ?? finds(name, 'name'),
        type: finds('mcp' as const, 'the kind of file'),
        url:
          finds(homepage, 'homepage') ??
          finds(repository?.url, 'repository') ??
          finds(documentation, 'documentation', 'there is no other page'),
        categories: mcpCategories(finds, 'the kind of file'),
        tags: finds(textsAt(value, 'keywords'), 'keywords'),
        pricing: pricingOf(finds, licence, 'license'),
      },
      capabilities: own.length > 0 ? own : wholeBundle(value, requires, finds),
      facts: factsOf({ version: finds(textAt(value, 'version'), 'version'), license: finds(licence, 'license') }),
      diagnostics: generatedLeftOut(value, imported.file),
    };
  },
};

function versionOfManifest(value: JsonObject | undefined): string | undefined {
  return textAt(value, 'manifest_version') ?? textAt(value, 'dxt_version');
}

function generatedLeftOut(value: JsonObject, file: string): Diagnostic[] {
  return (['tools', 'prompts'] as const).flatMap((what) =>
    member(value, `${what}_generated`) === true
      ? [
          leftOut(
            file,
            `${what}_generated`,
            `the server makes ${what} when it runs that are not listed here`,
            'add the most important ones to the source',
          ),
        ]
      : [],
  );
}

// --- what it needs ------------------------------------------------------------------------------------------------

const runtimes: Readonly<Record<string, string>> = { node: 'Node.js', python: 'Python', uv: 'Python, managed by uv' };
const systems: Readonly<Record<string, string>> = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' };

function requirementsOf(value: JsonObject, finds: Finds): Found<string[]> | undefined {
  const type = textAt(value, 'server', 'type') ?? '';
  const compatibility = member(value, 'compatibility');
  const range = textAt(compatibility, 'runtimes', type === 'uv' ? 'python' : type);
  const runtime = runtimes[type];
  const platforms = textsAt(compatibility, 'platforms');
  const hosts = membersAt(value, 'compatibility').flatMap(([name, version]) =>
    typeof version === 'string' ? [`${wordsOf(name)} ${version}`.trim()] : [],
  );
  const settings = membersAt(value, 'user_config').map(([name, option]) => settingOf(name, option));
  const parts = [
    ['server', runtime === undefined ? undefined : `${runtime}${range === undefined ? '' : ` ${range}`}`],
    ['compatibility', platforms?.map((one) => systems[one] ?? one).join(' or ')],
    ...hosts.map((host) => ['compatibility', host] as const),
    ...settings.map((setting) => ['user_config', setting] as const),
  ] as const;
  const found = parts.filter(([, text]) => text !== undefined);
  return finds(listed(found.map(([, text]) => text)), [...new Set(found.map(([place]) => place))].join(', '));
}

function settingOf(name: string, option: JsonValue): string {
  const title = textAt(option, 'title') ?? wordsOf(name);
  const type = textAt(option, 'type');
  const isPath = type === 'directory' || type === 'file';
  const several = member(option, 'multiple') === true;
  const what = isPath
    ? `Access to ${several ? (type === 'file' ? 'files' : 'folders') : `a ${type === 'file' ? 'file' : 'folder'}`}, set as ${title}`
    : `${title}, in the settings`;
  return settingText({
    what,
    isSecret: member(option, 'sensitive') === true,
    isRequired: member(option, 'required') === true,
    description: textAt(option, 'description'),
  });
}

// --- capabilities -------------------------------------------------------------------------------------------------

function toolsOf(value: JsonObject, requires: DraftCapability['requires'], finds: Finds): DraftCapability[] {
  return entriesAt(value, 'tools').flatMap(({ entry }) => {
    const identifier = textAt(entry, 'name');
    if (identifier === undefined) return [];
    const at = (place: string): string => `tools[${identifier}].${place}`;
    const why = 'its identifier in words: say what it does, as people look for it';
    return [
      {
        name: finds(wordsOf(identifier) || undefined, at('name'), why),
        description: finds(textAt(entry, 'description'), at('description')),
        requires,
        categories: toolCategories(finds, at('name')),
      },
    ];
  });
}

/** The text of a prompt is an order to a model, and stays where it is. */
function promptsOf(value: JsonObject, requires: DraftCapability['requires'], finds: Finds): DraftCapability[] {
  return entriesAt(value, 'prompts').flatMap(({ entry }) => {
    const identifier = textAt(entry, 'name');
    if (identifier === undefined) return [];
    const at = (place: string): string => `prompts[${identifier}].${place}`;
    const why = 'its identifier in words: say what it does, as people look for it';
    return [
      {
        name: finds(wordsOf(identifier) || undefined, at('name'), why),
        description: finds(textAt(entry, 'description'), at('description')),
        requires,
        input_types: finds(textsAt(entry, 'arguments')?.map((name) => `${name} (text)`) ?? [], at('arguments')),
      },
    ];
  });
}

function wholeBundle(value: JsonObject, requires: DraftCapability['requires'], finds: Finds): DraftCapability[] {
  const long = textAt(value, 'long_description');
  const why = 'of the bundle as a whole: say how this one ability works, and what comes out';
  const plain = long === undefined ? undefined : plainText(String(member(value, 'long_description')));
  const description =
    finds(plain === '' ? undefined : plain, 'long_description', why) ??
    finds(textAt(value, 'description'), 'description', why);
  return description || requires ? [{ description, requires, categories: toolCategories(finds, 'server') }] : [];
}
