import { createHash } from 'node:crypto';
import { Point } from '@noble/ed25519';
import sodium from 'libsodium-wrappers';
import { describe, expect, test } from 'vitest';
import { isSignatureForm } from '../../src/keys/ed25519.js';
import { hex, unhex, utf8 } from '../bytes.js';
import { describeWithCorpus, readCorpus } from '../corpus.js';
import { node, portable } from './backends.js';

// One verdict everywhere: ours over both arithmetics, ours over the web's own, and libsodium's, which is nobody of ours.
await sodium.ready;

interface Case {
  readonly what: string;
  readonly key: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

type Verdicts = Readonly<Record<'portable' | 'node' | 'web' | 'libsodium', boolean>>;

async function judge({ key, message, signature }: Case): Promise<Verdicts> {
  return {
    portable: portable.ed25519.verify(signature, message, key),
    node: node.ed25519.verify(signature, message, key),
    web: await verifyByWebCrypto(signature, message, key),
    libsodium: verifyByLibsodium(signature, message, key),
  };
}

function verifyByLibsodium(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  try {
    return sodium.crypto_sign_verify_detached(signature, message, key);
  } catch {
    // It throws for a signature or key of the wrong length.
    return false;
  }
}

/** What a browser without our arithmetic would do: our strict checks, then the equation of the platform. */
async function verifyByWebCrypto(signature: Uint8Array, message: Uint8Array, key: Uint8Array): Promise<boolean> {
  try {
    node.ed25519.assertPublicKey(key);
  } catch {
    return false;
  }
  return isSignatureForm(signature) && equationOfWebCrypto(signature, message, key);
}

async function equationOfWebCrypto(signature: Uint8Array, message: Uint8Array, key: Uint8Array): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  try {
    const imported = await subtle.importKey('raw', copy(key), { name: 'Ed25519' }, false, ['verify']);
    return await subtle.verify({ name: 'Ed25519' }, imported, copy(signature), copy(message));
  } catch {
    return false;
  }
}

/** The same verdict from all four. @returns it */
async function verdictOf(one: Case): Promise<boolean> {
  const verdicts = await judge(one);
  const { libsodium } = verdicts;
  expect(verdicts, `${one.what}: ${hex(one.key)} ${hex(one.message)} ${hex(one.signature)}`).toEqual({
    portable: libsodium,
    node: libsodium,
    web: libsodium,
    libsodium,
  });
  return libsodium;
}

describeWithCorpus('published vectors', () => {
  test('Wycheproof: 151 verdicts, from all four', async () => {
    const { testGroups } = JSON.parse(readCorpus('vectors', 'ed25519-wycheproof', 'ed25519_test.json')) as {
      testGroups: { publicKey: { pk: string }; tests: { tcId: number; msg: string; sig: string; result: string }[] }[];
    };
    let count = 0;
    for (const { publicKey, tests } of testGroups) {
      for (const { tcId, msg, sig, result } of tests) {
        const one = { what: `tcId ${tcId}`, key: unhex(publicKey.pk), message: unhex(msg), signature: unhex(sig) };
        expect(await verdictOf(one), one.what).toBe(result === 'valid');
        count++;
      }
    }
    expect(count).toBe(151);
  });

  const speccheck = (): Case[] =>
    (
      JSON.parse(readCorpus('vectors', 'ed25519-speccheck', 'cases.json')) as {
        message: string;
        pub_key: string;
        signature: string;
      }[]
    ).map(({ message, pub_key, signature }, index) => ({
      what: `case ${index}`,
      key: unhex(pub_key),
      message: unhex(message),
      signature: unhex(signature),
    }));

  test('ed25519-speccheck: the row of strict verifiers, from all four', async () => {
    const row: string[] = [];
    for (const one of speccheck()) row.push((await verdictOf(one)) ? 'V' : 'X');
    expect(row.join(' ')).toBe('X X X V X X X X X X X X');
  });

  test('ed25519-speccheck: the web alone would accept more', async () => {
    const accepted = await Promise.all(
      speccheck().map(({ signature, message, key }) => equationOfWebCrypto(signature, message, key)),
    );
    // Where it does not, our checks before it could not be seen at work.
    expect(accepted.filter(Boolean).length).toBeGreaterThan(process.versions.node.startsWith('20.') ? 1 : 0);
  });
});

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** All encodings of the points of small order, canonical or not, decodable or not. */
const lowOrder: readonly Uint8Array[] = [
  0n,
  1n,
  littleEndian(unhex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05')),
  littleEndian(unhex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a')),
  P - 1n,
  P,
  P + 1n,
].flatMap((y) => [encode(y), encode(y + 2n ** 255n)]);

const torsion = Point.fromBytes(unhex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'));
const torsionPoints = [Point.ZERO];
while (torsionPoints.length < 8) torsionPoints.push((torsionPoints.at(-1) as Point).add(torsion));

/** The same cases in every run; FC_SEED gives others. */
class Chance {
  private count = 0;
  constructor(private readonly seed: string) {}

  bytes(length: number): Uint8Array {
    const parts = Array.from({ length: Math.ceil(length / 64) }, () => sha512(utf8(`${this.seed} ${this.count++}`)));
    return join(...parts, new Uint8Array()).slice(0, length);
  }

  below(bound: number): number {
    return Number(littleEndian(this.bytes(6)) % BigInt(bound));
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  scalar(): bigint {
    return (littleEndian(this.bytes(64)) % (L - 1n)) + 1n;
  }
}

/** A signature that fits the bare equation for a scalar and any key, with a part of small order or without. */
function signRaw(a: bigint, key: Uint8Array, r: bigint, R: Uint8Array, message: Uint8Array): Uint8Array {
  return join(R, encode((r + challenge(R, key, message) * a) % L));
}

/** How cases are made: each from a good signature, or from what an attacker would give instead. */
const kinds: Readonly<Record<string, (chance: Chance, honest: Case, a: bigint) => Case>> = {
  'an honest signature': (_, honest) => honest,
  'a bit of the signature changed': (chance, honest) => ({ ...honest, signature: flip(chance, honest.signature) }),
  'a bit of the key changed': (chance, honest) => ({ ...honest, key: flip(chance, honest.key) }),
  'a bit of the message changed': (chance, honest) => ({
    ...honest,
    message: flip(chance, join(honest.message, Uint8Array.of(0))),
  }),
  'S + nL': (chance, { signature, ...honest }) => {
    const s = littleEndian(signature.subarray(32)) + L * BigInt(1 + chance.below(15));
    return { ...honest, signature: join(signature.subarray(0, 32), encode(s)) };
  },
  'another S': (chance, { signature, ...honest }) => ({
    ...honest,
    signature: join(signature.subarray(0, 32), encode(chance.of([0n, 1n, L - 1n, L, L + 1n, chance.scalar()]))),
  }),
  'a key of small order': (chance, honest) => ({ ...honest, key: chance.of(lowOrder) }),
  'a key of small order, and a signature that may fit': (chance, { message, what }) => {
    const r = chance.scalar();
    const R = Point.BASE.multiply(r).add(chance.of(torsionPoints)).toBytes();
    return { what, key: chance.of(lowOrder), message, signature: join(R, encode(r)) };
  },
  'R of small order': (chance, { signature, ...honest }) => ({
    ...honest,
    signature: join(chance.of(lowOrder), signature.subarray(32)),
  }),
  'R of small order, and S that fits': (chance, { key, message, what }, a) => {
    const R = chance.of(lowOrder);
    return { what, key, message, signature: signRaw(a, key, 0n, R, message) };
  },
  'both of small order': (chance, { message, what }) => ({
    what,
    key: chance.of(lowOrder),
    message,
    signature: join(chance.of(lowOrder), encode(chance.of([0n, 0n, chance.scalar()]))),
  }),
  'y ≥ p in the key': (chance, honest) => ({ ...honest, key: beyondP(chance) }),
  'y ≥ p in R': (chance, { signature, ...honest }) => ({
    ...honest,
    signature: join(beyondP(chance), signature.subarray(32)),
  }),
  'a key with a part of small order': (chance, { message, what }, a) => {
    // Without the cofactor it fits where k times that part is what R has of it: once in eight at least.
    const key = Point.BASE.multiply(a).add(chance.of(torsionPoints)).toBytes();
    const r = chance.scalar();
    const R = Point.BASE.multiply(r).add(chance.of(torsionPoints)).toBytes();
    return { what, key, message, signature: signRaw(a, key, r, R, message) };
  },
  'R with a part of small order': (chance, { key, message, what }, a) => {
    const r = chance.scalar();
    const R = Point.BASE.multiply(r).add(chance.of(torsionPoints)).toBytes();
    return { what, key, message, signature: signRaw(a, key, r, R, message) };
  },
  'random bytes for the key': (chance, honest) => ({ ...honest, key: chance.bytes(32) }),
  'random bytes for the signature': (chance, honest) => ({ ...honest, signature: chance.bytes(64) }),
  'another length': (chance, honest) => ({
    ...honest,
    signature: chance.of([honest.signature.slice(1), join(honest.signature, Uint8Array.of(0)), new Uint8Array()]),
  }),
};

const CASES = 10_000;

describe(`${CASES.toLocaleString('en')} random cases, mixed with points of small order and other spellings`, () => {
  const names = Object.keys(kinds);
  const accepted: Record<string, number> = {};
  const judged: Record<string, number> = {};

  // One test a kind, so that each says which it is.
  test.each(names)('%s', async (name) => {
    const chance = new Chance(`${process.env.FC_SEED ?? 1} ${name}`);
    const make = kinds[name] as (chance: Chance, honest: Case, a: bigint) => Case;
    for (let i = 0; i < Math.ceil(CASES / names.length); i++) {
      const seed = chance.bytes(32);
      const key = node.ed25519.getPublicKey(seed);
      const message = chance.bytes(chance.below(100));
      const honest = { what: name, key, message, signature: node.ed25519.sign(message, seed) };
      if (await verdictOf(make(chance, honest, secretScalar(seed)))) accepted[name] = (accepted[name] ?? 0) + 1;
      judged[name] = (judged[name] ?? 0) + 1;
    }
  });

  test('were all judged, and both verdicts were seen', () => {
    expect(Object.values(judged).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(CASES);
    const each = Math.ceil(CASES / names.length);
    // An attacker's case that fits the bare equation without the cofactor is a signature: one in eight, or few more.
    const fitting = ['a key with a part of small order', 'R with a part of small order'];
    expect(Object.keys(accepted).sort()).toEqual([...fitting, 'an honest signature'].sort());
    expect(accepted['an honest signature']).toBe(each);
    for (const name of fitting) {
      expect(accepted[name]).toBeGreaterThan(each / 20);
      expect(accepted[name]).toBeLessThan(each / 3);
    }
  });

  test('keys and signatures are those of libsodium', () => {
    const chance = new Chance('libsodium');
    for (let i = 0; i < 500; i++) {
      const seed = chance.bytes(32);
      const message = chance.bytes(chance.below(100));
      const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
      const signature = hex(sodium.crypto_sign_detached(message, privateKey));
      for (const { ed25519, name } of [node, portable]) {
        expect(hex(ed25519.getPublicKey(seed)), name).toBe(hex(publicKey));
        expect(hex(ed25519.sign(message, seed)), name).toBe(signature);
      }
    }
  });
});

function beyondP(chance: Chance): Uint8Array {
  return encode(P + BigInt(chance.below(19)) + chance.of([0n, 2n ** 255n]));
}

function flip(chance: Chance, bytes: Uint8Array): Uint8Array {
  const bit = chance.below(bytes.length * 8);
  return bytes.with(bit >> 3, (bytes[bit >> 3] as number) ^ (1 << (bit & 7)));
}

function encode(value: bigint): Uint8Array {
  return unhex(value.toString(16).padStart(64, '0')).reverse();
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${hex(bytes.slice().reverse())}`);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** Of a kind that the web takes, whose buffers are not shared. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function sha512(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(
    createHash('sha512')
      .update(join(...parts))
      .digest(),
  );
}

/** k of RFC 8032 section 5.1.7 step 2. */
function challenge(R: Uint8Array, key: Uint8Array, message: Uint8Array): bigint {
  return littleEndian(sha512(R, key, message)) % L;
}

/** RFC 8032 section 5.1.5 steps 1 and 2, modulo L. */
function secretScalar(seed: Uint8Array): bigint {
  const half = sha512(seed).slice(0, 32);
  half[0] = (half[0] as number) & 248;
  half[31] = ((half[31] as number) & 127) | 64;
  return littleEndian(half) % L;
}
