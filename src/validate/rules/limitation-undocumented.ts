import { plainText } from '../plain-text.js';
import { quoteReceived, receivedField } from '../received.js';
import { limitationTexts } from '../source-texts.js';
import { vocabulary } from '../vocabulary.js';
import type { SourceRule } from './source-rule.js';

const LONGEST = 300;
/** Of any of the texts below. */
const LONGEST_WHOLE = 140;
const LONGEST_OTHER = 40;

/** What stands for the limitations, before or behind a word that says that there is nothing. */
const limitations = '(?:limitations?|limits?|issues?|bugs?|problems?|restrictions?|failure modes?)';
const told =
  '(?:documented|specified|stated|mentioned|described|disclosed|provided|given|listed|known|reported|observed|identified|determined|noted|found|tested|evaluated)';
const place =
  '(?: (?:in|by|within|from) (?:the )?(?:(?:provided|available|given|supplied|source|public|official|project) ){0,2}(?:materials?|documentation|docs|readme|sources?|description|documents?|information|vendor|provider|author)){0,1}';
const now =
  '(?: (?:yet|so far|currently|now|right now|for now|today|as of (?:now|today|this writing|yet|v? ?[\\d ]{1,12})|at (?:this|the) (?:time|moment|point|stage)(?: of writing)?|at present|presently|to date)){0,2}';

/** Of plain text, and of all of it: "not documented in English" is a limitation, "not documented" is none. */
function patterns(): readonly RegExp[] {
  const adverb = '(?:(?:currently|presently|so far|as of now|at present|explicitly) )?';
  const known = '(?:known|specific|explicit|documented|reported|identified|open)';
  return [
    /^(?:undocumented|unspecified|undisclosed|undefined|unclear|none|nil|null|nothing|no|n a|na|not applicable|not available|not any|no comments?|see above|see below)$/,
    new RegExp(`^${adverb}(?:unknown|untested|none|nothing|there are none|nothing to (?:report|declare|note))${now}$`),
    new RegExp(`^${adverb}not (?:yet |explicitly |publicly )?${told}${place}${now}$`),
    new RegExp(
      `^(?:none|nothing|no (?:${known} )?(?:${limitations}|information|details?|data|documentation))(?: (?:is|are|was|were|has been|have been))?(?: (?:yet|currently))? (?:${told}|available)${place}${now}$`,
    ),
    new RegExp(
      `^${adverb}(?:there (?:is|are) (?:currently )?|this (?:tool|server|model|agent|api|app) has |it has )?no ${known} ${limitations}${now}$`,
    ),
    new RegExp(`^no ${limitations}${now.replace('{0,2}', '{1,2}')}$`),
    /^no (?:information|documentation|data)$/,
    new RegExp(
      `^(?:the |known )?${limitations}:? (?:(?:is|are) )?(?:none(?: ${told})?|unknown|undocumented|unspecified|n a|not (?:yet )?${told})${now}$`,
    ),
    new RegExp(
      `^(?:none|nothing|not|no ${limitations}) (?:that )?(?:we|i|the (?:author|team)) (?:are aware of|am aware of|know of|know about)${now}$`,
    ),
    new RegExp(
      `^(?:(?:we|i|the (?:author|team)) (?:are|am|is) )?(?:currently )?not aware of any(?: ${limitations})?${now}$`,
    ),
    /^(?:we|i) know of (?:none|nothing|no (?:limitations?|issues?|bugs?))$/,
    /^none (?:whatsoever|at all|to speak of|to mention)$/,
  ];
}
let whole: readonly RegExp[] | undefined;

/** That it is said elsewhere, without a word of what. */
const elsewhere =
  /^(?:please )?(?:see|read|check|refer to|consult|described in|listed in|documented in) (?:(?:the|our|official|project|full|online) ){0,2}(?:docs?|documentation|read ?me(?: md)?|web ?site|home ?page|repo(?:sitory)?|git ?hub(?: (?:repo(?:sitory)?|page|issues))?|wiki|issues?(?: tracker)?|model card|faq|manual|paper|changelog|release notes|link|url|terms(?: of (?:use|service))?)(?: for (?:more |further )?(?:details?|information|info|limitations|known issues))?$/;
const addressAlone = /^(?:(?:see|read|check|cf)\b[ :.]{0,3})?https?:\/\/\S{1,200}$/i;

// The same in other languages, of plain text.
const otherLanguages: ReadonlySet<string> = new Set(
  (
    'keine|keine bekannt|keine bekannten|derzeit keine|aktuell keine|keine einschränkungen|keine einschränkungen bekannt|' +
    'keine bekannten einschränkungen|keine limitierungen|unbekannt|nicht bekannt|nicht dokumentiert|siehe dokumentation|' +
    'aucune|aucun|aucune connue|aucune limitation|aucune limitation connue|inconnu|inconnues|non documenté|' +
    'ninguna|ninguno|ninguna conocida|ninguna limitación|ninguna limitación conocida|sin limitaciones|sin limitaciones conocidas|desconocido|' +
    'nenhuma|nenhum|nenhuma conhecida|nenhuma limitação|nenhuma limitação conhecida|sem limitações|desconhecido|' +
    'nessuna|nessuno|nessuna nota|nessuna limitazione|nessuna limitazione nota|sconosciuto|' +
    'geen|geen bekend|geen beperkingen|geen bekende beperkingen|onbekend|brak|brak ograniczeń|nieznane|' +
    'inga|inga kända|inga begränsningar|okänt|ingen|ingen kendte|yok|bilinmiyor|' +
    'нет|нету|нет ограничений|ограничений нет|неизвестно|неизвестны|отсутствуют|немає|невідомо|' +
    'なし|無し|特になし|特に無し|不明|未定|制限なし|制限はありません|既知の制限はありません|' +
    '无|暂无|無|暫無|没有|沒有|未知|不明|不详|无限制|没有限制|暂无限制|无已知限制|暂无已知限制|待定|' +
    '없음|없습니다|제한 없음|알려진 제한 없음|해당 없음|알 수 없음|미정'
  ).split('|'),
);
// All that the patterns above are made of.
const mayBeWhole = vocabulary(
  'limitation limitations limit limits issue issues bug bugs problem problems restriction restrictions failure mode ' +
    'modes documented specified stated mentioned described disclosed provided given listed known reported observed ' +
    'identified determined noted found tested evaluated in by within from the available supplied source public ' +
    'official project material materials documentation docs readme sources description document documents information ' +
    'vendor provider author yet so far currently now right for today as of this writing v at time moment point stage ' +
    'present presently to date explicitly publicly specific explicit open undocumented unspecified undisclosed ' +
    'undefined unclear none nil null nothing no n a na not applicable any comment comments see above below unknown ' +
    'untested there are is declare report note has been have was were tool server model agent api app it detail ' +
    'details data that we i team aware am know about whatsoever all speak mention',
);
const mayBeElsewhere = vocabulary(
  'please see read check refer to consult described listed documented in the our official project full online doc docs ' +
    'documentation readme me md website web site homepage home page repo repository github git hub issues issue wiki ' +
    'tracker model card faq manual paper changelog release notes link url terms term of use service for more further ' +
    'detail details information info limitations known',
);
// Left by a program that looked for something and did not find it, in whatever sentence.
const mayBeAnywhere = /UNKNOWN (?:if|whether)|(?:documented|specified|stated|mentioned|described) in /i;
const anywhere: readonly RegExp[] = [
  /\bUNKNOWN (?:if|whether)\b/,
  /\bnot (?:documented|specified|stated|mentioned|described) in (?:the )?(?:provided|available|supplied|given) (?:materials?|documentation|docs|sources?|documents?|information|text)\b/i,
];

export const limitationUndocumented: SourceRule = {
  id: 'limitation/undocumented',
  *check(source) {
    for (const { text, pointer } of limitationTexts(source)) {
      const said = `${receivedField(pointer)} is ${quoteReceived(text)}`;
      if (pointsElsewhere(text)) {
        yield {
          message: `${said}: readers of a passport see that alone, and no limitation`,
          pointer,
          hint: 'say here in a few words what is said there',
        };
      } else if (saysNothing(text)) {
        yield {
          message: `${said}: not a limitation, but that nobody looked for one`,
          pointer,
          hint: 'find out and say how it fails, or leave the entry out',
        };
      }
    }
  },
};

function pointsElsewhere(text: string): boolean {
  if (text.length > LONGEST || !/see|read|check|refer|consult|in |http/i.test(text)) return false;
  if (/https?:/i.test(text) && addressAlone.test(text.trim())) return true;
  const plain = plainText(text);
  return mayBeElsewhere(plain) && elsewhere.test(plain);
}

function saysNothing(text: string): boolean {
  const start = text.slice(0, LONGEST);
  if (mayBeAnywhere.test(start) && anywhere.some((pattern) => pattern.test(start))) return true;
  if (text.length > LONGEST_WHOLE) return false;
  const plain = plainText(text);
  if (text.length <= LONGEST_OTHER && otherLanguages.has(plain)) return true;
  if (!mayBeWhole(plain)) return false;
  whole ??= patterns();
  return whole.some((pattern) => pattern.test(plain));
}
