import { readSource } from '../author/source.js';
import { type JsonValue, member } from '../encoding/json-value.js';
import { quote } from '../encoding/printable.js';
import { decodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';
import { slugDigest } from './slug-digest.js';

/** One of `count` parts of a batch, counted from 0. */
export interface Shard {
  readonly number: number;
  readonly count: number;
}

/** `0/4`, the first of four. @throws PassportError ERR_USAGE */
export function parseShard(text: string): Shard {
  const [, number, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { number: Number(number), count: Number(count) };
  if (count !== undefined && shard.count > 0 && shard.number < shard.count) return shard;
  throw new PassportError('ERR_USAGE', `the shard ${quote(text)} is none`, {
    hint: 'write 0/4, 1/4, 2/4 and 3/4 for the four parts of a batch',
  });
}

/**
 * Whether an item is of a shard: by its slug, not by its place. So two items of one slug meet in one shard, where the
 * second is found; by their places they would be signed by two runs, one over the other. An item without a slug that
 * can be told goes by its place: nothing is written for it but why.
 */
export function isOfShard(input: Uint8Array | string, index: number, { number, count }: Shard): boolean {
  if (count === 1) return true;
  const slug = slugOf(input);
  const digest = slug === undefined ? undefined : slugDigest(slug);
  const place = digest === undefined ? index : new DataView(digest.buffer, digest.byteOffset).getUint32(4);
  return place % count === number;
}

// In JSON a quote behind a brace or a comma opens a name: within a string it would have a backslash before it, or end it.
const inJson = /[{,][ \t\r\n]*"slug"[ \t\r\n]*:[ \t\r\n]*"([a-z0-9._-]{1,200})"/g;

/**
 * The slug of an item, without reading all of it where there can be no doubt: where one member has that name, and no
 * name can be spelt with escapes. In any other case it is parsed, as a shard must not depend on how a text is spelt.
 */
export function slugOf(input: Uint8Array | string): string | undefined {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text === undefined) return undefined;
  if (!/^\s*\{/.test(text)) return slugOfYaml(text);
  if (!text.includes('\\u')) {
    const [first, second] = text.matchAll(inJson);
    if (first && !second) return first[1];
  }
  return slugOfValue(text);
}

function slugOfValue(text: string): string | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    // What is no JSON may be YAML in braces.
    return slugOfYaml(text);
  }
  const [document, wrapped] = [member(member(value, 'passport'), 'unfragile'), member(value, 'unfragile')];
  const slug = member(member(document ?? wrapped ?? value, 'artifact'), 'slug');
  return typeof slug === 'string' ? slug : undefined;
}

const inYaml = /^[ \t]*slug:[ \t]+([a-z0-9._-]{1,200})[ \t]*\r?$/m;

/** Where the word stands once, in a line of its own, and no name can be spelt with escapes. */
function slugOfYaml(text: string): string | undefined {
  const word = text.indexOf('slug');
  if (word !== -1 && text.indexOf('slug', word + 1) === -1 && !text.includes('\\')) {
    const [, slug] = inYaml.exec(text) ?? [];
    // Digits alone, true and null are no texts in YAML.
    if (slug !== undefined && /^[a-z].*[-_a-z]/.test(slug) && !/^(?:true|false|null)$/.test(slug)) return slug;
  }
  return readSource(text).source?.artifact.slug;
}
