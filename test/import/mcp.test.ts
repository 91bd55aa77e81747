import { describe, expect, test } from 'vitest';
import { draftOf, factsIn, file, placesOf, valuesOf } from './importing.js';

const server = {
  $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  name: 'io.github.town/library-desk',
  title: 'Town Library Desk',
  description: 'Opening hours and the catalogue of the town library',
  version: '1.4.2',
  repository: { url: 'https://github.com/town/library-desk', source: 'github' },
  packages: [
    {
      registryType: 'npm',
      identifier: '@town/library-desk',
      version: '1.4.2',
      transport: { type: 'stdio' },
      environmentVariables: [
        { name: 'LIBRARY_KEY', description: 'Read-only key', isRequired: true, isSecret: true },
        { name: 'LOG_LEVEL', description: 'How much to log' },
        { name: 'MODE', value: 'desk', isRequired: true },
      ],
      packageArguments: [{ type: 'named', name: '--forms', format: 'filepath', isRequired: true }],
    },
  ],
  remotes: [
    {
      type: 'streamable-http',
      url: 'https://desk.example.org/mcp',
      headers: [{ name: 'Authorization', description: 'Bearer token', isSecret: true }],
    },
  ],
};

const tools = [
  {
    name: 'opening_hours',
    title: 'Answer opening hours questions',
    description: 'Looks up\n  when a branch is open.',
    inputSchema: {
      type: 'object',
      properties: {
        branch: { type: 'string', description: 'Name of the branch' },
        date: { type: 'string', format: 'date' },
        days: { type: ['array', 'null'], items: { type: 'string' } },
        how: { enum: ['short', 'long'] },
      },
      required: ['branch'],
    },
    outputSchema: { type: 'object', properties: { opens: { type: 'string' } }, required: ['opens'] },
    annotations: { readOnlyHint: true, destructiveHint: true, openWorldHint: true },
  },
  {
    name: 'deleteReservation',
    inputSchema: { type: 'object' },
    annotations: { title: 'Delete a reservation', destructiveHint: true },
  },
  { name: 'list_branches', annotations: { destructiveHint: false } },
];

const requires = [
  'npm package @town/library-desk, started by npx over stdio',
  'LIBRARY_KEY in the environment (secret): Read-only key',
  'argument --forms: path of a file',
  'Network access to https://desk.example.org/mcp (streamable-http)',
  'HTTP header Authorization (secret, optional): Bearer token',
];

describe('server.json', () => {
  test('gives the artifact, and a capability for each tool of a saved answer', () => {
    const draft = draftOf('mcp', file('server.json', server), file('tools.json', { tools }));
    expect(valuesOf(draft)).toEqual({
      '/artifact/slug': 'town--library-desk',
      '/artifact/name': 'Town Library Desk',
      '/artifact/type': 'mcp',
      '/artifact/url': 'https://github.com/town/library-desk',
      '/artifact/categories': ['mcp-servers'],
      '/capabilities/0/name': 'Answer opening hours questions',
      '/capabilities/0/description': 'Looks up when a branch is open.',
      '/capabilities/0/requires': requires,
      '/capabilities/0/input_types': [
        'branch (text): Name of the branch',
        'date (date, optional)',
        'days (list of texts, optional)',
        'how (one of: short, long; optional)',
      ],
      '/capabilities/0/output_types': ['opens (text)'],
      '/capabilities/0/categories': ['tool-use-integration'],
      '/capabilities/1/name': 'Delete a reservation',
      '/capabilities/1/limitations': ['Can change or delete what is already there'],
      '/capabilities/1/requires': requires,
      '/capabilities/1/input_types': [],
      '/capabilities/1/categories': ['tool-use-integration'],
      '/capabilities/2/name': 'list branches',
      '/capabilities/2/requires': requires,
      '/capabilities/2/categories': ['tool-use-integration'],
    });
    expect(placesOf(draft)).toMatchObject({
      '/artifact/slug': 'guess: server.json: name',
      '/artifact/type': 'server.json: the kind of file',
      '/capabilities/0/name': 'tools.json: tools[opening_hours].title',
      '/capabilities/0/requires': 'server.json: packages, remotes',
      '/capabilities/1/name': 'tools.json: tools[deleteReservation].annotations.title',
      '/capabilities/1/limitations': 'guess: tools.json: tools[deleteReservation].annotations.destructiveHint',
      '/capabilities/2/name': 'guess: tools.json: tools[list_branches].name',
    });
    expect(factsIn(draft)).toEqual({ version: '1.4.2' });
  });

  test.each([
    ['the whole message', { jsonrpc: '2.0', id: 1, result: { tools } }],
    ['its result', { tools }],
    ['the list alone', tools],
  ])('%s counts as an answer', (_, answer) => {
    expect(draftOf('mcp', file('server.json', server), file('t.json', answer)).capabilities).toHaveLength(3);
  });

  test('says what is not in an answer', () => {
    const answer = { tools: [{ title: 'no name' }, tools[2]], nextCursor: 'page 2' };
    const draft = draftOf('mcp', file('server.json', server), file('t.json', answer));
    expect(draft.capabilities).toHaveLength(1);
    expect(draft.diagnostics.map(({ ruleId, file: of, message }) => [ruleId, of, message.split(' ')[0]])).toEqual([
      ['import/left-out', 't.json', 'nextCursor'],
      ['import/left-out', 't.json', 'tools[0]'],
    ]);
    expect(() => draftOf('mcp', file('server.json', server), file('t.json', {}))).toThrow(/t\.json: the file lists no/);
    expect(() => draftOf('mcp', file('t.json', { tools }))).toThrow(/the server has no name/);
  });

  test('without an answer has one capability, of the server as a whole', () => {
    const draft = draftOf('mcp', file('server.json', server));
    expect(valuesOf(draft)['/capabilities/0/description']).toBe(server.description);
    expect(draft.capabilities[0]?.description?.guess).toContain('tools/list');
    expect(draft.capabilities[0]?.name).toBeUndefined();
  });

  test('is also read as the registry answers it, and in its older form', () => {
    const wrapped = draftOf('mcp', file('server.json', { server, _meta: {} }));
    expect(valuesOf(wrapped)).toEqual(valuesOf(draftOf('mcp', file('server.json', server))));
    const old = draftOf(
      'mcp',
      file('server.json', {
        name: 'com.example/desk',
        description: 'x',
        status: 'deprecated',
        version_detail: { version: '0.1.0' },
        packages: [
          {
            registry_type: 'pypi',
            identifier: 'desk',
            environment_variables: [{ name: 'KEY', is_secret: true, is_required: true }],
          },
        ],
        remotes: [{ transport_type: 'sse', url: 'https://{tenant}.example.com/sse' }],
      }),
    );
    expect(valuesOf(old)).toMatchObject({
      '/artifact/slug': 'example--desk',
      '/artifact/name': 'desk',
      '/artifact/status': 'inactive',
      '/capabilities/0/requires': [
        'Python package desk, started by uvx',
        'KEY in the environment (secret)',
        'Network access to https://{tenant}.example.com/sse (sse)',
      ],
    });
    expect(old.artifact.url).toBeUndefined();
    expect(factsIn(old)).toEqual({ version: '0.1.0' });
  });
});

describe('the manifest of a bundle', () => {
  const manifest = {
    manifest_version: '0.3',
    name: 'library-desk',
    display_name: 'Town Library Desk',
    version: '1.4.2',
    description: 'Opening hours',
    author: { name: 'Town' },
    repository: { type: 'git', url: 'https://github.com/town/library-desk.git' },
    license: 'Apache-2.0',
    keywords: ['library'],
    server: { type: 'node', entry_point: 'server/index.js', mcp_config: { command: 'node' } },
    tools: [{ name: 'opening_hours', description: 'When a branch is open' }],
    prompts: [{ name: 'plan_visit', arguments: ['branch'], text: 'Plan a visit to ${arguments.branch}' }],
    tools_generated: true,
    user_config: {
      key: { type: 'string', title: 'API key', description: 'Of the catalogue', required: true, sensitive: true },
      forms: { type: 'directory', title: 'Forms', description: 'For drafts', multiple: true },
    },
    compatibility: { platforms: ['darwin', 'win32'], runtimes: { node: '>=16' } },
  };

  test('gives tools, prompts, and what it needs', () => {
    const draft = draftOf('mcpb', file('manifest.json', manifest));
    const needs = [
      'Node.js >=16',
      'macOS or Windows',
      'API key, in the settings (secret): Of the catalogue',
      'Access to folders, set as Forms (optional): For drafts',
    ];
    expect(valuesOf(draft)).toEqual({
      '/artifact/slug': 'town--library-desk',
      '/artifact/name': 'Town Library Desk',
      '/artifact/type': 'mcp',
      '/artifact/url': 'https://github.com/town/library-desk',
      '/artifact/categories': ['mcp-servers'],
      '/artifact/tags': ['library'],
      '/artifact/pricing/model': 'open_source',
      '/capabilities/0/name': 'opening hours',
      '/capabilities/0/description': 'When a branch is open',
      '/capabilities/0/requires': needs,
      '/capabilities/0/categories': ['tool-use-integration'],
      '/capabilities/1/name': 'plan visit',
      '/capabilities/1/requires': needs,
      '/capabilities/1/input_types': ['branch (text)'],
    });
    expect(draft.diagnostics.map(({ message }) => message)).toEqual([
      'tools_generated is not taken over: the server makes tools when it runs that are not listed here',
    ]);
  });

  test('of one without tools, its long description in plain words', () => {
    const { tools: _, prompts: __, ...rest } = manifest;
    const draft = draftOf('mcpb', file('manifest.json', { ...rest, long_description: '## About\n\n- **open** `now`' }));
    expect(valuesOf(draft)['/capabilities/0/description']).toBe('About open now');
    expect(() => draftOf('mcpb', file('manifest.json', { name: 'an extension of a browser' }))).toThrow(/no manifest/);
  });
});
