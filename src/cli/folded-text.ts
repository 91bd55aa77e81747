/** A text in lines of at most so many columns, broken at spaces; a longer word has a line of its own. */
export function foldText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Columns for running text: the terminal's, within what can be read; 80 where there is none. */
export function textColumns(columns: number | undefined): number {
  return Math.max(40, Math.min(columns ?? 80, 120));
}
