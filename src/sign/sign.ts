import { encodeBase64 } from '../encoding/base64.js';
import { canonicalSlices } from '../encoding/jcs-slices.js';
import { type ReadJson, readJson } from '../encoding/json.js';
import { isObject } from '../encoding/json-value.js';
import { normalizeTimestamp } from '../encoding/rfc3339.js';
import { decodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';
import { assembleDocument } from '../passport/document.js';
import { DocumentFrame, type EnvelopeFields } from '../passport/document-frame.js';
import { deriveLinks } from '../passport/links.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import { assertCoverage, type Coverage, signingInput, type UnsignedEnvelope } from '../passport/signing-input.js';
import type { PassportDocument, Payload } from '../passport/types.generated.js';
import { unfragileAi } from '../passport/unfragile-ai.js';
import { toDiagnostic } from '../validate/finding.js';
import { checkPayload, MAX_DOCUMENT } from '../validate/payload.js';
import { assertIssuer } from './issuer.js';
import { assertSigner, requestSignature, requestSignatures, type Signer } from './signer.js';

export interface SignOptions {
  /** When it is signed, RFC 3339; written in UTC with milliseconds. */
  readonly signedAt: string;
  /** The name for `signedBy`, 1 to 200 characters; the registry's issuer where left out. */
  readonly issuer?: string | undefined;
  /** What the signature is over; `envelope` where left out. */
  readonly coverage?: Coverage | undefined;
  /** The registry whose `_links` are written; unfragile.ai where left out. */
  readonly registry?: RegistryProfile | undefined;
}

/**
 * The signed document of a payload. The new signature is verified under the signer's public key before the document
 * is returned, so a faulty or lying signer cannot get one out.
 * @throws PassportError ERR_INVALID_PAYLOAD, ERR_INVALID_TIME, ERR_USAGE, ERR_INVALID_KEY, ERR_WEAK_KEY, ERR_SIGNER…
 */
export async function signPassport(payload: Payload, signer: Signer, options: SignOptions): Promise<PassportDocument> {
  assertCall(signer, options);
  const { coverage = 'envelope', registry = unfragileAi } = options;
  const envelope = unsignedEnvelope(payload, options);
  const signature = await requestSignature(signer, () => bounded(signingInput(envelope, coverage)));
  return assembleDocument(envelope, encodeBase64(signature), deriveLinks(registry, payload.artifact.slug));
}

/**
 * The same for several payloads, all signed or none: a signer that can be asked for many signatures at once is.
 * @throws PassportError as signPassport
 */
export async function signPassports(
  payloads: readonly Payload[],
  signer: Signer,
  options: SignOptions,
): Promise<PassportDocument[]> {
  assertCall(signer, options);
  const { coverage = 'envelope', registry = unfragileAi } = options;
  const envelopes = payloads.map((payload) => unsignedEnvelope(payload, options));
  // Before the signer is asked: a failure of what is to be signed is none of the signer's.
  for (const envelope of envelopes) bounded(signingInput(envelope, coverage));
  const signatures = await requestSignatures(
    signer,
    envelopes.map((envelope) => () => signingInput(envelope, coverage)),
  );
  return envelopes.map((envelope, index) =>
    assembleDocument(
      envelope,
      encodeBase64(signatures[index] as Uint8Array),
      deriveLinks(registry, envelope.unfragile.artifact.slug),
    ),
  );
}

/**
 * The same from text to text, without a final newline: for many payloads, as `build` prints them. What is already
 * compact is signed and taken over as it stands, so each payload is read once and never written.
 * @param input `{"unfragile": …}` in strict JSON
 * @throws PassportError as signPassport, and ERR_INVALID_JSON
 */
export async function signPassportText(
  input: Uint8Array | string,
  signer: Signer,
  options: SignOptions,
): Promise<string> {
  assertCall(signer, options);
  return documentText(await signWrapped(readWrapped(input), signer, frameOf(options)), input);
}

/** A wrapped payload that was read: it has the form of one. */
export interface WrappedPayload {
  readonly json: ReadJson;
  readonly payload: Payload;
  /** The canonical text of the payload, where it could be put together from that of the input. */
  readonly canonical: string | undefined;
}

/** A document in three parts, so that whoever has the bytes of its payload need not make them again. */
export interface DocumentParts {
  readonly before: string;
  /** The payload's compact text; undefined where that stands in the input (`takenOver`). */
  readonly payload: string | undefined;
  readonly after: string;
}

/** @throws PassportError ERR_INVALID_JSON, ERR_INVALID_PAYLOAD */
export function readWrapped(input: Uint8Array | string): WrappedPayload {
  const json = readJson(input, { refuseNegativeZero: true });
  const payload = payloadIn(json);
  if (payload === undefined) {
    throw new PassportError('ERR_INVALID_PAYLOAD', 'cannot sign: not an object with the one member "unfragile"', {
      hint: 'give payloads as passport build prints them: {"unfragile": …}',
    });
  }
  assertPayload(payload);
  return { json, payload, canonical: canonicalSlices(json, ['unfragile']) };
}

/**
 * The same for whoever does not look at the texts of the payload: they may have a character for each byte. The schema
 * judges them alike, as it asks for characters of ASCII alone, and for texts that are not empty.
 * @throws PassportError as readWrapped
 */
export function readWrappedBytes(input: Uint8Array | string): WrappedPayload {
  const json = readJson(input, { refuseNegativeZero: true, mayKeepBytes: true });
  if (json.inBytes === 'all') {
    const payload = payloadIn(json);
    const canonical = canonicalSlices(json, ['unfragile']);
    if (payload && canonical !== undefined && checkPayload(payload).length === 0) return { json, payload, canonical };
    // What is refused is said of characters.
  }
  return readWrapped(input);
}

function payloadIn({ value }: ReadJson): Payload | undefined {
  if (!isObject(value) || !Object.hasOwn(value, 'unfragile') || Object.keys(value).length !== 1) return undefined;
  return value.unfragile as unknown as Payload;
}

/** What all documents have in common that are signed by one set of options. @throws PassportError ERR_USAGE, ERR_INVALID_TIME */
export function frameOf(options: SignOptions): DocumentFrame {
  const { coverage = 'envelope', registry = unfragileAi } = options;
  return new DocumentFrame(fieldsOf(options), registry, coverage);
}

/** The same as `signPassport` for what was read, in parts. @throws PassportError as signPassport */
export async function signWrapped(
  { json, payload, canonical }: WrappedPayload,
  signer: Signer,
  frame: DocumentFrame,
): Promise<DocumentParts> {
  const input = (): Uint8Array =>
    canonical === undefined ? frame.signingInput(payload) : frame.slicedInput(canonical, json);
  const signature = await requestSignature(signer, () => bounded(input()));
  const around = frame.around(encodeBase64(signature), payload.artifact.slug);
  // Where slices were taken, the text is what would be written for its value.
  return { payload: canonical === undefined ? JSON.stringify(payload) : undefined, ...around };
}

/** How a wrapped payload begins in compact JSON, before one more character behind it. */
export const payloadPrefix = '{"unfragile":';

/** The parts put together. @param input what they were made from */
export function documentText({ before, payload, after }: DocumentParts, input: Uint8Array | string): string {
  const text = payload ?? (typeof input === 'string' ? input : decodeUtf8(input))?.slice(payloadPrefix.length, -1);
  return `${before}${text}${after}`;
}

/** Of a wrapped payload in compact JSON, the payload's bytes. */
export function takenOver(input: Uint8Array): Uint8Array {
  return input.subarray(payloadPrefix.length, -1);
}

/** Beside what is signed a document has its links, signature and, one day, cosignatures. */
const MAX_INPUT = MAX_DOCUMENT - (64 << 10);

/** The bytes, unless a document of them would be larger than verifiers take. */
function bounded(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_INPUT) return bytes;
  throw new PassportError('ERR_INVALID_PAYLOAD', `cannot sign: the payload has more than ${MAX_INPUT >> 10} KiB`, {
    hint: `no verifier takes a document of more than ${MAX_DOCUMENT >> 20} MiB; describe the artifact in fewer words`,
  });
}

/** What is to be signed, checked. */
function unsignedEnvelope(payload: Payload, options: SignOptions): UnsignedEnvelope {
  assertPayload(payload);
  return { unfragile: payload, ...fieldsOf(options) };
}

function fieldsOf({ signedAt, registry = unfragileAi, issuer = registry.issuer }: SignOptions): EnvelopeFields {
  assertIssuer(issuer);
  return { signedAt: canonicalTime(signedAt), signedBy: issuer, version: 1 };
}

// Many payloads are signed at one time: it is looked at once.
let acceptedTime: string | undefined;

function canonicalTime(signedAt: string): string {
  if (signedAt === acceptedTime) return signedAt;
  const time = normalizeTimestamp(signedAt, 'signedAt');
  if (time === signedAt) acceptedTime = time;
  return time;
}

function assertCall(signer: Partial<Signer> | undefined, options: Partial<SignOptions> | undefined): void {
  assertSigner(signer);
  if (typeof options?.signedAt !== 'string') {
    throw new PassportError('ERR_USAGE', 'signedAt is no text', {
      hint: 'give { signedAt } with a time like 2026-01-31T09:30:00.000Z',
    });
  }
  if (options.coverage !== undefined) assertCoverage(options.coverage);
}

function assertPayload(payload: Payload): void {
  const findings = checkPayload(payload);
  if (findings.length === 0) return;
  const diagnostics = findings.map((finding) => toDiagnostic(finding));
  throw new PassportError('ERR_INVALID_PAYLOAD', `cannot sign: ${findings[0]?.message}`, {
    hint: findings[0]?.hint,
    diagnostics,
  });
}
