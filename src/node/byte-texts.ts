import { isUtf8 } from 'node:buffer';
import type { ByteTexts } from '../sign/sign.js';

/** Bytes as texts of as many characters: ISO 8859-1, which node copies, where it has to convert UTF-8. */
export const byteTexts: ByteTexts = {
  decode: (bytes) => (isUtf8(bytes) ? viewOf(bytes).toString('latin1') : undefined),
  encode: (text) => Buffer.from(text, 'latin1'),
};

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
