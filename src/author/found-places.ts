import type { Diagnostic } from '../diagnostic.js';
import type { About } from './ignored-place.js';

/** What each rule finds, in the order of the text, and what of it is ignored. */
export class FoundPlaces {
  private readonly byRule = new Map<string, { readonly found: Diagnostic[]; readonly starts: number[] }>();
  /** Of what is found, how many more comments ignore it than what stands before it. */
  private readonly steps = new Map<string, number[]>();

  constructor(private readonly diagnostics: readonly Diagnostic[]) {
    const placed = diagnostics.filter(({ range }) => range !== undefined);
    for (const diagnostic of placed.toSorted((a, b) => startOf(a) - startOf(b))) {
      const rule = this.byRule.get(diagnostic.ruleId) ?? { found: [], starts: [] };
      if (rule.found.push(diagnostic) === 1) this.byRule.set(diagnostic.ruleId, rule);
      rule.starts.push(startOf(diagnostic));
    }
  }

  count(ruleId: string): number {
    return this.byRule.get(ruleId)?.found.length ?? 0;
  }

  /** @returns whether there was something to ignore */
  ignore(ruleId: string, { start, end }: Pick<About, 'start' | 'end'>): boolean {
    const starts = this.byRule.get(ruleId)?.starts ?? [];
    const [from, to] = [firstFrom(starts, start), firstFrom(starts, end)];
    if (from >= to) return false;
    const steps = this.steps.get(ruleId) ?? new Array<number>(starts.length + 1).fill(0);
    this.steps.set(ruleId, steps);
    steps[from] = (steps[from] as number) + 1;
    steps[to] = (steps[to] as number) - 1;
    return true;
  }

  left(): readonly Diagnostic[] {
    const ignored = new Set<Diagnostic>();
    for (const [ruleId, steps] of this.steps) {
      let depth = 0;
      for (const [index, diagnostic] of (this.byRule.get(ruleId)?.found ?? []).entries()) {
        depth += steps[index] as number;
        if (depth > 0) ignored.add(diagnostic);
      }
    }
    return this.diagnostics.filter((diagnostic) => !ignored.has(diagnostic));
  }
}

function startOf({ range }: Diagnostic): number {
  return range?.start.offset ?? 0;
}

/** How many of some numbers in order are less than one. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
