import { plainText } from '../plain-text.js';
import { quoteReceived, receivedField } from '../received.js';
import { limitationTexts } from '../source-texts.js';
import { hasStem } from '../stems.js';
import type { SourceRule } from './source-rule.js';

const LONGEST = 200;

// Of plain text: lower case, words apart by one space.
const nonLimitation: readonly RegExp[] = [
  /^(?:there (?:is|are) |it has |has )?(?:absolutely |virtually |practically |basically )?(?:no|zero) (?:real |major |significant |serious |practical )?(?:limitations?|limits?|restrictions?|drawbacks?|downsides?|weaknesses|compromises)(?: (?:whatsoever|at all|to speak of))?$/,
  /^(?:it )?(?:works|integrates|is compatible) with (?:everything|anything|all (?:tools|platforms|systems|frameworks|languages))$/,
  /^(?:it )?(?:never|does not ever) (?:fails?|breaks?|makes? mistakes|goes wrong|goes down)$/,
];
const boasts = ['limit', 'restriction', 'drawback', 'downside', 'weakness', 'compromise', 'with ', 'never', 'ever '];
const praises =
  'class leading edge art generation chang revolution groundbreak unmatch unparallel unrival none winning grade fast seamless effortless easy simple box 100 perfect flawless thing'.split(
    ' ',
  );
const praise =
  /\b(?:best in class|industry leading|market leading|world class|cutting edge|state of the art|next generation|game chang(?:er|ing)|revolutionary|groundbreaking|unmatched|unparalleled|unrivall?ed|second to none|award winning|enterprise grade|(?:blazing|blazingly|lightning|insanely|super|incredibly|extremely) fast|seamless(?:ly)?|effortless(?:ly)?|super easy|easy to use|simple to use|works out of the box|100 (?:accurate|reliable|secure|uptime)|perfect (?:accuracy|results)|flawless(?:ly)?|(?:supports|handles|does|understands) (?:everything|anything)|works with (?:everything|anything))\b/;
// A limitation may use the same words: "seamless only in Chrome", "slower than state-of-the-art models".
const reservation =
  /\b(?:no|not|non|never|nothing|none|nor|neither|cannot|without|less|lower|slower|slow|slows|worse|weaker|behind|below|lags?|lagging|trails?|than|only|but|may|might|can|unless|until|except|although|though|however|while|when|where|if|fails?|limited|limits?|lacks?|missing|requires?|required|need(?:s|ed)?|depends?|degrades?|drops?|breaks?|loses?|unlike|claims?|hard|difficult|expensive|costs?)\b|n't\b/;

export const limitationMarketing: SourceRule = {
  id: 'limitation/marketing',
  *check(source) {
    for (const { text, pointer } of limitationTexts(source)) {
      if (!isPraise(text)) continue;
      yield {
        message: `${receivedField(pointer)} is ${quoteReceived(text)}: praise is not a way to fail`,
        pointer,
        hint: 'say what it does not do or where it is wrong, or leave the entry out: it would become a failure mode',
      };
    }
  },
};

function isPraise(text: string): boolean {
  if (text.length > LONGEST) return false;
  const plain = plainText(text);
  if (hasStem(plain, boasts) && nonLimitation.some((pattern) => pattern.test(plain))) return true;
  if (!hasStem(plain, praises)) return false;
  return praise.test(plain) && !reservation.test(plain);
}
