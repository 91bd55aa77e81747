import type { LevelOf } from './catalogue.js';
import type { Finding } from './finding.js';
import type { RuleContext, SourceRule } from './rules/source-rule.js';
import type { SourceView } from './source-view.js';

/** Every rule about what a source says, beyond its schema. */
export const sourceRules: readonly SourceRule[] = [];

/** What the rules that are switched on find, each at its level. */
export function applySourceRules(source: SourceView, context: RuleContext, levelOf: LevelOf): Finding[] {
  return sourceRules.flatMap(({ id, check }): Finding[] => {
    const severity = levelOf(id);
    if (severity === 'off') return [];
    return [...check(source, context)].map((finding) => ({ ...finding, ruleId: id, severity }));
  });
}
