import { type Diagnostic, isError } from '../diagnostic.js';
import { valueAt } from '../encoding/pointer.js';
import { type Edit, spliceText } from './edits.js';
import { type ReadSource, readSource } from './source.js';
import { type ValidatedSource, type ValidateOptions, validateRead } from './validate.js';

export interface ApplyOptions {
  /** Also the fixes that may not be what the author meant. */
  readonly unsafe?: boolean | undefined;
}

export interface AppliedFixes {
  readonly text: string;
  /** Those whose fixes are in the text. */
  readonly applied: readonly Diagnostic[];
}

export interface FixedSource extends AppliedFixes, ValidatedSource {
  /** What is left to say of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

const MAX_ROUNDS = 10;

/**
 * A text with the fixes of its diagnostics. Of two that touch each other the first is applied; the other needs the new
 * text validated again. Nothing else in the text changes.
 */
export function applyFixes(
  text: string,
  diagnostics: readonly Diagnostic[],
  { unsafe = false }: ApplyOptions = {},
): AppliedFixes {
  const applied: Diagnostic[] = [];
  const edits: Edit[] = [];
  const taken: Array<readonly [start: number, end: number]> = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (!fix || fix.edits.length === 0 || !(fix.safe || unsafe)) continue;
    const own = fix.edits
      .map(({ range, text: inserted }): Edit => ({ span: [range.start.offset, range.end.offset], text: inserted }))
      .sort((a, b) => a.span[0] - b.span[0]);
    if (!isInOrder(own, text.length)) continue;
    // What stands between the edits of a fix belongs to it.
    const extent = [own[0]?.span[0] ?? 0, own.at(-1)?.span[1] ?? 0] as const;
    if (taken.some(([start, end]) => start <= extent[1] && extent[0] <= end)) continue;
    taken.push(extent);
    edits.push(...own);
    applied.push(diagnostic);
  }
  edits.sort((a, b) => a.span[0] - b.span[0]);
  return { text: spliceText(text, edits), applied };
}

/** Fixes can come from anywhere: none reaches over another of its own, or out of the text. */
function isInOrder(edits: readonly Edit[], length: number): boolean {
  return edits.every(({ span: [start, end] }, index) => {
    const before = edits[index - 1]?.span[1] ?? 0;
    return before <= start && start <= end && end <= length;
  });
}

/**
 * A source with all its fixes, validated and mended until nothing more can be. A fix is taken back if with it the text
 * cannot be read any more or has an error of form that was not there, elsewhere than in what was mended: what only
 * shows once a value has its right name or type is no reason to leave that wrong.
 * @throws PassportError ERR_USAGE for what is no text
 */
export function fixSource(text: string, options: ValidateOptions & ApplyOptions = {}): FixedSource {
  let current = stateOf(text, options);
  const applied: Diagnostic[] = [];
  const refused = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const open = current.validated.diagnostics.filter((diagnostic) => !refused.has(nameOf(diagnostic)));
    const chosen = applyFixes(current.text, open, options).applied;
    const kept = keepGood(current, [], chosen, options);
    for (const diagnostic of chosen) if (!kept.applied.includes(diagnostic)) refused.add(nameOf(diagnostic));
    if (kept.applied.length > 0) current = kept.state;
    applied.push(...kept.applied);
    if (chosen.length === 0) break;
  }
  return { ...current.validated, text: current.text, applied };
}

interface State {
  readonly text: string;
  readonly value: ReadSource['value'];
  readonly validated: ValidatedSource;
}

function stateOf(text: string, options: ValidateOptions): State {
  const read = readSource(text, options);
  return { text, value: read.value, validated: validateRead(read, text, options) };
}

interface Kept {
  readonly applied: readonly Diagnostic[];
  readonly state: State;
}

/** As many of some fixes as can be applied on top of others without harm: all at once, else by halves. */
function keepGood(
  before: State,
  base: readonly Diagnostic[],
  more: readonly Diagnostic[],
  options: ValidateOptions & ApplyOptions,
  state: State = before,
): Kept {
  if (more.length === 0) return { applied: base, state };
  const all = [...base, ...more];
  const next = stateOf(applyFixes(before.text, all, options).text, options);
  if (!isWorse(before, next, all)) return { applied: all, state: next };
  if (more.length === 1) return { applied: base, state };
  const middle = more.length >> 1;
  const first = keepGood(before, base, more.slice(0, middle), options, state);
  return keepGood(before, first.applied, more.slice(middle), options, first.state);
}

function isWorse(before: State, after: State, mended: readonly Diagnostic[]): boolean {
  if (after.value === undefined) return before.value !== undefined;
  const within = new Set(mended.map(({ pointer }) => pointer));
  const known = new Map<string, number>();
  for (const { ruleId, pointer } of before.validated.diagnostics) {
    const kind = kindOf(ruleId, pointer);
    known.set(kind, (known.get(kind) ?? 0) + 1);
  }
  return after.validated.diagnostics.some((diagnostic) => {
    const { ruleId, pointer } = diagnostic;
    // The other rules pass over what is missing or of a wrong type: they may have had nothing to look at before.
    if (!isError(diagnostic) || !/^(?:schema|text)\//.test(ruleId) || pointer === undefined) return false;
    const kind = kindOf(ruleId, pointer);
    const left = known.get(kind) ?? 0;
    known.set(kind, left - 1);
    if (left > 0 || valueAt(before.value ?? null, pointer) === undefined) return false;
    return !withAncestors(pointer).some((above) => within.has(above));
  });
}

/** The same for all entries of a list: the later ones move up when one goes. */
function kindOf(ruleId: string, pointer: string | undefined): string {
  return `${ruleId} ${pointer?.replace(/\/\d+(?=\/|$)/g, '/*')}`;
}

function withAncestors(pointer: string): string[] {
  const all = [pointer];
  for (let at = pointer; at !== '';) {
    at = at.slice(0, at.lastIndexOf('/'));
    all.push(at);
  }
  return all;
}

function nameOf({ ruleId, pointer, range, message }: Diagnostic): string {
  return JSON.stringify([ruleId, pointer ?? range?.start.line, message]);
}
