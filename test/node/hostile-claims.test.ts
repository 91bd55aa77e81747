import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttps, type Server } from 'node:https';
import { type AddressInfo, connect, createServer as createTcp, type Socket } from 'node:net';
import { createServer as createTls, type TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { encodeBase64Url } from '../../src/encoding/base64.js';
import { exampleKeyPair } from '../example-key.js';
import { keyId } from '../../src/keys/key-id.js';
import { type FetchOptions, fetchProof } from '../../src/node/proof-fetch.js';
import type { Claim, Payload } from '../../src/passport/types.generated.js';
import { checkClaim, type ClaimPolicy, openClaim } from '../../src/verify/claim.js';
import { claimCodes } from '../../src/verify/claim-codes.js';
import { SeenClaims } from '../../src/verify/seen-claims.js';
import { builder, claimOf, ISSUED, payloadAt, proofNaming, signedAnew, stranger } from '../claims.js';
import { NOW } from '../fixtures/library-hours.js';
import { describeWithOpenssl } from '../openssl.js';
import { selfSigned } from '../tls-certificate.js';

// Each claim goes the operator's whole way: it is opened, its proof is got from a real server over TLS on the loopback
// interface, and then it is judged. Only where names lead, and which addresses are permitted, is the test's.

const HOST = 'toaster.example';
const PATH = '/.well-known/trust-passport.json';
const good = JSON.stringify(proofNaming([builder, 'toaster']));

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const json = (body: string, headers: Record<string, string | number> = {}, status = 200): Handler => {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
};

describeWithOpenssl('a claim, its proof on a real server', () => {
  let server: Server;
  let port = 0;
  let handle: Handler = json(good);
  let asked: IncomingMessage[] = [];
  let payload: Payload;
  let claim: Claim;
  const closing: Array<() => void> = [];
  const pem = selfSigned(HOST);

  beforeAll(async () => {
    server = createHttps(pem, (request, response) => {
      asked.push(request);
      handle(request, response);
    });
    port = await listen(server);
    payload = payloadAt(`https://${HOST}:${port}/bread`);
    claim = await claimOf(payload);
  });
  afterEach(() => {
    handle = json(good);
    asked = [];
    for (const close of closing.splice(0)) close();
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  interface Try {
    readonly claim?: string;
    readonly policy?: Partial<ClaimPolicy>;
    readonly handle?: Handler;
    readonly fetch?: FetchOptions;
    /** Says that the proof was found elsewhere than where it was asked for. */
    readonly foundAt?: string;
    /** A server of another kind: the port that the name leads to. */
    readonly at?: number;
  }

  /** What the operator does with it. */
  async function judge(one: Try): Promise<{ readonly code: string; readonly message: string }> {
    if (one.handle) handle = one.handle;
    let [source, input] = [payload, one.claim ?? JSON.stringify(claim)];
    if (one.at !== undefined) {
      source = payloadAt(`https://${HOST}:${one.at}/bread`);
      input = JSON.stringify(await claimOf(source));
    }
    const policy = { payload: source, now: NOW, ...one.policy };
    const open = openClaim(input, policy);
    if (open.holds === false) return open;
    const found = await fetchProof(open.place, {
      resolve: () => Promise.resolve(['127.0.0.1']),
      permits: (address) => address === '127.0.0.1',
      ca: pem.cert,
      ...one.fetch,
    });
    if ('code' in found) return found;
    return checkClaim(input, { ...policy, proof: { ...found, foundAt: one.foundAt ?? found.foundAt } });
  }

  const anew = (part: object, pair = builder): string => signedAnew(claim, part, pair);
  const keyed = (publicKey: Uint8Array): object => ({ public_key: encodeBase64Url(publicKey), key_id: claim.key_id });

  test('holds where its owner serves the proof, asked for once and in plain words', async () => {
    expect(await judge({})).toMatchObject({ code: 'OK', holds: true });
    expect(asked).toHaveLength(1);
    const [{ method, url, headers } = {} as IncomingMessage] = asked;
    expect({ method, url, ...headers }).toEqual({
      method: 'GET',
      url: PATH,
      host: `${HOST}:${port}`,
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'trust-passport',
      connection: 'close',
    });
  });

  test('holds for a proof in pieces, with a charset, and exactly as large as one may be', async () => {
    const pieces: Handler = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      for (const letter of good) response.write(letter);
      response.end(' '.repeat((64 << 10) - good.length));
    };
    expect(await judge({ handle: pieces })).toMatchObject({ code: 'OK' });
  });

  /** Every code but OK, and who brings it about. */
  const hostile: Readonly<Record<Exclude<keyof typeof claimCodes, 'OK'>, () => Try | Promise<Try>>> = {
    NO_TIME: () => ({ policy: { now: '2026-06-31T00:00:00Z' } }),
    STATE_MALFORMED: () => ({ policy: { seen: new SeenClaims('{"type":"trust-passport/claim-state/1"}') } }),
    CLAIM_TOO_LARGE: () => ({ claim: JSON.stringify({ ...claim, slug: 'a'.repeat(16 << 10) }) }),
    CLAIM_NOT_JSON: () => ({ claim: JSON.stringify(claim).replace('{', '{"slug":"kettle",') }),
    CLAIM_WRONG_TYPE: () => ({ claim: anew({ type: 'trust-passport/cosignature/1' }) }),
    CLAIM_MALFORMED: () => ({ claim: anew({ verified: true }) }),
    CLAIM_TIME_MALFORMED: () => ({ claim: anew({ expires_at: '2026-06-31T00:00:00.000Z' }) }),
    CLAIM_NONCE_MALFORMED: () => ({ claim: anew({ nonce: `${'A'.repeat(21)}B` }) }),
    CLAIM_KEY_MALFORMED: () => ({ claim: anew({ public_key: `${'A'.repeat(42)}B` }) }),
    CLAIM_KEY_WEAK: () => ({ claim: anew(keyed(Uint8Array.of(1, ...new Uint8Array(31)))) }),
    CLAIM_KEY_EXAMPLE: () => {
      const pair = exampleKeyPair();
      return { claim: anew({ public_key: encodeBase64Url(pair.publicKey), key_id: keyId(pair.publicKey) }, pair) };
    },
    // The key of somebody else, with the id of one that an operator may know.
    CLAIM_KEY_ID_MISMATCH: () => ({ claim: anew(keyed(stranger.publicKey), stranger) }),
    CLAIM_SIGNATURE_MALFORMED: () => ({ claim: JSON.stringify({ ...claim, signature: `${'A'.repeat(85)}B==` }) }),
    // The key was swapped for the thief's, everything else is the builder's.
    CLAIM_SIGNATURE_MISMATCH: () => ({
      claim: JSON.stringify({
        ...claim,
        public_key: encodeBase64Url(stranger.publicKey),
        key_id: keyId(stranger.publicKey),
      }),
    }),
    CLAIM_IN_FUTURE: () => ({ policy: { now: '2026-05-29T00:00:00Z' } }),
    CLAIM_LIFETIME_EMPTY: () => ({ claim: anew({ expires_at: ISSUED }) }),
    CLAIM_LIFETIME_TOO_LONG: () => ({ claim: anew({ expires_at: '2027-06-01T00:00:00.000Z' }) }),
    CLAIM_EXPIRED: () => ({ policy: { now: '2026-06-07T00:00:00Z' } }),
    CLAIM_REPLAYED: () => {
      const seen = new SeenClaims();
      seen.remember(claim, 'check', Date.parse(NOW));
      return { policy: { seen } };
    },
    NO_PAYLOAD: () => ({ policy: { payload: undefined } }),
    SLUG_MISMATCH: () => ({ policy: { payload: payloadAt(payload.artifact.url, 'kettle') } }),
    CLAIM_URL_MISMATCH: () => ({ claim: anew({ claim_url: 'https://other.example/submit?claim=toaster' }) }),
    // To another host than the source's: where the proof is looked for follows from the source.
    URL_MISMATCH: () => ({ claim: anew({ url: `https://evil.example:${port}/bread` }) }),
    PAYLOAD_MISMATCH: () => {
      const [first] = structuredClone(payload.capabilities);
      return { policy: { payload: { ...payload, capabilities: [{ ...first, name: 'Toast' }] as never } } };
    },
    URL_AMBIGUOUS: () => ofUrl(`https://${HOST}.:${port}/bread`),
    URL_INSECURE: () => ofUrl(`http://${HOST}:${port}/bread`),
    URL_NOT_PUBLIC: () => ofUrl(`https://127.0.0.1:${port}/bread`),
    PROOF_MISSING: () => ({ foundAt: 1 as never }),
    PROOF_OTHER_ORIGIN: () => ({ foundAt: `https://www.${HOST}:${port}${PATH}` }),
    PROOF_OTHER_ADDRESS: () => ({ foundAt: `https://${HOST}:${port}/~guest/trust-passport.json` }),
    // The default: names that lead to this machine are not followed, and not even connected to.
    PROOF_ADDRESS_REFUSED: () => ({ fetch: { permits: undefined } }),
    PROOF_NOT_FOUND: () => ({ handle: json(good, {}, 404) }),
    PROOF_REDIRECTED: () => ({ handle: json(good, { location: `https://${HOST}:${port}/elsewhere` }, 302) }),
    PROOF_STATUS: () => ({ handle: json(good, {}, 206) }),
    PROOF_CONTENT_TYPE: () => ({ handle: json(good, { 'content-type': 'text/html' }) }),
    PROOF_COMPRESSED: () => ({
      handle: (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        response.end(gzipSync(good));
      },
    }),
    PROOF_TOO_LARGE: () => ({ handle: json(`${good}${' '.repeat(64 << 10)}`) }),
    PROOF_NOT_JSON: () => ({ handle: json('<html>not found</html>') }),
    PROOF_WRONG_TYPE: () => ({ handle: json(JSON.stringify(claim)) }),
    PROOF_MALFORMED: () => ({ handle: json(good.replace('"slugs"', '"any_slug":true,"slugs"')) }),
    PROOF_OTHER_KEY: () => ({ handle: json(JSON.stringify(proofNaming([stranger, 'toaster']))) }),
    PROOF_OTHER_SLUG: () => ({ handle: json(JSON.stringify(proofNaming([builder, 'toaster2']))) }),
    HOST_UNKNOWN: () => ({
      fetch: { resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })) },
    }),
    UNREACHABLE: async () => ({ at: await closedPort() }),
    TLS_FAILED: () => ({ fetch: { ca: undefined } }),
    NOT_HTTP: async () => ({ at: await tlsServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')) }),
    INCOMPLETE: () => ({
      handle: (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': good.length + 1 });
        response.write(good, () => response.destroy());
      },
    }),
    // A byte at a time, each soon after the other: no pause is ever long.
    TIMED_OUT: () => ({
      handle: (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      fetch: { timeout: 300 },
    }),
    SERVER_FAILED: () => ({ handle: json(good, { 'retry-after': '1' }, 503) }),
  };

  test('there are enough of them, and each has a code of its own', () => {
    expect(Object.keys(hostile).sort()).toEqual(
      Object.keys(claimCodes)
        .filter((code) => code !== 'OK')
        .sort(),
    );
    expect(Object.keys(hostile).length).toBeGreaterThanOrEqual(25);
  });

  test.each(Object.entries(hostile))('%s', async (code, make) => {
    const verdict = await judge(await make());
    expect(verdict).toMatchObject({ code });
    expect(verdict.message).not.toBe('');
    // Nothing is asked of the host for a claim against which something speaks already.
    const { about } = claimCodes[code as keyof typeof claimCodes];
    if (about === 'claim' || about === 'source' || code === 'PROOF_ADDRESS_REFUSED') expect(asked).toEqual([]);
    // And of no host anything a second time.
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  describe('more of what a server can do', () => {
    const raw = (head: string, body = good): Promise<number> => {
      return tlsServer((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => socket.end(`HTTP/1.1 ${head}\r\n\r\n${body}`));
      });
    };
    const type = 'content-type: application/json';

    test.each<readonly [string, string, () => Try | Promise<Try>]>([
      ['to the same place', 'PROOF_REDIRECTED', () => ({ handle: json(good, { location: PATH }, 308) })],
      [
        'to a private address',
        'PROOF_REDIRECTED',
        () => ({ handle: json('', { location: 'http://169.254.169.254/' }, 301) }),
      ],
      ['300 with choices', 'PROOF_REDIRECTED', () => ({ handle: json('', { location: '/other' }, 300) })],
      ['304 without any', 'PROOF_STATUS', () => ({ handle: json('', {}, 304) })],
      ['204', 'PROOF_STATUS', () => ({ handle: json('', {}, 204) })],
      ['401', 'PROOF_STATUS', () => ({ handle: json(good, { 'www-authenticate': 'Basic' }, 401) })],
      ['410', 'PROOF_NOT_FOUND', () => ({ handle: json(good, {}, 410) })],
      ['429', 'SERVER_FAILED', () => ({ handle: json(good, {}, 429) })],
      ['no type', 'PROOF_CONTENT_TYPE', () => ({ handle: (_, response) => response.end(good) })],
      ['text', 'PROOF_CONTENT_TYPE', () => ({ handle: json(good, { 'content-type': 'text/plain' }) })],
      ['a type of JSON', 'OK', () => ({ handle: json(good, { 'content-type': 'application/vnd.x+json' }) })],
      ['brotli', 'PROOF_COMPRESSED', () => ({ handle: json(good, { 'content-encoding': 'br' }) })],
      ['identity', 'OK', () => ({ handle: json(good, { 'content-encoding': 'Identity' }) })],
      [
        'gzip on the way',
        'PROOF_COMPRESSED',
        async () => ({ at: await raw(`200 OK\r\n${type}\r\ntransfer-encoding: gzip, chunked`, '0\r\n\r\n') }),
      ],
      [
        'a length beyond the limit',
        'PROOF_TOO_LARGE',
        () => ({
          handle: (_, response) => {
            response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1 << 30 });
            response.write(good);
          },
        }),
      ],
      [
        'no end, quickly',
        'PROOF_TOO_LARGE',
        () => ({
          handle: (_, response) => {
            response.writeHead(200, { 'content-type': 'application/json' });
            const more = (): void => {
              if (!response.destroyed) response.write(' '.repeat(8192), more);
            };
            more();
          },
        }),
      ],
      [
        'a head without end',
        'NOT_HTTP',
        async () => ({ at: await raw(`200 OK\r\n${type}\r\nx: ${'x'.repeat(20_000)}`) }),
      ],
      [
        'two lengths',
        'NOT_HTTP',
        async () => ({ at: await raw(`200 OK\r\n${type}\r\ncontent-length: 1\r\ncontent-length: 2`) }),
      ],
      [
        'an early end of pieces',
        'INCOMPLETE',
        async () => ({ at: await raw(`200 OK\r\n${type}\r\ntransfer-encoding: chunked`, 'ff\r\n{') }),
      ],
      ['nothing said', 'UNREACHABLE', async () => ({ at: await tlsServer((socket) => socket.end()) })],
      ['silence', 'TIMED_OUT', () => ({ handle: () => undefined, fetch: { timeout: 200 } })],
      [
        'endless promises',
        'TIMED_OUT',
        () => ({
          handle: (_, response) => {
            const more = setInterval(() => response.writeProcessing(), 10);
            response.on('close', () => clearInterval(more));
          },
          fetch: { timeout: 200 },
        }),
      ],
      [
        'no TLS',
        'TLS_FAILED',
        async () => ({ at: await tcpServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n')) }),
      ],
      [
        'a name looked up without end',
        'TIMED_OUT',
        () => ({ fetch: { timeout: 100, resolve: () => new Promise(() => undefined) } }),
      ],
      ['a name that leads nowhere', 'HOST_UNKNOWN', () => ({ fetch: { resolve: () => Promise.resolve([]) } })],
      [
        'a name with one private address',
        'PROOF_ADDRESS_REFUSED',
        () => ({ fetch: { resolve: () => Promise.resolve(['127.0.0.1', '10.0.0.1']) } }),
      ],
      [
        'a name for an address',
        'PROOF_ADDRESS_REFUSED',
        () => ({ fetch: { permits: undefined, resolve: () => Promise.resolve(['toaster.example']) } }),
      ],
    ])('%s: %s', async (_, code, make) => {
      expect(await judge(await make())).toMatchObject({ code });
    });

    test('a certificate of another host', async () => {
      const other = selfSigned('evil.example');
      const at = await tlsServer((socket) => socket.end(), other);
      expect(await judge({ at, fetch: { ca: other.cert } })).toMatchObject({ code: 'TLS_FAILED' });
    });

    test('whatever the environment says of certificates', async () => {
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      try {
        expect(await judge({ fetch: { ca: undefined } })).toMatchObject({ code: 'TLS_FAILED' });
      } finally {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      }
    });

    test('a name that leads elsewhere when it is looked up again: it is not', async () => {
      const answers = [['127.0.0.1'], ['10.0.0.1']];
      const resolve = (): Promise<readonly string[]> => Promise.resolve(answers.shift() as readonly string[]);
      expect(await judge({ fetch: { resolve } })).toMatchObject({ code: 'OK' });
      expect(answers).toHaveLength(1);
    });

    test('the next address is tried where one does not answer, within the time of all', async () => {
      const permits = (address: string): boolean => address.startsWith('127.');
      const resolve = (): Promise<readonly string[]> => Promise.resolve(['127.0.0.2', '127.0.0.1']);
      expect(await judge({ fetch: { permits, resolve } })).toMatchObject({ code: 'OK' });
    });

    test('what acts on terminals is not repeated', async () => {
      const at = await raw('302 Found\r\nlocation: https://evil.example/\u001b[2J');
      const { code, message } = await judge({ at });
      expect(['PROOF_REDIRECTED', 'NOT_HTTP']).toContain(code);
      expect(message).not.toContain('\u001b');
    });
  });

  test('nothing but https, unless it is asked for', async () => {
    const place = { address: `http://${HOST}:${port}${PATH}`, mediaTypes: ['application/json'], repository: undefined };
    await expect(fetchProof(place)).rejects.toMatchObject({ code: 'ERR_USAGE' });
    const answer = await fetchProof(place, {
      allowHttp: true,
      resolve: () => Promise.resolve(['127.0.0.1']),
      permits: () => true,
    });
    // What answers there speaks TLS alone.
    expect(answer).toMatchObject({ code: expect.stringMatching(/NOT_HTTP|UNREACHABLE/) as string });
  });

  test('the file of a repository may come as text, and a host may not', async () => {
    handle = json(good, { 'content-type': 'text/plain; charset=utf-8' });
    const place = {
      address: `https://${HOST}:${port}${PATH}`,
      mediaTypes: ['application/json', 'text/plain'],
      repository: 'x',
    };
    const options = { resolve: () => Promise.resolve(['127.0.0.1']), permits: () => true, ca: pem.cert };
    expect(await fetchProof(place, options)).toMatchObject({ foundAt: place.address });
    expect(await judge({})).toMatchObject({ code: 'PROOF_CONTENT_TYPE' });
  });

  /** A source at another address, claimed as it is: what claims are refused for cannot be made with `signClaim`. */
  async function ofUrl(url: string): Promise<Try> {
    const source = payloadAt(url);
    const { payloadDigest } = await import('../../src/passport/claim.js');
    return { claim: anew({ url, payload_digest: payloadDigest(source) }), policy: { payload: source } };
  }

  function tlsServer(serve: (socket: TLSSocket) => void, keys = pem): Promise<number> {
    const made = createTls(keys, serve);
    made.on('tlsClientError', () => undefined);
    closing.push(() => made.close());
    return listen(made);
  }

  function tcpServer(serve: (socket: Socket) => void): Promise<number> {
    const made = createTcp(serve);
    closing.push(() => made.close());
    return listen(made);
  }
});

interface Listening {
  listen(port: number, host: string, done: () => void): unknown;
  address(): AddressInfo | string | null;
}

function listen(server: Listening): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** One that was open a moment ago, and is no more. */
async function closedPort(): Promise<number> {
  const server = createTcp();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  await new Promise<void>((resolve) => connect(port, '127.0.0.1').on('error', () => resolve()));
  return port;
}

describe('addresses of the internet', async () => {
  const { isPublicAddress } = await import('../../src/node/public-address.js');

  test.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.255'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1'],
    ...['198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1'],
    ...['255.255.255.255', '::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1'],
    ...['64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '5f00::1'],
    ...['fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%lo', '2606:4700::1%lo', 'fec0::1', 'ff02::1', '4000::1'],
    ...['', 'localhost', '1', '127.1', '2130706433', '0x7f.0.0.1', '127.0.0.1:80', '[::1]', '8.8.8.8 '],
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    ...['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0'],
    ...['169.253.255.255', '172.15.255.255', '172.32.0.0', '192.167.255.255', '198.17.255.255', '223.255.255.255'],
    ...['2001:200::1', '2606:4700:4700::1111', '2a00:1450::1', '2003::1'],
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});
