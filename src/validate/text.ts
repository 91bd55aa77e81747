import { type JsonValue, MAX_DEPTH } from '../encoding/json-value.js';
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
import { rulesAmong, type RulesFor, TextScreen } from './text-screen.js';
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
  const findings: Finding[] = [];
  const rulesFor = screen || ++valuesChecked > FEW ? textScreen().rulesFor : rulesAmong(textRules, textsOf(value));
  checkValue(value, undefined, 1, { rulesFor, findings });
  return findings;
}

/**
 * Whether `checkTexts` would find nothing in the value of a compact JSON text (`ReadJson.compact`), known from its bytes
 * in less time than it takes to walk through the value. False where that is not sure.
 */
export function textsPass(json: Uint8Array): boolean {
  return textScreen().passes(json);
}

// Of a few values all would have been said before it is made.
let screen: TextScreen | undefined;
let valuesChecked = 0;
const FEW = 2;

function textScreen(): TextScreen {
  return (screen ??= new TextScreen(textRules));
}

function textsOf(value: JsonValue): string[] {
  const texts: string[] = [];
  const collect = (one: JsonValue, depth: number): void => {
    if (typeof one === 'string') texts.push(one);
    if (typeof one !== 'object' || one === null) return;
    if (depth > MAX_DEPTH) throw nestedTooDeep();
    if (!Array.isArray(one)) texts.push(...Object.keys(one));
    for (const member of Object.values(one)) collect(member, depth + 1);
  };
  collect(value, 1);
  return texts;
}

interface Check {
  readonly rulesFor: RulesFor;
  readonly findings: Finding[];
}

/** The names that lead to a value, the last one first: a pointer is made for what is found alone. */
interface Place {
  readonly name: string | number;
  readonly within: Place | undefined;
}

function checkValue(value: JsonValue, place: Place | undefined, depth: number, check: Check): void {
  if (typeof value === 'string') return checkText(value, place, undefined, 'value', check);
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw nestedTooDeep();
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item = value[i] as JsonValue;
      if (typeof item === 'string') checkText(item, place, i, 'value', check);
      else checkValue(item, { name: i, within: place }, depth + 1, check);
    }
    return;
  }
  const names = Object.keys(value);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    checkName(name, place, check);
    const member = value[name] as JsonValue;
    if (typeof member === 'string') checkText(member, place, name, 'value', check);
    else checkValue(member, { name, within: place }, depth + 1, check);
  }
}

// Documents repeat a few names. In these no rule finds anything, wherever they stand.
const goodNames = new Set<string>();
const [MOST_NAMES, LONGEST_NAME] = [4096, 64];

function checkName(name: string, within: Place | undefined, check: Check): void {
  if (goodNames.has(name)) return;
  const isGood = check.rulesFor(name).length === 0;
  if (!isGood) checkText(name, within, name, 'key', check);
  else if (name.length <= LONGEST_NAME && goodNames.size < MOST_NAMES) goodNames.add(name);
}

function pointerTo(place: Place | undefined): string {
  return place === undefined ? '' : appendPointer(pointerTo(place.within), place.name);
}

function nestedTooDeep(): PassportError {
  const message = `nested deeper than ${MAX_DEPTH} levels, or an object holds itself`;
  const hint = 'give a value as it is read from a file: no source needs this depth';
  const diagnostic = toDiagnostic({ ruleId: 'json/nesting', severity: 'error', message, pointer: '', hint });
  return new PassportError('ERR_INVALID_SOURCE', message, { hint, diagnostics: [diagnostic] });
}

/** @param name in what is at `within`; undefined for that itself */
function checkText(
  text: string,
  within: Place | undefined,
  name: string | number | undefined,
  part: 'key' | 'value',
  { rulesFor, findings }: Check,
): void {
  const rules = rulesFor(text);
  if (rules.length === 0) return;
  const pointer = name === undefined ? pointerTo(within) : appendPointer(pointerTo(within), name);
  for (const { rule, isMet } of rules) {
    const found = rule.find(text, pointer, isMet);
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
}

/** A text that has nothing else is not mended by being emptied. */
function planDeletion({ description, safe, offsets }: Deletion, text: string): PlannedFix | undefined {
  const change = { kind: 'delete-characters', offsets: offsets(text) } as const;
  return withoutCharacters(text, change.offsets).trim() === '' ? undefined : { description, safe, change };
}
