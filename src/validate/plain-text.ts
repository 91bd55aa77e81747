/** A text without what does not change its meaning: its words in lower case, apart by one space. */
export function plainText(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[\p{L}\p{N}\p{M}']+/gu)
      ?.join(' ') ?? ''
  );
}
