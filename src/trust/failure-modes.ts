import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Source } from '../passport/types.generated.js';
import { type CappedList, capabilityEntries, capList, type Origin } from './capped-list.js';

/** A source, and the failure modes that a manifest declares of its own; authors of sources cannot write any. */
export interface AuthoredSource extends Source {
  readonly failure_modes?: readonly string[];
}

export interface FailureModes extends CappedList {
  /** What the registry adds of itself, after the cap. */
  readonly notes: readonly string[];
}

/**
 * `trust.failure_modes`: declared failure modes, then the capabilities' limitations, in order, without duplicates,
 * up to the profile's cap; then a note while the builder is not verified and one while no match was observed.
 */
export function deriveFailureModes(
  source: AuthoredSource,
  observed: { readonly verified: boolean; readonly matches: number },
  profile: RegistryProfile,
): FailureModes {
  const { kept, dropped } = capList(failureModeEntries(source), profile.caps.failure_modes);
  const notes: string[] = [];
  if (!observed.verified) notes.push(profile.notes.unverified);
  if (observed.matches === 0) notes.push(profile.notes.unobserved);
  return { kept, dropped, notes };
}

/** Every text that could become a failure mode, in order, repetitions included. */
export function failureModeEntries(source: AuthoredSource): Origin[] {
  const own = (source.failure_modes ?? []).map((text, index) => ({ text, pointer: `/failure_modes/${index}` }));
  return [...own, ...capabilityEntries(source, 'limitations')];
}
