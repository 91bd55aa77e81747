import { printableParts } from '../encoding/printable.js';
import { codePointName } from '../validate/rules/text-rule.js';
import { zeroWidth } from '../validate/rules/zero-width.js';
import { linkTo } from './address.js';
import { html, type Html, joined } from './html.js';

/**
 * A text that somebody else wrote: isolated, so that its direction (Unicode UAX 9) turns nothing beside it; what hides or turns
 * text is shown as the name of the character; long words break. Every value of a passport comes into a page through
 * here.
 * @param at RFC 6901 pointer into the payload, for whoever asks where the value comes from
 */
export function words(text: string, at?: string): Html {
  const parts = parted(text);
  return at === undefined ? html`<bdi>${parts}</bdi>` : html`<bdi data-at="${at}">${parts}</bdi>`;
}

/** An address: a link where it may be one, and its text in any case. */
export function address(text: string, at?: string): Html {
  const href = linkTo(text);
  const shown = html`<bdi dir="ltr" class="address" data-at="${at ?? ''}">${parted(text)}</bdi>`;
  return href ? html`<a href="${href}" rel="noreferrer noopener nofollow">${shown}</a>` : shown;
}

function parted(text: string): Html {
  const parts = printableParts(text);
  // Most texts hide nothing.
  if (parts.length <= 1 && parts[0]?.text === parts[0]?.shown) return html`${text}`;
  const idle = new Set(zeroWidth.deletion?.offsets(text));
  let offset = 0;
  return joined(
    parts.map(({ text: part, shown }) => {
      const at = offset;
      offset += part.length;
      const isSeen = part === shown || part === '\n' || part === '#' || (joiner.test(part) && !idle.has(at));
      return isSeen ? html`${part}` : html`<span class="unseen">${codePointName(part)}</span>`;
    }),
  );
}

/** What some scripts and emoji need between their parts. */
const joiner = /^[\u200b-\u200d\u{e0020}-\u{e007f}]$/u;
