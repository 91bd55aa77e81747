import { parseTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { decodeTrustedKey } from '../keys/trust-store.js';
import type { TrustFile } from '../passport/types.generated.js';
import type { Finding } from './finding.js';
import { quoteReceived, receivedField } from './received.js';
import { checkSchema } from './schema.js';
import * as trustFileSchema from './schemas/trust-file.generated.js';

type Entry = TrustFile['keys'][number];

/** In what a value is not a trust file. Takes any value. */
export function checkTrustFile(value: unknown): Finding[] {
  const findings = checkSchema(trustFileSchema, value);
  if (findings.length > 0) return findings;
  const file = value as TrustFile;
  const seen = new Map<string, string>();
  return [
    ...times(file, '', ['issued_at', 'expires_at']),
    ...file.keys.flatMap((entry, index) => {
      const pointer = `/keys/${index}`;
      const first = seen.get(entry.public_key);
      if (first === undefined) seen.set(entry.public_key, pointer);
      return [
        ...unusableKey(entry, pointer),
        ...(first === undefined ? [] : [repeatedKey(first, pointer)]),
        ...times(entry, pointer, ['not_before', 'not_after', 'compromised_at']),
        ...emptyWindow(entry, pointer),
        ...statusAtOdds(entry, pointer),
      ];
    }),
  ];
}

function unusableKey({ public_key }: Entry, pointer: string): Finding[] {
  try {
    decodeTrustedKey(public_key);
    return [];
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    return [
      {
        ruleId: 'trust/unusable-key',
        severity: 'error',
        message: `${receivedField(`${pointer}/public_key`)} is no key to trust: ${error.message}`,
        pointer: `${pointer}/public_key`,
        hint: 'ask the issuer for its public key, and add it with passport trust add',
      },
    ];
  }
}

function repeatedKey(first: string, pointer: string): Finding {
  return {
    ruleId: 'trust/repeated-key',
    severity: 'error',
    message: `${receivedField(pointer)} is the same key as ${receivedField(first)}, so its limits are not clear`,
    pointer: `${pointer}/public_key`,
    hint: 'keep one entry for each key',
    related: [{ message: 'the first entry of this key', pointer: `${first}/public_key` }],
  };
}

/** The schema looks at the form only, and 31 February has it. */
function times<T extends object>(value: T, pointer: string, names: readonly (keyof T & string)[]): Finding[] {
  return names.flatMap((name): Finding[] => {
    const text = value[name];
    if (typeof text !== 'string' || parseTimestamp(text) !== undefined) return [];
    return [
      {
        ruleId: 'trust/impossible-time',
        severity: 'error',
        message: `${receivedField(`${pointer}/${name}`)} is ${quoteReceived(text)}: there is no such time`,
        pointer: `${pointer}/${name}`,
        hint: 'write it like 2026-01-31T09:30:00Z',
      },
    ];
  });
}

function emptyWindow({ not_before, not_after }: Entry, pointer: string): Finding[] {
  const [from, to] = [parseTimestamp(not_before), not_after === null ? undefined : parseTimestamp(not_after)];
  if (from === undefined || to === undefined || from < to) return [];
  return [
    {
      ruleId: 'trust/empty-window',
      severity: 'error',
      message: `${receivedField(pointer)} ends before it begins: not_after is no later than not_before`,
      pointer: `${pointer}/not_after`,
      hint: 'say from when and until when the key signs',
    },
  ];
}

function statusAtOdds({ status, not_after, compromised_at, keep_earlier }: Entry, pointer: string): Finding[] {
  const finding = (name: string, why: string, hint: string): Finding => ({
    ruleId: 'trust/status-at-odds',
    severity: 'error',
    message: `${receivedField(pointer)} is ${status}, ${why}`,
    pointer: `${pointer}/${name}`,
    hint,
  });
  if (status === 'retired' && not_after === null) {
    return [finding('not_after', 'but has no end', 'give in not_after since when it signs no more')];
  }
  if (status === 'compromised') {
    if (compromised_at !== undefined) return [];
    return [finding('status', 'but not since when', 'give compromised_at, the earliest time that it can have been')];
  }
  if (compromised_at === undefined && keep_earlier === undefined) return [];
  const name = compromised_at === undefined ? 'keep_earlier' : 'compromised_at';
  return [finding(name, `and has ${name}, which is for compromised keys`, 'make it compromised, or leave that out')];
}
