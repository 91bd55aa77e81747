import type { Links, PassportDocument, Payload } from './types.generated.js';
import type { UnsignedEnvelope } from './signing-input.js';

/** The whole document, its members in the format's order. */
export function assembleDocument(envelope: UnsignedEnvelope, signature: string, links: Links): PassportDocument {
  const { unfragile, signedAt, signedBy, version } = envelope;
  return { passport: { unfragile, signature, signedAt, signedBy, version }, _links: links };
}

/**
 * The text of a document or of a wrapped payload: insertion order, raw UTF-8, no final newline.
 * @param pretty two spaces of indentation, for people
 */
export function emitDocument(document: PassportDocument | { readonly unfragile: Payload }, pretty = false): string {
  return pretty ? JSON.stringify(document, null, 2) : JSON.stringify(document);
}
