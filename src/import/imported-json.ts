import { type Diagnostic, diagnose, isError, type Range } from '../diagnostic.js';
import { parseJson } from '../encoding/json.js';
import { isObject, type JsonObject } from '../encoding/json-value.js';
import { rangeAt } from '../encoding/position.js';
import { PassportError } from '../errors.js';
import type { ImportedFile } from './importer.js';

// What others wrote of one artifact: the longest lists of tools have some hundreds of kilobytes.
export const MAX_IMPORTED = 4 << 20;

/** The error for a file that cannot be read as what it is to be. */
export function invalidImport(diagnostics: readonly Diagnostic[], cause?: unknown): PassportError {
  const [first] = diagnostics.filter(isError);
  const start = first?.range?.start;
  const place = start ? `line ${start.line}, column ${start.column}: ` : '';
  const name = first?.file === undefined ? '' : `${first.file}: `;
  return new PassportError('ERR_INVALID_IMPORT', `${name}${place}${first?.message ?? 'cannot be read'}`, {
    hint: first?.hint,
    diagnostics,
    file: first?.file,
    cause,
  });
}

/** The same for one thing that is wrong with a file. */
export function unreadable(
  { file }: ImportedFile,
  message: string,
  hint: string,
  more: { readonly range?: Range | undefined; readonly pointer?: string; readonly cause?: unknown } = {},
): PassportError {
  const { range, pointer, cause } = more;
  const fields = { ruleId: 'import/unreadable', severity: 'error', message, hint, file, range, pointer } as const;
  return invalidImport([diagnose(fields)], cause);
}

/**
 * Refuses a text that no draft could be made of.
 * @throws PassportError ERR_INVALID_IMPORT
 */
export function assertText(imported: ImportedFile): void {
  const { text } = imported;
  if (text.length > MAX_IMPORTED) {
    throw unreadable(imported, 'the file has more than 4,194,304 characters', 'is it the right file?');
  }
  if (text.isWellFormed()) return;
  // What stands in front of it is whole; the sign itself can be neither written nor signed.
  const at = /\p{Cs}/u.exec(text)?.index ?? 0;
  const hint = 'save the file as UTF-8';
  throw unreadable(imported, 'half of a surrogate pair is no text', hint, { range: rangeAt(text, at, at + 1) });
}

/**
 * A file that holds a JSON object, read strictly.
 * @throws PassportError ERR_INVALID_IMPORT with the place
 */
export function readJsonObject(imported: ImportedFile): JsonObject {
  const value = readJsonFile(imported);
  if (isObject(value)) return value;
  throw unreadable(imported, 'this is JSON, but no object', 'is it the right file?');
}

/** The same of any JSON. @throws PassportError ERR_INVALID_IMPORT with the place */
export function readJsonFile(imported: ImportedFile): ReturnType<typeof parseJson> {
  assertText(imported);
  try {
    return parseJson(imported.text, { file: imported.file });
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    throw invalidImport(error.diagnostics, error);
  }
}

/** The object; undefined for what is none. Never throws. */
export function jsonObjectOf(imported: ImportedFile): JsonObject | undefined {
  try {
    return readJsonObject(imported);
  } catch (error) {
    if (error instanceof PassportError) return undefined;
    throw error;
  }
}

/** A diagnostic of what was not taken over, or was taken with doubts. */
export function leftOut(file: string, place: string, why: string, hint: string): Diagnostic {
  const message = `${place} is not taken over: ${why}`;
  return diagnose({ ruleId: 'import/left-out', severity: 'warning', message, hint, file });
}

/** The last part of a file's name, in lower case. */
export function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? '').toLowerCase();
}
