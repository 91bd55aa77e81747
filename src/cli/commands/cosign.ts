import { parseJson } from '../../encoding/json.js';
import { printable } from '../../encoding/printable.js';
import { formatTimestamp } from '../../encoding/rfc3339.js';
import { PassportError } from '../../errors.js';
import { emitDocument } from '../../passport/document.js';
import type { Coverage } from '../../passport/signing-input.js';
import type { PassportDocument } from '../../passport/types.generated.js';
import { cosignPassport } from '../../sign/cosign.js';
import type { VerifyPolicy } from '../../verify/policy.js';
import { SeenState } from '../../verify/seen-state.js';
import type { Verdict } from '../../verify/verdict.js';
import { passportVerifier } from '../../verify/verify.js';
import { type Arguments, type Command, type Context, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { readPublicInput } from '../key-input.js';
import { writeResult } from '../output.js';
import { openSigner, signerOptions } from '../signer.js';
import { timeFlag } from '../times.js';
import { readTrustInput, refuseWithout } from '../trust-input.js';
import { verdictText } from '../verdict-report.js';

const text = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;

export const cosign: Command = {
  usage: 'cosign <document>',
  describe: 'verify a document, then sign it as another party',
  positionals: { document: { type: 'string', describe: 'a passport document (JSON); - for standard input' } },
  options: {
    ...signerOptions,
    issuer: { ...text('in whose name it is cosigned'), demandOption: true },
    role: { ...text('as what, in the words of trust files: registry, auditor, …'), demandOption: true },
    trust: text('the document must hold by this trust file; the cosignatures it asks for may still be missing'),
    root: text('the public key that must have signed the trust file'),
    'trust-digest': text('the digest of the trust file: sha256: and hex'),
    revocations: text("with --trust: the issuer's revocation list, also several times"),
    state: text('with --trust: what verify has seen before; it is not changed'),
    public: text('or the one public key that must have signed the document'),
    coverage: { ...shared.coverage, describe: 'with --public: what that signature is over; envelope unless given' },
    registry: shared.registry,
    'signed-at': text('RFC 3339 time of the cosignature; now unless given'),
    output: shared.output,
    pretty: shared.pretty,
  },
  repeatable: ['revocations'],
  examples: [
    [
      'passport cosign passport.json --trust trust.yaml --key my.key --issuer unfragile.ai --role registry -o both.json',
      'as the registry',
    ],
  ],

  async run(args, context) {
    const { io, paintError } = context;
    const path = args.required('document');
    const inputs = new Inputs(io);
    const verify = passportVerifier(await readPolicy(args, inputs, context));
    const signedAt = timeFlag(args, 'signed-at', io.now());
    const bytes = await inputs.bytes(path);
    // Nobody is asked for a passphrase, and no signer for a signature, before it is known what would be signed.
    const verdict = verify(bytes);
    if (!isSigned(verdict)) {
      await io.stderr(`${verdictText({ file: path, verdict, clues: [] }, false, paintError)}nothing was cosigned\n`);
      return exitCodes.problems;
    }
    const document = parseJson(bytes, { refuseNegativeZero: true }) as unknown as PassportDocument;
    await io.stderr(`${paintError('label', 'cosigning')} ${whatIsSigned(document, verdict)}\n`);
    const signer = await openSigner(args, inputs, context);
    const [issuer, role] = [args.required('issuer'), args.required('role')];
    const { coverage } = verdict;
    const cosigned = await cosignPassport(document, signer, { issuer, role, signedAt, coverage });
    const output = `${emitDocument(cosigned, args.flag('pretty'))}\n`;
    assertCounts(verify(output), issuer, role);
    await writeResult(
      output,
      args,
      context,
      // A document may be cosigned in its place.
      ['key', 'passphrase-file', 'identity', 'trust', 'root', 'state', 'public', 'registry']
        .map((flag) => args.text(flag))
        .concat(args.texts('revocations')),
    );
    return exitCodes.ok;
  },
};

async function readPolicy(args: Arguments, inputs: Inputs, context: Context): Promise<VerifyPolicy> {
  const [trust, key] = [args.text('trust'), args.text('public')];
  if ((trust === undefined) === (key === undefined)) {
    throw usage(
      trust === undefined ? 'there is nothing to verify the document with' : '--trust and --public are both given',
      'who cosigns must know what it signs: give either --trust FILE or --public NAME.pub',
    );
  }
  refuseWithout(args, 'trust', ['root', 'trust-digest', 'revocations', 'state']);
  refuseWithout(args, 'public', ['coverage']);
  const lists = args.texts('revocations');
  const state = args.text('state');
  return {
    trust: trust === undefined ? undefined : await readTrustInput(trust, args, inputs, context),
    key: key === undefined ? undefined : await readPublicInput(key, inputs),
    coverage: args.text('coverage') as Coverage | undefined,
    now: formatTimestamp(context.io.now()),
    revocations: lists.length === 0 ? undefined : await Promise.all(lists.map((path) => inputs.bytes(path))),
    seen: state === undefined ? undefined : new SeenState(await inputs.bytes(state)),
    registry: await inputs.registry(args.text('registry')),
  };
}

/** Cosignatures are what is asked for last: where they alone are missing, everything else holds. */
function isSigned(verdict: Verdict): boolean {
  return verdict.verdict === 'VALID' || verdict.code === 'COSIGNATURES_MISSING';
}

function whatIsSigned({ passport }: PassportDocument, { coverage }: Verdict): string {
  const { artifact } = passport.unfragile;
  const what = `${printable(artifact.name)} (${artifact.slug})`;
  if (coverage === 'payload') return `${what}, the payload alone`;
  return `${what}, signed at ${passport.signedAt} in the name of ${printable(passport.signedBy)}`;
}

/** What every verifier with this trust file would pass over is not written. Its keys need not be all there are. */
function assertCounts(verdict: Verdict, issuer: string, role: string): void {
  const made = verdict.cosignatures?.find((one) => one.issuer === issuer && one.role === role);
  if (!isSigned(verdict) || !made) {
    throw new PassportError('ERR_SIGNER', `the cosigned document does not verify: ${verdict.message}`, {
      hint: 'nothing was written; check the machine that signs',
    });
  }
  if (['OK', 'UNKNOWN_KEY', 'REVOCATIONS_MISSING'].includes(made.code)) return;
  throw usage(
    `by this trust file the cosignature would not count, ${made.code}: ${made.message}`,
    'nothing was written; check --key, --issuer, --role and --signed-at',
  );
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
