import { registryUrl } from '../passport/links.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Capability, Observations, Payload } from '../passport/types.generated.js';
import { capabilityUri } from '../passport/capability-uri.js';
import { type AuthoredSource, deriveFailureModes, type FailureModes } from './failure-modes.js';
import type { CappedList } from './capped-list.js';
import { derivePermissions } from './permissions.js';
import { deriveRisk, type RiskVerdict } from './risk.js';
import { deriveScore } from './score.js';

/** A payload and how its trust block came about. */
export interface Derivation {
  readonly payload: Payload;
  readonly permissions: CappedList;
  readonly failureModes: FailureModes;
  readonly risk: RiskVerdict;
}

/** Pricing models under which something can be used without paying. */
const FREE = new Set(['open_source', 'free', 'freemium']);

/** Everything that follows from a source, what a registry observed and its profile. Pure. */
export function derive(source: AuthoredSource, observed: Observations, profile: RegistryProfile): Derivation {
  const { artifact } = source;
  const id = artifact.id ?? artifact.slug;
  const verified = observed.verified ?? false;
  const status = artifact.status ?? 'active';
  const outcomes = deriveOutcomes(observed.outcomes);
  const capabilities = source.capabilities.map((_, number) => deriveCapability(source, number, id, observed));
  const permissions = derivePermissions(source, profile);
  const failureModes = deriveFailureModes(source, { verified, matches: outcomes.matches }, profile);
  const risk = deriveRisk(source.capabilities, profile);
  const { score, rank, weights } = deriveScore(artifact.type, observed.rank, profile);
  const { adoption, quality, ecosystem, match_graph, freshness } = rank;
  const payload: Payload = {
    '@version': profile.format['@version'],
    version: profile.format.version,
    artifact: {
      id,
      slug: artifact.slug,
      name: artifact.name,
      type: artifact.type,
      url: artifact.url,
      page_url: registryUrl(profile, 'artifact', artifact.slug),
      categories: [...artifact.categories],
      tags: [...(artifact.tags ?? [])],
      pricing: {
        model: artifact.pricing.model,
        free: FREE.has(artifact.pricing.model),
        starting_price: artifact.pricing.starting_price ?? null,
      },
      status,
      verified,
    },
    capabilities,
    trust: {
      score,
      verified,
      data_access_risk: risk.risk,
      permissions: permissions.kept.map(({ text }) => text),
      failure_modes: [...failureModes.kept.map(({ text }) => text), ...failureModes.notes],
      rank_breakdown: { adoption, quality, ecosystem, match_graph, freshness, weights },
      observed_outcomes: outcomes,
      maintenance: {
        status,
        updated_at: observed.maintenance?.updated_at ?? null,
        last_scraped_at: observed.maintenance?.last_scraped_at ?? null,
        last_commit: observed.maintenance?.last_commit ?? null,
      },
      community: {
        stars: observed.community?.stars ?? null,
        forks: observed.community?.forks ?? null,
        weekly_downloads: observed.community?.weekly_downloads ?? null,
        model_downloads: observed.community?.model_downloads ?? null,
        model_likes: observed.community?.model_likes ?? null,
      },
    },
    distribution: {
      claim_url: registryUrl(profile, 'claim', artifact.slug),
      compare_url: registryUrl(profile, 'compare', artifact.slug),
    },
  };
  return { payload, permissions, failureModes, risk };
}

function deriveCapability(source: AuthoredSource, number: number, id: string, observed: Observations): Capability {
  const capability = source.capabilities[number] as AuthoredSource['capabilities'][number];
  const seen = observed.capabilities?.[number];
  return {
    id: `${id}__cap_${number}`,
    uri: capabilityUri(capability.categories[0] ?? '', capability.name),
    name: capability.name,
    description: capability.description,
    intents: [...capability.intents],
    best_for: [...capability.best_for],
    limitations: [...capability.limitations],
    requires: [...capability.requires],
    input_types: [...capability.input_types],
    output_types: [...capability.output_types],
    categories: [...capability.categories],
    confidence: seen?.confidence ?? 0.5,
    matches: seen?.matches ?? 0,
    success_rate: seen?.success_rate ?? 0,
  };
}

function deriveOutcomes(outcomes: Observations['outcomes']): Payload['trust']['observed_outcomes'] {
  return {
    matches: outcomes?.matches ?? 0,
    success_rate: outcomes?.success_rate ?? 0,
    avg_confidence: outcomes?.avg_confidence ?? 0,
    top_intents: [...(outcomes?.top_intents ?? [])],
    last_matched_at: outcomes?.last_matched_at ?? null,
  };
}
