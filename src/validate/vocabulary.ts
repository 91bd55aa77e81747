/**
 * The words that texts are made of which say nothing. Patterns for such texts are long, and take longer to make than a
 * source takes to be read: a text with any other word, or none, need not be tried with them.
 * @param words those of the patterns, apart by spaces
 */
export function vocabulary(words: string): (plain: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  return (plain) => {
    known ??= new Set(words.split(' '));
    for (const word of plain.split(' ')) if (!known.has(word) && !/^v?\d/.test(word)) return false;
    return true;
  };
}
