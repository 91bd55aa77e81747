import type { Options } from 'yargs';
import { digestText } from '../encoding/digest.js';
import { printable, quote } from '../encoding/printable.js';
import { formatTimestamp, normalizeTimestamp } from '../encoding/rfc3339.js';
import { encodeUtf8 } from '../encoding/utf8.js';
import { PassportError } from '../errors.js';
import { isExampleKey } from '../keys/example-keys.js';
import { keyId } from '../keys/key-id.js';
import { KeyPair } from '../keys/key-pair.js';
import type { Coverage } from '../passport/signing-input.js';
import { assertIssuer } from '../sign/issuer.js';
import type { Signer } from '../sign/signer.js';
import type { Failure } from '../report/report.js';
import { parseShard, type Shard } from '../registry/shard.js';
import type { ResignPolicy } from '../registry/resign.js';
import { findInputs } from './batch-inputs.js';
import { destinationOf, refuseOverlap } from './batch-output.js';
import type { BatchPlan } from './batch-run.js';
import { type Arguments, type Context, shared } from './command.js';
import type { NamedObservations } from './given-observations.js';
import type { Inputs } from './inputs.js';
import { signerOptions } from './signer.js';
import { version } from './version.js';
import { workersOf } from './work-pool.js';

const text = (describe: string): Options => ({ type: 'string', requiresArg: true, describe });

/** Flags of every command that signs many. */
export const batchOptions = {
  ...signerOptions,
  out: {
    ...text('a folder (ab/cd/slug.json), a file of one document a line (.ndjson), or - for standard output'),
    demandOption: true,
  },
  ndjson: { type: 'boolean', describe: 'one item a line, whatever the name of the file' },
  workers: text('threads that sign; all cores unless given'),
  shard: text('i/n: only that part of the items, 0/4 the first of four; n alone takes i from an indexed job'),
  resume: { type: 'boolean', describe: 'go on where a run to the same output was broken off' },
  errors: text('write what was refused here: one JSON object a line'),
  'max-failures': text('end the run once more than so many items were refused'),
  json: { type: 'boolean', describe: 'progress, refusals and the summary as JSON, an event a line' },
  registry: shared.registry,
  'signed-by': text("the issuer's name; the registry's unless given"),
  'signed-at': text('RFC 3339 time of all of them; now unless given'),
  coverage: shared.coverage,
} as const satisfies Record<string, Options>;

export interface Kind {
  readonly verb: string;
  /** Of the files in a folder. */
  readonly isWanted: (name: string) => boolean;
  readonly observations?: NamedObservations | undefined;
  readonly resign?: ResignPolicy | undefined;
  /** What the kind adds to the terms of a run. */
  readonly terms: string;
  /** Files that the run reads besides. */
  readonly files: ReadonlyArray<string | undefined>;
}

/** What a run is to do, by its flags. @throws PassportError ERR_USAGE, ERR_READ, ERR_INVALID_TIME, ERR_INVALID_SOURCE */
export async function batchPlan(
  args: Arguments,
  words: readonly string[],
  signer: Signer,
  kind: Kind,
  inputs: Inputs,
  { io, paintError }: Context,
): Promise<BatchPlan> {
  const at = args.text('signed-at');
  const signedAt = at === undefined ? formatTimestamp(io.now()) : normalizeTimestamp(at, '--signed-at');
  const shard = shardOf(args.text('shard'), io.env);
  const failures: Failure[] = [];
  // Standard input is one item a line.
  const found = await findInputs(words, args.flag('ndjson'), failures, true);
  const [failure] = failures;
  if (failure) throw new PassportError('ERR_READ', failure.message, { hint: failure.hint, file: failure.file });
  const destination = await destinationOf(args.required('out'), shard);
  const errors = args.text('errors');
  await refuseOverlap(
    destination,
    found,
    [...kind.files, args.text('key'), args.text('registry'), errors],
    kind.resign !== undefined,
  );
  const isResuming = args.flag('resume');
  const changedOnly = args.flag('changed-only');
  if (isResuming && destination.kind === 'stream') throw needsPlace('--resume', 'a folder or a file');
  if (changedOnly && destination.kind !== 'tree') throw needsPlace('--changed-only', 'a folder');
  const registry = await inputs.registry(args.text('registry'));
  const issuer = args.text('signed-by') ?? registry.issuer;
  assertIssuer(issuer);
  const coverage = (args.text('coverage') ?? 'envelope') as Coverage;
  if (isExampleKey(signer.publicKey)) {
    await io.stderr(
      `${paintError('warning', 'warning:')} signed with a published example key: anybody can, so the signatures prove nothing\n`,
    );
  }
  const isHere = signer instanceof KeyPair;
  const workers = isHere ? workersOf(args.text('workers')) : 1;
  if (!isHere && args.text('workers') !== undefined) {
    throw new PassportError('ERR_USAGE', '--workers is for --key: a signer is asked from one thread', {
      hint: 'leave it out',
    });
  }
  const checkTexts = !args.flag('no-check-texts');
  return {
    inputs: found,
    isWanted: kind.isWanted,
    destination,
    config: {
      secretKey: isHere ? signer.secretKey : undefined,
      ...{ signedAt, issuer, coverage, registry, checkTexts, changedOnly, shard },
      observations: kind.observations?.given,
      tree: destination.kind === 'tree' ? destination.folder : undefined,
      isJournalled: destination.kind !== 'stream',
      resign: kind.resign,
    },
    signer,
    workers,
    isResuming,
    terms: {
      tool: version(),
      output: destination.kind,
      kind: kind.terms,
      key: keyId(signer.publicKey),
      ...{ issuer, coverage, checkTexts, changedOnly },
      registry: digestText(encodeUtf8(JSON.stringify(registry))),
      observations: kind.observations?.digest ?? null,
      shard: shard ? `${shard.number}/${shard.count}` : null,
    },
    isTimeGiven: at !== undefined,
    errors,
    maxFailures: countOf(args.text('max-failures')),
    isJson: args.flag('json'),
    verb: kind.verb,
  };
}

/** Sources, payloads and documents; observations beside a source are no item. */
export function isItemFile(name: string): boolean {
  return /\.(?:ya?ml|json)$/.test(name) && !/\.observations\.(?:ya?ml|json)$/.test(name);
}

const INDEXES = ['JOB_COMPLETION_INDEX', 'AWS_BATCH_JOB_ARRAY_INDEX'] as const;

/** The number is taken from an indexed job only where it is said how many there are: one job of many must not sign all. */
function shardOf(word: string | undefined, env: Readonly<Record<string, string | undefined>>): Shard | undefined {
  if (word === undefined) return undefined;
  if (!/^\d{1,6}$/.test(word)) return parseShard(word);
  const given = INDEXES.filter((name) => env[name] !== undefined && env[name] !== '');
  const [name, other] = given;
  if (name === undefined || (other !== undefined && env[name] !== env[other])) {
    const why = name === undefined ? `neither ${INDEXES.join(' nor ')} is set` : `${INDEXES.join(' and ')} differ`;
    throw new PassportError(
      'ERR_USAGE',
      `--shard ${word} says how many shards there are, but not which this is: ${why}`,
      {
        hint: `write --shard 0/${word}, or run it as an indexed job`,
      },
    );
  }
  return parseShard(`${env[name]}/${word}`);
}

function countOf(word: string | undefined): number {
  if (word === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d{1,9}$/.test(word)) return Number(word);
  throw new PassportError('ERR_USAGE', `--max-failures ${quote(word)} is no number`, { hint: 'give 0 or more' });
}

function needsPlace(flag: string, what: string): PassportError {
  return new PassportError('ERR_USAGE', `${flag} needs ${what} as its output`, {
    hint: `give ${printable(what)}: --out PATH`,
  });
}
