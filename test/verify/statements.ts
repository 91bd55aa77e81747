import { encodeBase64, encodeBase64Url } from '../../src/encoding/base64.js';
import { digestText } from '../../src/encoding/digest.js';
import { canonicalize } from '../../src/encoding/jcs.js';
import type { JsonValue } from '../../src/encoding/json-value.js';
import { KeyPair } from '../../src/keys/key-pair.js';
import type { Cosignature, PassportDocument, RevocationList, TrustFile } from '../../src/passport/types.generated.js';
import { statementInput } from '../../src/passport/statement.js';
import type { TrustInput } from '../../src/verify/trust-file.js';
import { seedOf, utf8 } from '../bytes.js';
import { issuerKey } from '../fixtures/library-hours.js';

// Trust files and revocation lists for tests, whole and with one thing about them changed.

export const rootKey = new KeyPair(seedOf('root of the tests'));
export const otherKey = new KeyPair(seedOf('not the issuer'));

export type TrustEntry = TrustFile['keys'][number];

export function trustEntry(part: Partial<TrustEntry> = {}, pair = issuerKey): TrustEntry {
  return {
    public_key: encodeBase64Url(pair.publicKey),
    issuer: 'unfragile.ai',
    role: 'registry',
    coverage: 'envelope',
    status: 'active',
    not_before: '2026-01-01T00:00:00Z',
    not_after: null,
    ...part,
  };
}

export function trustFile(keys: readonly TrustEntry[] = [trustEntry()], part: Partial<TrustFile> = {}): TrustFile {
  return {
    type: 'trust-passport/trust-file/1',
    issued_at: '2026-05-01T00:00:00Z',
    expires_at: null,
    requires: { revocations: false, state: false, max_age: null, cosignatures: null },
    keys: [...keys],
    ...part,
  };
}

/** Signed by a root key. */
export function rooted(file: TrustFile, root = rootKey): TrustFile {
  return { ...file, signature: encodeBase64(root.sign(statementInput(file))) };
}

export function trusting(file: unknown, more: Omit<TrustInput, 'value'> = {}): TrustInput {
  return { value: file as JsonValue, bytes: utf8(JSON.stringify(file)), ...more };
}

export function revocationList(part: Partial<RevocationList> = {}): RevocationList {
  return {
    type: 'trust-passport/revocations/1',
    issuer: 'unfragile.ai',
    sequence: 7,
    issued_at: '2026-05-31T00:00:00.000Z',
    next_update: '2026-06-07T00:00:00.000Z',
    revoked: [{ slug: 'toaster', at: '2026-05-30T00:00:00.000Z', reason: 'burns' }],
    ...part,
  };
}

/** The text of a list, signed. */
export function listed(part: Partial<RevocationList> = {}, pair = issuerKey): string {
  const list = revocationList(part);
  return JSON.stringify({ ...list, signature: encodeBase64(pair.sign(statementInput(list))) });
}

export const registryKey = new KeyPair(seedOf('registry that cosigns'));
export const auditorKey = new KeyPair(seedOf('auditor that cosigns'));

export const COSIGNED_AT = '2026-03-20T00:00:00.000Z';

/** Entries of two that cosign. */
export const registryEntry = (part: Partial<TrustEntry> = {}, pair = registryKey): TrustEntry =>
  trustEntry({ issuer: 'registry.example', role: 'registry', ...part }, pair);
export const auditorEntry = (part: Partial<TrustEntry> = {}, pair = auditorKey): TrustEntry =>
  trustEntry({ issuer: 'auditor.example', role: 'auditor', ...part }, pair);

/** A cosignature as somebody else would make it, byte by byte: of the document, or with one thing about it changed. */
export function cosignature(
  document: PassportDocument,
  part: Partial<Omit<Cosignature, 'signature'>> & { readonly type?: string; readonly digest?: string } = {},
  pair = registryKey,
): Cosignature {
  const { type = 'trust-passport/cosignature/1', ...rest } = part;
  const { signature: _, ...covered } = document.passport;
  const digest = digestText(canonicalize(covered as unknown as JsonValue));
  const statement = { digest, signedBy: 'registry.example', role: 'registry', signedAt: COSIGNED_AT, ...rest };
  const { signedBy, role, signedAt } = statement;
  return { signedBy, role, signedAt, signature: encodeBase64(pair.sign(canonicalize({ type, ...statement }))) };
}

export function cosigned(document: PassportDocument, ...cosignatures: readonly unknown[]): string {
  return JSON.stringify({ ...document, _cosignatures: cosignatures });
}
