import { fieldName } from '../../encoding/pointer.js';
import type { RegistryProfile } from '../../passport/registry-profile.js';
import { wordFinder } from '../../passport/risk-words.js';
import { quoteReceived } from '../received.js';
import type { SourceView, TextEntry } from '../source-view.js';
import { hasStem } from '../stems.js';
import { needsNothing } from './requirement-negative.js';
import type { RuleFinding, SourceRule } from './source-rule.js';

/** What a text promises, and what breaks the promise in a requirement. */
interface Promised {
  /** One of these is in all that it says. */
  readonly stems: readonly string[];
  readonly said: RegExp;
  /** Of the words of a risk rule, those that do. */
  readonly broken: (words: readonly string[]) => readonly string[];
  /** What makes them harmless. */
  readonly spared?: RegExp;
}

const ofRule =
  (rule: string, chosen: (word: string) => boolean = () => true) =>
  (all: readonly string[]) =>
    all.includes(rule) ? all.filter(chosen) : [];
/** Not what only names a place, or may well be on the same machine. */
const online = ofRule('network', (word) => !['url', 'api', 'http', 'download', 'webpage', 'web page'].includes(word));
const onlineOrService = ofRule('network', (word) => !['url', 'download', 'webpage', 'web page'].includes(word));
const files = ofRule('file', (word) =>
  /^(?:files?|file ?system|directory|folder|hard drive|local storage)$/.test(word),
);

/** Once, or not from elsewhere. */
const nearby =
  /\b(?:once|first|initial(?:ly)?|install(?:ation|ing)?|set ?up|updates?|download(?:s|ing|ed)?|fetch(?:es|ing)?|local|localhost|loopback|offline|own (?:machine|computer)|same (?:machine|computer|host)|specification|spec|definition|schema|documentation|description|library)\b|127\.0\.0\.1|\[::1\]/i;
const needed = '(?:required|needed|necessary)';
// Every repetition is bounded, and each begins with a word of its own.
const promises: readonly Promised[] = [
  {
    stems: ['key'],
    said: /\b(?:no|without (?:an? |any )?|(?:does not|doesn['’]t) (?:need|requires?) (?:an? |any )?)[ -]?api[ -]?keys?\b/gi,
    broken: ofRule('api key', (word) => /^api ?key$/.test(word)),
  },
  {
    stems: ['credential', 'secret', 'authentication'],
    said: /\b(?:no|without (?:any )?|(?:does not|doesn['’]t) (?:need|requires?) (?:any )?)[ -]?(?:credentials|secrets|authentication)\b/gi,
    broken: ofRule('credential'),
  },
  {
    stems: ['account', 'registration', 'sign'],
    said: /\b(?:no|without (?:an? |any )?|(?:does not|doesn['’]t) (?:need|requires?) (?:an? |any )?)[ -]?(?:user |online )?(?:accounts?|registration|sign[ -]?up)\b/gi,
    broken: ofRule('account', (word) => /^(?:account|sign up|subscription)$/.test(word)),
  },
  {
    stems: ['network', 'internet', 'offline'],
    said: new RegExp(
      `\\bno (?:network|internet)(?: (?:access|connection|connectivity|calls?|requests?|traffic))?(?= ?(?:${needed}|is ${needed}|[.,;:!)]|$))|\\b(?:(?:does not|doesn['’]t) (?:need|requires?)|without) (?:an? |any )?(?:network|internet)(?: (?:access|connection))?\\b|\\b(?:works?|runs?|working|running) (?:fully |completely |entirely |100% )?offline\\b|\\b(?:fully|completely|entirely|100%)[ -]offline\\b|\\boffline[ -]only\\b`,
      'gi',
    ),
    broken: onlineOrService,
    spared: nearby,
  },
  {
    stems: ['local', 'device', 'leave'],
    said: /\b(?:fully|completely|entirely|purely|100%)[ -](?:local|locally|on[ -]device)\b|\b(?:nothing|no data|data never|nothing ever) leaves? (?:your|the|this|the user['’]s) (?:machine|computer|device|laptop|phone|browser|network)\b/gi,
    broken: online,
    spared: nearby,
  },
  {
    stems: ['file', 'disk'],
    said: /\b(?:no|without (?:any )?|(?:does not|doesn['’]t) (?:need|requires?) (?:any )?)[ -]?(?:file|files|file ?system|disk) access\b|\b(?:never|does not|doesn['’]t) (?:reads? or writes?|read|touch|access|open|write)(?:es|s)? (?:any |your |local )?files\b/gi,
    broken: files,
  },
];

/** On either side of a promise: it holds at times. */
const condition = /\b(?:if|unless|except|when|where|once|after|until|because|otherwise|mode|fails?|errors?)\b/i;
/** Before it: it is denied, or only possible. */
const denial = /\b(?:cannot|can|could|may|might|not|never|optional(?:ly)?|planned|some)\b|n't\b/i;
/** Behind it: what it is limited to, up to the next comma, or that something else was meant. */
const restriction =
  /^[^,]{0,60}\b(?:for|in|during|while|with|tier|plan|by default|is (?:set|given|found|configured)|provided)\b|^ (?:can|could|may|might|must)\b/i;
/** A requirement that need not be met. */
const avoidable =
  /\b(?:optional(?:ly)?|if|unless|(?<!read-)only (?:if|when|for|in|to|needed|where)|(?:can|may) be refused|not (?:needed|required|necessary))\b|^(?:no|without)\b/i;

export const riskContradicted: SourceRule = {
  id: 'risk/contradicted',
  *check(source, { registry }) {
    const finders = new Map(promises.map((promised) => [promised, finderOf(promised, registry)]));
    for (const { texts, requirements } of scopes(source)) {
      if (requirements.length === 0) continue;
      // Both may be many: the requirements are looked through once for each kind of promise.
      const breaches = new Map<Promised, Breach | undefined>();
      const breachOf = (promised: Promised): Breach | undefined => {
        if (!breaches.has(promised)) breaches.set(promised, findBreach(promised, requirements, finders.get(promised)));
        return breaches.get(promised);
      };
      for (const text of texts) {
        const found = contradiction(text, breachOf);
        if (found) yield found;
      }
    }
  },
};

interface Scope {
  readonly texts: readonly TextEntry[];
  readonly requirements: readonly TextEntry[];
}

/** A requirement that breaks a promise, and the word that does. */
interface Breach {
  readonly requirement: TextEntry;
  readonly word: string;
}

/** A capability promises for itself; the artifact's name and tags promise for all of them. */
function* scopes({ artifact, capabilities }: SourceView): Generator<Scope> {
  const all = capabilities.flatMap(({ requires }) => requires ?? []);
  yield { texts: [artifact.name ?? [], artifact.tags ?? []].flat(), requirements: all };
  for (const { name, description, requires } of capabilities) {
    yield { texts: [name ?? [], description ?? []].flat(), requirements: requires ?? [] };
  }
}

function contradiction(
  { text, pointer }: TextEntry,
  breachOf: (promised: Promised) => Breach | undefined,
): RuleFinding | undefined {
  for (const promised of promises) {
    if (!hasStem(text, promised.stems)) continue;
    const promise = findPromise(text, promised.said);
    const breach = promise === undefined ? undefined : breachOf(promised);
    if (promise === undefined || breach === undefined) continue;
    const { requirement, word } = breach;
    return {
      message: `${fieldName(pointer)} promises ${quoteReceived(promise)}, but ${fieldName(requirement.pointer)} asks for ${quoteReceived(word)}`,
      pointer,
      hint: 'take back the promise, or say in it when it holds; if the requirement is wrong, leave that out',
      related: [{ message: 'the requirement that breaks it', pointer: requirement.pointer }],
    };
  }
  return undefined;
}

type Finder = ReturnType<typeof wordFinder>;

/** Finds what breaks a promise; undefined where no rule of the registry has a word that does. */
function finderOf({ broken }: Promised, { risk_rules }: RegistryProfile): Finder | undefined {
  const words = risk_rules.filter(({ fields }) => fields.includes('requires')).flatMap((rule) => broken(rule.words));
  return words.length === 0 ? undefined : wordFinder(words);
}

function findBreach(
  { spared }: Promised,
  requirements: readonly TextEntry[],
  find: Finder | undefined,
): Breach | undefined {
  if (find === undefined) return undefined;
  for (const requirement of requirements) {
    const { text } = requirement;
    const word = find(text);
    if (word === undefined || avoidable.test(text) || spared?.test(text) || needsNothing(text)) continue;
    return { requirement, word };
  }
  return undefined;
}

/** The first unconditional promise. */
function findPromise(text: string, said: RegExp): string | undefined {
  for (const { 0: promise, index } of text.matchAll(said)) {
    const before = /[^.;!?]*$/.exec(text.slice(Math.max(0, index - 100), index))?.[0] ?? '';
    const after = /^[^.;!?]*/.exec(text.slice(index + promise.length, index + promise.length + 100))?.[0] ?? '';
    if (denial.test(before) || [before, after].some((side) => condition.test(side)) || restriction.test(after))
      continue;
    return promise;
  }
  return undefined;
}
