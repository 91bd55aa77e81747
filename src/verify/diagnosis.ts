import { canonicalize } from '../encoding/jcs.js';
import { readJson } from '../encoding/json.js';
import { isObject, type JsonObject, type JsonValue, member } from '../encoding/json-value.js';
import { pointerTokens } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.js';
import { verify } from '../keys/ed25519.js';
import { COVERAGES, type Coverage } from '../passport/signing-input.js';
import { isOfRegistry, rederive } from '../trust/rederive.js';
import { checkEnvelope } from '../validate/payload.js';
import type { ClueCode } from './clue-codes.js';
import { decodeSignature, type ReadDocument, readDocument } from './document.js';
import { compareLinks } from './links.js';
import { preparePolicy, type ReadyPolicy, type VerifyPolicy } from './policy.js';
import { candidateKeys, type FoundSigner, findSigner, signerInfo } from './signer.js';
import type { Verdict } from './verdict.js';
import type { VerdictCode } from './verdict-codes.js';

/**
 * What can be told of a document beside its verdict: for people, to find out what became of it. A clue is no verdict,
 * and nothing here can make one: it is looked at when the verdict is given, with the keys of the policy alone.
 */
export interface Clue {
  readonly code: ClueCode;
  readonly message: string;
  /** RFC 6901 pointer into the document. */
  readonly pointer?: string | undefined;
}

/** So many places are named. */
const MAX_PLACES = 10;
const MAX_POINTER = 200;

/** The clues to a verdict that this policy gave to this document. */
export function diagnosePassport(input: Uint8Array | string, verdict: Verdict, policy: VerifyPolicy): readonly Clue[] {
  return passportDiagnoser(policy)(input, verdict);
}

/** The same for many documents. The policy is made ready when it is first needed. */
export function passportDiagnoser(
  policy: VerifyPolicy,
): (input: Uint8Array | string, verdict: Verdict) => readonly Clue[] {
  let ready: ReturnType<typeof preparePolicy> | undefined;
  return (input, { code }) => {
    if (code === 'OK') return isWrittenOtherwise(input) ? [RESERIALIZED] : [];
    if (!explained.has(code)) return [];
    ready ??= preparePolicy(policy);
    return 'code' in ready ? [] : diagnose(input, ready);
  };
}

const explained: ReadonlySet<VerdictCode> = new Set<VerdictCode>([
  'MALFORMED_DOCUMENT',
  'MALFORMED_SIGNATURE',
  'SIGNATURE_MISMATCH',
  'COVERAGE_MISMATCH',
  'UNKNOWN_KEY',
  'ISSUER_MISMATCH',
]);

const RESERIALIZED: Clue = {
  code: 'RESERIALIZED',
  message: 'it is written otherwise than when it was signed, with spaces or in another order, and equal to that',
};

/** By how it begins: so VALID documents need not be read again. */
function isWrittenOtherwise(input: Uint8Array | string): boolean {
  const begin = '{"passport":{"unfragile":{"';
  const text = typeof input === 'string' ? input : decodeUtf8(input.subarray(0, begin.length));
  return text?.startsWith(begin) !== true;
}

function diagnose(input: Uint8Array | string, policy: ReadyPolicy): readonly Clue[] {
  const { value } = readJson(input, { refuseNegativeZero: true });
  const envelope = member(value, 'passport');
  const text = member(envelope, 'signature');
  if (!isObject(envelope) || typeof text !== 'string') return [];
  const signature = decodeSignature(text);
  if (!signature) return signatureClues(text);
  const attempt = new Attempt(signature, candidateKeys(String(member(envelope, 'signedBy')), policy));
  const document = readDocument(input);
  return 'code' in document ? memberClues(value, envelope, attempt) : signedClues(document, envelope, policy, attempt);
}

/** A signature, and the keys of the policy under which it may verify over something else than it should. */
class Attempt {
  constructor(
    private readonly signature: Uint8Array,
    private readonly keys: readonly FoundSigner[],
  ) {}

  verifies(bytes: Uint8Array): boolean {
    return this.keys.some(({ publicKey }) => verify(this.signature, bytes, publicKey));
  }

  /** What of an envelope was signed, if any of it was: its canonical bytes. */
  coverageOf(envelope: JsonObject): Coverage | undefined {
    return COVERAGES.find((coverage) => {
      const part = coveredPart(envelope, coverage);
      return part !== undefined && this.verifies(canonicalize(part));
    });
  }
}

function coveredPart(envelope: JsonObject, coverage: Coverage): JsonValue | undefined {
  if (coverage === 'payload') return member(envelope, 'unfragile');
  const { signature: _, ...covered } = envelope;
  return covered;
}

// --- the signature ------------------------------------------------------------------------------------------------

function signatureClues(text: string): Clue[] {
  const clue = (code: ClueCode, message: string): Clue[] => [{ code, message, pointer: '/passport/signature' }];
  const letters = text.replace(/\s+/g, '');
  if (/^[0-9a-fA-F]{128}$/.test(letters)) return clue('SIGNATURE_SPELLING', 'the signature has 64 bytes, in hex');
  const end = letters.indexOf('=');
  const digits = end === -1 ? letters : letters.slice(0, end);
  if (!/^[A-Za-z0-9+/_-]*$/.test(digits)) return [];
  const bytes = Math.floor((digits.length * 6) / 8);
  if (bytes < 64) return clue('SIGNATURE_TRUNCATED', `the signature has ${bytes} bytes of 64: the rest is missing`);
  if (bytes > 64) return clue('SIGNATURE_TOO_LONG', `the signature has ${bytes} bytes, and should have 64`);
  const message =
    'the signature has 64 bytes, but is not spelt in canonical base64: alphabet, spaces or padding differ';
  return clue('SIGNATURE_SPELLING', message);
}

// --- members that the format does not know ------------------------------------------------------------------------

function memberClues(value: JsonValue, envelope: JsonObject, attempt: Attempt): Clue[] {
  const pointers = checkEnvelope(value).flatMap(({ ruleId, pointer }) =>
    ruleId === 'schema/unknown-key' ? pointer : [],
  );
  if (pointers.length === 0) return [];
  const clues = (code: ClueCode, places: readonly string[], what: string): Clue[] =>
    places.slice(0, MAX_PLACES).map((pointer) => {
      const name = quote(pointerTokens(pointer).at(-1) ?? '');
      const message = `${name} is no member of the format, and ${what}`;
      // A name can be of any length: then what it stands in is named.
      return { code, message, pointer: pointer.length > MAX_POINTER ? parentOf(pointer) : pointer };
    });
  const without = member(withoutPlaces(value, pointers), 'passport') as JsonObject;
  if (attempt.coverageOf(without)) {
    return clues('MEMBER_ADDED', pointers, 'the signature verifies without it: it was not signed');
  }
  const coverage = attempt.coverageOf(envelope);
  if (!coverage) return [];
  const covered = coverage === 'envelope' ? '/passport/' : '/passport/unfragile/';
  const signed = pointers.filter((pointer) => pointer.startsWith(covered));
  return clues('MEMBER_SIGNED', signed, 'the signature verifies with it: it was signed');
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

function withoutPlaces(value: JsonValue, pointers: readonly string[]): JsonValue {
  const rest = structuredClone(value);
  for (const pointer of pointers) {
    const tokens = pointerTokens(pointer);
    const last = tokens.pop() as string;
    let at: JsonValue | undefined = rest;
    for (const token of tokens) at = Array.isArray(at) ? at[Number(token)] : member(at, token);
    if (isObject(at)) Reflect.deleteProperty(at, last);
  }
  return rest;
}

// --- documents of the right form ----------------------------------------------------------------------------------

function signedClues(document: ReadDocument, envelope: JsonObject, policy: ReadyPolicy, attempt: Attempt): Clue[] {
  const pointer = '/passport/signature';
  const found = findSigner(document, policy);
  if (!('code' in found)) {
    const { issuer = '', keyId } = signerInfo(found);
    return issuer === document.envelope.signedBy
      ? []
      : [{ code: 'OTHER_KEY', message: `the key ${keyId} signed it, which is of ${quote(issuer)}`, pointer }];
  }
  const coverage = attempt.coverageOf(envelope);
  if (coverage) {
    return [{ code: 'OTHER_COVERAGE', message: `a key given signed it with coverage "${coverage}"`, pointer }];
  }
  const written = COVERAGES.find((each) => attempt.verifies(encodeUtf8(JSON.stringify(coveredPart(envelope, each)))));
  if (written) {
    const message = `a key given signed the ${written} as it is written here, not its canonical bytes (RFC 8785)`;
    return [{ code: 'OTHER_SERIALIZATION', message, pointer }];
  }
  const clues = contradictions(document, policy);
  return clues.length > 0 ? clues : [UNEXPLAINED];
}

const UNEXPLAINED: Clue = {
  code: 'UNEXPLAINED',
  message:
    'nothing in it tells whether it was changed or another key signed it; to compare it with one that you know: --against FILE',
};

/** A change that nobody carried through leaves the document at odds with itself. */
function contradictions({ json, envelope }: ReadDocument, { registry }: ReadyPolicy): Clue[] {
  const { unfragile, signedBy } = envelope;
  const derived = rederive(unfragile, registry, isOfRegistry(unfragile, signedBy, registry)).map(
    ({ pointer }): Clue => ({
      code: 'DERIVED_VALUE',
      message:
        'this value does not follow from the rest of the payload: it, or what it follows from, may have been changed',
      pointer: `/passport/unfragile${pointer}`,
    }),
  );
  const links = (compareLinks(member(json.value, '_links'), unfragile, registry) ?? []).map(({ pointer }): Clue => ({
    code: 'LINKS_CHANGED',
    message: 'this is not the link of the slug: it, or the slug, may have been changed',
    pointer,
  }));
  return [...derived, ...links].slice(0, MAX_PLACES);
}
