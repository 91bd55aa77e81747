import { fieldName } from '../../encoding/pointer.js';
import { quoteReceived } from '../received.js';
import type { SourceView, TextEntry } from '../source-view.js';
import { needsNothing } from './requirement-negative.js';
import type { SourceRule } from './source-rule.js';

const LONGEST = 300;
/** Each is compared with each up to so many. */
const MOST_PAIRS_OF = 300;
/** So few words more say nearly the same; they are fewer where little is said. */
const FEW = 2;

/** Words that change nothing, or not what is needed. */
const fillers = new Set(
  'a an the your our their its and or of to in on at by for with from as is are be must have has having needed required necessary requires require needs need valid working active own some any least minimum later newer higher above more version versions installed'.split(
    ' ',
  ),
);
const synonyms: ReadonlyMap<string, string> = new Map([
  ['connection', 'access'],
  ['connectivity', 'access'],
  ['internet', 'network'],
  ['node.js', 'node'],
  ['nodejs', 'node'],
]);
const reversing = new Set('no not without except but only unless instead never non optional'.split(' '));

/** A requirement in the words that count. */
interface Requirement extends TextEntry {
  readonly words: ReadonlySet<string>;
  /** Words that name one thing and no other: addresses, paths, numbers, proper names. */
  readonly names: ReadonlySet<string>;
  /** All the words, whatever their order. */
  readonly set: string;
  /** What stands before "with", "for" or a comma, where that says enough. */
  readonly head: string | undefined;
}

export const requirementNearDuplicate: SourceRule = {
  id: 'requirement/near-duplicate',
  *check(source, { registry }) {
    const cap = registry.caps.permissions;
    const requirements = distinctRequirements(source);
    const firstLike = requirements.length <= MOST_PAIRS_OF ? firstByPairs(requirements, cap) : firstBySet(requirements);
    for (const requirement of requirements) {
      const first = firstLike(requirement);
      if (first === undefined || first === requirement || isRepeatedEntry(first, requirement)) continue;
      yield {
        message: `${fieldName(requirement.pointer)} is ${quoteReceived(requirement.text)}, nearly the same as ${quoteReceived(first.text)} of ${fieldName(first.pointer)}: both count towards the ${cap} places in trust.permissions`,
        pointer: requirement.pointer,
        hint: 'write both in the same words, and they count once',
        related: [{ message: 'the first of them', pointer: first.pointer }],
      };
    }
  },
};

type FirstLike = (requirement: Requirement) => Requirement | undefined;

function firstByPairs(requirements: readonly Requirement[], cap: number): FirstLike {
  // Where all have a place, each may say what else it needs the same thing for.
  const crowded = requirements.length > cap;
  return (requirement) =>
    requirements
      .slice(0, requirements.indexOf(requirement))
      .find(
        (other) =>
          other.set === requirement.set ||
          (crowded && other.head !== undefined && other.head === requirement.head) ||
          nearlySame(other, requirement),
      );
}

/** For so many that comparing each with each takes too long: those in the same words, however arranged. */
function firstBySet(requirements: readonly Requirement[]): FirstLike {
  const firsts = new Map<string, Requirement>();
  for (const requirement of requirements) if (!firsts.has(requirement.set)) firsts.set(requirement.set, requirement);
  return ({ set }) => firsts.get(set);
}

/** Each text once, as the format counts them. */
function distinctRequirements({ capabilities }: SourceView): Requirement[] {
  const distinct = new Map<string, TextEntry>();
  for (const { requires } of capabilities) {
    for (const entry of requires ?? []) if (!distinct.has(entry.text)) distinct.set(entry.text, entry);
  }
  return [...distinct.values()]
    .filter(({ text }) => text.length <= LONGEST && !needsNothing(text))
    .map((entry) => ({ ...entry, ...wordsOf(entry.text) }))
    .filter(({ words }) => words.size > 0);
}

// ASCII, and dashes and quotes: no other letter, and nothing that normalization changes. The patterns for the letters of
// all scripts take longer to make than a source takes to be read.
const plain = /^[ -~\u2012-\u2016\u2018-\u201f]*$/;

function wordsOf(text: string): Omit<Requirement, keyof TextEntry> {
  const words = new Set<string>();
  const names = new Set<string>();
  const head: string[] = [];
  let inHead = true;
  const normal = plain.test(text) ? text : text.normalize('NFKC');
  for (const [number, raw] of normal.trim().split(/\s+/).entries()) {
    const ascii = plain.test(raw);
    const written = raw.replace(
      ascii ? /^[^a-z\d~./]+|[^a-z\d+#/]+$/gi : /^[^\p{L}\p{N}~./]+|[^\p{L}\p{N}+#/]+$/gu,
      '',
    );
    if (number > 0 && (/^(?:with|for|that|which|capable)$/i.test(written) || /^[([{\u2013\u2014-]/.test(raw)))
      inHead = false;
    const variable = /^[A-Z]+(?:_[A-Z]+)+$/.test(written);
    const identifier = !variable && /[\d/.:_@~\\=+#]/.test(written);
    for (const part of identifier ? [identified(written)] : written.split(ascii ? /[^a-z]+/i : /[^\p{L}\p{M}]+/u)) {
      const word = identifier ? part : singular(part.toLowerCase());
      if (word === '' || fillers.has(word)) continue;
      words.add(word);
      if (identifier || (!variable && (ascii ? /[A-Z]/ : /\p{Lu}/u).test(part))) names.add(word);
      if (inHead) head.push(word);
    }
    if (/[,;:.]$/.test(raw)) inHead = false;
  }
  const set = [...words].sort().join(' ');
  return { words, names, set, head: head.length < 3 ? undefined : head.join(' ') };
}

/** "18+" is what "18 or later" says. */
function identified(written: string): string {
  const folded = written.toLowerCase().replace(/(\d)\+$/, '$1');
  return synonyms.get(folded) ?? folded;
}

function singular(word: string): string {
  const one = word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  return synonyms.get(one) ?? one;
}

/** One says all that the other says, and a word or two more, none of which makes it another thing. */
function nearlySame(a: Requirement, b: Requirement): boolean {
  const [less, more] = a.words.size <= b.words.size ? [a, b] : [b, a];
  const added = more.words.size - less.words.size;
  if (added === 0 || added > Math.min(FEW, less.words.size - 1)) return false;
  for (const word of less.words) if (!more.words.has(word)) return false;
  for (const word of more.words) {
    if (!less.words.has(word) && (more.names.has(word) || reversing.has(word))) return false;
  }
  return true;
}

/** Two of one list that differ in capitals or space only are list/repeated-entry's. */
function isRepeatedEntry(a: TextEntry, b: TextEntry): boolean {
  const list = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));
  return list(a.pointer) === list(b.pointer) && a.text.trim().toLowerCase() === b.text.trim().toLowerCase();
}
