import { printable } from '../../encoding/printable.js';
import { formatTimestamp } from '../../encoding/rfc3339.js';
import { PassportError } from '../../errors.js';
import { oneName } from '../../node/files.js';
import { updateFile } from '../../node/locked-file.js';
import { newNonce } from '../../node/nonce.js';
import { MAX_LIFETIME, proofOf, withProven } from '../../passport/claim.js';
import { PROOF_FILE, type ProofPlace } from '../../passport/proof-place.js';
import type { Claim, ClaimProof, Payload } from '../../passport/types.generated.js';
import { signClaim } from '../../sign/claim.js';
import { claimPlace } from '../../validate/claim-address.js';
import { isHub } from '../../validate/rules/url-bare-host.js';
import { readProof } from '../../verify/claim.js';
import { judgeClaim } from '../claim-check.js';
import { type CheckedClaim, claimJson, claimText, exitStatusOf } from '../claim-report.js';
import { type Arguments, type Command, type Context, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { writeResult } from '../output.js';
import { type Project, projectPaths, readProject } from '../project.js';
import { assertProofFlags, proofFlags } from '../proof-flags.js';
import { assertSignerFlags, openSigner, signerOptions } from '../signer.js';
import { durationFlag, timeFlag } from '../times.js';
import { version } from '../version.js';

const text = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;

const making = {
  ...signerOptions,
  'valid-for': text('how long it may be acted on, at most 30d; 7d unless given'),
  'write-proof': text('also write the proof to this file, or add it to the proof that the file holds'),
  output: shared.output,
  pretty: shared.pretty,
} as const;

const checking = {
  ...proofFlags,
  skew: text('check: by how much clocks may differ; 5m unless given'),
  now: text('check: RFC 3339 time to judge by; now unless given'),
  json: { type: 'boolean', describe: 'check: the verdict as JSON, whatever happens' },
} as const;

export const claim: Command = {
  usage: 'claim <source> [claim] [claimed-source]',
  describe: 'claim the listing of your artifact; or, as its registry, check such a claim',
  judges: true,
  positionals: {
    source: { type: 'string', describe: 'your source (YAML); or the word check, and then two files' },
    claim: { type: 'string', describe: 'check: the claim (JSON)' },
    'claimed-source': { type: 'string', describe: 'check: the source that was handed in with it' },
  },
  options: {
    ...making,
    ...checking,
    registry: shared.registry,
    overlay: shared.overlay,
    config: shared.config,
    'no-config': shared['no-config'],
  },
  examples: [
    ['passport claim passport.yaml --key my.key.age -o claim.json', 'as its builder; says where to put the proof'],
    ['passport claim check claim.json passport.yaml --online', 'as the registry; exit status 0 only if it holds'],
  ],

  async run(args, context) {
    if (args.required('source') === 'check') return check(args, context);
    refuse(args, checking, 'check');
    const surplus = args.text('claim');
    if (surplus !== undefined) {
      throw usage(`${surplus} is an argument too many`, 'passport claim SOURCE, or passport claim check CLAIM SOURCE');
    }
    return make(args, context);
  },

  async fail(words, { failures, exitStatus }, { io }) {
    if (!words.includes('--json')) return;
    await io.stdout(claimJson({ version: version(), failures, exitStatus }));
  },
};

function refuse(args: Arguments, flags: object, action: string): void {
  const stray = Object.keys(flags).find((flag) => args.texts(flag).length > 0 || args.flag(flag));
  if (stray === undefined) return;
  throw usage(`--${stray} is for passport claim ${action}`, 'see passport claim --help');
}

const SEVEN_DAYS = 7 * 86_400_000;

async function make(args: Arguments, context: Context): Promise<number> {
  const { io } = context;
  assertSignerFlags(args);
  const lifetime = lifetimeOf(args);
  await refuseOneFile(args);
  const path = args.required('source');
  const inputs = new Inputs(io);
  const project = await readProject(args);
  const payload = await claimedPayload(path, project, inputs, context);
  if (!payload) return exitCodes.problems;
  const place = claimPlace(payload.artifact.url);
  if ('code' in place)
    throw new PassportError('ERR_INVALID_SOURCE', `cannot claim: ${place.message}`, { hint: place.hint });
  const registry = await inputs.registry(project.given.registry);
  const signer = await openSigner(args, inputs, context);
  const now = io.now();
  const made = await signClaim(payload, signer, {
    issuedAt: formatTimestamp(now),
    expiresAt: formatTimestamp(now + lifetime),
    nonce: newNonce(),
    registry,
  });
  const proofPath = args.text('write-proof');
  if (proofPath !== undefined) await writeProof(proofPath, made, context);
  await writeResult(`${JSON.stringify(made, null, args.flag('pretty') ? 2 : undefined)}\n`, args, context, [
    path,
    ...['key', 'passphrase-file', 'identity'].map((flag) => args.text(flag)),
    ...projectPaths(project),
  ]);
  await io.stderr(whatToDo(made, place, proofPath));
  return exitCodes.ok;
}

function lifetimeOf(args: Arguments): number {
  const given = durationFlag(args, 'valid-for') ?? SEVEN_DAYS;
  if (given <= MAX_LIFETIME) return given;
  throw usage(`--valid-for ${args.required('valid-for')} is longer than 30 days`, 'a claim is acted on once, and soon');
}

/** The proof would be lost to the claim. */
async function refuseOneFile(args: Arguments): Promise<void> {
  const [proof, output] = [args.text('write-proof'), args.text('output')];
  if (proof === undefined || output === undefined || output === '-') return;
  if ((await oneName(proof)) !== (await oneName(output))) return;
  throw usage('--write-proof and --output name one file', 'the proof is for everybody, the claim for the registry');
}

/** What the source gives by itself: the operator has no observations of the builder's, and the builder none of theirs. */
async function claimedPayload(
  path: string,
  project: Project,
  inputs: Inputs,
  context: Context,
): Promise<Payload | undefined> {
  const { openSource } = await import('../build-source.js');
  const source = await openSource(path, await inputs.text(path), project, inputs, context);
  return source?.buildUnobserved();
}

async function writeProof(path: string, made: Claim, { io, paintError }: Context): Promise<void> {
  const done = await updateFile(path, 0o644, (bytes) => {
    const before = bytes && asProof(bytes, path);
    const after = before ? withProven(before, made) : proofOf(made);
    if (after === before) return Promise.resolve({ result: 'nothing to add to' });
    const text = `${JSON.stringify(after, null, 2)}\n`;
    // One that everybody would refuse, as too many are in it, is better not written.
    asProof(text, path);
    return Promise.resolve({ result: before ? 'added the key to' : 'wrote', text });
  });
  await io.stderr(`${paintError('good', done)} ${printable(path)}\n`);
}

/** What is there and is no proof is somebody's: it is not written over. */
function asProof(bytes: Uint8Array | string, path: string): ClaimProof {
  const proof = readProof(bytes, 'give the name of a new file, or of a proof');
  if (!('holds' in proof)) return proof;
  throw new PassportError('ERR_EXISTS', `${path} is not written: ${proof.message}`, { hint: proof.hint, file: path });
}

function whatToDo(made: Claim, { address, repository }: ProofPlace, written: string | undefined): string {
  const where =
    repository === undefined
      ? `at ${address}, served as application/json`
      : `in the file ${PROOF_FILE} at the root of ${repository}, on its default branch`;
  const what =
    written === undefined
      ? `this must lie ${where}:\n${JSON.stringify(proofOf(made))}\n`
      : `${printable(written)} must lie ${where}\n`;
  const host = new URL(address).hostname;
  const who =
    repository === undefined && isHub(host)
      ? `only who runs ${host} can do that: if that is not you, give the source the url of your own page or repository\n`
      : '';
  return `to prove the claim, ${what}${who}then claim the listing before ${made.expires_at}: ${made.claim_url}\n`;
}

async function check(args: Arguments, context: Context): Promise<number> {
  const { io } = context;
  refuse(args, making, 'SOURCE, not claim check');
  assertProofFlags(args);
  const [file, source] = [args.text('claim'), args.text('claimed-source')];
  if (file === undefined || source === undefined) {
    throw usage(
      `name the ${file === undefined ? 'claim and the ' : ''}source`,
      'passport claim check CLAIM SOURCE; a source that is called check is ./check',
    );
  }
  const inputs = new Inputs(io);
  const now = timeFlag(args, 'now', io.now());
  const skew = args.text('skew') === '0' ? 0 : durationFlag(args, 'skew');
  const project = await readProject(args);
  const registry = await inputs.registry(project.given.registry);
  const payload = await claimedPayload(source, project, inputs, context);
  const judged = await judgeClaim(file, { payload, now, skew, registry }, args, inputs, context);
  const checked: CheckedClaim = {
    file,
    source,
    online: args.flag('online'),
    remembers: args.text('state') !== undefined,
    verdict: await judged.accept(),
  };
  const exitStatus = exitStatusOf(checked.verdict.code);
  const json = { version: version(), checkedAt: now, checked, failures: [], exitStatus };
  await io.stdout(args.flag('json') ? claimJson(json) : claimText(checked, context.paint));
  return exitStatus;
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
