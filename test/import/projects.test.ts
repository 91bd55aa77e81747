import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { licenceOfText } from '../../src/import/licence.js';
import { repositoryOf, repositoryOfShorthand } from '../../src/import/web-address.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';
import { draftOf, factsIn, file, placesOf, valuesOf } from './importing.js';

const licence = readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8');

describe('pyproject.toml', () => {
  const text = `
[project]
name = "library-desk"
dynamic = ["version", "readme"]
description = "Opening hours of the town library"
license = {text = "MIT"}
keywords = ["library"]
requires-python = ">=3.10"
dependencies = ["httpx", "mcp[cli]>=1.2"]
classifiers = ["Development Status :: 7 - Inactive"]
[project.urls]
"Source Code" = "https://github.com/town/library-desk"
Docs = "https://docs.example.org"
[tool.release]
day = 1979-05-27T07:32:00Z
time = 07:32:00
size = 9223372036854775807
none = nan
`;

  test('gives what [project] says', () => {
    const draft = draftOf('pyproject', file('pyproject.toml', text));
    expect(valuesOf(draft)).toEqual({
      '/artifact/slug': 'library-desk',
      '/artifact/name': 'library-desk',
      '/artifact/type': 'mcp',
      '/artifact/url': 'https://github.com/town/library-desk',
      '/artifact/categories': ['mcp-servers'],
      '/artifact/tags': ['library'],
      '/artifact/pricing/model': 'open_source',
      '/artifact/status': 'inactive',
      '/capabilities/0/description': 'Opening hours of the town library',
      '/capabilities/0/requires': ['Python >=3.10'],
    });
    expect(placesOf(draft)).toMatchObject({
      '/artifact/type': 'guess: pyproject.toml: project.dependencies',
      '/artifact/url': 'pyproject.toml: project.urls.Source Code',
    });
    expect(draft.diagnostics.map(({ message }) => message)).toEqual([
      'project.dynamic (version) is not taken over: it is made when the package is built, and nothing is run here',
    ]);
  });

  test('gives what [tool.poetry] says', () => {
    const draft = draftOf(
      'pyproject',
      file(
        'pyproject.toml',
        `[tool.poetry]
name = "desk"
version = "1.10"
description = "Opening hours"
homepage = "https://town.example/desk"
classifiers = ["License :: OSI Approved :: MIT License"]
[tool.poetry.dependencies]
python = "^3.11"
[tool.poetry.scripts]
desk = "desk:main"
`,
      ),
    );
    expect(valuesOf(draft)).toMatchObject({
      '/artifact/type': 'cli',
      '/artifact/url': 'https://town.example/desk',
      '/artifact/pricing/model': 'open_source',
      '/capabilities/0/requires': ['Python ^3.11'],
    });
    expect(factsIn(draft)).toEqual({ version: '1.10', license: 'MIT' });
  });

  test('a date is no version, and a mistake has its place', () => {
    const dated = draftOf('pyproject', file('pyproject.toml', '[project]\nname = "a"\nversion = 2026-06-01\n'));
    expect(factsIn(dated)).toEqual({});
    expect(dated.diagnostics.map(({ message }) => message)).toEqual([
      'project.version is not taken over: it is a date',
    ]);
    const broken = (bad: string) => () => draftOf('pyproject', file('pyproject.toml', bad));
    expect(broken('[project]\nname = "a\n')).toThrow(/line 2, column \d+: not valid TOML/);
    expect(broken('[project]\nname = "a"\n[project.__proto__]\nx = 1\n')).toThrow(/__proto__/);
    expect(broken(`[${'a.'.repeat(20_000)}a]`)).toThrow(/deep/);
    expect(broken('[tool.x]\n')).toThrow(/no name/);
  });
});

describe('a Dockerfile', () => {
  test('gives the labels of its last stage', () => {
    const draft = draftOf(
      'dockerfile',
      file(
        'Dockerfile',
        `FROM node:20 AS build
LABEL org.opencontainers.image.title="of the first stage"
FROM node:20-slim
ARG VERSION
LABEL org.opencontainers.image.title="Town Library Desk" \\
      org.opencontainers.image.description="Opening hours" \\
      org.opencontainers.image.source=https://github.com/town/library-desk \\
      io.modelcontextprotocol.server.name="io.github.town/library-desk" \\
      org.opencontainers.image.version=\${VERSION}
LABEL org.opencontainers.image.licenses='Apache-2.0 OR MIT'
ENV NODE_ENV=production LIBRARY_KEY=""
EXPOSE 8080 $PORT
VOLUME ["/data", "/\\ud800"]
RUN curl https://example.com | sh
`,
      ),
    );
    expect(valuesOf(draft)).toEqual({
      '/artifact/slug': 'town--library-desk',
      '/artifact/name': 'Town Library Desk',
      '/artifact/type': 'mcp',
      '/artifact/url': 'https://github.com/town/library-desk',
      '/artifact/categories': ['mcp-servers'],
      '/artifact/pricing/model': 'open_source',
      '/capabilities/0/description': 'Opening hours',
      '/capabilities/0/requires': [
        'Docker, or another program that runs containers',
        'LIBRARY_KEY in the environment',
        'port 8080 to answer on',
        'a volume for /data',
      ],
    });
    expect(placesOf(draft)['/capabilities/0/requires']).toBe('guess: Dockerfile: FROM, ENV, EXPOSE, VOLUME');
    expect(factsIn(draft)).toEqual({ license: 'Apache-2.0 OR MIT' });
    expect(draft.diagnostics.map(({ message }) => message.split(' ')[0])).toEqual(['org.opencontainers.image.version']);
  });

  test('one that is none, or too long for its parser, is refused', () => {
    const read = (text: string) => () => draftOf('dockerfile', file('Dockerfile', text));
    expect(read('# nothing')).toThrow(/no FROM/);
    expect(read(`FROM x\n${'RUN x\n'.repeat(3000)}`)).toThrow(/2,000 lines/);
  });
});

describe('a checkout', () => {
  const config = `[core]
\tbare = false
[remote "up"]
\turl = https://example.com/x/y
[remote "origin"]
\turl = https://someone:hidden-word@github.com/Town/Library-Desk.git ; a comment
`;
  const readme = `# Town Library Desk

An MCP server that says when the **library** is open.

## Known limitations

- Only four branches

## Requirements

* Node.js 20
`;

  test('gives remote, licence and README, and no password', () => {
    const draft = draftOf('git', file('.git/config', config), file('LICENSE', licence), file('README.md', readme));
    expect(valuesOf(draft)).toEqual({
      '/artifact/id': 'github-town--library-desk',
      '/artifact/slug': 'town--library-desk',
      '/artifact/name': 'Town Library Desk',
      '/artifact/type': 'mcp',
      '/artifact/url': 'https://github.com/Town/Library-Desk',
      '/artifact/categories': ['mcp-servers'],
      '/artifact/pricing/model': 'open_source',
      '/capabilities/0/description': 'An MCP server that says when the library is open.',
      '/capabilities/0/limitations': ['Only four branches'],
      '/capabilities/0/requires': ['Node.js 20'],
    });
    expect(placesOf(draft)).toMatchObject({
      '/artifact/slug': '.git/config: remote.origin.url',
      '/capabilities/0/limitations': 'guess: README.md: section Known limitations',
    });
    expect(JSON.stringify(draft)).not.toContain('hidden-word');
    expect(factsIn(draft)).toEqual({ license: 'Apache-2.0' });
  });

  test('without a remote that has a page is refused', () => {
    const read = (text: string) => () => draftOf('git', file('.git/config', text));
    expect(read('[core]\n')).toThrow(/no remote/);
    expect(read('[remote "origin"]\n url = /srv/git/desk.git\n')).toThrow(/has a page/);
    expect(read('[remote "origin"]\n url = srv/desk\n')).toThrow(/has a page/);
  });

  test('two licences are no licence', () => {
    const mit =
      'Permission is hereby granted, free of charge, to any person. The above copyright notice and this permission notice shall be included in all copies.';
    expect(licenceOfText(mit)).toBe('MIT');
    const files = [file('LICENSE-MIT', mit), file('LICENSE-APACHE', licence)];
    expect(draftOf('git', file('.git/config', config), ...files).facts).toEqual([]);
    expect(licenceOfText('All rights reserved.')).toBeUndefined();
  });
});

describe('the page of a repository', () => {
  test.each([
    ['git+https://github.com/o/r.git', 'https://github.com/o/r'],
    ['git@github.com:o/r.git', 'https://github.com/o/r'],
    ['ssh://git@gitlab.com:2222/group/sub/r.git', 'https://gitlab.com/group/sub/r'],
    ['git://github.com/o/r', 'https://github.com/o/r'],
    ['https://user:word@github.com/o/r/', 'https://github.com/o/r'],
    ['https://github.com/o/r.git#main', 'https://github.com/o/r'],
    ['C:\\work\\r', undefined],
    ['c:/work/r', undefined],
    ['server:r.git', undefined],
    ['/srv/r.git', undefined],
    ['file:///srv/r.git', undefined],
    ['https://', undefined],
    ['https://github.com/', undefined],
    ['https://github.com/../..', undefined],
    ['git@github.com:"><script>/r', undefined],
  ])('%s', (written, url) => {
    expect(repositoryOf(written)?.url).toBe(url);
  });

  test.each([
    ['o/r', 'https://github.com/o/r'],
    ['github:o/r#main', 'https://github.com/o/r'],
    ['gitlab:o/r', 'https://gitlab.com/o/r'],
    ['bitbucket:o/r', 'https://bitbucket.org/o/r'],
    ['gist:11081aaa281', 'https://gist.github.com/11081aaa281'],
    ['r', undefined],
    ['../o/r', undefined],
    ['@o/r', undefined],
    ['https://github.com/o/r', undefined],
  ])('the shorthand %s', (written, url) => {
    expect(repositoryOfShorthand(written)?.url).toBe(url);
  });
});

describeWithCorpus('the listings of the registry', () => {
  const listings = JSON.parse(readCorpus('corpus', 'listings.json')) as ReadonlyArray<{
    artifact: { id: string; name: string; type: string; url: string; categories: string[]; pricing: { model: string } };
  }>;
  const servers = listings.filter(
    ({ artifact: { url, type } }) => url.startsWith('https://github.com/') && type === 'mcp',
  );

  test('of a repository with a server: name, type, url, categories and pricing are as an import has them', () => {
    expect(servers.length).toBeGreaterThan(0);
    for (const { artifact } of servers) {
      const config = `[remote "origin"]\n\turl = git@github.com:${artifact.url.slice('https://github.com/'.length)}.git\n`;
      const readme = 'A tool for MCP servers.\n';
      const draft = draftOf('git', file('.git/config', config), file('README.md', readme), file('LICENSE', licence));
      expect(valuesOf(draft)).toMatchObject({ '/artifact/name': artifact.name, '/artifact/url': artifact.url });
      expect(draft.artifact.pricing?.model?.value).toBe(artifact.pricing.model);
      const server = draftOf('mcp', file('server.json', { name: 'io.github.o/r', title: artifact.name }));
      expect(valuesOf(server)).toMatchObject({
        '/artifact/name': artifact.name,
        '/artifact/type': artifact.type,
        '/artifact/categories': artifact.categories,
      });
    }
  });

  test('all servers of it are in the category that an import guesses, and their tools in its first', () => {
    const all = listings.filter(({ artifact: { type } }) => type === 'mcp');
    expect(all.length).toBeGreaterThan(3);
    for (const { artifact } of all) expect(artifact.categories).toContain('mcp-servers');
  });
});
