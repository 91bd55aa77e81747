import type { Fix, TextEdit } from '../diagnostic.js';
import type { JsonValue } from '../encoding/json-value.js';
import { appendPointer } from '../encoding/pointer.js';
import { lineTable } from '../encoding/position.js';
import { type Finding, type Mend, OVERLAY } from '../validate/finding.js';
import { type Edit, type Plan, planEdits, spliceText, type Written } from './edits.js';
import type { Comment } from './yaml.js';

/** A text that was read, and the reader that read it. */
export interface ReadText extends Written {
  readonly read: (text: string) => {
    readonly value: JsonValue | undefined;
    readonly comments: readonly Comment[];
  };
}

/** Something to do to a text, and what it does to the value; nothing where it has no plan. */
interface Proposal {
  readonly plan?: Plan | undefined;
  readonly ways: ReadonlyArray<readonly Edit[]>;
}

// What is read again, in characters, to try out the mends of one text: it takes as long as reading some ten long
// sources. A text longer than that is read once.
const BUDGET = 1 << 18;
const MAX_READS = 64;
const MAX_PROPOSALS = 2000;

/**
 * The fixes of findings about a text. Each was tried: with its edits the text reads as the same value but for the
 * change that was meant, and with the same comments.
 */
export function mendText(read: ReadText, findings: readonly Finding[]): Mend {
  const planned = new Map<Finding, Proposal>();
  for (const finding of findings) {
    if (!finding.fix || finding.pointer.startsWith(OVERLAY) || planned.size >= MAX_PROPOSALS) continue;
    const plan = planEdits(read, finding.pointer, finding.part ?? 'value', finding.fix.change);
    if (plan) planned.set(finding, { plan, ways: plan.ways });
  }
  const kept = tryOut(read, [...planned.values()]);
  if (kept.size === 0) return () => undefined;
  const asTextEdits = textEdits(read.text);
  return (finding): Fix | undefined => {
    const proposal = planned.get(finding);
    const edits = proposal && kept.get(proposal);
    if (!edits || !finding.fix) return undefined;
    const { description, safe } = finding.fix;
    return { description, safe, edits: asTextEdits(edits) };
  };
}

/** Which of some removals of comments, or of parts of them, leave the value and the other comments as they are. */
export function mendComments(read: ReadText | undefined, removals: readonly Edit[]): ReadonlyMap<Edit, TextEdit> {
  if (!read || removals.length === 0) return new Map();
  const proposals = removals.slice(0, MAX_PROPOSALS).map((edit): Proposal => ({ ways: [[edit]] }));
  const kept = tryOut(read, proposals);
  const asTextEdits = textEdits(read.text);
  return new Map(
    [...kept.values()].flatMap((edits) => edits.map((edit) => [edit, asTextEdits([edit])[0] as TextEdit])),
  );
}

function textEdits(text: string): (edits: readonly Edit[]) => TextEdit[] {
  const at = lineTable(text);
  return (edits) =>
    edits.map(({ span, text: inserted }) => ({ range: { start: at(span[0]), end: at(span[1]) }, text: inserted }));
}

/**
 * The edits of the proposals that do what they are meant to. Those that are apart from each other are tried together,
 * since nearly all of them do, and in halves where that fails: each try costs a reading.
 */
function tryOut(read: ReadText, proposals: readonly Proposal[]): Map<Proposal, readonly Edit[]> {
  const kept = new Map<Proposal, readonly Edit[]>();
  let reads = Math.min(MAX_READS, Math.max(1, Math.floor(BUDGET / (read.text.length + 1))));
  const holds = (chosen: ReadonlyArray<readonly [Proposal, readonly Edit[]]>): boolean => {
    if (reads <= 0) return false;
    reads--;
    return doesAsMeant(read, chosen);
  };
  const tryTogether = (group: readonly Proposal[]): void => {
    if (reads <= 0 || group.length === 0) return;
    const firsts = group.map((proposal) => [proposal, proposal.ways[0] as readonly Edit[]] as const);
    if (holds(firsts)) for (const [proposal, edits] of firsts) kept.set(proposal, edits);
    else if (group.length === 1) {
      const [proposal] = group as [Proposal];
      const way = proposal.ways.slice(1).find((edits) => holds([[proposal, edits]]));
      if (way) kept.set(proposal, way);
    } else {
      const middle = group.length >> 1;
      tryTogether(group.slice(0, middle));
      tryTogether(group.slice(middle));
    }
  };
  for (const group of apart(proposals)) tryTogether(group);
  return kept;
}

/** The proposals in groups within which none touches another, or changes what another changes. */
function apart(proposals: readonly Proposal[]): Proposal[][] {
  const groups: Array<{ members: Proposal[]; changed: Set<string>; end: number }> = [];
  // In the order of the text only the last one of a group can be touched.
  const inOrder = proposals.toSorted((a, b) => extent(a.ways[0])[0] - extent(b.ways[0])[0]);
  for (const proposal of inOrder) {
    const [start, end] = extent(proposal.ways[0]);
    const changed = proposal.plan && `${proposal.plan.what} ${proposal.plan.pointer}`;
    const fitting = groups.find(
      ({ changed: taken, end }) => end < start && !(changed !== undefined && taken.has(changed)),
    );
    const group = fitting ?? { members: [], changed: new Set(), end };
    if (!fitting) groups.push(group);
    group.members.push(proposal);
    group.end = end;
    if (changed !== undefined) group.changed.add(changed);
  }
  return groups.map(({ members }) => members);
}

/** From the first edit to the last: what stands between them belongs to the change. */
function extent(edits: readonly Edit[] = []): readonly [start: number, end: number] {
  return [edits[0]?.span[0] ?? 0, edits.at(-1)?.span[1] ?? 0];
}

function doesAsMeant(read: ReadText, chosen: ReadonlyArray<readonly [Proposal, readonly Edit[]]>): boolean {
  const edits = chosen.flatMap(([, own]) => own).sort((a, b) => a.span[0] - b.span[0]);
  const { value, comments } = read.read(spliceText(read.text, edits));
  if (value === undefined) return false;
  const plans = new Map(
    chosen.flatMap(([{ plan }]) => (plan ? [[`${plan.what} ${plan.pointer}`, plan.becomes] as const] : [])),
  );
  return (
    JSON.stringify(value) === JSON.stringify(mended(read.value, '', plans)) && keepsComments(read, edits, comments)
  );
}

/** The value with the changes; members stay in their order. */
function mended(value: JsonValue, pointer: string, plans: ReadonlyMap<string, JsonValue>): JsonValue {
  const replaced = plans.get(`value ${pointer}`);
  if (replaced !== undefined) return replaced;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const at = appendPointer(pointer, index);
      // In brackets of its own: an entry may be a list.
      return plans.has(`member ${at}`) ? [] : [mended(item, at, plans)];
    });
  }
  const members = Object.entries(value).flatMap(([name, item]): Array<[string, JsonValue]> => {
    const at = appendPointer(pointer, name);
    if (plans.has(`member ${at}`)) return [];
    return [[String(plans.get(`key ${at}`) ?? name), mended(item, at, plans)]];
  });
  return Object.fromEntries(members);
}

/** Every comment that no edit touches is still there and still a comment, and no other is. */
function keepsComments({ comments }: Written, edits: readonly Edit[], left: readonly Comment[]): boolean {
  const expected = new Map<number, string>();
  let shift = 0;
  let next = 0;
  let partly = 0;
  for (const { offset, text } of comments) {
    for (let edit = edits[next]; edit && edit.span[1] <= offset; edit = edits[++next]) {
      shift += edit.text.length - (edit.span[1] - edit.span[0]);
    }
    const edit = edits[next];
    if (!edit || edit.span[0] >= offset + text.length) expected.set(offset + shift, text);
    else if (edit.span[0] > offset) partly++;
  }
  const found = new Map(left.map(({ offset, text }) => [offset, text]));
  return found.size === expected.size + partly && [...expected].every(([offset, text]) => found.get(offset) === text);
}
