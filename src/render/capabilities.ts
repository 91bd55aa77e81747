import type { Capability, Payload } from '../passport/types.generated.js';
import { counted, percent } from './facts.js';
import { Flag, html, type Html } from './html.js';
import { words } from './words.js';

/** So many are all open and in their order; of more there are groups, which open one by one. */
const MOST_OPEN = 12;
/** From so many on there is something to search for. */
const WORTH_SEARCHING = 6;

/** What it can do: for each capability what it needs and how it fails. */
export function capabilityList({ capabilities }: Payload): Html {
  const numbered = capabilities.map((capability, index) => ({ capability, index }));
  const grouped = capabilities.length > MOST_OPEN;
  const tools = capabilities.length >= WORTH_SEARCHING && searchTools(capabilities.length, grouped);
  if (!grouped) {
    return html`${tools}${numbered.map(({ capability, index }) => capabilityCard(capability, index, true, 3))}`;
  }
  const groups = new Map<string, typeof numbered>();
  for (const one of numbered) {
    const [category = ''] = one.capability.categories;
    groups.set(category, [...(groups.get(category) ?? []), one]);
  }
  return html`${tools}
  ${[...groups].map(
    ([category, members]) =>
      html`<section class="group" data-group>
        <h3>${category === '' ? 'Without a category' : words(category)} <small>${members.length}</small></h3>
        ${members.map(({ capability, index }) => capabilityCard(capability, index, false, 4))}
      </section>`,
  )}`;
}

/** Shown by the page's script: without it they would do nothing. */
function searchTools(count: number, grouped: boolean): Html {
  return html`<div class="tools" data-tools ${new Flag('hidden')}>
    <label for="search">Search ${count} capabilities</label>
    <div>
      <input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="found" />
      <button type="button" data-open>${grouped ? 'Open all' : 'Close all'}</button>
    </div>
    <p id="found" role="status"></p>
  </div>`;
}

function capabilityCard(capability: Capability, index: number, open: boolean, level: 3 | 4): Html {
  const { name, description, requires, limitations, intents, best_for } = capability;
  const at = `/capabilities/${index}`;
  const title = html`<span class="number" aria-hidden="true">${index + 1}</span>${words(name, `${at}/name`)}`;
  const counts = `${counted(requires.length, 'need')}, ${counted(limitations.length, 'way')} to fail`;
  return html`<details class="capability" id="capability-${index + 1}" data-capability ${new Flag(open && 'open')}>
    <summary>
      ${level === 3 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`}
      <span class="counts">${counts}</span>
    </summary>
    <div class="inside">
      <p class="description">${words(description, `${at}/description`)}</p>
      <div class="pair">
        ${list('needs', 'What it needs', requires, `${at}/requires`, 'nothing stated')}
        ${list('fails', 'How it fails', limitations, `${at}/limitations`, 'nothing stated')}
      </div>
      <div class="pair lesser">
        ${list('', 'Asked for as', intents, `${at}/intents`, 'nothing stated')}
        ${list('', 'Best for', best_for, `${at}/best_for`, 'nothing stated')}
      </div>
      ${smallPrint(capability, at)}
    </div>
  </details>`;
}

function smallPrint({ input_types, output_types, categories, uri, ...observed }: Capability, at: string): Html {
  const { confidence, matches, success_rate } = observed;
  const row = (name: string, value: Html): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  const several = (texts: readonly string[], field: string): Html =>
    texts.length === 0
      ? html`nothing stated`
      : html`${texts.map((text, index) => html`${index > 0 && html`<span class="sep"> · </span>`}${words(text, `${at}/${field}/${index}`)}`)}`;
  const outcome =
    matches === 0
      ? 'not observed yet'
      : `${counted(matches, 'match', 'matches')}, ${percent(success_rate)} successful, confidence ${percent(confidence)}`;
  return html`<dl class="small-print">
    ${row('Takes', several(input_types, 'input_types'))} ${row('Gives', several(output_types, 'output_types'))}
    ${row('Categories', several(categories, 'categories'))}
    ${row('Outcomes', html`<span data-at="${at}/matches">${outcome}</span>`)}
    ${row('Address', html`<code>${words(uri, `${at}/uri`)}</code>`)}
  </dl>`;
}

/** A list under its name. Readers of what is shown and of what is heard know alike when it is empty. */
export function list(kind: string, title: string, texts: readonly string[], at: string, empty: string): Html {
  return html`<div class="list ${kind}">
    <p class="label" data-at="${at}">${title}</p>
    ${
      texts.length === 0
        ? html`<p class="none">${empty}</p>`
        : html`<ul>
            ${texts.map((text, index) => html`<li>${words(text, `${at}/${index}`)}</li>`)}
          </ul>`
    }
  </div>`;
}
