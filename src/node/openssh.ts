import { createHash } from 'node:crypto';
import sshpk from 'sshpk';
import { decodeBase64 } from '../encoding/base64.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { assertPublicKey } from '../keys/ed25519.js';
import { KeyPair } from '../keys/key-pair.js';
import { decodePem, encodePem } from '../keys/pem.js';
import { assertCost, notOpened, passphraseFor, type Unlock } from '../keys/unlock.js';

// ssh-keygen writes 16 or 24 rounds, careful people ask for 100; 512 are some seven seconds.
const MIN_ROUNDS = 8;
const MAX_ROUNDS = 512;
const ciphers: Readonly<Record<string, number>> = {
  'aes128-ctr': 16,
  'aes192-ctr': 16,
  'aes256-ctr': 16,
  'aes128-cbc': 16,
  'aes192-cbc': 16,
  'aes256-cbc': 16,
};
const MAGIC = 'openssh-key-v1\0';

/** The 32 bytes of a line `ssh-ed25519 AAAA… comment`, as in NAME.pub. @throws PassportError ERR_INVALID_KEY, ERR_WEAK_KEY */
export function decodeOpensshPublic(text: string): Uint8Array {
  const [, kind = '', digits = ''] =
    /^([a-z0-9@.-]{1,64})[ \t]{1,8}([A-Za-z0-9+/=]{1,8192})(?:[ \t][^\r\n]{0,1024})?$/.exec(text.trim()) ?? [];
  if (kind === '') throw unreadable('the file is not one line of an OpenSSH public key');
  if (kind !== 'ssh-ed25519') throw otherKind(kind);
  let blob: Uint8Array;
  try {
    blob = decodeBase64(digits);
  } catch {
    throw unreadable('the OpenSSH public key is damaged: it is not canonical base64');
  }
  return publicOf(blob);
}

/** The line, without a comment unless one is given. */
export function encodeOpensshPublic(publicKey: Uint8Array): string {
  return sshKey(publicKey).toString('ssh');
}

/** As `ssh-keygen -l` prints it: `SHA256:…`. */
export function opensshFingerprint(publicKey: Uint8Array): string {
  const blob = sshKey(publicKey).toBuffer('rfc4253');
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

/**
 * The key pair of an OpenSSH secret key. Its three public halves must all be the seed's own.
 * @param what the file, for the question
 * @throws PassportError ERR_INVALID_KEY, ERR_PASSPHRASE
 */
export async function decodeOpensshSecret(text: string, what: string, unlock: Unlock): Promise<KeyPair> {
  const { bytes } = decodePem(text);
  const { encrypted, publicBlob } = readFrame(bytes);
  const publicKey = publicOf(publicBlob);
  const passphrase = encrypted ? await passphraseFor(what, unlock) : undefined;
  let [seed, inner]: [Uint8Array | undefined, Uint8Array | undefined] = [undefined, undefined];
  try {
    // Framed anew: of what stands around the frame its parser would take more than it should.
    const key = sshpk.parsePrivateKey(
      encodePem('OPENSSH PRIVATE KEY', bytes),
      'openssh',
      passphrase === undefined ? {} : { passphrase },
    );
    const { k, A } = (key as unknown as { part: Readonly<Record<string, { readonly data: Uint8Array }>> }).part;
    [seed, inner] = [k?.data, A?.data];
  } catch {
    // The cause is not passed on: nothing of a key may reach a message.
  }
  if (seed?.length !== 32 || inner === undefined)
    throw encrypted ? notOpened() : unreadable('the OpenSSH secret key is damaged');
  const pair = new KeyPair(new Uint8Array(seed));
  if (!equal(pair.publicKey, publicKey) || !equal(pair.publicKey, inner)) {
    throw new PassportError('ERR_INVALID_KEY', 'the public key in the file does not belong to its secret key');
  }
  return pair;
}

/** The secret key for OpenSSH, not encrypted; `ssh-keygen -p` gives it a passphrase. */
export function encodeOpensshSecret(pair: KeyPair): string {
  const parts = [
    { name: 'A', data: Buffer.from(pair.publicKey) },
    { name: 'k', data: Buffer.from(pair.secretKey) },
  ];
  const key = new sshpk.PrivateKey({ type: 'ed25519', parts } as unknown as ConstructorParameters<
    typeof sshpk.PrivateKey
  >[0]);
  return key.toString('openssh');
}

interface Frame {
  readonly encrypted: boolean;
  readonly publicBlob: Uint8Array;
}

/** The frame around the secret part (OpenSSH's PROTOCOL.key), its cost checked: the parser does the work unasked. */
function readFrame(bytes: Uint8Array): Frame {
  const damaged = (): PassportError => unreadable('the OpenSSH secret key is damaged');
  const ascii = (part: Uint8Array): string => Buffer.from(part).toString('latin1');
  if (ascii(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw damaged();
  const reader = new Reader(bytes.subarray(MAGIC.length), damaged);
  const cipher = ascii(reader.bytes());
  const kdf = ascii(reader.bytes());
  const options = reader.bytes();
  const keys = reader.number();
  const publicBlob = reader.bytes();
  const secret = reader.bytes();
  reader.end();
  if (keys !== 1) throw unreadable('the OpenSSH file holds several keys');
  if (kdf === 'none' && cipher === 'none' && options.length === 0) return { encrypted: false, publicBlob };
  const block = ciphers[cipher];
  if (kdf !== 'bcrypt' || block === undefined) {
    throw new PassportError(
      'ERR_INVALID_KEY',
      `the OpenSSH key is encrypted with ${printable(cipher.slice(0, 40))}, which is not read here`,
      {
        hint: 'encrypt a copy of it anew: ssh-keygen -p -Z aes256-ctr -f COPY',
      },
    );
  }
  const costs = new Reader(options, damaged);
  costs.bytes();
  assertCost('number of bcrypt rounds', costs.number(), MIN_ROUNDS, MAX_ROUNDS);
  costs.end();
  // A part of a block would be an error in a stream that nobody listens to.
  if (secret.length === 0 || secret.length % block !== 0) throw damaged();
  return { encrypted: true, publicBlob };
}

/** Numbers and strings of RFC 4251 section 5, which never reach beyond their bytes. */
class Reader {
  private at = 0;

  constructor(
    private readonly source: Uint8Array,
    private readonly damaged: () => PassportError,
  ) {}

  number(): number {
    if (this.at + 4 > this.source.length) throw this.damaged();
    const view = new DataView(this.source.buffer, this.source.byteOffset + this.at, 4);
    this.at += 4;
    return view.getUint32(0);
  }

  bytes(): Uint8Array {
    const length = this.number();
    if (length > this.source.length - this.at) throw this.damaged();
    this.at += length;
    return this.source.subarray(this.at - length, this.at);
  }

  end(): void {
    if (this.at !== this.source.length) throw this.damaged();
  }
}

/** The key in a blob of RFC 8709 section 4. */
function publicOf(blob: Uint8Array): Uint8Array {
  const damaged = (): PassportError => unreadable('the OpenSSH public key is damaged');
  const kind = Buffer.from(new Reader(blob, damaged).bytes()).toString('latin1');
  if (kind !== 'ssh-ed25519') throw otherKind(kind);
  let key: Uint8Array | undefined;
  try {
    const parsed = sshpk.parseKey(Buffer.from(blob), 'rfc4253');
    key = (parsed as unknown as { part: Readonly<Record<string, { readonly data: Uint8Array }>> }).part.A?.data;
  } catch {
    // Said below.
  }
  // Written as it was read: the parser pads a key that is too short.
  if (key?.length !== 32 || !equal(sshKey(key).toBuffer('rfc4253'), blob)) throw damaged();
  const bytes = new Uint8Array(key);
  assertPublicKey(bytes);
  return bytes;
}

function sshKey(publicKey: Uint8Array): sshpk.Key {
  const parts = [{ name: 'A', data: Buffer.from(publicKey) }];
  return new sshpk.Key({ type: 'ed25519', parts } as unknown as ConstructorParameters<typeof sshpk.Key>[0]);
}

function otherKind(kind: string): PassportError {
  return new PassportError(
    'ERR_INVALID_KEY',
    `the file holds an OpenSSH key of another kind, ${printable(kind.slice(0, 64))}`,
    {
      hint: kind.startsWith('sk-')
        ? 'a key on a security key signs other bytes than passports have; make one with: ssh-keygen -t ed25519'
        : 'only Ed25519 signs passports: ssh-keygen -t ed25519, or passport keygen',
    },
  );
}

function unreadable(message: string): PassportError {
  return new PassportError('ERR_INVALID_KEY', message);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
