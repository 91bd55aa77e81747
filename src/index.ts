export type { BuildOptions, BuiltPassport } from './author/build.js';
export { buildPassport } from './author/build.js';
export type { Explanation } from './author/explain.js';
export { explainSource } from './author/explain.js';
export type { FixedSource } from './author/fix.js';
export { fixSource } from './author/fix.js';
export type { GivenOverlay } from './author/given-overlay.js';
export { readOverlay } from './author/overlay.js';
export type { ParsedSource, ParseSourceOptions } from './author/source.js';
export { parseSource } from './author/source.js';
export { parseAuthored } from './author/authored.js';
export type { ValidatedSource, ValidateOptions } from './author/validate.js';
export { validateSource } from './author/validate.js';
export type { Diagnostic, Fix, Position, Range, Related, Severity, TextEdit } from './diagnostic.js';
export { canonicalize } from './encoding/jcs.js';
export type { ParseJsonOptions } from './encoding/json.js';
export type { JsonValue } from './encoding/json-value.js';
export { parseJson } from './encoding/json.js';
export type { ErrorCode } from './errors.js';
export { PassportError } from './errors.js';
export type { Draft, Fact, Found, Origin } from './import/draft.js';
export { draftText } from './import/draft-text.js';
export { importDraft } from './import/import-draft.js';
export type { ImportedFile } from './import/importer.js';
export type { ImportKind } from './import/importers.js';
export { generateKeyPair, KeyPair } from './keys/key-pair.js';
export { parsePublicKey } from './keys/key-text.js';
export { decodeSecretKey, encodeSecretKey } from './keys/pkcs8.js';
export { decodePublicKey, encodePublicKey } from './keys/spki.js';
export { proofOf, withProven } from './passport/claim.js';
export { emitDocument } from './passport/document.js';
export { deriveLinks } from './passport/links.js';
export type { ProofPlace } from './passport/proof-place.js';
export type { RegistryProfile } from './passport/registry-profile.js';
export { completeProfile } from './passport/registry-profile.js';
export type { Coverage } from './passport/signing-input.js';
export { signingInput } from './passport/signing-input.js';
export type {
  Capability,
  Claim,
  ClaimProof,
  Cosignature,
  Envelope,
  Links,
  Manifest,
  Observations,
  Overlay,
  PassportDocument,
  Payload,
  RegistryProfileFile,
  RevocationList,
  Source,
  TrustFile,
  Weights,
} from './passport/types.generated.js';
export { unfragileAi } from './passport/unfragile-ai.js';
export type { BatchItem, KeptOutcome, Outcome, RefusedOutcome, SignedOutcome } from './registry/item.js';
export type { BatchOptions } from './registry/item-signer.js';
export { signBatch } from './registry/sign-batch.js';
export type { BatchVerdict } from './registry/verify-batch.js';
export { verifyBatch } from './registry/verify-batch.js';
export type { PinnedKeys } from './passport/pinned.js';
export { renderBadge } from './render/badge-svg.js';
export { renderCard } from './render/card.js';
export { renderCardSvg } from './render/card-svg.js';
export { renderMarkdown } from './render/markdown.js';
export type { PageOptions } from './render/page.js';
export { renderPage } from './render/page.js';
export type { ClaimOptions } from './sign/claim.js';
export { signClaim } from './sign/claim.js';
export type { CosignOptions } from './sign/cosign.js';
export { cosignPassport } from './sign/cosign.js';
export type { SignOptions } from './sign/sign.js';
export { signPassport, signPassports, signPassportText } from './sign/sign.js';
export type { Signer } from './sign/signer.js';
export { signStatement } from './sign/statement.js';
export { capabilityUri } from './passport/capability-uri.js';
export type { AuthoredSource } from './trust/failure-modes.js';
export type { Level, ProfileName, RuleId, RuleInfo } from './validate/catalogue.js';
export { catalogue } from './validate/catalogue.js';
export { claimPlace } from './validate/claim-address.js';
export type { Change, Comparison } from './verify/changes.js';
export { compareDocuments } from './verify/changes.js';
export type { ClaimFailure, ClaimPolicy, ClaimVerdict, FoundProof, OpenClaim, ProvenClaim } from './verify/claim.js';
export { checkClaim, openClaim } from './verify/claim.js';
export type { ClaimCode } from './verify/claim-codes.js';
export { claimCodes } from './verify/claim-codes.js';
export type { ClueCode } from './verify/clue-codes.js';
export { clueCodes } from './verify/clue-codes.js';
export type { Clue } from './verify/diagnosis.js';
export { diagnosePassport } from './verify/diagnosis.js';
export type { VerifyPolicy } from './verify/policy.js';
export { SeenClaims } from './verify/seen-claims.js';
export { SeenState } from './verify/seen-state.js';
export type { TrustInput } from './verify/trust-file.js';
export type {
  CosignatureInfo,
  Difference,
  FailedVerdict,
  SignerInfo,
  ValidVerdict,
  Verdict,
} from './verify/verdict.js';
export type { CosignatureCode, VerdictCode, VerdictName } from './verify/verdict-codes.js';
export { cosignatureCodes, verdictCodes } from './verify/verdict-codes.js';
export { passportVerifier, verifyPassport } from './verify/verify.js';
