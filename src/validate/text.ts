import type { JsonValue } from '../encoding/json-value.js';
import { appendPointer, fieldName } from '../encoding/pointer.js';
import type { Finding } from './finding.js';
import { bidiControl } from './rules/bidi-control.js';
import { controlCharacter } from './rules/control-character.js';
import { instructionLike } from './rules/instruction-like.js';
import { loneSurrogate } from './rules/lone-surrogate.js';
import { secret } from './rules/secret.js';
import type { TextRule } from './rules/text-rule.js';
import { zeroWidth } from './rules/zero-width.js';

export const textRules: readonly TextRule[] = [
  bidiControl,
  controlCharacter,
  instructionLike,
  loneSurrogate,
  secret,
  zeroWidth,
];

/** What is unsafe to show or to pass on in any text of a value, names of members included. */
export function checkTexts(value: JsonValue, pointer = ''): Finding[] {
  if (typeof value === 'string') return checkText(value, pointer, 'value');
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => checkTexts(item, appendPointer(pointer, index)));
  return Object.entries(value).flatMap(([name, member]) => {
    const at = appendPointer(pointer, name);
    return [...checkText(name, at, 'key'), ...checkTexts(member, at)];
  });
}

function checkText(text: string, pointer: string, part: 'key' | 'value'): Finding[] {
  const findings: Finding[] = [];
  for (const rule of textRules) {
    const found = rule.find(text);
    if (found === undefined) continue;
    const field =
      part === 'key' ? `a key of ${fieldName(pointer.slice(0, pointer.lastIndexOf('/')))}` : fieldName(pointer);
    findings.push({
      ruleId: rule.id,
      severity: rule.severity,
      message: `${field} ${found}`,
      pointer,
      part,
      hint: rule.hint,
    });
  }
  return findings;
}
