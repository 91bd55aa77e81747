import { isObject, type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import { appendPointer } from '../encoding/pointer.js';
import type { Finding } from '../validate/finding.js';

/** A kind of file that people have beside a source, and give for one. */
interface Kind {
  /** Behind "this looks like". */
  readonly what: string;
  readonly hint: string;
  /** The member by which it is known; undefined for any other file. */
  readonly mark: (value: JsonObject) => string | undefined;
}

const isText = (value: JsonValue | undefined): boolean => typeof value === 'string';

/** That member, if it is there and is what is meant. */
function marked(name: string, is: (value: JsonValue | undefined) => boolean): Kind['mark'] {
  return (value) => (Object.hasOwn(value, name) && is(value[name]) ? name : undefined);
}

/** The first of its members, where there are no others than these and their values are what is meant. */
function only(kinds: Readonly<Record<string, (value: JsonValue | undefined) => boolean>>): Kind['mark'] {
  return (value) => {
    const names = Object.keys(value);
    return names.every((name) => Object.hasOwn(kinds, name) && kinds[name]?.(value[name])) ? names[0] : undefined;
  };
}

const hasOnly = (...names: string[]) => {
  const known = new Set(names);
  return (value: JsonValue | undefined): boolean =>
    isObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((name) => known.has(name));
};

const entriesAre =
  (is: (value: JsonValue | undefined) => boolean) =>
  (value: JsonValue | undefined): boolean =>
    isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(is);

const observed = ['verified', 'rank', 'outcomes', 'maintenance', 'community'];

const kinds: readonly Kind[] = [
  {
    what: 'a signed passport',
    hint: 'check it with passport verify; to change it, change the source that it was made from',
    mark: marked('passport', (passport) => isObject(member(passport, 'unfragile'))),
  },
  {
    what: 'the payload of a passport',
    hint: 'give the source that it was made from; a payload as it is can be signed with passport sign',
    mark: (value) => {
      if (isObject(member(value.unfragile, 'artifact'))) return 'unfragile';
      return isText(value['@version']) && isText(member(value.artifact, 'page_url')) ? '@version' : undefined;
    },
  },
  {
    what: 'a registry profile',
    hint: 'give it with --registry, and the source as the file',
    mark: (value) => (isText(value.base_url) && !value.artifact ? 'base_url' : undefined),
  },
  {
    what: 'observations',
    hint: 'give them with --observations, and the source as the file',
    mark: (value) => {
      const known = hasOnly(...observed, 'capabilities')(value);
      const found = observed.find((name) => Object.hasOwn(value, name));
      return known ? found : undefined;
    },
  },
  {
    what: 'an overlay',
    hint: 'give it with --overlay, and the manifest as the file',
    mark: only({
      artifact: hasOnly('categories', 'tags', 'starting_price'),
      capabilities: entriesAre(hasOnly('categories', 'input_types', 'output_types')),
    }),
  },
  {
    what: 'the settings of this toolkit',
    hint: 'they are found beside the sources; name the source itself',
    mark: (value) =>
      hasOnly('sources', 'profile', 'rules', 'fail_on', 'max_warnings', 'overlay', 'observations', 'registry')(value)
        ? Object.keys(value)[0]
        : undefined,
  },
  {
    what: 'a key',
    hint: 'name the YAML file; a secret key belongs to --key, and nowhere else',
    mark: (value) => (isText(value.kty) && (isText(value.x) || isText(value.n) || isText(value.k)) ? 'kty' : undefined),
  },
  {
    what: 'the description of a server in the registry of MCP',
    hint: 'a source says more: start from the template mcp.yaml, and describe each tool as a capability',
    mark: (value) => {
      if (isText(value.$schema) && /modelcontextprotocol/.test(String(value.$schema))) return '$schema';
      return isText(value.name) && isText(value.version) ? listOf(value, 'packages', 'remotes') : undefined;
    },
  },
  {
    what: 'the answer of an MCP server to tools/list',
    hint: 'a source says more: start from the template mcp.yaml, and describe each tool as a capability',
    mark: (value) => (isTools(value) ? 'tools' : isTools(value.result) ? 'result' : undefined),
  },
  {
    what: 'the settings of an MCP client',
    hint: 'start from the template mcp.yaml: a source describes one server',
    mark: marked('mcpServers', isObject),
  },
  {
    what: 'the card of an agent (A2A)',
    hint: 'start from the template agent.yaml, and describe each skill as a capability',
    mark: (value) => (isText(value.name) && isObject(value.capabilities) ? listOf(value, 'skills') : undefined),
  },
  {
    what: 'a description of an API (OpenAPI)',
    hint: 'start from the template api.yaml, and describe what the API can do as capabilities',
    mark: (value) => ['openapi', 'swagger'].find((name) => Object.hasOwn(value, name) && isObject(value.info)),
  },
  {
    what: 'a JSON Schema',
    hint: 'name the file that it describes',
    mark: (value) => {
      if (isText(value.$schema) && /json-schema\.org/.test(String(value.$schema)) && !value.artifact) return '$schema';
      return value.type === 'object' && isObject(value.properties) ? 'properties' : undefined;
    },
  },
  {
    what: 'a package.json',
    hint: 'a source is a file of its own: start from one of the templates',
    mark: (value) =>
      ['dependencies', 'devDependencies', 'scripts', 'exports', 'main', 'bin'].find(
        (name) => Object.hasOwn(value, name) && isText(value.name) && isText(value.version),
      ),
  },
  {
    what: 'a report of findings (SARIF)',
    hint: 'name the source that it is about',
    mark: (value) => (isText(value.version) ? listOf(value, 'runs') : undefined),
  },
];

/** What a value most likely is that has not the shape of a source or manifest; undefined for what may be meant as one. */
export function wrongKind(value: JsonValue): Finding | undefined {
  if (!isObject(value)) return undefined;
  for (const { what, hint, mark } of kinds) {
    const name = mark(value);
    if (name === undefined) continue;
    return {
      ruleId: 'source/wrong-kind',
      severity: 'error',
      message: `this looks like ${what}, not like a source`,
      pointer: appendPointer('', name),
      part: 'key',
      hint,
    };
  }
  return undefined;
}

function isTools(value: JsonValue | undefined): boolean {
  const tools = member(value, 'tools');
  return Array.isArray(tools) && tools.every((tool) => isText(member(tool, 'name')));
}

function listOf(value: JsonObject, ...names: string[]): string | undefined {
  return names.find((name) => Array.isArray(value[name]));
}
