import type { Capability, Payload } from '../passport/types.generated.js';
import { counted } from './facts.js';
import { placeInPage } from './address.js';
import { html, type Html } from './html.js';
import { words } from './words.js';

/** What it needs and how it fails, as the trust block has them, and what its caps left out: that is never hidden. */
export function cappedLists({ trust, capabilities }: Payload): Html {
  return html`<div class="pair">
    ${cappedList('permissions', 'needs', 'Permissions', trust.permissions, capabilities, 'requires')}
    ${cappedList('failure_modes', 'fails', 'Failure modes', trust.failure_modes, capabilities, 'limitations')}
  </div>`;
}

function cappedList(
  name: 'permissions' | 'failure_modes',
  kind: string,
  title: string,
  kept: readonly string[],
  capabilities: readonly Capability[],
  field: 'requires' | 'limitations',
): Html {
  const dropped = droppedFrom(kept, capabilities, field);
  const silent = dropped.length > 0 ? silentCapabilities(kept, capabilities, field) : 0;
  return html`<div class="list ${kind}" id="${name.replace('_', '-')}">
    <h3 data-at="/trust/${name}">${title} <small>${kept.length}</small></h3>
    ${
      kept.length === 0
        ? html`<p class="none">none stated</p>`
        : html`<ul>
            ${kept.map((text, index) => html`<li>${words(text, `/trust/${name}/${index}`)}</li>`)}
          </ul>`
    }
    ${
      dropped.length > 0 &&
      html`<div class="dropped">
        <p>
          <strong>${dropped.length} more ${dropped.length === 1 ? 'is' : 'are'} not in this list.</strong> Its cap keeps
          the first; what it dropped stands with the capabilities.
          ${silent > 0 && html`Nothing of ${counted(silent, 'capability', 'capabilities')} is in it.`}
        </p>
        <details>
          <summary>What was dropped</summary>
          <ul>
            ${dropped.map(({ text, index }) => html`<li>${words(text)} <a class="from" href="${placeInPage(`capability-${index + 1}`)}">capability ${index + 1}</a></li>`)}
          </ul>
        </details>
      </div>`
    }
  </div>`;
}

/** Each text of the capabilities that the list does not have, once, with the first capability that has it. */
function droppedFrom(
  kept: readonly string[],
  capabilities: readonly Capability[],
  field: 'requires' | 'limitations',
): { readonly text: string; readonly index: number }[] {
  const seen = new Set(kept);
  const dropped = [];
  for (const [index, capability] of capabilities.entries()) {
    for (const text of capability[field]) {
      if (seen.has(text)) continue;
      seen.add(text);
      dropped.push({ text, index });
    }
  }
  return dropped;
}

function silentCapabilities(
  kept: readonly string[],
  capabilities: readonly Capability[],
  field: 'requires' | 'limitations',
): number {
  const shown = new Set(kept);
  return capabilities.filter((one) => one[field].length > 0 && !one[field].some((text) => shown.has(text))).length;
}
