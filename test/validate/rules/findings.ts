import { sourceRules } from '../../../src/validate/source-rules.js';
import { unfragileAi } from '../../../src/passport/unfragile-ai.js';
import type { RegistryProfile } from '../../../src/passport/registry-profile.js';
import type { JsonValue } from '../../../src/encoding/json-value.js';
import type { RuleId } from '../../../src/validate/catalogue.js';
import type { RuleFinding } from '../../../src/validate/rules/source-rule.js';
import { viewManifest, viewSource } from '../../../src/validate/source-view.js';

/** What one rule says of a source, which need not be valid. */
export function findings(id: RuleId, value: unknown, registry: RegistryProfile = unfragileAi): RuleFinding[] {
  return check(id, viewSource(value as JsonValue), registry);
}

/** What one rule says of a manifest, which need not be valid. */
export function manifestFindings(id: RuleId, value: unknown): RuleFinding[] {
  return check(id, viewManifest(value as JsonValue), unfragileAi);
}

function check(id: RuleId, view: ReturnType<typeof viewSource>, registry: RegistryProfile): RuleFinding[] {
  const rule = sourceRules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return [...rule.check(view, { registry })];
}

/** How much was found. A search that takes too long of a text keeps the test from ending: its runner says so. */
export function searched(work: () => readonly RuleFinding[]): number {
  return work().length;
}
