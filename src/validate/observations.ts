import { fieldName } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import { parseTimestamp } from '../encoding/rfc3339.js';
import type { Observations } from '../passport/types.generated.js';
import type { Finding } from './finding.js';
import { checkSchema } from './schema.js';

/** In what a value is not a registry's observations. Takes any value. */
export function checkObservations(value: unknown): Finding[] {
  const findings = checkSchema('observations', value);
  return findings.length > 0 ? findings : impossibleTimes(value as Observations);
}

/** Milliseconds since the epoch; `undefined` for no time. Digits below a millisecond are common, and do not matter. */
export function observedTime(text: string): number | undefined {
  return parseTimestamp(text.replace(/(\.\d{3})\d+/, '$1'));
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
