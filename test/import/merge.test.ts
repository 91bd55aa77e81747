import { describe, expect, test } from 'vitest';
import { type Draft, type Found, placedValues } from '../../src/import/draft.js';
import { namesBesideSource, namesToRead, readDrafts } from '../../src/import/discover.js';
import { importers } from '../../src/import/importers.js';
import { mergeDrafts, orderOfTrust } from '../../src/import/merge.js';

const found = <T>(value: T, file: string, guess?: string): Found<T> => ({ value, origin: { file, place: 'x' }, guess });
const draft = (part: Partial<Draft>): Draft => ({
  artifact: {},
  capabilities: [],
  facts: [],
  diagnostics: [],
  ...part,
});

describe('several drafts as one', () => {
  test('have every kind in the order of trust', () => {
    expect(Object.keys(importers).sort()).toEqual([...orderOfTrust].sort());
  });

  test('give each value to the most trusted, and a conclusion only where nothing stands', () => {
    const npm = draft({
      artifact: { name: found('npm', 'p'), slug: found('own', 'p'), id: found('npm-own', 'p'), url: found('u', 'p') },
    });
    const mcp = draft({
      artifact: { name: found('mcp', 's'), slug: found('other', 's', 'why'), type: found('mcp', 's') },
    });
    const { artifact } = mergeDrafts([
      { kind: 'npm', draft: npm },
      { kind: 'mcp', draft: mcp },
    ]);
    const values = placedValues({ artifact, capabilities: [] }).map(({ found: { value, origin } }) => [
      value,
      origin.file,
    ]);
    expect(values).toEqual([
      ...[
        ['npm-own', 'p'],
        ['own', 'p'],
        ['mcp', 's'],
        ['mcp', 's'],
        ['u', 'p'],
      ],
    ]);
    // An id is of no use with the slug of another.
    const sure = draft({ artifact: { slug: found('other', 's') } });
    expect(
      mergeDrafts([
        { kind: 'npm', draft: npm },
        { kind: 'mcp', draft: sure },
      ]).artifact.id,
    ).toBeUndefined();
  });

  test('take capabilities of the kind that names them, each once', () => {
    const whole = draft({ capabilities: [{ description: found('all of it', 's') }] });
    const bundle = draft({
      capabilities: [{ name: found('Get it', 'm') }, { name: found('get-it', 'm'), requires: found(['x'], 'm') }],
    });
    const merged = mergeDrafts([
      { kind: 'mcp', draft: whole },
      { kind: 'mcpb', draft: bundle },
    ]);
    expect(merged.capabilities).toEqual([{ name: found('Get it', 'm'), requires: found(['x'], 'm') }]);
    expect(mergeDrafts([{ kind: 'mcp', draft: whole }]).capabilities).toHaveLength(1);
  });
});

describe('the files of a folder', () => {
  test('are read by the kinds that know them, and a broken one keeps none of the others back', () => {
    const server = { file: 'server.json', text: '{"name":"io.github.a/b","description":"d"}' };
    const tools = { file: 'tools.json', text: '{"tools":[{"name":"t"}]}' };
    const broken = { file: 'tools-list.json', text: '{"no":"tools"}' };
    const config = { file: '.git/config', text: '[core]\n' };
    const { drafts, refused, unused } = readDrafts([server, tools, broken, config]);
    expect(drafts.map(({ kind }) => kind)).toEqual(['mcp']);
    expect(drafts[0]?.draft.capabilities.map(({ name }) => name?.value)).toEqual(['t']);
    expect(refused.map(({ code }) => code)).toEqual(['ERR_INVALID_IMPORT']);
    expect(unused).toEqual(['tools-list.json']);
    expect(namesToRead()).toContain('passport.json');
    expect(namesBesideSource()).not.toContain('passport.json');
  });
});
