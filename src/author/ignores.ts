import { type Diagnostic, diagnose, type Fix, type Range, type TextEdit } from '../diagnostic.js';
import { nearest } from '../encoding/nearest.js';
import { quote } from '../encoding/printable.js';
import { lineTable } from '../encoding/position.js';
import { catalogue, isRuleId, type RuleId } from '../validate/catalogue.js';
import { MAX_FINDINGS } from '../validate/finding.js';
import { type Edit, lineEnd, lineStart, nextLine, spacesBefore } from './edits.js';
import { FoundPlaces } from './found-places.js';
import { type IgnoreComment, isNearlyIgnore, parseIgnore, rulesNamed } from './ignore-comment.js';
import { type About, type Extents, meantBy } from './ignored-place.js';
import { MAX_DIAGNOSTICS } from './more-problems.js';
import type { Comment } from './yaml.js';

/** A comment that asks for silence, and where. */
interface Ignore extends IgnoreComment {
  readonly comment: Comment;
  /** How many different rules it lists. */
  readonly count: number;
  /** Those that can be ignored. */
  readonly ruleIds: readonly string[];
  /** What it is about. */
  readonly about: About;
  readonly range: Range;
}

/** What there is to know of a text for its comments. */
export interface IgnoreContext {
  readonly file: string | undefined;
  /** The value that begins at an offset, with its name or dash before it; its end. */
  readonly extents: () => Extents;
  /** Whether all that a rule could find was looked for: only then can it be said that it finds nothing. */
  readonly isJudged: (ruleId: RuleId) => boolean;
  /** Which of some removals leave all else in the text as it is. */
  readonly tryOut: (removals: readonly Edit[]) => ReadonlyMap<Edit, TextEdit>;
}

export interface Unsilenced {
  /** Those that no comment asks to leave out, and what is wrong with the comments. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a comment asks to leave out what a rule, judging elsewhere, finds at an offset. */
  readonly isIgnored: (ruleId: RuleId, offset: number) => boolean;
}

/**
 * The diagnostics that no comment of the author's asks to leave out, and what is wrong with those comments.
 * What stops a build cannot be left out: it would be built all the same, and refused.
 */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  comments: readonly Comment[],
  text: string,
  { file, extents, isJudged, tryOut }: IgnoreContext,
): Unsilenced {
  const meant = comments.filter(({ text: comment }) => isMeantToIgnore(comment));
  if (meant.length === 0) return { diagnostics, isIgnored: () => false };
  const at = lineTable(text);
  const aboutOf = meantBy(text, at, extents());
  const said: Diagnostic[] = [];
  const say: Say = (ruleId, message, range, hint, more) => {
    said.push(diagnose({ ruleId, severity: 'warning', message, file, range, hint, ...more }));
  };
  const meantRule = nearestRules();
  const ignores: Ignore[] = [];
  for (const comment of meant) {
    const { text: written, offset } = comment;
    const range = { start: at(offset), end: at(offset + written.trimEnd().length) };
    const parsed = parseIgnore(written);
    if (!parsed) {
      const hint = `write # passport: ignore[${rulesNamed(written).join(', ') || 'rule-id'}] reason`;
      say(
        'ignore/malformed',
        'this comment ignores nothing: it has not the form of one that ignores a rule',
        range,
        hint,
      );
      continue;
    }
    if (parsed.reason === '') {
      say('ignore/no-reason', 'this comment does not say why', range, 'write the reason behind the bracket');
      continue;
    }
    const ruleIds = [...new Set(parsed.listed.map((id) => id.trim()))];
    ignores.push({
      ...parsed,
      comment,
      count: ruleIds.length,
      ruleIds: ruleIds.filter((id) => mayIgnore(id, range, meantRule, say)),
      about: aboutOf(offset),
      range,
    });
  }
  const places = new FoundPlaces(diagnostics);
  const idle: Idle[] = [];
  for (const ignore of ignores) {
    // Of what is found too often, nobody has looked for the rest.
    const unused = ignore.ruleIds.filter(
      (id) => !places.ignore(id, ignore.about) && isRuleId(id) && isJudged(id) && places.count(id) < MAX_FINDINGS,
    );
    if (unused.length > 0) idle.push({ ignore, unused });
  }
  const fixes = removals(idle, text, tryOut);
  for (const [index, { ignore, unused }] of idle.entries()) {
    const message = `nothing is ignored: ${listOf(unused)} ${unused.length > 1 ? 'find' : 'finds'} nothing there`;
    const what = unused.length < ignore.count ? (unused.length > 1 ? 'the rules' : 'the rule') : 'the comment';
    const last = at(ignore.about.end - 1).line;
    const lines =
      last > ignore.about.line ? `lines ${ignore.about.line} to ${last} have` : `line ${ignore.about.line} has`;
    const hint = `${lines} no such problem: remove ${what}`;
    say('ignore/unused', message, ignore.range, hint, { fix: fixes[index] });
  }
  return {
    diagnostics: [...places.left(), ...said],
    isIgnored: (ruleId, offset) =>
      ignores.some(({ ruleIds, about }) => ruleIds.includes(ruleId) && about.start <= offset && offset < about.end),
  };
}

/** Whether a comment is one that ignores rules, or nearly. */
export function isMeantToIgnore(comment: string): boolean {
  return parseIgnore(comment) !== undefined || isNearlyIgnore(comment);
}

/** A comment with the rules that find nothing where it is. */
interface Idle {
  readonly ignore: Ignore;
  readonly unused: readonly string[];
}

type Say = (
  ruleId: RuleId,
  message: string,
  range: Range,
  hint: string,
  more?: { readonly suggestions?: readonly string[]; readonly fix?: Fix | undefined },
) => void;

function listOf(words: readonly string[]): string {
  const shown = words.slice(0, 3);
  if (words.length > shown.length) return `${shown.join(', ')} and ${words.length - shown.length} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** The fix of each that ignores nothing: its comment goes, or those of its rules where it has others. */
function removals(idle: readonly Idle[], text: string, tryOut: IgnoreContext['tryOut']): Array<Fix | undefined> {
  const planned = idle.map(({ ignore, unused }): Edit =>
    unused.length === ignore.count ? withoutComment(ignore.comment, text) : withoutIds(ignore, unused),
  );
  const tried = tryOut(planned);
  return planned.map((edit, index) => {
    const { ignore, unused } = idle[index] as Idle;
    const what = unused.length === ignore.count ? 'the comment' : 'what ignores nothing from the comment';
    const found = tried.get(edit);
    return found && { description: `remove ${what}`, safe: true, edits: [found] };
  });
}

/** With the spaces before it, and with its line where it has one to itself. */
function withoutComment({ text: comment, offset }: Comment, text: string): Edit {
  const start = offset - spacesBefore(text, offset);
  const end = offset + comment.trimEnd().length;
  const hasLine = start === lineStart(text, offset) && lineEnd(text, end) === end;
  return { span: [start, hasLine ? nextLine(text, end) : end], text: '' };
}

/** Some ids of several, with their commas. */
function withoutIds({ comment, start, listed }: Ignore, unused: readonly string[]): Edit {
  const gone = new Set(unused);
  const left = listed.filter((id) => !gone.has(id.trim())).join(',');
  const first = comment.offset + start;
  return {
    span: [first, first + listed.join(',').length],
    text: gone.has(listed[0]?.trim() ?? '') ? left.trimStart() : left,
  };
}

/** The rule that is most likely meant by another name: for the first of them, as no more are shown. */
function nearestRules(): (id: string) => string | undefined {
  const ruleIds = Object.keys(catalogue);
  let asked = 0;
  return (id) => (asked++ < MAX_DIAGNOSTICS ? nearest(id, ruleIds) : undefined);
}

function mayIgnore(id: string, range: Range, meantRule: (id: string) => string | undefined, say: Say): boolean {
  if (!isRuleId(id)) {
    const meant = meantRule(id);
    const hint = meant === undefined ? 'passport rules lists all' : `did you mean ${meant}?`;
    const suggestions = meant === undefined ? [] : [meant];
    say('ignore/unknown-rule', `there is no rule ${quote(id)}`, range, hint, { suggestions });
    return false;
  }
  if (catalogue[id].fixed || id.startsWith('ignore/')) {
    const hint = 'mend what it finds: a passport is not built with it';
    say('ignore/not-ignorable', `${id} cannot be ignored`, range, hint);
    return false;
  }
  return true;
}
