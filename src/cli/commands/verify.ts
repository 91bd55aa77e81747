import { printable } from '../../encoding/printable.js';
import { PassportError } from '../../errors.js';
import { type FileUse, updateFile } from '../../node/locked-file.js';
import type { RegistryProfile } from '../../passport/registry-profile.js';
import type { Coverage } from '../../passport/signing-input.js';
import type { Failure } from '../../report/report.js';
import type { ReadJson } from '../../encoding/json.js';
import { compareWith } from '../../verify/changes.js';
import { passportDiagnoser } from '../../verify/diagnosis.js';
import type { Verdict } from '../../verify/verdict.js';
import type { VerifyPolicy } from '../../verify/policy.js';
import { SeenState } from '../../verify/seen-state.js';
import type { TrustInput } from '../../verify/trust-file.js';
import { passportVerifier } from '../../verify/verify.js';
import { type Arguments, type Command, type Context, shared } from '../command.js';
import { comparableFile } from '../comparison.js';
import { type NamedDocument, readDocuments } from '../documents.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { readPublicInput } from '../key-input.js';
import { formatError } from '../report.js';
import { countVerdicts, type Judged, type VerdictReport, verdictJson, verdictText } from '../verdict-report.js';
import { durationFlag, timeFlag } from '../times.js';
import { readTrustInput, refuseWithout } from '../trust-input.js';
import { version } from '../version.js';

export const verify: Command = {
  usage: 'verify <document..>',
  describe: 'say whether documents are to be relied on, and what their signatures cover',
  judges: true,
  positionals: {
    document: {
      type: 'string',
      array: true,
      describe: 'passport documents (JSON), NDJSON or globs; - for standard input',
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
    const failures: Failure[] = [];
    const documents = await readDocuments(args.texts('document'), args.flag('ndjson'), inputs, failures);
    const against = args.text('against');
    const reference = against === undefined ? undefined : await comparableFile(inputs, against);
    const verdicts = await judge(documents, policy, args, context);
    const judged = explain(documents, verdicts, policy, reference && { against: against as string, reference });
    const exitStatus =
      failures.length > 0
        ? exitCodes.io
        : judged.length > 0 && judged.every(({ verdict }) => verdict.verdict === 'VALID')
          ? exitCodes.ok
          : exitCodes.problems;
    const report: VerdictReport = { version: version(), checkedAt: now, judged, failures, exitStatus };
    await tell(report, args.flag('json'), context);
    return exitStatus;
  },

  async fail(words, { failures, exitStatus }, { io }) {
    if (!words.includes('--json')) return;
    await io.stdout(verdictJson({ version: version(), judged: [], failures, exitStatus }));
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
  documents: readonly NamedDocument[],
  policy: VerifyPolicy,
  args: Arguments,
  context: Context,
): Promise<readonly Verdict[]> {
  const path = args.text('state');
  if (path === undefined) return judgeAll(documents, policy, undefined);
  let begun = false;
  const verdicts = await updateFile(path, 0o600, async (bytes): Promise<FileUse<readonly Verdict[]>> => {
    // Where the trust file asks for a state, a lost one must not pass for the first run.
    const asked = asksForState(policy.trust) && bytes === undefined && !args.flag('new-state');
    const seen = asked ? undefined : new SeenState(bytes);
    if (asked) {
      await context.io.stderr(`${path} is not there; if this is the first run, begin it with --new-state\n`);
    }
    const judged = judgeAll(documents, { ...policy, seen }, seen);
    begun = bytes === undefined && seen !== undefined;
    return { result: judged, text: seen?.problem === undefined ? seen?.toText() : undefined };
  });
  // Once it is there: what could not be written was not begun.
  if (begun) {
    await context.io.stderr(
      `began ${printable(path)}: nothing was seen before, so nothing could be told to be older\n`,
    );
  }
  return verdicts;
}

function asksForState(trust: TrustInput | undefined): boolean {
  const value = trust?.value as { readonly requires?: { readonly state?: unknown } } | undefined;
  return value?.requires?.state === true;
}

/** In their order: what was VALID counts as seen for those that follow. */
function judgeAll(
  documents: readonly NamedDocument[],
  policy: VerifyPolicy,
  seen: SeenState | undefined,
): readonly Verdict[] {
  const verifyOne = passportVerifier(policy);
  const verdicts = documents.map(({ bytes }) => remember(verifyOne(bytes), policy, seen));
  // Also where nothing is VALID: a list that revokes must not be forgotten for an older one that does not yet.
  if (seen && seen.problem === undefined) verifyOne.rememberInputs(seen);
  return verdicts;
}

/** What else can be told of each document, once its verdict is given. */
function explain(
  documents: readonly NamedDocument[],
  verdicts: readonly Verdict[],
  policy: VerifyPolicy,
  known: { readonly against: string; readonly reference: ReadJson } | undefined,
): readonly Judged[] {
  const diagnose = passportDiagnoser(policy);
  return verdicts.map((verdict, index) => {
    const { file, line, bytes } = documents[index] as NamedDocument;
    const compared = known && { against: known.against, comparison: compareWith(known.reference, bytes) };
    return { file, line, verdict, clues: diagnose(bytes, verdict), compared };
  });
}

function remember(verdict: Verdict, policy: VerifyPolicy, seen: SeenState | undefined): Verdict {
  if (verdict.verdict !== 'VALID' || !seen) return verdict;
  const { issuer, signedAt, payloadDigest, payload } = verdict;
  if (issuer !== undefined && signedAt !== undefined && payloadDigest !== undefined) {
    const { slug } = payload.artifact;
    const key = policy.key && { key: verdict.signer.keyId };
    seen.rememberPassport({ ...key, issuer, slug, signed_at: signedAt, digest: payloadDigest });
  }
  return verdict;
}

async function tell(report: VerdictReport, json: boolean, { io, paint, paintError }: Context): Promise<void> {
  const { judged, failures } = report;
  await io.stdout(json ? verdictJson(report) : verdictText(report, paint));
  for (const { code, message, hint } of failures) {
    await io.stderr(formatError(new PassportError(code as PassportError['code'], message, { hint }), paintError));
  }
  if (judged.length <= 1) return;
  const counts = Object.entries(countVerdicts(judged)).filter(([, count]) => count > 0);
  await io.stderr(`${judged.length} documents: ${counts.map(([name, count]) => `${count} ${name}`).join(', ')}\n`);
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
