import { StemFinder } from '../encoding/stem-finder.js';
import { decodeUtf8 } from '../encoding/utf8.js';
import { foldText } from './folded-text.js';
import type { StemList, TextRule } from './rules/text-rule.js';

// What rules ask of is looked for in folded texts: a text is plain where folding only makes letters small. Of such
// characters, no rule against characters has anything to find.
const unlikeFolded = /[^ -)+-~\u2010-\u2015\u201c-\u201f\u2026]| {2}/;

/** What must be in a text, folded, for a rule to find something in it. */
function searched(text: string): string {
  return unlikeFolded.test(text) ? foldText(text).text.replaceAll('\n', ' ') : text.toLowerCase();
}

/** Which rules can find something in a text. */
export type RulesFor = (text: string) => readonly TextRule[];

/**
 * The rules for each of a few texts: every stem is looked for in all of them at once, as no loop over characters has to
 * become quick for that.
 */
export function rulesAmong(rules: readonly TextRule[], texts: readonly string[]): RulesFor {
  const words = texts.map(searched).join('\n');
  // Several rules need a stem of one list.
  const known = new Map<StemList, boolean>();
  const isThere = (list: StemList): boolean => {
    const has = known.get(list) ?? list.some((stem) => words.includes(stem));
    known.set(list, has);
    return has;
  };
  const wanted = rules.flatMap((rule) =>
    rule.needs
      .map((lists) => lists.toSorted((a, b) => shortest(b) - shortest(a)))
      .filter((lists) => lists.every(isThere))
      .map((lists) => ({ rule, lists })),
  );
  return (text) => {
    const ofText = wanted.length > 0 ? searched(text) : '';
    const hasAll = (lists: readonly StemList[]) => lists.every((list) => list.some((stem) => ofText.includes(stem)));
    const found = wanted.filter(({ lists }) => hasAll(lists)).map(({ rule }) => rule);
    return found.length === 0 && !unlikeFolded.test(text) ? none : withFound(rules, found, text);
  };
}

/** In the order of the rules. Those that need nothing find it in characters that no plain text has. */
function withFound(
  rules: readonly TextRule[],
  found: ReadonlyArray<TextRule | undefined>,
  text: string,
): readonly TextRule[] {
  const isPlain = !unlikeFolded.test(text);
  return rules.filter((rule) => (rule.needs.length === 0 ? !isPlain : found.includes(rule)));
}

/** The same for any number of texts. */
export class TextScreen {
  private readonly finder: StemFinder;
  /** What the rules need, the list of the longest stems first: where it has none, nobody asks for the others. */
  private readonly wanted: Wanted[];
  /** Of the states of the finder: whether no stem ends there, or one, or one of a first list. */
  private readonly ends: Uint8Array;
  /** For each byte of a text in JSON, the class of the character; above all classes, of what kind it is otherwise. */
  private readonly bytes: Uint8Array;

  constructor(private readonly rules: readonly TextRule[]) {
    const numbers = new Map<StemList, number>();
    const numberOf = (list: StemList): number => {
      const number = numbers.get(list) ?? numbers.size;
      numbers.set(list, number);
      return number;
    };
    this.wanted = rules.flatMap((rule) =>
      rule.needs.map((needs): Wanted => {
        const [first = 0, ...others] = needs.toSorted((a, b) => shortest(b) - shortest(a)).map(numberOf);
        return { rule, first, others };
      }),
    );
    // Two spaces are folded into one.
    this.wanted.push({ rule: undefined, first: numberOf(['  ']), others: [] });
    this.finder = new StemFinder([...numbers.keys()]);
    const { classes, width } = this.finder;
    this.bytes = Uint8Array.from({ length: 256 }, (_, byte) => {
      const kind = kindOf(byte);
      return kind === undefined ? (classes[byte] as number) : width + kind;
    });
    const firsts = new Set(this.wanted.map(({ first }) => first));
    this.ends = Uint8Array.from(this.finder.ends, (found) =>
      found.some((list) => firsts.has(list)) ? FIRST : found.length > 0 ? LATER : 0,
    );
  }

  readonly rulesFor: RulesFor = (text) => {
    const isPlain = !unlikeFolded.test(text);
    const isAny = this.finder.search(isPlain ? text : searched(text));
    const found = isAny ? this.wanted.filter((one) => this.isThere(one)).map(({ rule }) => rule) : none;
    return found.length === 0 && isPlain ? none : withFound(this.rules, found, text);
  };

  /**
   * Whether no rule finds anything in any text of a compact JSON text, names included, wherever it stands. Most bytes are
   * looked at once and never decoded: what stands between two quotes is a text.
   */
  passes(json: Uint8Array): boolean {
    for (let at = 0; at < json.length; at++) {
      if (json[at] !== QUOTATION_MARK) continue;
      const start = at;
      const isGood = (at = this.endOfPlain(json, start + 1)) !== -1;
      if (isGood) continue;
      at = endOfText(json, start + 1);
      const text = decodeUtf8(json.subarray(start, at + 1));
      if (text === undefined || at === json.length || !this.isGood(JSON.parse(text) as string)) return false;
    }
    return true;
  }

  private isGood(text: string): boolean {
    return this.rulesFor(text).every((rule) => rule.find(text) === undefined);
  }

  /** The place of the quote that ends a plain text; -1 where it is not one, or a rule could find something. */
  private endOfPlain(json: Uint8Array, start: number): number {
    const { finder, ends, bytes } = this;
    const { next, width } = finder;
    let state = 0;
    let isAny = false;
    finder.begin();
    for (let at = start; at < json.length; at++) {
      let ofCharacter = bytes[json[at] as number] as number;
      if (ofCharacter >= width) {
        const kind = ofCharacter - width;
        if (kind === QUOTE) return isAny && this.isWanted() ? -1 : at;
        ofCharacter = this.classBehind(json, at, kind);
        if (ofCharacter === -1) return -1;
        at += kind;
      }
      state = next[state * width + ofCharacter] as number;
      const end = ends[state] as number;
      if (end === 0) continue;
      if (end === FIRST) isAny = true;
      finder.note(state);
    }
    return -1;
  }

  /** The class of a plain character that has several bytes; -1 for any other. */
  private classBehind(json: Uint8Array, at: number, kind: number): number {
    const { classes } = this.finder;
    if (kind === ESCAPE) {
      const escaped = String.fromCharCode(json[at + 1] as number);
      return escaped === '"' || escaped === '\\' ? (classes[escaped.charCodeAt(0)] as number) : -1;
    }
    // Dashes, quotation marks and the ellipsis, in UTF-8.
    const code = 0x2000 + (json[at + 2] as number) - 0x80;
    const isPlain = kind === PUNCTUATION && json[at + 1] === 0x80 && !unlikeFolded.test(String.fromCharCode(code));
    return isPlain ? (classes[code] as number) : -1;
  }

  /** Of the text that was looked through last. */
  private isWanted(): boolean {
    for (let i = 0; i < this.wanted.length; i++) if (this.isThere(this.wanted[i] as Wanted)) return true;
    return false;
  }

  private isThere({ first, others }: Wanted): boolean {
    if (!this.finder.has(first)) return false;
    for (let i = 0; i < others.length; i++) if (!this.finder.has(others[i] as number)) return false;
    return true;
  }
}

/** A rule, and the lists of stems of which a text must have one each. */
interface Wanted {
  /** Undefined for any. */
  readonly rule: TextRule | undefined;
  readonly first: number;
  readonly others: readonly number[];
}

const [LATER, FIRST] = [1, 2];

/** The place of the quote that ends a text; that behind the last byte where there is none. */
function endOfText(json: Uint8Array, start: number): number {
  let at = start;
  while (at < json.length && json[at] !== QUOTATION_MARK) at += json[at] === BACKSLASH ? 2 : 1;
  return Math.min(at, json.length);
}

function shortest(list: StemList): number {
  return Math.min(...list.map(({ length }) => length));
}

const none: readonly TextRule[] = [];

/** What a byte of a text in JSON begins, if it is not a plain character: nothing that is, or one with so many more bytes. */
const [QUOTE, ESCAPE, PUNCTUATION, UNPLAIN] = [0, 1, 2, 3];
const [QUOTATION_MARK, BACKSLASH] = [0x22, 0x5c];

function kindOf(byte: number): number | undefined {
  if (byte === QUOTATION_MARK) return QUOTE;
  if (byte === BACKSLASH) return ESCAPE;
  if (byte === 0xe2) return PUNCTUATION;
  return byte < 0x80 && !unlikeFolded.test(String.fromCharCode(byte)) ? undefined : UNPLAIN;
}
