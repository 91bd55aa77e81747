import type { Payload } from '../passport/types.generated.js';
import { scoreParts } from '../trust/score.js';
import { componentMeanings, componentNames, decimal } from './facts.js';
import { html, type Html } from './html.js';

/**
 * The score as a bar of five parts, each as wide as what it can give and filled by what it gives, and the same as a
 * table: that is what a screen reader reads, and what adds up.
 */
export function scoreChart({ score, rank_breakdown }: Payload['trust']): Html {
  const { weights, ...rank } = rank_breakdown;
  const parts = scoreParts(rank, weights);
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let x = 0;
  const segments = parts.map(({ weight, value }, index) => {
    const width = Math.max(0, (100 * weight) / whole - 0.6);
    const at = x;
    x += (100 * weight) / whole;
    return html`<rect class="can" x="${fixed(at)}" y="0" width="${fixed(width)}" height="10" />
      <rect
        class="part part-${index + 1}"
        x="${fixed(at)}"
        y="0"
        width="${fixed(width * within(value))}"
        height="10"
      />`;
  });
  return html`<div class="score">
    <p class="total"><strong data-at="/trust/score">${score}</strong> of 100</p>
    <svg class="stack" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      ${segments}
    </svg>
    <table>
      <caption>
        Five parts, each weighted; the score is their sum, rounded. The bar is as wide as what a part can give.
      </caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <td class="bar"></td>
          <th scope="col">Value</th>
          <th scope="col">Weight</th>
          <th scope="col">Points</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          ({ component, weight, value, points }, index) =>
            html`<tr>
              <th scope="row">${componentNames[component]}<small>${componentMeanings[component]}</small></th>
              <td class="bar">${bar(weight, value, index + 1)}</td>
              <td data-at="/trust/rank_breakdown/${component}">${value.toFixed(2)}</td>
              <td data-at="/trust/rank_breakdown/weights/${component}">× ${weight.toFixed(2)}</td>
              <td><strong>${points.toFixed(1)}</strong><small> of ${decimal(100 * weight, 1)}</small></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** On a common scale: 40 points are the whole width, which is more than any part has by itself so far. */
function bar(weight: number, value: number, number: number): Html {
  const can = Math.min(100, 250 * weight);
  return html`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="can" x="0" y="0" width="${fixed(can)}" height="6" />
    <rect class="part part-${number}" x="0" y="0" width="${fixed(can * within(value))}" height="6" />
  </svg>`;
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function fixed(value: number): string {
  return String(Number(value.toFixed(2)));
}
