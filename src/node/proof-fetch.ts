import { lookup } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { quote } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import type { ProofPlace } from '../passport/proof-place.js';
import { type FoundProof, MAX_PROOF } from '../verify/claim.js';
import type { FetchFailureCode } from '../verify/claim-codes.js';
import { reasonOf } from './files.js';
import { isPublicAddress } from './public-address.js';

export interface FetchOptions {
  /** Whether a numeric address may be connected to; those of the internet alone where left out. */
  readonly permits?: ((address: string) => boolean) | undefined;
  /** The numeric addresses of a host; the system's where left out. */
  readonly resolve?: ((host: string) => Promise<readonly string[]>) | undefined;
  /** Milliseconds for everything together: looking up, connecting, and the last byte. */
  readonly timeout?: number | undefined;
  /** Bytes at the most. */
  readonly limit?: number | undefined;
  /** The certificates in PEM that are trusted, instead of those that node trusts. */
  readonly ca?: string | undefined;
  /** Whether an address may be without https. */
  readonly allowHttp?: boolean | undefined;
}

/** Why there is no proof. */
export interface FetchFailure {
  readonly code: FetchFailureCode;
  readonly message: string;
  readonly hint: string;
}

const TEN_SECONDS = 10_000;
/** As many as are tried: a name can have as many as its owner likes. */
const MOST_ADDRESSES = 4;

/**
 * What lies at the place of a proof, as bytes that nobody has looked at. One request over one connection, to the host of
 * that address and nowhere else:
 *  1. every address of the host is permitted, or none is used: a name may lead to this machine, or into its network
 *  2. the connection goes to an address that was looked at: the name is not looked up again
 *  3. the certificate is the host's
 *  4. status 200; no redirect is followed
 *  5. JSON by its media type, not compressed, no larger than allowed, and all of it
 * No cookie, no proxy and nothing of the environment takes part.
 * @throws PassportError ERR_USAGE for an address that is not of https
 */
export async function fetchProof(place: ProofPlace, options: FetchOptions = {}): Promise<FoundProof | FetchFailure> {
  const { timeout = TEN_SECONDS } = options;
  const url = new URL(place.address);
  if (url.protocol !== 'https:' && !(options.allowHttp === true && url.protocol === 'http:')) {
    throw new PassportError('ERR_USAGE', 'a proof is fetched over https alone', { hint: 'see claimPlace' });
  }
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeout);
  try {
    const addresses = await permittedAddresses(url, options, deadline.signal);
    if ('code' in addresses) return addresses;
    let answer: Answer = failed('UNREACHABLE', `${url.host} has no address`, AGAIN);
    for (const [index, address] of addresses.entries()) {
      const share = addresses.length > 1 ? timeout / addresses.length : undefined;
      answer = await ask(url, address, place, options, deadline.signal, share);
      const isLast = index === addresses.length - 1 || deadline.signal.aborted;
      if (isLast || !('code' in answer) || answer.code !== 'UNREACHABLE') break;
    }
    return 'code' in answer ? answer : { bytes: answer.bytes, foundAt: place.address };
  } finally {
    clearTimeout(timer);
  }
}

type Answer = { readonly bytes: Uint8Array } | FetchFailure;

const AGAIN = 'try again later';

function failed(code: FetchFailureCode, message: string, hint: string): FetchFailure {
  return { code, message, hint };
}

function timedOut(url: URL): FetchFailure {
  return failed('TIMED_OUT', `${quote(url.host)} has not given the whole answer in time`, AGAIN);
}

async function permittedAddresses(
  url: URL,
  { permits = isPublicAddress, resolve = systemAddresses }: FetchOptions,
  signal: AbortSignal,
): Promise<readonly string[] | FetchFailure> {
  const host = hostOf(url);
  const aborted = new Promise<FetchFailure>((done) => {
    signal.addEventListener('abort', () => done(timedOut(url)), { once: true });
  });
  const looked = isIP(host)
    ? [host]
    : await Promise.race([
        aborted,
        resolve(host).catch((cause: unknown) =>
          failed('HOST_UNKNOWN', `${quote(host)} cannot be looked up (${codeOf(cause)})`, `check the name; ${AGAIN}`),
        ),
      ]);
  if ('code' in looked) return looked;
  const addresses = [...new Set(looked)];
  if (addresses.length === 0) return failed('HOST_UNKNOWN', `${quote(host)} has no address`, 'check the name');
  const refused = addresses.find((address) => !permits(address));
  if (refused === undefined) return addresses.slice(0, MOST_ADDRESSES);
  return failed(
    'PROOF_ADDRESS_REFUSED',
    `${quote(host)} leads to ${quote(refused)}, which is no address of the internet`,
    'nothing was connected to; the artifact needs a host that everybody can reach',
  );
}

async function systemAddresses(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function codeOf(cause: unknown): string {
  return (cause as NodeJS.ErrnoException).code ?? 'unknown';
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** @param share milliseconds until there must be a connection, where there are other addresses to try */
function ask(
  url: URL,
  address: string,
  place: ProofPlace,
  { limit = MAX_PROOF, ca }: FetchOptions,
  signal: AbortSignal,
  share: number | undefined,
): Promise<Answer> {
  return new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    const host = hostOf(url);
    let sent: ClientRequest | undefined;
    let connecting: NodeJS.Timeout | undefined;
    const settle = (answer: Answer): void => {
      clearTimeout(connecting);
      // What comes after the first answer is nobody's.
      resolve(answer);
      sent?.destroy();
    };
    const options = {
      // The address that was looked at, not the name: nothing is looked up a second time.
      host: address,
      port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
      path: url.pathname,
      method: 'GET',
      headers: {
        host: url.host,
        accept: place.mediaTypes.join(', '),
        'accept-encoding': 'identity',
        'user-agent': 'trust-passport',
        connection: 'close',
      },
      agent: false,
      maxHeaderSize: 16 << 10,
      signal,
      // An address has no name to ask for, and its certificate is then asked for the address.
      ...(secure && { servername: isIP(host) ? '' : host, rejectUnauthorized: true, ca }),
    } as const;
    try {
      sent = secure ? requestHttps(options) : requestHttp(options);
    } catch (cause) {
      settle(failed('UNREACHABLE', `cannot connect to ${quote(url.host)}: ${reasonOf(cause)}`, AGAIN));
      return;
    }
    if (share !== undefined) {
      connecting = setTimeout(() => settle(failed('UNREACHABLE', `no connection to ${address}`, AGAIN)), share);
      sent.once('socket', (socket) => socket.once('connect', () => clearTimeout(connecting)));
    }
    // Once there is a head, whoever reads the body says how it ended.
    let answers = false;
    const settleWithout = (answer: Answer): void => (answers ? undefined : settle(answer));
    sent.on('error', (cause) => settleWithout(signal.aborted ? timedOut(url) : noAnswer(url, cause)));
    sent.on('close', () => settleWithout(failed('UNREACHABLE', `${quote(url.host)} closed the connection`, AGAIN)));
    sent.on('response', (response) => {
      answers = true;
      void readAnswer(response, url, place, limit).then(settle, (cause: unknown) =>
        settle(
          signal.aborted
            ? timedOut(url)
            : failed('INCOMPLETE', `the answer of ${quote(url.host)} ended early: ${reasonOf(cause)}`, AGAIN),
        ),
      );
    });
    sent.end();
  });
}

async function readAnswer(response: IncomingMessage, url: URL, place: ProofPlace, limit: number): Promise<Answer> {
  const refused = refuseHead(response, url, place, limit);
  if (refused) return refused;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) return tooLarge(place, limit);
    chunks.push(chunk);
  }
  if (response.complete) return { bytes: Buffer.concat(chunks) };
  return failed('INCOMPLETE', `the answer of ${quote(url.host)} ended early`, AGAIN);
}

/** What is wrong before anything of the body is read. */
function refuseHead(
  { statusCode: status = 0, headers }: IncomingMessage,
  url: URL,
  place: ProofPlace,
  limit: number,
): FetchFailure | undefined {
  const mend = `it must lie at ${place.address} itself`;
  const host = quote(url.host);
  if (status >= 300 && status < 400 && headers.location !== undefined) {
    const message = `${host} sends to ${quote(headers.location, 200)}; no redirect is followed`;
    return failed('PROOF_REDIRECTED', message, mend);
  }
  if (status === 404 || status === 410) {
    const hint = 'ask the builder to put there what passport claim has printed';
    return failed('PROOF_NOT_FOUND', `there is nothing at ${place.address} (status ${status})`, hint);
  }
  if (status === 429 || status >= 500) {
    return failed('SERVER_FAILED', `${host} cannot answer at present (status ${status})`, AGAIN);
  }
  if (status !== 200) return failed('PROOF_STATUS', `${host} answers with status ${status}, not 200`, mend);
  const coding = headers['content-encoding'] ?? 'identity';
  const transfer = headers['transfer-encoding'] ?? 'chunked';
  if (coding.toLowerCase() !== 'identity' || transfer.toLowerCase() !== 'chunked') {
    const hint = 'the host must serve the file as it is to whoever asks for that: Accept-Encoding: identity';
    return failed('PROOF_COMPRESSED', `the answer of ${host} is compressed, which was not asked for`, hint);
  }
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!place.mediaTypes.includes(mediaType) && !/^application\/[\w.-]+\+json$/.test(mediaType)) {
    const message = mediaType === '' ? 'does not say what it is' : `says that it is ${quote(mediaType)}`;
    const hint = `the host must serve it as ${place.mediaTypes[0]}`;
    return failed('PROOF_CONTENT_TYPE', `the answer of ${host} ${message}`, hint);
  }
  return Number(headers['content-length'] ?? 0) > limit ? tooLarge(place, limit) : undefined;
}

function tooLarge({ address }: ProofPlace, limit: number): FetchFailure {
  return failed('PROOF_TOO_LARGE', `what lies at ${address} has more than ${limit} bytes`, 'a proof has a few hundred');
}

// node's names of what OpenSSL says of certificates and connections.
const ofTls =
  /^(?:DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|ERR_TLS|ERR_SSL|EPROTO)/;

function noAnswer(url: URL, cause: NodeJS.ErrnoException): FetchFailure {
  const { code = '' } = cause;
  const host = quote(url.host);
  if (code.startsWith('HPE_')) {
    return failed('NOT_HTTP', `what answers at ${host} does not speak HTTP as it must (${code})`, 'check the host');
  }
  if (ofTls.test(code)) {
    const hint = 'check that the host opens in a browser without a warning';
    return failed('TLS_FAILED', `no secure connection to ${host}: ${quote(cause.message, 200)}`, hint);
  }
  return failed('UNREACHABLE', `no answer from ${host}: ${reasonOf(cause)}`, AGAIN);
}
