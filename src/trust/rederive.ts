import { isObject, type JsonValue, member } from '../encoding/json-value.js';
import { appendPointer } from '../encoding/pointer.js';
import { hasAddressPart } from '../passport/capability-uri.js';
import { registryUrl } from '../passport/links.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Observations, Payload } from '../passport/types.generated.js';
import { derive } from './derive.js';
import { type AuthoredSource, deriveFailureModes } from './failure-modes.js';
import { weightedScore } from './score.js';

/** A derived value that is not what follows from the rest of the payload. */
export interface Departure {
  /** RFC 6901 pointer into the payload. */
  readonly pointer: string;
  readonly expected: JsonValue | undefined;
  readonly received: JsonValue | undefined;
}

/**
 * Where a payload departs from what follows from its own statements and the profile: it is taken apart into what its
 * author and the registry gave, and derived anew. Of a payload of another registry, whose profile is not known, only
 * what is the same for all registries is compared.
 */
export function rederive(payload: Payload, profile: RegistryProfile, ofRegistry: boolean): Departure[] {
  const nameless = payload.capabilities.flatMap(({ name, categories: [category = ''], uri }, index): Departure[] =>
    !hasAddressPart(category) || !hasAddressPart(name)
      ? [{ pointer: `/capabilities/${index}/uri`, expected: undefined, received: uri }]
      : [],
  );
  if (nameless.length > 0) return nameless;
  const source = sourceOf(payload);
  const { payload: derived, failureModes } = derive(source, observationsOf(payload), profile);
  // What a manifest declares of its own comes first, and nothing else in the payload has it.
  const modes = payload.trust.failure_modes;
  const isDerived = areSame(derived.trust.failure_modes, modes);
  if (isDerived || isFailureModes(modes, source, failureModes.notes, profile)) derived.trust.failure_modes = modes;
  const departures = compare(derived as unknown as JsonValue, payload as unknown as JsonValue);
  if (ofRegistry) return departures;
  return [...departures.filter(({ pointer }) => sameForAll.test(pointer)), ...ownScore(payload)];
}

/** Whether a payload says that it is of this registry: by its page, or by who signed it. */
export function isOfRegistry(payload: Payload, signedBy: string, profile: RegistryProfile): boolean {
  const { slug, page_url } = payload.artifact;
  return signedBy === profile.issuer || page_url === registryUrl(profile, 'artifact', slug);
}

const sameForAll =
  /^\/(?:artifact\/pricing\/free|trust\/verified|trust\/maintenance\/status|capabilities\/\d+\/(?:id|uri))$/;

function ownScore({ trust }: Payload): Departure[] {
  const expected = weightedScore(trust.rank_breakdown, trust.rank_breakdown.weights);
  return expected === trust.score ? [] : [{ pointer: '/trust/score', expected, received: trust.score }];
}

function sourceOf({ artifact, capabilities }: Payload): AuthoredSource {
  const { id, slug, name, type, url, categories, tags, pricing, status } = artifact;
  const { model, starting_price } = pricing;
  return {
    artifact: { id, slug, name, type, url, categories, tags, pricing: { model, starting_price }, status },
    capabilities,
  };
}

function observationsOf({ artifact, capabilities, trust }: Payload): Observations {
  const { rank_breakdown: rank, observed_outcomes: outcomes, maintenance, community } = trust;
  return {
    verified: artifact.verified,
    rank,
    outcomes,
    maintenance,
    community,
    capabilities: Object.fromEntries(capabilities.map((capability, index) => [String(index), capability])),
  } as Observations;
}

function areSame(texts: readonly string[], others: readonly string[]): boolean {
  return texts.length === others.length && texts.every((text, index) => text === others[index]);
}

/**
 * Whether a list can have come about: failure modes that a manifest declared, then the limitations that are not among
 * them, up to the cap, then the registry's notes. Declared is at least what stands before the last text that is no
 * limitation; it may be one, too.
 */
function isFailureModes(
  list: readonly string[],
  source: AuthoredSource,
  notes: readonly string[],
  profile: RegistryProfile,
): boolean {
  const body = list.slice(0, Math.max(0, list.length - notes.length));
  if (notes.some((note, index) => list[body.length + index] !== note)) return false;
  const limitations = new Set(source.capabilities.flatMap((capability) => capability.limitations));
  const isDerived = (declared: number): boolean => {
    const failure_modes = body.slice(0, declared);
    const { kept } = deriveFailureModes({ ...source, failure_modes }, { verified: true, matches: 1 }, profile);
    return kept.length === body.length && kept.every(({ text }, index) => text === body[index]);
  };
  const least = body.findLastIndex((text) => !limitations.has(text)) + 1;
  for (let declared = least; declared < body.length; declared++) if (isDerived(declared)) return true;
  // Where all of it was declared nothing is left to compare: so it must be mostly what no capability says of itself.
  const own = body.filter((text) => !limitations.has(text)).length;
  return (body.length === 0 || own * 2 >= body.length) && least === body.length && isDerived(body.length);
}

/** Leaves that differ; a list of another length differs as a whole. */
function compare(expected: JsonValue, received: JsonValue | undefined): Departure[] {
  // Most of a payload is what it was taken from.
  if (expected === received) return [];
  const departures: Departure[] = [];
  const visit = (name: string | number, value: JsonValue, other: JsonValue | undefined): void => {
    if (value === other) return;
    for (const { pointer, ...rest } of compare(value, other))
      departures.push({ pointer: appendPointer('', name) + pointer, ...rest });
  };
  if (Array.isArray(expected) && Array.isArray(received) && expected.length === received.length) {
    for (let index = 0; index < expected.length; index++) visit(index, expected[index] as JsonValue, received[index]);
  } else if (isObject(expected) && isObject(received)) {
    for (const key of Object.keys(expected)) visit(key, expected[key] as JsonValue, member(received, key));
  } else {
    departures.push({ pointer: '', expected, received });
  }
  return departures;
}
