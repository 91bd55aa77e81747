import { html, type Html } from './html.js';

const WIDTH = 1200;
const HEIGHT = 260;
const STRANDS = 20;
const STEP = 60;

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

/** Two waves of different lengths, moved a little from strand to strand, as smooth curves through every sixtieth unit. */
function strandPath(strand: number): string {
  const turn = (strand / STRANDS) * Math.PI;
  const y = (x: number): number => {
    const at = (x / WIDTH) * Math.PI;
    return (
      HEIGHT / 2 + 74 * Math.sin(4.2 * at + turn) * Math.cos(1.7 * at - turn / 2) + 26 * Math.sin(9 * at + 2 * turn)
    );
  };
  const slope = (x: number): number => (y(x + 1) - y(x - 1)) / 2;
  const rounded = (value: number): string => value.toFixed(0);
  let path = `M0 ${rounded(y(0))}C${STEP / 3} ${rounded(y(0) + (slope(0) * STEP) / 3)}`;
  for (let end = STEP; end <= WIDTH; end += STEP) {
    path += `${end === STEP ? ' ' : 'S'}${end - STEP / 3} ${rounded(y(end) - (slope(end) * STEP) / 3)} ${end} ${rounded(y(end))}`;
  }
  return path;
}
