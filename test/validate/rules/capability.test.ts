import { describe, expect, it } from 'vitest';
import { unfragileAi } from '../../../src/passport/unfragile-ai.js';
import { findings, manifestFindings, searched } from './findings.js';

describe('capability/unknown-category', () => {
  const id = 'capability/unknown-category';
  const filed = (...categories: unknown[]) => ({ capabilities: [{}, { categories }] });

  it('says nothing of any category that the registry lists, of a manifest, or of what is of no form', () => {
    expect(findings(id, filed(...unfragileAi.categories.capability))).toEqual([]);
    expect(findings(id, filed('Search-Retrieval', 'search retrieval', 'search_retrieval', 7, null))).toEqual([]);
    expect(findings(id, { artifact: { categories: ['nonesuch'] }, capabilities: null })).toEqual([]);
    expect(manifestFindings(id, filed('nonesuch'))).toEqual([]);
  });

  it('suggests the nearest, and mends safely where only hyphens differ', () => {
    expect(findings(id, filed('search-retreival', 'searchretrieval', 'mcp-servers', 'gardening'))).toMatchObject([
      { pointer: '/capabilities/1/categories/0', suggestions: ['search-retrieval'], fix: { safe: false } },
      { pointer: '/capabilities/1/categories/1', suggestions: ['search-retrieval'], fix: { safe: true } },
      { pointer: '/capabilities/1/categories/2', hint: expect.stringContaining('a category of artifacts') },
      { pointer: '/capabilities/1/categories/3', hint: expect.not.stringContaining('of artifacts') },
    ]);
  });
});

describe('capability/lossy-uri', () => {
  const id = 'capability/lossy-uri';
  const named = (name: unknown) => ({ capabilities: [{ name, categories: ['search-retrieval'] }] });

  it.each([
    ['\u00dcber-Suche', '"\u00fc"', 'search.retrieval.ber.suche'],
    ['Gr\u00f6\u00dfe messen', '"\u00f6", "\u00df"', 'search.retrieval.gr.e.messen'],
    ['r\u00e9sum\u00e9 parser', '"\u00e9"', 'search.retrieval.r.sum.parser'],
    ['U\u0308ber', '"\u00fc"', 'search.retrieval.u.ber'],
    ['\u0130stanbul', 'loses', 'search.retrieval.i.stanbul'],
    ['\u00b5m to mm', '"\u00b5"', 'search.retrieval.m.to.mm'],
    ['NF-\u03baB', '"\u03ba"', 'search.retrieval.nf.b'],
    ['\u041f\u043e\u0438\u0441\u043a 2', ' and ', 'search.retrieval.2'],
    ['\u691c\u7d22 2', '"\u691c", "\u7d22"', 'search.retrieval.2'],
  ])('tells what the address of %j loses', (name, lost, address) => {
    const [finding, ...others] = findings(id, named(name));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ pointer: '/capabilities/0/name', hint: expect.stringContaining('a-z') });
    expect(finding?.message).toContain(lost);
    expect(finding?.message).toContain(`it is "capability://${address}"`);
  });

  it.each([
    'Search',
    'C++ lint, R&D, 100 %',
    // A word in another script is left out as a whole: that is what the Latin one beside it is for.
    '\u691c\u7d22 (search)',
    '\u691c\u7d22API',
    '\u041f\u043e\u0438\u0441\u043a files',
    'Search \u2013 \u201cquotes\u201d \ud83d\udd25',
    // Refused, as nothing is left.
    '\u691c\u7d22',
    '\u00fc',
    '',
    7,
    null,
  ])('says nothing of %j', (name) => {
    expect(findings(id, named(name))).toEqual([]);
  });

  it('knows only the end of the address in a manifest, or where the category is missing', () => {
    const end = /it ends in "ber.suche"$/;
    const manifest = { capabilities: [{ name: '\u00dcber-Suche' }] };
    expect(manifestFindings(id, manifest)).toMatchObject([{ message: expect.stringMatching(end) }]);
    expect(findings(id, manifest)).toMatchObject([{ message: expect.stringMatching(end) }]);
  });

  it('takes no time for long names', () => {
    for (const part of ['\u00fc', 'a\u0308', '\u691c', 'a\u00fc '])
      searched(() => findings(id, named(part.repeat(3e5))));
  });
});
