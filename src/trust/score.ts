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

function weightsFor(type: string, profile: RegistryProfile): Weights {
  const found = Object.hasOwn(profile.weights, type) ? profile.weights[type] : profile.weights.default;
  const { adoption, quality, ecosystem, match_graph, freshness } = found as Weights;
  return { adoption, quality, ecosystem, match_graph, freshness };
}
