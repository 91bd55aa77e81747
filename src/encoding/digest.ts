import { sha256, sha512 } from '@noble/hashes/sha2.js';

export { sha256, sha512 };

/** A SHA-256 as files and messages name it: `sha256:` and hex. */
export function digestText(bytes: Uint8Array): string {
  return `sha256:${Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
