import { encodeBase64 } from '../encoding/base64.js';
import { canonicalText } from '../encoding/jcs.js';
import { canonicalSlices } from '../encoding/jcs-slices.js';
import { readJson } from '../encoding/json.js';
import { isObject, type JsonValue } from '../encoding/json-value.js';
import { isCanonicalTimestamp, normalizeTimestamp } from '../encoding/rfc3339.js';
import { encodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';
import { aroundPayload, assembleDocument } from '../passport/document.js';
import { deriveLinks } from '../passport/links.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import {
  assertCoverage,
  type Coverage,
  signingInput,
  signingText,
  type UnsignedEnvelope,
} from '../passport/signing-input.js';
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
  const { before, payload, after } = await signPassportParts(input, signer, options);
  return before + payload + after;
}

/** A document in three parts, so that whoever has the bytes of its payload need not make them again. */
export interface DocumentParts {
  readonly artifact: Payload['artifact'];
  readonly before: string;
  /** The payload's compact text; empty where it was not decoded, and is taken over. */
  readonly payload: string;
  /** Whether it stands so in the input, behind `payloadPrefix` and before one more character. */
  readonly isTakenOver: boolean;
  readonly after: string;
}

/** The same in parts. @throws PassportError as signPassportText */
export async function signPassportParts(
  input: Uint8Array | string,
  signer: Signer,
  options: SignOptions,
): Promise<DocumentParts> {
  assertCall(signer, options);
  const { coverage = 'envelope', registry = unfragileAi } = options;
  const json = readJson(input, { refuseNegativeZero: true });
  const payload = wrappedPayload(json.value);
  const envelope = unsignedEnvelope(payload, options);
  const canonical = canonicalSlices(json, ['unfragile']);
  const bytes = bounded(
    encodeUtf8(signingText(envelope, canonical ?? canonicalText(payload as unknown as JsonValue), coverage)),
  );
  const signature = encodeBase64(await requestSignature(signer, () => bytes));
  const { artifact } = payload;
  // Slices were taken: so the text is what would be written for its value.
  const isTakenOver = canonical !== undefined;
  const text = isTakenOver ? json.text.slice(payloadPrefix.length, -1) : JSON.stringify(payload);
  const around = aroundPayload(envelope, signature, deriveLinks(registry, artifact.slug));
  return { artifact, payload: text, isTakenOver, ...around };
}

/**
 * UTF-8 taken for a text in which every byte is a character: of a passport it says the same, and takes a tenth of the
 * time to be made and to be made bytes again. Platforms differ in whether they have it.
 */
export interface ByteTexts {
  /** Undefined for what is not well-formed UTF-8. */
  decode(bytes: Uint8Array): string | undefined;
  encode(text: string): Uint8Array;
}

/**
 * The same for bytes, by way of such a text; undefined for what it does not do for. It does for a compact payload,
 * because of which nothing but the order of its members is changed (`canonicalSlices`), and which is judged alike:
 * the schema asks for characters of ASCII alone, and for texts that are not empty. Without escapes by number two names
 * are the same where their bytes are. Who signs must have a name in ASCII. What is refused is read again as what it is.
 */
export async function signPassportBytes(
  input: Uint8Array,
  signer: Signer,
  options: SignOptions,
  texts: ByteTexts,
): Promise<DocumentParts | undefined> {
  assertCall(signer, options);
  const { coverage = 'envelope', registry = unfragileAi, issuer = registry.issuer } = options;
  const text = isAscii(issuer) && isAscii(registry.base_url) ? texts.decode(input) : undefined;
  const read = text === undefined ? undefined : readCompact(text, options);
  if (!read) return undefined;
  const { envelope, canonical } = read;
  const bytes = texts.encode(signingText(envelope, canonical, coverage));
  const signature = encodeBase64(await requestSignature(signer, () => bytes));
  const { artifact } = envelope.unfragile;
  const around = aroundPayload(envelope, signature, deriveLinks(registry, artifact.slug));
  return { artifact, payload: '', isTakenOver: true, ...around };
}

function readCompact(
  text: string,
  options: SignOptions,
): { readonly envelope: UnsignedEnvelope; readonly canonical: string } | undefined {
  try {
    const json = readJson(text, { refuseNegativeZero: true });
    if (!json.compact) return undefined;
    const envelope = unsignedEnvelope(wrappedPayload(json.value), options);
    const canonical = canonicalSlices(json, ['unfragile']);
    return canonical === undefined ? undefined : { envelope, canonical };
  } catch (error) {
    if (error instanceof PassportError) return undefined;
    throw error;
  }
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** How a wrapped payload begins. */
export const payloadPrefix = '{"unfragile":';

function wrappedPayload(value: JsonValue): Payload {
  if (!isObject(value) || !Object.hasOwn(value, 'unfragile') || Object.keys(value).length !== 1) {
    throw new PassportError('ERR_INVALID_PAYLOAD', 'cannot sign: not an object with the one member "unfragile"', {
      hint: 'give payloads as passport build prints them: {"unfragile": …}',
    });
  }
  return value.unfragile as unknown as Payload;
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
  const { registry = unfragileAi, issuer = registry.issuer } = options;
  assertPayload(payload);
  assertIssuer(issuer);
  const signedAt = isCanonicalTimestamp(options.signedAt)
    ? options.signedAt
    : normalizeTimestamp(options.signedAt, 'signedAt');
  return { unfragile: payload, signedAt, signedBy: issuer, version: 1 };
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
