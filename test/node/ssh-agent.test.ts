import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join as joinPath } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { PassportError } from '../../src/errors.js';
import { keyId } from '../../src/keys/key-id.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import { sshFingerprint } from '../../src/keys/ssh-agent-messages.js';
import { openSshAgent } from '../../src/node/ssh-agent.js';
import { requestSignature, requestSignatures } from '../../src/sign/signer.js';
import { hex, seedOf, utf8 } from '../bytes.js';
import { describeWithPeers } from '../peers.js';
import { startSshAgent } from '../real-ssh-agent.js';
import { byte, identities, join, keyBlob, signatureAnswer, string, uint32 } from '../ssh-wire.js';
import { temporaryDirectories } from '../temporary.js';

const directory = temporaryDirectories();
const pair = new KeyPair(seedOf('in the agent'));
const other = new KeyPair(seedOf('also in the agent'));
const neutral = Uint8Array.of(1, ...new Uint8Array(31));
const message = utf8('what is to be signed');
const id = keyId(pair.publicKey);
const held = identities([
  [keyBlob(other.publicKey), 'other\u001b[2J'],
  [keyBlob(neutral), 'weak'],
  [keyBlob(pair.publicKey), 'mine'],
]);

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

test('a SSH_AUTH_SOCK of digits is the name of a file, and no port', async () => {
  let asked = 0;
  const server = createServer((socket) => {
    asked++;
    socket.destroy();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const opened = openSshAgent(id, { socket: String(port), timeout: 5_000 });
  await expect(opened).rejects.toMatchObject({ code: 'ERR_SIGNER_UNAVAILABLE', cause: { code: 'ENOENT' } });
  expect(asked).toBe(0);
});

type Answer = Uint8Array | 'silence' | 'gone';

/** An agent that answers as it is told: to the request for its keys, and to each request for a signature. */
async function agent(
  sign: (message: Uint8Array, socket: Socket) => Answer,
  keys: Answer = string(held),
): Promise<string> {
  const path = joinPath(directory(), 'agent.sock');
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 4 && received.length >= 4 + received.readUInt32BE()) {
        const request = received.subarray(4, 4 + received.readUInt32BE());
        received = received.subarray(4 + request.length);
        const answer = request[0] === 11 ? keys : sign(signed(request), socket);
        if (answer === 'gone') socket.destroy();
        else if (answer !== 'silence') socket.write(answer);
      }
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return path;
}

/** The message in a request for a signature. */
function signed(request: Buffer): Uint8Array {
  const at = 5 + request.readUInt32BE(1);
  return new Uint8Array(request.subarray(at + 4, at + 4 + request.readUInt32BE(at)));
}

const honest = (bytes: Uint8Array): Uint8Array => string(signatureAnswer(pair.sign(bytes)));

async function refusal(promise: Promise<unknown>, code: string): Promise<PassportError> {
  const outcome: unknown = await promise.catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(PassportError);
  expect(outcome).toMatchObject({ code });
  return outcome as PassportError;
}

describe('a key in an ssh-agent', () => {
  test('is found by its id and by its fingerprint, and signs', async () => {
    const socket = await agent(honest);
    for (const name of [id, sshFingerprint(pair.publicKey)]) {
      const signer = await openSshAgent(name, { socket, timeout: 20_000 });
      expect(hex(signer.publicKey)).toBe(hex(pair.publicKey));
      expect(hex(await requestSignature(signer, () => message))).toBe(hex(pair.sign(message)));
    }
  });

  test('signs many over one connection, and leaves none open', async () => {
    const seen = new Set<Socket>();
    const socket = await agent((bytes, connection) => {
      seen.add(connection);
      return honest(bytes);
    });
    const signer = await openSshAgent(id, { socket, timeout: 20_000 });
    const messages = Array.from({ length: 20 }, (_, index) => utf8(`message ${index}`));
    const signatures = await requestSignatures(
      signer,
      messages.map((bytes) => () => bytes),
    );
    expect(signatures.map(hex)).toEqual(messages.map((bytes) => hex(pair.sign(bytes))));
    expect(seen.size).toBe(1);
    expect(await signer.signAll?.([])).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sockets.size).toBe(0);
  });

  test('is never another one: what is not there is not signed with', async () => {
    const socket = await agent(honest);
    const error = await refusal(
      openSshAgent(keyId(new KeyPair(seedOf('x')).publicKey), { socket, timeout: 20_000 }),
      'ERR_SIGNER_KEY',
    );
    expect(error.hint).toContain(sshFingerprint(pair.publicKey));
    expect(error.hint).toContain('"other\\u{1b}[2J"');
    for (const name of ['', 'mine', 'SHA256:', id.slice(0, -1), id.toLowerCase()])
      await refusal(openSshAgent(name, { socket, timeout: 20_000 }), 'ERR_SIGNER_KEY');
    await refusal(openSshAgent(sshFingerprint(neutral), { socket, timeout: 20_000 }), 'ERR_WEAK_KEY');
    const empty = await agent(honest, string(identities([])));
    const none = await refusal(openSshAgent(id, { socket: empty, timeout: 20_000 }), 'ERR_SIGNER_KEY');
    expect(none.hint).toContain('ssh-add');
  });
});

describe('an agent that', () => {
  test.each<[string, (bytes: Uint8Array) => Answer, string]>([
    ['declines', () => string(byte(5)), 'ERR_SIGNER_FAILED'],
    ['goes', () => 'gone', 'ERR_SIGNER_UNAVAILABLE'],
    ['is silent', () => 'silence', 'ERR_SIGNER_TIMEOUT'],
    ['stops in the middle', (bytes) => honest(bytes).subarray(0, 50), 'ERR_SIGNER_TIMEOUT'],
    ['answers with a list of keys', () => string(held), 'ERR_SIGNER_GARBAGE'],
    ['answers with text', () => utf8('HTTP/1.1 400 Bad Request\r\n'), 'ERR_SIGNER_GARBAGE'],
    ['announces 4 GiB', () => uint32(0xffffffff), 'ERR_SIGNER_GARBAGE'],
    ['answers twice', (bytes) => join(honest(bytes), honest(bytes)), 'ERR_SIGNER_GARBAGE'],
    ['gives 64 bytes of garbage', () => string(signatureAnswer(new Uint8Array(64).fill(255))), 'ERR_SIGNER_GARBAGE'],
    ['gives 63 bytes', (bytes) => string(signatureAnswer(pair.sign(bytes).subarray(1))), 'ERR_SIGNER_SHORT'],
    ['gives 65 bytes', (bytes) => string(signatureAnswer(join(pair.sign(bytes), byte(0)))), 'ERR_SIGNER_LONG'],
    ['signs with another key', (bytes) => string(signatureAnswer(other.sign(bytes))), 'ERR_SIGNER_MISMATCH'],
    ['signs something else', (bytes) => honest(bytes.subarray(1)), 'ERR_SIGNER_MISMATCH'],
  ])('%s', async (_, sign, code) => {
    const signer = await openSshAgent(id, { socket: await agent(sign), timeout: 400 });
    await refusal(
      requestSignature(signer, () => message),
      code,
    );
  });

  test.each<[string, Answer, string]>([
    ['declines to list', string(byte(5)), 'ERR_SIGNER_FAILED'],
    ['goes at once', 'gone', 'ERR_SIGNER_UNAVAILABLE'],
    ['is silent from the start', 'silence', 'ERR_SIGNER_TIMEOUT'],
    ['lists garbage', string(byte(12), byte(0)), 'ERR_SIGNER_GARBAGE'],
  ])('%s', async (_, keys, code) => {
    await refusal(openSshAgent(id, { socket: await agent(honest, keys), timeout: 400 }), code);
  });

  test('is not there', async () => {
    for (const socket of [undefined, '', joinPath(directory(), 'missing.sock'), directory()])
      await refusal(openSshAgent(id, { socket, timeout: 20_000 }), 'ERR_SIGNER_UNAVAILABLE');
  });

  test('has gone since it listed its keys', async () => {
    const socket = await agent(honest);
    const signer = await openSshAgent(id, { socket, timeout: 20_000 });
    await new Promise((resolve) => servers.pop()?.close(resolve));
    await refusal(
      requestSignature(signer, () => message),
      'ERR_SIGNER_UNAVAILABLE',
    );
  });

  test('would be asked for more than it takes', async () => {
    const signer = await openSshAgent(id, { socket: await agent(honest), timeout: 20_000 });
    const error = await refusal(
      requestSignature(signer, () => new Uint8Array(1 << 20)),
      'ERR_SIGNER_FAILED',
    );
    expect(error.message).toContain('256 KiB');
  });

  test('answers whatever it likes: nothing but a good signature comes out', async () => {
    let answer: Uint8Array = new Uint8Array();
    const socket = await agent((_, connection) => {
      connection.end(answer);
      return 'silence';
    });
    const signer = await openSshAgent(id, { socket, timeout: 20_000 });
    const good = honest(message);
    const answers = fc.oneof(
      fc.uint8Array({ maxLength: 120 }),
      fc.uint8Array({ maxLength: 120 }).map((body) => string(body)),
      fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, value]) => good.with(at, value)),
      fc.nat(good.length).map((length) => good.subarray(0, length)),
    );
    await fc.assert(
      fc.asyncProperty(answers, async (bytes) => {
        answer = bytes;
        const outcome: unknown = await requestSignature(signer, () => message).catch((error: unknown) => error);
        if (outcome instanceof Uint8Array) expect(hex(outcome)).toBe(hex(pair.sign(message)));
        else expect(outcome).toMatchObject({ name: 'PassportError', code: expect.stringMatching(/^ERR_SIGNER_/) });
      }),
      { numRuns: 500 },
    );
  });
});

describeWithPeers('the ssh-agent of OpenSSH', ['ssh-agent', 'ssh-add', 'ssh-keygen'], () => {
  const real = startSshAgent();
  afterAll(() => real.stop());

  test('signs what we verify, by either name of the key', async () => {
    const { socket, publicKey, fingerprint } = await real.ready;
    for (const name of [fingerprint, keyId(publicKey)]) {
      const signer = await openSshAgent(name, { socket, timeout: 20_000 });
      expect(hex(signer.publicKey)).toBe(hex(publicKey));
      for (const bytes of [message, new Uint8Array(), new Uint8Array(200_000).fill(0x20)])
        expect(await requestSignature(signer, () => bytes)).toHaveLength(64);
      expect(await requestSignatures(signer, [() => message, () => utf8('another')])).toHaveLength(2);
    }
  });

  test('declines to sign with a key that was taken from it', async () => {
    const { socket, fingerprint } = await real.ready;
    const signer = await openSshAgent(fingerprint, { socket, timeout: 20_000 });
    await refusal(openSshAgent(id, { socket, timeout: 20_000 }), 'ERR_SIGNER_KEY');
    real.removeKeys();
    await refusal(
      requestSignature(signer, () => message),
      'ERR_SIGNER_FAILED',
    );
    await refusal(openSshAgent(fingerprint, { socket, timeout: 20_000 }), 'ERR_SIGNER_KEY');
  });
});
