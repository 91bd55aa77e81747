import { formatTimestamp, parseTimestamp } from '../encoding/rfc3339.js';
import { deriveLinks, registryUrl } from '../passport/links.js';
import type { PinnedKeys } from '../passport/pinned.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Cosignature, Envelope, Payload } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { noticeBanner } from './banner.js';
import { capabilityList } from './capabilities.js';
import { cappedLists } from './capped-lists.js';
import { evidence } from './evidence.js';
import { counted, priceOf, typeNames } from './facts.js';
import { type AsOf, glance } from './glance.js';
import { guilloche } from './guilloche.js';
import { dataElement, Flag, html, type Html } from './html.js';
import { placeInPage } from './address.js';
import { checkYourself, PINNED_ID, type PageData, VERDICT_ID } from './page-data.js';
import { pageStyle } from './page-style.js';
import { pageText } from './policy.js';
import { rawJson } from './raw-json.js';
import { scoreChart } from './score-chart.js';
import { readSubject, type Subject } from './subject.js';
import { address, words } from './words.js';

export interface PageOptions {
  /**
   * The page's script: the text of `trust-passport/page.js`, which verifies and searches. Without it the page is to be
   * read, says that nothing was checked, and allows no script at all.
   */
  readonly script?: string | undefined;
  /** Without any, the page says that it has no key, and verifies nothing. */
  readonly pinned?: PinnedKeys | undefined;
  /** The built-in profile, unfragile.ai, where left out. */
  readonly registry?: RegistryProfile | undefined;
  /** RFC 3339: what the age of the evidence is told against where nothing is signed. */
  readonly now?: string | undefined;
}

/**
 * A passport as one page that needs nothing else: no request is made from it. Every value is escaped, isolated, and a
 * link only where it is http or https. Whether the signature verifies is said by the page's script when it is opened,
 * never by whoever made the page.
 * @param text a document, or `{"unfragile": …}`, as it was received
 * @throws PassportError ERR_INVALID_JSON, ERR_INVALID_PAYLOAD; ERR_USAGE for a script that cannot stand in a page
 */
export function renderPage(text: string, options: PageOptions = {}): string {
  const subject = readSubject(text);
  const { registry = unfragileAi, script } = options;
  const { payload } = subject;
  const { artifact } = payload;
  const asOf: AsOf = subject.envelope
    ? { time: subject.envelope.signedAt, before: 'before it was signed', when: 'when it was signed' }
    : { time: options.now, before: 'before today', when: 'today' };
  const sections = [
    section('score', 'Score', scoreChart(payload.trust)),
    section('capabilities', 'Capabilities', capabilityList(payload), payload.capabilities.length),
    section('needs', 'Permissions and failure modes', cappedLists(payload)),
    section('evidence', 'Outcomes and evidence', evidence(payload, asOf)),
    section('links', 'Links', linkList(payload, registry)),
    section('signature', 'Signature and JSON', signatureSection(subject)),
  ];
  const body = html`<a class="skip" href="${placeInPage('main')}">Skip to the passport</a>
    ${cover(payload)}
    <div class="frame">
      <nav class="contents" aria-label="Contents">
        <ul>
          ${sections.map(({ id, title }) => html`<li><a href="${placeInPage(id)}">${title}</a></li>`)}
        </ul>
      </nav>
      <main id="main">
        <div id="${VERDICT_ID}" role="status">${firstBanner(subject, options)}</div>
        <h2 class="unheard">At a glance</h2>
        ${glance(payload, registry, asOf)} ${sections.map(({ markup }) => markup)}
      </main>
    </div>
    ${footer(payload)} ${script !== undefined && subject.envelope && dataElement(PINNED_ID, pageData(options))}`;
  return pageText({ title: `${artifact.name} · trust passport`, style: pageStyle, script, body });
}

function pageData({ pinned, registry }: PageOptions): PageData {
  return { ...pinned, ...(registry !== undefined && registry !== unfragileAi && { registry }) };
}

function isPinned({ keys = [], trust }: PinnedKeys): boolean {
  return keys.length > 0 || trust !== undefined;
}

/** What stands there until a script has looked, and where none can. */
function firstBanner({ envelope }: Subject, { pinned = {}, script }: PageOptions): Html {
  if (!envelope) {
    const text = html`<p>This is what a passport would say. Nobody has signed it, and nothing in it was checked.</p>`;
    return noticeBanner('quiet', 'NOT SIGNED', 'A preview', text);
  }
  if (!isPinned(pinned) || script === undefined) return unpinnedBanner(envelope);
  const text = html`<p>
    This page checks the signature itself when it is opened, with a script. None has run here, so nothing was checked.
  </p>`;
  return noticeBanner('quiet', 'NOT CHECKED', 'The signature was not looked at', html`${text}${checkYourself()}`);
}

function unpinnedBanner({ signedBy }: Envelope): Html {
  return noticeBanner(
    'quiet',
    'NOT VERIFIED',
    'There is a signature, and no key to check it with',
    html`<p>
        It says that it was signed in the name of ${words(signedBy)}. Whoever made this page pinned no public key in it,
        so nothing here tells whether that is so.
      </p>
      ${checkYourself()}`,
  );
}

function cover({ artifact }: Payload): Html {
  const { name, type, slug, url, status, verified, pricing, categories, tags } = artifact;
  return html`<header class="cover">
    ${guilloche()}
    <div class="cover-text">
      <p class="eyebrow">Trust passport</p>
      <h1>${words(name, '/artifact/name')}</h1>
      <p class="kind">
        <span data-at="/artifact/type">${typeNames[type]}</span>
        <span class="slug">${words(slug, '/artifact/slug')}</span>
      </p>
      <dl>
        <div class="wide">
          <dt>Address</dt>
          <dd>${address(url, '/artifact/url')}</dd>
        </div>
        <div>
          <dt>Price</dt>
          <dd>${words(priceOf(pricing), '/artifact/pricing')}</dd>
        </div>
        <div>
          <dt>Status</dt>
          <dd><span data-at="/artifact/status">${status}</span></dd>
        </div>
        <div>
          <dt>Builder</dt>
          <dd>
            <span data-at="/artifact/verified"
              >${verified ? 'identity verified by the registry' : 'identity not verified'}</span
            >
          </dd>
        </div>
        ${chips('Categories', categories, '/artifact/categories')} ${chips('Tags', tags, '/artifact/tags')}
      </dl>
    </div>
  </header>`;
}

function chips(name: string, texts: readonly string[], at: string): Html | false {
  return (
    texts.length > 0 &&
    html`<div>
      <dt>${name}</dt>
      <dd>
        ${texts.map((text, index) => html`${index > 0 && html`<span class="sep">, </span>`}${words(text, `${at}/${index}`)}`)}
      </dd>
    </div>`
  );
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly markup: Html;
}

function section(id: string, title: string, content: Html, count?: number): Section {
  const markup = html`<section class="part-of-page" id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}${count !== undefined && html` <small>${count}</small>`}</h2>
    ${content}
  </section>`;
  return { id, title, markup };
}

/** Those that the signature covers, and those that follow from them. Never those that stand beside the passport. */
function linkList({ artifact, distribution }: Payload, registry: RegistryProfile): Html {
  const row = (name: string, url: string, at?: string): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${address(url, at)}</dd>
    </div>`;
  const known = artifact.page_url === registryUrl(registry, 'artifact', artifact.slug);
  const links = known ? deriveLinks(registry, artifact.slug) : undefined;
  return html`<dl class="rows links">
      ${row('The artifact', artifact.url, '/artifact/url')} ${row('Its page', artifact.page_url, '/artifact/page_url')}
      ${row('Claim it', distribution.claim_url, '/distribution/claim_url')}
      ${row('Compare it', distribution.compare_url, '/distribution/compare_url')}
      ${links && html`${row('Current passport', links.self)} ${row('Verify at the registry', links.verify)} ${row('Public key of the registry', links.publicKey)} ${row('What it means', links.spec)}`}
    </dl>
    ${links ? html`<p class="note">The last four follow from the slug and the registry's own pattern. A key or a verdict from the same place as the passport proves little.</p>` : html`<p class="note">The registry is not one that is known here: links beside the passport, which nothing signs, are left out.</p>`}`;
}

function signatureSection({ envelope, cosignatures, json }: Subject): Html {
  return html`${envelope ? signed(envelope, cosignatures) : html`<p class="none">Not signed yet.</p>`}
    <div class="tools" data-raw-tools ${new Flag('hidden')}>
      <button type="button" data-copy>Copy the JSON</button>
      <button type="button" data-save>Save as passport.json</button>
      <span role="status" id="copied"></span>
    </div>
    <details class="raw">
      <summary>
        The ${envelope ? 'passport' : 'payload'} as JSON <small>${counted(json.text.length, 'character')}</small>
      </summary>
      ${rawJson(json.text)}
    </details>`;
}

function signed({ signedBy, signedAt, signature, version }: Envelope, cosignatures: readonly Cosignature[]): Html {
  const at = parseTimestamp(signedAt);
  return html`<dl class="rows">
    <div>
      <dt>In the name of</dt>
      <dd>${words(signedBy)}</dd>
    </div>
    <div>
      <dt>Signed at</dt>
      <dd>
        <time datetime="${at === undefined ? signedAt : formatTimestamp(at)}">${signedAt}</time
        ><small>by the signer's own clock</small>
      </dd>
    </div>
    <div>
      <dt>Signature</dt>
      <dd><code>${signature}</code><small>Ed25519, version ${version}</small></dd>
    </div>
    ${cosignatures.map(
      ({ signedBy: name, role, signedAt: time }) =>
        html`<div>
          <dt>Cosigned by</dt>
          <dd>
            ${words(name)} <small>as ${words(role)}, ${words(time)}; not checked here unless the banner says so</small>
          </dd>
        </div>`,
    )}
  </dl>`;
}

function footer(payload: Payload): Html {
  return html`<footer>
    <p>
      Passport format ${words(payload['@version'], '/@version')}, edition ${words(payload.version, '/version')} ·
      <span data-at="/artifact/id">${words(payload.artifact.id)}</span>
    </p>
    <p>A passport says what its signer states. It does not say that this is true, or still so.</p>
  </footer>`;
}
