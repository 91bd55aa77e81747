import type { Diagnostic } from './diagnostic.js';

/**
 * Every way a call can be refused. Bad data carries its diagnostics; a bad call or machine carries a hint.
 * The codes are part of the public surface: none is ever renamed.
 */
export type ErrorCode =
  /** Text that is not strict JSON (RFC 8259 within I-JSON, RFC 7493). */
  | 'ERR_INVALID_JSON'
  /** A value outside the JSON domain was given to the canonicalizer. */
  | 'ERR_NOT_JSON'
  /** A source, observations file, registry profile or overlay has errors. */
  | 'ERR_INVALID_SOURCE'
  /** A file that a source was to be made from cannot be read as what it is to be. */
  | 'ERR_INVALID_IMPORT'
  /** A payload or document does not have the passport's shape. */
  | 'ERR_INVALID_PAYLOAD'
  /** Two items of a batch have one slug: the second is not signed. */
  | 'ERR_DUPLICATE_SLUG'
  /** Text that should be base64 is not, or not in its one canonical spelling. */
  | 'ERR_INVALID_BASE64'
  /** A time that is not RFC 3339. */
  | 'ERR_INVALID_TIME'
  /** Bytes or text that are not an Ed25519 key of the kind asked for. */
  | 'ERR_INVALID_KEY'
  /** A public key of small order, under which forged signatures would verify. */
  | 'ERR_WEAK_KEY'
  /** A secret key file that others can read, that is not ours, or that is a link. */
  | 'ERR_UNSAFE_KEY_FILE'
  /** A file that decides what is trusted can be written by everybody. */
  | 'ERR_UNSAFE_FILE'
  /** No passphrase or identity to open a secret key with, or not the right one. */
  | 'ERR_PASSPHRASE'
  /** A signer failed in a way that has no code of its own. */
  | 'ERR_SIGNER'
  /** A signer cannot be asked: its program is missing, or its agent is not there or has gone. */
  | 'ERR_SIGNER_UNAVAILABLE'
  /** A signer does not hold the key asked for. */
  | 'ERR_SIGNER_KEY'
  /** A signer said that it will or can not: its program ended with a status other than 0, its agent declined. */
  | 'ERR_SIGNER_FAILED'
  /** A signer did not answer in time. */
  | 'ERR_SIGNER_TIMEOUT'
  /** A signer's answer cannot be understood, or cannot be a signature. */
  | 'ERR_SIGNER_GARBAGE'
  /** A signer returned fewer than 64 bytes. */
  | 'ERR_SIGNER_SHORT'
  /** A signer returned more than 64 bytes. */
  | 'ERR_SIGNER_LONG'
  /** A signer's signature does not verify under its own public key. */
  | 'ERR_SIGNER_MISMATCH'
  /** An argument of a library call or command is not acceptable. */
  | 'ERR_USAGE'
  /** A file is missing or cannot be read. */
  | 'ERR_READ'
  /** A file cannot be written. */
  | 'ERR_WRITE'
  /** A file that must not be overwritten exists. */
  | 'ERR_EXISTS'
  /** Somebody at the terminal broke off. */
  | 'ERR_CANCELLED';

export interface PassportErrorOptions {
  readonly hint?: string | undefined;
  readonly diagnostics?: readonly Diagnostic[];
  /** The file that could not be read or written. */
  readonly file?: string | undefined;
  readonly cause?: unknown;
}

/** The one error class of this package: a literal `code`, a message for people, and what to do. */
export class PassportError extends Error {
  override readonly name = 'PassportError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The file that could not be read or written, where it was one. */
  readonly file: string | undefined;

  constructor(code: ErrorCode, message: string, options: PassportErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.diagnostics = options.diagnostics ?? [];
    this.file = options.file;
  }
}
