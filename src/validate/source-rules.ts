import type { LevelOf } from './catalogue.js';
import { type Finding, MAX_FINDINGS } from './finding.js';
import { artifactCategoryAtOdds } from './rules/artifact-category-at-odds.js';
import { artifactLicenceCase } from './rules/artifact-licence-case.js';
import { artifactLicenceNotSpdx } from './rules/artifact-licence-not-spdx.js';
import { artifactStatusAtOdds } from './rules/artifact-status-at-odds.js';
import { artifactUnknownCategory } from './rules/artifact-unknown-category.js';
import { capabilityDuplicateUri } from './rules/capability-duplicate-uri.js';
import { capabilityLossyUri } from './rules/capability-lossy-uri.js';
import { capabilityNoLimitations } from './rules/capability-no-limitations.js';
import { capabilityRepeatedDescription } from './rules/capability-repeated-description.js';
import { capabilityShortDescription } from './rules/capability-short-description.js';
import { capabilityUnknownCategory } from './rules/capability-unknown-category.js';
import { confusable } from './rules/confusable.js';
import { limitationMarketing } from './rules/limitation-marketing.js';
import { limitationUndocumented } from './rules/limitation-undocumented.js';
import { listRepeatedEntry } from './rules/list-repeated-entry.js';
import { manifestFewCapabilities } from './rules/manifest-few-capabilities.js';
import { manifestNoExecution } from './rules/manifest-no-execution.js';
import { manifestNoFailureModes } from './rules/manifest-no-failure-modes.js';
import { placeholder } from './rules/placeholder.js';
import { pricingAtOdds } from './rules/pricing-at-odds.js';
import { pricingNegative } from './rules/pricing-negative.js';
import { pricingUnparsable } from './rules/pricing-unparsable.js';
import { requirementNearDuplicate } from './rules/requirement-near-duplicate.js';
import { requirementNegative } from './rules/requirement-negative.js';
import { riskContradicted } from './rules/risk-contradicted.js';
import { slugMalformed } from './rules/slug-malformed.js';
import { slugReserved } from './rules/slug-reserved.js';
import { slugTooLong } from './rules/slug-too-long.js';
import { slugUpperCaseTwin } from './rules/slug-upper-case-twin.js';
import { sourceNoLimitations } from './rules/source-no-limitations.js';
import { urlBareHost } from './rules/url-bare-host.js';
import { urlCredentials } from './rules/url-credentials.js';
import { urlIndirect } from './rules/url-indirect.js';
import { urlInsecure } from './rules/url-insecure.js';
import { urlPlaceholderHost } from './rules/url-placeholder-host.js';
import { urlPrivateHost } from './rules/url-private-host.js';
import { urlRegistryPage } from './rules/url-registry-page.js';
import { urlTracking } from './rules/url-tracking.js';
import { urlUnparsable } from './rules/url-unparsable.js';
import type { RuleContext, SourceRule } from './rules/source-rule.js';
import type { SourceView } from './source-view.js';

/** Every rule about what a source says, beyond its schema. */
export const sourceRules: readonly SourceRule[] = [
  artifactCategoryAtOdds,
  artifactLicenceCase,
  artifactLicenceNotSpdx,
  artifactStatusAtOdds,
  artifactUnknownCategory,
  capabilityDuplicateUri,
  capabilityLossyUri,
  capabilityNoLimitations,
  capabilityRepeatedDescription,
  capabilityShortDescription,
  capabilityUnknownCategory,
  confusable,
  limitationMarketing,
  limitationUndocumented,
  listRepeatedEntry,
  manifestFewCapabilities,
  manifestNoExecution,
  manifestNoFailureModes,
  placeholder,
  pricingAtOdds,
  pricingNegative,
  pricingUnparsable,
  requirementNearDuplicate,
  requirementNegative,
  riskContradicted,
  slugMalformed,
  slugReserved,
  slugTooLong,
  slugUpperCaseTwin,
  sourceNoLimitations,
  urlBareHost,
  urlCredentials,
  urlIndirect,
  urlInsecure,
  urlPlaceholderHost,
  urlPrivateHost,
  urlRegistryPage,
  urlTracking,
  urlUnparsable,
];

/** What the rules that are switched on find, each at its level and up to `MAX_FINDINGS`. */
export function applySourceRules(source: SourceView, context: RuleContext, levelOf: LevelOf): Finding[] {
  return sourceRules.flatMap(({ id, check }): Finding[] => {
    const severity = levelOf(id);
    if (severity === 'off') return [];
    const findings: Finding[] = [];
    for (const finding of check(source, context)) {
      if (findings.push({ ...finding, ruleId: id, severity }) === MAX_FINDINGS) break;
    }
    return findings;
  });
}
