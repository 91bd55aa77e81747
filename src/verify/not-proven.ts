import type { Signed } from './checks.js';

/** What VALID does not say, each as the end of "it is not proven that …". */
export function notProven(signed: Signed): string[] {
  const { policy, signer, coversEnvelope, cosignatures } = signed;
  const open = ['what the passport says is true'];
  if (!signer.trusted) open.push('the key belongs to the issuer that the passport names');
  if (!coversEnvelope) open.push('it was signed at the time, or in the name, that stands in it');
  else open.push("it was signed at the time that stands in it: that is the signer's own word");
  if (signer.trusted?.status === 'compromised') open.push('its time is earlier than the theft of its key, as it says');
  if (policy.revocations === undefined) open.push('its issuer has not taken it back since');
  // Of an artifact that was not seen before a state knows nothing.
  if (signed.seenBefore === undefined) open.push('there is no newer passport of this artifact');
  open.push('_links lead where they say: nothing signs them');
  if (cosignatures.length > 0) open.push('no cosignature was added or taken out: nothing signs the list');
  return open;
}
