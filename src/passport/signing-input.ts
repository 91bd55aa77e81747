import { canonicalize } from '../encoding/jcs.js';
import { canonicalSlices } from '../encoding/jcs-slices.js';
import type { ReadJson } from '../encoding/json.js';
import type { JsonValue } from '../encoding/json-value.js';
import { quote } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import type { Envelope } from './types.generated.js';

/**
 * What a signature of envelope version 1 is over. `envelope`: everything in `passport` but `signature`.
 * `payload`: `passport.unfragile` alone, for registries that sign only that; the time and the issuer are then unsigned.
 */
export type Coverage = 'envelope' | 'payload';

export const COVERAGES: readonly Coverage[] = ['envelope', 'payload'];

/** @throws PassportError ERR_USAGE: anything else is never taken for one of them */
export function assertCoverage(coverage: unknown): asserts coverage is Coverage {
  if (COVERAGES.includes(coverage as Coverage)) return;
  const received = typeof coverage === 'string' ? quote(coverage) : typeof coverage;
  throw new PassportError('ERR_USAGE', `the coverage is ${received}`, { hint: 'give "envelope" or "payload"' });
}

export type UnsignedEnvelope = Omit<Envelope, 'signature'>;

/**
 * The exact bytes given to Ed25519: RFC 8785 canonical bytes of the covered part.
 * Every member is taken as it is, known or not, so that nothing can be added to a signed envelope.
 * @throws PassportError ERR_USAGE for another coverage, ERR_NOT_JSON
 */
export function signingInput(envelope: UnsignedEnvelope | Envelope, coverage: Coverage): Uint8Array {
  assertCoverage(coverage);
  if (coverage === 'payload') return canonicalize(envelope.unfragile as unknown as JsonValue);
  const { signature: _, ...covered } = envelope as Envelope;
  return canonicalize(covered as unknown as JsonValue);
}

/** The same for a document that was read: where its text is compact, the bytes are put together from slices of it. */
export function signingInputOf(document: ReadJson, envelope: Envelope, coverage: Coverage): Uint8Array {
  const text =
    coverage === 'payload'
      ? canonicalSlices(document, ['passport', 'unfragile'])
      : canonicalSlices(document, ['passport'], 'signature');
  return text === undefined ? signingInput(envelope, coverage) : document.encode(text);
}

/** What a signature over this document protects and what it does not, as RFC 6901 pointers. */
export function coverageOf(coverage: Coverage): { readonly covered: string[]; readonly uncovered: string[] } {
  const fields = ['/passport/signedAt', '/passport/signedBy', '/passport/version'];
  return coverage === 'envelope'
    ? { covered: ['/passport/unfragile', ...fields], uncovered: ['/_links'] }
    : { covered: ['/passport/unfragile'], uncovered: [...fields, '/_links'] };
}
