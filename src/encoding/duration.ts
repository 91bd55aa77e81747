const units: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Milliseconds of a length of time such as `90d`, as trust files and flags have it; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, count, unit = ''] = /^([1-9][0-9]{0,5})([smhdw])$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (units[unit] as number);
}
