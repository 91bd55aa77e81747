import type { RegistryProfile, RiskRule } from '../passport/registry-profile.js';
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
  for (const rule of compile(profile.risk_rules)) {
    for (const [number, capability] of capabilities.entries()) {
      for (const field of rule.fields) {
        for (const [index, text] of capability[field].entries()) {
          // Compatibility forms, such as full-width letters, read the same to people.
          const word = rule.pattern.exec(text.normalize('NFKC'))?.[0];
          if (word !== undefined) {
            return { risk: rule.risk, ruleId: rule.id, word, pointer: `/capabilities/${number}/${field}/${index}` };
          }
        }
      }
    }
  }
  return { risk: 'low' };
}

interface CompiledRule extends Pick<RiskRule, 'id' | 'risk' | 'fields'> {
  readonly pattern: RegExp;
}

const compiled = new WeakMap<readonly RiskRule[], readonly CompiledRule[]>();

function compile(rules: readonly RiskRule[]): readonly CompiledRule[] {
  let result = compiled.get(rules);
  if (!result) {
    result = rules.map(({ id, risk, fields, words }) => ({ id, risk, fields, pattern: wordPattern(words) }));
    compiled.set(rules, result);
  }
  return result;
}

/** Any of the phrases as whole words, in any case, singular or plural, their words apart by spaces, hyphens or `_`. */
function wordPattern(words: readonly string[]): RegExp {
  const phrases = words.map((phrase) =>
    phrase
      .trim()
      .split(/[\s-]+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
      .join('[\\s_\u2010-\u2015-]+')
      // directory, directories
      .replace(/(?<=[^aeiou])y$/i, '(?:y|ie)'),
  );
  return new RegExp(`(?<![a-z0-9])(?:${phrases.join('|')})(?:e?s)?(?![a-z0-9])`, 'i');
}
