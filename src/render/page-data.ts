import type { RegistryProfile } from '../passport/registry-profile.js';
import type { PinnedKeys } from '../passport/pinned.js';
import { html, type Html } from './html.js';

/** The element that the banner is in. */
export const VERDICT_ID = 'verdict';
/** The element that holds what the page's script verifies by. */
export const PINNED_ID = 'pinned';

/** What the page's script is told. */
export interface PageData extends PinnedKeys {
  readonly registry?: RegistryProfile | undefined;
}

/** How to find out without believing the page. */
export function checkYourself(): Html {
  return html`<details class="check">
    <summary>Check it yourself: a page can lie</summary>
    <p>Whoever makes a page can make it say anything, also that a signature verifies. To know, do not ask the page:</p>
    <ol>
      <li>Save the passport: copy the JSON at the end of this page into a file, <code>passport.json</code>.</li>
      <li>Get the public key from its issuer, by a way that you trust and not from this page.</li>
      <li>
        Run <code>passport verify passport.json --key issuer.pub</code>, or open a <code>verifier.html</code> that you
        got yourself, and give it both.
      </li>
    </ol>
  </details>`;
}
