import { canonicalize } from '../encoding/jcs.js';
import type { JsonObject } from '../encoding/json-value.js';
import type { RevocationList, TrustFile } from './types.generated.js';

/** What is signed besides passports. Each says in its member `type` what it is, which no passport has. */
export type Statement = TrustFile | RevocationList;

/**
 * What a statement's signature is over: its canonical bytes (RFC 8785) without it. `type` is among them, so that a
 * signature over one kind fits no other, and neither fits a passport.
 */
export function statementInput(statement: Statement): Uint8Array {
  const { signature: _, ...signed } = statement;
  return canonicalize(signed as unknown as JsonObject);
}
