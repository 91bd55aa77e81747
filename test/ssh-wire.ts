import { utf8 } from './bytes.js';

// The encoding of RFC 4251 section 5 once more, for tests to speak as an agent does.

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

export function byte(value: number): Uint8Array {
  return Uint8Array.of(value);
}

export function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return new Uint8Array(bytes);
}

/** One string; of several, each with its length, in one with its own where there are more than one. */
export function string(...parts: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(), ...rest] = parts;
  if (rest.length === 0) return join(uint32(first.length), first);
  return join(...parts.map((part) => string(part)));
}

export function keyBlob(publicKey: Uint8Array): Uint8Array {
  return string(utf8('ssh-ed25519'), publicKey);
}

export function identities(keys: ReadonlyArray<readonly [blob: Uint8Array, comment: string]>): Uint8Array {
  const parts = keys.map(([blob, comment]) => join(string(blob), string(utf8(comment))));
  return join(byte(12), uint32(keys.length), ...parts);
}

export function signatureAnswer(signature: Uint8Array, kind = 'ssh-ed25519'): Uint8Array {
  return join(byte(14), string(string(utf8(kind), signature)));
}
