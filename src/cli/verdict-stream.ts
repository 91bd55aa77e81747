import { PassportError } from '../errors.js';
import type { Failure } from '../report/report.js';
import type { Context } from './command.js';
import { formatError } from './report.js';
import { noVerdicts, type VerdictCounts, verdictJsonEnd, verdictJsonStart } from './verdict-report.js';
import type { Told } from './verify-work.js';

/**
 * Verdicts as they come, to standard output. Nothing is kept of them but how many there are: in JSON that is told last,
 * and for people the first is held back until it is known whether it is the only one.
 */
export class VerdictStream {
  readonly failures: Failure[] = [];
  private readonly counts: VerdictCounts = { ...noVerdicts };
  private held: Told | undefined;
  private told = 0;

  constructor(
    private readonly json: boolean,
    private readonly about: { readonly version: string; readonly checkedAt: string },
    private readonly context: Context,
  ) {}

  /** How many verdicts there are. */
  get size(): number {
    return this.told;
  }

  get areAllValid(): boolean {
    return this.told > 0 && this.counts.VALID === this.told;
  }

  async add(parcel: readonly Told[]): Promise<void> {
    let text = '';
    for (const one of parcel) {
      if (one.failure) this.failures.push(one.failure);
      if (one.verdict === undefined) continue;
      this.counts[one.verdict]++;
      this.told++;
      if (this.json) text += this.told === 1 ? verdictJsonStart(this.about) + one.text : `,${one.text}`;
      else if (this.told === 1) this.held = one;
      else {
        text += (this.held?.text ?? '') + one.text;
        this.held = undefined;
      }
    }
    if (text !== '') await this.context.io.stdout(text);
  }

  async end(exitStatus: number): Promise<void> {
    const { io, paintError } = this.context;
    const { failures, counts } = this;
    if (this.json) {
      const start = this.told === 0 ? verdictJsonStart(this.about) : '';
      await io.stdout(start + verdictJsonEnd({ counts, failures, exitStatus }));
    } else if (this.held) await io.stdout(this.held.alone || this.held.text);
    for (const { code, message, hint } of failures) {
      await io.stderr(formatError(new PassportError(code as PassportError['code'], message, { hint }), paintError));
    }
    if (this.told <= 1) return;
    const found = Object.entries(counts).filter(([, count]) => count > 0);
    await io.stderr(`${this.told} documents: ${found.map(([name, count]) => `${count} ${name}`).join(', ')}\n`);
  }
}
