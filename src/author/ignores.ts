import { type Diagnostic, diagnose, type Range } from '../diagnostic.js';
import { nearest } from '../encoding/nearest.js';
import { quote } from '../encoding/printable.js';
import { lineTable } from '../encoding/position.js';
import { catalogue, isRuleId } from '../validate/catalogue.js';
import type { Comment } from './yaml.js';

/** A comment that asks for silence: `# passport: ignore[rule-id, …] reason`. */
interface Ignore {
  readonly ruleIds: readonly string[];
  readonly reason: string;
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
 */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  comments: readonly Comment[],
  text: string,
  file: string | undefined,
): readonly Diagnostic[] {
  const meant = comments.filter((comment) => nearlyForm.test(comment.text));
  if (meant.length === 0) return diagnostics;
  const at = lineTable(text);
  const said: Diagnostic[] = [];
  const say = (ruleId: string, message: string, range: Range, hint: string, suggestions?: readonly string[]): void => {
    said.push(diagnose({ ruleId, severity: 'warning', message, file, range, hint, suggestions }));
  };
  const ignores: Ignore[] = [];
  for (const { text: comment, offset } of meant) {
    const range = { start: at(offset), end: at(offset + comment.trimEnd().length) };
    const match = form.exec(comment.trimEnd());
    if (!match) {
      say('ignore/malformed', 'this comment ignores nothing', range, 'write # passport: ignore[rule-id] reason');
      continue;
    }
    const [, ids = '', reason = ''] = match;
    const ruleIds = ids.split(',').map((id) => id.trim());
    if (reason === '') {
      say('ignore/no-reason', 'this comment does not say why', range, 'write the reason behind the bracket');
      continue;
    }
    ignores.push({
      ruleIds: ruleIds.filter((id) => mayIgnore(id, range, say)),
      reason,
      line: lineMeant(text, at, offset),
      range,
    });
  }
  const left = new Set(diagnostics);
  for (const { ruleIds, line, range } of ignores) {
    for (const ruleId of ruleIds) {
      const ignored = diagnostics.filter(
        (diagnostic) => diagnostic.ruleId === ruleId && diagnostic.range?.start.line === line,
      );
      for (const diagnostic of ignored) left.delete(diagnostic);
      if (ignored.length === 0) {
        const hint = `line ${line} has no such problem: remove the comment`;
        say('ignore/unused', `nothing is ignored: ${ruleId} finds nothing there`, range, hint);
      }
    }
  }
  return [...left, ...said];
}

function mayIgnore(
  id: string,
  range: Range,
  say: (ruleId: string, message: string, range: Range, hint: string, suggestions?: readonly string[]) => void,
): boolean {
  if (!isRuleId(id)) {
    const meant = nearest(id, Object.keys(catalogue));
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

/** A comment behind something is about its own line, any other about the next line that is more than a comment. */
function lineMeant(text: string, at: ReturnType<typeof lineTable>, offset: number): number {
  const { line, column } = at(offset);
  const before = text.slice(offset - column + 1, offset);
  if (before.trim() !== '') return line;
  const next = /(?:^|\r\n|\n|\r)[^\S\r\n]*[^\s#]/g;
  next.lastIndex = offset;
  const match = next.exec(text);
  return match ? at(match.index + match[0].length - 1).line : line;
}
