import { printable } from '../encoding/printable.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import { secret } from './rules/secret.js';
import type { SourceView, TextEntry } from './source-view.js';

/**
 * Where an address leads, the most telling only: all but the public ones are mended by writing another address, and
 * nothing else is worth saying of those. `nowhere` is what no browser opens.
 */
export type Destination = 'nowhere' | 'private' | 'placeholder' | 'registry' | 'public';

/** An address of the artifact's, as far as it has the form that the schema asks for. */
export interface Address {
  readonly pointer: string;
  readonly text: string;
  readonly destination: Destination;
  /** In lower case, without brackets, port or the dot of the root; empty where there is none. */
  readonly host: string;
  /** The parts of its path, in lower case, as far as they are not empty. */
  readonly path: readonly string[];
  /** What in it opens a door, in words; the thing itself is never repeated. */
  readonly credentials: string | undefined;
  /** Whether the address as a whole must not be repeated. */
  readonly confidential: boolean;
  /** Whether what is nearly the same may be suggested: neither a secret would be repeated nor what acts on terminals. */
  readonly mendable: boolean;
}

// The schema's own pattern: what does not have it has had its message.
const form = /^https?:\/\/[^\s<>"]+$/;

/** The artifact's own address first, and the repository that a manifest may name beside it. */
export function readAddresses({ artifact }: SourceView, profile: RegistryProfile): readonly Address[] {
  return [artifact.url, artifact.repository].flatMap((entry) => (entry && readAddress(entry, profile)) ?? []);
}

function readAddress({ text, pointer }: TextEntry, { base_url }: RegistryProfile): Address | undefined {
  if (!form.test(text)) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const host = url === undefined ? '' : hostOf(url);
  const credentials = url && credentialsIn(url);
  // In what no reader of addresses takes apart, an at sign or an equals sign may stand beside a secret.
  const confidential =
    credentials !== undefined || secret.find(text) !== undefined || (url === undefined && /[@=]/.test(text));
  return {
    pointer,
    text,
    host,
    path:
      url?.pathname
        .toLowerCase()
        .split('/')
        .filter((part) => part !== '') ?? [],
    destination: url === undefined ? 'nowhere' : destinationOf(url, host, base_url),
    credentials,
    confidential,
    mendable: !confidential && printable(text) === text,
  };
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function destinationOf(url: URL, host: string, registry: string): Destination {
  if (isPrivateHost(host)) return 'private';
  if (isPlaceholder(host)) return 'placeholder';
  // Names with an empty part, and names of one part alone, are known to no name server of the internet.
  if (!host.includes(':') && (!host.includes('.') || host.split('.').includes(''))) return 'nowhere';
  return isBelow(url, host, registry) ? 'registry' : 'public';
}

// Of the last two, every name leads to the reader's own machine.
const privateName =
  /(?:^|\.)(?:localhost|localdomain)$|\.(?:local|internal|intranet|lan|home\.arpa)$|(?:^|\.)(?:lvh|localtest)\.me$/;
// Names that lead to the IPv4 address in them.
const addressName = /(?:^|[.-])(\d{1,3}(?:[.-]\d{1,3}){3})\.(?:nip|sslip)\.io$/;

/** Whether a host, in lower case and without brackets, is of the reader's own machine or network. */
export function isPrivateHost(host: string): boolean {
  if (privateName.test(host)) return true;
  const named = addressName.exec(host)?.[1];
  if (named !== undefined) return isPrivateHost(named.replaceAll('-', '.'));
  const groups = ipv6Groups(host);
  if (groups !== undefined) {
    const [first = 0] = groups;
    const loopbackOrNone = groups.slice(0, 7).every((group) => group === 0) && (groups[7] as number) <= 1;
    // RFC 4193 (unique local), RFC 4291 section 2.5.6 (link-local).
    if (loopbackOrNone || (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80) return true;
  }
  const [a, b = 0] = ipv4Bytes(host, groups) ?? [];
  switch (a) {
    // RFC 1122 section 3.2.1.3 (this host, loopback), RFC 1918 (private).
    case 0:
    case 10:
    case 127:
      return true;
    // RFC 6598 (shared by a provider's customers).
    case 100:
      return b >= 64 && b < 128;
    // RFC 3927 (link-local).
    case 169:
      return b === 254;
    case 172:
      return b >= 16 && b < 32;
    case 192:
      return b === 168;
    default:
      return false;
  }
}

// RFC 2606.
const reservedName = /(?:^|\.)(?:example|test|invalid)$|(?:^|\.)example\.(?:com|net|org|edu)$/;
// What guides put where the reader's own is meant.
const placeholderName =
  /(?:^|\.)(?:your-?(?:own-?)?(?:app|brand|company|domain|host|name|org|organi[sz]ation|product|project|server|site|startup|url|website)|my-?(?:company|domain|website))(?:-?name)?\.(?:(?:ac|co|com|net|org)\.)?[a-z]{2,12}$/;

// RFC 5737.
const documentationNets: ReadonlySet<string> = new Set(['192.0.2', '198.51.100', '203.0.113']);

/** Whether no artifact can live there, as the host is reserved for examples (RFC 2606, 3849, 5737). */
export function isReserved(host: string): boolean {
  if (reservedName.test(host)) return true;
  const groups = ipv6Groups(host);
  if (groups?.[0] === 0x2001 && groups[1] === 0xdb8) return true;
  return documentationNets.has(ipv4Bytes(host, groups)?.slice(0, 3).join('.') ?? '');
}

function isPlaceholder(host: string): boolean {
  return isReserved(host) || (/your|my/.test(host) && placeholderName.test(host));
}

/** The four bytes of an IPv4 address as the URL standard writes it, also inside an IPv6 one (RFC 4291 section 2.5.5.2). */
function ipv4Bytes(host: string, groups: readonly number[] | undefined): readonly number[] | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return host.split('.').map(Number);
  if (groups === undefined || groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return undefined;
  return groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]);
}

/** The eight groups of an IPv6 address as the URL standard writes it: in hexadecimal, with at most one `::`. */
function ipv6Groups(host: string): readonly number[] | undefined {
  if (!host.includes(':')) return undefined;
  const [before = [], after = []] = host
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => Number.parseInt(group, 16))));
  const zeros = host.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => 0) : [];
  return [...before, ...zeros, ...after];
}

/** Whether an address is the registry's: a base with a path leaves the rest of its host to others. */
function isBelow(url: URL, host: string, base: string): boolean {
  if (!URL.canParse(base)) return false;
  const registry = new URL(base);
  const bare = (name: string): string => name.replace(/^www\./, '');
  if (bare(host) !== bare(hostOf(registry))) return false;
  const path = registry.pathname.replace(/\/$/, '');
  return url.pathname === path || url.pathname.startsWith(`${path}/`);
}

const credentialNames: ReadonlySet<string> = new Set([
  'accesskey',
  'accesstoken',
  'apikey',
  'apitoken',
  'auth',
  'authorization',
  'authtoken',
  'bearer',
  'bearertoken',
  'clientsecret',
  'credential',
  'credentials',
  'idtoken',
  'jwt',
  'key',
  'passwd',
  'password',
  'privatekey',
  'privatetoken',
  'pwd',
  'refreshtoken',
  'secret',
  'secretkey',
  'sessiontoken',
  'token',
  'xamzsecuritytoken',
  'xamzsignature',
  'xapikey',
]);

function credentialsIn(url: URL): string | undefined {
  if (url.password !== '') return 'a password before its host';
  if (url.username !== '') return 'a user name before its host';
  // What comes back from a login stands behind the hash.
  for (const parameters of [url.searchParams, new URLSearchParams(url.hash.replace(/^#\??/, ''))]) {
    for (const [name, value] of parameters) {
      const known = name.toLowerCase().replace(/[-_]/g, '');
      if (value !== '' && credentialNames.has(known)) return `a parameter ${name.toLowerCase()} with a value`;
    }
  }
  return undefined;
}
