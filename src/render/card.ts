import type { Paint, Tone } from '../encoding/paint.js';
import { printable } from '../encoding/printable.js';
import type { Envelope, Payload, Weights } from '../passport/types.generated.js';

export interface CardOptions {
  readonly paint?: Paint;
  /** Columns; long texts are folded. */
  readonly width?: number;
}

const riskTones: Readonly<Record<Payload['trust']['data_access_risk'], Tone>> = {
  low: 'good',
  moderate: 'warning',
  high: 'bad',
};

const componentNames: ReadonlyArray<readonly [keyof Weights, string]> = [
  ['adoption', 'adoption'],
  ['quality', 'quality'],
  ['ecosystem', 'ecosystem'],
  ['match_graph', 'match graph'],
  ['freshness', 'freshness'],
];

/**
 * A passport for people: lines of text, every value made safe to print. It says what a document states, not whether
 * that is true: the signature is shown, not verified.
 * @param passport an envelope, or its payload alone where nobody has signed it
 */
export function renderCard(passport: Envelope | Pick<Envelope, 'unfragile'>, options: CardOptions = {}): string {
  const { paint = (_, text) => text, width = 80 } = options;
  const card = new Card(paint, width);
  const { artifact, capabilities, trust } = passport.unfragile;

  card.line(paint('title', printable(artifact.name)));
  card.field('', `${artifact.type} · ${artifact.slug} · ${artifact.status}`);
  card.field('', artifact.url);
  card.field('price', priceOf(artifact.pricing));
  card.field(
    'builder',
    artifact.verified ? 'verified by the registry' : 'not verified',
    artifact.verified ? 'good' : 'warning',
  );

  card.heading(`Capabilities (${capabilities.length})`);
  for (const [number, { name, categories }] of capabilities.entries()) {
    card.item(`${number}`, `${name} (${categories.join(', ')})`);
  }

  card.heading('Trust');
  card.field('risk', trust.data_access_risk, riskTones[trust.data_access_risk]);
  card.field('score', `${trust.score} of 100`);
  for (const [key, name] of componentNames) {
    const component = trust.rank_breakdown[key];
    const weight = trust.rank_breakdown.weights[key];
    card.line(
      `              ${name.padEnd(12)} ${bar(component)} ${decimal(component)} × ${decimal(weight)} = ${(100 * component * weight).toFixed(1)}`,
    );
  }
  const { matches, success_rate } = trust.observed_outcomes;
  card.field(
    'outcomes',
    matches === 0 ? 'not observed yet' : `${matches} matches, ${Math.round(100 * success_rate)} % successful`,
  );
  card.list('Permissions', trust.permissions);
  card.list('Failure modes', trust.failure_modes);

  card.heading('Signature');
  if ('signature' in passport) {
    card.field('issuer', passport.signedBy);
    card.field('signed at', passport.signedAt);
  }
  card.field('updated', trust.maintenance.updated_at ?? 'not known');
  card.field('last read', trust.maintenance.last_scraped_at ?? 'not known');
  const notice = 'signature' in passport ? 'not checked here: passport verify DOCUMENT --key PUBLIC' : 'not signed';
  card.line(paint('warning', `  ${notice}`));
  return card.text();
}

class Card {
  private readonly lines: string[] = [];

  constructor(
    private readonly paint: Paint,
    private readonly width: number,
  ) {}

  line(text: string): void {
    this.lines.push(text);
  }

  heading(text: string): void {
    this.lines.push('', this.paint('title', text));
  }

  field(label: string, value: string, tone?: Tone): void {
    const start = `  ${label.padEnd(10)}`;
    this.folded(this.paint('label', start), start.length, value, tone);
  }

  item(mark: string, text: string): void {
    this.folded(`  ${mark.padStart(2)} `, 5, text);
  }

  list(heading: string, texts: readonly string[]): void {
    this.heading(`${heading} (${texts.length})`);
    if (texts.length === 0) this.line(this.paint('quiet', '  none stated'));
    for (const text of texts) this.folded('  - ', 4, text);
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  /** A text after its label, folded at spaces to the width, the folded lines indented under its beginning. */
  private folded(start: string, indent: number, text: string, tone?: Tone): void {
    const room = Math.max(20, this.width - indent);
    const folded: string[] = [];
    let line = '';
    for (const word of printable(text).split(' ')) {
      if (line !== '' && line.length + 1 + word.length > room) {
        folded.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    folded.push(line);
    for (const [index, part] of folded.entries()) {
      this.lines.push((index === 0 ? start : ' '.repeat(indent)) + (tone ? this.paint(tone, part) : part));
    }
  }
}

function priceOf({ model, free, starting_price }: Payload['artifact']['pricing']): string {
  const parts = [model.replaceAll('_', ' ')];
  if (free && model !== 'free') parts.push('can be used for free');
  if (starting_price !== null) parts.push(`from ${starting_price}`);
  return parts.join(', ');
}

function bar(component: number): string {
  const full = Math.round(component * 10);
  return '#'.repeat(full) + '.'.repeat(10 - full);
}

function decimal(value: number): string {
  return value.toFixed(2);
}
