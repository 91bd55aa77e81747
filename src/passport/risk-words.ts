import type { RiskRule } from './registry-profile.js';

/** A rule of a profile's risk table, ready to be asked. */
export interface RiskMatcher extends Pick<RiskRule, 'id' | 'risk' | 'fields'> {
  /** The first of the rule's words in a text, as it is written there, but in compatibility form (NFKC). */
  find(text: string): string | undefined;
}

const matchers = new WeakMap<readonly RiskRule[], readonly RiskMatcher[]>();

/** The rules in their order, each compiled once. */
export function riskMatchers(rules: readonly RiskRule[]): readonly RiskMatcher[] {
  let result = matchers.get(rules);
  if (!result) {
    result = rules.map(({ id, risk, fields, words }) => ({ id, risk, fields, find: wordFinder(words) }));
    matchers.set(rules, result);
  }
  return result;
}

/**
 * Finds any of the phrases as whole words, in any case, singular or plural, their words apart by spaces, hyphens or
 * `_`. There must be at least one.
 */
export function wordFinder(phrases: readonly string[]): (text: string) => string | undefined {
  const pattern = wordPattern(phrases);
  // Compatibility forms, such as full-width letters, read the same to people.
  return (text) => pattern.exec(text.normalize('NFKC'))?.[0];
}

function wordPattern(phrases: readonly string[]): RegExp {
  const patterns = phrases.map((phrase) =>
    phrase
      .trim()
      .split(/[\s-]+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
      .join('[\\s_\u2010-\u2015-]+')
      // directory, directories
      .replace(/(?<=[^aeiou])y$/i, '(?:y|ie)'),
  );
  return new RegExp(`(?<![a-z0-9])(?:${patterns.join('|')})(?:e?s)?(?![a-z0-9])`, 'i');
}
