import { type Diagnostic, diagnose, type Range } from '../diagnostic.js';
import { PassportError } from '../errors.js';
import { readCompact } from '#compact-json';
import type { SlicedObject } from './jcs-slices.js';
import { locateJson, readSlowly, scanJson } from './json-scanner.js';
import { isCompact, isSuspicious, surveyOf } from './json-survey.js';
import { type JsonObject, type JsonValue, MAX_DEPTH } from './json-value.js';
import { endOfMembers, lineTable, positionAt, rangeAt } from './position.js';
import { decodeUtf8, encodeUtf8, firstInvalidUtf8 } from './utf8.js';

export interface ParseJsonOptions {
  /** The name for diagnostics. */
  readonly file?: string | undefined;
  /** Refuse the token `-0`, which RFC 8785 canonicalizes to `0`: what is signed would not be what was written. */
  readonly refuseNegativeZero?: boolean | undefined;
  /**
   * The strings of the value may have a character for each byte (`inBytes`), which takes less time: for whoever compares
   * them with ASCII alone.
   */
  readonly mayKeepBytes?: boolean | undefined;
}

/** A JSON text that was read, and its value. */
export interface ReadJson {
  readonly value: JsonValue;
  readonly text: string;
  /**
   * What has a character for each byte of UTF-8: nothing, the text, or the strings of the value, too. Only of bytes that
   * are compact, and where the platform has a way to such a text.
   */
  readonly inBytes: 'nothing' | 'text' | 'all';
  /**
   * The text is the one that JSON.stringify would write for its value, with no spaces and no other escapes, so that every
   * token is in its place. Only a number may be spelt otherwise, in as many characters (`1e2`).
   */
  readonly compact: boolean;
  /** The token of every string is as long as the string, but for its quotes: none has an escape, or stands in bytes. */
  readonly sized: boolean;
  /** Of a text that was sliced when it was read: its outer objects. */
  readonly sliced?: ReadonlyMap<JsonObject, SlicedObject> | undefined;
  /** The UTF-8 bytes of parts of the text, in `spare` where that has the room. */
  encode(part: string, spare?: Uint8Array<ArrayBuffer>): Uint8Array;
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
  const read = typeof input === 'string' ? undefined : readCompact(input, options.mayKeepBytes === true);
  if (read) return read;
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
  const compact = isCompact(text, survey);
  return { value, text, inBytes: 'nothing', compact, sized: survey.escapes === 0, encode: encodeUtf8 };
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
