import { PassportError } from '../errors.js';
import type { TrustFile } from './types.generated.js';

export type TrustEntry = TrustFile['keys'][number];

/** A trust file that trusts nobody yet. @param now RFC 3339, as all times here */
export function newTrustFile(now: string, part: Partial<Pick<TrustFile, 'expires_at' | 'requires'>> = {}): TrustFile {
  return {
    type: 'trust-passport/trust-file/1',
    issued_at: now,
    expires_at: null,
    requires: { revocations: false, state: false, max_age: null, cosignatures: null },
    ...part,
    keys: [],
  };
}

/** The file with one more key. @throws PassportError ERR_USAGE where it has that key */
export function withKey(file: TrustFile, entry: TrustEntry, now: string): TrustFile {
  if (file.keys.some(({ public_key }) => public_key === entry.public_key)) {
    throw new PassportError('ERR_USAGE', 'the trust file has this key', { hint: 'retire or revoke it there' });
  }
  return changed(file, [...file.keys, entry], now);
}

/** The file with the key signing no more from a time on. @throws PassportError ERR_USAGE where it has no such key */
export function withRetired(file: TrustFile, publicKey: string, at: string, now: string): TrustFile {
  return withEntry(file, publicKey, now, (entry) => {
    if (entry.status === 'compromised') {
      throw new PassportError('ERR_USAGE', 'the key is compromised, which is more than retired', {
        hint: 'leave it as it is',
      });
    }
    // A key that has ended already has no longer time than it had.
    const ends = entry.not_after !== null && Date.parse(entry.not_after) < Date.parse(at) ? entry.not_after : at;
    return { ...entry, status: 'retired', not_after: ends };
  });
}

/** The file with the key in the hands of others since a time. @throws PassportError ERR_USAGE where it has no such key */
export function withCompromised(
  file: TrustFile,
  publicKey: string,
  at: string,
  keepEarlier: boolean,
  now: string,
): TrustFile {
  return withEntry(file, publicKey, now, ({ keep_earlier: _, ...entry }) => ({
    ...entry,
    status: 'compromised',
    // What was known before is not forgotten.
    compromised_at:
      entry.compromised_at !== undefined && Date.parse(entry.compromised_at) < Date.parse(at)
        ? entry.compromised_at
        : at,
    ...(keepEarlier && { keep_earlier: true }),
  }));
}

/** The text of a trust file, in YAML: comments of an earlier text are not in it. */
export function emitTrustFile({ type, issued_at, expires_at, requires, keys, signature }: TrustFile): string {
  const lines = [
    `type: ${type}`,
    `issued_at: ${JSON.stringify(issued_at)}`,
    `expires_at: ${JSON.stringify(expires_at)}`,
    'requires:',
    ...Object.entries(requires).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
    keys.length === 0 ? 'keys: []' : 'keys:',
    ...keys.flatMap((entry) =>
      Object.entries(entry).map(
        ([name, value], index) => `  ${index === 0 ? '-' : ' '} ${name}: ${JSON.stringify(value)}`,
      ),
    ),
    ...(signature === undefined ? [] : [`signature: ${JSON.stringify(signature)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function withEntry(
  file: TrustFile,
  publicKey: string,
  now: string,
  change: (entry: TrustEntry) => TrustEntry,
): TrustFile {
  if (!file.keys.some(({ public_key }) => public_key === publicKey)) {
    throw new PassportError('ERR_USAGE', 'the trust file has no such key', { hint: 'see passport trust list' });
  }
  return changed(
    file,
    file.keys.map((entry) => (entry.public_key === publicKey ? change(entry) : entry)),
    now,
  );
}

/** A signature over what was there before does not fit any more. */
function changed({ signature: _, ...file }: TrustFile, keys: TrustEntry[], now: string): TrustFile {
  return { ...file, issued_at: now, keys };
}
