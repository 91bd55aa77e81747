/** A text without what does not change its meaning: its words in lower case, apart by one space. */
export function plainText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'");
  // The tables of all scripts take longer to make than most sources take to be read.
  const isLatin = /^[\n -~\u2010-\u2027…]*$/.test(folded);
  return folded.match(isLatin ? /[a-z\d']+/g : /[\p{L}\p{N}\p{M}']+/gu)?.join(' ') ?? '';
}
