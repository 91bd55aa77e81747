import { plainText } from '../plain-text.js';
import { quoteReceived, receivedField } from '../received.js';
import { limitationTexts } from '../source-texts.js';
import { hasStem } from '../stems.js';
import { vocabulary } from '../vocabulary.js';
import type { SourceRule } from './source-rule.js';

const LONGEST = 200;

// Of plain text: lower case, words apart by one space.
const nonLimitation: readonly RegExp[] = [
  /^(?:(?:there (?:is|are)|(?:it|this (?:tool|server|model|agent|api|app)) has|has|with) )?(?:absolutely |virtually |practically |basically )?(?:no|zero) (?:real |major |significant |serious |practical |notable |critical )?(?:limitations?|limits?|restrictions?|drawbacks?|downsides?|weaknesses|compromises|bugs|issues|problems|constraints)(?: (?:whatsoever|at all|to speak of))?$/,
  /^(?:it )?(?:works|integrates|is compatible) with (?:everything|anything|all (?:tools|platforms|systems|frameworks|languages))$/,
  /^(?:it )?(?:never|does not ever) (?:fails?|breaks?|makes? mistakes|goes wrong|goes down)$/,
  /^(?:(?:it|everything) )?(?:just )?works(?: (?:perfectly|great|well|fine|flawlessly|as (?:expected|intended|designed)|every time|everywhere|out of the box)){0,2}$/,
  /^(?:without (?:any )?(?:limitations?|limits?|restrictions?)|bug free|limitless|unlimited|fully functional)$/,
  /^(?:(?:and|very|highly|extremely|super|fully|really|always|completely|incredibly|insanely) ){0,2}(?:fast|easy|secure|safe|reliable|robust|powerful|scalable|stable|accurate|performant|lightweight|flexible|intuitive|user friendly|production ready|battle tested)(?:(?: and| highly| very){0,2} (?:fast|easy|secure|safe|reliable|robust|powerful|scalable|stable|accurate|performant|lightweight|flexible|intuitive|user friendly|production ready|battle tested)){0,4}$/,
];
// All that those are made of.
const mayBeNone = vocabulary(
  'there is are it this tool server model agent api app has with absolutely virtually practically basically no zero ' +
    'real major significant serious practical notable critical limitation limitations limit limits restriction ' +
    'restrictions drawback drawbacks downside downsides weakness weaknesses compromise compromises bug bugs issue ' +
    'issues problem problems constraint constraints whatsoever at all to speak of works integrates compatible ' +
    'everything anything tools platforms systems frameworks languages never does not ever fail fails break breaks make ' +
    'makes mistakes goes wrong down just perfectly great well fine flawlessly as expected intended designed every time ' +
    'everywhere out the box without any free limitless unlimited fully functional and very highly extremely super ' +
    'really always completely incredibly insanely fast easy secure safe reliable robust powerful scalable stable ' +
    'accurate performant lightweight flexible intuitive user friendly production ready battle tested',
);
// In any praise.
const praises = (
  'best in class|industry leading|market leading|world class|unrival|second to none|enterprise grade|blazing fast|' +
  'blazingly fast|lightning fast|insanely fast|super fast|incredibly fast|extremely fast|super easy|easy to use|' +
  'simple to use|out of the box|100 accurate|100 reliable|100 secure|100 uptime|perfect accuracy|perfect results|supports every|handles every|does every|understands every|with every|' +
  'supports any|handles any|does any|understands any|with any|cutting edge|' +
  'state of the art|next generation|game chang|revolutionary|groundbreaking|unmatched|unparalleled|award winning|' +
  'seamless|effortless|flawless'
).split('|');
const praise =
  /\b(?:best in class|industry leading|market leading|world class|unrivall?ed|second to none|enterprise grade|(?:blazing|blazingly|lightning|insanely|super|incredibly|extremely) fast|super easy|(?:easy|simple) to use(?= (?:and|for|with|from|by|in|api|interface|cli|ui)\b|$)|works out of the box|100 (?:accurate|reliable|secure|uptime)|perfect (?:accuracy|results)|(?:supports|handles|does|understands|works with) (?:everything|anything)(?= (?:you|that|we|your|out)\b|$))\b/;
/**
 * Words that praise what they stand before, and that mean something else before anything else: unmatched rows are
 * dropped, a seamless texture repeats.
 */
const praiseBeforeNoun =
  /\b(?:(?:cutting edge|state of the art|next generation|game changing|revolutionary|groundbreaking|unmatched|unparalleled|award winning|seamless|effortless|flawless)(?= (?:(?:and|\w{1,20}ly|customer|user|developer|model|search|reasoning|ai) ){0,2}(?:accuracy|ai|api|architecture|automation|capabilit(?:y|ies)|deployment|design|documentation|ease|efficiency|engine|experience|features?|flexibility|innovation|integrations?|intelligence|models?|operation|performance|platform|power|precision|quality|reasoning|reliability|results?|scalability|security|service|setup|speed|stability|support|technology|tool|tools|ui|uptime|usability|ux|workflows?)\b|$)|(?:seamlessly|effortlessly|flawlessly)(?= (?:connects?|integrat(?:es?|ed)|scales?|works?|with|across|everywhere)\b|$)|game changer)\b/;
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
  if (mayBeNone(plain) && nonLimitation.some((pattern) => pattern.test(plain))) return true;
  if (!hasStem(plain, praises)) return false;
  return (praise.test(plain) || praiseBeforeNoun.test(plain)) && !reservation.test(plain);
}
