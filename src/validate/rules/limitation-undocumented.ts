import { plainText } from '../plain-text.js';
import { quoteReceived, receivedField } from '../received.js';
import { limitationTexts } from '../source-texts.js';
import type { SourceRule } from './source-rule.js';

const LONGEST = 300;

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
  if (anywhere.some((pattern) => pattern.test(start))) return true;
  if (text.length > LONGEST) return false;
  const plain = plainText(text);
  return whole.some((pattern) => pattern.test(plain));
}
