import { describe, expect, it } from 'vitest';
import { unfragileAi } from '../../../src/passport/unfragile-ai.js';
import { completeProfile } from '../../../src/passport/registry-profile.js';
import { findings, manifestFindings, searched } from './findings.js';

const named = (slug: unknown, id?: unknown) => ({ artifact: { slug, ...(id === undefined ? {} : { id }) } });

describe('slug/reserved', () => {
  const id = 'slug/reserved';

  it.each('api trust docs submit compare schema.json agent protocol methodology blog report'.split(' '))(
    'finds %s, also with dots at its end',
    (slug) => {
      for (const text of [slug, `${slug}.`, `${slug}...`]) {
        const [finding, ...others] = findings(id, named(text));
        expect(others).toEqual([]);
        expect(finding).toMatchObject({ pointer: '/artifact/slug' });
        expect(finding?.message).toContain(`https://unfragile.ai/${slug} is a page of the registry`);
      }
      expect(manifestFindings(id, named(slug))).toHaveLength(1);
    },
  );

  it.each(['.', '..', '...', '.well-known', '.env', '.api'])('finds %s, which begins with a dot', (slug) => {
    expect(findings(id, named(slug))).toMatchObject([{ message: expect.stringContaining('begins with a dot') }]);
  });

  it.each('robots.txt sitemap.xml favicon.ico index.html llms.txt manifest.json robots.txt.'.split(' '))(
    'finds %s, a file of every host, where pages stand directly below it',
    (slug) => {
      expect(findings(id, named(slug))).toMatchObject([{ message: expect.stringContaining('ask every host for') }]);
      expect(findings(id, named(slug), { ...unfragileAi, base_url: 'https://r.acme.dev/ai' })).toEqual([]);
      expect(findings(id, named(`acme--${slug}`))).toEqual([]);
    },
  );

  it.each(['apis', 'my-api', 'api.v2', 'owner--api', 'schema', 'schema.json5', 'trust_', 'a.', 'agent-', 'report..s'])(
    'lets %s be',
    (slug) => {
      expect(findings(id, named(slug))).toEqual([]);
    },
  );

  // The schema has spoken: one mistake, one message.
  it.each(['API', 'Docs', 'api ', ' .', '', '/api', '..\u0000', 7, null, ['api'], undefined])(
    'says nothing of %j, which is of no form for a slug',
    (slug) => {
      expect(findings(id, named(slug))).toEqual([]);
    },
  );

  it('goes by the profile of the registry', () => {
    const file = { base_url: 'https://r.acme.dev/ai', issuer: 'r', reserved_slugs: ['about'] };
    const registry = completeProfile(file, unfragileAi);
    expect(findings(id, named('about'), registry)[0]?.message).toContain('https://r.acme.dev/ai/about');
    expect(findings(id, named('api'), registry)).toEqual([]);
    const { reserved_slugs: _, ...rest } = file;
    expect(findings(id, named('api'), completeProfile(rest, unfragileAi))).toHaveLength(1);
  });

  it('takes no time for a million dots, wherever they are', () => {
    for (const slug of [`a${'.'.repeat(1e6)}`, `${'a.'.repeat(5e5)}a`, `a${'.'.repeat(1e6)}a`, '.'.repeat(1e6)]) {
      searched(() => findings(id, named(slug)));
    }
  });
});

describe('slug/malformed', () => {
  const id = 'slug/malformed';

  it.each([
    ['---', 'no letter'],
    ['--', 'no letter'],
    ['_', 'no letter'],
    ['123', 'no letter'],
    ['1.10', 'no letter'],
    ['2024-01-01', 'no letter'],
    ['-x', 'begins with a hyphen'],
    ['--repo', 'begins with a hyphen'],
    ['x-', 'ends with a hyphen'],
    ['owner--', 'ends with a hyphen'],
    ['x.', 'ends with a dot'],
    ['a---b', 'three hyphens'],
    ['a..b', 'two dots'],
    ['con', 'Windows'],
    ['aux.json', 'Windows'],
  ])('finds %s: %s', (slug, what) => {
    expect(findings(id, named(slug))).toMatchObject([
      { pointer: '/artifact/slug', message: expect.stringContaining(what) },
    ]);
    expect(manifestFindings(id, named(slug))).toHaveLength(1);
  });

  it.each(['a', 'a--b', 'a--b--c', 'a.b', '_a', 'a_', 'gpt-4o', '4o', 'console', 'com10', 'auxiliary', 'owner--123'])(
    'lets %s be',
    (slug) => {
      expect(findings(id, named(slug))).toEqual([]);
    },
  );

  // Others have spoken.
  it.each(['.x', '.', '..', 'api.', 'docs..', 'A-', 'x -', '', 7, null])('says nothing of %j', (slug) => {
    expect(findings(id, named(slug))).toEqual([]);
  });

  it('takes no time for a long one', () => {
    for (const part of ['a', '-', '.', 'a-', 'a.']) searched(() => findings(id, named(part.repeat(1e6 / part.length))));
  });
});

describe('slug/upper-case-twin', () => {
  const id = 'slug/upper-case-twin';

  it('finds an id that is the slug but for capitals', () => {
    expect(findings(id, named('recipe-box', 'Recipe-Box'))).toMatchObject([
      {
        pointer: '/artifact/id',
        suggestions: ['recipe-box'],
        fix: { safe: false, change: { kind: 'write', text: 'recipe-box' } },
        related: [{ pointer: '/artifact/slug' }],
      },
    ]);
  });

  it('does not take for a model what is no slug', () => {
    expect(findings(id, named('Recipe-Box', 'recipe-box'))).toHaveLength(1);
    expect(findings(id, named('Recipe-Box', 'recipe-box'))[0]).not.toHaveProperty('fix');
    const key = `sk-${'a1b2'.repeat(8)}`;
    expect(JSON.stringify(findings(id, named(key, key.toUpperCase())))).not.toContain(key);
  });

  it.each([
    ['recipe-box', 'recipe-box'],
    ['recipe-box', 'recipe_box'],
    ['recipe-box', 'tool_Recipe-Box'],
    ['recipe-box', undefined],
    [undefined, 'Recipe-Box'],
    [7, 'Recipe-Box'],
    ['recipe-box', ['Recipe-Box']],
  ])('lets the slug %j with the id %j be', (slug, own) => {
    expect(findings(id, named(slug, own))).toEqual([]);
  });
});

describe('slug/too-long', () => {
  const id = 'slug/too-long';

  it.each([
    [100, 0],
    [101, 1],
    [200, 1],
    // The schema has spoken.
    [201, 0],
    [1e6, 0],
  ])('of %i characters: %i', (length, count) => {
    expect(findings(id, named('a'.repeat(length)))).toHaveLength(count);
  });

  it('names the length', () => {
    expect(findings(id, named('a'.repeat(123)))).toMatchObject([
      { pointer: '/artifact/slug', message: expect.stringContaining('artifact.slug has 123 characters') },
    ]);
  });
});
