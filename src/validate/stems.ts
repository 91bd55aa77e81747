/**
 * Whether a text has any of the stems, in whatever case. Rules ask this first: their patterns are long, each takes
 * longer to make than a source takes to be read, and most texts have nothing for them.
 * @param stems in lower case
 */
export function hasStem(text: string, stems: readonly string[]): boolean {
  const folded = text.toLowerCase();
  return stems.some((stem) => folded.includes(stem));
}
