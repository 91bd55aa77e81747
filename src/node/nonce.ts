import { randomBytes } from 'node:crypto';

/** 16 new random bytes in base64url: what makes one claim differ from every other. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}
