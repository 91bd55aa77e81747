import { PassportError } from '../errors.js';

/** Standard padded base64 (RFC 4648 section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * Bytes of standard padded base64 in its one canonical spelling: encoding the result gives the text back
 * (RFC 4648 section 3.5). Otherwise a signature would have several texts, and a document several digests.
 * @throws PassportError ERR_INVALID_BASE64
 */
export function decodeBase64(text: string): Uint8Array {
  let binary: string | undefined;
  try {
    binary = atob(text);
  } catch {
    binary = undefined;
  }
  if (binary === undefined || btoa(binary) !== text) {
    throw new PassportError('ERR_INVALID_BASE64', `not canonical base64: ${text.length} characters`, {
      hint: 'use standard padded base64 without spaces or line breaks (RFC 4648 section 4)',
    });
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** base64url without padding (RFC 4648 section 5, RFC 7515 section 2). */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Bytes of base64url without padding, in its one canonical spelling.
 * @throws PassportError ERR_INVALID_BASE64
 */
export function decodeBase64Url(text: string): Uint8Array {
  const padded = text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat((4 - (text.length % 4)) % 4);
  const bytes = /[+/=]/.test(text) ? undefined : decodeOrNothing(padded);
  if (bytes) return bytes;
  throw new PassportError('ERR_INVALID_BASE64', `not canonical base64url: ${text.length} characters`, {
    hint: 'use the alphabet A-Z a-z 0-9 - _ without padding (RFC 4648 section 5)',
  });
}

function decodeOrNothing(text: string): Uint8Array | undefined {
  try {
    return decodeBase64(text);
  } catch {
    return undefined;
  }
}
