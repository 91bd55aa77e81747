import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unfragileAi } from '../../src/passport/unfragile-ai.js';
import { components, deriveScore, scoreParts, weightedScore } from '../../src/trust/score.js';
import { readSchema } from '../schemas.js';

const zero = { adoption: 0, quality: 0, ecosystem: 0, match_graph: 0, freshness: 0 };
const one = { adoption: 1, quality: 1, ecosystem: 1, match_graph: 1, freshness: 1 };
const names = ['adoption', 'quality', 'ecosystem', 'match_graph', 'freshness'] as const;
const types: string[] = readSchema('source').properties.artifact.properties.type.enum;

describe('deriveScore', () => {
  it('knows nineteen types', () => {
    expect(types).toHaveLength(19);
  });

  it.each(types)('has weights for %s that add up to 1', (type) => {
    const { weights } = deriveScore(type, undefined, unfragileAi);
    expect(Object.keys(weights)).toEqual(names);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(deriveScore(type, one, unfragileAi).score).toBe(100);
    expect(deriveScore(type, zero, unfragileAi).score).toBe(0);
  });

  it.each([
    ['model', { adoption: 35, quality: 20, ecosystem: 10, match_graph: 30, freshness: 5 }],
    ['mcp', { adoption: 25, quality: 25, ecosystem: 10, match_graph: 30, freshness: 10 }],
    ['dataset', { adoption: 25, quality: 25, ecosystem: 10, match_graph: 30, freshness: 10 }],
  ])('weighs each component of a %s', (type, expected) => {
    for (const name of names) {
      expect(deriveScore(type, { ...zero, [name]: 1 }, unfragileAi).score).toBe(expected[name]);
    }
  });

  it('counts what was not observed by default: 0, and a quarter for match_graph', () => {
    expect(deriveScore('mcp', undefined, unfragileAi).rank).toEqual({ ...zero, match_graph: 0.25 });
    expect(deriveScore('mcp', {}, unfragileAi).score).toBe(8); // 7.5
    expect(deriveScore('mcp', { match_graph: 0 }, unfragileAi).score).toBe(0);
    expect(deriveScore('mcp', { quality: 1 }, unfragileAi).score).toBe(33); // 32.5
  });

  it('takes a component that is there but undefined as not observed', () => {
    const rank = { adoption: undefined, match_graph: undefined } as unknown as { adoption: number };
    expect(deriveScore('mcp', rank, unfragileAi).score).toBe(8);
  });

  it('gives the components in the order of the format, whatever the order observed', () => {
    const { rank } = deriveScore('mcp', { freshness: 0.1, adoption: 0.2 }, unfragileAi);
    expect(Object.keys(rank)).toEqual(names);
  });

  it('finds no weights on the prototype', () => {
    for (const type of ['constructor', '__proto__', 'toString']) {
      expect(deriveScore(type, undefined, unfragileAi).weights).toEqual(unfragileAi.weights.default);
    }
  });

  it("follows a registry's own weights", () => {
    const weights = { ...unfragileAi.weights, dataset: { ...zero, freshness: 1 } };
    expect(deriveScore('dataset', { ...zero, freshness: 0.42 }, { ...unfragileAi, weights }).score).toBe(42);
  });

  it('is a whole number from 0 to 100 and never falls when a component rises', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const rank = fc.record({ adoption: part, quality: part, ecosystem: part, match_graph: part, freshness: part });
    fc.assert(
      fc.property(fc.constantFrom(...types), rank, fc.constantFrom(...names), part, (type, low, name, more) => {
        const { score, weights } = deriveScore(type, low, unfragileAi);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        const high = weightedScore({ ...low, [name]: Math.max(low[name], more) }, weights);
        expect(high).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});

describe('scoreParts', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const five = fc.record({ adoption: share, quality: share, ecosystem: share, match_graph: share, freshness: share });

  it('are the five summands of the score', () => {
    expect(components).toEqual(names);
    fc.assert(
      fc.property(five, five, (rank, weights) => {
        const parts = scoreParts(rank, weights);
        expect(parts.map(({ component }) => component)).toEqual(names);
        const sum = parts.reduce((total, { points }) => total + points, 0);
        expect(Math.abs(sum - weightedScore(rank, weights))).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
    expect(scoreParts({ ...zero, quality: 0.5 }, { ...zero, quality: 0.2 })[1]).toEqual({
      component: 'quality',
      weight: 0.2,
      value: 0.5,
      points: 10,
    });
  });
});
