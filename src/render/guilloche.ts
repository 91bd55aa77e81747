import { html, type Html } from './html.js';

const WIDTH = 1200;
const HEIGHT = 260;
const STRANDS = 22;

let drawn: Html | undefined;

/** The fine lines of a passport's cover: decoration, the same on every page, so that nobody takes it for a seal. */
export function guilloche(): Html {
  drawn ??= html`<svg
    class="guilloche"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="xMaxYMid slice"
    aria-hidden="true"
    focusable="false"
  >
    <path d="${strands()}" />
  </svg>`;
  return drawn;
}

/** As the data of an SVG path. */
export function strands(): string {
  return Array.from({ length: STRANDS }, (_, strand) => strandPath(strand)).join('');
}

/** Two waves of different lengths, moved a little from strand to strand, as cubic curves through every fortieth unit. */
function strandPath(strand: number): string {
  const turn = (strand / STRANDS) * Math.PI;
  const y = (x: number): number =>
    HEIGHT / 2 +
    74 * Math.sin((x / WIDTH) * 4.2 * Math.PI + turn) * Math.cos((x / WIDTH) * 1.7 * Math.PI - turn / 2) +
    26 * Math.sin((x / WIDTH) * 11 * Math.PI + 2 * turn);
  const slope = (x: number): number => (y(x + 1) - y(x - 1)) / 2;
  const step = 40;
  let path = `M0 ${y(0).toFixed(0)}`;
  for (let x = 0; x < WIDTH; x += step) {
    const end = x + step;
    const first = y(x) + (slope(x) * step) / 3;
    const second = y(end) - (slope(end) * step) / 3;
    path += `C${x + 13} ${first.toFixed(0)} ${end - 13} ${second.toFixed(0)} ${end} ${y(end).toFixed(0)}`;
  }
  return path;
}
