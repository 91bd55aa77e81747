import { appendPointer, pointerTokens, valueAt } from '../encoding/pointer.js';
import type { JsonValue } from '../encoding/json-value.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Observations } from '../passport/types.generated.js';
import { type CappedList, capabilityEntries, type Origin } from './capped-list.js';
import type { Derivation } from './derive.js';
import { type AuthoredSource, failureModeEntries } from './failure-modes.js';
import { components, weightsKey } from './score.js';

/** A value that was given, by its RFC 6901 pointer. */
export interface Ingredient {
  readonly of: 'source' | 'observations' | 'registry';
  readonly pointer: string;
}

/** How one value of a passport came about. */
export interface Lineage {
  /** A default is what stands where nothing was given. */
  readonly how: 'copied' | 'derived' | 'default' | 'dropped';
  /** The rule by which, for people. */
  readonly rule: string;
  readonly from: readonly Ingredient[];
  /** What would have been taken instead, had it been given. */
  readonly absent?: Ingredient | undefined;
}

/** What a passport was derived from, and how. */
export interface Ancestry {
  readonly source: AuthoredSource;
  readonly observed: Observations;
  readonly profile: RegistryProfile;
  readonly derivation: Derivation;
}

type Rule = (ancestry: Ancestry, pointer: string) => Lineage;

/**
 * How the value at a pointer into the payload came about, or into `_links`. Also for entries that a cap dropped, by the
 * place in the list that they would have had. Undefined for what only holds other members, and for what is not there.
 */
export function lineageOf(pointer: string, ancestry: Ancestry): Lineage | undefined {
  const pattern = pointer.replace(/\/\d+(?=\/|$)/g, '/*');
  return Object.hasOwn(rules, pattern) ? rules[pattern]?.(ancestry, pointer) : undefined;
}

// --- words --------------------------------------------------------------------------------------------------------

const source = (pointer: string): Ingredient => ({ of: 'source', pointer });
const observations = (pointer: string): Ingredient => ({ of: 'observations', pointer });
const registry = (pointer: string): Ingredient => ({ of: 'registry', pointer });

const copied: Rule = (_, pointer) => ({ how: 'copied', rule: 'copied as it is', from: [source(pointer)] });

/** From the observations, whose names are others than the payload's. */
function observedOr(fallback: string, at: (pointer: string) => string): Rule {
  return ({ observed }, pointer) => {
    const given = observations(at(pointer));
    return has(observed, given.pointer)
      ? { how: 'copied', rule: 'as observed', from: [given] }
      : { how: 'default', rule: `not observed: ${fallback}`, from: [], absent: given };
  };
}

function fromProfile(rule: string, at: string): Rule {
  return () => ({ how: 'copied', rule, from: [registry(at)] });
}

function address(link: keyof RegistryProfile['links']): Rule {
  return (_, pointer) => ({
    how: 'derived',
    rule: pointer.startsWith('/_links/')
      ? 'the base address of the registry and its template, in which the slug is put for {slug}; never signed'
      : 'the base address of the registry and its template, in which the slug is put for {slug}',
    from: [registry('/base_url'), registry(`/links/${link}`), source('/artifact/slug')],
  });
}

/** Written by the author, or left out. */
function writtenOr(fallback: string): Rule {
  return (ancestry, pointer) =>
    has(ancestry.source, pointer)
      ? copied(ancestry, pointer)
      : { how: 'default', rule: fallback, from: [], absent: source(pointer) };
}

function has(value: object, pointer: string): boolean {
  return valueAt(value as unknown as JsonValue, pointer) !== undefined;
}

const statusRule: Rule = (ancestry) => writtenOr('active where not given')(ancestry, '/artifact/status');

const idRule: Rule = (ancestry, pointer) => {
  if (ancestry.source.artifact.id !== undefined) return copied(ancestry, pointer);
  return {
    how: 'copied',
    rule: 'the slug where no id is given',
    from: [source('/artifact/slug')],
    absent: source(pointer),
  };
};

// --- capped lists -------------------------------------------------------------------------------------------------

type CappedName = 'permissions' | 'failure_modes';

/** One of the two capped lists, what it was made from included. */
export interface CappedLineage extends CappedList {
  readonly cap: number;
  /** Everything that was asked to be in it, repetitions included. */
  readonly entries: readonly Origin[];
  readonly rule: string;
}

export function cappedLineage(name: CappedName, { source, profile, derivation }: Ancestry): CappedLineage {
  const cap = profile.caps[name];
  if (name === 'permissions') {
    const rule = `the requirements of the capabilities, in order, each text once, the first ${cap}`;
    return { ...derivation.permissions, cap, entries: [...capabilityEntries(source, 'requires')], rule };
  }
  const declared = source.failure_modes ? 'the declared failure modes, then ' : '';
  const rule = `${declared}the limitations of the capabilities, in order, each text once, the first ${cap}`;
  return { ...derivation.failureModes, cap, entries: [...failureModeEntries(source)], rule };
}

function entryRule(name: CappedName): Rule {
  return (ancestry, pointer) => {
    const list = cappedLineage(name, ancestry);
    const index = Number(pointerTokens(pointer).at(-1));
    const notes = name === 'failure_modes' ? ancestry.derivation.failureModes.notes : [];
    const note = notes[index - list.kept.length];
    if (note !== undefined) return noteLineage(note, ancestry.profile);
    const kept = list.kept[index];
    const text = (kept ?? list.dropped[index - list.kept.length])?.text;
    const from = list.entries.filter((entry) => entry.text === text).map((entry) => source(entry.pointer));
    return { how: kept ? 'derived' : 'dropped', rule: list.rule, from };
  };
}

function noteLineage(note: string, profile: RegistryProfile): Lineage {
  return note === profile.notes.unverified
    ? {
        how: 'derived',
        rule: 'added by the registry, after the cap, while the builder is not verified',
        from: [registry('/notes/unverified'), observations('/verified')],
      }
    : {
        how: 'derived',
        rule: 'added by the registry, after the cap, while no match has been observed',
        from: [registry('/notes/unobserved'), observations('/outcomes/matches')],
      };
}

function listRule(name: CappedName): Rule {
  return (ancestry) => {
    const field = name === 'permissions' ? 'requires' : 'limitations';
    const lists = [...ancestry.source.capabilities.entries()]
      .filter(([, capability]) => capability[field].length > 0)
      .map(([number]) => source(`/capabilities/${number}/${field}`));
    const declared = name === 'failure_modes' && ancestry.source.failure_modes ? [source('/failure_modes')] : [];
    const notes = name === 'failure_modes' ? '; then what the registry adds of itself' : '';
    return { how: 'derived', rule: cappedLineage(name, ancestry).rule + notes, from: [...declared, ...lists] };
  };
}

// --- score and risk -----------------------------------------------------------------------------------------------

const componentRule: Rule = ({ observed }, pointer) => {
  const component = pointerTokens(pointer).at(-1) as string;
  const given = observations(`/rank/${component}`);
  if (has(observed, given.pointer)) return { how: 'copied', rule: 'as observed', from: [given] };
  const rule = 'not observed: what the registry counts for it';
  return { how: 'copied', rule, from: [registry(`/rank_defaults/${component}`)], absent: given };
};

const weightRule: Rule = ({ source: { artifact }, profile }, pointer) => {
  const key = weightsKey(artifact.type, profile);
  const component = pointerTokens(pointer).at(-1) as string;
  return {
    how: 'derived',
    rule: key === artifact.type ? 'the weight for artifacts of this type' : 'the weight for types without their own',
    from: [registry(appendPointer(appendPointer('/weights', key), component)), source('/artifact/type')],
  };
};

const scoreRule: Rule = (ancestry) => ({
  how: 'derived',
  rule: '100 × the sum of weight × component, rounded',
  from: components.flatMap((component) => [
    ...componentRule(ancestry, `/trust/rank_breakdown/${component}`).from,
    ...weightRule(ancestry, `/trust/rank_breakdown/weights/${component}`).from.slice(0, 1),
  ]),
});

const riskRule: Rule = ({ profile, derivation: { risk } }) => {
  const { pointer, ruleId } = risk;
  const table = 'the first rule of the registry that finds one of its words decides';
  if (pointer === undefined) {
    return { how: 'derived', rule: `${table}; none did: low`, from: [registry('/risk_rules')] };
  }
  const index = profile.risk_rules.findIndex(({ id, risk: level }) => id === ruleId && level === risk.risk);
  return { how: 'derived', rule: table, from: [registry(`/risk_rules/${index}`), source(pointer)] };
};

// --- the payload --------------------------------------------------------------------------------------------------

const outcome = (fallback: string): Rule =>
  observedOr(fallback, (pointer) => pointer.replace('/trust/observed_outcomes', '/outcomes'));
const unlessObserved: Rule = observedOr('null', (pointer) => pointer.slice('/trust'.length));
const perCapability = (fallback: string): Rule => observedOr(fallback, (pointer) => pointer);
const verifiedRule = observedOr('false', () => '/verified');

/** Every member of the payload that is not merely a holder of others, and the links. `*` is a place in a list. */
const rules: Readonly<Record<string, Rule>> = {
  '/@version': fromProfile('a constant of the registry', '/format/@version'),
  '/version': fromProfile('a constant of the registry', '/format/version'),
  '/artifact/id': idRule,
  '/artifact/slug': copied,
  '/artifact/name': copied,
  '/artifact/type': copied,
  '/artifact/url': copied,
  '/artifact/page_url': address('artifact'),
  '/artifact/categories': copied,
  '/artifact/categories/*': copied,
  '/artifact/tags': writtenOr('none where not given'),
  '/artifact/tags/*': copied,
  '/artifact/pricing/model': copied,
  '/artifact/pricing/free': () => ({
    how: 'derived',
    rule: 'true for the pricing models open_source, free and freemium',
    from: [source('/artifact/pricing/model')],
  }),
  '/artifact/pricing/starting_price': writtenOr('null where not given'),
  '/artifact/status': statusRule,
  '/artifact/verified': verifiedRule,
  '/capabilities': () => ({
    how: 'derived',
    rule: 'one for each capability of the source, in order',
    from: [source('/capabilities')],
  }),
  '/capabilities/*/id': (ancestry) => ({
    how: 'derived',
    rule: "the artifact's id, __cap_ and the place of the capability, counted from 0",
    from: idRule(ancestry, '/artifact/id').from,
  }),
  '/capabilities/*/uri': (_, pointer) => {
    const capability = pointer.slice(0, -'/uri'.length);
    return {
      how: 'derived',
      rule: 'capability://, its first category with - as dot, a dot, and its name in lower case with dots for all but a-z and 0-9',
      from: [source(`${capability}/categories/0`), source(`${capability}/name`)],
    };
  },
  '/capabilities/*/name': copied,
  '/capabilities/*/description': copied,
  '/capabilities/*/intents': copied,
  '/capabilities/*/intents/*': copied,
  '/capabilities/*/best_for': copied,
  '/capabilities/*/best_for/*': copied,
  '/capabilities/*/limitations': copied,
  '/capabilities/*/limitations/*': copied,
  '/capabilities/*/requires': copied,
  '/capabilities/*/requires/*': copied,
  '/capabilities/*/input_types': copied,
  '/capabilities/*/input_types/*': copied,
  '/capabilities/*/output_types': copied,
  '/capabilities/*/output_types/*': copied,
  '/capabilities/*/categories': copied,
  '/capabilities/*/categories/*': copied,
  '/capabilities/*/confidence': perCapability('0.5'),
  '/capabilities/*/matches': perCapability('0'),
  '/capabilities/*/success_rate': perCapability('0'),
  '/trust/score': scoreRule,
  '/trust/verified': verifiedRule,
  '/trust/data_access_risk': riskRule,
  '/trust/permissions': listRule('permissions'),
  '/trust/permissions/*': entryRule('permissions'),
  '/trust/failure_modes': listRule('failure_modes'),
  '/trust/failure_modes/*': entryRule('failure_modes'),
  ...Object.fromEntries(
    components.flatMap((component) => [
      [`/trust/rank_breakdown/${component}`, componentRule],
      [`/trust/rank_breakdown/weights/${component}`, weightRule],
    ]),
  ),
  '/trust/observed_outcomes/matches': outcome('0'),
  '/trust/observed_outcomes/success_rate': outcome('0'),
  '/trust/observed_outcomes/avg_confidence': outcome('0'),
  '/trust/observed_outcomes/top_intents': outcome('none'),
  '/trust/observed_outcomes/top_intents/*': outcome('none'),
  '/trust/observed_outcomes/last_matched_at': outcome('null'),
  '/trust/maintenance/status': (ancestry, pointer) => ({
    ...statusRule(ancestry, pointer),
    rule: "the artifact's status",
  }),
  '/trust/maintenance/updated_at': unlessObserved,
  '/trust/maintenance/last_scraped_at': unlessObserved,
  '/trust/maintenance/last_commit': unlessObserved,
  '/trust/community/stars': unlessObserved,
  '/trust/community/forks': unlessObserved,
  '/trust/community/weekly_downloads': unlessObserved,
  '/trust/community/model_downloads': unlessObserved,
  '/trust/community/model_likes': unlessObserved,
  '/distribution/claim_url': address('claim'),
  '/distribution/compare_url': address('compare'),
  '/_links/self': address('self'),
  '/_links/artifact': address('artifact'),
  '/_links/verify': address('verify'),
  '/_links/publicKey': address('publicKey'),
  '/_links/spec': address('spec'),
  '/_links/schema': address('schema'),
  '/_links/docs': address('docs'),
};
