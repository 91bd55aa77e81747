import { ByteWriter } from '../encoding/byte-writer.js';
import type { ReadJson } from '../encoding/json.js';
import { linksWriter } from './links.js';
import type { RegistryProfile } from './registry-profile.js';
import { assertCoverage, type Coverage, signingInput, type UnsignedEnvelope } from './signing-input.js';
import type { Payload } from './types.generated.js';

/** What stands in an envelope beside the payload and its signature. */
export type EnvelopeFields = Omit<UnsignedEnvelope, 'unfragile'>;

/**
 * What stands around the payloads of documents that are signed at one time, written once for all of them. The bytes are
 * those of `signingInput` and `emitDocument`.
 */
export class DocumentFrame {
  private readonly covered: { readonly before: string; readonly after: string };
  private readonly uncovered: string;
  private readonly links: (slug: string) => string;
  private spare: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  /** @throws PassportError ERR_USAGE for another coverage */
  constructor(
    private readonly fields: EnvelopeFields,
    registry: RegistryProfile,
    private readonly coverage: Coverage,
  ) {
    assertCoverage(coverage);
    const { signedAt, signedBy, version } = fields;
    // In canonical order; the fields themselves are canonical as JSON.stringify writes them (RFC 8785 section 3.2.2).
    const before = `${JSON.stringify({ signedAt, signedBy }).slice(0, -1)},"unfragile":`;
    const after = `,${JSON.stringify({ version }).slice(1)}`;
    this.covered = coverage === 'payload' ? { before: '', after: '' } : { before, after };
    this.uncovered = `,${JSON.stringify({ signedAt, signedBy, version }).slice(1)},"_links":`;
    this.links = linksWriter(registry);
  }

  /** The bytes to sign. @throws PassportError ERR_NOT_JSON */
  signingInput(payload: Payload): Uint8Array {
    return signingInput({ unfragile: payload, ...this.fields }, this.coverage);
  }

  /**
   * The same, good until it is asked for again.
   * @param payload its canonical text, put together from slices of what was read
   */
  slicedInput(payload: string, read: ReadJson): Uint8Array {
    const { before, after } = this.covered;
    // A character has three bytes of UTF-8 at the most.
    const most = 3 * (before.length + payload.length + after.length);
    if (this.spare.length < most) this.spare = new Uint8Array(most);
    // ASCII is the same in every kind of text.
    if (/^[\0-\x7f]*$/.test(before)) return read.encode(before + payload + after, this.spare);
    const bytes = new ByteWriter(most, this.spare);
    bytes.putText(before);
    bytes.put(read.encode(payload));
    bytes.putText(after);
    return bytes.view();
  }

  /** What stands before and behind the payload's compact text in the document. */
  around(signature: string, slug: string): { readonly before: string; readonly after: string } {
    const after = `,"signature":"${signature}"${this.uncovered}${this.links(slug)}}`;
    return { before: '{"passport":{"unfragile":', after };
  }
}
