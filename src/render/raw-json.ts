import { printableParts } from '../encoding/printable.js';
import { html, type Html } from './html.js';

/** The element that holds the passport's text: what the page's script verifies is what is shown and copied. */
export const RAW_ID = 'passport-json';

/**
 * A passport's text as a page holds it. Characters that hide or turn text are written as escapes, which are the same
 * JSON: so nobody copies what he does not see, and a text without any is held byte for byte.
 */
export function embeddedText(text: string): string {
  return printableParts(text)
    .map(({ text: part, shown }) => (part === shown || /^[\t\n\r]$/.test(part) ? part : escaped(part)))
    .join('');
}

/** Within `pre` browsers leave out a first line end; within `code` nothing. */
export function rawJson(text: string): Html {
  return html`<pre
    dir="ltr"
    tabindex="0"
    role="region"
    aria-label="The passport as JSON"
  ><code id="${RAW_ID}">${embeddedText(text)}</code></pre>`;
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`,
  ).join('');
}
