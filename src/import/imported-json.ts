import { type Diagnostic, diagnose, isError, type Range, type Severity } from '../diagnostic.js';
import { locateInJson, parseJson } from '../encoding/json.js';
import { isObject, type JsonObject, type JsonValue } from '../encoding/json-value.js';
import { rangeAt } from '../encoding/position.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import type { ImportedFile } from './importer.js';

// Long lists of tools have some hundreds of kilobytes, a list of all models that a service offers a million and a half.
export const MAX_IMPORTED = 4 << 20;

/** The error for a file that cannot be read as what it is to be. */
export function invalidImport(diagnostics: readonly Diagnostic[], cause?: unknown): PassportError {
  const [first] = diagnostics.filter(isError);
  const start = first?.range?.start;
  // Of a file as a whole its beginning says nothing.
  const place = start && start.line + start.column > 2 ? `line ${start.line}, column ${start.column}: ` : '';
  const name = first?.file === undefined ? '' : `${printable(first.file)}: `;
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
    const range = rangeAt(text, 0, 0);
    throw unreadable(imported, 'the file has more than 4,194,304 characters', 'is it the right file?', { range });
  }
  if (text.isWellFormed()) return;
  // What stands in front of it is whole; the sign itself can be neither written nor signed.
  const at = /\p{Cs}/u.exec(text)?.index ?? 0;
  const hint = 'save the file as UTF-8';
  throw unreadable(imported, 'half of a surrogate pair is no text', hint, { range: rangeAt(text, at, at + 1) });
}

export type ImportRule = 'import/unreadable' | 'import/left-out';

/** What is said of a value, with its place in the file. */
export type Note = (
  rule: ImportRule,
  severity: Severity,
  pointer: string,
  message: string,
  hint?: string | undefined,
) => Diagnostic;

export interface JsonFile {
  readonly file: string;
  readonly value: JsonValue;
  readonly note: Note;
}

/** A file of JSON, read strictly. @throws PassportError ERR_INVALID_IMPORT with the place */
export function readJsonFile(imported: ImportedFile): JsonFile {
  const { file, text } = imported;
  const value = readJson(imported);
  let locate: ReturnType<typeof locateInJson> | undefined;
  const note: Note = (ruleId, severity, pointer, message, hint) => {
    locate ??= locateInJson(text);
    return diagnose({ ruleId, severity, message, hint, file, pointer, range: locate(pointer) });
  };
  return { file, value, note };
}

/** What is in it alone. @throws PassportError ERR_INVALID_IMPORT with the place */
export function readJson(imported: ImportedFile): JsonValue {
  assertText(imported);
  try {
    return parseJson(imported.text, { file: imported.file });
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    throw invalidImport(error.diagnostics, error);
  }
}

/** The same of an object. @throws PassportError ERR_INVALID_IMPORT with the place */
export function readJsonObject(imported: ImportedFile): JsonObject {
  const value = readJson(imported);
  if (isObject(value)) return value;
  throw unreadable(imported, 'this is JSON, but no object', 'is it the right file?');
}

/** What a file has in it, where that can be told at all: to know its kind, no error is of interest. Never throws. */
export function glanceAtJson(imported: ImportedFile): JsonValue | undefined {
  if (!/^\s*[[{]/.test(imported.text)) return undefined;
  try {
    return readJson(imported);
  } catch (error) {
    if (error instanceof PassportError) return undefined;
    throw error;
  }
}

/** The object; undefined for what is none. Never throws. */
export function jsonObjectOf(imported: ImportedFile): JsonObject | undefined {
  const value = glanceAtJson(imported);
  return isObject(value) ? value : undefined;
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
