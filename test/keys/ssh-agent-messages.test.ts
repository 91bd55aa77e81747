import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PassportError } from '../../src/errors.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import {
  AgentAnswer,
  MAX_AGENT_MESSAGE,
  parseIdentities,
  parseSignature,
  requestIdentities,
  requestSignature,
  sshFingerprint,
} from '../../src/keys/ssh-agent-messages.js';
import { hex, seedOf, utf8 } from '../bytes.js';
import { describeWithPeers } from '../peers.js';
import { byte, identities, join, keyBlob, signatureAnswer, string, uint32 } from '../ssh-wire.js';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { temporaryDirectories } from '../temporary.js';

const directory = temporaryDirectories();
const pair = new KeyPair(seedOf('in the agent'));
const other = new KeyPair(seedOf('also in the agent'));

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof PassportError) return error.code;
    throw error;
  }
  return 'none';
}

describe('requests', () => {
  test('are those of the protocol', () => {
    expect(hex(requestIdentities())).toBe('000000010b');
    const message = utf8('hello');
    const body = join(byte(13), string(keyBlob(pair.publicKey)), string(message), uint32(0));
    expect(hex(requestSignature(pair.publicKey, message))).toBe(hex(string(body)));
  });

  test('are refused before they are longer than an agent reads', () => {
    const overhead = requestSignature(pair.publicKey, new Uint8Array()).length - 4;
    const longest = new Uint8Array(MAX_AGENT_MESSAGE - overhead);
    expect(requestSignature(pair.publicKey, longest)).toHaveLength(4 + MAX_AGENT_MESSAGE);
    expect(codeOf(() => requestSignature(pair.publicKey, new Uint8Array(longest.length + 1)))).toBe(
      'ERR_SIGNER_FAILED',
    );
  });
});

describe('identities', () => {
  test('are the Ed25519 keys, in their order, with any comment', () => {
    const answer = identities([
      [string(utf8('ssh-rsa'), Uint8Array.of(1), new Uint8Array(257)), 'rsa'],
      [keyBlob(pair.publicKey), 'one\u001b[2J'],
      [string(utf8('sk-ssh-ed25519@openssh.com'), pair.publicKey, utf8('ssh:')), 'a security key'],
      [string(utf8('ssh-ed25519-cert-v01@openssh.com'), pair.publicKey), 'a certificate'],
      [keyBlob(other.publicKey), ''],
      [join(keyBlob(pair.publicKey), byte(0)), 'with a byte too many'],
      [string(utf8('ssh-ed25519'), pair.publicKey.subarray(1)), 'with a byte too few'],
      [new Uint8Array(), 'nothing'],
    ]);
    expect(parseIdentities(answer)).toEqual([
      { publicKey: pair.publicKey, comment: 'one\u001b[2J' },
      { publicKey: other.publicKey, comment: '' },
    ]);
    expect(parseIdentities(identities([]))).toEqual([]);
  });

  test.each<[string, Uint8Array, string]>([
    ['a failure', byte(5), 'ERR_SIGNER_FAILED'],
    ['another kind of message', byte(6), 'ERR_SIGNER_GARBAGE'],
    ['nothing', new Uint8Array(), 'ERR_SIGNER_GARBAGE'],
    ['no number', byte(12), 'ERR_SIGNER_GARBAGE'],
    ['4 billion keys', join(byte(12), uint32(0xffffffff)), 'ERR_SIGNER_GARBAGE'],
    ['a key of 4 billion bytes', join(byte(12), uint32(1), uint32(0xffffffff)), 'ERR_SIGNER_GARBAGE'],
    ['a key of 2^31 bytes', join(byte(12), uint32(1), uint32(0x80000000)), 'ERR_SIGNER_GARBAGE'],
    ['a byte too many', join(identities([]), byte(0)), 'ERR_SIGNER_GARBAGE'],
  ])('%s', (_, answer, code) => {
    expect(codeOf(() => parseIdentities(answer))).toBe(code);
  });
});

describe('signatures', () => {
  const signature = pair.sign(utf8('hello'));

  test.each([0, 63, 64, 65])('of %d bytes are given as they are', (length) => {
    const bytes = new Uint8Array(length).fill(7);
    expect(hex(parseSignature(signatureAnswer(bytes)))).toBe(hex(bytes));
  });

  test.each<[string, Uint8Array, string]>([
    ['a failure', byte(5), 'ERR_SIGNER_FAILED'],
    ['another kind of message', identities([]), 'ERR_SIGNER_GARBAGE'],
    ['another algorithm', signatureAnswer(signature, 'rsa-sha2-512'), 'ERR_SIGNER_GARBAGE'],
    ['a byte after it', join(signatureAnswer(signature), byte(0)), 'ERR_SIGNER_GARBAGE'],
    ['a byte in it', join(byte(14), string(string(utf8('ssh-ed25519'), signature), byte(0))), 'ERR_SIGNER_GARBAGE'],
    ['the bare signature', join(byte(14), string(signature)), 'ERR_SIGNER_GARBAGE'],
  ])('%s', (_, answer, code) => {
    expect(codeOf(() => parseSignature(answer))).toBe(code);
  });
});

describe('properties', () => {
  const whole = [
    identities([
      [keyBlob(pair.publicKey), 'a comment'],
      [keyBlob(other.publicKey), ''],
    ]),
    signatureAnswer(pair.sign(utf8('hello'))),
  ] as const;
  const parsers = [parseIdentities, parseSignature] as const;

  test('an answer that is cut short anywhere is garbage', () => {
    for (const [index, answer] of whole.entries()) {
      for (let length = 0; length < answer.length; length++)
        expect(codeOf(() => parsers[index]?.(answer.subarray(0, length)))).toBe('ERR_SIGNER_GARBAGE');
    }
  });

  test('whatever is answered is understood or refused by name', () => {
    const changed = fc.tuple(fc.constantFrom(...whole), fc.nat(), fc.nat(255)).map(([answer, at, value]) => {
      const copy = new Uint8Array(answer);
      copy[at % copy.length] = value;
      return copy;
    });
    const bytes = fc.oneof(
      changed,
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 200 }).map((rest) => join(byte(12), uint32(rest.length), rest)),
      fc.uint8Array({ maxLength: 200 }).map((rest) => join(byte(14), string(rest))),
    );
    fc.assert(
      fc.property(bytes, (answer) => {
        for (const parse of parsers)
          expect(codeOf(() => parse(answer))).toMatch(/^(?:none|ERR_SIGNER_GARBAGE|ERR_SIGNER_FAILED)$/);
      }),
      { numRuns: 5_000 },
    );
  });

  test('an answer is put together from any pieces', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 100 }),
        fc.array(fc.integer({ min: 1, max: 9 })),
        (body, cuts) => {
          const framed = string(body);
          const answer = new AgentAnswer();
          let at = 0;
          for (const cut of [...cuts, framed.length]) {
            const chunk = framed.subarray(at, at + cut);
            if (chunk.length === 0) break;
            at += chunk.length;
            const given = answer.push(chunk);
            expect(given && hex(given)).toBe(at === framed.length ? hex(body) : undefined);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test.each<[string, Uint8Array]>([
    ['a length of zero', uint32(0)],
    ['a length beyond the bound', uint32(MAX_AGENT_MESSAGE + 1)],
    ['a length of 4 billion', uint32(0xffffffff)],
    ['bytes after the answer', join(string(byte(5)), byte(0))],
  ])('%s is garbage at once', (_, bytes) => {
    expect(codeOf(() => new AgentAnswer().push(bytes))).toBe('ERR_SIGNER_GARBAGE');
  });

  test('the longest answer is taken', () => {
    const answer = new AgentAnswer();
    expect(answer.push(uint32(MAX_AGENT_MESSAGE))).toBeUndefined();
    expect(answer.push(new Uint8Array(MAX_AGENT_MESSAGE))).toHaveLength(MAX_AGENT_MESSAGE);
  });
});

describeWithPeers('fingerprints', ['ssh-keygen'], () => {
  test('are those of ssh-keygen', () => {
    for (const { publicKey } of [pair, other]) {
      const path = `${directory()}/key.pub`;
      writeFileSync(path, `ssh-ed25519 ${Buffer.from(keyBlob(publicKey)).toString('base64')} a comment\n`);
      const line = execFileSync('ssh-keygen', ['-l', '-f', path], { encoding: 'utf8' });
      expect(line).toBe(`256 ${sshFingerprint(publicKey)} a comment (ED25519)\n`);
    }
  });
});
