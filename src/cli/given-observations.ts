import { PassportError } from '../errors.js';
import type { Io } from '../node/io.js';
import { lineParcels } from '../node/line-parcels.js';
import { createHash } from 'node:crypto';
import { DigestTable } from '../registry/digest-table.js';
import { parseJoined } from '../registry/joined-observations.js';
import { slugDigest } from '../registry/slug-digest.js';
import { MAX_DOCUMENT } from '../validate/payload.js';
import { chunksOf } from './batch-inputs.js';
import type { GivenObservations } from './signing-work.js';

/** What `--observations` names, and a word that changes with what it says. */
export interface NamedObservations {
  readonly given: GivenObservations;
  readonly digest: string;
}

/**
 * `column` or `column:NAME`, `beside`, or a file of lines, each with a slug. Of the file only where each line begins is
 * kept.
 * @throws PassportError ERR_USAGE, ERR_READ, ERR_INVALID_SOURCE, ERR_INVALID_JSON, ERR_DUPLICATE_SLUG
 */
export async function readGivenObservations(word: string, io: Io): Promise<NamedObservations> {
  const [, name = 'observations'] = /^column(?::(.+))?$/s.exec(word) ?? [undefined, undefined];
  if (/^column(?::|$)/.test(word)) return { given: { kind: 'column', name }, digest: `column:${name}` };
  if (word === 'beside') return { given: { kind: 'beside' }, digest: word };
  if (!/\.(?:ndjson|jsonl)$/.test(word)) {
    throw new PassportError('ERR_USAGE', `--observations ${word} is none of what a batch can join`, {
      hint: 'give column, column:NAME, beside, or a file that ends in .ndjson, each line with a slug',
    });
  }
  const table = new DigestTable();
  const hash = createHash('sha256');
  for await (const { bytes, places } of lineParcels(heard(chunksOf(word, io), hash), MAX_DOCUMENT)) {
    for (let at = 0; at < places.length; at += 4) {
      const [start = 0, end = 0, line = 0, begin = 0] = places.subarray(at, at + 4);
      const slug = slugAt(bytes.subarray(start, end), word, line);
      if (table.add(slugDigest(slug), begin) === undefined) continue;
      throw new PassportError('ERR_DUPLICATE_SLUG', `${word}:${line} is the second line of the slug ${slug}`, {
        hint: 'leave one of them out: nobody could tell which of the two holds',
      });
    }
  }
  const given = { kind: 'joined', path: word, table: table.share() } as const;
  return { given, digest: hash.digest('hex') };
}

function slugAt(bytes: Uint8Array, file: string, line: number): string {
  try {
    return parseJoined(bytes).slug;
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    throw new PassportError(error.code, `${file}:${line}: ${error.message}`, { hint: error.hint });
  }
}

async function* heard(
  chunks: AsyncIterable<Uint8Array>,
  hash: { update(bytes: Uint8Array): unknown },
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
