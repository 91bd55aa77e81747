import { encodeBase64 } from '../encoding/base64.js';
import { sha256 } from '../encoding/digest.js';
import { encodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';

// What is said to an ssh-agent (draft-ietf-sshm-ssh-agent), in the encoding of RFC 4251 section 5. Only what is needed
// to sign with Ed25519: whatever else an agent holds or answers is passed over or refused.

/** The longest message that OpenSSH's agent takes or gives, in bytes. */
export const MAX_AGENT_MESSAGE = 256 << 10;

const FAILURE = 5;
const REQUEST_IDENTITIES = 11;
const IDENTITIES_ANSWER = 12;
const SIGN_REQUEST = 13;
const SIGN_RESPONSE = 14;

const ED25519 = encodeUtf8('ssh-ed25519');

/** A key that an agent holds. */
export interface AgentKey {
  /** 32 bytes, not looked at any further. */
  readonly publicKey: Uint8Array;
  /** What its owner calls it; anything may stand here. */
  readonly comment: string;
}

/** Section 3.5. */
export function requestIdentities(): Uint8Array {
  return frame(Uint8Array.of(REQUEST_IDENTITIES));
}

/**
 * Section 3.6: a signature over the message as it is, no flags.
 * @throws PassportError ERR_SIGNER_FAILED for a message that no agent would read
 */
export function requestSignature(publicKey: Uint8Array, message: Uint8Array): Uint8Array {
  const request = concat(Uint8Array.of(SIGN_REQUEST), string(keyBlob(publicKey)), string(message), uint32(0));
  if (request.length > MAX_AGENT_MESSAGE) {
    throw new PassportError(
      'ERR_SIGNER_FAILED',
      `there are ${message.length} bytes to sign; an ssh-agent takes at most ${MAX_AGENT_MESSAGE >> 10} KiB`,
      { hint: 'nothing was written; sign with --key or --signer exec:… instead' },
    );
  }
  return frame(request);
}

/** The Ed25519 keys of an agent's answer, in its order. @throws PassportError ERR_SIGNER_GARBAGE, ERR_SIGNER_FAILED */
export function parseIdentities(answer: Uint8Array): AgentKey[] {
  const reader = answered(answer, IDENTITIES_ANSWER, 'list its keys');
  const keys: AgentKey[] = [];
  // The number is the agent's own claim: nothing is made ready for it, and each key must be there.
  for (let left = reader.uint32(); left > 0; left--) {
    const blob = reader.string();
    const comment = new TextDecoder().decode(reader.string());
    const publicKey = ed25519Key(blob);
    if (publicKey) keys.push({ publicKey, comment });
  }
  reader.end();
  return keys;
}

/**
 * The signature in an agent's answer, of whatever length: whether it is one is for others to say.
 * @throws PassportError ERR_SIGNER_GARBAGE, ERR_SIGNER_FAILED
 */
export function parseSignature(answer: Uint8Array): Uint8Array {
  const reader = answered(answer, SIGN_RESPONSE, 'sign');
  const blob = new Reader(reader.string());
  reader.end();
  if (!equal(blob.string(), ED25519)) throw garbage('its signature is not of the kind ssh-ed25519');
  const signature = blob.string();
  blob.end();
  return new Uint8Array(signature);
}

/** The name that OpenSSH has for a key: `SHA256:` and the digest of its blob in base64 without padding. */
export function sshFingerprint(publicKey: Uint8Array): string {
  return `SHA256:${encodeBase64(sha256(keyBlob(publicKey))).replace(/=+$/, '')}`;
}

/** Puts one answer together from the pieces in which it arrives. */
export class AgentAnswer {
  private chunks: Uint8Array[] = [];
  private size = 0;
  private length: number | undefined;

  /**
   * @returns the answer without its length, once it is whole
   * @throws PassportError ERR_SIGNER_GARBAGE for a length of zero or beyond the bound, and for bytes nobody asked for
   */
  push(chunk: Uint8Array): Uint8Array | undefined {
    this.chunks.push(chunk);
    this.size += chunk.length;
    if (this.length === undefined) {
      if (this.size < 4) return undefined;
      this.chunks = [concat(...this.chunks)];
      this.length = new Reader(this.chunks[0] as Uint8Array).uint32();
      if (this.length === 0 || this.length > MAX_AGENT_MESSAGE)
        throw garbage(`it announces an answer of ${this.length} bytes`);
    }
    const surplus = this.size - 4 - this.length;
    if (surplus > 0) throw garbage(`${surplus} bytes follow its answer`);
    return surplus === 0 ? concat(...this.chunks).subarray(4) : undefined;
  }
}

function answered(answer: Uint8Array, kind: number, what: string): Reader {
  const reader = new Reader(answer);
  const received = reader.byte();
  if (received === kind) return reader;
  if (received !== FAILURE) throw garbage(`it answers with a message of kind ${received}`);
  throw new PassportError('ERR_SIGNER_FAILED', `the ssh-agent declined to ${what}`, {
    hint: 'nothing was written; is it locked (ssh-add -X), the key restricted, or a confirmation refused?',
  });
}

function ed25519Key(blob: Uint8Array): Uint8Array | undefined {
  // A certificate or a security key has another name, and what it signs is not the message alone.
  const isEd25519 = blob.length === 51 && equal(blob.subarray(0, 19), keyBlob(blob.subarray(19)).subarray(0, 19));
  return isEd25519 ? new Uint8Array(blob.subarray(19)) : undefined;
}

/** RFC 8709 section 4. */
function keyBlob(publicKey: Uint8Array): Uint8Array {
  return concat(string(ED25519), string(publicKey));
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    return this.take(1)[0] as number;
  }

  uint32(): number {
    const [a, b, c, d] = this.take(4) as unknown as [number, number, number, number];
    return a * 0x1000000 + ((b << 16) | (c << 8) | d);
  }

  string(): Uint8Array {
    return this.take(this.uint32());
  }

  end(): void {
    const left = this.bytes.length - this.at;
    if (left > 0) throw garbage(`${left} bytes too many are in its answer`);
  }

  private take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw garbage('its answer ends too early');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

function frame(message: Uint8Array): Uint8Array {
  return string(message);
}

function string(bytes: Uint8Array): Uint8Array {
  return concat(uint32(bytes.length), bytes);
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function garbage(what: string): PassportError {
  return new PassportError('ERR_SIGNER_GARBAGE', `what the ssh-agent answers cannot be understood: ${what}`, {
    hint: 'nothing was written; does SSH_AUTH_SOCK name an ssh-agent?',
  });
}
