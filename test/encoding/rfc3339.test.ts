import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatTimestamp,
  isCanonicalTimestamp,
  normalizeTimestamp,
  parseTimestamp,
} from '../../src/encoding/rfc3339.js';
import { PassportError } from '../../src/errors.js';

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');

describe('an RFC 3339 time', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:00.001Z', 1],
    ['1970-01-01T00:00:00.1Z', 100],
    ['1970-01-01T00:00:00.12Z', 120],
    ['1970-01-01T00:00:00.120000000Z', 120],
    ['1969-12-31T23:59:59.999Z', -1],
    ['2026-01-31T09:30:00.000Z', Date.UTC(2026, 0, 31, 9, 30)],
    ['2026-01-31T09:30:00+00:00', Date.UTC(2026, 0, 31, 9, 30)],
    ['2026-01-31T09:30:00-00:00', Date.UTC(2026, 0, 31, 9, 30)],
    ['2026-01-31T09:30:00+05:45', Date.UTC(2026, 0, 31, 3, 45)],
    ['2026-01-31T09:30:00-05:45', Date.UTC(2026, 0, 31, 15, 15)],
    ['2026-12-31T23:30:00-01:00', Date.UTC(2027, 0, 1, 0, 30)],
    ['2026-01-01T00:30:00+23:59', Date.UTC(2025, 11, 31, 0, 31)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2000-02-29T00:00:00Z', Date.UTC(2000, 1, 29)],
    ['0000-01-01T00:00:00Z', -62167219200000],
    ['0000-02-29T00:00:00Z', -62162121600000],
    ['0001-01-01T00:00:00Z', -62135596800000],
    ['0099-12-31T23:59:59Z', -59011459201000],
    ['9999-12-31T23:59:59.999Z', 253402300799999],
  ])('%s is %d', (text, expected) => {
    expect(parseTimestamp(text)).toBe(expected);
  });

  it.each([
    ...[
      '',
      ' ',
      'garbage',
      'now',
      '0',
      '2026',
      '2026-01-31',
      '09:30:00Z',
      'Invalid Date',
      'Sat, 31 Jan 2026 09:30:00 GMT',
    ],
    // No such month, day, hour, minute or second
    ...['2026-13-01T00:00:00Z', '2026-00-01T00:00:00Z', '2026-01-00T00:00:00Z', '2026-01-32T00:00:00Z'],
    ...['2026-02-29T00:00:00Z', '2024-02-30T00:00:00Z', '2026-02-31T00:00:00Z', '1900-02-29T00:00:00Z'],
    ...['2100-02-29T00:00:00Z', '2026-04-31T00:00:00Z', '2026-06-31T00:00:00Z', '2026-11-31T00:00:00Z'],
    ...['2026-01-31T24:00:00Z', '2026-01-31T23:60:00Z', '2016-12-31T23:59:60Z', '2026-01-31T23:59:99Z'],
    // Offsets
    ...['2026-01-31T09:30:00', '2026-01-31T09:30:00+24:00', '2026-01-31T09:30:00+01:60', '2026-01-31T09:30:00+0100'],
    ...[
      '2026-01-31T09:30:00+01',
      '2026-01-31T09:30:00Z+01:00',
      '2026-01-31T09:30:00 Z',
      '2026-01-31T09:30:00\u221201:00',
    ],
    // Spellings that other readers take
    ...[
      '2026-01-31 09:30:00Z',
      '2026-01-31t09:30:00Z',
      '2026-01-31T09:30:00z',
      '2026-01-31T09:30Z',
      '20260131T093000Z',
    ],
    ...[
      '2026-1-31T09:30:00Z',
      '26-01-31T09:30:00Z',
      '+002026-01-31T09:30:00Z',
      '12026-01-31T09:30:00Z',
      '-0001-01-01T00:00:00Z',
    ],
    ...[
      '2026-01-31T9:30:00Z',
      '2026-01-31T09:30:00.Z',
      '2026-01-31T09:30:00,5Z',
      '2026-031T09:30:00Z',
      '2026-W05-6T09:30:00Z',
    ],
    // Digits below a millisecond, or without end
    ...['2026-01-31T09:30:00.0001Z', '2026-01-31T09:30:00.000000001Z', '2026-01-31T09:30:00.0000000000Z'],
    // Around it
    ...[' 2026-01-31T09:30:00Z', '2026-01-31T09:30:00Z ', '2026-01-31T09:30:00Z\n', '\ufeff2026-01-31T09:30:00Z'],
    ...['2026-01-31T09:30:00Z\u0000', '２０２６-01-31T09:30:00Z', '2026-01-31T09:30:00Z2026-01-31T09:30:00Z'],
  ])('%j is none', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
    expect(isCanonicalTimestamp(text)).toBe(false);
    expect(() => normalizeTimestamp(text, 'the time')).toThrow(PassportError);
  });

  it('exists for the days of the calendar, and for no other', () => {
    for (const year of [0, 1, 4, 99, 100, 400, 1900, 1999, 2000, 2023, 2024, 2100, 2400, 9999]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const text = `${pad(year, 4)}-${pad(month)}-${pad(day)}T12:00:00.000Z`;
          const date = new Date(0);
          date.setUTCFullYear(year, month - 1, day);
          date.setUTCHours(12);
          const exists =
            date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          expect(parseTimestamp(text), text).toBe(exists ? date.getTime() : undefined);
        }
      }
    }
  });

  it('agrees with Date.parse where there is a time at all', () => {
    const digits = (most: number): fc.Arbitrary<string> => fc.nat({ max: most }).map((number) => pad(number));
    const parts = fc.tuple(fc.nat({ max: 9999 }), digits(13), digits(32), digits(24), digits(60), digits(60));
    const zone = fc.oneof(
      fc.constant('Z'),
      fc
        .tuple(fc.constantFrom('+', '-'), digits(23), digits(59))
        .map(([sign, hour, minute]) => `${sign}${hour}:${minute}`),
    );
    let times = 0;
    fc.assert(
      fc.property(parts, fc.option(fc.nat({ max: 999 })), zone, ([year, ...rest], fraction, offset) => {
        const [month, day, hour, minute, second] = rest;
        const point = fraction === null ? '' : `.${pad(fraction, 3)}`;
        const text = `${pad(year, 4)}-${month}-${day}T${hour}:${minute}:${second}${point}${offset}`;
        const parsed = parseTimestamp(text);
        if (parsed === undefined) return;
        times++;
        expect(parsed, text).toBe(Date.parse(text));
      }),
      { numRuns: 10_000 },
    );
    expect(times).toBeGreaterThan(5_000);
  });
});

describe("the passport's spelling of a time", () => {
  it('is read back, for every millisecond of the years 0000 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62167219200000, max: 253402300799999 }), (milliseconds) => {
        const text = formatTimestamp(milliseconds);
        expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(parseTimestamp(text)).toBe(milliseconds);
        expect(isCanonicalTimestamp(text)).toBe(true);
        expect(normalizeTimestamp(text, 'the time')).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '2026-01-31T09:30:00Z',
    '2026-01-31T09:30:00.0Z',
    '2026-01-31T09:30:00.0000Z',
    '2026-01-31T09:30:00.000+00:00',
    '2026-01-31T09:30:00.000-00:00',
    '2026-01-31T10:30:00.000+01:00',
  ])('is not %s, which is put into it', (text) => {
    expect(isCanonicalTimestamp(text)).toBe(false);
    expect(normalizeTimestamp(text, 'the time')).toBe('2026-01-31T09:30:00.000Z');
  });

  it.each(['0000-01-01T00:00:00+00:01', '9999-12-31T23:59:59-00:01'])('does not exist for %s', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
    expect(() => normalizeTimestamp(text, 'the time')).toThrow(PassportError);
  });

  it('is missed with an error that names the time and shows it on one line', () => {
    try {
      normalizeTimestamp('tomorrow\n', 'signedAt');
      expect.fail('accepted');
    } catch (error) {
      expect(error).toMatchObject({ code: 'ERR_INVALID_TIME', hint: expect.stringContaining('2026-') as string });
      expect((error as Error).message).toBe('signedAt: "tomorrow\\n" is not an RFC 3339 time');
    }
  });
});
