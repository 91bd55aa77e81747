/** A word as bash and zsh read it as itself: nothing in single quotes is special but the quote. */
export function quoteForShell(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** The same for fish, where a backslash in single quotes escapes itself and the quote. */
export function quoteForFish(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
