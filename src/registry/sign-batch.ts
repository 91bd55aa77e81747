import { documentText } from '../sign/sign.js';
import type { Signer } from '../sign/signer.js';
import { DigestTable } from './digest-table.js';
import { type BatchItem, duplicateSlug, type Outcome } from './item.js';
import { type BatchOptions, itemSigner } from './item-signer.js';
import { slugDigest } from './slug-digest.js';

/**
 * Signs items as they come, one after the other and in their order: payloads, documents or sources. What is wrong with
 * one is its outcome, and the others go on; the second of two with one slug is refused. Nothing is kept but 30 to
 * 60 bytes for each slug, and nothing is read ahead.
 * @throws PassportError ERR_USAGE, ERR_INVALID_TIME, ERR_SIGNER…: what would be wrong with every item
 */
export async function* signBatch(
  items: AsyncIterable<BatchItem> | Iterable<BatchItem>,
  signer: Signer,
  options: BatchOptions,
): AsyncGenerator<Outcome, void, undefined> {
  const sign = itemSigner(signer, options);
  const slugs = new DigestTable();
  let index = 0;
  for await (const item of items) {
    const signed = await sign(item);
    const at = index++;
    if (signed.status !== 'signed' && signed.status !== 'kept') {
      yield { index: at, ...signed };
      continue;
    }
    const first = slugs.add(slugDigest(signed.slug), at);
    if (first !== undefined) yield { index: at, ...duplicateSlug(signed.slug, first) };
    else if (signed.status === 'kept') yield { index: at, ...signed };
    else {
      const { status, slug, parts, text, warnings } = signed;
      const document = parts ? documentText(parts, item.input) : text;
      yield { status, index: at, slug, document, warnings };
    }
  }
}
