import { createHash } from 'node:crypto';
import { printable, quote } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { keyId } from '../keys/key-id.js';
import { makeFolder } from '../node/document-tree.js';
import { GrownFile } from '../node/grown-file.js';
import { Interrupt } from '../node/interrupt.js';
import { Journal, type JournalEntry, type JournalTerms } from '../node/journal.js';
import { DigestTable } from '../registry/digest-table.js';
import { duplicateSlug, type Refusal } from '../registry/item.js';
import type { Signer } from '../sign/signer.js';
import { type BatchInput, readParcels } from './batch-inputs.js';
import { type BatchOutput, type Destination, openLines, openStream, openTree, runsOf } from './batch-output.js';
import { type Progress, startProgress } from './batch-progress.js';
import type { Context } from './command.js';
import { exitCodes } from './exit-codes.js';
import { DIGEST, ItemResults } from './item-results.js';
import { countItems, type Parcel } from './parcel.js';
import { hexOf, type SignedParcel, type SigningConfig, signingWork } from './signing-work.js';
import { workedThrough } from './work-pool.js';

/** A batch, with everything that was asked for. */
export interface BatchPlan {
  readonly inputs: readonly BatchInput[];
  readonly isWanted: (name: string) => boolean;
  readonly destination: Destination;
  readonly config: SigningConfig;
  readonly signer: Signer;
  readonly workers: number;
  readonly isResuming: boolean;
  /** What must be the same for a run to be gone on with, the time aside. */
  readonly terms: JournalTerms;
  /** Whether the time was given, and not taken from the clock. */
  readonly isTimeGiven: boolean;
  readonly errors: string | undefined;
  readonly maxFailures: number;
  readonly isJson: boolean;
  /** What was done, for people: `signed`, or `signed anew`. */
  readonly verb: string;
}

interface Tally {
  items: number;
  signed: number;
  kept: number;
  already: number;
  passed: number;
  refused: number;
  withWarnings: number;
  bytes: number;
}

/** Reasons that are shown where no file takes them all. */
const SHOWN = 20;

/** @returns the exit status @throws PassportError where the run as a whole cannot be done */
export async function runBatch(plan: BatchPlan, context: Context): Promise<number> {
  const { destination } = plan;
  if (destination.kind === 'stream') return new BatchRun(plan, plan.config, undefined, context).run();
  if (destination.kind === 'tree') {
    // The journal is inside.
    makeFolder(destination.folder);
  }
  const journal = Journal.open(destination.journal, plan.isResuming);
  let hasBegun = false;
  try {
    const { before } = journal;
    let { signedAt } = plan.config;
    if (plan.isResuming && before) {
      assertSameTerms(plan, before.terms);
      signedAt = String(before.terms.signedAt);
    } else if (!plan.isResuming && before && before.state !== 'done') {
      await context.io.stderr(
        'an earlier run to this output was not finished; this one begins anew, --resume would have gone on\n',
      );
    }
    journal.begin({ ...plan.terms, signedAt });
    hasBegun = true;
    return await new BatchRun(plan, { ...plan.config, signedAt }, journal, context).run();
  } catch (error) {
    endAnyway(journal);
    if (hasBegun) await context.io.stderr('what is done is kept: the same command with --resume goes on from there\n');
    throw error;
  }
}

/** What has ended the run is to be told, and not what it keeps the journal from. */
function endAnyway(journal: Journal): void {
  try {
    journal.end(false);
  } catch {
    // The journal says that a process is at it which is there no more.
  }
}

function assertSameTerms({ terms, isTimeGiven, config }: BatchPlan, before: JournalTerms): void {
  const now: JournalTerms = { ...terms, signedAt: isTimeGiven ? config.signedAt : (before.signedAt ?? null) };
  const name = Object.keys(now).find((each) => now[each] !== before[each]);
  if (name === undefined) return;
  throw new PassportError(
    'ERR_USAGE',
    `this run cannot go on with the one before: ${name} was ${quote(String(before[name]))}, and is ${quote(String(now[name]))}`,
    {
      hint: 'give what was given before, or leave --resume out to begin anew',
    },
  );
}

class BatchRun {
  private readonly tally: Tally = {
    items: 0,
    signed: 0,
    kept: 0,
    already: 0,
    passed: 0,
    refused: 0,
    withWarnings: 0,
    bytes: 0,
  };
  private readonly slugs = new DigestTable();
  private readonly hash = createHash('sha256');
  private readonly interrupt = new Interrupt();
  private progress!: Progress;
  private output!: BatchOutput;
  private errors: GrownFile | undefined;
  /** Of a file that grows: so many items are done, and their documents are in it. */
  private done = 0;
  private tooMany = false;

  constructor(
    private readonly plan: BatchPlan,
    private readonly config: SigningConfig,
    private readonly journal: Journal | undefined,
    private readonly context: Context,
  ) {}

  async run(): Promise<number> {
    const { io } = this.context;
    const { inputs, isJson } = this.plan;
    const start = io.now();
    // First, as the one that may have been mistyped: nothing is left in the output by it.
    if (this.plan.errors !== undefined) this.errors = new GrownFile(this.plan.errors, false);
    this.openOutput();
    const sizes = inputs.map(({ size }) => size);
    const total = sizes.includes(undefined) ? undefined : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    this.progress = await startProgress(total, isJson, this.context);
    try {
      for await (const parcel of this.results()) {
        await this.take(parcel);
        this.progress.update({ items: this.tally.items, refused: this.tally.refused, read: parcel.read });
        if (this.tooMany) break;
      }
    } finally {
      this.progress.stop();
      this.interrupt.close();
      this.output.close();
    }
    const isWhole = !this.tooMany && this.interrupt.signal === undefined;
    await this.errors?.complete();
    this.journal?.end(isWhole);
    const status = this.exitStatus();
    await this.summarize(io.now() - start, status);
    return status;
  }

  private openOutput(): void {
    const { destination, isResuming } = this.plan;
    if (destination.kind === 'tree') this.output = openTree(destination);
    else if (destination.kind === 'stream') this.output = openStream(this.context.io);
    else {
      const before = isResuming && this.journal?.before ? entriesOf(this.journal) : undefined;
      const { output, done } = openLines(destination.path, before, (bytes) => this.count(bytes));
      [this.output, this.done] = [output, done];
    }
  }

  private async *results(): AsyncGenerator<SignedParcel> {
    const { inputs, isWanted, workers, signer } = this.plan;
    const isOver = (): boolean => this.interrupt.signal !== undefined || this.tooMany;
    const parcels = this.withEntries(readParcels(inputs, { io: this.context.io, isWanted, isOver }));
    yield* workedThrough(parcels, workers, 'sign', this.config, () => signingWork(this.config, signer));
    if (this.plan.destination.kind === 'file' && !isOver()) await this.output.complete();
  }

  private async *withEntries(parcels: AsyncIterable<Parcel>): AsyncGenerator<Parcel> {
    const { journal } = this;
    const isUsed = this.plan.isResuming && journal?.before !== undefined;
    for await (const parcel of parcels) {
      const entries = isUsed ? journal.read(parcel.first, countItems(parcel)) : undefined;
      const known =
        this.plan.destination.kind === 'file'
          ? entries?.map((entry, at) => (parcel.first + at < this.done ? entry : undefined))
          : entries;
      yield known ? { ...parcel, entries: known } : parcel;
    }
  }

  /** Writes what is good of a parcel, and only then says in the journal that it is done. */
  private async take(parcel: SignedParcel): Promise<void> {
    const items = new ItemResults(parcel.items);
    const accepted: number[] = [];
    for (let at = 0; at < items.count; at++) {
      const status = items.status(at);
      if (status === 'elsewhere') continue;
      this.tally.items++;
      const index = parcel.first + at;
      const first = items.hasSlug(at) ? this.slugs.add(items.digests, index, at * DIGEST) : undefined;
      const refusal = first === undefined ? items.refusal(at) : duplicateSlug(items.slug(at), first);
      if (index < this.done) this.assertAsBefore(index, status === 'already' && !refusal);
      if (refusal) await this.refuse(index, parcel.paths[at] ?? parcel.file, items.line(at), refusal);
      else if (status === 'passed') this.tally.passed++;
      else {
        accepted.push(at);
        this.tally[status as 'signed' | 'kept' | 'already']++;
        if (items.warnings(at) > 0) this.tally.withWarnings++;
      }
    }
    await this.output.write(parcel, items, accepted);
    for (const bytes of runsOf(parcel, items, accepted)) this.count(bytes);
    if (this.config.isJournalled) this.journal?.write(parcel.first, entriesAfter(items, accepted));
  }

  private count(bytes: Uint8Array): void {
    this.hash.update(bytes);
    this.tally.bytes += bytes.length;
  }

  /** The documents of a file stand in the order of the items: one that has changed has no place in it any more. */
  private assertAsBefore(index: number, isThere: boolean): void {
    const entry = this.journal?.read(index, 1)[0];
    const was = entry?.output !== '';
    if (was === isThere) return;
    throw new PassportError('ERR_USAGE', `the input is not what it was: item ${index} has changed since`, {
      hint: 'leave --resume out, to begin anew',
    });
  }

  private async refuse(index: number, file: string, line: number | undefined, refusal: Refusal): Promise<void> {
    const { status, slug = null, code, message, rule = null, pointer = null, hint = null } = refusal;
    this.tally.refused++;
    if (this.tally.refused > this.plan.maxFailures) this.tooMany = true;
    const report = { index, file, line: line ?? null, status, slug, code, rule, pointer, message, hint };
    this.errors?.write(Buffer.from(`${JSON.stringify(report)}\n`));
    if (this.plan.isJson) return this.progress.say(`${JSON.stringify({ event: 'refused', ...report })}\n`);
    if (this.errors || this.tally.refused > SHOWN) return;
    const name = `${line === undefined ? file : `${file}:${line}`}${slug === null ? '' : ` (${slug})`}`;
    const place = pointer === null || pointer === '' ? '' : `, at ${printable(pointer)}`;
    const { paintError } = this.context;
    await this.progress.say(
      `${paintError('bad', status)} ${printable(name)}: ${printable(message)}${place} ${paintError('quiet', `[${rule ?? code}]`)}\n`,
    );
  }

  private exitStatus(): number {
    if (this.interrupt.signal !== undefined) return exitCodes.cancelled;
    return this.tally.refused > 0 ? exitCodes.partial : exitCodes.ok;
  }

  private async summarize(milliseconds: number, exitStatus: number): Promise<void> {
    const { io } = this.context;
    const { destination, signer, maxFailures, isJson, verb, errors } = this.plan;
    const { items, signed, kept, already, passed, refused, withWarnings, bytes } = this.tally;
    const seconds = Math.max(0.001, milliseconds / 1000);
    const digest = `sha256:${this.hash.digest('hex')}`;
    const signedAt = this.config.signedAt;
    const key = keyId(signer.publicKey);
    const rate = Math.round(items / seconds);
    if (isJson) {
      const counts = { items, signed, kept, already, passed_over: passed, refused, with_warnings: withWarnings };
      const whole = !this.tooMany && this.interrupt.signal === undefined;
      const event = {
        event: 'summary',
        ...counts,
        bytes,
        seconds,
        rate,
        key_id: key,
        signed_at: signedAt,
        digest,
        complete: whole,
        exit_status: exitStatus,
      };
      return io.stderr(`${JSON.stringify(event)}\n`);
    }
    const lines = [
      [
        `${items} items: ${signed} ${verb}`,
        ...(kept > 0 ? [`${kept} unchanged`] : []),
        ...(already > 0 ? [`${already} already there`] : []),
        ...(passed > 0 ? [`${passed} passed over`] : []),
        ...(refused > 0 ? [`${refused} refused`] : []),
      ].join(', '),
      `${bytes} bytes in ${seconds.toFixed(1)} s, ${rate} items/s; signedAt ${signedAt}`,
      `key ${key}`,
      `digest of the documents in their order ${digest}`,
    ];
    if (refused > SHOWN && errors === undefined)
      lines.push(`${refused - SHOWN} more were refused; --errors FILE has them all`);
    if (withWarnings > 0)
      lines.push(`${withWarnings} of them with warnings: passport validate shows those of a source`);
    if (this.tooMany) lines.push(`ended after more than ${maxFailures} were refused (--max-failures)`);
    if (this.interrupt.signal !== undefined) lines.push(`broken off by ${this.interrupt.signal}`);
    const isBrokenOff = this.tooMany || this.interrupt.signal !== undefined;
    if (isBrokenOff && destination.kind !== 'stream')
      lines.push('to go on where it ended, run the same command with --resume');
    await io.stderr(`${lines.join('\n')}\n`);
  }
}

/** What the journal says of the items of a parcel. */
function entriesAfter(items: ItemResults, accepted: readonly number[]): JournalEntry[] {
  const written = new Set(accepted);
  return Array.from({ length: items.count }, (_, at) => ({
    input: items.input(at),
    output: written.has(at) ? items.output(at) : '',
    slug: written.has(at) ? hexOf(items.digest(at)) : '',
  }));
}

function* entriesOf(journal: Journal): Generator<JournalEntry> {
  const COUNT = 512;
  for (let first = 0; ; first += COUNT) {
    for (const entry of journal.read(first, COUNT)) {
      if (!entry) return;
      yield entry;
    }
  }
}
