import type { RegistryProfile } from '../../passport/registry-profile.js';
import { riskMatchers } from '../../passport/risk-words.js';
import { plainText } from '../plain-text.js';
import { quoteReceived, receivedField } from '../received.js';
import type { RuleFinding, SourceRule } from './source-rule.js';

const LONGEST = 160;

// "No other program on port 8080" is needed like anything else: only of these the absence needs nothing.
const thing =
  '(?:(?:api|access|license|licence) keys?|keys?|(?:api |access )?tokens?|dependenc(?:y|ies)|packages?|librar(?:y|ies)|accounts?|credentials?|passwords?|secrets?|authentication|authorization|auth|oauth|login|sign ?up|sign ?in|registration|subscriptions?|payments?|credit cards?|billing|network|internet|connectivity|(?:network|internet|file|filesystem|file system) (?:access|connections?|connectivity)|permissions?|installation|install|set ?up|configuration|hardware|gpus?|software|prerequisites?|preconditions|requirements?|tools|services)';
const adjective =
  '(?:(?:additional|external|extra|further|other|special|specific|particular|third party|runtime|system|user|paid|active|separate|explicit|known) ){0,3}';
const needed = '(?:required|needed|necessary|used)';
// An entry that also says when something is needed after all says something.
const exception =
  /\b(?:but|except|unless|only|otherwise|however|if|when|where|until|beyond|besides|other than|apart from|outside)\b/;

// How any of those below begins or ends: they are long, and what does not look like one is not held against them.
const beginning =
  /^(?:no|none|nothing|nil|n a|na|not|null|empty|zero|works|runs|usable|without|it|this|does|do|doesn't|don't)\b|\bnot (?:required|needed|necessary|used)$/;

const negative: readonly RegExp[] = [
  /^(?:none|nothing|nil|no|n a|na|not applicable|not required|not needed|null|empty)$/,
  new RegExp(
    `^(?:none|nothing)(?: (?:special|specific|else|extra|particular|is|at all|in particular)){0,2}(?: ${needed})?$`,
  ),
  new RegExp(
    `^(?:no|zero) ${adjective}${thing}(?: (?:or|and|nor) ${adjective}${thing}){0,3}(?: (?:is|are))?(?: ${needed}(?: [\\p{L}\\p{N} ]{1,60})?)?$`,
    'u',
  ),
  new RegExp(
    `^(?:works |runs |usable )?without (?:an? |any )?${adjective}${thing}(?: (?:or|and) (?:an? |any )?${thing}){0,3}$`,
  ),
  new RegExp(
    `^(?:it |this )?(?:does not|doesn't|do not|don't) (?:need|requires?) (?:an? |any )?${adjective}${thing}(?: (?:or|and) (?:an? |any )?${thing}){0,3}$`,
  ),
  new RegExp(`^${adjective}${thing} (?:is |are )?not ${needed}$`),
];

export const requirementNegative: SourceRule = {
  id: 'requirement/negative',
  *check({ capabilities }, { registry }) {
    for (const { requires } of capabilities) {
      for (const { text, pointer } of requires ?? []) {
        if (needsNothing(text)) yield explain(text, pointer, requires?.length === 1, registry);
      }
    }
  },
};

/** Whether a requirement says that something is not required. */
export function needsNothing(text: string): boolean {
  if (text.length > LONGEST) return false;
  const plain = plainText(text);
  return beginning.test(plain) && !exception.test(plain) && negative.some((pattern) => pattern.test(plain));
}

function explain(text: string, pointer: string, alone: boolean, registry: RegistryProfile): RuleFinding {
  const matcher = riskMatchers(registry.risk_rules).find(
    ({ fields, risk, find }) => risk !== 'low' && fields.includes('requires') && find(text) !== undefined,
  );
  const word = matcher?.find(text);
  const effect =
    matcher === undefined || word === undefined
      ? ''
      : `, and ${quoteReceived(word)} in it makes trust.data_access_risk at least ${matcher.risk}`;
  return {
    message: `${receivedField(pointer)} is ${quoteReceived(text)}: what is not required would be listed among trust.permissions${effect}`,
    pointer,
    hint: alone
      ? 'leave it out: where nothing is required, write requires: []'
      : 'leave it out, or say it in the description',
    fix: alone ? undefined : { description: 'remove the entry', safe: false, change: { kind: 'remove' } },
  };
}
