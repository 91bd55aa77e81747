import { fieldName } from '../encoding/pointer.js';
import { html, type Html } from './html.js';
import { words } from './words.js';

/** What was found out about a signature, as it is shown. Nothing here decides anything: `verify/` has. */
export interface ShownVerdict {
  readonly verdict: 'VALID' | 'INVALID' | 'UNTRUSTED' | 'UNVERIFIABLE';
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  /** RFC 6901 pointer into the document. */
  readonly pointer?: string | undefined;
  readonly covered: readonly string[];
  readonly uncovered: readonly string[];
  readonly issuer?: string | undefined;
  readonly signedAt?: string | undefined;
  readonly signer?:
    { readonly keyId: string; readonly role?: string | undefined; readonly status?: string | undefined } | undefined;
  readonly differences?: readonly ShownDifference[] | undefined;
  readonly links?: readonly ShownDifference[] | undefined;
  readonly cosignatures?: readonly ShownCosignature[] | undefined;
  readonly notProven?: readonly string[] | undefined;
}

export interface ShownDifference {
  readonly pointer: string;
  readonly expected: string | undefined;
  readonly received: string | undefined;
}

export interface ShownCosignature {
  readonly issuer: string;
  readonly role: string;
  readonly signedAt: string;
  readonly code: string;
  readonly message: string;
}

export interface ShownClue {
  readonly code: string;
  readonly message: string;
  readonly pointer?: string | undefined;
}

export type Tone = 'good' | 'bad' | 'warning' | 'quiet';

const tones: Readonly<Record<ShownVerdict['verdict'], Tone>> = {
  VALID: 'good',
  INVALID: 'bad',
  UNTRUSTED: 'warning',
  UNVERIFIABLE: 'quiet',
};

const headlines: Readonly<Record<ShownVerdict['verdict'], string>> = {
  VALID: 'The signature verifies',
  INVALID: 'Not what was signed',
  UNTRUSTED: 'Signed, but not to be relied on',
  UNVERIFIABLE: 'Nothing can be said about the signature',
};

/** Shapes, so that nobody needs to see colours. */
export function mark(tone: Tone): Html {
  const shapes: Readonly<Record<Tone, string>> = {
    good: 'M7 12.5l3.5 3.5L17.5 8.5',
    bad: 'M8 8l8 8M16 8l-8 8',
    warning: 'M12 6.5v7M12 16.8v.4',
    quiet: 'M9.2 9.3a2.9 2.9 0 1 1 4.3 2.9c-1 .6-1.5 1.1-1.5 2.2M12 17.2v.4',
  };
  return html`<svg class="mark" viewBox="0 0 24 24" width="36" height="36" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="11" />
    <path d="${shapes[tone]}" />
  </svg>`;
}

export interface BannerOptions {
  /** Who looked, as the end of "checked". */
  readonly by: string;
  readonly clues?: readonly ShownClue[] | undefined;
  /** What else is to be said. */
  readonly beside?: Html | undefined;
}

export function verdictBanner(verdict: ShownVerdict, { by, clues = [], beside }: BannerOptions): Html {
  const tone = tones[verdict.verdict];
  const { notProven = [] } = verdict;
  return html`<div class="banner ${tone}">
    ${mark(tone)}
    <div>
      <p class="verdict"><strong>${verdict.verdict}</strong> <code>${verdict.code}</code></p>
      <p class="headline">${headlines[verdict.verdict]}</p>
      <p>${words(capital(verdict.message))}. ${verdict.hint !== undefined && html`${words(capital(verdict.hint))}.`}</p>
      <p class="by">Checked ${by}.</p>
      ${details(verdict, clues)}
      <div class="sides ${notProven.length > 0 ? 'two' : 'one'}">
        ${facts(verdict)}
        ${
          notProven.length > 0 &&
          html`<div>
            <p class="open-questions">It is not proven that</p>
            <ul>
              ${notProven.map((one) => html`<li>${one}</li>`)}
            </ul>
          </div>`
        }
      </div>
      ${beside}
    </div>
  </div>`;
}

/** A banner of something else than a verdict: never one that looks as if something had been verified. */
export function noticeBanner(tone: Exclude<Tone, 'good'>, label: string, headline: string, text: Html): Html {
  return html`<div class="banner ${tone}">
    ${mark(tone)}
    <div>
      <p class="verdict"><strong>${label}</strong></p>
      <p class="headline">${headline}</p>
      ${text}
    </div>
  </div>`;
}

function facts({ covered, uncovered, issuer, signedAt, signer }: ShownVerdict): Html {
  const row = (name: string, value: Html | false): Html | false =>
    value &&
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<dl class="facts">
    ${row('In the name of', issuer !== undefined && words(issuer))}
    ${row('Signed at', signedAt !== undefined && html`<time datetime="${signedAt}">${signedAt}</time>`)}
    ${row('Key', signer !== undefined && html`<code>${signer.keyId}</code>${signer.role !== undefined && html` (${words(signer.role)}, ${signer.status})`}`)}
    ${row('Covered', covered.length > 0 ? pointers(covered) : html`nothing`)} ${row('Not covered', pointers(uncovered))}
  </dl>`;
}

function pointers(list: readonly string[]): Html {
  return html`${list.map((pointer, index) => html`${index > 0 && ', '}<code>${pointer}</code>`)}`;
}

function details(verdict: ShownVerdict, clues: readonly ShownClue[]): Html {
  const { pointer, differences = [], links, cosignatures = [] } = verdict;
  return html`${pointer !== undefined && differences.length === 0 && html`<p>At ${words(fieldName(pointer))}.</p>`}
  ${
    differences.length > 0 &&
    html`<p>What differs from what follows from the rest:</p>
      <ul class="differences">
        ${differences.slice(0, MOST).map(difference)}
      </ul>
      ${more(differences.length)}`
  }
  ${
    links !== undefined &&
    links.length > 0 &&
    html`<p>Its <code>_links</code>, which nothing signs, are not as they should be:</p>
      <ul class="differences">
        ${links.slice(0, MOST).map(difference)}
      </ul>
      ${more(links.length)}`
  }
  ${
    cosignatures.length > 0 &&
    html`<p>Cosignatures:</p>
      <ul>
        ${cosignatures.map(cosignature)}
      </ul>`
  }
  ${
    clues.length > 0 &&
    html`<p>What may have become of it:</p>
      <ul>
        ${clues.map(clue)}
      </ul>`
  }`;
}

const MOST = 20;

function more(count: number): Html | false {
  return count > MOST && html`<p>and ${count - MOST} more</p>`;
}

function difference({ pointer, expected, received }: ShownDifference): Html {
  const is = received === undefined ? 'is missing' : html`is ${words(received)}`;
  const should = expected === undefined ? 'should not be there' : html`should be ${words(expected)}`;
  return html`<li><code>${words(pointer)}</code> ${is}; it ${should}</li>`;
}

function cosignature({ issuer, role, signedAt, code, message }: ShownCosignature): Html {
  const who = html`${words(issuer)} (${words(role)})`;
  return code === 'OK'
    ? html`<li>${who}, at ${words(signedAt)}</li>`
    : html`<li>${who} does not count: ${words(message)} <code>${code}</code></li>`;
}

function clue({ code, message, pointer }: ShownClue): Html {
  return html`<li>
    ${words(message)} <code>${code}</code>${pointer !== undefined && html`, at ${words(fieldName(pointer))}`}
  </li>`;
}

/** A message of ours as a sentence. Names of fields keep their letters. */
export function capital(text: string): string {
  return /^[a-z]+(?:[\s,:;]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
