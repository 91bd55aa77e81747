import { type Diagnostic, diagnose } from '../../diagnostic.js';
import { quote } from '../../encoding/printable.js';
import { formatTimestamp, normalizeTimestamp } from '../../encoding/rfc3339.js';
import { PassportError } from '../../errors.js';
import { isExampleKey } from '../../keys/example-keys.js';
import { emitDocument } from '../../passport/document.js';
import { registryUrl } from '../../passport/links.js';
import type { RegistryProfile } from '../../passport/registry-profile.js';
import type { Coverage } from '../../passport/signing-input.js';
import type { Payload } from '../../passport/types.generated.js';
import { findAtOdds } from '../../sign/at-odds.js';
import { signPassport } from '../../sign/sign.js';
import { evidenceAge } from '../../validate/evidence-age.js';
import { levelsOf } from '../../validate/catalogue.js';
import { toDiagnostic } from '../../validate/finding.js';
import { assertProofFlags, proofFlags } from '../proof-flags.js';
import { type Arguments, type Command, type Context, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { assertNoInput, reportDiagnostics, writeResult } from '../output.js';
import { type Project, projectPaths, readProject } from '../project.js';
import { assertSignerFlags, openSigner, signerOptions } from '../signer.js';
import { refuseWithout } from '../trust-input.js';

export const sign: Command = {
  usage: 'sign <input>',
  describe: 'sign a source, a built payload or an existing document',
  positionals: {
    input: { type: 'string', describe: 'a source (YAML), a payload or a document (JSON); - for standard input' },
  },
  options: {
    ...signerOptions,
    observations: shared.observations,
    registry: shared.registry,
    overlay: shared.overlay,
    config: shared.config,
    'no-config': shared['no-config'],
    'signed-by': { type: 'string', requiresArg: true, describe: "the issuer's name; the registry's unless given" },
    'signed-at': { type: 'string', requiresArg: true, describe: 'RFC 3339 time; now unless given' },
    coverage: shared.coverage,
    'verified-by-claim': {
      type: 'string',
      requiresArg: true,
      describe: "the builder's claim: if it holds, the passport says that its builder is verified",
    },
    ...proofFlags,
    output: shared.output,
    pretty: shared.pretty,
  },
  examples: [
    ['passport sign passport.yaml --key my.key -o passport.json', 'from a source to a signed passport'],
    ['passport sign passport.yaml --signer ssh-agent:SHA256:…', 'the same with a key that an ssh-agent holds'],
  ],

  async run(args, context) {
    const path = args.required('input');
    const at = args.text('signed-at');
    const signedAt = at === undefined ? formatTimestamp(context.io.now()) : normalizeTimestamp(at, '--signed-at');
    const claim = args.text('verified-by-claim');
    refuseWithout(args, 'verified-by-claim', Object.keys(proofFlags));
    if (claim !== undefined) {
      assertProofFlags(args);
      assertSignerFlags(args);
    }
    const inputs = new Inputs(context.io);
    // Nobody is asked for a passphrase for a claim that may not hold.
    const early = claim === undefined ? await openSigner(args, inputs, context) : undefined;
    const project = await readProject(args);
    const registry = await inputs.registry(project.given.registry);
    const input =
      claim === undefined
        ? await readPayload(path, await inputs.text(path), signedAt, args, project, inputs, context)
        : await readClaimed(claim, path, signedAt, args, project, inputs, context);
    if (input === undefined) return exitCodes.problems;
    if (typeof input === 'number') return input;
    const signer = early ?? (await openSigner(args, inputs, context));
    const document = await signPassport(input.payload, signer, {
      signedAt,
      issuer: args.text('signed-by'),
      coverage: args.text('coverage') as Coverage | undefined,
      registry,
    });
    const used = [
      ...['key', 'passphrase-file', 'identity', 'verified-by-claim', 'proof', 'state'].map((flag) => args.text(flag)),
      ...projectPaths(project),
      // A document may be signed anew in its place; a source may not be lost to its passport.
      input.built ? path : undefined,
    ];
    // A claim that was taken is used up: what can go wrong goes wrong before.
    if (input.accept && args.text('output') !== undefined) await assertNoInput(args.required('output'), used);
    const refused = await input.accept?.();
    if (refused !== undefined) return refused;
    if (isExampleKey(signer.publicKey)) {
      await context.io.stderr(
        `${context.paintError('warning', 'warning:')} signed with a published example key: anybody can, so the signature proves nothing\n`,
      );
    }
    await writeResult(`${emitDocument(document, args.flag('pretty'))}\n`, args, context, used);
    return exitCodes.ok;
  },
};

interface Input {
  readonly payload: Payload;
  readonly built: boolean;
  /** Takes the claim that it is signed by. @returns the exit status where it holds no more, which was said */
  readonly accept?: () => Promise<number | undefined>;
}

async function readClaimed(
  claim: string,
  path: string,
  now: string,
  args: Arguments,
  project: Project,
  inputs: Inputs,
  context: Context,
): Promise<Input | number | undefined> {
  const { buildClaimed, sayRefused } = await import('../claimed-payload.js');
  const claimed = await buildClaimed(claim, path, now, args, project, inputs, context);
  if (claimed === undefined || typeof claimed === 'number') return claimed;
  const accept = async (): Promise<number | undefined> => {
    // What was signed is not let out yet: of two runs with one claim one writes a passport.
    const verdict = await claimed.judged.accept();
    return verdict.holds ? undefined : sayRefused(verdict, args, context);
  };
  return { payload: claimed.payload, built: true, accept };
}

/** A payload or the payload of a document is taken as it is, and checked; anything else is built as a source. */
async function readPayload(
  path: string,
  text: string,
  now: string,
  args: Arguments,
  project: Project,
  inputs: Inputs,
  context: Context,
): Promise<Input | undefined> {
  const { findPayload } = await import('../../author/payload.js');
  const found = findPayload(text, path);
  if (!found) {
    const { buildSource } = await import('../build-source.js');
    const payload = await buildSource(path, text, now, project, inputs, context);
    return payload && { payload, built: true };
  }
  for (const flag of ['observations', 'overlay']) {
    if (args.text(flag) !== undefined) {
      throw new PassportError('ERR_USAGE', `--${flag} is for a source, but ${path} holds what was built from one`, {
        hint: 'build it again from its source',
      });
    }
  }
  if (await reportDiagnostics(found.diagnostics, context)) return undefined;
  const { atTheirLevels } = await import('../../author/heard.js');
  const registry = await inputs.registry(project.given.registry);
  const said = [
    ...otherRegistry(found.payload, registry, path),
    ...[...findAtOdds(found.payload, registry), ...evidenceAge(found.payload.trust.maintenance, now)].map(
      (finding) => ({
        ...toDiagnostic(finding),
        file: path,
      }),
    ),
  ];
  const levelOf = levelsOf(project.profile ?? 'registry', project.levels);
  if (await reportDiagnostics(atTheirLevels(said, levelOf), context)) return undefined;
  if (found.cosignatures > 0) {
    await context.io.stderr(
      `${context.paintError('warning', 'warning:')} cosignatures are left out: they are over what was signed before; have the new document cosigned\n`,
    );
  }
  return { payload: found.payload, built: false };
}

/** Signed for the wrong registry, a payload would get that one's issuer and links. */
function* otherRegistry({ artifact }: Payload, registry: RegistryProfile, file: string): Generator<Diagnostic> {
  if (artifact.page_url === registryUrl(registry, 'artifact', artifact.slug)) return;
  yield diagnose({
    ruleId: 'sign/other-registry',
    severity: 'warning',
    message: `the page_url ${quote(artifact.page_url)} is not one of ${registry.issuer}, whose links and issuer are written`,
    file,
    hint: "give the profile of the artifact's registry: --registry FILE",
  });
}
