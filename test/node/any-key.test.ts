import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PassportError } from '../../src/errors.js';
import { encodeDidKey } from '../../src/keys/did-key.js';
import { publicJwk, secretJwk } from '../../src/keys/jwk.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { encodeSecretKey } from '../../src/keys/pkcs8.js';
import { encodePublicKey } from '../../src/keys/spki.js';
import { decodeAnyKey, decodeAnyPublicKey, decodeAnySecretKey } from '../../src/node/any-key.js';
import { encodeOpensshPublic, encodeOpensshSecret } from '../../src/node/openssh.js';
import { hex, seedOf } from '../bytes.js';

const pair = new KeyPair(seedOf('any key'));
const secrets = [encodeSecretKey(pair.secretKey), JSON.stringify(secretJwk(pair)), encodeOpensshSecret(pair)];
const texts = [
  ...secrets,
  encodePublicKey(pair.publicKey),
  JSON.stringify(publicJwk(pair.publicKey)),
  JSON.stringify({ keys: [publicJwk(pair.publicKey)] }),
  encodeDidKey(pair.publicKey),
  encodeOpensshPublic(pair.publicKey),
];

/** A key, or an error of ours; nothing else may come out of a decoder. */
async function outcome(decode: () => Promise<unknown>): Promise<unknown> {
  try {
    return await decode();
  } catch (error) {
    expect(error).toBeInstanceOf(PassportError);
    return undefined;
  }
}

describe('whatever is in a file', () => {
  test('a text or bytes without sense', async () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
      fc
        .tuple(
          fc.constantFrom(
            '-----BEGIN PRIVATE KEY-----\n',
            '{"kty":"OKP"',
            'ssh-ed25519 ',
            'did:key:z',
            'age-encryption.org/v1\n',
          ),
          fc.string({ maxLength: 200 }),
        )
        .map((parts) => new TextEncoder().encode(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        await outcome(() => decodeAnyPublicKey(bytes));
        await outcome(() => decodeAnySecretKey(bytes, 'f', {}));
        await outcome(() => decodeAnyKey(bytes, 'f', {}, undefined));
      }),
      { numRuns: 2000 },
    );
  });

  test('a key with one character changed, left out or added is the same key, a public one that was changed, or none', async () => {
    const change = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.nat(),
      kind: fc.constantFrom('change', 'leave out', 'add'),
      character: fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ text, at, kind, character }) => {
        const place = at % text.length;
        const rest = text.slice(kind === 'add' ? place : place + 1);
        const changed = new TextEncoder().encode(text.slice(0, place) + (kind === 'leave out' ? '' : character) + rest);
        const key = (await outcome(() => decodeAnySecretKey(changed, 'f', {}))) as KeyPair | undefined;
        // PKCS#8 without its public key says nothing of a seed that was changed; the others do.
        if (key !== undefined && text !== secrets[0]) expect(hex(key.secretKey)).toBe(hex(pair.secretKey));
        const open = (await outcome(() => decodeAnyPublicKey(changed))) as Uint8Array | undefined;
        if (open !== undefined) expect(open).toHaveLength(32);
        // What is secret is never taken for public.
        if (secrets.includes(text)) expect(open === undefined || hex(open) === hex(pair.publicKey)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
