import type { Envelope, Payload } from '../passport/types.generated.js';
import { scoreParts } from '../trust/score.js';
import { outcomesOf, typeNames } from './facts.js';
import { strands } from './guilloche.js';
import { html, type Html } from './html.js';
import { pictureLine, pictureLines } from './picture-text.js';

const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 36;
const colours = ['#7fa9da', '#6fb7b1', '#cfae62', '#c193b6', '#dd9a76'];
const riskColours = { low: '#8ed4a8', moderate: '#e6c078', high: '#f2a29c' } as const;

/**
 * A card for a README or a preview of a link. It shows what the passport states and who it says has signed it, never
 * whether that is so: a picture cannot look.
 * @param envelope of a document; undefined for a payload that nobody has signed
 */
export function renderCardSvg(payload: Payload, envelope: Envelope | undefined): string {
  const { artifact, capabilities, trust } = payload;
  const names = pictureLines(artifact.name, 34, 2);
  const below = 92 + 40 * (names.length - 1);
  const outcome = outcomesOf(trust.observed_outcomes);
  const signed = envelope
    ? `Signed ${envelope.signedAt.slice(0, 10)} in the name of ${envelope.signedBy}; not verified in this picture`
    : 'Not signed';
  const label = `Trust passport of ${artifact.name}: ${trust.data_access_risk} risk of access, score ${trust.score} of 100, ${capabilities.length} capabilities, ${outcome}. ${signed}.`;
  const svg = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${WIDTH}"
    height="${HEIGHT}"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="${pictureLine(label, 400)}"
  >
    <title>${pictureLine(label, 400)}</title>
    <defs>
      <clipPath id="c"><rect width="${WIDTH}" height="${HEIGHT}" rx="14" /></clipPath>
    </defs>
    <g clip-path="url(#c)">
      <rect width="${WIDTH}" height="${HEIGHT}" fill="#1b2c49" />
      <path
        transform="translate(-380 -60) scale(.85)"
        d="${strands()}"
        fill="none"
        stroke="#d8b96c"
        stroke-width=".8"
        opacity=".2"
      />
      <rect y="${HEIGHT - 4}" width="${WIDTH}" height="4" fill="#d8b96c" />
    </g>
    <g font-family="system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif" fill="#f6f0e2">
      <text x="${LEFT}" y="48" font-size="12" font-weight="600" letter-spacing="3" fill="#d8b96c">TRUST PASSPORT</text>
      ${names.map((line, index) => html`<text x="${LEFT}" y="${92 + 40 * index}" font-family="Iowan Old Style,Palatino,Georgia,Liberation Serif,serif" font-size="33" font-weight="600">${line}</text>`)}
      <text x="${LEFT}" y="${below + 30}" font-size="15" fill="#c9cbd0">
        ${pictureLine(`${typeNames[artifact.type]} · ${artifact.slug}`, 64)}
      </text>
      ${figure(LEFT, 'RISK', trust.data_access_risk, riskColours[trust.data_access_risk])}${figure(LEFT + 150, 'SCORE', `${trust.score} of 100`)}${figure(LEFT + 300, 'CAPABILITIES', String(capabilities.length))}${figure(LEFT + 440, 'OUTCOMES', trust.observed_outcomes.matches === 0 ? 'none yet' : trust.observed_outcomes.matches.toLocaleString('en'))}${stack(trust)}
      <text x="${LEFT}" y="${HEIGHT - 24}" font-size="12.5" fill="#c9cbd0">${pictureLine(signed, 92)}</text>
    </g>
  </svg>`;
  return `${svg}\n`;
}

function figure(x: number, name: string, value: string, colour = '#f6f0e2'): Html {
  return html`<text x="${x}" y="194" font-size="11" letter-spacing="1" fill="#c9cbd0">${name}</text
    ><text x="${x}" y="220" font-size="21" font-weight="600" fill="${colour}">${value}</text>`;
}

/** The five parts of the score: each as wide as what it can give, filled by what it gives. */
function stack({ rank_breakdown }: Payload['trust']): Html {
  const { weights, ...rank } = rank_breakdown;
  const width = WIDTH - 2 * LEFT;
  let x = LEFT;
  return html`${scoreParts(rank, weights).map(({ weight, value }, index) => {
    const [at, can] = [x, Math.max(0, width * weight - 3)];
    x += width * weight;
    const bar = (length: number, fill: string): Html =>
      html`<rect x="${at.toFixed(1)}" y="244" width="${length.toFixed(1)}" height="8" fill="${fill}" />`;
    return html`${bar(can, '#33435f')}${bar(can * Math.min(1, Math.max(0, value)), colours[index] as string)}`;
  })}`;
}
