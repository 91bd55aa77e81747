import { MAX_DEPTH } from '../encoding/json.js';
import type { JsonValue } from '../encoding/json-value.js';
import { appendPointer } from '../encoding/pointer.js';
import { PassportError } from '../errors.js';
import { type Finding, type PlannedFix, toDiagnostic, withoutCharacters } from './finding.js';
import { receivedField } from './received.js';
import { bidiControl } from './rules/bidi-control.js';
import { controlCharacter } from './rules/control-character.js';
import { instructionLike } from './rules/instruction-like.js';
import { loneSurrogate } from './rules/lone-surrogate.js';
import { secret } from './rules/secret.js';
import type { Deletion, TextRule } from './rules/text-rule.js';
import { zeroWidth } from './rules/zero-width.js';

export const textRules: readonly TextRule[] = [
  bidiControl,
  controlCharacter,
  instructionLike,
  loneSurrogate,
  secret,
  zeroWidth,
];

/**
 * What is unsafe to show or to pass on in any text of a value, names of members included.
 * @throws PassportError ERR_INVALID_SOURCE for a value that no reader returns: nested too deep, or holding itself
 */
export function checkTexts(value: JsonValue): Finding[] {
  const texts: FoundText[] = [];
  collectTexts(value, '', 1, texts);
  const words = texts.map(({ text }) => text);
  const rules = textRules.map((rule) => ({ rule, find: rule.findAmong?.(words) ?? rule.find.bind(rule) }));
  return texts.flatMap((text) => checkText(text, rules));
}

interface FoundText {
  readonly text: string;
  readonly pointer: string;
  readonly part: 'key' | 'value';
}

function collectTexts(value: JsonValue, pointer: string, depth: number, texts: FoundText[]): void {
  if (typeof value === 'string') texts.push({ text: value, pointer, part: 'value' });
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw nestedTooDeep();
  const isList = Array.isArray(value);
  for (const [name, member] of Object.entries(value)) {
    const at = appendPointer(pointer, name);
    if (!isList) texts.push({ text: name, pointer: at, part: 'key' });
    collectTexts(member, at, depth + 1, texts);
  }
}

function nestedTooDeep(): PassportError {
  const message = `nested deeper than ${MAX_DEPTH} levels, or an object holds itself`;
  const hint = 'give a value as it is read from a file: no source needs this depth';
  const diagnostic = toDiagnostic({ ruleId: 'json/nesting', severity: 'error', message, pointer: '', hint });
  return new PassportError('ERR_INVALID_SOURCE', message, { hint, diagnostics: [diagnostic] });
}

interface ReadyRule {
  readonly rule: TextRule;
  readonly find: TextRule['find'];
}

function checkText({ text, pointer, part }: FoundText, rules: readonly ReadyRule[]): Finding[] {
  const findings: Finding[] = [];
  for (const { rule, find } of rules) {
    const found = find(text, pointer);
    if (found === undefined) continue;
    const field =
      part === 'key' ? `a key of ${receivedField(pointer.slice(0, pointer.lastIndexOf('/')))}` : receivedField(pointer);
    findings.push({
      ruleId: rule.id,
      severity: rule.severity,
      message: `${field} ${found.what}`,
      pointer,
      part,
      within: found.span,
      hint: rule.hint,
      fix: rule.deletion && planDeletion(rule.deletion, text),
    });
  }
  return findings;
}

/** A text that has nothing else is not mended by being emptied. */
function planDeletion({ description, safe, offsets }: Deletion, text: string): PlannedFix | undefined {
  const change = { kind: 'delete-characters', offsets: offsets(text) } as const;
  return withoutCharacters(text, change.offsets).trim() === '' ? undefined : { description, safe, change };
}
