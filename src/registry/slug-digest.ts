import { sha256 } from '../encoding/digest.js';
import { encodeUtf8 } from '../encoding/utf8.js';

/** SHA-256 of a slug: which shard it is of, which folder its document goes to, and whether it was met before. */
export function slugDigest(slug: string): Uint8Array {
  return sha256(encodeUtf8(slug));
}

/** Where its document goes in a tree: two levels of 256 folders, so that none holds more files than tools can list. */
export function slugPath(slug: string, digest: Uint8Array): string {
  return `${hex(digest[0])}/${hex(digest[1])}/${slug}.json`;
}

function hex(byte = 0): string {
  return byte.toString(16).padStart(2, '0');
}
