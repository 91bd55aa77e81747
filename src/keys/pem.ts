import { decodeBase64, encodeBase64 } from '../encoding/base64.js';
import { PassportError } from '../errors.js';

/** Bytes in a textual frame (RFC 7468). */
export interface Pem {
  readonly label: string;
  readonly bytes: Uint8Array;
}

/** Strict: one frame, nothing around it but space, canonical base64. Any line length. */
const frame =
  /^\s*-----BEGIN ([A-Z0-9 ]{1,40})-----\r?\n([A-Za-z0-9+/=\r\n]{1,8192})-----END ([A-Z0-9 ]{1,40})-----\s*$/;

/** @throws PassportError ERR_INVALID_KEY, saying nothing of what the text holds */
export function decodePem(text: string): Pem {
  const match = frame.exec(text);
  if (!match || match[1] !== match[3]) {
    throw new PassportError('ERR_INVALID_KEY', 'the file is not one whole key in PEM form', {
      hint: 'it should be one line -----BEGIN …-----, the key, and the line -----END …-----, with nothing around them',
    });
  }
  try {
    return { label: match[1] as string, bytes: decodeBase64((match[2] as string).replace(/[\r\n]/g, '')) };
  } catch (error) {
    // The cause is not passed on: nothing of a key's text may reach a message.
    if (!(error instanceof PassportError)) throw error;
    throw new PassportError('ERR_INVALID_KEY', 'the key in the file is damaged: it is not canonical base64');
  }
}

export function encodePem(label: string, bytes: Uint8Array): string {
  const lines = encodeBase64(bytes).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** The label of the first frame that a text begins, however damaged. */
export function pemLabel(text: string): string | undefined {
  return /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text)?.[1];
}
