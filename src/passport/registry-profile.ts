import type { Links, RegistryProfileFile, Weights } from './types.generated.js';

export type ArtifactType = 'default' | (string & {});

/** One rule for `data_access_risk`: fires where one of the words stands in one of the fields of any capability. */
export type RiskRule = NonNullable<RegistryProfileFile['risk_rules']>[number];

/** The five components of the score, each from 0 to 1. */
export type Rank = Weights;

/** Everything in which one registry differs from another. Data only. */
export interface RegistryProfile {
  /** Origin and path without a slash at the end. */
  readonly base_url: string;
  /** The name that goes into `signedBy`. */
  readonly issuer: string;
  readonly format: { readonly '@version': string; readonly version: string };
  readonly caps: { readonly permissions: number; readonly failure_modes: number };
  readonly notes: { readonly unverified: string; readonly unobserved: string };
  readonly rank_defaults: Rank;
  /** By artifact type; `default` is for every other. */
  readonly weights: Readonly<Record<ArtifactType, Weights>>;
  readonly risk_rules: readonly RiskRule[];
  /** Address templates below `base_url`; `{slug}` stands for the slug. */
  readonly links: Readonly<Record<keyof Links | 'claim' | 'compare', string>>;
  /** Slugs whose addresses below `base_url` are pages of its own. */
  readonly reserved_slugs: readonly string[];
  readonly categories: { readonly artifact: readonly string[]; readonly capability: readonly string[] };
}

/** A registry's own profile: what its file leaves out is as in the base. */
export function completeProfile(file: RegistryProfileFile, base: RegistryProfile): RegistryProfile {
  return {
    base_url: file.base_url,
    issuer: file.issuer,
    format: file.format ?? base.format,
    caps: { ...base.caps, ...file.caps },
    notes: { ...base.notes, ...file.notes },
    rank_defaults: { ...base.rank_defaults, ...file.rank_defaults },
    weights: { ...base.weights, ...file.weights },
    risk_rules: file.risk_rules ?? base.risk_rules,
    links: { ...base.links, ...file.links },
    reserved_slugs: file.reserved_slugs ?? base.reserved_slugs,
    categories: { ...base.categories, ...file.categories },
  };
}
