import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Source } from '../passport/types.generated.js';
import { type CappedList, capabilityEntries, capList } from './capped-list.js';

/** `trust.permissions`: what the capabilities require, in order, without duplicates, up to the profile's cap. */
export function derivePermissions(source: Source, profile: RegistryProfile): CappedList {
  return capList(capabilityEntries(source, 'requires'), profile.caps.permissions);
}
