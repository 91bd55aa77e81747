import { PassportError } from '../errors.js';
import type { Failure } from '../report/report.js';
import { failureOf } from './failure.js';
import type { Inputs } from './inputs.js';
import { findSources } from './source-files.js';

/** A document, and where it stands. */
export interface NamedDocument {
  readonly file: string;
  readonly line?: number | undefined;
  readonly bytes: Uint8Array;
}

/**
 * The documents that words name: files, globs, and files of one document a line, by their ending or because all are.
 * @param failures gets what could not be read; a file of lines that holds none is one of them
 */
export async function readDocuments(
  words: readonly string[],
  ofLines: boolean,
  inputs: Inputs,
  failures: Failure[],
): Promise<NamedDocument[]> {
  const documents: NamedDocument[] = [];
  for (const file of await findSources(words, failures)) {
    try {
      const bytes = await inputs.bytes(file);
      if (!ofLines && !/\.(?:ndjson|jsonl)$/.test(file)) {
        documents.push({ file, bytes });
        continue;
      }
      const lines = splitLines(bytes);
      if (lines.length === 0) {
        const hint = 'one document a line is expected';
        throw new PassportError('ERR_READ', `${file} holds no document`, { hint });
      }
      // Not all as arguments at once: of those there can be some hundred thousand only.
      for (const one of lines) documents.push({ file, ...one });
    } catch (error) {
      if (!(error instanceof PassportError)) throw error;
      failures.push(failureOf(error, file));
    }
  }
  return documents;
}

const [LINE_FEED, CARRIAGE_RETURN, SPACE, TAB] = [0x0a, 0x0d, 0x20, 0x09];

/** Those that are not empty, counted from 1. */
function splitLines(bytes: Uint8Array): { readonly line: number; readonly bytes: Uint8Array }[] {
  const lines = [];
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found;
    const part = bytes.subarray(start, end);
    if (part.some((byte) => byte !== SPACE && byte !== TAB && byte !== CARRIAGE_RETURN))
      lines.push({ line, bytes: part });
    start = end + 1;
  }
  return lines;
}
