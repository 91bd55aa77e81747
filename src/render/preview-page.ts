import { besidePage, placeInEditor, placeInPage } from './address.js';
import { capital } from './banner.js';
import { counted } from './facts.js';
import { frameElement, html, type Html } from './html.js';
import { sharedStyle } from './page-style.js';
import { pageText } from './policy.js';
import { words } from './words.js';

/** A place in a file, for people and for their editor. */
export interface ShownPlace {
  /** As it was named. */
  readonly file: string;
  /** Absolute, for the editor. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface ShownProblem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly ruleId: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly place?: ShownPlace | undefined;
}

/** What a preview has to say beside its page. */
export interface PreviewState {
  readonly problems: readonly ShownProblem[];
  /** Whether the page is of a text from before: the present one cannot be built. */
  readonly stale: boolean;
}

/** Where a value of the page comes from. */
export interface ShownOrigin {
  /** As people write it: `trust.permissions[3]`. */
  readonly field: string;
  readonly value: string;
  readonly rule: string;
  readonly from: ReadonlyArray<{
    readonly name: string;
    readonly field: string;
    readonly place?: ShownPlace | undefined;
  }>;
  readonly note?: string | undefined;
}

/** The page of `passport preview`: the passport's own page in a frame, and what there is to say beside it. */
export function renderPreviewShell(script: string, file: string): string {
  const body = html`<a class="skip" href="${placeInPage('panel')}">Skip to the problems</a>
<main><h1 class="unheard">Preview of ${words(file)}</h1>
${frameElement('frame', besidePage('page'), 'The page as it will be')}</main>
<aside id="panel" aria-label="Beside the page">
<header><p class="eyebrow">Preview</p><p class="file">${words(file)}</p><p id="live" role="status">Connecting …</p></header>
<section aria-labelledby="problems-title"><h2 id="problems-title">Problems</h2><div id="problems" aria-live="polite"></div></section>
<section aria-labelledby="origin-title"><h2 id="origin-title">Where it comes from</h2><div id="origin" aria-live="polite"><p class="none">Click anything in the page.</p></div></section>
</aside>`;
  return pageText({
    title: `Preview of ${file}`,
    style: shellStyle,
    script,
    body,
    allow: ["connect-src 'self'", "frame-src 'self'"],
  });
}

/** In place of a page, while there is none. */
export function renderNoPage(): string {
  const body = html`<main id="main"><h1>Nothing to show yet</h1><p>No passport can be built from this source. What is wrong with it stands beside this page, and goes as it is mended.</p></main>`;
  const style = `${sharedStyle}\nmain { max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem } h1 { font-size: 1.9rem; margin-bottom: .8rem }`;
  return pageText({ title: 'Nothing to show yet', style, body });
}

export function problemList({ problems, stale }: PreviewState): Html {
  if (problems.length === 0) return html`<p class="none">None.</p>`;
  return html`${stale && html`<p class="stale">The page is of the text before: this one cannot be built.</p>`}
<p class="sum">${counted(problems.length, 'problem')}</p>
<ul class="problems">${problems.map(problem)}</ul>`;
}

function problem({ severity, ruleId, message, hint, place: at }: ShownProblem): Html {
  return html`<li class="${severity}"><p><strong>${severity}</strong> ${words(capital(message))}</p>
${hint !== undefined && html`<p class="hint">${words(capital(hint))}</p>`}
<p class="where">${at && place(at)} <code>${ruleId}</code></p></li>`;
}

export function originSheet({ field, value, rule, from, note }: ShownOrigin): Html {
  return html`<p><code>${words(field)}</code></p><p class="value">${words(value)}</p><p>${words(capital(rule))}.</p>
${note !== undefined && html`<p class="hint">${words(note)}</p>`}
${
  from.length > 0 &&
  html`<ul class="problems">${from.map(
    (one) =>
      html`<li><p>${one.place ? place(one.place) : words(one.name)}</p><p class="where"><code>${words(one.field)}</code></p></li>`,
  )}</ul>`
}`;
}

function place({ file, path, line, column }: ShownPlace): Html {
  return html`<a href="${placeInEditor(path, line, column)}">${words(`${file}:${line}:${column}`)}</a>`;
}

const shellStyle = `${sharedStyle}
html, body { height: 100% }
body { display: grid; grid-template-columns: minmax(0, 1fr) 24rem; background: var(--surface) }
main { display: grid; min-height: 0 }
iframe { width: 100%; height: 100%; border: 0; background: var(--paper) }
aside { overflow: auto; border-inline-start: 1px solid var(--line); min-height: 0 }
aside > header { background: var(--cover); color: var(--cover-ink); padding: 1.1rem 1.3rem; border-bottom: 3px solid var(--gold) }
.file { font: 600 1.15rem/1.3 var(--serif); margin-top: .2rem }
#live { color: var(--cover-soft); font-size: .88rem; margin-top: .2rem }
aside section { padding: 1.2rem 1.3rem }
aside section + section { border-top: 1px solid var(--line) }
aside h2 { font-size: 1.15rem; margin-bottom: .6rem }
.sum { color: var(--soft); font-size: .9rem }
.problems { list-style: none; padding: 0; margin-top: .6rem; font-size: .93rem }
.problems li { padding: .6rem 0 .6rem .9rem; border-inline-start: 3px solid var(--line); margin: 0 0 .7rem }
.problems .error { border-color: var(--bad) } .error strong { color: var(--bad) }
.problems .warning { border-color: var(--warning-line) } .warning strong { color: var(--warning) }
.hint, .where { color: var(--soft); margin-top: .2rem; font-size: .88rem }
.stale { padding: .6rem .8rem; background: var(--warning-paper); border: 1px solid var(--warning-line); border-radius: 8px; margin-bottom: .6rem; font-size: .92rem }
.value { margin: .4rem 0; font-family: var(--serif); max-height: 12rem; overflow: auto }
@media (max-width: 60rem) { body { grid-template-columns: minmax(0, 1fr); grid-template-rows: 60% 40% } aside { border-inline-start: 0; border-top: 1px solid var(--line) } }
`;
