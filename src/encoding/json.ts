import { type Diagnostic, diagnose, type Range } from '../diagnostic.js';
import { PassportError } from '../errors.js';
import { locateJson, readSlowly, scanJson } from './json-scanner.js';
import type { JsonValue } from './json-value.js';
import { endOfMembers, lineTable, positionAt, rangeAt } from './position.js';
import { decodeUtf8, firstInvalidUtf8 } from './utf8.js';

/** Levels of nesting that are read or canonicalized; a passport needs eight. */
export const MAX_DEPTH = 128;

export interface ParseJsonOptions {
  /** The name for diagnostics. */
  readonly file?: string | undefined;
  /** Refuse the token `-0`, which RFC 8785 canonicalizes to `0`: what is signed would not be what was written. */
  readonly refuseNegativeZero?: boolean | undefined;
}

/** A JSON text that was read, and its value. */
export interface ReadJson {
  readonly value: JsonValue;
  readonly text: string;
  /**
   * The text is as short as its value allows: no spaces, no escape that JSON.stringify would not write, every token of
   * its least length and so in its least place. Only a number may be spelt otherwise than there (`1e2`).
   */
  readonly compact: boolean;
  /** Some string has an escape: its token is longer than it. */
  readonly escaped: boolean;
}

/**
 * A JSON text as a value, strictly: RFC 8259 within I-JSON (RFC 7493). Refused with a position, never repaired:
 * invalid UTF-8, a byte order mark, duplicate members (also by escape), lone surrogates, numbers that a binary64
 * does not hold, a member named `__proto__`, more than 128 levels.
 * @param input UTF-8 bytes, or a text already decoded
 * @throws PassportError ERR_INVALID_JSON, with one diagnostic
 */
export function parseJson(input: Uint8Array | string, options: ParseJsonOptions = {}): JsonValue {
  return readJson(input, options).value;
}

/** The same, with the text: what is already compact need not be written anew. */
export function readJson(input: Uint8Array | string, options: ParseJsonOptions = {}): ReadJson {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text === undefined) throw invalidUtf8(input as Uint8Array, options.file);
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (cause) {
    throw firstProblem(text, options) ?? new PassportError('ERR_INVALID_JSON', 'not a JSON text', { cause });
  }
  let survey = surveyOf(text, value);
  if (survey.misreadName) {
    const error = firstProblem(text, options);
    if (error) throw error;
    value = readSlowly(text, MAX_DEPTH);
    survey = surveyOf(text, value);
  }
  if (isSuspicious(text, survey, typeof input === 'string')) {
    const error = firstProblem(text, options);
    if (error) throw error;
  }
  return { value, text, compact: isCompact(text, survey), escaped: survey.escapes > 0 };
}

/**
 * The ranges of a value, of its member name and of the place behind its last member, in a text that `parseJson`
 * accepts, by RFC 6901 pointer.
 */
export function locateInJson(text: string): (pointer: string, part?: 'key' | 'value' | 'end') => Range | undefined {
  const places = locateJson(text, MAX_DEPTH);
  const at = lineTable(text);
  return (pointer, part = 'value') => {
    const place = places.get(pointer);
    const offsets = part === 'key' ? (place?.key ?? place?.value) : place?.value;
    if (!offsets) return undefined;
    if (part !== 'end') return { start: at(offsets[0]), end: at(offsets[1]) };
    const end = at(endOfMembers(text, ...offsets));
    return { start: end, end };
  };
}

// A number token can lose digits only if it has nine digits in a row (18 significant ones, split by a point at the
// most) or an exponent of at least three digits; anything else is exact or rounds as RFC 8785 has it.
const riskyNumber = /[0-9]{9}|[eE]-[0-9]{3}/;
const surrogateEscape = /\\u[dD][89a-fA-F]/;

interface Survey {
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

function surveyOf(text: string, value: JsonValue): Survey {
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

function isCompact(text: string, survey: Survey): boolean {
  return !survey.oddEscapes && text.length - survey.escapes === survey.shortest;
}

/**
 * Whether the scanner must look. JSON.parse has accepted the text, so what is left is what it takes in silence.
 * A duplicate member, or a digit too many, leaves the text longer than the tree needs. So a compact text is cleared
 * by its length alone. In any other, each string and name of the tree has two unescaped quotes in the text, unless
 * the tree has lost some.
 */
function isSuspicious(text: string, survey: Survey, decodedElsewhere: boolean): boolean {
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
  if (value === 0) return 1;
  // An exponent can be shorter than plain digits from 1e3 up and 1e-3 down: then the length proves nothing.
  const size = value < 0 ? -value : value;
  if (size < 0.01 || (size >= 1000 && size % 1000 === 0)) return Number.NEGATIVE_INFINITY;
  return String(value).length;
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

function firstProblem(text: string, options: ParseJsonOptions): PassportError | undefined {
  const problem = scanJson(text, {
    maxDepth: MAX_DEPTH,
    refuseNegativeZero: options.refuseNegativeZero ?? false,
  });
  if (!problem) return undefined;
  const { ruleId, message, hint } = problem;
  const range = rangeAt(text, problem.start, problem.end);
  const related = problem.first && [{ message: 'the first one', range: rangeAt(text, ...problem.first) }];
  return invalidJson(diagnose({ ruleId, severity: 'error', message, hint, range, file: options.file, related }));
}

/** The error for bytes that `decodeUtf8` refused, with the place of the first bad one. */
export function invalidUtf8(bytes: Uint8Array, file?: string): PassportError {
  const { before, byteOffset } = firstInvalidUtf8(bytes);
  const position = positionAt(before, before.length);
  const byte = (bytes[byteOffset] ?? 0).toString(16).padStart(2, '0');
  return invalidJson(
    diagnose({
      ruleId: 'text/invalid-utf8',
      severity: 'error',
      message: `byte ${byteOffset} (0x${byte}) is not valid UTF-8`,
      hint: 'save the file as UTF-8',
      range: { start: position, end: position },
      file,
    }),
  );
}

function invalidJson(diagnostic: Diagnostic): PassportError {
  const start = diagnostic.range?.start;
  const place = start ? `line ${start.line}, column ${start.column}: ` : '';
  return new PassportError('ERR_INVALID_JSON', `${place}${diagnostic.message}`, {
    hint: diagnostic.hint,
    diagnostics: [diagnostic],
  });
}
