import { appendPointer, fieldName } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import type { Observations } from '../passport/types.generated.js';
import { observedTime } from './evidence-age.js';
import type { Finding } from './finding.js';
import { checkSchema } from './schema.js';
import * as observationsSchema from './schemas/observations.generated.js';

/**
 * In what a value is not a registry's observations. Takes any value.
 * @param capabilities how many the source has, where that is known
 */
export function checkObservations(value: unknown, capabilities = Number.POSITIVE_INFINITY): Finding[] {
  const findings = checkSchema(observationsSchema, value);
  if (findings.length > 0) return findings;
  return [...impossibleTimes(value as Observations), ...strayCapabilities(value as Observations, capabilities)];
}

/** Observations of a capability that the source does not have: they would be lost in silence. */
function strayCapabilities({ capabilities = {} }: Observations, count: number): Finding[] {
  return Object.keys(capabilities)
    .filter((number) => Number(number) >= count)
    .map((number) => ({
      ruleId: 'observations/no-such-capability',
      severity: 'error',
      message: `the observations speak of capability ${number}, but the source has ${count}, counted from 0`,
      pointer: appendPointer('/capabilities', number),
      part: 'key',
      hint: 'capabilities are counted in the order of the source',
    }));
}

/** The schema looks at the form only, and 31 February has it. */
function impossibleTimes({ maintenance, outcomes }: Observations): Finding[] {
  const times: ReadonlyArray<readonly [pointer: string, time: string | null | undefined]> = [
    ['/maintenance/updated_at', maintenance?.updated_at],
    ['/maintenance/last_scraped_at', maintenance?.last_scraped_at],
    ['/maintenance/last_commit', maintenance?.last_commit],
    ['/outcomes/last_matched_at', outcomes?.last_matched_at],
  ];
  return times.flatMap(([pointer, time]): Finding[] => {
    if (typeof time !== 'string' || observedTime(time) !== undefined) return [];
    return [
      {
        ruleId: 'observations/impossible-time',
        severity: 'error',
        message: `${fieldName(pointer)} is ${quote(time)}: there is no such time`,
        pointer,
        hint: 'write it like 2026-01-31T09:30:00.000Z',
      },
    ];
  });
}
