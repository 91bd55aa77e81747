import { formatTimestamp } from '../encoding/rfc3339.js';
import { type TrustedKey, windowPlace } from '../keys/trust-store.js';
import type { ReadyPolicy } from './policy.js';
import type { Failure } from './verdict.js';

// What the trust file and the clock say of a signature with a time, of whatever it is.

/** Who stole a key can write an earlier time, so that a time before the theft says nothing by itself. */
export function compromise(
  trusted: TrustedKey,
  signedAt: number | undefined,
): Failure<'SIGNED_AFTER_COMPROMISE' | 'KEY_COMPROMISED'> | undefined {
  if (trusted.status !== 'compromised') return undefined;
  const since = trusted.compromisedAt as number;
  if (signedAt !== undefined && signedAt >= since) {
    return {
      code: 'SIGNED_AFTER_COMPROMISE',
      message: `signed at ${formatTimestamp(signedAt)} with a key that somebody else may have had since ${formatTimestamp(since)}`,
      pointer: '/passport/signedAt',
      hint: 'ask the issuer to sign it again with another key',
    };
  }
  if (signedAt !== undefined && trusted.keepsEarlier) return undefined;
  return {
    code: 'KEY_COMPROMISED',
    message: `signed with a key that somebody else may have had since ${formatTimestamp(since)}, and who could write an earlier time`,
    pointer: '/passport/signature',
    hint: 'ask the issuer to sign it again; keep_earlier in the trust file accepts what you know to be older',
  };
}

export function outsideWindow(
  trusted: TrustedKey,
  signedAt: number,
): Failure<'SIGNED_BEFORE_WINDOW' | 'SIGNED_AFTER_WINDOW'> | undefined {
  const place = windowPlace(trusted, signedAt);
  if (place === 'within') return undefined;
  const limit = formatTimestamp(place === 'before' ? trusted.notBefore : (trusted.notAfter as number));
  return {
    code: place === 'before' ? 'SIGNED_BEFORE_WINDOW' : 'SIGNED_AFTER_WINDOW',
    message: `signed at ${formatTimestamp(signedAt)}, but the key signs ${place === 'before' ? 'from' : 'until'} ${limit}`,
    pointer: '/passport/signedAt',
    hint: 'get a passport that was signed with a current key',
  };
}

export function inFuture(
  signedAt: number,
  { now, skew }: Pick<ReadyPolicy, 'now' | 'skew'>,
): Failure<'SIGNED_IN_FUTURE'> | undefined {
  if (signedAt <= now + skew) return undefined;
  return {
    code: 'SIGNED_IN_FUTURE',
    message: `signed at ${formatTimestamp(signedAt)}, which is later than now, ${formatTimestamp(now)}`,
    pointer: '/passport/signedAt',
    hint: 'check the clock of this machine, then that of the issuer; --skew allows for a difference',
  };
}
