import { fieldName } from '../../encoding/pointer.js';
import { addressPart } from '../../passport/capability-uri.js';
import type { CapabilityView, TextEntry } from '../source-view.js';
import type { SourceRule } from './source-rule.js';

export const capabilityDuplicateUri: SourceRule = {
  id: 'capability/duplicate-uri',
  *check({ kind, capabilities }) {
    const firsts = new Map<string, TextEntry>();
    for (const capability of capabilities) {
      const { name } = capability;
      const address = addressOf(capability, kind);
      if (name === undefined || address === undefined) continue;
      const first = firsts.get(address);
      if (first === undefined) {
        firsts.set(address, name);
        continue;
      }
      const message =
        kind === 'source'
          ? `${fieldName(name.pointer)} gives the address ${shortened(address)}, as ${fieldName(first.pointer)} does`
          : `${fieldName(name.pointer)} gives the same address as ${fieldName(first.pointer)} where both have one category: it ends in ${shortened(address)}`;
      yield {
        message,
        pointer: name.pointer,
        hint: 'say in the name what sets this capability apart, in letters a-z and digits: the rest does not count',
        related: [{ message: 'the first capability with this address', pointer: first.pointer }],
      };
    }
  },
};

/** The address, or of a manifest, which has no categories, its end; undefined where there is none. */
function addressOf({ name, categories }: CapabilityView, kind: 'source' | 'manifest'): string | undefined {
  const end = addressPart(name?.text ?? '');
  if (end === '') return undefined;
  if (kind === 'manifest') return end;
  const start = addressPart(categories?.[0]?.text ?? '');
  return start === '' ? undefined : `capability://${start}.${end}`;
}

function shortened(address: string): string {
  return address.length > 100 ? `${address.slice(0, 99)}…` : address;
}
