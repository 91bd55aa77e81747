import { codeSpan, inline } from '../encoding/markdown-text.js';
import type { Envelope, Payload } from '../passport/types.generated.js';
import { scoreParts } from '../trust/score.js';
import { componentNames, decimal, outcomesOf, priceOf, typeNames } from './facts.js';

/**
 * A passport in Markdown, for a README or an issue: what it states, not whether that is true or was signed. Whatever has a
 * meaning in Markdown stands in code, so that nothing in a passport is markup, a mention or a link.
 * @param envelope of a document; undefined for a payload that nobody has signed
 */
export function renderMarkdown(payload: Payload, envelope: Envelope | undefined): string {
  const { artifact, capabilities, trust } = payload;
  const { weights, ...rank } = trust.rank_breakdown;
  const lines = [
    `## ${oneLine(artifact.name)}`,
    '',
    `${typeNames[artifact.type]} · ${codeSpan(artifact.slug)} · ${artifact.status} · ${oneLine(priceOf(artifact.pricing))}`,
    '',
    '| | |',
    '| --- | --- |',
    `| Address | ${codeSpan(artifact.url)} |`,
    `| Builder | ${artifact.verified ? 'identity verified by the registry' : 'identity not verified'} |`,
    `| Risk of access | **${trust.data_access_risk}** |`,
    `| Score | **${trust.score}** of 100 |`,
    `| Outcomes | ${outcomesOf(trust.observed_outcomes)} |`,
    `| Last read | ${codeSpan(trust.maintenance.last_scraped_at ?? 'not known')} |`,
    '',
    '| part of the score | value | weight | points |',
    '| --- | ---: | ---: | ---: |',
    ...scoreParts(rank, weights).map(
      ({ component, value, weight, points }) =>
        `| ${componentNames[component]} | ${decimal(value)} | ${decimal(weight)} | ${points.toFixed(1)} |`,
    ),
    '',
    ...list(
      `Capabilities (${capabilities.length})`,
      capabilities.map(({ name }) => name),
    ),
    ...list('What it needs', trust.permissions),
    ...list('How it fails', trust.failure_modes),
    envelope
      ? `Signed ${codeSpan(envelope.signedAt)} in the name of ${codeSpan(envelope.signedBy)}. This text was not verified: ${codeSpan('passport verify DOCUMENT --key PUBLIC')} does.`
      : 'Not signed.',
  ];
  return `${lines.join('\n')}\n`;
}

function list(heading: string, texts: readonly string[]): string[] {
  return [
    `### ${heading}`,
    '',
    ...(texts.length === 0 ? ['none stated'] : texts.map((text) => `- ${oneLine(text)}`)),
    '',
  ];
}

/** A line end would begin something else. */
function oneLine(text: string): string {
  return inline(text.replace(/\s+/g, ' ').trim());
}
