import { quote } from '../../encoding/printable.js';
import { formatTimestamp, normalizeTimestamp } from '../../encoding/rfc3339.js';
import { PassportError } from '../../errors.js';
import { keyId } from '../../keys/key-id.js';
import type { Coverage } from '../../passport/signing-input.js';
import type { CompromisedKey, ResignPolicy } from '../../registry/resign.js';
import { preparePolicy, type VerifyPolicy } from '../../verify/policy.js';
import { batchOptions, batchPlan, isItemFile } from '../batch-plan.js';
import { runBatch } from '../batch-run.js';
import { type Arguments, type Command, type Context, shared } from '../command.js';
import { Inputs } from '../inputs.js';
import { readPublicInput } from '../key-input.js';
import { openSigner } from '../signer.js';
import { readTrustInput, refuseWithout } from '../trust-input.js';

export const resign: Command = {
  usage: 'resign <document..>',
  describe: 'verify very many documents, and sign them anew with another key',
  positionals: {
    document: {
      type: 'string',
      array: true,
      describe: 'folders, globs or files of documents, or NDJSON; - for standard input',
    },
  },
  options: {
    ...batchOptions,
    trust: { type: 'string', requiresArg: true, describe: 'the trust file by which the documents must be VALID' },
    root: { type: 'string', requiresArg: true, describe: 'the public key that must have signed the trust file' },
    'trust-digest': { type: 'string', requiresArg: true, describe: 'the digest of the trust file: sha256: and hex' },
    revocations: { type: 'string', requiresArg: true, describe: "the issuer's revocation list, also several times" },
    public: { type: 'string', requiresArg: true, describe: 'or the one public key that must have signed them' },
    'public-coverage': { ...shared.coverage, describe: 'with --public: what the old signatures are over' },
    by: { type: 'string', requiresArg: true, describe: 'the id of a key: pass over what another has signed' },
    'signed-since': { type: 'string', requiresArg: true, describe: 'RFC 3339 time: pass over what was signed before' },
    known: {
      type: 'string',
      requiresArg: true,
      describe: 'digests of the payloads that you know to have signed, one a line: no others',
    },
  },
  repeatable: ['revocations'],
  examples: [
    ['passport resign passports/ --public old.pub --key new.key --out passports/', 'with a new key, in place'],
    [
      'passport resign passports/ --trust trust.yaml --by KEYID --signed-since 2026-03-01T00:00:00Z --known mine.txt --key new.key --out passports/',
      'after a compromise',
    ],
  ],

  async run(args, context) {
    const inputs = new Inputs(context.io);
    const policy = await readPolicy(args, inputs, context);
    const signer = await openSigner(args, inputs, context);
    const files = ['trust', 'root', 'public', 'known'].map((flag) => args.text(flag)).concat(args.texts('revocations'));
    const terms = `resign ${policy.by ?? ''} ${policy.signedSince ?? ''}`;
    const kind = { verb: 'signed anew', isWanted: isItemFile, resign: policy, terms, files };
    return runBatch(await batchPlan(args, args.texts('document'), signer, kind, inputs, context), context);
  },
};

async function readPolicy(args: Arguments, inputs: Inputs, context: Context): Promise<ResignPolicy> {
  const [trustPath, publicPath] = [args.text('trust'), args.text('public')];
  if ((trustPath === undefined) === (publicPath === undefined)) {
    throw usage(
      trustPath === undefined ? 'there is nothing to verify the documents with' : '--trust and --public are both given',
      'what nobody has verified gets no new signature: give either --trust FILE or --public OLD.pub',
    );
  }
  refuseWithout(args, 'trust', ['root', 'trust-digest', 'revocations']);
  refuseWithout(args, 'public', ['public-coverage']);
  const lists = args.texts('revocations');
  const trust = trustPath === undefined ? undefined : await readTrustInput(trustPath, args, inputs, context);
  const key = publicPath === undefined ? undefined : await readPublicInput(publicPath, inputs);
  const verify: VerifyPolicy = {
    trust,
    key,
    coverage: args.text('public-coverage') as Coverage | undefined,
    now: formatTimestamp(context.io.now()),
    revocations: lists.length === 0 ? undefined : await Promise.all(lists.map((path) => inputs.bytes(path))),
    registry: await inputs.registry(args.text('registry')),
  };
  // A trust file that cannot be used would refuse every document for itself.
  const ready = preparePolicy(verify);
  if ('code' in ready) throw usage(ready.message, ready.hint ?? 'nothing was signed');
  const by = args.text('by');
  const ids = key ? [keyId(key)] : (ready.store?.keys ?? []).map((one) => one.keyId);
  if (by !== undefined && !ids.includes(by)) {
    throw usage(
      `--by ${quote(by)} is not the id of a key to verify with`,
      `${ids.length === 1 ? 'it is' : 'they are'} ${ids.join(', ')}`,
    );
  }
  const since = args.text('signed-since');
  const known = args.text('known');
  return {
    verify,
    by,
    signedSince: since === undefined ? undefined : normalizeTimestamp(since, '--signed-since'),
    known: known === undefined ? undefined : digestsIn(await inputs.text(known), known),
    compromised: (ready.store?.keys ?? [])
      .filter(({ status }) => status === 'compromised')
      .map(({ publicKey, coverage }): CompromisedKey => ({ publicKey, coverage })),
  };
}

function digestsIn(text: string, path: string): ReadonlySet<string> {
  const lines = text.split('\n').map((line) => line.trim());
  const digests = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const wrong = digests.find((line) => !/^sha256:[0-9a-f]{64}$/.test(line));
  if (wrong === undefined) return new Set(digests);
  throw usage(
    `${path} has a line that is no digest: ${quote(wrong, 80)}`,
    'write sha256: and 64 lower-case hex digits, one a line',
  );
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
