import { parseAuthored } from '../author/authored.js';
import { tryBuild } from '../author/build.js';
import { readSource } from '../author/source.js';
import { type Diagnostic, isError } from '../diagnostic.js';
import { invalidUtf8, parseJson } from '../encoding/json.js';
import { isObject, type JsonValue } from '../encoding/json-value.js';
import { decodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';
import { emitDocument } from '../passport/document.js';
import type { DocumentFrame } from '../passport/document-frame.js';
import { registryUrl } from '../passport/links.js';
import type { Observations, Payload } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { findAtOdds } from '../sign/at-odds.js';
import {
  type DocumentParts,
  frameOf,
  payloadPrefix,
  readWrapped,
  readWrappedBytes,
  signPassport,
  type SignOptions,
  signWrapped,
  type WrappedPayload,
} from '../sign/sign.js';
import type { Signer } from '../sign/signer.js';
import { toDiagnostic } from '../validate/finding.js';
import { checkPayload, MAX_DOCUMENT } from '../validate/payload.js';
import { checkTexts, textsPass } from '../validate/text.js';
import { type BatchItem, type Refusal, refusalOf } from './item.js';

export interface BatchOptions extends SignOptions {
  /** The member of a source in JSON that holds its observations. It is taken out before the source is read. */
  readonly observationsColumn?: string | undefined;
  /** The observations of a slug, as YAML or JSON; undefined where there are none. */
  readonly observationsOf?: ((slug: string) => Uint8Array | string | undefined) | undefined;
  /**
   * False if payloads and documents are not looked through for unsafe texts and for what does not follow from the rest:
   * for those that `buildPassport` has made, which makes no such payload. Looking takes about as long as signing.
   */
  readonly checkTexts?: boolean | undefined;
  /** Whether the document that there is of a payload need not be made anew. */
  readonly isUnchanged?: ((payload: Payload) => boolean) | undefined;
}

/** One whose document need not be made anew. */
export interface KeptItem {
  readonly status: 'kept';
  readonly slug: string;
}

/** A signed item: its document in parts, or whole. */
export interface SignedItem {
  readonly status: 'signed';
  readonly slug: string;
  readonly parts: DocumentParts | undefined;
  /** Where it is not in parts. */
  readonly text: string;
  readonly warnings: number;
}

/**
 * Signs items by one set of options. What is wrong with an item is what it returns; what it throws is of the signer or
 * of the options, and would be the same for every other item.
 */
export function itemSigner(
  signer: Signer,
  options: BatchOptions,
): (item: BatchItem) => Promise<SignedItem | KeptItem | Refusal> {
  const { registry = unfragileAi, checkTexts, isUnchanged } = options;
  const looksAtTexts = checkTexts !== false || isUnchanged !== undefined || !/^[\0-\x7f]*$/.test(registry.base_url);
  const read = looksAtTexts ? readWrapped : readWrappedBytes;
  let frame: DocumentFrame | undefined;
  return async (item) => {
    let slug: string | undefined;
    try {
      const { input } = item;
      if (input.length > MAX_DOCUMENT) throw tooLarge();
      const wrapped = isWrapped(input) && !takesObservations(item, options) ? read(input) : undefined;
      const found = wrapped ? admittedOf(wrapped, input, options) : payloadOf(item, options, (found) => (slug = found));
      const { payload, warnings } = found;
      slug = payload.artifact.slug;
      if (isUnchanged?.(payload)) return { status: 'kept', slug };
      if (wrapped) {
        frame ??= frameOf(options);
        const parts = await signWrapped(wrapped, signer, frame);
        return { status: 'signed', slug, parts, text: '', warnings };
      }
      const document = await signPassport(payload, signer, options);
      return { status: 'signed', slug, parts: undefined, text: emitDocument(document), warnings };
    } catch (error) {
      if (!(error instanceof PassportError) || !ofItem.has(error.code)) throw error;
      return refusalOf(error, slug);
    }
  };
}

function takesObservations({ observations }: BatchItem, options: BatchOptions): boolean {
  return observations !== undefined || options.observationsColumn !== undefined || options.observationsOf !== undefined;
}

/** The same for one that was read from bytes: those tell sooner that its texts are good. */
function admittedOf({ json, payload }: WrappedPayload, input: Uint8Array | string, options: BatchOptions) {
  const isKnownGood = options.checkTexts !== false && json.compact && typeof input !== 'string' && textsPass(input);
  return admitted(payload, options, isKnownGood);
}

/** A payload of the right form, unless it must not be signed all the same. */
function admitted(payload: Payload, options: BatchOptions, hasGoodTexts = false): FoundPayload {
  if (options.checkTexts !== false) {
    const unsafe = hasGoodTexts ? [] : checkTexts(payload as unknown as JsonValue);
    const findings = [...unsafe, ...findAtOdds(payload, options.registry ?? unfragileAi)];
    if (findings.length > 0) throw invalidPayload(findings.map((finding) => toDiagnostic(finding)));
  }
  return { payload, warnings: ofOther(payload.artifact, options) };
}

/** Signed for the wrong registry, a payload gets that one's issuer and links. @returns how many warnings that is */
function ofOther({ slug, page_url }: Payload['artifact'], { registry = unfragileAi }: BatchOptions): number {
  return page_url === registryUrl(registry, 'artifact', slug) ? 0 : 1;
}

/** What an item can be to blame for. */
const ofItem: ReadonlySet<PassportError['code']> = new Set([
  ...(['ERR_INVALID_JSON', 'ERR_NOT_JSON', 'ERR_INVALID_SOURCE', 'ERR_INVALID_PAYLOAD', 'ERR_READ'] as const),
]);

function isWrapped(input: Uint8Array | string): boolean {
  for (let at = 0; at < payloadPrefix.length; at++) {
    const code = typeof input === 'string' ? input.charCodeAt(at) : input[at];
    if (code !== payloadPrefix.charCodeAt(at)) return false;
  }
  return true;
}

interface FoundPayload {
  readonly payload: Payload;
  readonly warnings: number;
}

function payloadOf(item: BatchItem, options: BatchOptions, tell: (slug: string) => void): FoundPayload {
  const { file } = item;
  let text = textOf(item.input, 'the item');
  let column: unknown;
  if (options.observationsColumn !== undefined && /^\s*\{/.test(text)) {
    const value = parseJson(text, { file, refuseNegativeZero: true });
    if (isObject(value) && Object.hasOwn(value, options.observationsColumn)) {
      const { [options.observationsColumn]: taken, ...rest } = value;
      column = taken;
      text = JSON.stringify(rest);
    }
  }
  const given = (slug: string): Observations | undefined => {
    tell(slug);
    if (column !== undefined && column !== null) return observationsIn(JSON.stringify(column));
    const found = item.observations ?? options.observationsOf?.(slug);
    return found === undefined ? undefined : observationsIn(textOf(found, 'the observations'));
  };
  const built = readBuilt(text);
  if (built) {
    if (given(built.artifact.slug)) throw alreadyBuilt();
    return admitted(built, options);
  }
  const read = readSource(text, { file });
  if (!read.source) throw invalidSource(read.diagnostics);
  const observations = given(read.source.artifact.slug);
  const result = tryBuild(read.source, { observations, registry: options.registry, now: options.signedAt }, true);
  if ('errors' in result) throw invalidSource(result.errors);
  const warnings = [...read.diagnostics, ...result.diagnostics].filter(({ severity }) => severity === 'warning');
  return { payload: result.payload, warnings: warnings.length };
}

/** The payload of a text that is one, or holds one; undefined for a source. */
function readBuilt(text: string): Payload | undefined {
  if (!/^\s*\{\s*["}]/.test(text)) return undefined;
  const value = parseJson(text, { refuseNegativeZero: true });
  if (!isObject(value)) return undefined;
  const inDocument = isObject(value.passport) ? value.passport.unfragile : undefined;
  const payload = inDocument ?? value.unfragile ?? (Object.hasOwn(value, '@version') ? value : undefined);
  if (payload === undefined) return undefined;
  const findings = checkPayload(payload);
  if (findings.length > 0) throw invalidPayload(findings.map((finding) => toDiagnostic(finding)));
  return payload as unknown as Payload;
}

function observationsIn(text: string): Observations {
  return parseAuthored('observations', text) as Observations;
}

function textOf(input: Uint8Array | string, what: string): string {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text !== undefined) return text;
  throw invalidUtf8(input as Uint8Array, what);
}

function invalidSource(diagnostics: readonly Diagnostic[]): PassportError {
  const first = diagnostics.find(isError);
  return new PassportError('ERR_INVALID_SOURCE', `cannot build a passport: ${first?.message}`, { diagnostics });
}

function invalidPayload(diagnostics: readonly Diagnostic[]): PassportError {
  const first = diagnostics.find(isError);
  return new PassportError('ERR_INVALID_PAYLOAD', `cannot sign: ${first?.message}`, { diagnostics });
}

function alreadyBuilt(): PassportError {
  return new PassportError('ERR_INVALID_PAYLOAD', 'observations are for a source, but this was built from one', {
    hint: 'build it again from its source',
  });
}

function tooLarge(): PassportError {
  return new PassportError('ERR_INVALID_PAYLOAD', `the item has more than ${MAX_DOCUMENT >> 20} MiB`, {
    hint: 'is it a passport? a file of one item a line ends in .ndjson',
  });
}
