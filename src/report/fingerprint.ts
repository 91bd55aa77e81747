import { encodeUtf8 } from '../encoding/utf8.js';

const MASK = (1n << 64n) - 1n;

/**
 * FNV-1a of 64 bits over UTF-8, in hex: the same for the same text in every release. It tells the problems of a run
 * apart and nothing depends on it, so that a hash that resists attacks, and the library that has one, stays out of the
 * report.
 */
export function fingerprintOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of encodeUtf8(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & MASK;
  return hash.toString(16).padStart(16, '0');
}
