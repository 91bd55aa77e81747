import type { Section } from './markdown-text.js';

/** What a model or data card says of how it is to be used, each text with the title of its section. */
export interface CardUses {
  readonly bestFor: readonly CardText[];
  readonly limitations: readonly CardText[];
  /** Titles of sections that say both in one: which text says what cannot be told. */
  readonly mixed: readonly string[];
}

export interface CardText {
  readonly title: string;
  readonly text: string;
}

type Kind = 'uses' | 'limits' | 'out-of-scope' | 'mixed' | 'other';

const outOfScope = /out[- ]of[- ]scope|\bmisuses?\b|prohibited|not intended|unintended|discouraged/i;
const limits =
  /\blimitations?\b|\bbias(?:es)?\b|\brisks?\b|\bcaveats?\b|known (?:issues|limits)|failure (?:cases|modes)/i;
const uses =
  /\b(?:intended|direct|downstream|primary|possible|recommended)\s+(?:use|uses|usage|users?)\b|\buse cases?\b|^uses$/i;
// Below a section of limitations, but about something else.
const aside = /recommendation|how to|get(?:ting)? started|example|training|evaluation|citation|acknowledg/i;

/** By the titles of sections; what stands below one belongs to it, unless its own title says otherwise. */
export function cardUses(sections: readonly Section[]): CardUses {
  const bestFor: CardText[] = [];
  const limitations: CardText[] = [];
  const mixed: string[] = [];
  let open: { readonly kind: Kind; readonly level: number } = { kind: 'other', level: 0 };
  for (const { title, level, text, list } of sections) {
    const own = kindOf(title);
    const isBelow = level > open.level && open.level > 0;
    const kind = own === 'other' && isBelow && !aside.test(title) ? open.kind : own;
    if (!isBelow || own !== 'other') open = { kind, level };
    if (kind === 'other') continue;
    const texts = [...text.split('\n').filter((line) => !line.endsWith(':')), ...list].filter(isSaid);
    if (kind === 'mixed') {
      if (texts.length > 0) mixed.push(title);
    } else {
      const found = texts.map((one) => ({ title, text: kind === 'out-of-scope' ? `Out of scope: ${one}` : one }));
      (kind === 'uses' ? bestFor : limitations).push(...found);
    }
  }
  return { bestFor: onceEach(bestFor), limitations: onceEach(limitations), mixed };
}

function kindOf(title: string): Kind {
  if (outOfScope.test(title)) return 'out-of-scope';
  const [isLimits, isUses] = [limits.test(title), uses.test(title)];
  return isLimits ? (isUses ? 'mixed' : 'limits') : isUses ? 'uses' : 'other';
}

/** Templates of cards have texts that stand for those to be written. */
function isSaid(text: string): boolean {
  return /\p{L}/u.test(text) && !/^\W*(?:more information (?:is )?needed|n\/?a|none|tbd|todo)\b|\{\{/i.test(text);
}

function onceEach(texts: readonly CardText[]): CardText[] {
  return [...new Map(texts.map((one) => [one.text, one])).values()];
}
