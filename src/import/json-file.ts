import { type Diagnostic, diagnose, type Severity } from '../diagnostic.js';
import { locateInJson, parseJson } from '../encoding/json.js';
import type { JsonValue } from '../encoding/json-value.js';
import { rangeAt } from '../encoding/position.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import type { ImportedFile } from './importer.js';

/** A list of all models that a service offers has a million and a half. */
const MAX_CHARACTERS = 4 << 20;

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

/**
 * A file of JSON, read strictly.
 * @param what it is to be, as in "cannot be read as …"
 * @throws PassportError ERR_INVALID_IMPORT
 */
export function readJsonFile({ file, text }: ImportedFile, what: string): JsonFile {
  refuseTooLong({ file, text }, what);
  let value: JsonValue;
  try {
    value = parseJson(text, { file });
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    throw cannotImport(file, what, error.diagnostics);
  }
  let locate: ReturnType<typeof locateInJson> | undefined;
  const note: Note = (ruleId, severity, pointer, message, hint) => {
    locate ??= locateInJson(text);
    return diagnose({ ruleId, severity, message, hint, file, pointer, range: locate(pointer) });
  };
  return { file, value, note };
}

/** What a file has in it, where that can be told at all: to know its kind, no error is of interest. */
export function glanceAtJson({ text }: ImportedFile): JsonValue | undefined {
  if (text.length > MAX_CHARACTERS || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** @throws PassportError ERR_INVALID_IMPORT */
export function refuseTooLong({ file, text }: ImportedFile, what: string): void {
  if (text.length <= MAX_CHARACTERS) return;
  throw cannotImport(file, what, [
    diagnose({
      ruleId: 'import/unreadable',
      severity: 'error',
      message: 'the file has more than 4,194,304 characters',
      hint: 'name the file that describes the artifact, not one that holds it',
      file,
      range: rangeAt(text, 0, 0),
    }),
  ]);
}

/** The error for a file that is not what it is to be. */
export function cannotImport(file: string, what: string, diagnostics: readonly Diagnostic[]): PassportError {
  const message = `${printable(file)} cannot be read as ${what}: ${diagnostics[0]?.message ?? 'nothing is in it'}`;
  return new PassportError('ERR_INVALID_IMPORT', message, { hint: diagnostics[0]?.hint, diagnostics, file });
}
