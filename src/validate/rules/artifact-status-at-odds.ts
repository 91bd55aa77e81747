import { quoteReceived, receivedField } from '../received.js';
import type { SourceView, TextEntry } from '../source-view.js';
import { hasStem } from '../stems.js';
import type { SourceRule } from './source-rule.js';

const itself =
  '(?:agent|api|app|artifact|benchmark|cli|dataset|extension|framework|library|model|package|platform|plugin|product|project|prompt|repo|repository|server|service|site|skill|software|template|tool|version|webapp|workflow)';
const over =
  '(?:deprecated|archived|discontinued|abandoned|retired|unmaintained|sunset(?:ted)?|shut down|no longer (?:actively )?(?:maintained|developed|supported|updated|available)|not (?:actively )?maintained(?: anymore| any more| any longer)?|at (?:its )?end[ -]of[ -]life)';
const alive = '(?:actively|being) (?:maintained|developed)|under active development';

/** Behind it nothing more, or when and by whom. Whatever else follows limits it: on one system, for some, at times. */
const whole =
  '(?=\\s*(?:$|[.;:!,)(—–]|-\\s)|\\s(?:since|as of|in favou?r of|and|but|by|due to|because|last (?:year|month|week)|(?:in|on) (?:(?:early |late )?(?:19|20)\\d\\d|(?:\\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})|(?:any more|anymore|any longer|now|today|please))\\b)';

/** A sentence about the artifact itself, not about what it handles: "this server is …", not "finds what is …". */
function statement(said: string): RegExp {
  const subject = `(?<!\\b(?:if|whether|when|once|unless|until|that|says?|saying|reads?) )\\bthis ${itself}`;
  const verb = '(?:is|was|has been|is now|will be|is being|is currently|is still)';
  return new RegExp(`${subject} ${verb} (?:now |officially |currently |still )?(?:${said})${whole}`, 'i');
}

/**
 * The word alone at the beginning of a text or sentence, as a note: "Deprecated: use …", "No longer maintained." What
 * stands before a comma or colon may be one of a list: "archived, deleted and spam messages are skipped".
 */
function note(said: string): RegExp {
  const goesOn =
    '(?:use|see|please|superseded|replaced|moved|migrate|switch|no longer|not|it|this|we|the (?:project|repository|author|maintainer|team)|there|do not|since|as of|in favou?r)';
  const end = `(?:\\s*$|\\s*[;.!](?:\\s|$)|(?:\\s*[:,(—–]|\\s-)\\s*${goesOn}\\b|\\s(?:since|as of|in favou?r of)\\b)`;
  return new RegExp(`(?:^|[.!]\\s)(?:[*_[(]{1,3}(?:${said})[*_\\])]{1,3}(?!\\w)|(?:${said})${end})`, 'i');
}

// In a name, the word is part of it unless brackets, a dash or capitals set it apart.
const overInName =
  /[[(]\s?(?:deprecated|archived?|discontinued|unmaintained|abandoned|retired|sunset|eol)\s?[\])]|^(?:deprecated|archived|discontinued|unmaintained|abandoned|retired)\s?[:–—-]\s|\s[–—-]\s(?:deprecated|archived|discontinued|unmaintained|abandoned|retired)$/i;
const overInCapitals = /\b(?:DEPRECATED|DISCONTINUED|UNMAINTAINED|ARCHIVED)\b/;
const overTags: ReadonlySet<string> = new Set(
  'abandoned archived deprecated discontinued end-of-life eol no-longer-maintained not-maintained sunsetted unmaintained'.split(
    ' ',
  ),
);
const aliveTags: ReadonlySet<string> = new Set(['active-development', 'actively-developed', 'actively-maintained']);

// In any of those below.
const stems =
  'deprecat archiv discontinu abandon retired maintained sunset shut_down no_longer end_of end-of actively_dev being_dev active_dev'
    .split(' ')
    .map((stem) => stem.replace('_', ' '));

// Made when a text first asks for them.
let overPatterns: readonly RegExp[] | undefined;
let alivePatterns: readonly RegExp[] | undefined;
const sayingOver = (): readonly RegExp[] => (overPatterns ??= [statement(over), note(over)]);
const sayingAlive = (): readonly RegExp[] => (alivePatterns ??= [statement(alive), note(alive)]);

export const artifactStatusAtOdds: SourceRule = {
  id: 'artifact/status-at-odds',
  *check(source) {
    const { status, name, tags = [] } = source.artifact;
    const active = status === undefined || status.text === 'active';
    if (!active && status.text !== 'inactive') return;
    const witness = active
      ? (nameSaying(name) ?? tagAmong(tags, overTags) ?? textSaying(source, sayingOver))
      : (tagAmong(tags, aliveTags) ?? textSaying(source, sayingAlive));
    if (witness === undefined) return;
    const { entry, words } = witness;
    const said = `${receivedField(entry.pointer)} says ${quoteReceived(words)}`;
    if (status === undefined) {
      yield {
        message: `${said}, but without a status the passport calls it active`,
        pointer: entry.pointer,
        hint:
          source.kind === 'manifest'
            ? 'a manifest has no place for a status: write a source with status: inactive, or change the text'
            : 'add status: inactive to the artifact, or change the text',
      };
      return;
    }
    const other = active ? 'inactive' : 'active';
    yield {
      message: `${receivedField(status.pointer)} is ${status.text}, but ${said}`,
      pointer: status.pointer,
      hint: `write ${other}, or change the text`,
      suggestions: [other],
      fix: { description: `write ${other}`, safe: false, change: { kind: 'write', text: other } },
      related: [{ message: 'what says otherwise', pointer: entry.pointer }],
    };
  },
};

type Patterns = () => readonly RegExp[];

interface Witness {
  readonly entry: TextEntry;
  readonly words: string;
}

function nameSaying(name: TextEntry | undefined): Witness | undefined {
  const found = name && (overInName.exec(name.text) ?? overInCapitals.exec(name.text));
  return found ? { entry: name, words: found[0].trim() } : undefined;
}

function tagAmong(tags: readonly TextEntry[], words: ReadonlySet<string>): Witness | undefined {
  const entry = tags.find(({ text }) => words.has(text.toLowerCase().replaceAll(/[ _]/g, '-')));
  return entry && { entry, words: entry.text };
}

/** In descriptions and limitations: the one says what it is, the other what to reckon with. */
function textSaying({ capabilities }: SourceView, patterns: Patterns): Witness | undefined {
  for (const { description, limitations = [] } of capabilities) {
    for (const entry of [description ?? [], limitations].flat()) {
      const words = saying(entry.text, patterns);
      if (words !== undefined) return { entry, words };
    }
  }
  return undefined;
}

function saying(text: string, patterns: Patterns): string | undefined {
  const folded = text.replaceAll(/\s+/g, ' ');
  if (!hasStem(folded, stems)) return undefined;
  for (const pattern of patterns()) {
    const found = pattern.exec(folded);
    if (found) return found[0].replace(/^[.!\s]+|\s+$/g, '');
  }
  return undefined;
}
