import { parseDuration } from '../encoding/duration.js';
import { formatTimestamp, normalizeTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import type { Arguments } from './command.js';

/**
 * Milliseconds of a flag such as `--max-age 90d`; undefined where it is not given.
 * @param nothing whether no time at all makes sense there: `0`, with or without a unit
 * @throws PassportError ERR_USAGE
 */
export function durationFlag(args: Arguments, flag: string, nothing?: 'may be nothing'): number | undefined {
  const text = args.text(flag);
  if (text === undefined) return undefined;
  const milliseconds = nothing && /^0[smhdw]?$/.test(text) ? 0 : parseDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  throw new PassportError('ERR_USAGE', `--${flag} ${text} is no length of time`, {
    hint: 'write a number and s, m, h, d or w, such as 90d',
  });
}

/** The time of a flag, in UTC with milliseconds; now where it is not given. @throws PassportError ERR_INVALID_TIME */
export function timeFlag(args: Arguments, flag: string, now: number): string {
  const text = args.text(flag);
  return text === undefined ? formatTimestamp(now) : normalizeTimestamp(text, `--${flag}`);
}
