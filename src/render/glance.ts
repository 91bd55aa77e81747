import { fieldName } from '../encoding/pointer.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Payload } from '../passport/types.generated.js';
import { deriveRisk } from '../trust/risk.js';
import { counted, outcomesOf, riskMeanings } from './facts.js';
import { html, type Html } from './html.js';
import { daysBetween } from './times.js';
import { words } from './words.js';

/** Four things that are asked first. */
export function glance(payload: Payload, registry: RegistryProfile, asOf: AsOf): Html {
  const { trust } = payload;
  const { data_access_risk: risk, score, observed_outcomes: outcomes } = trust;
  const outcome = outcomesOf(outcomes);
  return html`<dl class="glance">
    <div class="risk ${risk}">
      <dt>Risk of access</dt>
      <dd><strong data-at="/trust/data_access_risk">${risk}</strong><span>${riskReason(payload, registry)}</span></dd>
    </div>
    <div>
      <dt>Score</dt>
      <dd><strong data-at="/trust/score">${score}</strong><span>of 100, from five weighted parts</span></dd>
    </div>
    <div>
      <dt>Outcomes</dt>
      <dd>
        <strong data-at="/trust/observed_outcomes/matches"
          >${outcomes.matches === 0 ? 'none yet' : outcomes.matches.toLocaleString('en')}</strong
        ><span
          >${outcomes.matches === 0 ? 'how well it does is not observed yet' : outcome.replace(/^[^,]*, /, '')}</span
        >
      </dd>
    </div>
    <div>
      <dt>Evidence</dt>
      <dd data-at="/trust/maintenance">${evidence(trust.maintenance, asOf)}</dd>
    </div>
  </dl>`;
}

/** What ages are told against, and how that is called. */
export interface AsOf {
  readonly time: string | undefined;
  /** Such as "before it was signed". */
  readonly before: string;
  /** Such as "when it was signed". */
  readonly when: string;
}

function riskReason(payload: Payload, registry: RegistryProfile): Html {
  const stated = payload.trust.data_access_risk;
  const { risk, word, pointer } = deriveRisk(payload.capabilities, registry);
  // By another registry's rules it may be another: then there is no reason to be given.
  if (risk !== stated || word === undefined || pointer === undefined) return html`${riskMeanings[stated]}`;
  const [, number] = /^\/capabilities\/(\d+)/.exec(pointer) ?? [];
  const field = fieldName(pointer).replace(/^capabilities\[\d+\]\.(\w+).*$/, '$1');
  const place = field === 'requires' ? 'needs' : field === 'input_types' ? 'takes' : 'is filed under';
  return html`${riskMeanings[stated]}: capability ${Number(number) + 1} ${place} “${words(word)}”`;
}

function evidence({ last_scraped_at, updated_at }: Payload['trust']['maintenance'], asOf: AsOf): Html {
  const read = last_scraped_at ?? updated_at;
  const days = daysBetween(read, asOf.time);
  if (read === null) return html`<strong>not known</strong><span>when the artifact was last looked at</span>`;
  if (days === undefined) return html`<strong>not known</strong><span>how old it is</span>`;
  if (days < 0) return html`<strong>after</strong><span>the evidence is dated later than the passport</span>`;
  return html`<strong>${days === 0 ? 'fresh' : counted(days, 'day')}</strong>
    <span>${days === 0 ? 'less than a day' : ''} old ${asOf.when}</span>`;
}
