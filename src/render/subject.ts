import { type ReadJson, readJson } from '../encoding/json.js';
import { isObject, member } from '../encoding/json-value.js';
import { PassportError } from '../errors.js';
import type { Cosignature, Envelope, PassportDocument, Payload } from '../passport/types.generated.js';
import { checkEnvelope, checkPayload } from '../validate/payload.js';
import type { Finding } from '../validate/finding.js';

/** What is shown: a document, or a payload that nobody has signed yet. */
export interface Subject {
  readonly payload: Payload;
  /** Undefined of a payload alone. */
  readonly envelope: Envelope | undefined;
  readonly cosignatures: readonly Cosignature[];
  readonly json: ReadJson;
}

/**
 * A document or `{"unfragile": …}` to be shown. Its form is looked at, so that what shows it need not; its signature
 * is not.
 * @param text as it was received
 * @throws PassportError ERR_INVALID_JSON, ERR_INVALID_PAYLOAD
 */
export function readSubject(text: string): Subject {
  const json = readJson(text, { refuseNegativeZero: true });
  const [finding] = departures(json);
  if (finding) {
    throw new PassportError('ERR_INVALID_PAYLOAD', `neither a document nor a payload: ${finding.message}`, {
      hint: finding.hint,
    });
  }
  const { value } = json;
  if (!isDocument(json)) {
    return { payload: member(value, 'unfragile') as unknown as Payload, envelope: undefined, cosignatures: [], json };
  }
  const { passport, _cosignatures = [] } = value as unknown as PassportDocument;
  return { payload: passport.unfragile, envelope: passport, cosignatures: _cosignatures, json };
}

/** In what a text is neither. Pointers are into it. */
export function departures(json: ReadJson): readonly Finding[] {
  if (isDocument(json)) return checkEnvelope(json.value);
  const payload = isObject(json.value) ? member(json.value, 'unfragile') : undefined;
  if (payload === undefined) return checkEnvelope(json.value);
  return checkPayload(payload).map((finding) => ({ ...finding, pointer: `/unfragile${finding.pointer}` }));
}

function isDocument({ value }: ReadJson): boolean {
  return member(value, 'passport') !== undefined;
}
