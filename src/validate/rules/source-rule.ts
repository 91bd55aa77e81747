import type { RegistryProfile } from '../../passport/registry-profile.js';
import type { RuleId } from '../catalogue.js';
import type { Finding } from '../finding.js';
import type { SourceView } from '../source-view.js';

/** What a rule has besides the source. */
export interface RuleContext {
  readonly registry: RegistryProfile;
}

/** A finding before it has the level that was asked for. */
export type RuleFinding = Omit<Finding, 'ruleId' | 'severity'>;

/**
 * A rule about what a source says, beyond its schema. It looks at every source, valid or not, and says nothing of a
 * field that is missing or of the wrong type.
 */
export interface SourceRule {
  readonly id: RuleId;
  check(source: SourceView, context: RuleContext): Iterable<RuleFinding>;
}
