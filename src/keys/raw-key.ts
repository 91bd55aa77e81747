import { decodeBase64, decodeBase64Url } from '../encoding/base64.js';
import { PassportError } from '../errors.js';

/**
 * 32 bytes in hex (either case), padded base64, or base64url. They do not say whether they are a public key or a seed:
 * whoever asks must know.
 * @throws PassportError ERR_INVALID_KEY, without the text
 */
export function decodeRawKey(text: string): Uint8Array {
  const words = text.trim();
  if (/^[0-9a-fA-F]{64}$/.test(words))
    return Uint8Array.from(words.match(/../g) as string[], (byte) => Number.parseInt(byte, 16));
  try {
    if (words.length === 44) return decodeBase64(words);
    if (words.length === 43) return decodeBase64Url(words);
  } catch {
    // Said below, without the text.
  }
  throw new PassportError('ERR_INVALID_KEY', 'not 32 bytes in hex, canonical base64 or base64url');
}
