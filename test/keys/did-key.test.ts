import { describe, expect, test } from 'vitest';
import { decodeDidKey, encodeDidKey } from '../../src/keys/did-key.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { hex, seedOf, unhex } from '../bytes.js';
import { refusal } from './refusal.js';

const did = 'did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp';
const key = '3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29';

describe('did:key', () => {
  test('is read and written as the method has it', () => {
    expect(hex(decodeDidKey(did))).toBe(key);
    expect(encodeDidKey(unhex(key))).toBe(did);
    expect(hex(decodeDidKey(` ${did}#${did.slice(8)}\n`))).toBe(key);
  });

  test('round trips', () => {
    for (let i = 0; i < 50; i++) {
      const { publicKey } = new KeyPair(seedOf(`did ${i}`));
      expect(hex(decodeDidKey(encodeDidKey(publicKey)))).toBe(hex(publicKey));
    }
  });

  test.each([
    ['another method', did.replace('did:key', 'did:web')],
    ['another base', did.replace('key:z', 'key:m')],
    ['the fragment of another', `${did}#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK`],
    ['X25519', 'did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc'],
    ['a digit that is none', did.replace('6Mk', '6M0')],
    ['a digit too few', did.slice(0, -1)],
    ['a leading zero', did.replace('key:z', 'key:z1')],
    ['a long one', `did:key:z${'6'.repeat(1_000_000)}`],
    ['nothing after it', 'did:key:z'],
  ])('%s is refused', async (_, text) => {
    await refusal(() => decodeDidKey(text), []);
  });

  test('a key of small order is refused', async () => {
    expect(() => encodeDidKey(new Uint8Array(32))).toThrow(expect.objectContaining({ code: 'ERR_WEAK_KEY' }));
    // 0xed 0x01 and 32 zero bytes.
    await refusal(() => decodeDidKey('did:key:z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP'), [], 'ERR_WEAK_KEY');
  });
});
