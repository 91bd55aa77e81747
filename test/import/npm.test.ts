import { describe, expect, test } from 'vitest';
import { type PassportError } from '../../src/errors.js';
import { draftOf, factsIn, file, placesOf, valuesOf } from './importing.js';

const desk = {
  name: '@town/library-desk',
  version: '1.4.2',
  description: 'Answers questions about\n the opening hours of the library.',
  keywords: ['mcp', 'library', '', 'library', 7],
  license: 'MIT',
  homepage: 'https://github.com/town/library-desk#readme',
  repository: { type: 'git', url: 'git+https://github.com/town/library-desk.git' },
  bin: { 'library-desk': 'dist/index.js' },
  engines: { node: '>=20' },
  os: ['darwin', '!win32'],
  scripts: { postinstall: 'touch /tmp/should-never-be-there' },
  dependencies: { '@modelcontextprotocol/sdk': '^1.0.0' },
  peerDependencies: { react: '^18', zod: '3' },
  peerDependenciesMeta: { zod: { optional: true } },
};
const read = (part: object) => draftOf('npm', file('package.json', part));

describe('package.json', () => {
  test('gives what it says, by the conventions of the registry, and marks what is concluded', () => {
    const draft = read(desk);
    expect(valuesOf(draft)).toEqual({
      '/artifact/id': 'npm-town-library-desk',
      '/artifact/slug': 'town-library-desk',
      '/artifact/name': '@town/library-desk',
      '/artifact/type': 'mcp',
      '/artifact/url': 'https://github.com/town/library-desk',
      '/artifact/categories': ['mcp-servers'],
      '/artifact/tags': ['mcp', 'library'],
      '/artifact/pricing/model': 'open_source',
      '/capabilities/0/description': 'Answers questions about the opening hours of the library.',
      '/capabilities/0/requires': ['Node.js >=20', 'macOS', 'npm package react ^18'],
    });
    expect(placesOf(draft)).toMatchObject({
      '/artifact/slug': 'package.json: name',
      '/artifact/type': 'guess: package.json: keywords',
      '/artifact/url': 'package.json: homepage',
      '/artifact/pricing/model': 'guess: package.json: license',
      '/capabilities/0/description': 'guess: package.json: description',
      '/capabilities/0/requires': 'package.json: engines, os, peerDependencies',
    });
    expect(factsIn(draft)).toEqual({ version: '1.4.2', license: 'MIT' });
    expect(draft.diagnostics).toEqual([]);
  });

  test.each([
    ['a client or server without a keyword', { keywords: [] }, 'mcp', 'dependencies.@modelcontextprotocol/sdk'],
    ['a name in a registry of servers', { mcpName: 'io.github.town/desk', bin: undefined }, 'mcp', 'mcpName'],
    ['a command', { keywords: ['mcpserver'], dependencies: {} }, 'cli', 'bin'],
    ['an extension', { keywords: [], bin: undefined, engines: { vscode: '^1' } }, 'extension', 'engines.vscode'],
    ['a library that uses the protocol', { keywords: ['mcp-client'], bin: undefined }, undefined, undefined],
    ['a package about something else', { keywords: ['mcp'], bin: undefined, dependencies: {} }, undefined, undefined],
  ])('%s', (_, part, type, place) => {
    const { artifact } = read({ ...desk, ...part });
    expect(artifact.type?.value).toBe(type);
    expect(artifact.type?.origin.place).toBe(place);
    if (artifact.type) expect(artifact.type.guess).toBeTruthy();
  });

  test.each([
    [{ homepage: undefined }, 'https://github.com/town/library-desk', 'repository'],
    [{ homepage: 'javascript:alert(1)', repository: 'town/desk' }, 'https://github.com/town/desk', 'repository'],
    [{ homepage: 'https://me:secret@town.example/' }, 'https://github.com/town/library-desk', 'repository'],
    [{ homepage: undefined, repository: '../desk' }, undefined, undefined],
    [{ homepage: 'https://town.example/desk' }, 'https://town.example/desk', 'homepage'],
  ])('the address of %j', (part, url, place) => {
    const { artifact } = read({ ...desk, ...part });
    expect([artifact.url?.value, artifact.url?.origin.place]).toEqual([url, place]);
  });

  test('a licence that is none of open source is a fact, and no price', () => {
    for (const license of ['UNLICENSED', 'SEE LICENSE IN LICENSE.txt', 'MIT OR Proprietary', 'GPL-3.0 and more']) {
      const draft = read({ ...desk, license });
      expect(draft.artifact.pricing, license).toBeUndefined();
      expect(factsIn(draft).license).toBe(license);
    }
    expect(read({ ...desk, license: '(MIT OR Apache-2.0)' }).artifact.pricing?.model?.value).toBe('open_source');
    expect(factsIn(read({ ...desk, license: { type: 'ISC' } })).license).toBe('ISC');
    expect(factsIn(read({ ...desk, license: undefined, licenses: [{ type: 'ISC' }] })).license).toBe('ISC');
  });

  test('what is no package is refused with its place', () => {
    const problem = (text: string): PassportError => {
      try {
        draftOf('npm', file('package.json', text));
      } catch (error) {
        return error as PassportError;
      }
      throw new Error('nothing was thrown');
    };
    expect(problem('{ "name": "a",\n "name": "b" }')).toMatchObject({
      code: 'ERR_INVALID_IMPORT',
      diagnostics: [{ ruleId: 'json/duplicate-member', file: 'package.json', range: { start: { line: 2 } } }],
    });
    expect(problem('[]').diagnostics).toMatchObject([{ ruleId: 'import/unreadable', file: 'package.json' }]);
    expect(problem('{}').diagnostics).toMatchObject([{ ruleId: 'import/unreadable' }]);
    expect(problem(`"${'x'.repeat(5 << 20)}"`).diagnostics).toMatchObject([{ ruleId: 'import/unreadable' }]);
    expect(problem('{"name": "\ud800"}').diagnostics).toMatchObject([{ range: { start: { line: 1, column: 11 } } }]);
  });
});
