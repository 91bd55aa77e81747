import { quoteReceived, receivedField } from '../received.js';
import { sourceTexts } from '../source-texts.js';
import type { RuleFinding, SourceRule } from './source-rule.js';
import { codePointName } from './text-rule.js';

// Cyrillic, Greek, Armenian and Cherokee letters that cannot be told from an ASCII one. Greek letters that stand for
// a quantity beside Latin ones (alpha, kappa, nu, rho …) are not among them, nor any that only resembles.
const lookAlikes: Readonly<Record<string, string>> = {
  A: '\u0410\u0391\u13aa',
  B: '\u0412\u0392\u13f4',
  C: '\u0421\u03f9\u13df',
  D: '\u13a0',
  E: '\u0415\u0395\u13ac',
  G: '\u13c0',
  H: '\u041d\u0397\u13bb',
  I: '\u0406\u04c0\u0399',
  J: '\u0408\u037f\u13ab',
  K: '\u041a\u039a\u13e6',
  L: '\u13de',
  M: '\u041c\u039c\u13b7',
  N: '\u039d',
  O: '\u041e\u039f\u0555',
  P: '\u0420\u03a1\u13e2',
  Q: '\u051a',
  R: '\u13a1',
  S: '\u0405\u054f\u13da',
  T: '\u0422\u03a4\u13a2',
  U: '\u054d',
  V: '\u0474\u13d9',
  W: '\u051c\u13b3',
  X: '\u0425\u03a7',
  Y: '\u0423\u04ae\u03a5\u13bd',
  Z: '\u0396\u13c3',
  a: '\u0430',
  b: '\u13cf',
  c: '\u0441\u03f2',
  d: '\u0501',
  e: '\u0435',
  g: '\u0581',
  h: '\u04bb\u0570',
  i: '\u0456\u13a5',
  j: '\u0458\u03f3',
  l: '\u04cf',
  n: '\u0578',
  o: '\u043e\u03bf\u0585',
  p: '\u0440',
  q: '\u051b\u0566',
  s: '\u0455',
  u: '\u057d',
  v: '\u0475',
  w: '\u051d',
  x: '\u0445',
  y: '\u0443\u04af',
};
const FULL_WIDTH = 0xfee0;

const latinOf: ReadonlyMap<string, string> = new Map([
  ...Object.entries(lookAlikes).flatMap(([ascii, letters]) => [...letters].map((one) => [one, ascii] as const)),
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'].map(
    (ascii) => [String.fromCharCode(ascii.charCodeAt(0) + FULL_WIDTH), ascii] as const,
  ),
]);

// The blocks that they are of.
const otherScript = /[\u0370-\u058f\u13a0-\u13ff\uff21-\uff5a]/;
const word = /[\p{L}\p{M}\p{N}]+/gu;
// Beside a hyphen another script deceives nobody: a loanword, a prefix. A single letter does, as the o of GPT-4o: any
// Cyrillic one, or omicron. A single capital of Greek may be what is meant, as at the beginning of beta-carotene.
const single = `[\u03bf${[...latinOf.keys()].filter((letter) => letter >= '\u0400' && letter < '\u0530').join('')}]`;
const singleBesideHyphen = new RegExp(
  `(?<=[a-z]\\d{0,4}-\\d{0,4})${single}(?![\\p{L}\\p{M}])|(?<![\\p{L}\\p{M}\\p{N}])${single}(?=-[a-z])`,
  'giu',
);

/** One letter, where it stands and what it looks like. */
interface Confusable {
  readonly index: number;
  readonly character: string;
  readonly latin: string;
}

export const confusable: SourceRule = {
  id: 'text/confusable',
  *check(source) {
    for (const { text, pointer } of sourceTexts(source)) {
      if (!otherScript.test(text)) continue;
      const found = confusables(text);
      if (found.length > 0) yield explain(text, pointer, found);
    }
  },
};

function explain(text: string, pointer: string, found: readonly Confusable[]): RuleFinding {
  const kinds = [...new Map(found.map((one) => [one.character, one])).values()].slice(0, 4);
  const letters = kinds.map(({ character, latin }) => `${codePointName(character)} looks like ${latin}`).join(', ');
  const wanted = kinds.map(({ latin }) => latin).join(', ');
  return {
    message: `${receivedField(pointer)} mixes scripts in ${quoteReceived(wordAround(text, found[0]?.index ?? 0), '')}: ${letters}`,
    pointer,
    within: [found[0]?.index ?? 0, (found[0]?.index ?? 0) + (found[0]?.character.length ?? 0)],
    hint: `write the ASCII ${kinds.length === 1 ? 'letter' : 'letters'} ${wanted}: a word that only looks like another is not found, and can be meant to deceive`,
    fix: {
      description: 'write the ASCII letters that they look like',
      safe: false,
      change: { kind: 'write', text: mended(text, found) },
    },
  };
}

/** The letters that look like Latin ones in words with Latin letters, in order. */
function confusables(text: string): Confusable[] {
  const found = new Map<number, Confusable>();
  const add = (character: string, index: number): void => {
    const latin = latinOf.get(character);
    if (latin !== undefined) found.set(index, { index, character, latin });
  };
  for (const { 0: written, index } of text.matchAll(word)) {
    if (!deceives(written)) continue;
    let at = index;
    for (const character of written) {
      add(character, at);
      at += character.length;
    }
  }
  for (const { 0: character, index } of text.matchAll(singleBesideHyphen)) add(character, index);
  return [...found.values()].sort((a, b) => a.index - b.index);
}

/** Whoever mixes scripts to say something uses letters that can be told apart, too: a loanword with its ending. */
function deceives(written: string): boolean {
  if (isAscii(written) || !/[a-z]/i.test(written)) return false;
  let any = false;
  for (const character of written) {
    if (latinOf.has(character)) any = true;
    else if (!isAscii(character) && !/[\p{sc=Latn}\p{M}\p{N}]/u.test(character)) return false;
  }
  return any;
}

function mended(text: string, found: readonly Confusable[]): string {
  let result = '';
  let done = 0;
  for (const { index, character, latin } of found) {
    result += text.slice(done, index) + latin;
    done = index + character.length;
  }
  return result + text.slice(done);
}

/** What stands around a letter up to white space, no longer than a message bears. */
function wordAround(text: string, index: number): string {
  const before = /\S{0,20}$/.exec(text.slice(Math.max(0, index - 20), index))?.[0] ?? '';
  const after = /^\S{0,30}/.exec(text.slice(index, index + 30))?.[0] ?? '';
  return before + after;
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
