import { describe, expect, it } from 'vitest';
import { unfragileAi } from '../../../src/passport/unfragile-ai.js';
import { findings, manifestFindings } from './findings.js';

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
