import { appendPointer } from '../encoding/pointer.js';
import type { RegistryProfileFile } from '../passport/types.generated.js';
import type { Finding } from './finding.js';
import { checkSchema } from './schema.js';
import * as profileSchema from './schemas/registry-profile.generated.js';

/** In what a value is not a registry profile. Takes any value. */
export function checkRegistryProfile(value: unknown): Finding[] {
  const findings = checkSchema(profileSchema, value);
  return findings.length > 0 ? findings : unevenWeights(value as RegistryProfileFile);
}

/** Weights that do not add up to 1 would give scores that cannot reach 100, or go beyond it. */
function unevenWeights({ weights = {} }: RegistryProfileFile): Finding[] {
  return Object.entries(weights).flatMap(
    ([type, { adoption, quality, ecosystem, match_graph, freshness }]): Finding[] => {
      const sum = adoption + quality + ecosystem + match_graph + freshness;
      if (Math.abs(sum - 1) < 1e-9) return [];
      return [
        {
          ruleId: 'registry/weights-sum',
          severity: 'error',
          message: `the weights of ${type} add up to ${Number(sum.toFixed(6))}, not to 1`,
          pointer: appendPointer('/weights', type),
          hint: 'change them so that they add up to 1',
        },
      ];
    },
  );
}
