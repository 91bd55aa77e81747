import type { JsonValue } from '../encoding/json-value.js';
import { fieldName } from '../encoding/pointer.js';
import { quote } from '../encoding/printable.js';
import { registryUrl } from '../passport/links.js';
import type { RegistryProfile } from '../passport/registry-profile.js';
import type { Payload } from '../passport/types.generated.js';
import { rederive } from '../trust/rederive.js';
import type { Finding } from '../validate/finding.js';

/**
 * Where a payload says otherwise than what follows from the rest of it: no verifier takes it, however well it is signed.
 * Of one of another registry only what is the same for all is compared.
 */
export function findAtOdds(payload: Payload, registry: RegistryProfile): Finding[] {
  const { page_url, slug } = payload.artifact;
  const departures = rederive(payload, registry, page_url === registryUrl(registry, 'artifact', slug));
  // What comes after the first follows from it, as often as not.
  return departures.slice(0, 1).map(({ pointer, expected, received }) => ({
    ruleId: 'sign/at-odds',
    severity: 'error',
    message: `${fieldName(pointer)} is ${shown(received)}, but what follows from the rest is ${shown(expected)}`,
    pointer,
    hint: 'build it again from its source; for another registry give the profile that it was built with: --registry FILE',
  }));
}

function shown(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : quote(JSON.stringify(value)).slice(1, -1);
}
