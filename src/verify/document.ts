import { decodeBase64 } from '../encoding/base64.js';
import { type ReadJson, readJson } from '../encoding/json.js';
import { member } from '../encoding/json-value.js';
import { parseCanonicalTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { repeatedCosigner, type UnsignedCosignature } from '../passport/cosignature.js';
import type { Cosignature, Envelope, PassportDocument } from '../passport/types.generated.js';
import { envelopeDeparture, MAX_DOCUMENT } from '../validate/payload.js';
import type { Failure } from './verdict.js';

/** A document of the passport's form. Nothing in it is believed yet. */
export interface ReadDocument {
  readonly json: ReadJson;
  readonly envelope: Envelope;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** What `signedAt` says, in milliseconds since the epoch. */
  readonly signedAt: number;
  /** Those beside it, each of the form of one; whose they are is not known yet. */
  readonly cosignatures: readonly ReadCosignature[];
}

export interface ReadCosignature {
  readonly fields: UnsignedCosignature;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** What its `signedAt` says, in milliseconds since the epoch. */
  readonly signedAt: number;
}

/**
 * The document in its bytes, or the first thing that keeps them from being one:
 *  0. 4 MiB at the most: far more than a passport has, and less than what takes long
 *  1. strict JSON (RFC 8259, RFC 7493)
 *  2. the envelope's version is 1
 *  3. the passport's members, all of them and no others; `_links` is not looked at
 *  4. `signedAt` is a time (RFC 3339)
 *  5. `signature` is the canonical base64 (RFC 4648 section 3.5) of 64 bytes
 *  6. what is beside it in `_cosignatures` has the same two forms, and no issuer stands there twice in one role
 */
export function readDocument(input: Uint8Array | string): ReadDocument | Failure {
  if (input.length > MAX_DOCUMENT) {
    const message = `the document has more than ${MAX_DOCUMENT >> 20} MiB`;
    return { code: 'MALFORMED_DOCUMENT', message, hint: 'is it a passport? one document a line is --ndjson' };
  }
  let json: ReadJson;
  try {
    json = readJson(input, { refuseNegativeZero: true });
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    return { code: 'MALFORMED_JSON', message: `not a strict JSON text: ${error.message}`, hint: error.hint };
  }
  const { value } = json;
  const version = member(member(value, 'passport'), 'version');
  if (typeof version === 'number' && version !== 1) {
    return {
      code: 'UNSUPPORTED_VERSION',
      message: `the envelope has version ${version}; this verifier knows version 1`,
      pointer: '/passport/version',
    };
  }
  const problem = envelopeDeparture(value);
  if (problem) {
    const { message, pointer, hint } = problem;
    const beside = pointer === COSIGNATURES || pointer.startsWith(`${COSIGNATURES}/`);
    return { code: beside ? 'MALFORMED_COSIGNATURES' : 'MALFORMED_DOCUMENT', message, pointer, hint };
  }
  const envelope = member(value, 'passport') as unknown as Envelope;
  const signedAt = parseCanonicalTimestamp(envelope.signedAt);
  if (signedAt === undefined) {
    return { code: 'MALFORMED_TIME', message: 'signedAt is not a time', pointer: '/passport/signedAt' };
  }
  const signature = decodeSignature(envelope.signature);
  if (!signature) {
    return {
      code: 'MALFORMED_SIGNATURE',
      message: 'the signature is not the canonical base64 of 64 bytes',
      pointer: '/passport/signature',
    };
  }
  const cosignatures = readCosignatures((value as unknown as PassportDocument)._cosignatures ?? []);
  return 'code' in cosignatures ? cosignatures : { json, envelope, signature, signedAt, cosignatures };
}

const COSIGNATURES = '/_cosignatures';

/** Those of the schema's form, or what is wrong with one. */
function readCosignatures(cosignatures: readonly Cosignature[]): ReadCosignature[] | Failure {
  const malformed = (index: number, what: string, name = ''): Failure => ({
    code: 'MALFORMED_COSIGNATURES',
    message: `_cosignatures[${index}]${what}`,
    pointer: `${COSIGNATURES}/${index}${name}`,
    hint: 'take it out, or get the document anew from who gave it: nothing signs the list',
  });
  const repeated = repeatedCosigner(cosignatures);
  if (repeated !== -1) return malformed(repeated, ' is the second of its issuer in this role');
  const result: ReadCosignature[] = [];
  for (const [index, { signature: text, ...fields }] of cosignatures.entries()) {
    const signedAt = parseCanonicalTimestamp(fields.signedAt);
    if (signedAt === undefined) return malformed(index, '.signedAt is not a time', '/signedAt');
    const signature = decodeSignature(text);
    if (!signature) return malformed(index, '.signature is not the canonical base64 of 64 bytes', '/signature');
    result.push({ fields, signature, signedAt });
  }
  return result;
}

/** 64 bytes; undefined for a text that is not the one canonical spelling of as many. */
export function decodeSignature(text: string): Uint8Array | undefined {
  try {
    const bytes = decodeBase64(text);
    return bytes.length === 64 ? bytes : undefined;
  } catch {
    return undefined;
  }
}
