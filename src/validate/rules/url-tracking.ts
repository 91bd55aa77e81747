import { readAddresses } from '../address.js';
import { quoteReceived, receivedField } from '../received.js';
import type { RuleFinding, SourceRule } from './source-rule.js';

// What campaigns, advertisements, newsletters and social networks append to follow who clicked what.
const tracking: ReadonlySet<string> = new Set([
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'dclid',
  'fbclid',
  'gad_campaignid',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mibextid',
  'mkt_tok',
  'msclkid',
  'rdt_cid',
  'ref_src',
  'ref_url',
  'srsltid',
  'ttclid',
  'twclid',
  'vero_id',
  'wbraid',
  'yclid',
]);

function follows(parameter: string): boolean {
  const [name = ''] = new URLSearchParams(parameter).keys();
  return /^utm_/i.test(name) || tracking.has(name.toLowerCase());
}

export const urlTracking: SourceRule = {
  id: 'url/tracking',
  *check(source, { registry }) {
    for (const address of readAddresses(source, registry)) {
      if (address.destination !== 'public') continue;
      const { pointer, text, mendable } = address;
      const [, page = '', query = '', fragment = ''] = /^([^?#]*)\?([^#]*)(.*)$/.exec(text) ?? [];
      const parameters = query.split('&');
      const kept = parameters.filter((parameter) => !follows(parameter));
      if (kept.length === parameters.length) continue;
      const names = parameters.filter(follows).map((parameter) => quoteReceived(parameter.replace(/=.*/, ''), '', 30));
      const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
      const finding: RuleFinding = {
        message: `${receivedField(pointer)} has ${names.slice(0, 3).join(', ')}${more} among its parameters, and so tells a third party who came by it`,
        pointer,
        hint: 'leave that out: it is appended to a link when it is shared, and the page is the same without',
      };
      if (!mendable) yield finding;
      else {
        const clean = page + (kept.length > 0 ? `?${kept.join('&')}` : '') + fragment;
        const fix = {
          description: 'remove the parameters',
          safe: true,
          change: { kind: 'write', text: clean },
        } as const;
        yield { ...finding, suggestions: [clean], fix };
      }
    }
  },
};
