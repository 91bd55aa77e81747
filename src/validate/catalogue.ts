import type { Severity } from '../diagnostic.js';

/** How loudly a rule speaks. */
export type Level = Severity | 'off';

/**
 * Which levels apply: `minimal` is what stops a passport from being built or is unsafe, `registry` what a registry
 * objects to, `strict` all there is.
 */
export type ProfileName = 'minimal' | 'registry' | 'strict';

export const profileNames = ['minimal', 'registry', 'strict'] as const satisfies readonly ProfileName[];

export interface RuleInfo {
  /** What it finds, in a few words. */
  readonly summary: string;
  readonly levels: Readonly<Record<ProfileName, Level>>;
  /** What stops a build, or says something about the run: neither options nor comments change its level. */
  readonly fixed: boolean;
}

function fixed(severity: Severity, summary: string): RuleInfo {
  return { summary, levels: { minimal: severity, registry: severity, strict: severity }, fixed: true };
}

function adjustable(minimal: Level, registry: Level, strict: Level, summary: string): RuleInfo {
  return { summary, levels: { minimal, registry, strict }, fixed: false };
}

const stops = (summary: string): RuleInfo => fixed('error', summary);

/** Every rule there is, in the order in which they are listed. No id is ever renamed. */
export const catalogue = {
  'json/syntax': stops('text that is not JSON (RFC 8259)'),
  'json/byte-order-mark': stops('a byte order mark at the beginning'),
  'json/duplicate-member': stops('a member that appears twice in an object, also by escape'),
  'json/prototype-member': stops('a member named `__proto__`'),
  'json/lone-surrogate': stops('half of a surrogate pair'),
  'json/number-range': stops('a number beyond the range of a binary64'),
  'json/number-precision': stops('a number that would become another'),
  'json/negative-zero': stops('`-0`, which would be signed as `0`'),
  'json/nesting': stops('more than 128 levels'),
  'yaml/syntax': stops('text that is not well-formed YAML'),
  'yaml/too-large': stops('more than 1,048,576 characters, or 60,000 keys, values and signs'),
  'yaml/empty': stops('an empty file'),
  'yaml/directive': stops('a line that begins with %, which can change what the text means'),
  'yaml/tag': stops('a tag, which can change what a value means'),
  'yaml/anchor': stops('an anchor, a name for a value'),
  'yaml/alias': stops('an alias, a value that stands elsewhere'),
  'yaml/merge-key': stops('the key <<, which takes in another mapping'),
  'yaml/several-documents': stops('more than one document in a file'),
  'yaml/duplicate-key': stops('a key that stands twice in a mapping'),
  'yaml/non-text-key': stops('a key that is not text'),
  'yaml/prototype-key': stops('a key named `__proto__`'),
  'yaml/not-a-number': stops('`.inf` and `.nan`'),
  'yaml/unknown-value': stops('a value that is not text, a number, true, false or null'),
  'yaml/nesting': stops('more than 128 levels'),
  'yaml/number-range': stops('a number beyond the range of a binary64'),
  'yaml/number-precision': stops('a number that would become another'),
  'yaml/negative-zero': stops('`-0`, which would be signed as `0`'),
  'yaml/unquoted-version': stops('a version that YAML reads as another number, such as 1.10'),
  'yaml/comment-in-text': adjustable(
    'off',
    'warning',
    'warning',
    'a # in a line of text, from which on all is comment',
  ),
  'yaml/folded-entry': adjustable(
    'off',
    'warning',
    'error',
    'a line that looks like an entry of its own, and is read as part of the text above',
  ),
  'source/wrong-kind': stops('a file of another kind: a passport, an overlay, observations, a profile'),
  'source/unconfirmed-guess': adjustable(
    'off',
    'warning',
    'error',
    'a value that an import has guessed, and that nobody has confirmed',
  ),
  'source/more-problems': stops('more problems than are shown'),
  'import/unreadable': stops('a file that a source was to be made from, and that is not of that kind'),
  'import/left-out': fixed('warning', 'what stands in a file and was not taken over into a source'),
  'schema/missing-key': stops('a required key is missing'),
  'schema/unknown-key': stops('a key that nothing knows'),
  'schema/registry-owned': stops('a key that is derived or observed, not written by authors'),
  'schema/type': stops('a value of the wrong type'),
  'schema/enum': stops('a value that is not one of those allowed'),
  'schema/format': stops('a text of the wrong form'),
  'schema/empty': stops('a text or list with nothing in it'),
  'schema/too-short': stops('a text that is too short'),
  'schema/too-long': stops('a text that is too long'),
  'schema/range': stops('a number too small or too large'),
  'text/invalid-utf8': stops('a byte that is not valid UTF-8'),
  'text/bidi-control': stops('a character that turns the direction of text'),
  'text/zero-width': stops('an invisible character'),
  'text/control-character': stops('a character that terminals act on'),
  'text/lone-surrogate': stops('half of a surrogate pair'),
  'text/instruction-like': stops('an order to the program that reads the text'),
  'text/secret': stops('what has the shape of a key or token'),
  'text/confusable': adjustable('warning', 'error', 'error', 'a letter of another script that looks like a Latin one'),
  'text/placeholder': adjustable('off', 'warning', 'error', 'a text that was to be replaced'),
  'slug/reserved': adjustable('off', 'error', 'error', 'a slug whose address is taken, or that begins with a dot'),
  'slug/malformed': adjustable(
    'off',
    'warning',
    'error',
    'a slug that commands, links or readers take for something else',
  ),
  'slug/upper-case-twin': adjustable('off', 'warning', 'error', 'names that differ by capitals alone'),
  'slug/repeated': adjustable('off', 'warning', 'error', 'two sources of one run with one slug'),
  'slug/too-long': adjustable('off', 'warning', 'error', 'a slug of more than 100 characters'),
  'artifact/unknown-category': adjustable('off', 'warning', 'error', 'a category that the registry does not list'),
  'artifact/category-at-odds': adjustable(
    'off',
    'warning',
    'error',
    'a category or type that the rest of the source denies',
  ),
  'artifact/status-at-odds': adjustable('off', 'warning', 'error', 'a status that the texts deny'),
  'artifact/licence-case': adjustable(
    'off',
    'warning',
    'warning',
    'a licence in other capitals than those of the SPDX list',
  ),
  'artifact/licence-not-spdx': adjustable('off', 'warning', 'error', 'a licence that is not an SPDX expression'),
  'url/unparsable': adjustable('off', 'error', 'error', 'an address that no browser opens, or whose host has no dot'),
  'url/credentials': adjustable('warning', 'error', 'error', 'an address with a name, password or token in it'),
  'url/private-host': adjustable('off', 'error', 'error', 'an address that only works on one machine or network'),
  'url/insecure': adjustable('off', 'warning', 'error', 'an address without https'),
  'url/tracking': adjustable('off', 'warning', 'error', 'an address with parameters that follow the reader'),
  'url/registry-page': adjustable('off', 'warning', 'error', "the registry's own page instead of the artifact's"),
  'url/bare-host': adjustable('off', 'warning', 'error', 'a host of many projects instead of the one'),
  'url/indirect': adjustable('off', 'warning', 'error', 'a short link or tunnel, which can lead elsewhere tomorrow'),
  'url/placeholder-host': adjustable(
    'off',
    'warning',
    'error',
    'an address on a host for examples, or a placeholder for one',
  ),
  'pricing/negative': adjustable('off', 'error', 'error', 'a price below zero'),
  'pricing/unparsable': adjustable(
    'off',
    'warning',
    'error',
    'a price without an amount, or an amount without one currency',
  ),
  'pricing/at-odds': adjustable('off', 'warning', 'error', 'a price that the pricing model denies'),
  'capability/underivable-uri': stops('a name without Latin letters or digits, so that no address can be made'),
  'capability/lossy-uri': adjustable('off', 'warning', 'error', 'a name of which the address loses letters'),
  'capability/duplicate-uri': adjustable('off', 'error', 'error', 'two capabilities with one address'),
  'capability/unknown-category': adjustable('off', 'warning', 'error', 'a category that the registry does not list'),
  'capability/short-description': adjustable('off', 'error', 'error', 'a description of fewer than 100 characters'),
  'capability/repeated-description': adjustable(
    'off',
    'warning',
    'error',
    'a description that repeats another text, or itself',
  ),
  'capability/no-limitations': adjustable('off', 'off', 'warning', 'one capability that names no limitation'),
  'source/no-limitations': adjustable('off', 'warning', 'error', 'not one limitation in the whole source'),
  'limitation/undocumented': adjustable(
    'off',
    'warning',
    'error',
    'a limitation that says that it is not known, or only where it is said',
  ),
  'limitation/marketing': adjustable('off', 'warning', 'error', 'praise among the limitations'),
  'requirement/negative': adjustable('off', 'warning', 'error', 'a requirement that says that nothing is required'),
  'requirement/near-duplicate': adjustable('off', 'warning', 'warning', 'requirements that say nearly the same'),
  'list/repeated-entry': adjustable('off', 'warning', 'error', 'an entry that stands twice in a list'),
  'risk/contradicted': adjustable('off', 'warning', 'error', 'a promise that the requirements break'),
  'manifest/missing-version': stops('a manifest without `unfragile_version`'),
  'manifest/missing-category': stops('a manifest has no place for categories, and no overlay gives them'),
  'manifest/misspelt-key': adjustable('warning', 'warning', 'error', 'a key of a manifest that is nearly a known one'),
  'manifest/duplicate-id': stops('two capabilities of a manifest with one id'),
  'manifest/overlay-ambiguous': stops('a capability that the overlay addresses twice'),
  'manifest/overlay-unused': stops('an overlay, or an entry of it, that fits nothing'),
  'manifest/not-carried-over': adjustable(
    'info',
    'info',
    'info',
    'keys of a manifest that a passport has no place for',
  ),
  'manifest/no-failure-modes': adjustable('off', 'warning', 'error', 'a manifest that declares no failure mode'),
  'manifest/few-capabilities': adjustable('off', 'warning', 'error', 'a manifest with fewer than three capabilities'),
  'manifest/no-execution': adjustable('off', 'warning', 'error', 'a manifest that does not say how to run it'),
  'observations/impossible-time': stops('a time that does not exist'),
  'observations/no-such-capability': stops('observations of a capability that the source does not have'),
  'registry/weights-sum': stops('weights of a profile that do not add up to 1'),
  'trust/unusable-key': stops('a key of a trust file that is none, or under which forgeries verify'),
  'trust/repeated-key': stops('a key that stands twice in a trust file'),
  'trust/impossible-time': stops('a time in a trust file that there is not'),
  'trust/empty-window': stops('a key of a trust file whose time ends before it begins'),
  'trust/status-at-odds': stops('a key of a trust file whose status and times contradict each other'),
  'derive/permissions-capped': adjustable('warning', 'warning', 'warning', 'requirements that the cap drops'),
  'derive/failure-modes-capped': adjustable('warning', 'warning', 'warning', 'limitations that the cap drops'),
  'derive/capability-without-effect': adjustable(
    'warning',
    'warning',
    'warning',
    'a capability of which nothing is kept',
  ),
  'derive/stale-evidence': adjustable('warning', 'warning', 'error', 'observations much older than the passport'),
  'derive/evidence-in-future': adjustable('warning', 'warning', 'error', 'observations from after the passport'),
  'sign/at-odds': fixed('error', 'a payload in which a derived value does not follow from the rest'),
  'sign/other-registry': fixed('warning', 'a payload of another registry than the one signed for'),
  'ignore/malformed': adjustable('warning', 'warning', 'error', 'a comment that is nearly one that ignores a rule'),
  'ignore/no-reason': adjustable('error', 'error', 'error', 'a comment that ignores a rule and does not say why'),
  'ignore/unknown-rule': adjustable('warning', 'warning', 'error', 'a comment that ignores a rule that there is not'),
  'ignore/not-ignorable': adjustable('warning', 'warning', 'error', 'a comment that ignores what stops a build'),
  'ignore/unused': adjustable('warning', 'warning', 'error', 'a comment that ignores what is not there'),
} as const satisfies Readonly<Record<string, RuleInfo>>;

export type RuleId = keyof typeof catalogue;

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(catalogue, id);
}

export type LevelOf = (ruleId: RuleId) => Level;

/** The level of each rule: as the profile has it, unless it was given another. */
export function levelsOf(profile: ProfileName, overrides: Readonly<Partial<Record<RuleId, Level>>> = {}): LevelOf {
  return (ruleId) => overrides[ruleId] ?? catalogue[ruleId].levels[profile];
}
