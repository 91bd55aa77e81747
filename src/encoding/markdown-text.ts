import { printable } from './printable.js';

// A word in which nothing is markup, a mention, a reference or an address, to any reader of Markdown.
const plainWord = /^["'(“‘«]{0,3}[\p{L}\p{N}][\p{L}\p{M}\p{N}.,;'"()/…–—’”»-]*[!?:]{0,2}["')”’»]{0,2}$|^[–—…]$/u;
const looksLikeReference = /www\.|^\W*gh-\d|[0-9a-f]{7}/i;

/**
 * A text of which every word is text. What has a character with a meaning goes into a code span, the one place where
 * readers leave mentions and addresses alone, too: an escape hides them from Markdown and not from what comes after it.
 */
export function inline(text: string): string {
  return printable(text)
    .split(/(\s+)/)
    .map((word) =>
      /^\s*$/.test(word) || (plainWord.test(word) && !looksLikeReference.test(word)) ? word : codeSpan(word),
    )
    .join('');
}

/** CommonMark section 6.1: between runs of backticks longer than any inside. */
export function codeSpan(text: string): string {
  // In a table a bar ends the cell even in a code span, and a backslash before it is taken in two ways.
  return printable(text)
    .split('|')
    .map((part) => {
      if (part === '') return '';
      const longest = Math.max(0, ...Array.from(part.matchAll(/`+/g), ([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      const pad = /^`|`$|^ .* $/.test(part) && part.trim() !== '' ? ' ' : '';
      return `${fence}${pad}${part}${pad}${fence}`;
    })
    .join('&#124;');
}
