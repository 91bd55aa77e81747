import { nearest } from '../encoding/nearest.js';
import { isRuleId } from '../validate/catalogue.js';

/** What a comment of the form `# passport: ignore[rule-id, …] reason` says. */
export interface IgnoreComment {
  /** Offset behind the opening bracket, in the comment. */
  readonly start: number;
  /** As they stand between the brackets, with their blanks. */
  readonly listed: readonly string[];
  /** Empty where none is given. */
  readonly reason: string;
}

// So much is looked at of a comment that is not of the form: whoever meant it wrote it at the beginning.
const MAX_LOOKED_AT = 300;

/** @returns undefined for a comment of another form */
export function parseIgnore(comment: string): IgnoreComment | undefined {
  const match = /^#\s*passport:\s*ignore\s*\[([^\]]*)\]/.exec(comment);
  if (!match) return undefined;
  const [head, ids = ''] = match;
  const reason = comment.slice(head.length).trim().replace(/^:\s*/, '');
  return { start: head.length - 1 - ids.length, listed: ids.split(','), reason };
}

/**
 * Whether a comment that is not of the form was meant to be: `passport` and `ignore` joined as no prose joins them, or
 * a word for ignoring before brackets or a rule that there is. Prose about a passport, or about ignoring, is neither.
 */
export function isNearlyIgnore(comment: string): boolean {
  const start = comment.slice(0, MAX_LOOKED_AT);
  const [head = '', name, joint = '', verb = ''] =
    /^#[#\s]*[!@]?((?:trust-?)?passport(?![a-z]))?([\s:=_-]{0,8})([a-z]{2,12})?/i.exec(start) ?? [];
  const rest = start.slice(head.length);
  const namesRule = (form: RegExp): boolean => isRuleId(form.exec(rest)?.[1]?.toLowerCase() ?? '');
  const hasRuleInBrackets = namesRule(/^[\s:=-]{0,4}[[({]\s*["'`]?([a-z]+\/[a-z-]+)/i);
  if (name === undefined || verb === '')
    return hasRuleInBrackets && (verb === '' ? name !== undefined : silences(verb));
  if (!silences(verb)) return false;
  if (verb.toLowerCase() === 'ignore' && /[:=_-]/.test(joint) && /^(?:$|[\s[({:=])/.test(rest)) return true;
  return /^\s*\[/.test(rest) || hasRuleInBrackets || namesRule(/^[\s:=-]{1,4}["'`]?([a-z]+\/[a-z-]+)/i);
}

/** The rules that a comment names, wherever it does. */
export function rulesNamed(comment: string): string[] {
  const words =
    comment
      .slice(0, MAX_LOOKED_AT)
      .toLowerCase()
      .match(/[a-z]+\/[a-z0-9-]+/g) ?? [];
  return [...new Set(words.filter(isRuleId))];
}

function silences(verb: string): boolean {
  return nearest(verb, ['ignore']) !== undefined || /^(?:disable|suppress|silence|skip|allow|mute|noqa)$/i.test(verb);
}
