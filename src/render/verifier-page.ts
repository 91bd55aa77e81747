import { html, type Html } from './html.js';
import { sharedStyle } from './page-style.js';
import { pageText } from './policy.js';
import { firstNotice, type SlotName } from './verifier-notice.js';

/**
 * The verifier as one page: what `passport verify` does, where nothing is installed and no server is asked.
 * @param version of this package
 */
export function renderVerifierPage(script: string, version: string): string {
  const body = html`<header class="cover"><div id="cover-lines"></div>
<div class="cover-text"><p class="eyebrow">Trust passport</p><h1>Verifier</h1>
<p class="kind">Give it a passport and the public key that you trust. Nothing leaves this page: it may not even ask for a picture.</p></div></header>
<main id="main">
<form id="form">
<div class="slots">
${slot('passport', 'The passport', 'A document as you got it: JSON.', 'Drop passport.json here, or paste it', 9)}
${slot('trust', 'Whom you trust', 'A public key (PEM, JWK, did:key, hex, base64), or a trust file as JSON.', 'Drop issuer.pub or trust.json here, or paste it', 9)}
</div>
<details class="more"><summary>Compare it with a passport that you know</summary>
${slot('known', 'A passport that you know', 'What changed from it is shown. It decides nothing.', 'Drop it here, or paste it', 4)}</details>
<details class="more"><summary>More that you may ask</summary>
<div class="asked">
<div><label for="issuer">Issuer that must have signed</label><input id="issuer" type="text" autocomplete="off" spellcheck="false" /></div>
<div><label for="max-age">Not older than</label><input id="max-age" type="text" placeholder="90d" autocomplete="off" /></div>
<div><label for="coverage">What a key alone signs</label><select id="coverage"><option value="">envelope, as usual</option><option value="payload">payload alone</option></select></div>
<div class="tick"><input id="strict-links" type="checkbox" /> <label for="strict-links">INVALID where _links are not those of the signed slug</label></div>
</div>
<div class="slots">
${slot('root', 'Root key', 'The public key that must have signed the trust file.', 'Drop root.pub here, or paste it', 3)}
${slot('revocations', 'Revocation list', 'What its issuer has taken back.', 'Drop revoked.json here, or paste it', 3)}
</div></details>
</form>
<h2 class="unheard">Verdict</h2>
<div id="verdict" role="status">${firstNotice()}</div>
<div id="summary"></div>
<div id="changes"></div>
</main>
<footer><p>trust-passport ${version}. The same verdict, code and coverage as <code>passport verify</code>, by the clock of this device. A verifier can lie like any page: get this file from where you trust, or make it yourself with <code>passport verifier -o verifier.html</code>.</p></footer>`;
  return pageText({ title: 'Trust passport verifier', style: verifierStyle, script, body });
}

function slot(name: SlotName, title: string, what: string, placeholder: string, rows: number): Html {
  return html`<div class="slot" data-slot="${name}">
<label for="${name}">${title}</label>
<p class="what" id="${name}-what">${what}</p>
<textarea id="${name}" rows="${rows}" placeholder="${placeholder}" spellcheck="false" autocomplete="off" aria-describedby="${name}-what ${name}-said" dir="ltr"></textarea>
<div class="under"><p class="said" id="${name}-said" role="status"></p><label class="choose">Choose a file<input type="file" data-file="${name}" class="unheard" /></label></div>
</div>`;
}

const verifierStyle = `${sharedStyle}
main { overflow-x: clip; max-width: 74rem; margin: 0 auto; padding: 1.8rem clamp(1.1rem, 4vw, 2.5rem) 2.5rem }
.cover .kind { max-width: 44em }
.slots { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.4rem 1.8rem }
.slot { display: flex; flex-direction: column; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); padding: 1rem 1.1rem }
.slot > label { font: 600 1.15rem var(--serif) }
.slot.over { border-color: var(--link); outline: 3px solid var(--link); outline-offset: -1px }
.what { color: var(--soft); font-size: .9rem; margin: .1rem 0 .6rem }
textarea { font: .82rem/1.5 var(--mono); resize: vertical; background: var(--paper); flex: 1 }
textarea::placeholder { color: var(--soft); font-family: var(--sans); font-size: .92rem; opacity: 1 }
.under { display: flex; justify-content: space-between; gap: .4rem 1rem; align-items: baseline; margin-top: .6rem; flex-wrap: wrap }
.said { font-size: .9rem; color: var(--soft); flex: 1 1 12rem }
.said.problem { color: var(--bad) }
.choose { position: relative; padding: .3rem .8rem; border: 1px solid var(--quiet-line); border-radius: 6px; cursor: pointer; font-size: .92rem }
.choose:hover, .choose:focus-within { border-color: var(--link); color: var(--link) }
.choose:focus-within { outline: 3px solid var(--link); outline-offset: 2px }
.more { margin-top: 1.1rem }
.more > summary { color: var(--link); padding: .2rem 0 }
.more > :not(summary) { margin-top: .8rem }
.asked { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1rem 1.8rem }
.asked label { display: block; font-size: .92rem; color: var(--soft); margin-bottom: .2rem }
.asked input[type=text], select { width: 100%; padding: .42rem .7rem; border: 1px solid var(--soft); border-radius: 6px; background: var(--surface) }
.asked .tick { grid-column: 1 / -1 }
.tick label { display: inline }
#verdict { margin-top: 1.6rem }
#summary:not(:empty), #changes:not(:empty) { margin-top: 2rem }
#summary h2, #changes h2 { margin-bottom: .7rem; padding-bottom: .5rem; border-bottom: 1px solid var(--line) }
.states { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: .8rem 2rem }
.states dt { color: var(--soft); font-size: .85rem }
.unsure { color: var(--soft); margin-bottom: .8rem; font-size: .93rem }
.changes { list-style: none; padding: 0 }
.changes li { padding: .6rem 0; border-top: 1px solid var(--line) }
.changes .was, .changes .is { display: block; margin-top: .2rem; padding: .25rem .6rem; border-radius: 5px; font: .84rem var(--mono) }
.was { background: var(--bad-paper); color: var(--bad) } .is { background: var(--good-paper); color: var(--good) }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; padding: 1.4rem clamp(1.1rem, 4vw, 2.5rem) 2.4rem; max-width: 74rem; margin: 0 auto }
@media (max-width: 48rem) { .slots, .asked { grid-template-columns: minmax(0, 1fr) } }
@media print { form { display: none } }
`;
