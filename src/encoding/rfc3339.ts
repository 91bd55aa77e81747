import { PassportError } from '../errors.js';

const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/;

// The milliseconds of the years 0000 to 9999: toISOString writes six digits outside them.
const FIRST = -62_167_219_200_000;
const LAST = 253_402_300_799_999;

/**
 * Milliseconds since the epoch of an RFC 3339 section 5.6 date-time; `undefined` for anything else.
 * `Date.parse` is not used to decide: it rolls 31 February over into March and takes many other spellings.
 * A leap second (`:60`) has no place on the epoch scale and is refused, as are digits below a millisecond, and times
 * that their offset puts outside the years 0000 to 9999.
 */
export function parseTimestamp(text: string): number | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const fraction = match[7] ?? '';
  if (/[1-9]/.test(fraction.slice(3))) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const offsetHour = Number(match[9] ?? 0);
  const offsetMinute = Number(match[10] ?? 0);
  if (offsetHour > 23 || offsetMinute > 59) return undefined;
  const date = new Date(0);
  // setUTCFullYear, unlike Date.UTC, does not move the years 0 to 99 into the twentieth century.
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, Number(fraction.slice(0, 3).padEnd(3, '0')));
  const offset = (offsetHour * 60 + offsetMinute) * 60_000;
  const time = date.getTime() - (match[8] === '-' ? -offset : offset);
  return time >= FIRST && time <= LAST ? time : undefined;
}

/** The passport's spelling of a time: UTC, milliseconds, `Z`. */
export function formatTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The same for the one spelling a passport's `signedAt` may have. */
export function parseCanonicalTimestamp(text: string): number | undefined {
  const milliseconds = parseTimestamp(text);
  return milliseconds !== undefined && formatTimestamp(milliseconds) === text ? milliseconds : undefined;
}

export function isCanonicalTimestamp(text: string): boolean {
  return parseCanonicalTimestamp(text) !== undefined;
}

/**
 * Any RFC 3339 time in the passport's spelling.
 * @param name what the time is for, in the error
 * @throws PassportError ERR_INVALID_TIME
 */
export function normalizeTimestamp(text: string, name: string): string {
  const milliseconds = parseTimestamp(text);
  if (milliseconds === undefined) {
    throw new PassportError('ERR_INVALID_TIME', `${name}: ${JSON.stringify(text)} is not an RFC 3339 time`, {
      hint: 'write it like 2026-01-31T09:30:00.000Z',
    });
  }
  return formatTimestamp(milliseconds);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
