// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Which keys may claim which listings; whoever owns the artifact's host or repository puts it there as trust-passport.json.
 */
export interface ClaimProof {
  /**
   * What this is.
   */
  type: 'trust-passport/claim-proof/1';
  /**
   * Each key with the listings that it may claim.
   *
   * @minItems 1
   * @maxItems 200
   */
  claims: ProvenClaim[];
}
/**
 * One key.
 */
export interface ProvenClaim {
  /**
   * The 32 bytes of the Ed25519 public key in base64url, exactly as the claim has it.
   */
  public_key: string;
  /**
   * The listings that this key may claim, and no others.
   *
   * @minItems 1
   * @maxItems 200
   *
   * Items: One artifact.
   */
  slugs: string[];
}

/**
 * Which claims were accepted before, so that none is taken twice.
 */
export interface ClaimState {
  /**
   * What this file is.
   */
  type: 'trust-passport/claim-state/1';
  /**
   * Those that were accepted and may not have expired yet.
   */
  claims: AcceptedClaim[];
}
/**
 * One claim.
 */
export interface AcceptedClaim {
  /**
   * The id of the key that signed it.
   */
  key_id: string;
  /**
   * Its nonce.
   */
  nonce: string;
  /**
   * The SHA-256 of the canonical bytes that its signature is over.
   */
  digest: string;
  /**
   * For what it was accepted: check, after which a passport may still be signed by it, or sign.
   */
  used: 'check' | 'sign';
  /**
   * When that was.
   */
  accepted_at: string;
  /**
   * When it expires: after that it is refused anyway.
   */
  expires_at: string;
}

/**
 * A builder's word that the listing of an artifact is theirs, signed with the builder's key.
 */
export interface Claim {
  /**
   * What this is; it is part of what is signed, so that no signature over anything else fits.
   */
  type: 'trust-passport/claim/1';
  /**
   * The artifact, as its source calls it.
   */
  slug: string;
  /**
   * The registry's page on which the listing is claimed; so a claim is made to one registry.
   */
  claim_url: string;
  /**
   * The artifact's address, exactly as its source has it: there the proof must lie.
   */
  url: string;
  /**
   * The 32 bytes of the builder's Ed25519 public key in base64url, as the member x of a JWK.
   */
  public_key: string;
  /**
   * The id of that key: its RFC 7638 thumbprint.
   */
  key_id: string;
  /**
   * The SHA-256 of the canonical bytes of the payload that the source gives under the registry's profile, without observations.
   */
  payload_digest: string;
  /**
   * When the claim was made.
   */
  issued_at: string;
  /**
   * From when on it is no claim any more.
   */
  expires_at: string;
  /**
   * The 16 random bytes in base64url by which a claim is accepted once.
   */
  nonce: string;
  /**
   * Over the canonical bytes of everything else in this claim, by its key, in base64.
   */
  signature: string;
}

/**
 * How sources are validated in a project: passport.config.yaml, or the member passport of package.json. Paths are relative to the file.
 */
export interface Config {
  /**
   * What to validate when no source is named: files and globs.
   *
   * @minItems 1
   *
   * Items: A file or glob, such as listings/*.yaml.
   */
  sources?: string[];
  /**
   * Which levels the rules have: minimal, registry (where not given) or strict.
   */
  profile?: 'minimal' | 'registry' | 'strict';
  /**
   * Levels of single rules, over those of the profile.
   */
  rules?: {
    /**
     * How loudly the rule speaks.
     */
    [k: string]: 'off' | 'info' | 'warning' | 'error';
  };
  /**
   * The lowest severity that makes the run fail: error where not given.
   */
  fail_on?: 'error' | 'warning' | 'info' | 'never';
  /**
   * More warnings than this make the run fail.
   */
  max_warnings?: number;
  /**
   * For manifests: the file of categories and of what else a manifest cannot say.
   */
  overlay?: string;
  /**
   * The file of what the registry knows.
   */
  observations?: string;
  /**
   * Another registry's profile.
   */
  registry?: string;
}

/**
 * The registry's own manifest, unfragile.yml, protocol 1.0, as far as it can become a passport. What is not named here is accepted and not carried over.
 */
export interface Manifest {
  /**
   * Version of the manifest protocol.
   */
  unfragile_version: '1.0' | 1;
  /**
   * The artifact.
   */
  artifact: {
    [k: string]: unknown;
  } & {
    /**
     * Name.
     */
    name: string;
    /**
     * Short name in addresses.
     */
    slug: string;
    /**
     * Kind of artifact.
     */
    type:
      | 'agent'
      | 'api'
      | 'app'
      | 'benchmark'
      | 'cli'
      | 'dataset'
      | 'extension'
      | 'finetune'
      | 'framework'
      | 'mcp'
      | 'model'
      | 'platform'
      | 'product'
      | 'prompt'
      | 'repo'
      | 'skill'
      | 'template'
      | 'webapp'
      | 'workflow';
    /**
     * Who keeps it up. Not carried over.
     */
    maintainer?: string;
    /**
     * Where its code lives.
     */
    repository?: string;
    /**
     * Its home page.
     */
    homepage?: string;
    /**
     * Licence. Not carried over.
     */
    license?: string;
    [k: string]: unknown;
  };
  /**
   * What it can do.
   *
   * @minItems 1
   *
   * Items: One ability.
   */
  capabilities: {
    /**
     * Name of the capability for overlays.
     */
    id?: string;
    /**
     * The ability in a few words.
     */
    name: string;
    /**
     * How it works: at least 100 characters.
     */
    description: string;
    /**
     * What a person would say who needs it.
     *
     * Items: An intent.
     */
    intents_served?: string[];
    /**
     * When it fits and when it fails.
     */
    conditions?: {
      /**
       * Who or what it suits.
       *
       * Items: A use.
       */
      bestFor?: string[];
      /**
       * How it fails.
       *
       * Items: A limitation.
       */
      limitations?: string[];
      /**
       * What it needs.
       *
       * Items: A requirement.
       */
      requires?: string[];
      [k: string]: unknown;
    };
    /**
     * What sets it apart. Not carried over.
     */
    unique_aspect?: string;
    [k: string]: unknown;
  }[];
  /**
   * What it costs.
   */
  pricing?: {
    /**
     * How it is paid for.
     */
    model: 'open-source' | 'open_source' | 'free' | 'freemium' | 'paid' | 'usage' | 'unknown';
    [k: string]: unknown;
  };
  /**
   * Known ways in which it fails; they come first in the passport.
   *
   * Items: One way.
   */
  failure_modes?: {
    /**
     * What goes wrong.
     */
    mode: string;
    /**
     * How often. Not carried over.
     */
    frequency?: string;
    /**
     * What helps. Not carried over.
     */
    mitigation?: string;
    [k: string]: unknown;
  }[];
  /**
   * How it is reached. Not carried over.
   */
  execution?: {
    /**
     * The protocol.
     */
    protocol?: 'mcp' | 'http' | 'https' | 'stdio' | 'websocket' | 'grpc';
    /**
     * How callers prove themselves.
     */
    auth_method?: string;
    [k: string]: unknown;
  };
  [k: string]: unknown;
}

/**
 * What only a registry knows about an artifact. Every part may be left out.
 */
export interface Observations {
  /**
   * Whether the registry has verified who built the artifact; false where not given.
   */
  verified?: boolean;
  /**
   * The five components of the score, each from 0 to 1; the registry profile says what a missing one counts.
   */
  rank?: {
    /**
     * How widely the artifact is used, from 0 to 1.
     */
    adoption?: number;
    /**
     * How well it is made and documented, from 0 to 1.
     */
    quality?: number;
    /**
     * How well it works with others, from 0 to 1.
     */
    ecosystem?: number;
    /**
     * How well it matches what people ask for, from 0 to 1.
     */
    match_graph?: number;
    /**
     * How recently it was worked on, from 0 to 1.
     */
    freshness?: number;
  };
  /**
   * What was seen when the artifact was matched to requests.
   */
  outcomes?: {
    /**
     * How often it was matched.
     */
    matches?: number;
    /**
     * The share of matches that went well, from 0 to 1.
     */
    success_rate?: number;
    /**
     * Mean confidence of the matches, from 0 to 1.
     */
    avg_confidence?: number;
    /**
     * What it was most often matched for.
     *
     * Items: An intent.
     */
    top_intents?: string[];
    /**
     * When it was last matched, RFC 3339 UTC; null for never.
     */
    last_matched_at?: string | null;
  };
  /**
   * When the artifact was last seen to change.
   */
  maintenance?: {
    /**
     * When the registry last updated its entry, RFC 3339 UTC.
     */
    updated_at?: string | null;
    /**
     * When the registry last read the artifact's own pages, RFC 3339 UTC.
     */
    last_scraped_at?: string | null;
    /**
     * When its code last changed, RFC 3339 UTC.
     */
    last_commit?: string | null;
  };
  /**
   * Counters from other sites; null where not known.
   */
  community?: {
    /**
     * Stars.
     */
    stars?: number | null;
    /**
     * Forks.
     */
    forks?: number | null;
    /**
     * Package downloads in a week.
     */
    weekly_downloads?: number | null;
    /**
     * Model downloads.
     */
    model_downloads?: number | null;
    /**
     * Model likes.
     */
    model_likes?: number | null;
  };
  /**
   * By capability number, counted from "0".
   */
  capabilities?: {
    /**
     * What was seen of one capability.
     *
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^(0|[1-9][0-9]*)$".
     */
    [k: string]: {
      /**
       * Confidence that it can do this, from 0 to 1; 0.5 where not given.
       */
      confidence?: number;
      /**
       * How often this capability was matched.
       */
      matches?: number;
      /**
       * The share that went well, from 0 to 1.
       */
      success_rate?: number;
    };
  };
}

/**
 * What a manifest (unfragile.yml) cannot say and a passport needs.
 */
export interface Overlay {
  /**
   * For the artifact.
   */
  artifact?: {
    /**
     * Artifact categories.
     *
     * @minItems 1
     *
     * Items: A category.
     */
    categories?: string[];
    /**
     * Tags.
     *
     * Items: A tag.
     */
    tags?: string[];
    /**
     * The lowest price and its unit.
     */
    starting_price?: string;
  };
  /**
   * By the capability's id in the manifest, or its number counted from "0".
   */
  capabilities?: {
    /**
     * For one capability.
     */
    [k: string]: {
      /**
       * Capability categories.
       *
       * @minItems 1
       *
       * Items: A category.
       */
      categories?: string[];
      /**
       * What goes in.
       *
       * Items: A kind of input.
       */
      input_types?: string[];
      /**
       * What comes out.
       *
       * Items: A kind of output.
       */
      output_types?: string[];
    };
  };
}

/**
 * A trust passport: a signed statement about one AI artifact, with its links.
 */
export interface PassportDocument {
  passport: Envelope;
  _links: Links;
  /**
   * What others have signed about this passport. Each protects itself alone; the list is not signed.
   *
   * @maxItems 32
   */
  _cosignatures?: Cosignature[];
}
/**
 * The payload and the signature fields.
 */
export interface Envelope {
  unfragile: Payload;
  /**
   * Ed25519 signature, standard padded base64 of 64 bytes.
   */
  signature: string;
  /**
   * When it was signed: RFC 3339 UTC with milliseconds.
   */
  signedAt: string;
  /**
   * Name of the issuer.
   */
  signedBy: string;
  /**
   * Version of the envelope.
   */
  version: 1;
}
/**
 * What is stated about the artifact.
 */
export interface Payload {
  /**
   * Version of the passport format.
   */
  '@version': string;
  /**
   * Edition of the format.
   */
  version: string;
  /**
   * The artifact.
   */
  artifact: {
    /**
     * Identifier in the registry.
     */
    id: string;
    /**
     * Short name in addresses.
     */
    slug: string;
    /**
     * Name as people know it.
     */
    name: string;
    /**
     * Kind of artifact.
     */
    type:
      | 'agent'
      | 'api'
      | 'app'
      | 'benchmark'
      | 'cli'
      | 'dataset'
      | 'extension'
      | 'finetune'
      | 'framework'
      | 'mcp'
      | 'model'
      | 'platform'
      | 'product'
      | 'prompt'
      | 'repo'
      | 'skill'
      | 'template'
      | 'webapp'
      | 'workflow';
    /**
     * Where the artifact lives.
     */
    url: string;
    /**
     * The artifact's page at the registry.
     */
    page_url: string;
    /**
     * Artifact categories.
     *
     * Items: A category.
     */
    categories: string[];
    /**
     * Tags.
     *
     * Items: A tag.
     */
    tags: string[];
    /**
     * What it costs.
     */
    pricing: {
      /**
       * How it is paid for.
       */
      model: 'open_source' | 'free' | 'freemium' | 'paid' | 'usage' | 'unknown';
      /**
       * Whether it can be used without paying.
       */
      free: boolean;
      /**
       * The lowest price and its unit.
       */
      starting_price: string | null;
    };
    /**
     * Whether it is kept up.
     */
    status: 'active' | 'inactive';
    /**
     * Whether the registry verified who built it.
     */
    verified: boolean;
  };
  /**
   * What it can do.
   *
   * @minItems 1
   */
  capabilities: Capability[];
  /**
   * What follows from the capabilities and the observations.
   */
  trust: {
    /**
     * Weighted sum of the five components, from 0 to 100.
     */
    score: number;
    /**
     * Whether the registry verified who built it.
     */
    verified: boolean;
    /**
     * How much it can reach.
     */
    data_access_risk: 'low' | 'moderate' | 'high';
    /**
     * What it needs, capped.
     *
     * Items: A requirement.
     */
    permissions: string[];
    /**
     * How it fails, capped, and the registry's notes.
     *
     * Items: A failure mode.
     */
    failure_modes: string[];
    /**
     * The parts of the score.
     */
    rank_breakdown: {
      /**
       * How widely the artifact is used, from 0 to 1.
       */
      adoption: number;
      /**
       * How well it is made and documented, from 0 to 1.
       */
      quality: number;
      /**
       * How well it works with others, from 0 to 1.
       */
      ecosystem: number;
      /**
       * How well it matches what people ask for, from 0 to 1.
       */
      match_graph: number;
      /**
       * How recently it was worked on, from 0 to 1.
       */
      freshness: number;
      weights: Weights;
    };
    /**
     * What was seen when it was matched.
     */
    observed_outcomes: {
      /**
       * How often.
       */
      matches: number;
      /**
       * The share that went well.
       */
      success_rate: number;
      /**
       * Mean confidence.
       */
      avg_confidence: number;
      /**
       * What for.
       *
       * Items: An intent.
       */
      top_intents: string[];
      /**
       * When last.
       */
      last_matched_at: string | null;
    };
    /**
     * When it was last seen to change.
     */
    maintenance: {
      /**
       * Whether it is kept up.
       */
      status: 'active' | 'inactive';
      /**
       * Entry updated.
       */
      updated_at: string | null;
      /**
       * Pages read.
       */
      last_scraped_at: string | null;
      /**
       * Code changed.
       */
      last_commit: string | null;
    };
    /**
     * Counters from other sites.
     */
    community: {
      /**
       * Stars.
       */
      stars: number | null;
      /**
       * Forks.
       */
      forks: number | null;
      /**
       * Package downloads in a week.
       */
      weekly_downloads: number | null;
      /**
       * Model downloads.
       */
      model_downloads: number | null;
      /**
       * Model likes.
       */
      model_likes: number | null;
    };
  };
  /**
   * Where to go from here.
   */
  distribution: {
    /**
     * Where a builder claims the listing.
     */
    claim_url: string;
    /**
     * Where artifacts are compared.
     */
    compare_url: string;
  };
}
/**
 * One ability.
 */
export interface Capability {
  /**
   * Identifier.
   */
  id: string;
  /**
   * Address made from category and name.
   */
  uri: string;
  /**
   * The ability in a few words.
   */
  name: string;
  /**
   * How it works.
   */
  description: string;
  /**
   * What a person would say who needs it.
   *
   * Items: An intent.
   */
  intents: string[];
  /**
   * Who or what it suits.
   *
   * Items: A use.
   */
  best_for: string[];
  /**
   * How it fails.
   *
   * Items: A limitation.
   */
  limitations: string[];
  /**
   * What it needs.
   *
   * Items: A requirement.
   */
  requires: string[];
  /**
   * What goes in.
   *
   * Items: A kind of input.
   */
  input_types: string[];
  /**
   * What comes out.
   *
   * Items: A kind of output.
   */
  output_types: string[];
  /**
   * Capability categories.
   *
   * @minItems 1
   *
   * Items: A category.
   */
  categories: string[];
  /**
   * Confidence, from 0 to 1.
   */
  confidence: number;
  /**
   * How often it was matched.
   */
  matches: number;
  /**
   * The share that went well.
   */
  success_rate: number;
}
/**
 * How much each component counts; the five add up to 1.
 */
export interface Weights {
  /**
   * How widely the artifact is used: its weight, from 0 to 1.
   */
  adoption: number;
  /**
   * How well it is made and documented: its weight, from 0 to 1.
   */
  quality: number;
  /**
   * How well it works with others: its weight, from 0 to 1.
   */
  ecosystem: number;
  /**
   * How well it matches what people ask for: its weight, from 0 to 1.
   */
  match_graph: number;
  /**
   * How recently it was worked on: its weight, from 0 to 1.
   */
  freshness: number;
}
/**
 * Addresses at the registry. Never signed, so never trusted.
 */
export interface Links {
  /**
   * The passport document.
   */
  self: string;
  /**
   * The artifact's page.
   */
  artifact: string;
  /**
   * The registry's verifier.
   */
  verify: string;
  /**
   * The registry's public key.
   */
  publicKey: string;
  /**
   * The format's description.
   */
  spec: string;
  /**
   * The format's schema.
   */
  schema: string;
  /**
   * The registry's documentation.
   */
  docs: string;
}
/**
 * Somebody else's signature about this passport, over a statement that holds the SHA-256 of what the passport's own signature is over.
 */
export interface Cosignature {
  /**
   * Name of the cosigner.
   */
  signedBy: string;
  /**
   * As what it signs, such as registry or auditor.
   */
  role: string;
  /**
   * When it was cosigned: RFC 3339 UTC with milliseconds.
   */
  signedAt: string;
  /**
   * Ed25519 signature, standard padded base64 of 64 bytes.
   */
  signature: string;
}

/**
 * A registry's own constants. What is left out is as in the built-in profile, unfragile.ai.
 */
export interface RegistryProfileFile {
  /**
   * Where the registry lives: an origin without a slash at the end.
   */
  base_url: string;
  /**
   * The name that goes into signedBy.
   */
  issuer: string;
  /**
   * The constants that a payload begins with.
   */
  format?: {
    /**
     * Version of the passport format.
     */
    '@version': string;
    /**
     * Edition of the format, such as 2026-05.
     */
    version: string;
  };
  /**
   * How many entries the trust block keeps.
   */
  caps?: {
    /**
     * Permissions kept.
     */
    permissions?: number;
    /**
     * Failure modes kept, before the notes are added.
     */
    failure_modes?: number;
  };
  /**
   * Failure modes that the registry adds of itself.
   */
  notes?: {
    /**
     * Added while the builder is not verified.
     */
    unverified?: string;
    /**
     * Added while no match has been observed.
     */
    unobserved?: string;
  };
  /**
   * What a component counts for which there is no observation.
   */
  rank_defaults?: {
    /**
     * How widely the artifact is used: the value without observation.
     */
    adoption?: number;
    /**
     * How well it is made and documented: the value without observation.
     */
    quality?: number;
    /**
     * How well it works with others: the value without observation.
     */
    ecosystem?: number;
    /**
     * How well it matches what people ask for: the value without observation.
     */
    match_graph?: number;
    /**
     * How recently it was worked on: the value without observation.
     */
    freshness?: number;
  };
  /**
   * Weights of the score by artifact type; "default" is for every other type.
   */
  weights?: {
    /**
     * How much each component counts; the five add up to 1.
     */
    [k: string]: {
      /**
       * How widely the artifact is used: its weight, from 0 to 1.
       */
      adoption: number;
      /**
       * How well it is made and documented: its weight, from 0 to 1.
       */
      quality: number;
      /**
       * How well it works with others: its weight, from 0 to 1.
       */
      ecosystem: number;
      /**
       * How well it matches what people ask for: its weight, from 0 to 1.
       */
      match_graph: number;
      /**
       * How recently it was worked on: its weight, from 0 to 1.
       */
      freshness: number;
    };
  };
  /**
   * The rules for data_access_risk, in order: the first that fires decides; none means low.
   *
   * Items: Fires where one of the words stands in one of the fields of any capability.
   */
  risk_rules?: {
    /**
     * Name of the rule, for explanations.
     */
    id: string;
    /**
     * What it decides.
     */
    risk: 'low' | 'moderate' | 'high';
    /**
     * Where to look.
     *
     * @minItems 1
     *
     * Items: A field of a capability.
     */
    fields: ('requires' | 'input_types' | 'categories')[];
    /**
     * Words or phrases, in any case, singular or plural.
     *
     * @minItems 1
     *
     * Items: A word or phrase.
     */
    words: string[];
  }[];
  /**
   * Address templates below base_url; {slug} stands for the slug.
   */
  links?: {
    /**
     * The passport document.
     */
    self?: string;
    /**
     * The artifact's page.
     */
    artifact?: string;
    /**
     * The registry's verifier.
     */
    verify?: string;
    /**
     * The registry's public key.
     */
    publicKey?: string;
    /**
     * The format's description.
     */
    spec?: string;
    /**
     * The format's schema.
     */
    schema?: string;
    /**
     * The registry's documentation.
     */
    docs?: string;
    /**
     * Where a builder claims the listing.
     */
    claim?: string;
    /**
     * Where artifacts are compared.
     */
    compare?: string;
  };
  /**
   * Slugs whose addresses are the registry's own pages.
   *
   * Items: A slug that no artifact may have.
   */
  reserved_slugs?: string[];
  /**
   * Categories known to the registry. Others are a warning.
   */
  categories?: {
    /**
     * Of artifacts.
     *
     * Items: A category.
     */
    artifact?: string[];
    /**
     * Of capabilities.
     *
     * Items: A category.
     */
    capability?: string[];
  };
}

/**
 * Which passports an issuer takes back, signed by one of its keys.
 */
export interface RevocationList {
  /**
   * What this is; it is part of what is signed, so that no signature over anything else fits.
   */
  type: 'trust-passport/revocations/1';
  /**
   * Whose passports are taken back.
   */
  issuer: string;
  /**
   * One more with every list.
   */
  sequence: number;
  /**
   * When this list was made.
   */
  issued_at: string;
  /**
   * Until when the list may be relied on.
   */
  next_update: string;
  /**
   * What is taken back, each by exactly one of slug and digest.
   */
  revoked: Revocation[];
  /**
   * Over the canonical bytes of everything else in this list, in base64.
   */
  signature?: string;
}
/**
 * One artifact, or one payload.
 */
export interface Revocation {
  /**
   * Every passport of this artifact.
   */
  slug?: string;
  /**
   * The one payload whose canonical bytes have this SHA-256.
   */
  digest?: string;
  /**
   * When it was taken back.
   */
  at: string;
  /**
   * Why, for people.
   */
  reason: string;
}

/**
 * What an author writes about one AI artifact: the source of a trust passport.
 */
export interface Source {
  /**
   * In JSON alone: where this schema is, for the editor. Nothing of it comes into a passport.
   */
  $schema?: string;
  /**
   * The artifact itself.
   */
  artifact: {
    /**
     * Identifier in the registry; the slug where none is given.
     */
    id?: string;
    /**
     * Short name in addresses: lower-case letters, digits, dot, underscore, hyphen; owner--repo where it has an owner.
     */
    slug: string;
    /**
     * Name as people know it.
     */
    name: string;
    /**
     * What kind of artifact it is.
     */
    type:
      | 'agent'
      | 'api'
      | 'app'
      | 'benchmark'
      | 'cli'
      | 'dataset'
      | 'extension'
      | 'finetune'
      | 'framework'
      | 'mcp'
      | 'model'
      | 'platform'
      | 'product'
      | 'prompt'
      | 'repo'
      | 'skill'
      | 'template'
      | 'webapp'
      | 'workflow';
    /**
     * Where the artifact lives: its home page or repository.
     */
    url: string;
    /**
     * What the artifact is for, in the registry's artifact categories; the most fitting first.
     *
     * @minItems 1
     *
     * Items: An artifact category, such as mcp-servers.
     */
    categories: string[];
    /**
     * Free words that help people find it.
     *
     * Items: A tag.
     */
    tags?: string[];
    /**
     * What it costs.
     */
    pricing: {
      /**
       * How it is paid for.
       */
      model: 'open_source' | 'free' | 'freemium' | 'paid' | 'usage' | 'unknown';
      /**
       * The lowest price and its unit, such as "$10 per month"; null or absent where there is none.
       */
      starting_price?: string | null;
    };
    /**
     * Whether it is kept up; active where not given.
     */
    status?: 'active' | 'inactive';
  };
  /**
   * What it can do: one entry for each distinct ability, the most important first, as the trust block keeps only the first ten requirements and limitations.
   *
   * @minItems 1
   *
   * Items: One ability.
   */
  capabilities: {
    /**
     * The ability in a few words; its capability:// address is made from it.
     */
    name: string;
    /**
     * How it works and what comes out: at least two sentences.
     */
    description: string;
    /**
     * What a person would say who needs this, in their own words.
     *
     * Items: Such as: I need to read a scanned invoice.
     */
    intents: string[];
    /**
     * Who or what this suits best.
     *
     * Items: A kind of user or use.
     */
    best_for: string[];
    /**
     * How this fails, and what it does not do. These become the passport's failure modes.
     *
     * Items: One way in which it fails or falls short.
     */
    limitations: string[];
    /**
     * What it needs to run: keys, accounts, network, files, programs. These become the passport's permissions.
     *
     * Items: One thing it needs.
     */
    requires: string[];
    /**
     * What goes in.
     *
     * Items: A kind of input, such as: text (UTF-8).
     */
    input_types: string[];
    /**
     * What comes out.
     *
     * Items: A kind of output.
     */
    output_types: string[];
    /**
     * The registry's capability categories; the first one becomes part of the capability's address.
     *
     * @minItems 1
     *
     * Items: A capability category, such as tool-use-integration.
     */
    categories: string[];
  }[];
}

/**
 * What a verifier has seen, so that an older document or list is not taken for a current one.
 */
export interface VerifierState {
  /**
   * What this file is.
   */
  type: 'trust-passport/state/1';
  /**
   * The newest valid passport of each artifact and issuer.
   */
  passports: SeenPassport[];
  /**
   * The newest revocation list of each issuer, for each key that has signed any.
   */
  lists: SeenList[];
  /**
   * The newest trust file of each root key.
   */
  trust_files?: SeenTrustFile[];
}
/**
 * One artifact in the name of one issuer.
 */
export interface SeenPassport {
  /**
   * The id of the key given, where documents were verified by a key alone: what that says of an issuer is its own word, and is kept apart.
   */
  key?: string;
  /**
   * Who signed.
   */
  issuer: string;
  /**
   * The artifact.
   */
  slug: string;
  /**
   * The newest time of signing seen.
   */
  signed_at: string;
  /**
   * The SHA-256 of the canonical bytes of its payload.
   */
  digest: string;
}
/**
 * The list of one issuer.
 */
export interface SeenList {
  /**
   * The id of the key given, where documents were verified by a key alone: what that says of an issuer is its own word, and is kept apart.
   */
  key?: string;
  /**
   * Whose list.
   */
  issuer: string;
  /**
   * The id of the key that signed it: once that is known to be stolen, the number no longer counts.
   */
  signer?: string;
  /**
   * The highest number seen.
   */
  sequence: number;
}
/**
 * The trust file of one root key.
 */
export interface SeenTrustFile {
  /**
   * The id of the root key that signed it.
   */
  root: string;
  /**
   * The newest time at which one was made.
   */
  issued_at: string;
}

/**
 * The keys that a verifier has decided to trust, and how far. It may be signed by a root key or pinned by its digest.
 */
export interface TrustFile {
  /**
   * What this file is; it is part of what a root key signs.
   */
  type: 'trust-passport/trust-file/1';
  /**
   * When this state of the file was made, in UTC.
   */
  issued_at: string;
  /**
   * From when on the file trusts nothing; null for never.
   */
  expires_at: string | null;
  /**
   * What a verifier must be given besides, so that leaving it out never makes a document valid.
   */
  requires: {
    /**
     * Whether a current revocation list of the issuer must be given.
     */
    revocations: boolean;
    /**
     * Whether a state file must be given, by which older documents are told from newer ones.
     */
    state: boolean;
    /**
     * Whether the file must be checked by a root key or a pinned digest, also where its signature is taken away.
     */
    root?: boolean;
    /**
     * How old a signature may be, such as 90d; null for any age.
     */
    max_age: string | null;
    /**
     * By how many others a document must be cosigned, by role, such as registry: 1; null where none is asked for.
     */
    cosignatures: {
      /**
       * How many issuers of this role, besides the signer.
       */
      [k: string]: number;
    } | null;
  };
  /**
   * One entry a key. A key that stands twice is an error: trust is by the exact bytes of a key.
   */
  keys: TrustedKeyEntry[];
  /**
   * A root key's signature over everything else in this file, in base64.
   */
  signature?: string;
}
/**
 * A key and its limits.
 */
export interface TrustedKeyEntry {
  /**
   * The 32 bytes of the Ed25519 public key in base64url, as the member x of a JWK.
   */
  public_key: string;
  /**
   * The name in which this key signs; a document must have exactly it in signedBy.
   */
  issuer: string;
  /**
   * What the issuer is, such as registry, builder or auditor.
   */
  role: string;
  /**
   * What this key signs: whole envelopes, or payloads alone.
   */
  coverage: 'envelope' | 'payload';
  /**
   * Active; retired, after which it signs no more; or compromised, when somebody else may have it.
   */
  status: 'active' | 'retired' | 'compromised';
  /**
   * From when on the key signs, in UTC.
   */
  not_before: string;
  /**
   * Until when the key signs, this time excluded; null for no end.
   */
  not_after: string | null;
  /**
   * For a compromised key: since when somebody else may have had it.
   */
  compromised_at?: string;
  /**
   * For a compromised key: whether what says to be signed before that time is still trusted. Who has the key can write any time, so only where documents were kept from before.
   */
  keep_earlier?: boolean;
}
