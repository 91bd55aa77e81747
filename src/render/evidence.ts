import type { Payload } from '../passport/types.generated.js';
import { evidenceAge } from '../validate/evidence-age.js';
import { counted, percent } from './facts.js';
import type { AsOf } from './glance.js';
import { html, type Html } from './html.js';
import { daysBetween, time } from './times.js';
import { words } from './words.js';

/** What was observed: outcomes, upkeep and how old that is, what others make of it. What was not is said to be so. */
export function evidence({ trust }: Payload, asOf: AsOf): Html {
  const { maintenance } = trust;
  const [stale] = asOf.time === undefined ? [] : evidenceAge(maintenance, asOf.time);
  return html`<div class="pair">
      <div>
        <h3>Outcomes</h3>
        ${outcomes(trust.observed_outcomes)}
      </div>
      <div>
        <h3>Maintenance</h3>
        <dl class="rows">
          ${row('Status', html`<span data-at="/trust/maintenance/status">${maintenance.status}</span>`)}
          ${age('Entry updated', 'updated_at', maintenance, asOf)}
          ${age('Last read', 'last_scraped_at', maintenance, asOf)}
          ${age('Last commit', 'last_commit', maintenance, asOf)}
        </dl>
      </div>
    </div>
    ${stale && caution(stale.ruleId, asOf, daysBetween(maintenance.last_scraped_at ?? maintenance.updated_at, asOf.time))}
    ${community(trust.community)}`;
}

function caution(ruleId: string, asOf: AsOf, days = 0): Html {
  const what =
    ruleId === 'derive/stale-evidence'
      ? `What it rests on is ${counted(days, 'day')} old ${asOf.when}.`
      : 'What it rests on is dated after the passport itself.';
  return html`<p class="caution">
    <strong>Mind the age.</strong> ${what} A signature is only as good as what was known when it was made.
  </p>`;
}

function outcomes(observed: Payload['trust']['observed_outcomes']): Html {
  const { matches, success_rate, avg_confidence, top_intents, last_matched_at } = observed;
  const at = '/trust/observed_outcomes';
  if (matches === 0) {
    return html`<p class="none" data-at="${at}">
      Not observed yet: no match was seen, so nothing is known of how well it does.
    </p>`;
  }
  return html`<dl class="rows">
    ${row('Matches', html`<span data-at="${at}/matches">${matches.toLocaleString('en')}</span>`)}
    ${row('Successful', html`<span data-at="${at}/success_rate">${percent(success_rate)}</span>`)}
    ${row('Mean confidence', html`<span data-at="${at}/avg_confidence">${percent(avg_confidence)}</span>`)}
    ${row('Last', last_matched_at === null ? html`not known` : time(last_matched_at, `${at}/last_matched_at`))}
    ${
      top_intents.length > 0 &&
      row(
        'Most asked for',
        html`<ul>
          ${top_intents.map((text, index) => html`<li>${words(text, `${at}/top_intents/${index}`)}</li>`)}
        </ul>`,
      )
    }
  </dl>`;
}

function age(
  name: string,
  field: 'updated_at' | 'last_scraped_at' | 'last_commit',
  maintenance: Payload['trust']['maintenance'],
  asOf: AsOf,
): Html {
  const value = maintenance[field];
  const at = `/trust/maintenance/${field}`;
  if (value === null) return row(name, html`<span class="none" data-at="${at}">not known</span>`);
  const days = daysBetween(value, asOf.time);
  const told =
    days === undefined
      ? ''
      : days < 0
        ? 'after this passport'
        : `${days === 0 ? 'less than a day' : counted(days, 'day')} ${asOf.before}`;
  return row(name, html`${time(value, at)}${told !== '' && html`<small>${told}</small>`}`);
}

const communityNames = {
  stars: 'Stars',
  forks: 'Forks',
  weekly_downloads: 'Weekly downloads',
  model_downloads: 'Model downloads',
  model_likes: 'Model likes',
} as const;

function community(counts: Payload['trust']['community']): Html | undefined {
  const known = Object.entries(communityNames).flatMap(([key, name]) => {
    const count = counts[key as keyof typeof communityNames];
    return count === null ? [] : [{ key, name, count }];
  });
  if (known.length === 0) return undefined;
  return html`<h3>Community</h3>
    <dl class="counts-row">
      ${known.map(
        ({ key, name, count }) =>
          html`<div>
            <dt>${name}</dt>
            <dd data-at="/trust/community/${key}">${count.toLocaleString('en')}</dd>
          </div>`,
      )}
    </dl>`;
}

function row(name: string, value: Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
