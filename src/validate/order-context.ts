/** A stretch of a folded text that has the words of an order. */
export interface Phrase {
  /** The folded text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The phrase as it is written, and the little that stands before it. */
  readonly written: string;
  readonly before: string;
  /** In a list of limitations, which tells what others can make it do. */
  readonly amongLimitations: boolean;
}

// So far is looked for the beginning of a sentence, and for quotation marks.
const REACH = 200;

const boundary = /(?:^|[.!?:;,)>\]}"'`#|\u2013\u2014\u2026({<[/=\u00ab\u00bb\u201c-\u201f\u3001\u3002\u300c-\u300f-])$/;
const adverbs =
  /(?:^|[^\w])(please|pls|now|also|always|simply|just|first|immediately|kindly|instead|therefore|thus|hence|so|next|must|bitte|jetzt|nun|por favor|ahora|agora|ora|adesso|maintenant|s'il (?:te|vous) plait|per favore)$/;
const joining = /(?:^|[^\w])(?:and|then|but|or|und|dann|et|puis|y|luego|e|poi)$/;
const tellsOfOthers =
  /\b(?:can|could|may|might|cannot|will|would|that|which|who|often|sometimes|tends?|they|models|agents|llms|users|people|attackers|prompts|inputs|conversations|chats|replies|answers|texts|messages|documents|pages|assistants|bots|systems|to)\b/;

/**
 * Whether a verb stands where only an order has it: at the beginning of a clause, or behind "please", "you must" and
 * the like. Behind a subject ("models ignore"), "can" or "to" it tells what happens.
 */
export function isInOrder({ text, start, written, before, amongLimitations }: Phrase): boolean {
  let lead = text.slice(Math.max(0, start - REACH), start);
  // Capitals within a sentence shout.
  if (/^[^\p{Ll}]*\p{Lu}{4}[^\p{Ll}]*$/u.test(written.slice(0, 24)) && /[a-z] ?$/.test(before)) return true;
  for (;;) {
    lead = lead.replace(/[^\S\n]$/, '');
    if (boundary.test(lead)) return true;
    if (lead.endsWith('\n')) return isNewLine(lead, written);
    if (isAddressed(lead)) return true;
    const adverb = adverbs.exec(lead)?.[1];
    if (adverb !== undefined) lead = lead.slice(0, -adverb.length);
    else if (joining.test(lead)) return !amongLimitations && !tellsOfOthers.test(lead);
    else return false;
  }
}

/** Whether a line begins a sentence, or goes on with the one above. */
function isNewLine(lead: string, written: string): boolean {
  return (
    /^\p{Lu}/u.test(written) ||
    !/(?:s|can|could|may|might|cannot|to|will|would|that|which|who|not|often|people|they|and|or)\n$/.test(lead)
  );
}

/** "You must", "agents should", "assistant". */
function isAddressed(lead: string): boolean {
  return (
    /\byou (?:must|should|shall|can|may|will|have to|need to|are to|are (?:required|instructed|told|ordered|asked) to)$/.test(
      lead,
    ) ||
    /\b(?:agents?|assistants?|models?|llms?|ais?|chatbots?|claude|chatgpt|gpt|gemini|copilot)(?: that read this| reading this)? (?:must|should|shall|are to|is to|have to|has to|need to)$/.test(
      lead,
    ) ||
    /(?:^|[\n.!?:;,>\])]\s?)(?:hey |dear |attention )?(?:agents?|assistants?|ai|llm|claude|chatgpt|gemini|copilot)$/.test(
      lead,
    ) ||
    /\b(?:reading|read|reads|see|seeing|parsing|processing) this$/.test(lead)
  );
}

// What is said of attacks, in words that begin so, in the languages whose attacks are known.
const aboutAttacks = (): RegExp =>
  /\b(?:guard|defen[sc]|detect|block|flag|refus|reject|filter|catch|caught|identif|recogni[sz]|prevent|defend|protect|resist|scan|classif|spot|mitigat|saniti[sz]|strip|redact|neutrali[sz]|attack|jailbreak|inject|phrase|pattern|attempt|adversarial|malicious|payload|hijack|exploit|poison|red[ -]?team|vulnerab|suscept|robust|trick|erkenn|erkannt|blockier|angriff|attaqu|bloqu|attac|ataqu|ataca|rileva|blocca|filtra)|\u0430\u0442\u0430\u043a|\u043e\u0431\u043d\u0430\u0440\u0443\u0436|\u0431\u043b\u043e\u043a\u0438\u0440|\u68c0\u6d4b|\u6aa2\u6e2c|\u653b\u51fb|\u653b\u64ca|\u62e6\u622a|\u691c\u51fa|\u653b\u6483|\u691c\u77e5|\ud0d0\uc9c0|\uacf5\uaca9|\ucc28\ub2e8/;
const aboutMarkup = (): RegExp =>
  /\b(?:token|template|delimiter|marker|tag|element|syntax|format|markup|chatml|xml|html|special|header)/;

/** Whether a text speaks of the phrase instead of saying it: "detects “…”", "blocks … attacks". */
export function isSpokenOf(phrase: Phrase, isMarkup: boolean): boolean {
  const { text, start, end, amongLimitations } = phrase;
  const isAbout = (words: string): boolean => aboutAttacks().test(words) || (isMarkup && aboutMarkup().test(words));
  const marks = quotationAround(phrase);
  if (marks) {
    return amongLimitations || isAbout(`${sentenceBefore(text, marks[0])} ${sentenceAfter(text, marks[1])}`);
  }
  const after = text.slice(end, end + 60);
  if (
    /^[\s-]?(?:style\s|type\s|based\s|like\s)?(?:attacks?|injections?|attempts?|jailbreaks?|payloads?|phrases?|patterns?|exploits?)\b/.test(
      after,
    )
  ) {
    return true;
  }
  const before = sentenceBefore(text, start);
  // Of a list of attacks, a colon or comma stands before each.
  if (
    /(?:^|[^\w])(?:attacks?|injections?|jailbreaks?|phrases|patterns|attempts|payloads|prompts) (?:such as|like|including|as in|e\u2024g\u2024|for example)?:?[^:;]{0,120}$/.test(
      before,
    )
  ) {
    return isAbout(before) && /(?:such as|like|including|as in|e\u2024g\u2024|for example|:)/.test(before);
  }
  return (
    isMarkup &&
    isAbout(`${before} ${sentenceAfter(text, end)}`) &&
    !/^\s?(?:system|user|assistant|developer)\b/.test(after)
  );
}

const closing: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '\u201c': '\u201d',
  '\u201e': '\u201c\u201d',
  '\u00ab': '\u00bb',
  '\u00bb': '\u00ab',
  '\u2039': '\u203a',
  '\u300c': '\u300d',
  '\u300e': '\u300f',
};

/** The offsets before and behind the marks of the quotation that a phrase stands in. */
function quotationAround({ text, start, end }: Phrase): readonly [before: number, behind: number] | undefined {
  const marks = /["'`\u201c\u201e\u00ab\u00bb\u2039\u300c\u300e]/;
  const from = Math.max(0, start - REACH);
  for (let open = start; open >= from; open--) {
    const mark = text.charAt(open);
    if (!marks.test(mark)) continue;
    if (/["'`]/.test(mark) && !(/^[\s([{:,/\u2014\u2013-]?$/.test(text.charAt(open - 1)) && open >= 0)) {
      // An apostrophe, or the end of another quotation.
      if (mark === "'") continue;
      return undefined;
    }
    const close = closingAfter(text, end, closing[mark] ?? mark);
    if (close !== undefined) return [open, close + 1];
  }
  return undefined;
}

function closingAfter(text: string, end: number, marks: string): number | undefined {
  // A phrase may have taken the mark in.
  for (let at = Math.max(0, end - 1); at < Math.min(text.length, end + REACH); at++) {
    if (marks.includes(text.charAt(at)) && !/[\w]/.test(text.charAt(at + 1))) return at;
  }
  return undefined;
}

/** Full stops that end no sentence are taken for others. */
function withoutAbbreviations(text: string): string {
  return text.replace(/\be\.\s?g\.|\bi\.\s?e\.|\betc\.|\bz\.\s?b\./g, (found) => found.replaceAll('.', '\u2024'));
}

function sentenceBefore(text: string, end: number): string {
  const before = withoutAbbreviations(text.slice(Math.max(0, end - REACH), end));
  return before.slice(lastSentenceEnd(before));
}

function lastSentenceEnd(text: string): number {
  let last = 0;
  for (const { index } of text.matchAll(/[.!?]\s|[\u3002]/g)) last = index + 1;
  return last;
}

function sentenceAfter(text: string, start: number): string {
  const after = withoutAbbreviations(text.slice(start, start + REACH));
  return after.slice(0, /[.!?](?:\s|$)|[\u3002]/.exec(after)?.index ?? after.length);
}
