import { displayWidth } from '../encoding/display-width.js';
import type { Payload } from '../passport/types.generated.js';
import { html, type Html } from './html.js';

const colours: Readonly<Record<Payload['trust']['data_access_risk'], string>> = {
  low: '#17603a',
  moderate: '#7a4d00',
  high: '#9c1f28',
};

/**
 * A badge for a README: score and risk, as the passport states them. There is none that says "verified": a picture
 * cannot look.
 */
export function renderBadge({ trust }: Payload): string {
  const [left, right] = ['trust passport', `score ${trust.score} · ${trust.data_access_risk} risk`];
  const [leftWidth, rightWidth] = [widthOf(left), widthOf(right)];
  const width = leftWidth + rightWidth;
  const label = `Trust passport: score ${trust.score} of 100, ${trust.data_access_risk} risk of access, as stated; not verified here`;
  const text = (words: string, x: number, room: number): Html =>
    html`<text x="${x}" y="14" textLength="${room - 14}" lengthAdjust="spacingAndGlyphs">${words}</text>`;
  return `${html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${width}"
    height="20"
    viewBox="0 0 ${width} 20"
    role="img"
    aria-label="${label}"
  >
    <title>${label}</title>
    <rect width="${width}" height="20" rx="3" fill="#1b2c49" />
    <path
      d="M${leftWidth} 0h${rightWidth - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${rightWidth - 3}z"
      fill="${colours[trust.data_access_risk]}"
    />
    <g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
      ${text(left, 7, leftWidth)}${text(right, leftWidth + 7, rightWidth)}
    </g>
  </svg>`}\n`;
}

/** Of Verdana at 11: near enough for `textLength` to do the rest. */
function widthOf(text: string): number {
  return Math.round(6.4 * displayWidth(text)) + 14;
}
