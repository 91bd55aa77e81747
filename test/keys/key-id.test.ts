import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '../../src/encoding/base64.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { seedOf } from '../bytes.js';
import { keyId } from '../../src/keys/key-id.js';

describe('the id of a key', () => {
  it('is the thumbprint of RFC 8037, appendix A.3', () => {
    const publicKey = decodeBase64Url('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo');
    expect(keyId(publicKey)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('is that of the bytes, whatever was asked before, and with whatever array', () => {
    const first = decodeBase64Url('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo');
    const id = keyId(first);
    const keys = Array.from({ length: 300 }, (_, index) => new KeyPair(seedOf(`key ${index}`)).publicKey);
    const ids = keys.map(keyId);
    expect(new Set([id, ...ids]).size).toBe(301);
    expect(keys.map(keyId)).toEqual(ids);
    // The array is used again for another key, and then for none.
    first.set(keys[7] as Uint8Array);
    expect(keyId(first)).toBe(ids[7]);
    first.fill(0).set([1]);
    expect(() => keyId(first)).toThrow(expect.objectContaining({ code: 'ERR_WEAK_KEY' }) as Error);
    expect(() => keyId([...(keys[7] as Uint8Array)] as unknown as Uint8Array)).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_KEY' }) as Error,
    );
  });

  it('is refused to what is no key', () => {
    expect(() => keyId(new Uint8Array(31))).toThrow(expect.objectContaining({ code: 'ERR_INVALID_KEY' }) as Error);
    expect(() => keyId(Uint8Array.of(1, ...new Uint8Array(31)))).toThrow(
      expect.objectContaining({ code: 'ERR_WEAK_KEY' }) as Error,
    );
  });
});

describe('base64url', () => {
  it.each(['', 'AA', 'AAA', 'AAAA', '-_-_'])('comes back from %j', (text) => {
    expect(encodeBase64Url(decodeBase64Url(text))).toBe(text);
  });

  it.each(['A', 'AB', 'AA==', '+/+/', 'A A', 'AAAAA'])('is not %j', (text) => {
    expect(() => decodeBase64Url(text)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_BASE64' }) as Error);
  });
});
