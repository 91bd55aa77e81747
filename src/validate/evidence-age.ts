import { parseTimestamp } from '../encoding/rfc3339.js';
import type { Observations } from '../passport/types.generated.js';
import type { Finding } from './finding.js';

type Maintenance = Pick<NonNullable<Observations['maintenance']>, 'last_scraped_at' | 'updated_at'>;

const STALE_DAYS = 30;
const DAY = 86_400_000;

/** Milliseconds since the epoch; `undefined` for no time. Digits below a millisecond are common, and do not matter. */
export function observedTime(text: string): number | undefined {
  return parseTimestamp(text.replace(/(\.\d{3})\d+/, '$1'));
}

/**
 * How old what a signature would vouch for is: a fresh signature over old evidence looks fresher than it is.
 * @param maintenance of the observations, or of a payload's trust block
 * @param now RFC 3339: when the passport is made
 */
export function evidenceAge(maintenance: Maintenance | undefined, now: string): Finding[] {
  const field = typeof maintenance?.last_scraped_at === 'string' ? 'last_scraped_at' : 'updated_at';
  const text = maintenance?.[field];
  const time = parseTimestamp(now);
  const seen = typeof text === 'string' ? observedTime(text) : undefined;
  if (time === undefined || seen === undefined) return [];
  const what = `${field} ${text}`;
  const days = Math.floor((time - seen) / DAY);
  if (days > STALE_DAYS) {
    const read = field === 'last_scraped_at' ? 'the artifact was last read' : 'the entry was last updated';
    return [
      {
        ruleId: 'derive/stale-evidence',
        severity: 'warning',
        message: `${read} ${days} days before this passport is made (${what})`,
        pointer: '',
        hint: 'observe the artifact again before signing',
      },
    ];
  }
  if (seen > time) {
    return [
      {
        ruleId: 'derive/evidence-in-future',
        severity: 'warning',
        message: `the observations are from after this passport is made (${what})`,
        pointer: '',
        hint: 'check the clock of the registry, or --now and --signed-at',
      },
    ];
  }
  return [];
}
