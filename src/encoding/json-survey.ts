import { type JsonValue, MAX_DEPTH } from './json-value.js';

// A number token can lose digits only if it has nine digits in a row (18 significant ones, split by a point at the
// most) or an exponent of at least three digits; anything else is exact or rounds as RFC 8785 has it.
const riskyNumber = /[0-9]{9}|[eE]-[0-9]{3}/;
const surrogateEscape = /\\u[dD][89a-fA-F]/;

/** What walking through a value tells of the text that it was read from. */
export interface Survey {
  /** Values and names that are strings. */
  strings: number;
  /** The least number of characters that a text of the value can have, escapes counted as one. */
  shortest: number;
  /** Escapes in the text, by the backslashes that begin them. */
  readonly escapes: number;
  /** There is an escape that JSON.stringify does not write, or by number: the length of the text proves nothing. */
  readonly oddEscapes: boolean;
  readonly surrogates: boolean;
  /**
   * A name in a text with escapes has a backslash: it may be another. V8 13.6 and 14.6 (node 24 and 26) take an escaped
   * name for one that they have seen in its place and that is spelt like the beginning of its token: after a member
   * named `\\`, `"\\u0061"` is read as that, not as `a`. What is misread so always has the backslash of the escape.
   */
  misreadName: boolean;
  suspicious: boolean;
}

export function surveyOf(text: string, value: JsonValue): Survey {
  let escapes = 0;
  let oddEscapes = false;
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', at + 2)) {
    escapes++;
    if (!shortEscapes.includes(text.charAt(at + 1))) oddEscapes = true;
  }
  const surrogates = oddEscapes && surrogateEscape.test(text);
  const survey: Survey = {
    strings: 0,
    shortest: 0,
    escapes,
    oddEscapes,
    surrogates,
    misreadName: false,
    suspicious: false,
  };
  survey.shortest = measure(survey, value, 1);
  return survey;
}

// The escapes of two characters for one that JSON.stringify writes; it never writes \/, which has two as well.
const shortEscapes = '"\\bfnrt';

/** Whether a text is as short as its value allows: every token of its least length, and so in its least place. */
export function isCompact(text: string, survey: Survey): boolean {
  return !survey.oddEscapes && text.length - survey.escapes === survey.shortest;
}

/**
 * Whether the scanner must look. JSON.parse has accepted the text, so what is left is what it takes in silence.
 * A duplicate member, or a digit too many, leaves the text longer than the tree needs. So a compact text is cleared
 * by its length alone. In any other, each string and name of the tree has two unescaped quotes in the text, unless
 * the tree has lost some.
 */
export function isSuspicious(text: string, survey: Survey, decodedElsewhere: boolean): boolean {
  if (survey.suspicious || (decodedElsewhere && !text.isWellFormed())) return true;
  if (isCompact(text, survey)) return false;
  return 2 * survey.strings !== countQuotes(text, survey.escapes > 0) || riskyNumber.test(text);
}

/** The least number of characters that a text of this value can have; negative where that is not worth knowing. */
function measure(survey: Survey, value: JsonValue, depth: number): number {
  switch (typeof value) {
    case 'string':
      survey.strings++;
      if (survey.surrogates && !value.isWellFormed()) survey.suspicious = true;
      return value.length + 2;
    case 'number':
      return measureNumber(survey, value);
    case 'boolean':
      return value ? 4 : 5;
    default:
      if (value === null) return 4;
      if (depth > MAX_DEPTH) {
        survey.suspicious = true;
        return 0;
      }
      return Array.isArray(value) ? measureItems(survey, value, depth) : measureMembers(survey, value, depth);
  }
}

function measureNumber(survey: Survey, value: number): number {
  // The infinities that overflow becomes, and integers that may not be the ones written. A zero may be -0.
  if (!(value < 2 ** 53 && value > -(2 ** 53)) || Object.is(value, -0)) survey.suspicious = true;
  // An exponent can be shorter than plain digits from 1e3 up and 1e-3 down: then the length proves nothing.
  const size = value < 0 ? -value : value;
  if ((size < 0.01 && size > 0) || (size >= 1000 && size % 1000 === 0)) return Number.NEGATIVE_INFINITY;
  // What String writes stays in memory for long; this does not.
  return JSON.stringify(value).length;
}

function measureItems(survey: Survey, items: readonly JsonValue[], depth: number): number {
  let length = 2 + Math.max(0, items.length - 1);
  for (let i = 0; i < items.length; i++) length += measure(survey, items[i] as JsonValue, depth + 1);
  return length;
}

function measureMembers(survey: Survey, object: { [name: string]: JsonValue }, depth: number): number {
  const names = Object.keys(object);
  survey.strings += names.length;
  let length = 2 + Math.max(0, names.length - 1);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    if (survey.escapes > 0 && name.includes('\\')) survey.misreadName = true;
    if (name === '__proto__' || (survey.surrogates && !name.isWellFormed())) survey.suspicious = true;
    length += name.length + 3 + measure(survey, object[name] as JsonValue, depth + 1);
  }
  return length;
}

function countQuotes(text: string, escapes: boolean): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    if (!escapes || !isEscaped(text, at)) count++;
  }
  return count;
}

/** In JSON a backslash stands only in strings, so an odd run of them before a quote escapes it. */
export function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text.charCodeAt(start - 1) === 0x5c) start--;
  return (at - start) % 2 === 1;
}
