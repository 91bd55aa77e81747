import { parse, TomlError } from 'smol-toml';
import { type JsonObject, type JsonValue } from '../encoding/json-value.js';
import { lineTable } from '../encoding/position.js';
import { assertText, unreadable } from './imported-json.js';
import type { ImportedFile } from './importer.js';

// Levels; a pyproject.toml has five or six.
const MAX_DEPTH = 64;

/**
 * A TOML file as a JSON value. Dates and numbers that JSON has not become texts as TOML writes them: what wants a date
 * for a version is told so, and nothing else in the file is lost by one.
 * @throws PassportError ERR_INVALID_IMPORT with the place
 */
export function readTomlFile(imported: ImportedFile): JsonObject {
  assertText(imported);
  let table: unknown;
  try {
    table = parse(imported.text, { integersAsBigInt: 'asNeeded', maxDepth: MAX_DEPTH });
  } catch (error) {
    const hint = 'mend the file: whatever reads it needs that as well';
    if (error instanceof TomlError) {
      const { line, column, message } = error;
      const start = positionOf(imported.text, line, column);
      const reason = (message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '');
      throw unreadable(imported, `not valid TOML: ${reason}`, hint, { range: { start, end: start }, cause: error });
    }
    // The parser's stack ends where names are nested by the thousand.
    if (error instanceof RangeError) throw unreadable(imported, 'nested too deep', hint, { cause: error });
    throw error;
  }
  return jsonOf(imported, table as Readonly<Record<string, unknown>>, 0) as JsonObject;
}

function positionOf(text: string, line: number, column: number) {
  const at = lineTable(text);
  // Columns are counted from 1, and no line is longer than the text.
  let offset = 0;
  for (let before = 1; before < line; before++) {
    const end = text.indexOf('\n', offset);
    if (end === -1) break;
    offset = end + 1;
  }
  return at(Math.min(text.length, offset + Math.max(0, column - 1)));
}

function jsonOf(imported: ImportedFile, value: unknown, depth: number): JsonValue {
  if (depth > MAX_DEPTH) {
    throw unreadable(imported, `nested deeper than ${MAX_DEPTH} levels`, 'is it the right file?');
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? 'invalid date' : value.toISOString();
  if (Array.isArray(value)) return value.map((entry) => jsonOf(imported, entry, depth + 1));
  const json: JsonObject = {};
  for (const [name, one] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (name === '__proto__') {
      throw unreadable(
        imported,
        'a key named "__proto__" is refused',
        'remove it: it would change what the rest means',
      );
    }
    json[name] = jsonOf(imported, one, depth + 1);
  }
  return json;
}
