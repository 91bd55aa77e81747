import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { ByteWriter } from '../encoding/byte-writer.js';
import { PassportError } from '../errors.js';
import { KeyPair } from '../keys/key-pair.js';
import { readItemFile, readItemFileIfThere } from '../node/item-file.js';
import { checkOf, type JournalEntry } from '../node/journal.js';
import { PLACE } from '../node/line-parcels.js';
import { emitDocument } from '../passport/document.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Coverage } from '../passport/signing-input.js';
import { DigestTable, type DigestTableParts } from '../registry/digest-table.js';
import { type Refusal, refusalOf } from '../registry/item.js';
import { itemSigner, type SignedItem } from '../registry/item-signer.js';
import { parseJoined } from '../registry/joined-observations.js';
import { ownWorkOf, resignAdmission, type ResignPolicy } from '../registry/resign.js';
import { isOfShard, type Shard, slugOf } from '../registry/shard.js';
import { slugDigest, slugPath } from '../registry/slug-digest.js';
import { unchangedBy } from '../registry/unchanged.js';
import { signPassport, takenOver } from '../sign/sign.js';
import type { Signer } from '../sign/signer.js';
import { MAX_DOCUMENT } from '../validate/payload.js';
import { type ItemResultParts, ItemResultsWriter } from './item-results.js';
import { countItems, type ItemPlace, itemPlaces, type Parcel } from './parcel.js';

/** All that a thread has to know to sign parcels. */
export interface SigningConfig {
  /** The seed; undefined where the signer is somewhere else, and cannot be given to a thread. */
  readonly secretKey: Uint8Array | undefined;
  readonly signedAt: string;
  readonly issuer: string | undefined;
  readonly coverage: Coverage;
  readonly registry: RegistryProfile | undefined;
  readonly checkTexts: boolean;
  readonly observations: GivenObservations | undefined;
  readonly shard: Shard | undefined;
  /** The folder of the output, where it is one. */
  readonly tree: string | undefined;
  /** Whether what comes out is looked at again: by its journal. */
  readonly isJournalled: boolean;
  readonly changedOnly: boolean;
  /** For documents that are signed anew. */
  readonly resign: ResignPolicy | undefined;
}

/** Where the observations of each source come from. */
export type GivenObservations =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'beside' }
  /** A file of lines, and where in it the line of a slug begins. */
  | { readonly kind: 'joined'; readonly path: string; readonly table: DigestTableParts };

export interface SignedParcel {
  readonly first: number;
  /** Of the input, up to the end of this parcel. */
  readonly read: number;
  /** As in the parcel that it was made of: where its items are. */
  readonly file: string;
  readonly paths: readonly string[];
  readonly items: ItemResultParts;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Signs parcels. What it throws would be the same for every parcel. */
export function signingWork(
  config: SigningConfig,
  signer: Signer = new KeyPair(config.secretKey as Uint8Array),
): (parcel: Parcel) => Promise<SignedParcel> {
  const { shard, observations, resign } = config;
  const joined = observations?.kind === 'joined' ? joinedReader(observations.path, observations.table) : undefined;
  const options = {
    signedAt: config.signedAt,
    issuer: config.issuer,
    coverage: config.coverage,
    registry: config.registry,
    checkTexts: config.checkTexts,
    observationsColumn: observations?.kind === 'column' ? observations.name : undefined,
    observationsOf: joined,
  };
  const isUnchanged = config.changedOnly ? unchangedBy(signer.publicKey, options) : undefined;
  // Of the item at hand: what its document was, where it has not changed.
  let old: Uint8Array | undefined;
  const sign = itemSigner(signer, {
    ...options,
    isUnchanged: config.changedOnly
      ? (payload) => {
          const { slug } = payload.artifact;
          old = readOld(config.tree, slug, slugDigest(slug));
          return old !== undefined && isUnchanged?.(old, payload) === true;
        }
      : undefined,
  });
  const admit = resign && resignAdmission(resign);
  const ownWork = resign && ownWorkOf(signer.publicKey, options);

  const signItem = async (input: Uint8Array, place: ItemPlace, side: Uint8Array | undefined) => {
    if (!admit) return sign({ input, file: place.file, observations: side });
    const asked = admit(input);
    // Of a run in place that was broken off: what it has signed by now would not be VALID by the old key.
    const admitted = asked && 'payload' in asked ? asked : (ownWork?.(input) ?? asked);
    if (!admitted || 'status' in admitted) return admitted;
    const { payload, cosignatures } = admitted;
    const document = await signPassport(payload, signer, options);
    const { slug } = payload.artifact;
    return {
      status: 'signed',
      slug,
      parts: undefined,
      text: emitDocument(document),
      warnings: cosignatures > 0 ? 1 : 0,
    } satisfies SignedItem;
  };

  const doItem = async (
    place: ItemPlace,
    index: number,
    entry: JournalEntry | undefined,
    out: ByteWriter,
    results: ItemResultsWriter,
  ): Promise<void> => {
    const { line } = place;
    const start = out.size;
    let input: Uint8Array;
    let side: Uint8Array | undefined;
    try {
      input = readItem(place);
      if (observations?.kind === 'beside') side = readBeside(place.file);
    } catch (error) {
      return results.add('refused', { line, start, end: start, refusal: unreadable(error) });
    }
    if (shard && !isOfShard(input, index, shard)) return results.add('elsewhere', { line, start, end: start });
    const check = config.isJournalled ? checkOf(input, ...(side ? [side] : [])) : '';
    const already =
      entry && (entry.input === check || (resign && entry.output === check))
        ? findAlready(entry, input, config.tree, out)
        : undefined;
    if (already) {
      const { slug, digest } = already;
      return results.add('already', { line, start, end: out.size, slug, digest, input: check, output: entry?.output });
    }
    const signed = await signItem(input, place, side);
    if (!signed) return results.add('passed', { line, start, end: start });
    if (signed.status !== 'signed' && signed.status !== 'kept') {
      return results.add('refused', { line, start, end: start, input: check, refusal: signed });
    }
    const { status, slug } = signed;
    if (signed.status === 'kept') out.put(old as Uint8Array);
    else writeDocument(signed, input, out);
    const warnings = signed.status === 'kept' ? 0 : signed.warnings;
    const output = config.isJournalled ? checkOf(out.view().subarray(start)) : '';
    const digest = slugDigest(slug);
    results.add(status, { line, start, end: out.size, warnings, slug, digest, input: check, output });
  };

  /** The bytes of the last parcel, which nobody looks at any more. */
  let spare: Uint8Array<ArrayBuffer> | undefined;
  return async (parcel) => {
    // A document is some hundred bytes longer than its payload.
    const places = parcel.places.length / PLACE;
    const end = parcel.places.at(1 - PLACE) ?? 0;
    const out = new ByteWriter(Math.max(0, end) + 4096 * (parcel.paths.length + 1) + 2048 * places, spare);
    const { first, read, file, paths } = parcel;
    const results = new ItemResultsWriter(countItems(parcel), config.isJournalled);
    let index = first;
    for (const place of itemPlaces(parcel)) {
      await doItem(place, index, parcel.entries?.[index - first], out, results);
      index++;
    }
    spare = parcel.bytes.buffer.byteLength <= MOST_SPARE ? new Uint8Array(parcel.bytes.buffer) : undefined;
    return { first, read, file, paths, items: results.parts(), bytes: out.view() };
  };
}

const MOST_SPARE = 1 << 20;

function readItem({ bytes, file, line }: ItemPlace): Uint8Array {
  if (bytes) return bytes;
  if (line === undefined) return readItemFile(file, MAX_DOCUMENT);
  throw new PassportError('ERR_INVALID_PAYLOAD', `the line has more than ${MAX_DOCUMENT >> 20} MiB`, {
    hint: 'is it a passport? one item a line is expected',
  });
}

/** Of `NAME.yaml` it is `NAME.observations.yaml`, or the same in JSON. */
function readBeside(file: string): Uint8Array | undefined {
  const stem = file.replace(/\.(?:ya?ml|json)$/, '');
  for (const ending of ['yaml', 'yml', 'json']) {
    const found = readItemFileIfThere(`${stem}.observations.${ending}`, MAX_DOCUMENT);
    if (found) return found;
  }
  return undefined;
}

function unreadable(error: unknown): Refusal {
  if (!(error instanceof PassportError)) throw error;
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  // Not the item's fault, and every other would have the same.
  if (code === 'EMFILE' || code === 'ENFILE' || code === 'ENOMEM') throw error;
  return refusalOf(error, undefined);
}

/** Whether an item was done by a run that was broken off, and its output is still there as it was. */
function findAlready(
  entry: JournalEntry,
  input: Uint8Array,
  tree: string | undefined,
  out: ByteWriter,
): { readonly slug: string; readonly digest: Uint8Array } | undefined {
  // What was refused is said again, by whoever says it.
  if (entry.output === '') return undefined;
  const slug = slugOf(input);
  const digest = slug === undefined ? undefined : slugDigest(slug);
  if (slug === undefined || digest === undefined || hexOf(digest) !== entry.slug) return undefined;
  // Of a file that grows the beginning has been looked at already.
  if (tree === undefined) return { slug, digest };
  const bytes = readOld(tree, slug, digest);
  if (!bytes || checkOf(bytes) !== entry.output) return undefined;
  out.put(bytes);
  return { slug, digest };
}

/** As the journal has a digest. */
export function hexOf(digest: Uint8Array): string {
  return Buffer.from(digest.buffer, digest.byteOffset, 16).toString('hex');
}

function readOld(tree: string | undefined, slug: string, digest: Uint8Array): Uint8Array | undefined {
  if (tree === undefined) return undefined;
  return readItemFileIfThere(join(tree, slugPath(slug, digest)), MAX_DOCUMENT);
}

/** The payload's bytes are those of the input, where its text is. */
function writeDocument({ parts, text }: SignedItem, input: Uint8Array, out: ByteWriter): void {
  if (!parts) out.putText(text);
  else {
    out.putText(parts.before);
    if (parts.payload === undefined) out.put(takenOver(input));
    else out.putText(parts.payload);
    out.putText(parts.after);
  }
  out.putText('\n');
}

const CHUNK = 64 << 10;

/** Reads the line of a slug from a file of observations, which stays open. */
function joinedReader(path: string, parts: DigestTableParts): (slug: string) => string | undefined {
  const table = DigestTable.of(parts);
  const file = openSync(path, 'r');
  process.once('exit', () => closeSync(file));
  return (slug) => {
    const at = table.get(slugDigest(slug));
    if (at === undefined) return undefined;
    let line = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.alloc(CHUNK);
      const read = readSync(file, chunk, 0, CHUNK, at + line.length);
      const end = chunk.subarray(0, read).indexOf(0x0a);
      line = Buffer.concat([line, chunk.subarray(0, end === -1 ? read : end)]);
      if (end !== -1 || read === 0 || line.length > MAX_DOCUMENT) return parseJoined(line).observations;
    }
  };
}
