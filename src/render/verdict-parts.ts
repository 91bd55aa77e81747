import type { Payload } from '../passport/types.generated.js';
import { outcomesOf, priceOf, typeNames } from './facts.js';
import { html, type Html } from './html.js';
import { address, words } from './words.js';

/** What a passport states, in a few lines, beside its verdict. @param proven whether the signature covers it */
export function summary({ artifact, capabilities, trust }: Payload, proven: boolean): Html {
  const row = (name: string, value: Html): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<h2>${words(artifact.name)}</h2>
<p class="unsure">${proven ? 'What its signer states:' : 'What stands in it. Nothing of it is proven:'}</p>
<dl class="states">
${row('Kind', html`${typeNames[artifact.type]}, <code>${words(artifact.slug)}</code>`)}
${row('Address', address(artifact.url))}
${row('Price', words(priceOf(artifact.pricing)))}
${row('Risk of access', html`<strong>${trust.data_access_risk}</strong>`)}
${row('Score', html`<strong>${trust.score}</strong> of 100`)}
${row('Outcomes', html`${outcomesOf(trust.observed_outcomes)}`)}
${row('Capabilities', html`${capabilities.length}`)}
${row('Last read', words(trust.maintenance.last_scraped_at ?? 'not known'))}
</dl>`;
}

export interface ShownChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly pointer: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What changed. @param relation in words */
export function changeList(relation: string, changes: readonly ShownChange[], total: number): Html {
  const more = total - changes.length;
  return html`<h2>Against the passport that you know</h2>
<p>${relation.charAt(0).toUpperCase()}${relation.slice(1)}.</p>
${changes.length > 0 && html`<ul class="changes">${changes.map(change)}</ul>`}
${more > 0 && html`<p>and ${more} more</p>`}`;
}

function change({ kind, pointer, before, after }: ShownChange): Html {
  return html`<li><strong>${kind}</strong> <code>${pointer === '' ? 'the whole' : words(pointer)}</code>
${before !== undefined && html`<span class="was">− ${words(before)}</span>`}
${after !== undefined && html`<span class="is">+ ${words(after)}</span>`}</li>`;
}
