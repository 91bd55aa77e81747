/**
 * What can be told of a document beside its verdict, and never instead of it. Part of the public surface: none is ever
 * renamed.
 */
export const clueCodes = {
  RESERIALIZED:
    'VALID, and written otherwise than signers write: spaces, or members in another order; equal to what was signed',
  OTHER_KEY: 'the key that signed it is in the trust file, as one of another issuer than the one named',
  OTHER_COVERAGE: 'a key given signed it, over the other coverage than it is trusted to sign',
  OTHER_SERIALIZATION:
    'a key given signed the members in the order in which they stand, not their canonical bytes (RFC 8785)',
  MEMBER_ADDED: 'a key given signed it without this member, which the format does not know',
  MEMBER_SIGNED: 'a key given signed it with this member, which the format does not know',
  SIGNATURE_TRUNCATED: 'the signature has fewer than 64 bytes',
  SIGNATURE_TOO_LONG: 'the signature has more than 64 bytes',
  SIGNATURE_SPELLING: 'the signature has 64 bytes, spelt otherwise than in canonical base64',
  DERIVED_VALUE: 'a derived value does not follow from the rest: it, or what it follows from, may have been changed',
  LINKS_CHANGED: '`_links` are not those of the slug: they, or the slug, may have been changed',
  UNEXPLAINED: 'nothing in it tells a changed document from one that another key signed',
} as const;

export type ClueCode = keyof typeof clueCodes;
