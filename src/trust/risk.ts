import type { RegistryProfile, RiskRule } from '../passport/registry-profile.js';
import { riskMatchers } from '../passport/risk-words.js';
import type { Capability } from '../passport/types.generated.js';

export type Risk = RiskRule['risk'];

type RiskFields = Pick<Capability, 'requires' | 'input_types' | 'categories'>;

/** The level, and what decided it: the rule that fired, the word it found and where. */
export interface RiskVerdict {
  readonly risk: Risk;
  readonly ruleId?: string;
  readonly word?: string;
  /** RFC 6901 pointer into the source. */
  readonly pointer?: string;
}

/** `trust.data_access_risk`: the first rule of the profile's table that fires decides; none means low. */
export function deriveRisk(capabilities: readonly RiskFields[], profile: RegistryProfile): RiskVerdict {
  // What stands between the texts is in no word, nor between two: most rules have nothing in any, which is seen at once.
  const joined = capabilities
    .flatMap(({ requires, input_types, categories }) => [...requires, ...input_types, ...categories])
    .join('\0');
  for (const rule of riskMatchers(profile.risk_rules)) {
    if (rule.find(joined) === undefined) continue;
    for (const [number, capability] of capabilities.entries()) {
      for (const field of rule.fields) {
        for (const [index, text] of capability[field].entries()) {
          const word = rule.find(text);
          if (word !== undefined) {
            return { risk: rule.risk, ruleId: rule.id, word, pointer: `/capabilities/${number}/${field}/${index}` };
          }
        }
      }
    }
  }
  return { risk: 'low' };
}

/** What would have been decided, had a text not stood anywhere. */
export function deriveRiskWithout(
  text: string,
  capabilities: readonly RiskFields[],
  profile: RegistryProfile,
): RiskVerdict {
  // Emptied, not taken out: the others keep their places.
  const without = (list: readonly string[]): string[] => list.map((entry) => (entry === text ? '' : entry));
  const rest = capabilities.map(({ requires, input_types, categories }) => ({
    requires: without(requires),
    input_types: without(input_types),
    categories: without(categories),
  }));
  return deriveRisk(rest, profile);
}
