import type { ErrorCode } from '../errors.js';

/** What the exit status of every command means. Documented in the README; none ever changes. */
export const exitCodes = {
  /** Done, or valid. */
  ok: 0,
  /** Problems found, or not valid. */
  problems: 1,
  /** The command line is wrong. */
  usage: 2,
  /** Input or output: missing, unreadable, not writable. */
  io: 3,
  /** The key or the signer. */
  key: 4,
  /** The network: no answer was had, so nothing is known. */
  network: 5,
  /** A part of a batch was refused; the rest is done. */
  partial: 6,
  /** A bug in this program. */
  internal: 70,
  /** Broken off: at the terminal, or a batch by a signal. */
  cancelled: 130,
} as const;

const byError: Readonly<Record<ErrorCode, number>> = {
  ERR_INVALID_JSON: exitCodes.problems,
  ERR_NOT_JSON: exitCodes.problems,
  ERR_INVALID_SOURCE: exitCodes.problems,
  ERR_INVALID_IMPORT: exitCodes.problems,
  ERR_INVALID_PAYLOAD: exitCodes.problems,
  ERR_DUPLICATE_SLUG: exitCodes.problems,
  ERR_INVALID_BASE64: exitCodes.problems,
  ERR_INVALID_TIME: exitCodes.usage,
  ERR_USAGE: exitCodes.usage,
  ERR_READ: exitCodes.io,
  ERR_WRITE: exitCodes.io,
  ERR_EXISTS: exitCodes.io,
  ERR_UNSAFE_FILE: exitCodes.io,
  ERR_INVALID_KEY: exitCodes.key,
  ERR_WEAK_KEY: exitCodes.key,
  ERR_UNSAFE_KEY_FILE: exitCodes.key,
  ERR_PASSPHRASE: exitCodes.key,
  ERR_SIGNER: exitCodes.key,
  ERR_SIGNER_UNAVAILABLE: exitCodes.key,
  ERR_SIGNER_KEY: exitCodes.key,
  ERR_SIGNER_FAILED: exitCodes.key,
  ERR_SIGNER_TIMEOUT: exitCodes.key,
  ERR_SIGNER_GARBAGE: exitCodes.key,
  ERR_SIGNER_SHORT: exitCodes.key,
  ERR_SIGNER_LONG: exitCodes.key,
  ERR_SIGNER_MISMATCH: exitCodes.key,
  ERR_CANCELLED: exitCodes.cancelled,
};

export function exitCodeOf(code: ErrorCode): number {
  return byError[code];
}
