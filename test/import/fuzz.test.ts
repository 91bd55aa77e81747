import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import childProcess from 'node:child_process';
import dns from 'node:dns';
import fs from 'node:fs';
import { Socket } from 'node:net';
import { randomFrom } from '../random.js';
import { buildPassport } from '../../src/author/build.js';
import { parseSource, readSource } from '../../src/author/source.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { valueAt } from '../../src/encoding/pointer.js';
import { PassportError } from '../../src/errors.js';
import { placedValues } from '../../src/import/draft.js';
import { draftText } from '../../src/import/draft-text.js';
import type { ImportedFile, Importer } from '../../src/import/importer.js';
import { type ImportKind, importers } from '../../src/import/importers.js';
import { parseProvenance } from '../../src/import/provenance.js';
import type { Payload } from '../../src/passport/types.generated.js';

// A long run: PASSPORT_FUZZ=5000 npx vitest run test/import/fuzz.test.ts; PASSPORT_FUZZ_SEED for another one.
const RUNS = Number(process.env.PASSPORT_FUZZ ?? 200);
const SEED = Number(process.env.PASSPORT_FUZZ_SEED ?? 1);

/** Good files of each kind, which are changed. The first is mutated most; those behind it stand beside it. */
const seeds: Readonly<Record<ImportKind, ReadonlyArray<readonly [ImportedFile, ...ImportedFile[]]>>> = {
  passport: [[json('passport.json', { unfragile: builtFromTemplate('mcp.yaml') as unknown as JsonValue })]],
  a2a: [
    [
      json('agent-card.json', {
        name: 'Desk',
        description: 'Answers at the desk.',
        version: '2.1.0',
        protocolVersion: '0.3.0',
        url: 'https://town.example/a2a',
        additionalInterfaces: [{ url: 'https://town.example/grpc', transport: 'GRPC' }],
        capabilities: { extensions: [{ uri: 'https://town.example/ext', required: true }] },
        securitySchemes: {
          key: { type: 'apiKey', in: 'header', name: 'X' },
          login: { type: 'http', scheme: 'bearer' },
        },
        security: [{ key: [] }, { login: [] }],
        defaultInputModes: ['text/plain'],
        defaultOutputModes: ['text/plain'],
        skills: [
          {
            id: 'hours',
            name: 'Opening hours',
            description: 'Says when',
            tags: ['calendar'],
            examples: ['When do you open?'],
            security: [{ login: [] }],
          },
          { id: 'renew', name: 'Renew loans', outputModes: ['image/png'] },
        ],
      }),
    ],
    [
      json('agent-card.json', {
        name: 'Desk',
        supportedInterfaces: [{ url: 'grpc://town.example' }, { url: 'https://town.example/a2a/v1' }],
        securitySchemes: {
          key: { apiKeySecurityScheme: { location: 'query', name: 'key' } },
          tls: { mtlsSecurityScheme: {} },
        },
        securityRequirements: [{ schemes: { key: { list: [] }, tls: { list: [] } } }, {}],
        skills: [{ id: 'hours', name: 'Opening hours', securityRequirements: [{ schemes: { tls: {} } }] }],
      }),
    ],
  ],
  openrouter: [
    [
      json('model.json', {
        id: 'town/desk-2:free',
        canonical_slug: 'town/desk-2-20260601',
        hugging_face_id: 'town/desk-2',
        name: 'Town: Desk 2',
        created: 1764000000,
        description: 'Answers letters.',
        context_length: 131072,
        architecture: {
          input_modalities: ['text', 'image'],
          output_modalities: ['text'],
          modality: 'text+image->text',
        },
        pricing: { prompt: '0.00000015', completion: '0.0000006', image: '0', request: '-1' },
        top_provider: { context_length: 131072, max_completion_tokens: 16384, is_moderated: true },
        supported_parameters: ['tools', 'structured_outputs', 'reasoning'],
        expiration_date: '2027-01-01',
      }),
    ],
    [
      json('models.json', {
        data: [{ id: 'town/auto', name: 'Auto', pricing: { prompt: '-1', completion: '-1' }, architecture: {} }],
      }),
    ],
  ],
  cyclonedx: [
    [
      json('bom.json', {
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        components: [
          { type: 'library', name: 'other' },
          {
            type: 'machine-learning-model',
            'bom-ref': 'desk',
            group: 'town',
            name: 'desk-sorter',
            version: '1.2.0',
            description: 'Sorts letters by the desk that answers them.',
            purl: 'pkg:huggingface/Town/Desk-Sorter@0123abc',
            licenses: [{ license: { id: 'MIT' } }, { expression: 'Apache-2.0 OR LicenseRef-own' }],
            tags: ['mail'],
            externalReferences: [{ type: 'vcs', url: 'https://code.example/town/desk' }],
            modelCard: {
              modelParameters: {
                task: 'text-classification',
                inputs: [{ format: 'string' }],
                outputs: [{ format: 'label' }],
              },
              quantitativeAnalysis: { performanceMetrics: [{ type: 'accuracy', value: '0.9' }] },
              considerations: {
                users: ['Desks of town libraries'],
                useCases: ['A day of letters'],
                technicalLimitations: ['Long letters are cut'],
                performanceTradeoffs: ['The small one is faster'],
                ethicalConsiderations: [{ name: 'Names are kept', mitigationStrategy: 'For a day' }],
                fairnessAssessments: [{ groupAtRisk: 'Writers of other languages', harms: 'The wrong desk' }],
              },
            },
          },
        ],
      }),
    ],
  ],
  huggingface: [
    [
      {
        file: 'README.md',
        text: `---\nlicense: apache-2.0\nlibrary_name: transformers\npipeline_tag: text-classification\nlanguage:\n- en\n- de
tags: [mail, "a: b"]\nbase_model: town/base\ndatasets:\n- town/letters\ngated: true\nmodel-index:\n- name: Desk\n  results: []
extra_gated_prompt: |\n  Say who you are\n---\n\n# Desk sorter\n\nSorts **letters** by the [desk](https://town.example) that answers them.
\n## Uses\n\n### Direct Use\n\n- A day of letters\n- A \\\`code\\\` word\n\n## Bias, Risks, and Limitations\n\n1. Long letters are cut
2. | a | b |\n   |---|---|\n\n\`\`\`python\nimport os\n\`\`\`\n<!-- hidden -->\n<div>x</div>\n\n## Out-of-Scope Use\n\nMedicine.\n`,
      },
    ],
    [
      {
        file: 'README.md',
        text: `---\nlicense: cc-by-4.0\npretty_name: Letters\ntask_categories:\n- text-classification\nsize_categories:\n- 1K<n<10K
configs:\n- config_name: default\n  data_files: x.csv\ndataset_info:\n  features:\n  - name: text\n    dtype: string\n---\n# Letters
\n## Dataset Summary\n\nLetters of a town.\n\n## Known Limitations\n\n* Only of one year\n`,
      },
    ],
    [
      {
        file: 'README.md',
        text: '---\ntitle: Desk\nemoji: x\nsdk: gradio\napp_file: app.py\nlicense: mit\n---\n\n# Desk\n\nTry it.\n',
      },
    ],
  ],
  npm: [
    [
      json('package.json', {
        name: '@town/desk',
        version: '1.0.0',
        description: 'Opening hours',
        keywords: ['mcp'],
        license: 'MIT',
        homepage: 'https://town.example/desk#readme',
        repository: { type: 'git', url: 'git+https://github.com/town/desk.git' },
        bin: { desk: 'x.js' },
        scripts: { postinstall: "node -e \"require('fs').writeFileSync('/tmp/never', '')\"" },
        engines: { node: '>=20' },
        os: ['darwin'],
        dependencies: { '@modelcontextprotocol/sdk': '1' },
        peerDependencies: { react: '18' },
      }),
    ],
  ],
  mcp: [
    [
      json('server.json', {
        name: 'io.github.town/desk',
        title: 'Desk',
        description: 'Opening hours',
        version: '1.0.0',
        websiteUrl: 'https://town.example',
        repository: { url: 'https://github.com/town/desk', source: 'github' },
        packages: [
          {
            registryType: 'npm',
            identifier: '@town/desk',
            transport: { type: 'stdio' },
            environmentVariables: [{ name: 'KEY', isRequired: true, isSecret: true, description: 'A key' }],
            packageArguments: [{ type: 'positional', valueHint: 'folder', format: 'filepath' }],
          },
        ],
        remotes: [{ type: 'sse', url: 'https://town.example/sse', headers: [{ name: 'X', isRequired: true }] }],
      }),
      json('tools.json', {
        result: {
          tools: [
            {
              name: 'opening_hours',
              title: 'Opening hours',
              description: 'Says when',
              inputSchema: { type: 'object', properties: { branch: { type: 'string' }, how: { enum: ['a', 1] } } },
              outputSchema: { type: 'object', properties: { opens: { type: ['string', 'null'] } } },
              annotations: { destructiveHint: true },
            },
            { name: 'other', inputSchema: { type: 'object' } },
          ],
        },
      }),
    ],
  ],
  mcpb: [
    [
      json('manifest.json', {
        manifest_version: '0.3',
        name: 'desk',
        version: '1.0.0',
        description: 'Opening hours',
        long_description: '# Desk\n\n**Opening** hours',
        repository: { type: 'git', url: 'https://github.com/town/desk' },
        license: 'MIT',
        keywords: ['library'],
        server: { type: 'node', entry_point: 'x.js' },
        tools: [{ name: 'hours', description: 'Says when' }],
        prompts: [{ name: 'plan', arguments: ['branch'], text: 'Plan' }],
        tools_generated: true,
        user_config: { key: { type: 'string', title: 'Key', sensitive: true, required: true } },
        compatibility: { platforms: ['linux'], runtimes: { node: '>=20' } },
      }),
    ],
  ],
  pyproject: [
    [
      {
        file: 'pyproject.toml',
        text: `[project]\nname = "desk"\nversion = "1.0"\ndescription = 'Opening hours'\nlicense = { text = "MIT" }
keywords = ["a", "b"]\nrequires-python = ">=3.10"\ndependencies = ["mcp"]\nclassifiers = ["License :: OSI Approved :: MIT License"]
dynamic = ["readme"]\n[project.urls]\nHomepage = "https://town.example"\n[project.scripts]\ndesk = "desk:main"
[tool.poetry]\nname = "desk"\nversion = 2026-06-01T00:00:00Z\n[tool.poetry.dependencies]\npython = "^3.10"\n[[tool.x]]\na = 1\n`,
      },
    ],
  ],
  dockerfile: [
    [
      {
        file: 'Dockerfile',
        text: `# escape=\\\nFROM node:20 AS a\nFROM a\nARG V=1\nLABEL org.opencontainers.image.title="Desk" \\\n  org.opencontainers.image.source=https://github.com/town/desk
LABEL org.opencontainers.image.licenses=MIT org.opencontainers.image.version=$V "org.opencontainers.image.url"='https://town.example'
ENV KEY= A=b\nENV OLD form of it\nEXPOSE 80/tcp 81\nVOLUME ["/data"]\nRUN <<EOF\ntouch /tmp/never\nEOF\nCMD ["x"]\n`,
      },
    ],
  ],
  git: [
    [
      {
        file: '.git/config',
        text: '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:town/desk.git\n[branch "main"]\n\tremote = origin\n',
      },
      { file: 'LICENSE', text: 'MIT License\n\nPermission is hereby granted, free of charge' },
      {
        file: 'README.md',
        text: '# Desk\n\nAn MCP server.\n\n## Limitations\n\n- One\n- Two\n\n## Requirements\n1. Node\n',
      },
    ],
  ],
};

function builtFromTemplate(name: string): Payload {
  const text = fs.readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');
  const { source } = parseSource(text, { file: name });
  if (source === undefined) throw new Error(`${name} is no source`);
  return buildPassport(source).payload;
}

function json(file: string, value: JsonValue): ImportedFile {
  return { file, text: JSON.stringify(value, undefined, 1) };
}

/** What went wrong in others' tools, or could in ours. */
const fragments: readonly string[] = [
  '---js\nrequire("child_process").execSync("touch /tmp/never")\n---\n',
  '---\n!!js/function "function () {}"\n---\n',
  '"scripts": {"postinstall": "touch /tmp/never"}',
  '1979-05-27T07:32:00Z',
  '"__proto__": {"polluted": true}',
  '[__proto__]\npolluted = true\n',
  '"constructor": {"prototype": {"polluted": true}}',
  '\ud800',
  '\\ud800',
  '\u202e\u2066',
  '\u0000\u001b[2J\u0007',
  '\u2028\u0085',
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '${jndi:ldap://127.0.0.1/x}',
  '$(touch /tmp/never)`touch /tmp/never`',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  '\n# guess from x: y [00000000] (z); delete "guess" if it is right\n',
  ' # from package.json: name [0123abcd]',
  '\n  slug: other\n',
  '!!binary aGk=',
  '*alias &anchor <<: ',
  '%YAML 1.1',
  '::error::x ##[group]',
  '- '.repeat(50),
  '['.repeat(300),
  '{"a":'.repeat(300),
  '1e999',
  '9007199254740993',
  '-0',
  '.inf',
  'null',
  '~',
  'true',
  '""',
  "'",
  '"',
  '\\',
  '`',
  '\r',
  '\ufeff',
  'a'.repeat(5000),
];

const values: readonly JsonValue[] = [
  ...[null, true, 0, -1, 1.5, '', ' ', '\n', 'x', [], {}, [[]], { a: null }, 'null', '1.10', '# a', 'a: b', '- a'],
  ...fragments,
  ['', null, 1, {}],
  'word '.repeat(400),
];

type Random = () => number;
const below = (random: Random, count: number): number => Math.floor(random() * count);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;

function mutatedText(text: string, random: Random): string {
  let mutated = text;
  for (let times = 1 + below(random, 3); times > 0; times--) {
    const start = below(random, mutated.length + 1);
    const end = Math.min(mutated.length, start + below(random, 1 + below(random, 40)));
    const part = mutated.slice(start, end);
    const by = [
      '',
      pick(random, fragments),
      part + part,
      String.fromCharCode(below(random, 0x250)),
      pick(random, ['"', '\n', '[', ']', '{', '}', ':', '=', '#', ',', ' ']),
    ];
    mutated = mutated.slice(0, start) + pick(random, by) + mutated.slice(end);
  }
  return mutated;
}

/** Another value somewhere in a tree of JSON. */
function mutatedValue(value: JsonValue, random: Random): JsonValue {
  if (typeof value !== 'object' || value === null || random() < 0.12) return pick(random, values);
  if (Array.isArray(value)) {
    const at = below(random, value.length + 1);
    return [...value.slice(0, at), mutatedValue(value[at] ?? null, random), ...value.slice(at + 1)];
  }
  const names = Object.keys(value);
  const name = pick(random, names) ?? 'name';
  if (random() < 0.1) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
  const rest = { ...value };
  if (random() < 0.1) rest[pick(random, fragments)] = rest[name] ?? null;
  else rest[name] = mutatedValue(value[name] ?? null, random);
  return rest;
}

function mutated(imported: ImportedFile, random: Random): ImportedFile {
  const { file, text } = imported;
  if (!file.endsWith('.json') || random() < 0.4) return { file, text: mutatedText(text, random) };
  let value = JSON.parse(text) as JsonValue;
  for (let times = 1 + below(random, 3); times > 0; times--) value = mutatedValue(value, random);
  return { file, text: JSON.stringify(value) };
}

/** A draft whose text says what was found, or an error that says what is wrong: nothing else. */
function assertSound(importer: Importer, files: readonly [ImportedFile, ...ImportedFile[]]): boolean {
  expect(typeof importer.recognises(files[0])).toBe('boolean');
  let draft;
  try {
    draft = importer.read(files);
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    expect(error.code).toBe('ERR_INVALID_IMPORT');
    expect(error.diagnostics.length).toBeGreaterThan(0);
    return false;
  }
  const text = draftText(draft);
  const read = readSource(text);
  const placed = placedValues(draft);
  if (read.value === undefined && read.diagnostics.some(({ ruleId }) => ruleId === 'yaml/too-large')) return true;
  for (const { pointer, found } of placed) {
    expect(read.value === undefined ? undefined : valueAt(read.value, pointer), pointer).toEqual(found.value);
    expect(found.origin.place).toBeTruthy();
  }
  const guesses = read.comments.filter((comment) => parseProvenance(comment.text)?.isGuess);
  expect(guesses).toHaveLength(placed.filter(({ found }) => found.guess !== undefined).length);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  return true;
}

const touched: string[] = [];

beforeEach(() => {
  touched.length = 0;
  const trap = (name: string) => (): never => {
    touched.push(name);
    throw new Error(`${name} was called`);
  };
  for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'] as const)
    vi.spyOn(childProcess, name).mockImplementation(trap(name));
  for (const name of ['writeFileSync', 'writeFile', 'openSync', 'appendFileSync', 'mkdirSync'] as const)
    vi.spyOn(fs, name).mockImplementation(trap(name));
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(trap('connect'));
  vi.spyOn(dns, 'lookup').mockImplementation(trap('lookup') as never);
  vi.spyOn(globalThis, 'fetch').mockImplementation(trap('fetch'));
  vi.stubGlobal('eval', trap('eval'));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  expect(touched).toEqual([]);
});

describe.each(Object.entries(importers) as Array<[ImportKind, Importer]>)('%s', (kind, importer) => {
  test('knows its own files, and says so', () => {
    for (const files of seeds[kind]) {
      expect(importer.recognises(files[0])).toBe(true);
      expect(assertSound(importer, files)).toBe(true);
    }
  });

  test(
    `takes ${RUNS} changed files for what they are`,
    () => {
      const random = randomFrom(SEED);
      let drafts = 0;
      for (let run = 0; run < RUNS; run++) {
        const [first, ...others] = pick(random, seeds[kind]);
        const which = below(random, 1 + others.length);
        const files = [first, ...others].map((one, index) => (index === which ? mutated(one, random) : one));
        try {
          if (assertSound(importer, files as [ImportedFile, ...ImportedFile[]])) drafts++;
        } catch (error) {
          const shown = JSON.stringify(files[which]?.text).slice(0, 4000);
          throw new Error(`run ${run} of seed ${SEED}: ${shown}`, { cause: error });
        }
      }
      // What is only refused tests little.
      expect(drafts).toBeGreaterThan(RUNS / 20);
    },
    60_000 + RUNS * 100,
  );

  test('takes hostile files for what they are', () => {
    const [first, ...others] = seeds[kind][0] as readonly [ImportedFile, ...ImportedFile[]];
    const hostile = [
      ...fragments,
      ...fragments.map((fragment) => fragment + first.text),
      ...fragments.map((fragment) => first.text + fragment),
      '',
      '['.repeat(5 << 20),
      '['.repeat(1 << 20),
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      `{"name":"x","a":${'['.repeat(500)}${']'.repeat(500)}}`,
      `[project]\nname = "x"\na = ${'['.repeat(900)}${']'.repeat(900)}\n`,
      `[project]\nname = "x"\n[${'a.'.repeat(50_000)}a]\n`,
      `FROM x\nLABEL ${'a=b \\\n'.repeat(1500)}`,
      `FROM x\nLABEL org.opencontainers.image.title="${'\\'.repeat(50_000)}"\n`,
      `[remote "${'\\'.repeat(100_000)}`,
      `[remote "origin"]\n${'url = x\n'.repeat(50_000)}`,
      JSON.stringify({ name: 'x'.repeat(1 << 20), description: '# '.repeat(1 << 18), manifest_version: '1' }),
    ];
    for (const text of hostile) assertSound(importer, [{ file: first.file, text }, ...others]);
    // Whatever file it is said to be.
    for (const file of ['', ' ', '\u202e', 'a: b [c]', '../x', '\n# y'])
      assertSound(importer, [{ ...first, file }, ...others]);
  }, 60_000);
});
