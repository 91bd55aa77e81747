import { plainText } from '../plain-text.js';
import { quoteReceived, receivedField } from '../received.js';
import { limitationTexts } from '../source-texts.js';
import { hasStem } from '../stems.js';
import type { SourceRule } from './source-rule.js';

const LONGEST = 300;
/** Of any of the texts below. */
const LONGEST_WHOLE = 140;

// Of plain text, and of all of it: "not documented in English" is a limitation, "not documented" is none.
const told = '(?:documented|specified|stated|mentioned|described|disclosed|provided|given|listed|known)';
const place =
  '(?: (?:in|by|within|from) (?:the )?(?:(?:provided|available|given|supplied|source|public|official|project) ){0,2}(?:materials?|documentation|docs|readme|sources?|description|documents?|information|vendor|provider|author)){0,1}';
const whole: readonly RegExp[] = [
  /^(?:unknown|undocumented|unspecified|undisclosed|unclear|none|nil|n a|na|not applicable|not available)$/,
  new RegExp(`^(?:currently |explicitly )?not (?:yet |explicitly |publicly )?${told}${place}$`),
  new RegExp(
    `^(?:none|nothing|no (?:known |specific |explicit )?(?:limitations?|limits?|issues|failure modes?|information|details?|data|documentation))(?: (?:is|are|was|were|has been|have been))? (?:${told}|available|found)${place}$`,
  ),
  /^no (?:known (?:limitations?|limits?|issues|failure modes?)|information|documentation|data)$/,
  /^(?:the )?(?:limitations?|limits?|failure modes?) (?:is|are) (?:unknown|undocumented|unspecified|not (?:yet )?(?:known|documented|specified))$/,
];
// In any of those.
const stems =
  'unknown unclear undoc unspec undisc none nil na n_a applicable available doc specif stated mention describ disclos provided given listed known found limit issue failure mode information detail data'
    .split(' ')
    .map((stem) => stem.replace('_', ' '));
// How any of those begins: they are long, and what does not is not held against them.
const beginning =
  /^[^a-z\uff00-\uffef]{0,20}(?:un|no|ni|n\W{0,3}a|currently|explicitly|the|limit|fail|[\uff00-\uffef])/i;
// Left by a program that looked for something and did not find it, in whatever sentence.
const anywhere: readonly RegExp[] = [
  /\bUNKNOWN (?:if|whether)\b/,
  /\bnot (?:documented|specified|stated|mentioned|described) in (?:the )?(?:provided|available|supplied|given) (?:materials?|documentation|docs|sources?|documents?|information|text)\b/i,
];

export const limitationUndocumented: SourceRule = {
  id: 'limitation/undocumented',
  *check(source) {
    for (const { text, pointer } of limitationTexts(source)) {
      if (!saysNothing(text)) continue;
      yield {
        message: `${receivedField(pointer)} is ${quoteReceived(text)}: not a limitation, but that nobody looked for one`,
        pointer,
        hint: 'find out and say how it fails, or leave the entry out',
      };
    }
  },
};

function saysNothing(text: string): boolean {
  const start = text.slice(0, LONGEST);
  if (/UNKNOWN|not/i.test(start) && anywhere.some((pattern) => pattern.test(start))) return true;
  if (text.length > LONGEST_WHOLE || !beginning.test(start)) return false;
  const plain = plainText(text);
  if (!hasStem(plain, stems)) return false;
  return whole.some((pattern) => pattern.test(plain));
}
