import { describe, expect, it } from 'vitest';
import { completeProfile } from '../../../src/passport/registry-profile.js';
import { unfragileAi } from '../../../src/passport/unfragile-ai.js';
import { findings, manifestFindings, searched } from './findings.js';

describe('artifact/unknown-category', () => {
  const id = 'artifact/unknown-category';
  const filed = (...categories: unknown[]) => ({ artifact: { categories } });

  it('says nothing of any category that the registry lists', () => {
    expect(findings(id, filed(...unfragileAi.categories.artifact))).toEqual([]);
  });

  it.each(['mcpservers', 'm-c-p-servers', 'mcp-server-s'])('mends %s safely: only hyphens differ', (category) => {
    expect(findings(id, filed('automation', category))).toMatchObject([
      {
        pointer: '/artifact/categories/1',
        suggestions: ['mcp-servers'],
        fix: { safe: true, change: { kind: 'write', text: 'mcp-servers' } },
      },
    ]);
  });

  it.each([
    ['mcp-server', 'mcp-servers'],
    ['image-generating', 'image-generation'],
    ['code-editor', 'code-editors'],
    ['chatbot-assistants', 'chatbots-assistants'],
  ])('suggests for %s, and mends it only when asked', (category, meant) => {
    expect(findings(id, filed(category))).toMatchObject([
      { suggestions: [meant], hint: expect.stringContaining(`did you mean ${meant}?`), fix: { safe: false } },
    ]);
  });

  it('lists what there is where nothing is near, and knows the other list', () => {
    expect(findings(id, filed('gardening'))[0]).toMatchObject({ hint: expect.stringContaining('model-training') });
    expect(findings(id, filed('gardening'))[0]).not.toHaveProperty('fix');
    expect(findings(id, filed('search-retrieval'))[0]?.hint).toContain('that is a category of capabilities');
  });

  // The schema has spoken.
  it.each(['MCP-Servers', 'mcp servers', 'mcp_servers', '', '-mcp', 'mcp--servers', 'évidence', 7, null, ['x']])(
    'says nothing of %j, which is of no form for a category',
    (category) => {
      expect(findings(id, filed(category))).toEqual([]);
    },
  );

  it('goes by the profile of the registry', () => {
    const categories = { artifact: ['gardening'] };
    const registry = completeProfile({ base_url: 'https://r.dev', issuer: 'r', categories }, unfragileAi);
    expect(findings(id, filed('gardening'), registry)).toEqual([]);
    expect(findings(id, filed('mcp-servers'), registry)).toHaveLength(1);
  });

  it('stays fast with very many, and with a long one', () => {
    const many = Array.from({ length: 50_000 }, (_, number) => `image-generatiom-${number}`);
    const found = findings(id, filed(...many));
    expect(found).toHaveLength(50_000);
    // Nobody looks at more suggestions, and each costs a search.
    expect(found.filter(({ fix }) => fix !== undefined)).toHaveLength(50);
    searched(() => findings(id, filed(...many)));
    searched(() => findings(id, filed('a-'.repeat(5e5) + 'a')));
  });
});

describe('artifact/category-at-odds', () => {
  const id = 'artifact/category-at-odds';
  type Part = Readonly<Record<string, unknown>>;
  const source = (artifact: Part, ...capabilities: Part[]) => ({ artifact, capabilities });
  const io = (input: string, output: string, more: Part = {}) => ({
    input_types: [input],
    output_types: [output],
    ...more,
  });
  const generator = (...outputs: string[]) =>
    source({ type: 'model', categories: ['image-generation'] }, ...outputs.map((output) => io('text', output)));

  it.each([
    ['text (UTF-8 encoded natural language responses)'],
    ['text (extracted text, answers about image content, structured data)'],
    ['text (answers about the uploaded images)', 'JSON (labels from a photo)'],
    ['label and score (JSON)'],
    ['classification of the input'],
    ['embedding vector'],
    ['function call (structured object)'],
    ['Markdown', 'CSV', 'probability between 0 and 1'],
    ['speech (WAV)'],
  ])('finds an image generator that gives %j', (...outputs) => {
    const [finding, ...others] = findings(id, generator(...outputs));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      pointer: '/artifact/categories/0',
      message: 'artifact.categories[0] is "image-generation", but no output type is a picture or video',
      suggestions: ['llm-apis', 'chatbots-assistants', 'data-analysis'],
    });
  });

  it.each([
    ['image (PNG)'],
    ['PNG, 1024 × 1024'],
    ['text', 'images of the product'],
    ['JSON with image URLs'],
    ['JSON (image URL, seed)'],
    ['image created from a photo'],
    ['MP4 video'],
    ['SVG code'],
    ['text with illustrations'],
    ['3D mesh (GLB)'],
    ['logo'],
    // What it is cannot be told.
    ['file'],
    ['URL'],
    ['text', 'result'],
    ['Bild als PNG'],
    ['JSON (Bilder als Base64)'],
    ['画像'],
  ])('lets an image generator that gives %j be', (...outputs) => {
    expect(findings(id, generator(...outputs))).toEqual([]);
  });

  it('says nothing where the outputs of a capability are not known', () => {
    const { artifact, capabilities } = generator('text');
    expect(findings(id, source(artifact))).toEqual([]);
    expect(findings(id, source(artifact, ...capabilities, {}))).toEqual([]);
    expect(findings(id, source(artifact, ...capabilities, { output_types: [] }))).toEqual([]);
    expect(findings(id, { artifact })).toEqual([]);
  });

  it.each(
    'image-classification image-to-text text-classification object-detection image-feature-extraction text-generation Image-Classification'.split(
      ' ',
    ),
  )('finds the tag %s on an image generator whose outputs are not known', (tag) => {
    const tagged = (...tags: string[]) => source({ type: 'model', categories: ['image-generation'], tags });
    expect(findings(id, tagged('pytorch', tag))).toMatchObject([
      { message: expect.stringContaining(`the tag ${tag.toLowerCase()} names a task`) },
    ]);
    expect(findings(id, tagged(tag, 'text-to-image'))).toEqual([]);
    expect(findings(id, tagged(tag, 'diffusers'))).toEqual([]);
    expect(findings(id, tagged('pytorch', 'image', 'text', 'classification'))).toEqual([]);
    const both = source({ type: 'model', categories: ['image-generation'], tags: [tag] }, io('text', 'image'));
    expect(findings(id, both)).toEqual([]);
  });

  it('finds voice and audio without any, where inputs and outputs are known', () => {
    const silent = (artifact: Part, ...capabilities: Part[]) =>
      source({ type: 'model', categories: ['voice-audio'], ...artifact }, ...capabilities);
    expect(findings(id, silent({}, io('text', 'JSON')))).toMatchObject([{ pointer: '/artifact/categories/0' }]);
    for (const heard of [
      silent({}, io('audio (WAV)', 'text')),
      silent({}, io('text', 'speech')),
      silent({ name: 'Chord Variations' }, io('text', 'JSON')),
      silent({ tags: ['text-to-speech'] }, io('text', 'file')),
      silent({}, io('text', 'file', { name: 'Write a song' })),
      silent({}, io('text', 'file', { description: 'Reads the text out with a voice.' })),
      silent({}, io('текст', 'голос')),
      silent({}),
      silent({}, { input_types: ['text'] }),
    ])
      expect(findings(id, heard)).toEqual([]);
  });

  it('finds servers of the protocol that are none', () => {
    const server = (artifact: Part, ...capabilities: Part[]) =>
      source({ categories: ['automation', 'mcp-servers'], ...artifact }, ...capabilities);
    expect(findings(id, server({ type: 'webapp' }, { description: 'Books rooms.' }))).toMatchObject([
      { pointer: '/artifact/categories/1', message: expect.stringContaining('the type is "webapp", and nothing') },
    ]);
    for (const right of [
      server({ type: 'mcp' }),
      server({ type: 'repo', tags: ['mcp'] }),
      server({ type: 'repo', name: 'FastMCP' }),
      server({ type: 'cli' }, { description: 'Starts servers of the Model Context Protocol.' }),
      server({ type: 'app' }, { requires: ['a client of the model-context-protocol'] }),
    ])
      expect(findings(id, right)).toEqual([]);
  });

  it('finds a server that is not filed as one, and points at the list', () => {
    const server = (...categories: string[]) => source({ type: 'mcp', name: 'Library MCP', categories });
    expect(findings(id, server('automation', 'data-analysis'))).toMatchObject([
      {
        pointer: '/artifact/categories',
        hint: 'add mcp-servers to the list',
        related: [{ pointer: '/artifact/type' }],
      },
    ]);
    expect(findings(id, server('automation', 'mcp-servers'))).toEqual([]);
    expect(findings(id, server())).toEqual([]);
    expect(findings(id, { artifact: { type: 'mcp' } })).toEqual([]);
  });

  it('finds a router between models that is typed mcp: one mistake, one message', () => {
    const router = (name: string, description = 'One API for all language models.', ...categories: string[]) =>
      source({ type: 'mcp', name: 'Switch', categories }, { name, description });
    for (const name of [
      'multi-provider llm request routing with unified api',
      'Route requests to the cheapest model',
      'gateway to forty LLM providers',
      'load-balancing between models',
    ])
      for (const category of ['llm-apis', 'mcp-servers'])
        expect(findings(id, router(name, undefined, category)), name).toMatchObject([
          { pointer: '/artifact/type', suggestions: ['api', 'platform', 'webapp'] },
        ]);
    for (const [name, description] of [
      ['Route requests to the cheapest model', 'An MCP server for language models.'],
      ['Route parcels to the nearest depot', 'With a language model.'],
      ['Route requests to insurance providers', 'For patients.'],
    ] as const)
      expect(findings(id, router(name, description, 'mcp-servers')), name).toEqual([]);
  });

  it.each([
    [{ type: 'dataset', categories: ['browser-extensions'] }, 1],
    [{ type: 'model', categories: ['browser-extensions'], name: 'Browser agent' }, 0],
    [{ type: 'framework', categories: ['browser-extensions'] }, 0],
    [{ type: 'extension', categories: ['browser-extensions'] }, 0],
    [{ type: 'extension', categories: ['browser-extensions'], url: 'https://open-vsx.org/extension/a/b' }, 1],
    [{ type: 'extension', categories: ['browser-extensions'], url: 'https://open-vsx.org/a', name: 'Firefox, too' }, 0],
    [{ type: 'benchmark', categories: ['code-editors'] }, 1],
    [{ type: 'model', categories: ['code-editors'], tags: ['vscode'] }, 0],
    [{ type: 'extension', categories: ['code-editors'] }, 0],
    [{ type: 'extension', categories: ['code-editors'], url: 'https://addons.mozilla.org/de/firefox/addon/a' }, 1],
    [{ type: 'dataset', categories: ['llm-apis'] }, 1],
    [{ type: 'benchmark', categories: ['llm-apis'] }, 0],
    [{ type: 'dataset', categories: ['model-training', 'testing-quality'] }, 0],
    [{ type: 'dataset', categories: ['llm-apis', 'llm-apis'] }, 1],
    [{ categories: ['llm-apis', 'mcp-servers'] }, 0],
    [{ type: 7, categories: ['mcp-servers'] }, 0],
    [{ type: 'MCP', categories: ['mcp-servers'] }, 0],
    [{ type: 'mcp_server', categories: ['mcp-servers'] }, 0],
    [{ type: 'mcp', categories: ['MCP Servers'] }, 0],
    [{ type: 'mcp', categories: ['testing-quality'] }, 1],
    [{ type: 'dataset' }, 0],
  ])('of %j: %i', (artifact, count) => {
    expect(findings(id, { artifact })).toHaveLength(count);
  });

  it('suggests no category that stands there or that the registry does not list', () => {
    const artifact = { type: 'dataset', categories: ['llm-apis', 'model-training'] };
    expect(findings(id, { artifact })[0]?.suggestions).toEqual(['data-analysis']);
    const lists = { artifact: ['llm-apis'], capability: [] };
    const registry = completeProfile({ base_url: 'https://r.dev', issuer: 'r', categories: lists }, unfragileAi);
    expect(findings(id, { artifact }, registry)[0]?.suggestions).toEqual([]);
    expect(findings(id, { artifact: { type: 'mcp', categories: ['llm-apis'] } }, registry)).toEqual([]);
    expect(findings(id, { artifact: { type: 'cli', categories: ['mcp-servers'] } }, registry)).toEqual([]);
  });

  it('says nothing of a manifest, which has no categories', () => {
    expect(manifestFindings(id, { artifact: { type: 'mcp', categories: ['llm-apis'] } })).toEqual([]);
  });

  it('stays fast with long texts, and shows nothing that acts', () => {
    for (const part of ['route model ', 'gateway ', 'about the the ', 'from image ', 'text ', 'a', '. ', 'llm\n'])
      for (const category of ['image-generation', 'voice-audio', 'mcp-servers', 'code-editors']) {
        const text = part.repeat(1e6 / part.length);
        const hostile = source({ type: 'mcp', categories: [category], name: text }, io(text, text, { name: text }));
        searched(() => findings(id, hostile));
      }
    const [finding] = findings(id, { artifact: { type: '\u001b[2J', categories: ['mcp-servers'] } });
    expect(finding?.message).toContain('\\u{1b}[2J');
  });
});

describe('artifact/status-at-odds', () => {
  const id = 'artifact/status-at-odds';
  const described = (description: string, status?: unknown) => ({
    artifact: { name: 'Toaster', ...(status === undefined ? {} : { status }) },
    capabilities: [{ name: 'Toast', description: 'Toasts.' }, { description }],
  });

  it.each([
    'This server is deprecated.',
    'This project has been archived by its owner.',
    'Toasts bread. This model was discontinued in May.',
    'This tool is no longer maintained.',
    'This package is no longer actively maintained.',
    'This API will be sunset in 2027.',
    'This app is now officially deprecated',
    'This repository\nis archived',
    'Deprecated: use the oven.',
    'DEPRECATED. Use the oven.',
    '[Deprecated] Toasts bread.',
    '**Deprecated** - use the oven',
    'Deprecated in favour of the oven.',
    'No longer maintained since 2024.',
    'Toasts bread. No longer maintained.',
  ])('finds %j', (text) => {
    expect(findings(id, described(text, 'active'))).toMatchObject([
      {
        pointer: '/artifact/status',
        suggestions: ['inactive'],
        fix: { safe: false, change: { kind: 'write', text: 'inactive' } },
        related: [{ pointer: '/capabilities/1/description' }],
      },
    ]);
    // Without a status, what says so is the place.
    expect(findings(id, described(text))).toMatchObject([
      { pointer: '/capabilities/1/description', hint: expect.stringContaining('status: inactive') },
    ]);
    expect(findings(id, described(text, 'inactive'))).toEqual([]);
  });

  it.each([
    'Finds packages that are deprecated.',
    'Tells whether this package is deprecated.',
    'Warns if this model is deprecated.',
    'Lists deprecated APIs, archived projects and discontinued models.',
    'Deprecated functions are replaced by new ones.',
    'Archived e-mails are searched, too.',
    'Discontinued products are found by their number.',
    'This server is not deprecated.',
    'This server is a place for archived papers.',
    'Paints a sunset. Sunset colours are warm.',
    'It can be archived.',
    'The project is archived when all tasks are done.',
    'Says that this tool is deprecated where it is.',
    'Retired teachers use it.',
  ])('lets %j be', (text) => {
    expect(findings(id, described(text, 'active'))).toEqual([]);
    expect(findings(id, described(text))).toEqual([]);
  });

  it('looks at names, where the word stands apart', () => {
    const named = (name: string) => findings(id, { artifact: { name, status: 'active' } });
    for (const name of [
      'Toaster (deprecated)',
      '[ARCHIVED] Toaster',
      'Toaster - discontinued',
      'Deprecated: Toaster',
      'DEPRECATED Toaster',
      'Toaster (archive)',
    ])
      expect(named(name), name).toMatchObject([{ related: [{ pointer: '/artifact/name' }] }]);
    for (const name of [
      'Deprecated API Finder',
      'Archived Web Search',
      'Sunset Painter',
      'Internet Archive',
      'Abandoned Cart Mailer',
      'Find-discontinued-parts',
    ])
      expect(named(name), name).toEqual([]);
  });

  it.each([
    'This tool is deprecated on Kubernetes before 1.26.',
    'This version is deprecated for Python 3.8',
    'This API is no longer available in China',
    'This service is not maintained on weekends',
    'This plugin is no longer supported on Windows 7',
    'This package is archived after 30 days',
    'This tool is discontinued for new users',
    'Deprecated: on Kubernetes before 1.26',
    'Archived, deleted and spam messages are skipped',
    'Deprecated, removed and experimental flags are not listed',
    'Retired (inactive) users are counted',
    'Archived: read-only repositories cannot be searched',
  ])('takes %j for a limit, not for the end', (text) => {
    expect(findings(id, { artifact: {}, capabilities: [{ description: text, limitations: [text] }] })).toEqual([]);
  });

  it.each([
    'This tool is deprecated since v2',
    'This tool is deprecated, use Baker instead',
    'This server is now deprecated; use Baker',
    'This library was archived in March 2024',
    'This product has been discontinued by its maker',
    'This version is no longer supported',
    'Deprecated: use Baker',
    'Retired, see Baker',
    'Deprecated (no longer updated)',
    'Archived. Read only.',
    'Abandoned since 2021',
  ])('finds %j among the limitations', (text) => {
    expect(findings(id, { artifact: {}, capabilities: [{ limitations: [text] }] })).toHaveLength(1);
  });

  it('looks at tags and limitations', () => {
    const tagged = (...tags: string[]) => findings(id, { artifact: { status: 'active', tags } });
    expect(tagged('bread', 'Deprecated')).toMatchObject([{ related: [{ pointer: '/artifact/tags/1' }] }]);
    expect(tagged('no longer maintained')).toHaveLength(1);
    expect(tagged('sunset', 'archive', 'deprecated-apis', 'maintained')).toEqual([]);
    const limited = { artifact: {}, capabilities: [{ limitations: ['one slice', 'This project is archived'] }] };
    expect(findings(id, limited)).toMatchObject([{ pointer: '/capabilities/0/limitations/1' }]);
  });

  it.each([
    ['This tool is actively maintained.', 1, 0],
    ['Actively developed.', 1, 0],
    ['This library is under active development.', 1, 0],
    ['This tool is not actively maintained.', 0, 1],
    ['This tool is no longer actively maintained.', 0, 1],
    ['Finds libraries that are actively maintained.', 0, 0],
    ['Actively maintained forks are listed.', 0, 0],
    ['Tells whether this package is actively maintained.', 0, 0],
  ])('of %j: %i where it is inactive, %i where it is active', (text, inactive, active) => {
    expect(findings(id, described(text, 'inactive'))).toHaveLength(inactive);
    expect(findings(id, described(text, 'active'))).toHaveLength(active);
  });

  it('takes the tag for it, too', () => {
    expect(findings(id, { artifact: { status: 'inactive', tags: ['actively-maintained'] } })).toHaveLength(1);
  });

  it('knows that a manifest has no status, and leaves unknown ones to the schema', () => {
    const manifest = { artifact: { name: 'Toaster (deprecated)' } };
    expect(manifestFindings(id, manifest)).toMatchObject([
      { pointer: '/artifact/name', hint: expect.stringContaining('a manifest has no place for a status') },
    ]);
    expect(findings(id, described('Deprecated.', 'archived'))).toEqual([]);
  });

  it('stays fast with long texts', () => {
    for (const part of [
      'this tool is ',
      'whether ',
      '. ',
      '  ',
      '(((',
      'deprecated ',
      'this server is now officially ',
    ])
      searched(() => findings(id, described(part.repeat(1e6 / part.length))));
  });
});

describe('artifact/licence-case', () => {
  const id = 'artifact/licence-case';
  const licensed = (license: unknown) => manifestFindings(id, { artifact: { license } });
  const elsewhere = (license: unknown) => manifestFindings('artifact/licence-not-spdx', { artifact: { license } });

  it.each([
    ['mit', 'MIT'],
    ['apache-2.0', 'Apache-2.0'],
    ['gpl-2.0+', 'GPL-2.0+'],
    ['mit or apache-2.0', 'MIT OR Apache-2.0'],
    ['cc-by-nc-4.0', 'CC-BY-NC-4.0'],
    ['licenseref-Kitchen', 'LicenseRef-Kitchen'],
    ['apache-2.0 with llvm-exception', 'Apache-2.0 WITH LLVM-exception'],
    ['gpl-2.0-only with classpath-exception-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0'],
    ['noassertion', 'NOASSERTION'],
  ])('mends %j safely, and nothing else is said of it', (license, written) => {
    expect(licensed(license)).toMatchObject([
      {
        pointer: '/artifact/license',
        suggestions: [written],
        fix: { safe: true, change: { kind: 'write', text: written } },
      },
    ]);
    expect(elsewhere(license)).toEqual([]);
    expect([...licensed(written), ...elsewhere(written)]).toEqual([]);
  });

  it.each(['MIT', 'MIT OR Apache-2.0', 'Apache 2.0', 'llama3.1', 'other', 'unlicensed', 'GPL', 'mit,', '', 7, null])(
    'says nothing of %j',
    (license) => {
      expect(licensed(license)).toEqual([]);
    },
  );

  it('does not repeat a secret, and takes no time for long texts', () => {
    const key = `sk-${'a1b2'.repeat(8)}`;
    expect(JSON.stringify(licensed(`licenseref-${key}`))).not.toContain(key);
    for (const part of ['mit or ', 'x', 'mit-', 'with '])
      for (const length of [1e6, 990]) searched(() => licensed(part.repeat(length / part.length)));
  });
});

describe('artifact/licence-not-spdx', () => {
  const id = 'artifact/licence-not-spdx';
  const licensed = (license: unknown) => manifestFindings(id, { artifact: { license } });
  const tagged = (...tags: unknown[]) => findings(id, { artifact: { tags } });

  it.each([
    'MIT',
    'Apache-2.0',
    'MIT OR Apache-2.0',
    '(MIT AND CC-BY-4.0)',
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'GPL-3.0',
    'LicenseRef-Kitchen',
    'NOASSERTION',
    'NONE',
  ])('lets the licence %s be', (license) => {
    expect(licensed(license)).toEqual([]);
  });

  it.each([
    ['Apache 2', 'Apache-2.0'],
    ['Apache 2.0', 'Apache-2.0'],
    ['llama3.1', 'LicenseRef-llama3.1'],
    ['creativeml-openrail-m', 'LicenseRef-creativeml-openrail-m'],
    ['Apache License, Version 2.0', 'Apache-2.0'],
    ['MIT/Apache-2.0', 'MIT OR Apache-2.0'],
    ['GPLv3', 'GPL-3.0'],
  ])('suggests for the licence %s', (license, meant) => {
    expect(licensed(license)).toMatchObject([
      {
        pointer: '/artifact/license',
        suggestions: [meant],
        fix: { safe: false, change: { kind: 'write', text: meant } },
      },
    ]);
  });

  it.each([
    '',
    'Proprietary',
    'Limited use',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.txt',
    'other',
    'BSL',
    'GPL',
    'MIT AND',
    'All rights reserved',
  ])('finds %j, and guesses nothing', (license) => {
    expect(licensed(license)).toMatchObject([{ hint: expect.stringContaining('LicenseRef-') }]);
    expect(licensed(license)[0]).not.toHaveProperty('fix');
  });

  it.each([7, null, undefined, ['MIT']])('says nothing of %j', (license) => {
    expect(licensed(license)).toEqual([]);
  });

  it('tells bare names of families, and words that are none, from what has another name', () => {
    expect(licensed('GPL')[0]?.hint).toContain('say which version');
    expect(licensed('other')[0]?.hint).toContain('NOASSERTION');
    expect(licensed('UNLICENSED')[0]?.hint).toContain('SPDX has no word for it');
  });

  // As model hubs have them: in lower case, with identifiers of their own.
  it.each(
    (
      'apache-2.0 mit MIT cc-by-4.0 cc-by-nc-sa-4.0 gpl-3.0 bsd-3-clause cc0-1.0 wtfpl unlicense openrail gemma other ' +
      'unknown llama2 llama3.1 bsd gpl lgpl cc gfdl pddl c-uda openrail++ creativeml-openrail-m ms-pl postgresql odbl ' +
      'mpl-2.0 ofl-1.1 zlib afl-3.0 apple-amlr deepfloyd-if-license lppl-1.3c bsd-3-clause-clear proprietary'
    ).split(' '),
  )('lets the tag license:%s be', (licence) => {
    expect(tagged('pytorch', `license:${licence}`)).toEqual([]);
  });

  it.each([
    ['license:apache2', 'license:apache-2.0'],
    ['license:Apache 2.0', 'license:apache-2.0'],
    ['license: MIT License', 'license: mit'],
    ['license:gplv3', 'license:gpl-3.0'],
  ])('finds the tag %s', (tag, meant) => {
    expect(tagged('pytorch', tag)).toMatchObject([
      { pointer: '/artifact/tags/1', suggestions: [meant], fix: { safe: false } },
    ]);
  });

  it.each(['apache2', 'licensed:apache2', 'license', 'license:', 'mit license', 7])(
    'is not concerned with the tag %j',
    (tag) => {
      expect(tagged(tag)).toEqual([]);
    },
  );

  it('stays fast with long texts and very many tags', () => {
    for (const part of ['MIT OR ', '(', 'GNU ', 'a/', 'GPL ', '9', ' or ']) {
      const text = part.repeat(1e6 / part.length);
      expect(searched(() => licensed(text))).toBe(1);
      searched(() => [...licensed(text), ...tagged(`license:${text}`)]);
      const short = part.repeat(990 / part.length);
      searched(() => licensed(short));
    }
    const many = Array.from({ length: 20_000 }, (_, number) => `license:nonesuch-${number}`);
    searched(() => tagged(...many));
    // So many other tags do not matter.
    expect(tagged(...many.map(() => 'bread'), 'license:apache2')).toHaveLength(1);
  });
});
