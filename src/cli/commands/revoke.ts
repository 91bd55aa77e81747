import { digestText } from '../../encoding/digest.js';
import { canonicalize } from '../../encoding/jcs.js';
import type { JsonValue } from '../../encoding/json-value.js';
import { printable } from '../../encoding/printable.js';
import { formatTimestamp } from '../../encoding/rfc3339.js';
import { PassportError } from '../../errors.js';
import { isExampleKey } from '../../keys/example-keys.js';
import type { KeyPair } from '../../keys/key-pair.js';
import { updateFile } from '../../node/locked-file.js';
import type { Revocation, RevocationList } from '../../passport/types.generated.js';
import { unfragileAi } from '../../passport/unfragile-ai.js';
import { signStatement } from '../../sign/statement.js';
import type { Failure } from '../../verify/verdict.js';
import { openRevocations, readList } from '../../verify/revocations.js';
import { type Arguments, type Command, shared, unlockFlags } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { readPublicInput } from '../key-input.js';
import { readStatementKey } from '../statement-key.js';
import { durationFlag, timeFlag } from '../times.js';

const WEEK = 604_800_000;

export const revoke: Command = {
  usage: 'revoke <list>',
  describe: 'take passports back: sign a revocation list with one more entry, or the same anew',
  positionals: { list: { type: 'string', describe: 'the revocation list (JSON); begun where it is not there' } },
  options: {
    key: { type: 'string', requiresArg: true, demandOption: true, describe: 'a secret key of the issuer, in any form' },
    ...unlockFlags,
    slug: { type: 'string', requiresArg: true, describe: 'take back every passport of this artifact' },
    digest: {
      type: 'string',
      requiresArg: true,
      describe: 'take back the one payload of this SHA-256: sha256: and hex',
    },
    document: { type: 'string', requiresArg: true, describe: 'take back the payload in this document' },
    reason: { type: 'string', requiresArg: true, describe: 'why, for people' },
    at: { type: 'string', requiresArg: true, describe: 'RFC 3339 time for the entry; now unless given' },
    issuer: { type: 'string', requiresArg: true, describe: "whose list it is; the registry's unless given" },
    'previous-key': {
      type: 'string',
      requiresArg: true,
      describe: 'the public key that signed the list so far, where another signs from now on',
    },
    'valid-for': { type: 'string', requiresArg: true, describe: 'how long the list may be relied on; 7d unless given' },
    registry: shared.registry,
  },
  examples: [
    ['passport revoke revoked.json --key my.key --slug toaster --reason "leaks keys"', 'take an artifact back'],
    ['passport revoke revoked.json --key my.key', 'sign the same list anew, before it is stale'],
  ],

  async run(args, { io, paintError }) {
    const path = args.required('list');
    const inputs = new Inputs(io);
    const entry = await readEntry(args, inputs, io.now());
    const validFor = durationFlag(args, 'valid-for') ?? WEEK;
    const pair = (await readStatementKey(args, 'key', inputs, io)) as KeyPair;
    if (isExampleKey(pair.publicKey)) {
      throw new PassportError('ERR_INVALID_KEY', 'this is a published example key, by which no list is trusted', {
        hint: 'sign with a key of your own',
      });
    }
    const previous = args.text('previous-key');
    const signers = [pair.publicKey, ...(previous === undefined ? [] : [await readPublicInput(previous, inputs)])];
    const asked =
      args.text('issuer') ?? (args.text('registry') && (await inputs.registry(args.text('registry'))).issuer);
    const list = await updateFile(path, 0o644, async (bytes) => {
      if (previous !== undefined && !bytes) throw usage(`${path} is not there to go on from`, 'name the list as it is');
      const before = bytes && readOwn(bytes, signers, asked, io.now());
      const now = formatTimestamp(io.now());
      const next: RevocationList = {
        type: 'trust-passport/revocations/1',
        issuer: before?.issuer ?? asked ?? unfragileAi.issuer,
        sequence: (before?.sequence ?? 0) + 1,
        issued_at: now,
        next_update: formatTimestamp(io.now() + validFor),
        revoked: [...(before?.revoked ?? []), ...(entry ? [entry] : [])],
      };
      const text = `${JSON.stringify(await signStatement(next, pair), null, 2)}\n`;
      assertUsable(text, pair, io.now());
      return { result: next, text };
    });
    const entries = `${list.revoked.length} ${list.revoked.length === 1 ? 'entry' : 'entries'}`;
    await io.stderr(
      `${paintError('good', 'wrote')} ${printable(path)}: list ${list.sequence} of ${printable(list.issuer)}, ${entries}, until ${list.next_update}\n`,
    );
    return exitCodes.ok;
  },
};

/** @throws PassportError ERR_USAGE */
async function readEntry(args: Arguments, inputs: Inputs, now: number): Promise<Revocation | undefined> {
  const [slug, digest, document] = [args.text('slug'), args.text('digest'), args.text('document')];
  const given = [slug, digest, document].filter((word) => word !== undefined).length;
  if (given > 1) throw usage('one entry is added at a time', 'give one of --slug, --digest and --document');
  const reason = args.text('reason');
  if (given === 0) {
    if (reason === undefined && args.text('at') === undefined) return undefined;
    throw usage('it is not said what is taken back', 'give --slug, --digest or --document');
  }
  if (reason === undefined || reason.trim() === '') throw usage('it is not said why', 'give --reason WORDS');
  const at = timeFlag(args, 'at', now);
  if (slug !== undefined) return { slug, at, reason };
  return { digest: digest ?? (await digestOfDocument(document as string, inputs)), at, reason };
}

async function digestOfDocument(path: string, inputs: Inputs): Promise<string> {
  const { findPayload } = await import('../../author/payload.js');
  const found = findPayload(await inputs.text(path), path);
  if (!found) throw usage(`${path} is no passport document`, 'give one, or --slug');
  return digestText(canonicalize(found.payload as unknown as JsonValue));
}

/** The list as it is, which must be ours: adding to a list of others would make it ours. */
function readOwn(
  bytes: Uint8Array,
  signers: readonly Uint8Array[],
  asked: string | undefined,
  now: number,
): RevocationList {
  const list = readList(bytes);
  if ('code' in list) throw new PassportError('ERR_INVALID_PAYLOAD', list.message, { hint: list.hint });
  if (asked !== undefined && asked !== list.issuer) {
    throw usage(`the list is of another issuer, ${printable(list.issuer)}`, 'name another file');
  }
  // A list that is stale is signed anew; one that somebody else signed or changed is not.
  const opened = signers.map((key) => openRevocations(bytes, { key, now, skew: Number.MAX_SAFE_INTEGER }));
  const [broken] = opened.filter((one): one is Failure => 'code' in one && one.code !== 'REVOCATIONS_STALE');
  if (broken && opened.every((one) => 'code' in one && one.code !== 'REVOCATIONS_STALE')) {
    throw new PassportError('ERR_INVALID_KEY', `nothing is added to this list: ${broken.message}`, {
      hint: 'sign with the key that signed it; to go on with another key, give that one as --previous-key OLD.pub',
    });
  }
  return list;
}

/** What a verifier would refuse is not written. */
function assertUsable(text: string, pair: KeyPair, now: number): void {
  const opened = openRevocations(text, { key: pair.publicKey, now, skew: 0 });
  if ('code' in opened) throw usage(opened.message, opened.hint ?? 'change the flags');
}

function usage(message: string, hint: string): PassportError {
  return new PassportError('ERR_USAGE', message, { hint });
}
