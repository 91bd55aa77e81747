import type { Rank, RegistryProfile } from '../passport/registry-profile.js';
import type { Observations, Weights } from '../passport/types.generated.js';

export interface Score {
  /** 0 to 100. */
  readonly score: number;
  /** The five components, each from 0 to 1. */
  readonly rank: Rank;
  readonly weights: Weights;
}

/** `trust.score`: round(100 · Σ weight · component), the weights by artifact type, missing components by default. */
export function deriveScore(type: string, observed: Observations['rank'], profile: RegistryProfile): Score {
  const { rank_defaults: missing } = profile;
  const rank = {
    adoption: observed?.adoption ?? missing.adoption,
    quality: observed?.quality ?? missing.quality,
    ecosystem: observed?.ecosystem ?? missing.ecosystem,
    match_graph: observed?.match_graph ?? missing.match_graph,
    freshness: observed?.freshness ?? missing.freshness,
  };
  const weights = weightsFor(type, profile);
  return { score: weightedScore(rank, weights), rank, weights };
}

export const components = [
  'adoption',
  'quality',
  'ecosystem',
  'match_graph',
  'freshness',
] as const satisfies ReadonlyArray<keyof Rank>;

/** What one component adds to the score. */
export interface ScorePart {
  readonly component: keyof Rank;
  readonly weight: number;
  /** The component, from 0 to 1. */
  readonly value: number;
  /** 100 · weight · value */
  readonly points: number;
}

/** The five summands of the score, which is their sum, rounded. */
export function scoreParts(rank: Rank, weights: Weights): ScorePart[] {
  return components.map((component) => {
    const [weight, value] = [weights[component], rank[component]];
    return { component, weight, value, points: 100 * weight * value };
  });
}

export function weightedScore(rank: Rank, weights: Weights): number {
  return Math.round(
    100 *
      (weights.adoption * rank.adoption +
        weights.quality * rank.quality +
        weights.ecosystem * rank.ecosystem +
        weights.match_graph * rank.match_graph +
        weights.freshness * rank.freshness),
  );
}

/** The key under which the profile has the weights of a type: its own, or that of every other. */
export function weightsKey(type: string, profile: RegistryProfile): string {
  return Object.hasOwn(profile.weights, type) ? type : 'default';
}

function weightsFor(type: string, profile: RegistryProfile): Weights {
  const found = profile.weights[weightsKey(type, profile)];
  const { adoption, quality, ecosystem, match_graph, freshness } = found as Weights;
  return { adoption, quality, ecosystem, match_graph, freshness };
}
