import { printable } from '../../encoding/printable.js';
import { PassportError } from '../../errors.js';
import { type FileUse, updateFile } from '../../node/locked-file.js';
import type { RegistryProfile } from '../../passport/registry-profile.js';
import type { Coverage } from '../../passport/signing-input.js';
import type { VerifyPolicy } from '../../verify/policy.js';
import { SeenState } from '../../verify/seen-state.js';
import type { TrustInput } from '../../verify/trust-file.js';
import { type BatchInput, findInputs, readParcels } from '../batch-inputs.js';
import { type Arguments, type Command, type Context, shared } from '../command.js';
import { comparableFile } from '../comparison.js';
import { exitCodeOf, exitCodes } from '../exit-codes.js';
import { failureOf } from '../failure.js';
import { Inputs } from '../inputs.js';
import { readPublicInput } from '../key-input.js';
import { inColours } from '../style.js';
import { durationFlag, timeFlag } from '../times.js';
import { readTrustInput, refuseWithout } from '../trust-input.js';
import { noVerdicts, verdictJsonEnd, verdictJsonStart } from '../verdict-report.js';
import { VerdictStream } from '../verdict-stream.js';
import { type VerifyConfig, verifyingWork } from '../verify-work.js';
import { version } from '../version.js';
import { workedThrough, workersOf } from '../work-pool.js';

export const verify: Command = {
  usage: 'verify <document..>',
  describe: 'say whether documents are to be relied on, and what their signatures cover',
  judges: true,
  positionals: {
    document: {
      type: 'string',
      array: true,
      describe: 'passport documents (JSON), NDJSON, folders or globs; - for standard input',
    },
  },
  options: {
    trust: { type: 'string', requiresArg: true, describe: 'a trust file: whose keys you trust, and how far' },
    key: {
      type: 'string',
      requiresArg: true,
      describe: 'or the one public key you trust: NAME.pub (SPKI PEM), JWK, OpenSSH, did:key, …',
    },
    coverage: { ...shared.coverage, describe: 'with --key: what the signature is over; envelope unless given' },
    root: { type: 'string', requiresArg: true, describe: 'the public key that must have signed the trust file' },
    'trust-digest': { type: 'string', requiresArg: true, describe: 'the digest of the trust file: sha256: and hex' },
    issuer: { type: 'string', requiresArg: true, describe: 'the issuer that must have signed' },
    'max-age': { type: 'string', requiresArg: true, describe: 'how old a signature may be, such as 90d' },
    skew: { type: 'string', requiresArg: true, describe: 'by how much clocks may differ; 5m unless given' },
    revocations: { type: 'string', requiresArg: true, describe: "the issuer's revocation list, also several times" },
    state: { type: 'string', requiresArg: true, describe: 'remembers what was seen, so that older documents are told' },
    'new-state': { type: 'boolean', describe: 'begin the state file, where the trust file asks for one' },
    'strict-links': { type: 'boolean', describe: 'INVALID where _links are not those of the signed slug' },
    against: { type: 'string', requiresArg: true, describe: 'a document that you know: what differs from it is shown' },
    registry: shared.registry,
    now: { type: 'string', requiresArg: true, describe: 'RFC 3339 time to judge by; now unless given' },
    ndjson: { type: 'boolean', describe: 'one document a line, whatever the name of the file' },
    workers: { type: 'string', requiresArg: true, describe: 'threads that verify; all cores unless given' },
    json: { type: 'boolean', describe: 'the verdicts as JSON, whatever happens' },
  },
  repeatable: ['revocations'],
  examples: [
    ['passport verify passport.json --trust trust.yaml', 'exit status 0 only if VALID'],
    ['passport verify passport.json --key issuer.pub', 'with the one key that you trust'],
    ['passport verify received.json --key issuer.pub --against signed.json', 'and what was changed in it'],
    ["passport verify 'listings/*.json' --trust trust.yaml --revocations revoked.json --json", 'many, for a program'],
  ],

  async run(args, context) {
    const { io } = context;
    const inputs = new Inputs(io);
    const now = timeFlag(args, 'now', io.now());
    const policy = await readPolicy(args, inputs, now, context);
    const against = args.text('against');
    const reference = against === undefined ? undefined : await comparableFile(inputs, against);
    const known = reference && { against: against as string, reference };
    const workers = workersOf(args.text('workers'));
    const json = args.flag('json');
    const stream = new VerdictStream(json, { version: version(), checkedAt: now }, context);
    const documents = await findInputs(args.texts('document'), args.flag('ndjson'), stream.failures);
    const config = { policy, known, json, color: context.paint === inColours };
    let failed: number | undefined;
    try {
      await judge(documents, config, workers, stream, args, context);
    } catch (error) {
      // Of a document that has begun the reader gets the end.
      if (!(error instanceof PassportError) || !json || stream.size === 0) throw error;
      stream.failures.push(failureOf(error));
      failed = exitCodeOf(error.code);
    }
    const ofVerdicts = stream.areAllValid ? exitCodes.ok : exitCodes.problems;
    const exitStatus = failed ?? (stream.failures.length > 0 ? exitCodes.io : ofVerdicts);
    await stream.end(exitStatus);
    return exitStatus;
  },

  async fail(words, { failures, exitStatus }, { io }) {
    if (!words.includes('--json')) return;
    await io.stdout(
      verdictJsonStart({ version: version() }) + verdictJsonEnd({ counts: noVerdicts, failures, exitStatus }),
    );
  },
};

async function readPolicy(args: Arguments, inputs: Inputs, now: string, context: Context): Promise<VerifyPolicy> {
  const [trustPath, keyPath] = [args.text('trust'), args.text('key')];
  if ((trustPath === undefined) === (keyPath === undefined)) {
    throw usage(
      trustPath === undefined ? 'there is nothing to verify with' : '--trust and --key are both given',
      'give either --trust FILE or --key NAME.pub',
    );
  }
  refuseWithout(args, 'trust', ['root', 'trust-digest']);
  refuseWithout(args, 'key', ['coverage']);
  refuseWithout(args, 'state', ['new-state']);
  const lists = args.texts('revocations');
  return {
    key: keyPath === undefined ? undefined : await readPublicInput(keyPath, inputs),
    coverage: args.text('coverage') as Coverage | undefined,
    trust: trustPath === undefined ? undefined : await readTrustInput(trustPath, args, inputs, context),
    now,
    issuer: args.text('issuer'),
    maxAge: durationFlag(args, 'max-age'),
    skew: durationFlag(args, 'skew', 'may be nothing'),
    revocations: lists.length === 0 ? undefined : await Promise.all(lists.map((path) => inputs.bytes(path))),
    strictLinks: args.flag('strict-links'),
    registry: await readRegistry(inputs, args.text('registry')),
  };
}

/** A profile with errors is an input that cannot be read: status 1 would say that the document is not valid. */
async function readRegistry(inputs: Inputs, path: string | undefined): Promise<RegistryProfile> {
  try {
    return await inputs.registry(path);
  } catch (cause) {
    if (!(cause instanceof PassportError) || cause.diagnostics.length === 0) throw cause;
    throw new PassportError('ERR_READ', cause.message, { diagnostics: cause.diagnostics, cause });
  }
}

async function judge(
  documents: readonly BatchInput[],
  config: VerifyConfig,
  workers: number,
  stream: VerdictStream,
  args: Arguments,
  context: Context,
): Promise<void> {
  const path = args.text('state');
  const onFailure = (error: PassportError, file: string): void => {
    stream.failures.push(failureOf(error, file));
  };
  const reading = { io: context.io, isWanted: isDocumentFile, isOver: () => false, onFailure };
  if (path === undefined) {
    const results = workedThrough(
      readParcels(documents, reading),
      workers,
      'verify',
      config,
      () => verifyingWork(config).work,
    );
    for await (const told of results) await stream.add(told);
    return;
  }
  let begun = false;
  await updateFile(path, 0o600, async (bytes): Promise<FileUse<void>> => {
    // Where the trust file asks for a state, a lost one must not pass for the first run.
    const asked = asksForState(config.policy.trust) && bytes === undefined && !args.flag('new-state');
    const seen = asked ? undefined : new SeenState(bytes);
    if (asked) {
      await context.io.stderr(`${path} is not there; if this is the first run, begin it with --new-state\n`);
    }
    // In their order: what was VALID counts as seen for those that follow.
    const { work, verifier } = verifyingWork(config, seen);
    for await (const parcel of readParcels(documents, reading)) await stream.add(await work(parcel));
    // Also where nothing is VALID: a list that revokes must not be forgotten for an older one that does not yet.
    if (seen && seen.problem === undefined) verifier.rememberInputs(seen);
    begun = bytes === undefined && seen !== undefined;
    return { result: undefined, text: seen?.problem === undefined ? seen?.toText() : undefined };
  });
  // Once it is there: what could not be written was not begun.
  if (begun) {
    await context.io.stderr(
      `began ${printable(path)}: nothing was seen before, so nothing could be told to be older\n`,
    );
  }
}

function isDocumentFile(name: string): boolean {
  return name.endsWith('.json');
}

function asksForState(trust: TrustInput | undefined): boolean {
  const value = trust?.value as { readonly requires?: { readonly state?: unknown } } | undefined;
  return value?.requires?.state === true;
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
