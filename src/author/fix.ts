import { compareDiagnostics, type Diagnostic, isError } from '../diagnostic.js';
import { valueAt } from '../encoding/pointer.js';
import { type Edit, spliceText } from './edits.js';
import type { Unsilenced } from './ignores.js';
import { type ReadSource, readSource } from './source.js';
import { judgeRead, validated, type ValidatedSource, type ValidateOptions } from './validate.js';

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

type Extent = readonly [start: number, end: number];

const MAX_ROUNDS = 10;
// What is validated, in characters, to mend one text: the longest that there is has two goes.
const BUDGET = 1 << 21;
const MIN_TRIES = 2;

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
  const taken: Extent[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (!fix || fix.edits.length === 0 || !(fix.safe || unsafe)) continue;
    const own = fix.edits
      .map(({ range, text: inserted }): Edit => ({ span: [range.start.offset, range.end.offset], text: inserted }))
      .sort((a, b) => a.span[0] - b.span[0]);
    if (!isInOrder(own, text.length)) continue;
    // What stands between the edits of a fix belongs to it.
    const extent = [own[0]?.span[0] ?? 0, own.at(-1)?.span[1] ?? 0] as const;
    if (!take(taken, extent)) continue;
    // Not spread: one text can have hundreds of thousands of characters to delete.
    for (const edit of own) edits.push(edit);
    applied.push(diagnostic);
  }
  edits.sort((a, b) => a.span[0] - b.span[0]);
  return { text: spliceText(text, edits), applied };
}

/** Puts a stretch among others in the order of the text, unless it touches one of them. */
function take(taken: Extent[], extent: Extent): boolean {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle] as Extent)[1] < extent[0]) low = middle + 1;
    else high = middle;
  }
  const next = taken[low];
  if (next && next[0] <= extent[1]) return false;
  taken.splice(low, 0, extent);
  return true;
}

/** Fixes can come from anywhere: none reaches over another of its own, or out of the text. */
function isInOrder(edits: readonly Edit[], length: number): boolean {
  return edits.every(({ span: [start, end] }, index) => {
    const before = edits[index - 1]?.span[1] ?? 0;
    return before <= start && start <= end && end <= length;
  });
}

/**
 * A source with all its fixes, validated and mended until nothing more can be, or until a long text has been read often
 * enough. A fix is taken back if with it the text cannot be read any more or has an error of form that was not there,
 * elsewhere than in what was mended: what only shows once a value has its right name or type is no reason to leave that
 * wrong.
 * @throws PassportError ERR_USAGE for what is no text
 */
export function fixSource(text: string, options: ValidateOptions & ApplyOptions = {}): FixedSource {
  const tries = new Tries(options, Math.max(MIN_TRIES, Math.floor(BUDGET / (text.length + 1))));
  let current = tries.stateOf(text);
  const applied: Diagnostic[] = [];
  const refused = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const open = current.diagnostics.filter((diagnostic) => !refused.has(nameOf(diagnostic)));
    const chosen = applyFixes(current.text, open, options).applied;
    const kept = tries.keepGood(current, [], chosen);
    const good = new Set(kept.applied);
    for (const diagnostic of chosen) if (!good.has(diagnostic)) refused.add(nameOf(diagnostic));
    if (kept.applied.length > 0) current = kept.state;
    for (const diagnostic of kept.applied) applied.push(diagnostic);
    if (chosen.length === 0) break;
  }
  return { ...validated(current.read, current), text: current.text, applied };
}

interface State extends Unsilenced {
  readonly text: string;
  readonly read: ReadSource;
  /** Every one, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Kept {
  readonly applied: readonly Diagnostic[];
  readonly state: State;
}

/** Texts with some fixes, validated as often as the length of the text allows. */
class Tries {
  constructor(
    private readonly options: ValidateOptions & ApplyOptions,
    private left: number,
  ) {}

  stateOf(text: string): State {
    this.left--;
    const read = readSource(text, this.options);
    const judged = judgeRead(read, text, this.options);
    return { text, read, ...judged, diagnostics: judged.diagnostics.toSorted(compareDiagnostics) };
  }

  /** As many of some fixes as can be applied on top of others without harm: all at once, else by halves. */
  keepGood(before: State, base: readonly Diagnostic[], more: readonly Diagnostic[], state: State = before): Kept {
    if (more.length === 0 || this.left <= 0) return { applied: base, state };
    const all = [...base, ...more];
    const next = this.stateOf(applyFixes(before.text, all, this.options).text);
    if (!isWorse(before, next, all)) return { applied: all, state: next };
    if (more.length === 1) return { applied: base, state };
    const middle = more.length >> 1;
    const first = this.keepGood(before, base, more.slice(0, middle), state);
    return this.keepGood(before, first.applied, more.slice(middle), first.state);
  }
}

function isWorse(before: State, after: State, mended: readonly Diagnostic[]): boolean {
  if (after.read.value === undefined) return before.read.value !== undefined;
  const within = new Set(mended.map(({ pointer }) => pointer));
  const known = new Map<string, number>();
  for (const { ruleId, pointer } of before.diagnostics) {
    const kind = kindOf(ruleId, pointer);
    known.set(kind, (known.get(kind) ?? 0) + 1);
  }
  return after.diagnostics.some((diagnostic) => {
    const { ruleId, pointer } = diagnostic;
    // The other rules pass over what is missing or of a wrong type: they may have had nothing to look at before.
    if (!isError(diagnostic) || !/^(?:schema|text)\//.test(ruleId) || pointer === undefined) return false;
    const kind = kindOf(ruleId, pointer);
    const left = known.get(kind) ?? 0;
    known.set(kind, left - 1);
    if (left > 0 || valueAt(before.read.value ?? null, pointer) === undefined) return false;
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
