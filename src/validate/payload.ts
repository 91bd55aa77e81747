import type { JsonValue } from '../encoding/json-value.js';
import { type Finding, withPointers } from './finding.js';
import { checkSchema, firstDeparture } from './schema.js';
import * as passportSchema from './schemas/passport.generated.js';

// Well-formed surroundings: the payload's schema is a part of the document's, and each is asked about alone.
const names = ['self', 'artifact', 'verify', 'publicKey', 'spec', 'schema', 'docs'];
const links = Object.fromEntries(names.map((name) => [name, '-']));
const signed = { signature: `${'A'.repeat(86)}==`, signedAt: '2026-01-01T00:00:00.000Z', signedBy: '-', version: 1 };

/** Bytes of a document at the most: one of 200 long capabilities has half a megabyte. */
export const MAX_DOCUMENT = 4 << 20;

const PAYLOAD = '/passport/unfragile';

/** In what a value is not the payload of a passport, the object under `passport.unfragile`. Pointers start there. */
export function checkPayload(payload: unknown): Finding[] {
  const findings = checkSchema(passportSchema, { passport: { unfragile: payload, ...signed }, _links: links });
  return findings.map((finding) => withPointers(finding, (pointer) => pointer.slice(PAYLOAD.length)));
}

/**
 * In what a value is not a passport document, its `_links` aside: nothing signs them, so nothing may depend on them,
 * not even on their being there.
 */
export function checkEnvelope(document: JsonValue): Finding[] {
  return checkSchema(passportSchema, withLinks(document));
}

/** The first of them. */
export function envelopeDeparture(document: JsonValue): Finding | undefined {
  return firstDeparture(passportSchema, withLinks(document));
}

function withLinks(document: JsonValue): unknown {
  return typeof document === 'object' && !Array.isArray(document) ? { ...document, _links: links } : document;
}
