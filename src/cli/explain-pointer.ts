import {
  type CappedPlace,
  type ExplainedRisk,
  type ExplainedScore,
  type Explanation,
  explainSource,
  type Given,
} from '../author/explain.js';
import type { JsonValue } from '../encoding/json-value.js';
import { pointerTokens, fieldName } from '../encoding/pointer.js';
import { printable, quote } from '../encoding/printable.js';
import type { Arguments, Context } from './command.js';
import { exitCodes } from './exit-codes.js';
import { Inputs } from './inputs.js';
import { readProject } from './project.js';

/**
 * Says how a value of the passport that a source becomes came about.
 * @param pointer an RFC 6901 pointer into the payload or document, or the same as `trust.permissions[3]`
 * @param path the source; `-` for standard input
 * @returns the exit status
 * @throws PassportError ERR_USAGE, ERR_READ, ERR_INVALID_SOURCE
 */
export async function explainPointer(
  args: Arguments,
  context: Context,
  pointer: string,
  path: string,
): Promise<number> {
  const inputs = new Inputs(context.io);
  const { given } = await readProject(args);
  const overlay = await inputs.overlay(given.overlay);
  const observations = await inputs.observations(given.observations);
  const registry = await inputs.registry(given.registry);
  const text = await inputs.text(path);
  const { overlayMayIdle } = given;
  const explanation = explainSource(text, { file: path, overlay, overlayMayIdle, observations, registry })(pointer);
  const names = {
    source: path,
    overlay: given.overlay ?? 'the overlay',
    observations: given.observations ?? 'the observations',
    registry: `profile of ${registry.issuer}`,
  };
  await context.io.stdout(new Sheet(names, context).show(explanation));
  return exitCodes.ok;
}

/** An explanation for people. Nothing that comes from a file can act on the terminal. */
class Sheet {
  private readonly lines: string[] = [];

  constructor(
    private readonly names: Readonly<Record<Given['of'], string>>,
    private readonly context: Context,
  ) {}

  show(explanation: Explanation): string {
    const { pointer, value, how, rule, from, absent, capped, score, risk, members } = explanation;
    const { paint } = this.context;
    const dropped = how === 'dropped' ? from[0]?.value : undefined;
    const shown =
      dropped === undefined ? summary(value, 400) : `${paint('warning', 'dropped')} ${summary(dropped, 400)}`;
    this.lines.push(`${paint('title', field(pointer))}  ${shown}`);
    if (how !== 'held') this.say('rule', printable(rule));
    if (capped) this.cappedPlace(capped, pointer);
    const evident = dropped ?? value;
    // The parts of a score, the word of a risk and the members of a list say where they are from.
    const isSaid = score !== undefined || risk !== undefined || members.length > 0;
    if (!isSaid) for (const [index, given] of from.entries()) this.from(given, index, evident);
    if (absent) this.say('not given', `${printable(this.names[absent.of])} ${field(absent.pointer)}`);
    if (score) this.score(score, value);
    if (risk) this.risk(risk, from);
    this.members(members);
    if (capped && Array.isArray(value)) this.dropped(capped);
    return `${this.lines.join('\n')}\n`;
  }

  private say(label: string, text: string): void {
    this.lines.push(`  ${this.context.paint('label', `${label}:`)} ${text}`);
  }

  private from(given: Given, index: number, value: JsonValue | undefined): void {
    const same = given.value === value || typeof given.value === 'object';
    this.say(index === 0 ? 'from' : 'and', `${this.place(given)}${same ? '' : `: ${summary(given.value, 200)}`}`);
  }

  /** As `file:line:column`, and the field. */
  private place({ of, pointer, range }: Given): string {
    const name = printable(this.names[of]);
    return `${range ? `${name}:${range.start.line}:${range.start.column}` : name} ${field(pointer)}`;
  }

  private cappedPlace({ cap, total, position, dropped }: CappedPlace, pointer: string): void {
    const sum = `${total} different ${total === 1 ? 'text' : 'texts'}`;
    const lost = dropped.length === 0 ? 'none is dropped' : `${dropped.length} dropped`;
    if (position === undefined && /\d$/.test(pointer)) return;
    const where = position === undefined ? sum : `entry ${position} of ${sum}`;
    this.say('cap', `${where}; the cap keeps the first ${cap}, ${lost}`);
  }

  private dropped({ dropped }: CappedPlace): void {
    if (dropped.length === 0) return;
    this.lines.push(`  ${this.context.paint('warning', 'dropped by the cap:')}`);
    for (const { text, from } of dropped) {
      this.lines.push(`    ${quote(text, 80)}  ${from.map((given) => this.place(given)).join(', ')}`);
    }
  }

  private score({ parts, sum }: ExplainedScore, value: JsonValue | undefined): void {
    const rows = parts.map(({ component, weight, value: part, points, observed, from }) => [
      component,
      `${weight} × ${part}`,
      `= ${decimal(points)}`,
      `${from.map((given) => this.place(given)).join(' × ')}${observed ? '' : ' (not observed)'}`,
    ]);
    this.table(rows);
    this.say('sum', `${decimal(sum)}, rounded ${summary(value, 20)}`);
  }

  private risk({ ruleId, word, otherwise }: ExplainedRisk, from: readonly Given[]): void {
    const entry = from.at(-1);
    if (ruleId === undefined || word === undefined || !entry) return;
    this.say('fired', `${printable(ruleId)}, on ${quote(word)} in ${quote(String(entry.value), 200)}`);
    this.say('from', this.place(entry));
    if (!otherwise) return;
    const other = otherwise.from[0];
    const next =
      otherwise.ruleId === undefined || !other
        ? ', as no other rule fires'
        : `, by ${printable(otherwise.ruleId)}, on ${quote(otherwise.word ?? '')} at ${this.place(other)}`;
    this.say('without that text', `${otherwise.risk}${next}`);
  }

  private members(members: readonly Explanation[]): void {
    this.table(
      members.map(({ pointer, value, how, rule, from }) => {
        const name = pointerTokens(pointer).at(-1) as string;
        const [first] = from;
        const origin = how === 'held' ? '' : first && first.value === value ? this.place(first) : rule;
        return [/^\d+$/.test(name) ? `[${name}]` : printable(name), summary(value, 60), printable(origin)];
      }),
    );
  }

  /** The last column is as wide as it is. */
  private table(rows: ReadonlyArray<readonly string[]>): void {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)));
    for (const row of rows) {
      this.lines.push(
        `  ${row.map((cell, column) => cell.padEnd(column === row.length - 1 ? 0 : (widths[column] as number))).join('  ')}`.trimEnd(),
      );
    }
  }
}

function field(pointer: string): string {
  return pointer === '' ? 'the payload' : printable(fieldName(pointer));
}

function summary(value: JsonValue | undefined, limit: number): string {
  if (typeof value === 'string') return quote(value, limit);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `an object of ${Object.keys(value).length}`;
  return value === undefined ? 'not there' : String(value);
}

/** Without the last digits, which are those of binary arithmetic. */
function decimal(value: number): string {
  return String(Number(value.toFixed(4)));
}
