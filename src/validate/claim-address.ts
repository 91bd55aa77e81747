import { quote } from '../encoding/printable.js';
import { type ProofPlace, proofPlace } from '../passport/proof-place.js';
import { isPrivateHost } from './address.js';

export type ClaimAddressCode = 'URL_AMBIGUOUS' | 'URL_INSECURE' | 'URL_NOT_PUBLIC';

/** Why nothing that lies at an address can prove that the artifact is somebody's. */
export interface ClaimAddressProblem {
  readonly code: ClaimAddressCode;
  readonly message: string;
  readonly hint: string;
}

// What stands between the slashes and the path. A backslash, which is taken for a slash, is in it.
const authority = /^https?:\/\/([^/?#]*)/i;

/**
 * Where the proof for an artifact must lie, or why it can lie nowhere:
 *  1. the host is written in the one way in which it is looked up: no user name, no dot at the end, no letters beyond
 *     ASCII (RFC 5890: as `xn--…`), no numbers that are read as an address
 *  2. over https: else anybody on the way can answer
 *  3. a host of the internet
 */
export function claimPlace(text: string): ProofPlace | ClaimAddressProblem {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const written = authority.exec(text)?.[1]?.toLowerCase();
  if (!url || written === undefined || !isWrittenAs(written, url)) {
    return {
      code: 'URL_AMBIGUOUS',
      // What stands before an at sign may be a password: the address is not repeated.
      message: "the artifact's url does not name its host in the one way in which it is looked up",
      hint: url?.host
        ? `write the host as ${quote(url.hostname.replace(/\.+$/, ''))}, without a user name or a dot at its end`
        : 'write https://, a host and a path',
    };
  }
  if (url.protocol !== 'https:') {
    return {
      code: 'URL_INSECURE',
      message: `the artifact's url is without https: anybody on the way could answer for ${quote(url.host)}`,
      hint: 'give the artifact an address with https',
    };
  }
  if (isPrivateHost(url.hostname.replace(/^\[|\]$/g, '')) || isOnePart(url.hostname)) {
    return {
      code: 'URL_NOT_PUBLIC',
      message: `the artifact's url leads to ${quote(url.host)}, which is no host of the internet`,
      hint: 'give the artifact an address that everybody can reach',
    };
  }
  return proofPlace(url);
}

/** A port that goes without saying may be said. */
function isWrittenAs(written: string, { host, hostname, port, protocol }: URL): boolean {
  if (hostname.endsWith('.') || hostname.split('.').includes('')) return false;
  const usual = port === '' ? `${hostname}:${protocol === 'https:' ? 443 : 80}` : host;
  return written === host || written === usual;
}

function isOnePart(hostname: string): boolean {
  return !hostname.startsWith('[') && !hostname.includes('.');
}
