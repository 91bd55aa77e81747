import { StemFinder } from '../encoding/stem-finder.js';
import { decodeUtf8 } from '../encoding/utf8.js';
import { foldText } from './folded-text.js';
import type { IsMet, StemList, TextRule } from './rules/text-rule.js';

// What rules ask of is looked for in folded texts: a text is plain where folding only makes letters small. Of such
// characters, no rule against characters has anything to find.
const unlikeFolded = /[^ -)+-~\u2010-\u2015\u201c-\u201f\u2026]| {2}/;

/** What must be in a text, folded, for a rule to find something in it. */
function searched(text: string): string {
  if (!unlikeFolded.test(text)) return text.toLowerCase();
  const folded = foldText(text).text;
  return folded.includes('\n') ? folded.replaceAll('\n', ' ') : folded;
}

/** A rule that can find something in a text, and which of its needs are met there. */
export interface PossibleRule {
  readonly rule: TextRule;
  readonly isMet: IsMet;
}

/** Those for a text, in the order of the rules. */
export type RulesFor = (text: string) => readonly PossibleRule[];

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
    rule.needs.flatMap((needs, need) => {
      const lists = tellingLists(needs);
      return lists.every(isThere) ? [{ rule, need, lists }] : [];
    }),
  );
  return (text) => {
    const ofText = wanted.length > 0 ? searched(text) : '';
    const hasAll = (lists: readonly StemList[]) => lists.every((list) => list.some((stem) => ofText.includes(stem)));
    return possibleRules(
      rules,
      wanted.filter(({ lists }) => hasAll(lists)),
      unlikeFolded.test(text),
    );
  };
}

/** @param isUnplain then those that need nothing can find something, too: in characters that no plain text has */
function possibleRules(
  rules: readonly TextRule[],
  found: ReadonlyArray<{ readonly rule: TextRule | undefined; readonly need: number }>,
  isUnplain: boolean,
): readonly PossibleRule[] {
  if (found.length === 0) return isUnplain ? withoutNeeds(rules) : none;
  return rules.flatMap((rule): PossibleRule[] => {
    const met = new Set(found.filter((one) => one.rule === rule).map(({ need }) => need));
    const isPossible = met.size > 0 || (isUnplain && rule.needs.length === 0);
    return isPossible ? [{ rule, isMet: (need) => met.has(need) }] : [];
  });
}

const ofCharacters = new WeakMap<readonly TextRule[], readonly PossibleRule[]>();

function withoutNeeds(rules: readonly TextRule[]): readonly PossibleRule[] {
  const before = ofCharacters.get(rules);
  if (before) return before;
  const some = rules.filter(({ needs }) => needs.length === 0).map((rule) => ({ rule, isMet: () => false }));
  ofCharacters.set(rules, some);
  return some;
}

/** The same for any number of texts. */
export class TextScreen {
  private readonly finder: StemFinder;
  /** What the rules need, the list of the longest stems first: where it has none, nobody asks for the others. */
  private readonly wanted: Wanted[];
  /** Of the states of the finder: whether no stem ends there, or one, or one of a first list. */
  private readonly ends: Uint8Array;
  /** For each list, what it is the first of. */
  private readonly wantedByFirst: ReadonlyArray<readonly Wanted[]>;
  /** Of the text that is looked through: states in which stems of first lists ended. */
  private readonly firstEnds: number[] = [];
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
      rule.needs.map((needs, need): Wanted => {
        const [first = 0, ...others] = tellingLists(needs).map(numberOf);
        return { rule, need, first, others };
      }),
    );
    // Two spaces are folded into one.
    this.wanted.push({ rule: undefined, need: 0, first: numberOf(['  ']), others: [] });
    this.finder = new StemFinder([...numbers.keys()]);
    const { classes, width } = this.finder;
    this.bytes = Uint8Array.from({ length: 256 }, (_, byte) => {
      const kind = kindOf(byte);
      return kind === undefined ? (classes[byte] as number) : width + kind;
    });
    const byFirst = Array.from(numbers, (): Wanted[] => []);
    for (const one of this.wanted) byFirst[one.first]?.push(one);
    this.wantedByFirst = byFirst;
    this.ends = Uint8Array.from(this.finder.ends, (found) =>
      found.some((list) => byFirst[list]?.length !== 0) ? FIRST : found.length > 0 ? LATER : 0,
    );
  }

  readonly rulesFor: RulesFor = (text) => {
    const isUnplain = unlikeFolded.test(text);
    const found: Wanted[] = [];
    if (this.finder.search(isUnplain ? searched(text) : text)) {
      for (let i = 0; i < this.wanted.length; i++) {
        const one = this.wanted[i] as Wanted;
        if (this.isThere(one)) found.push(one);
      }
    }
    return possibleRules(this.rules, found, isUnplain);
  };

  /**
   * Whether no rule finds anything in any text of a compact JSON text, names included, wherever it stands. Most bytes are
   * looked at once and never decoded: what stands between two quotes is a text.
   */
  passes(json: Uint8Array): boolean {
    for (let at = 0; at < json.length; at++) {
      if (json[at] !== QUOTATION_MARK) continue;
      const start = at;
      const end = this.endOfPlain(json, start + 1);
      const isPlain = end !== -1;
      at = isPlain ? end : endOfText(json, start + 1);
      if (isPlain && this.firstEnds.length === 0) continue;
      const text = (): string | undefined => textIn(json, start, at);
      if (!(isPlain ? this.isGoodPlain(text) : this.isGood(text()))) return false;
    }
    return true;
  }

  private isGood(text: string | undefined): boolean {
    if (text === undefined) return false;
    return this.rulesFor(text).every(({ rule, isMet }) => rule.find(text, undefined, isMet) === undefined);
  }

  /** The same for the text that was looked through last. */
  private isGoodPlain(text: () => string | undefined): boolean {
    for (const state of new Set(this.firstEnds)) {
      for (const list of this.finder.ends[state] as readonly number[]) {
        for (const one of this.wantedByFirst[list] as readonly Wanted[]) {
          if (!this.isThere(one)) continue;
          // Of two spaces one is folded away: it was not plain.
          if (one.rule === undefined) return this.isGood(text());
          const read = text();
          if (read === undefined) return false;
          if (one.rule.find(read, undefined, (need) => need === one.need) !== undefined) return false;
        }
      }
    }
    return true;
  }

  /** The place of the quote that ends a plain text, which is then looked through; -1 where it is not one. */
  private endOfPlain(json: Uint8Array, start: number): number {
    const { finder, ends, bytes, firstEnds } = this;
    const { next, width } = finder;
    let state = 0;
    finder.begin();
    firstEnds.length = 0;
    for (let at = start; at < json.length; at++) {
      let ofCharacter = bytes[json[at] as number] as number;
      if (ofCharacter >= width) {
        const kind = ofCharacter - width;
        if (kind === QUOTE) return at;
        ofCharacter = this.classBehind(json, at, kind);
        if (ofCharacter === -1) return -1;
        at += kind;
      }
      state = next[state * width + ofCharacter] as number;
      const end = ends[state] as number;
      if (end === 0) continue;
      if (end === FIRST) firstEnds.push(state);
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
    const code = json[at + 1] === 0x80 ? punctuation[json[at + 2] as number] : undefined;
    return kind === PUNCTUATION && code ? (classes[code] as number) : -1;
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
  readonly need: number;
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

/** The text between two quotes. */
function textIn(json: Uint8Array, start: number, end: number): string | undefined {
  const text = end < json.length ? decodeUtf8(json.subarray(start, end + 1)) : undefined;
  return text === undefined ? undefined : (JSON.parse(text) as string);
}

/** Those that not every text has a stem of, the longest stems first. */
function tellingLists(needs: readonly StemList[]): readonly StemList[] {
  const telling = needs.filter((list) => !list.some((stem) => /^[-,.:=\u2014]$/.test(stem)));
  return (telling.length > 0 ? telling : needs).toSorted((a, b) => shortest(b) - shortest(a));
}

function shortest(list: StemList): number {
  return Math.min(...list.map(({ length }) => length));
}

const none: readonly PossibleRule[] = [];

/** What a byte of a text in JSON begins, if it is not a plain character: nothing that is, or one with so many more bytes. */
const [QUOTE, ESCAPE, PUNCTUATION, UNPLAIN] = [0, 1, 2, 3];
const [QUOTATION_MARK, BACKSLASH] = [0x22, 0x5c];

function kindOf(byte: number): number | undefined {
  if (byte === QUOTATION_MARK) return QUOTE;
  if (byte === BACKSLASH) return ESCAPE;
  if (byte === 0xe2) return PUNCTUATION;
  return byte < 0x80 && !unlikeFolded.test(String.fromCharCode(byte)) ? undefined : UNPLAIN;
}

/** The dashes, quotation marks and ellipsis that are plain, by their third byte in UTF-8; 0 for any other. */
const punctuation = Uint16Array.from({ length: 256 }, (_, third) => {
  const code = 0x2000 + third - 0x80;
  return third >= 0x80 && !unlikeFolded.test(String.fromCharCode(code)) ? code : 0;
});
