import { compareDiagnostics, type Diagnostic } from '../diagnostic.js';
import { locateInJson, parseJson } from '../encoding/json.js';
import { type JsonValue, member } from '../encoding/json-value.js';
import { pointerTokens } from '../encoding/pointer.js';
import type { Payload } from '../passport/types.generated.js';
import { narrowIn } from './narrow.js';
import { toDiagnostic, withPointers } from '../validate/finding.js';
import { checkPayload } from '../validate/payload.js';
import { checkTexts } from '../validate/text.js';

export interface FoundPayload {
  readonly payload: Payload;
  /** With places in the text. The payload must not be used when there is an error among them. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many cosignatures stand beside it. They are over what was signed, and not taken over. */
  readonly cosignatures: number;
}

/**
 * The payload in a JSON text: alone, as `{"unfragile": …}` from `build`, or in a document.
 * Undefined for anything else: a source.
 * @throws PassportError ERR_INVALID_JSON for a text that is meant as JSON and is not strictly that
 */
export function findPayload(text: string, file?: string): FoundPayload | undefined {
  if (!/^\s*\{\s*["}]/.test(text)) return undefined;
  const value = parseJson(text, { file, refuseNegativeZero: true });
  const pointer = ['/passport/unfragile', '/unfragile', ''].find((path) => isPayload(at(value, path), path));
  if (pointer === undefined) return undefined;
  const payload = at(value, pointer) as JsonValue;
  const locate = locateInJson(text);
  const narrow = narrowIn({ text, value, comments: [] });
  const diagnostics = [...checkPayload(payload), ...checkTexts(payload)]
    .map((finding) =>
      toDiagnostic(
        withPointers(finding, (inner) => pointer + inner),
        { locate, file, narrow },
      ),
    )
    .sort(compareDiagnostics);
  const beside = pointer === '/passport/unfragile' ? member(value, '_cosignatures') : undefined;
  const cosignatures = Array.isArray(beside) ? beside.length : 0;
  return { payload: payload as unknown as Payload, diagnostics, cosignatures };
}

/** Under its own name anything is meant as a payload; without one, only what has the format's first member. */
function isPayload(value: JsonValue | undefined, pointer: string): boolean {
  if (value === undefined) return false;
  return pointer !== '' || member(value, '@version') !== undefined;
}

function at(value: JsonValue, pointer: string): JsonValue | undefined {
  return pointerTokens(pointer).reduce<JsonValue | undefined>(member, value);
}
