import { type Diagnostic, diagnose, type Fix, type Range, type TextEdit } from '../diagnostic.js';
import { nearest } from '../encoding/nearest.js';
import { quote } from '../encoding/printable.js';
import { lineTable } from '../encoding/position.js';
import { catalogue, isRuleId } from '../validate/catalogue.js';
import { MAX_FINDINGS } from '../validate/finding.js';
import { type Edit, lineEnd, lineStart, nextLine, spacesBefore } from './edits.js';
import { MAX_DIAGNOSTICS } from './more-problems.js';
import type { Comment } from './yaml.js';

/** A comment that asks for silence: `# passport: ignore[rule-id, …] reason`. */
interface Ignore {
  readonly comment: Comment;
  /** As they stand between the brackets. */
  readonly listed: readonly string[];
  /** How many different ones these are. */
  readonly count: number;
  /** Those that can be ignored. */
  readonly ruleIds: readonly string[];
  /** The line that it is about: its own, or the next that says something where it has a line to itself. */
  readonly line: number;
  readonly range: Range;
}

const form = /^#\s*passport:\s*ignore\s*\[([^\]]*)\]\s*:?\s*(.*)$/;
// What is most likely meant as one: a word wrong, a bracket missing.
const nearlyForm = /^#+\s*passport\s*:/i;

/**
 * The diagnostics that no comment of the author's asks to leave out, and what is wrong with those comments.
 * What stops a build cannot be left out: it would be built all the same, and refused.
 * @param tryOut which of some removals leave all else in the text as it is
 */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  comments: readonly Comment[],
  text: string,
  file: string | undefined,
  tryOut: (removals: readonly Edit[]) => ReadonlyMap<Edit, TextEdit> = () => new Map(),
): readonly Diagnostic[] {
  const meant = comments.filter((comment) => nearlyForm.test(comment.text));
  if (meant.length === 0) return diagnostics;
  const at = lineTable(text);
  const lineMeant = linesMeant(text, at);
  const said: Diagnostic[] = [];
  const say = (ruleId: string, message: string, range: Range, hint: string, suggestions?: readonly string[]): void => {
    said.push(diagnose({ ruleId, severity: 'warning', message, file, range, hint, suggestions }));
  };
  const meantRule = nearestRules();
  const ignores: Ignore[] = [];
  for (const { text: comment, offset } of meant) {
    const range = { start: at(offset), end: at(offset + comment.trimEnd().length) };
    const match = form.exec(comment.trimEnd());
    if (!match) {
      say('ignore/malformed', 'this comment ignores nothing', range, 'write # passport: ignore[rule-id] reason');
      continue;
    }
    const [, ids = '', reason = ''] = match;
    const listed = ids.split(',');
    const ruleIds = [...new Set(listed.map((id) => id.trim()))];
    if (reason === '') {
      say('ignore/no-reason', 'this comment does not say why', range, 'write the reason behind the bracket');
      continue;
    }
    ignores.push({
      comment: { text: comment, offset },
      listed,
      count: ruleIds.length,
      ruleIds: ruleIds.filter((id) => mayIgnore(id, range, meantRule, say)),
      line: lineMeant(offset),
      range,
    });
  }
  const left = new Set(diagnostics);
  const byRule = placesByRule(diagnostics);
  const idle: Array<{ readonly ignore: Ignore; readonly ruleId: string }> = [];
  for (const ignore of ignores) {
    const { ruleIds, line } = ignore;
    for (const ruleId of ruleIds) {
      const found = byRule.get(ruleId);
      const ignored = found?.byLine.get(line) ?? [];
      for (const diagnostic of ignored) left.delete(diagnostic);
      // Of what is found too often, nobody has looked for the rest.
      if (ignored.length === 0 && (found?.count ?? 0) < MAX_FINDINGS) idle.push({ ignore, ruleId });
    }
  }
  const fixes = removals(idle, text, tryOut);
  for (const [index, { ignore, ruleId }] of idle.entries()) {
    const { line, range } = ignore;
    const message = `nothing is ignored: ${ruleId} finds nothing there`;
    const hint = `line ${line} has no such problem: remove the comment`;
    said.push(
      diagnose({ ruleId: 'ignore/unused', severity: 'warning', message, file, range, hint, fix: fixes[index] }),
    );
  }
  return [...left, ...said];
}

/** Where each rule finds how much. */
function placesByRule(
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, { count: number; readonly byLine: Map<number | undefined, Diagnostic[]> }> {
  const byRule = new Map<string, { count: number; readonly byLine: Map<number | undefined, Diagnostic[]> }>();
  for (const diagnostic of diagnostics) {
    const { ruleId, range } = diagnostic;
    const places = byRule.get(ruleId) ?? { count: 0, byLine: new Map<number | undefined, Diagnostic[]>() };
    if (places.count++ === 0) byRule.set(ruleId, places);
    const ofLine = places.byLine.get(range?.start.line);
    if (ofLine) ofLine.push(diagnostic);
    else places.byLine.set(range?.start.line, [diagnostic]);
  }
  return byRule;
}

/** The fix of each that ignores nothing: its comment goes, or its id where the comment has others. */
function removals(
  idle: ReadonlyArray<{ readonly ignore: Ignore; readonly ruleId: string }>,
  text: string,
  tryOut: (removals: readonly Edit[]) => ReadonlyMap<Edit, TextEdit>,
): Array<Fix | undefined> {
  const countOf = new Map<Ignore, number>();
  for (const { ignore } of idle) countOf.set(ignore, (countOf.get(ignore) ?? 0) + 1);
  const whole = new Map<Ignore, Edit>();
  const planned = idle.map(({ ignore, ruleId }): Edit => {
    if (countOf.get(ignore) !== ignore.count) return withoutId(ignore, ruleId);
    const edit = whole.get(ignore) ?? withoutComment(ignore.comment, text);
    whole.set(ignore, edit);
    return edit;
  });
  const tried = tryOut([...new Set(planned)]);
  return planned.map((edit, index) => {
    const found = tried.get(edit);
    const isWhole = edit === whole.get((idle[index] as { ignore: Ignore }).ignore);
    const description = isWhole ? 'remove the comment' : 'remove the rule from the comment';
    return found && { description, safe: true, edits: [found] };
  });
}

/** With the spaces before it, and with its line where it has one to itself. */
function withoutComment({ text: comment, offset }: Comment, text: string): Edit {
  const start = offset - spacesBefore(text, offset);
  const end = offset + comment.trimEnd().length;
  const hasLine = start === lineStart(text, offset) && lineEnd(text, end) === end;
  return { span: [start, hasLine ? nextLine(text, end) : end], text: '' };
}

/** One id of several, with its comma. */
function withoutId({ comment, listed }: Ignore, ruleId: string): Edit {
  const index = listed.findIndex((id) => id.trim() === ruleId);
  const before = comment.offset + comment.text.indexOf('[') + 1 + listed.slice(0, index).join(',').length;
  const length = (listed[index] as string).length + 1;
  const spaces = index > 0 ? 0 : (/^ */.exec(listed[1] ?? '')?.[0].length ?? 0);
  return { span: [before, before + length + spaces], text: '' };
}

/** The rule that is most likely meant by another name: for the first of them, as no more are shown. */
function nearestRules(): (id: string) => string | undefined {
  const ruleIds = Object.keys(catalogue);
  let asked = 0;
  return (id) => (asked++ < MAX_DIAGNOSTICS ? nearest(id, ruleIds) : undefined);
}

function mayIgnore(
  id: string,
  range: Range,
  meantRule: (id: string) => string | undefined,
  say: (ruleId: string, message: string, range: Range, hint: string, suggestions?: readonly string[]) => void,
): boolean {
  if (!isRuleId(id)) {
    const meant = meantRule(id);
    const hint = meant === undefined ? 'passport rules lists all' : `did you mean ${meant}?`;
    say('ignore/unknown-rule', `there is no rule ${quote(id)}`, range, hint, meant === undefined ? [] : [meant]);
    return false;
  }
  if (catalogue[id].fixed || id.startsWith('ignore/')) {
    say(
      'ignore/not-ignorable',
      `${id} cannot be ignored`,
      range,
      'mend what it finds: a passport is not built with it',
    );
    return false;
  }
  return true;
}

/**
 * The line that a comment is about: behind something its own, else the next line that is more than a comment.
 * Comments are asked for in the order of the text.
 */
function linesMeant(text: string, at: ReturnType<typeof lineTable>): (offset: number) => number {
  const next = /(?:^|\r\n|\n|\r)[^\S\r\n]*[^\s#]/g;
  // One search does for all the comments that it passes over.
  let found: { readonly index: number; readonly line: number | undefined } | undefined;
  return (offset) => {
    const { line, column } = at(offset);
    const before = text.slice(offset - column + 1, offset);
    if (before.trim() !== '') return line;
    if (!found || found.index < offset) {
      next.lastIndex = offset;
      const match = next.exec(text);
      found = match
        ? { index: match.index, line: at(match.index + match[0].length - 1).line }
        : { index: text.length, line: undefined };
    }
    return found.line ?? line;
  };
}
