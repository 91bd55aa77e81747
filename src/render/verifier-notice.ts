import { noticeBanner } from './banner.js';
import { html, type Html } from './html.js';

/** Where the verifier's page takes something: a file that is dropped or chosen, or a text that is pasted. */
export type SlotName = 'passport' | 'trust' | 'known' | 'root' | 'revocations';

/** Before there is anything to verify. */
export function firstNotice(): Html {
  return noticeBanner(
    'quiet',
    'NOTHING YET',
    'Give it a passport',
    html`<p>What it says of it comes here, as you type.</p>`,
  );
}
