import { createHash } from 'node:crypto';
import { Point } from '@noble/ed25519';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSignatureForm } from '../../src/keys/ed25519.js';
import { decodePublicKey } from '../../src/keys/spki.js';
import { hex, seedOf, unhex, utf8 } from '../bytes.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';
import { type Backend, backends, node, portable } from './backends.js';

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

// All encodings of the eight points of small order: y and sign bit; y + p too where that fits in 255 bits.
const lowOrder: readonly Uint8Array[] = [
  0n,
  1n,
  littleEndian(unhex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')),
  littleEndian(unhex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a')),
  P - 1n,
  P,
  P + 1n,
].flatMap((y) => [encode(y), encode(y, 1)]);

/** Of the fourteen, the eight that RFC 8032 section 5.1.3 decodes: each point once. */
const lowOrderPoints = lowOrder.filter((bytes) => decodes(bytes));

const vectors = 'vectors';

test('what no arithmetic is to be asked of is refused before the equation', () => {
  const signature = node.ed25519.sign(utf8('a message'), seedOf('a signer'));
  const [r, s] = [signature.subarray(0, 32), littleEndian(signature.subarray(32))];
  const isForm = (first: Uint8Array, second: bigint): boolean =>
    isSignatureForm(Uint8Array.from([...first, ...encode(second)]));
  expect(isForm(r, s)).toBe(true);
  expect(isForm(r, L - 1n)).toBe(true);
  for (const high of [L, s + L, 2n ** 255n - 1n]) expect(isForm(r, high), String(high)).toBe(false);
  // From p + 2 on they are no points of small order, which have a check of their own.
  for (let y = P + 2n; y < 2n ** 255n; y++) expect(isForm(encode(y), s), String(y)).toBe(false);
  for (const point of lowOrder) expect(isForm(point, s)).toBe(false);
});

test('the strict checks under test run over different arithmetics', () => {
  expect(portable.ed25519).not.toBe(node.ed25519);
  // Only the portable code copes without OpenSSL's objects, and only it refuses to decode what is not on the curve.
  const offCurve = encode(2n);
  expect(() => portable.arithmetic.verifier(offCurve)).toThrow();
  expect(() => node.arithmetic.verifier(offCurve)).not.toThrow();
});

test('the fourteen encodings of small order are eight points', () => {
  expect(new Set(lowOrder.map(hex)).size).toBe(14);
  expect(lowOrderPoints).toHaveLength(8);
  for (const bytes of lowOrderPoints) expect(Point.fromBytes(bytes).isSmallOrder()).toBe(true);
});

describe.each(backends)('Ed25519 over $name', (backend: Backend) => {
  const { sign, verify, getPublicKey, createSigner, createVerifier, assertPublicKey, randomSecretKey } =
    backend.ed25519;

  describeWithCorpus('published vectors', () => {
    const rfc = (): { name: string; seed: string; pub: string; msg: string; sig: string }[] =>
      JSON.parse(readCorpus(vectors, 'ed25519-rfc8032', 'rfc8032_section7_1.json'));

    test('RFC 8032 section 7.1', () => {
      expect(rfc()).toHaveLength(5);
      for (const { name, seed, pub, msg, sig } of rfc()) {
        const message = unhex(msg);
        expect(hex(getPublicKey(unhex(seed))), name).toBe(pub);
        expect(hex(sign(message, unhex(seed))), name).toBe(sig);
        expect(verify(unhex(sig), message, unhex(pub)), name).toBe(true);
        for (const bit of [0, 255, 256, 511]) {
          expect(verify(flip(unhex(sig), bit), message, unhex(pub)), `${name}, bit ${bit}`).toBe(false);
        }
      }
    });

    interface Wycheproof {
      testGroups: {
        publicKey: { pk: string };
        publicKeyDer: string;
        publicKeyPem: string;
        publicKeyJwk: { x: string };
        tests: { tcId: number; comment: string; msg: string; sig: string; result: 'valid' | 'invalid' }[];
      }[];
    }
    const wycheproof = (): Wycheproof => JSON.parse(readCorpus(vectors, 'ed25519-wycheproof', 'ed25519_test.json'));

    test('Wycheproof: 151 verdicts', () => {
      let count = 0;
      for (const { publicKey, tests } of wycheproof().testGroups) {
        for (const { tcId, comment, msg, sig, result } of tests) {
          const verdict = verify(unhex(sig), unhex(msg), unhex(publicKey.pk));
          expect(verdict, `tcId ${tcId} ${comment}`).toBe(result === 'valid');
          count++;
        }
      }
      expect(count).toBe(151);
    });

    test('Wycheproof: 78 keys are the same from every form', () => {
      const { testGroups } = wycheproof();
      expect(testGroups).toHaveLength(78);
      for (const { publicKey, publicKeyDer, publicKeyPem, publicKeyJwk } of testGroups) {
        expect(() => assertPublicKey(unhex(publicKey.pk))).not.toThrow();
        expect(hex(decodePublicKey(publicKeyPem))).toBe(publicKey.pk);
        const wrapped = Buffer.from(publicKeyDer, 'hex').toString('base64');
        const pem = `-----BEGIN PUBLIC KEY-----\n${wrapped}\n-----END PUBLIC KEY-----\n`;
        expect(hex(decodePublicKey(pem))).toBe(publicKey.pk);
        expect(Buffer.from(publicKeyJwk.x, 'base64url').toString('hex')).toBe(publicKey.pk);
      }
    });

    test('ed25519-speccheck: the row of strict verifiers', () => {
      const cases: { message: string; pub_key: string; signature: string }[] = JSON.parse(
        readCorpus(vectors, 'ed25519-speccheck', 'cases.json'),
      );
      const row = cases.map(({ message, pub_key, signature }) =>
        verify(unhex(signature), unhex(message), unhex(pub_key)) ? 'V' : 'X',
      );
      expect(row.join('')).toBe('XXXVXXXXXXXX');
    });
  });

  describe('points of small order', () => {
    test('the signature that fits every message is refused, though the bare equation holds', () => {
      const key = encode(1n);
      const signature = join(encode(1n), new Uint8Array(32));
      for (const message of [utf8(''), utf8('pay the bearer'), seedOf('any message')]) {
        expect(accepts(backend, key, signature, message)).toBe(!backend.refusesSmallOrder);
        expect(verify(signature, message, key)).toBe(false);
      }
    });

    test('all 14 encodings are refused as key when it is taken in', () => {
      for (const key of lowOrder) {
        expect(() => assertPublicKey(key), hex(key)).toThrow(expect.objectContaining({ code: 'ERR_WEAK_KEY' }));
        expect(() => createVerifier(key), hex(key)).toThrow(expect.objectContaining({ code: 'ERR_WEAK_KEY' }));
      }
    });

    test('all 14 encodings are refused as key of a signature that fits the bare equation', () => {
      // R is an honest point r·B, and S = r fits wherever k·A is zero: for one message in eight at the most.
      const r = scalar('a nonce that anybody can choose');
      const R = Point.BASE.multiply(r).toBytes();
      const signature = join(R, encode(r));
      let accepted = 0;
      for (const key of lowOrder) {
        const message = findMessage((text) => challenge(R, key, text) % 8n === 0n);
        if (accepts(backend, key, signature, message)) accepted++;
        expect(verify(signature, message, key), hex(key)).toBe(false);
      }
      // The check would show nothing if the arithmetic refused them too.
      if (!backend.refusesSmallOrder) expect(accepted).toBeGreaterThanOrEqual(8);
    });

    test('all 14 encodings are refused as R of a signature that fits the bare equation', () => {
      // The key has a part of order 8, so that R = S·B - k·A can be each of the eight points; it is not itself one.
      const a = scalar('the secret of a mixed key');
      const torsion = Point.fromBytes(unhex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'));
      const key = Point.BASE.multiply(a).add(torsion).toBytes();
      expect(() => assertPublicKey(key)).not.toThrow();
      for (const R of lowOrderPoints) {
        const message = findMessage((text) => {
          const k = challenge(R, key, text) % 8n;
          return hex(torsionMultiple(torsion, (8n - k) % 8n).toBytes()) === hex(R);
        });
        const signature = join(R, encode((challenge(R, key, message) * a) % L));
        expect(accepts(backend, key, signature, message), hex(R)).toBe(!backend.refusesSmallOrder);
        expect(verify(signature, message, key), hex(R)).toBe(false);
      }
      for (const R of lowOrder) {
        const message = utf8('any');
        const signature = join(R, encode((challenge(R, key, message) * a) % L));
        expect(verify(signature, message, key), hex(R)).toBe(false);
      }
    });

    test('the owner of an honest key cannot use them as R either', () => {
      const a = secretScalar(seedOf('honest'));
      const key = getPublicKey(seedOf('honest'));
      const R = encode(1n);
      const message = utf8('R is the neutral point');
      const signature = join(R, encode((challenge(R, key, message) * a) % L));
      expect(accepts(backend, key, signature, message)).toBe(!backend.refusesSmallOrder);
      expect(verify(signature, message, key)).toBe(false);
    });
  });

  describe('encodings', () => {
    const key = getPublicKey(seedOf('honest'));
    const message = utf8('the library is open');
    const signature = sign(message, seedOf('honest'));

    test('y ≥ p is refused as key and as R', () => {
      for (let y = P; y < 2n ** 255n; y++) {
        for (const bytes of [encode(y), encode(y, 1)]) {
          const code = y - P < 2n ? 'ERR_WEAK_KEY' : 'ERR_INVALID_KEY';
          expect(() => assertPublicKey(bytes), hex(bytes)).toThrow(expect.objectContaining({ code }));
          expect(verify(signature, message, bytes), hex(bytes)).toBe(false);
          expect(verify(join(bytes, signature.subarray(32)), message, key), hex(bytes)).toBe(false);
        }
      }
    });

    test('the last y below p that is of large order is not refused for its size', () => {
      expect(() => assertPublicKey(encode(P - 2n))).not.toThrow();
      expect(() => assertPublicKey(encode(P - 2n, 1))).not.toThrow();
      expect(() => assertPublicKey(encode(2n ** 255n - 257n))).not.toThrow();
    });

    test('S ≥ L is refused', () => {
      const s = littleEndian(signature.subarray(32));
      expect(s).toBeLessThan(L);
      expect(verify(signature, message, key)).toBe(true);
      for (let other = s + L; other < 2n ** 256n; other += L) {
        expect(verify(join(signature.subarray(0, 32), encode256(other)), message, key)).toBe(false);
      }
      for (const other of [L, L + 1n, 2n ** 253n, 2n ** 255n, 2n ** 256n - 1n]) {
        expect(verify(join(signature.subarray(0, 32), encode256(other)), message, key)).toBe(false);
      }
    });

    test('a key that is not on the curve verifies nothing', () => {
      const offCurve = Array.from({ length: 40 }, (_, y) => encode(BigInt(y + 2))).filter((bytes) => !decodes(bytes));
      expect(offCurve.length).toBeGreaterThan(5);
      for (const bytes of offCurve) expect(verify(signature, message, bytes)).toBe(false);
      expect(verify(signature, message, key)).toBe(true);
    });
  });

  describe('malformed input', () => {
    const key = getPublicKey(seedOf('honest'));
    const message = utf8('the library is open');
    const signature = sign(message, seedOf('honest'));
    const detached = new Uint8Array(64);
    structuredClone(detached.buffer, { transfer: [detached.buffer] });
    const wrong: readonly unknown[] = [
      undefined,
      null,
      true,
      0,
      64,
      '',
      hex(signature),
      hex(key),
      Symbol('key'),
      {},
      { length: 64 },
      [],
      [...signature],
      [...key],
      signature.buffer,
      new DataView(signature.buffer),
      new Int8Array(32),
      new Uint8ClampedArray(key),
      new Uint16Array(32),
      new Float64Array(64),
      new Uint8Array(0),
      key.subarray(1),
      signature.subarray(1),
      join(key, new Uint8Array(1)),
      join(signature, new Uint8Array(1)),
      detached,
      // These claim to be bytes until they are asked for their length.
      Object.create(Uint8Array.prototype),
      new Proxy(signature, {}),
      new Proxy(key, {}),
      () => signature,
      Promise.resolve(signature),
    ];

    test('is false, never an exception', () => {
      for (const value of wrong) {
        const bytes = value as Uint8Array;
        expect(verify(bytes, message, key), describeValue(value)).toBe(false);
        expect(verify(signature, message, bytes), describeValue(value)).toBe(false);
        expect(verify(signature, bytes, key), describeValue(value)).toBe(false);
        expect(createVerifier(key)(bytes, message), describeValue(value)).toBe(false);
        expect(createVerifier(key)(signature, bytes), describeValue(value)).toBe(false);
      }
      expect((verify as () => boolean)()).toBe(false);
      expect(verify(signature, message, key)).toBe(true);
    });

    test('is refused by name where a key is made ready', () => {
      const code = 'ERR_INVALID_KEY';
      for (const value of wrong) {
        const bytes = value as Uint8Array;
        expect(() => assertPublicKey(bytes), describeValue(value)).toThrow(expect.objectContaining({ code }));
        expect(() => createVerifier(bytes), describeValue(value)).toThrow(expect.objectContaining({ code }));
        expect(() => getPublicKey(bytes), describeValue(value)).toThrow(expect.objectContaining({ code }));
        expect(() => createSigner(bytes), describeValue(value)).toThrow(expect.objectContaining({ code }));
        expect(() => sign(message, bytes), describeValue(value)).toThrow(expect.objectContaining({ code }));
      }
    });

    test('a Buffer is bytes like any other', () => {
      expect(verify(Buffer.from(signature), Buffer.from(message), Buffer.from(key))).toBe(true);
      expect(hex(sign(Buffer.from(message), Buffer.from(seedOf('honest'))))).toBe(hex(signature));
    });
  });

  describe('what is remembered', () => {
    const message = utf8('the library is open');
    const [seedA, seedB] = [seedOf('key A'), seedOf('key B')];
    const [keyA, keyB] = [getPublicKey(seedA), getPublicKey(seedB)];
    const [byA, byB] = [sign(message, seedA), sign(message, seedB)];

    test('keys used in turn are not mixed up', () => {
      const offCurve = encode(2n);
      for (let round = 0; round < 3; round++) {
        expect(verify(byA, message, keyA)).toBe(true);
        expect(verify(byB, message, keyA)).toBe(false);
        expect(verify(byA, message, keyB)).toBe(false);
        expect(verify(byA, message, offCurve)).toBe(false);
        expect(verify(byB, message, keyB)).toBe(true);
        expect(verify(byB, message, lowOrder[0] as Uint8Array)).toBe(false);
      }
    });

    test('keys that differ in one bit are different keys', () => {
      for (let bit = 0; bit < 256; bit++) {
        expect(verify(byA, message, keyA)).toBe(true);
        expect(verify(byA, message, flip(keyA, bit)), `bit ${bit}`).toBe(false);
      }
    });

    // A Buffer's slice is a view, unlike that of any other array of bytes.
    const makers: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
      ['an array of bytes', (bytes) => new Uint8Array(bytes)],
      ['a Buffer', (bytes) => Buffer.from(bytes)],
      ['a view into a larger buffer', (bytes) => Buffer.concat([Buffer.alloc(7), bytes]).subarray(7)],
    ];

    test.each(makers)('%s that is changed after its use as key', (_, make) => {
      const reused = make(keyA);
      expect(verify(byA, message, reused)).toBe(true);
      reused.set(keyB);
      expect(verify(byA, message, reused)).toBe(false);
      expect(verify(byB, message, reused)).toBe(true);
      reused.fill(0);
      expect(verify(byB, message, reused)).toBe(false);
      expect(verify(byA, message, keyA)).toBe(true);

      const other = make(keyA);
      expect(verify(byB, message, keyB)).toBe(true);
      expect(verify(byA, message, other)).toBe(true);
      other.fill(7);
      expect(verify(byA, message, keyA)).toBe(true);
      expect(verify(byB, message, keyA)).toBe(false);
    });

    test.each(makers)('%s that is changed after a verifier was made of it', (_, make) => {
      const reused = make(keyA);
      const verifyA = createVerifier(reused);
      reused.set(keyB);
      expect(verifyA(byA, message)).toBe(true);
      expect(verifyA(byB, message)).toBe(false);
    });

    test.each(makers)('%s that is changed after a signer was made of it', (_, make) => {
      const reused = make(seedA);
      const signA = createSigner(reused);
      reused.fill(0);
      expect(hex(signA(message))).toBe(hex(byA));
    });
  });

  test('inputs are left as they were', () => {
    const [seed, message] = [seedOf('honest'), utf8('the library is open')];
    const key = getPublicKey(seed);
    const signature = sign(message, seed);
    verify(signature, message, key);
    expect(hex(seed)).toBe(hex(seedOf('honest')));
    expect(hex(message)).toBe(hex(utf8('the library is open')));
    expect(hex(key)).toBe(hex(getPublicKey(seed)));
    expect(hex(signature)).toBe(hex(sign(message, seed)));
  });

  test('random secret keys are 32 bytes and differ', () => {
    const seeds = Array.from({ length: 50 }, () => randomSecretKey());
    for (const seed of seeds) expect(seed).toHaveLength(32);
    expect(new Set(seeds.map(hex)).size).toBe(50);
  });
});

describe('the two arithmetics', () => {
  const cases = fc.record({
    seed: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    message: fc.uint8Array({ maxLength: 300 }),
  });

  test('agree on 500 keys, signatures and verdicts', () => {
    fc.assert(
      fc.property(cases, ({ seed, message }) => {
        const key = node.ed25519.getPublicKey(seed);
        const signature = node.ed25519.sign(message, seed);
        expect(hex(portable.ed25519.getPublicKey(seed))).toBe(hex(key));
        expect(hex(portable.ed25519.sign(message, seed))).toBe(hex(signature));
        expect(node.ed25519.verify(signature, message, key)).toBe(true);
        expect(portable.ed25519.verify(signature, message, key)).toBe(true);
      }),
      { seed: 8032, numRuns: 500 },
    );
  });

  test('agree that 500 changed signatures, messages and keys are wrong', () => {
    const target = fc.record({ what: fc.constantFrom('signature', 'message', 'key'), bit: fc.nat(511) });
    fc.assert(
      fc.property(cases, target, ({ seed, message }, { what, bit }) => {
        const text = join(message, Uint8Array.of(0));
        const key = node.ed25519.getPublicKey(seed);
        const signature = node.ed25519.sign(text, seed);
        const given = [
          what === 'signature' ? flip(signature, bit) : signature,
          what === 'message' ? flip(text, bit % (text.length * 8)) : text,
          what === 'key' ? flip(key, bit % 256) : key,
        ] as const;
        expect(node.ed25519.verify(...given)).toBe(false);
        expect(portable.ed25519.verify(...given)).toBe(false);
      }),
      { seed: 8410, numRuns: 500 },
    );
  });
});

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${hex(bytes.slice().reverse())}`);
}

function encode256(value: bigint): Uint8Array {
  return unhex(value.toString(16).padStart(64, '0')).reverse();
}

/** A coordinate with its sign bit, or a scalar. */
function encode(value: bigint, sign: 0 | 1 = 0): Uint8Array {
  return encode256(value + (sign ? 2n ** 255n : 0n));
}

function decodes(bytes: Uint8Array): boolean {
  try {
    Point.fromBytes(bytes, false);
    return true;
  } catch {
    return false;
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

function sha512(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(
    createHash('sha512')
      .update(join(...parts))
      .digest(),
  );
}

/** k of RFC 8032 section 5.1.7 step 2, not reduced: modulo L for the base point, modulo 8 for small orders. */
function challenge(R: Uint8Array, key: Uint8Array, message: Uint8Array): bigint {
  return littleEndian(sha512(R, key, message)) % L;
}

function scalar(label: string): bigint {
  return littleEndian(sha512(utf8(label))) % L;
}

/** RFC 8032 section 5.1.5 steps 1 and 2, modulo L. */
function secretScalar(seed: Uint8Array): bigint {
  const half = sha512(seed).slice(0, 32);
  half[0] = (half[0] as number) & 248;
  half[31] = ((half[31] as number) & 127) | 64;
  return littleEndian(half) % L;
}

function torsionMultiple(point: Point, times: bigint): Point {
  let sum = Point.ZERO;
  for (let i = 0n; i < times; i++) sum = sum.add(point);
  return sum;
}

function findMessage(fits: (message: Uint8Array) => boolean): Uint8Array {
  for (let i = 0; i < 10_000; i++) {
    const message = utf8(`message ${i}`);
    if (fits(message)) return message;
  }
  throw new Error('no message fits');
}

function accepts({ arithmetic }: Backend, key: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  try {
    return arithmetic.verifier(key)(signature, message);
  } catch {
    return false;
  }
}

function describeValue(value: unknown): string {
  return Object.prototype.toString.call(value);
}
