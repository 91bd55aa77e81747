import { printable, printableJson } from '../../encoding/printable.js';
import { formatTimestamp } from '../../encoding/rfc3339.js';
import { PassportError } from '../../errors.js';
import type { RegistryProfile } from '../../passport/registry-profile.js';
import type { Coverage } from '../../passport/signing-input.js';
import type { Paint } from '../../encoding/paint.js';
import type { Verdict } from '../../verify/verdict.js';
import { verifyPassport } from '../../verify/verify.js';
import { type Command, shared } from '../command.js';
import { exitCodes } from '../exit-codes.js';
import { Inputs } from '../inputs.js';
import { readPublicInput } from '../key-input.js';

export const verify: Command = {
  usage: 'verify <document>',
  describe: 'say whether a document was signed by a key, and what that covers',
  positionals: { document: { type: 'string', describe: 'a passport document (JSON); - for standard input' } },
  options: {
    key: {
      type: 'string',
      requiresArg: true,
      demandOption: true,
      describe: 'the public key you trust: NAME.pub (SPKI PEM), JWK, OpenSSH, did:key, …',
    },
    coverage: shared.coverage,
    registry: shared.registry,
    json: { type: 'boolean', describe: 'the verdict as JSON' },
  },
  examples: [['passport verify passport.json --key issuer.pub', 'exit status 0 only if VALID']],

  async run(args, { io, paint }) {
    const path = args.required('document');
    const inputs = new Inputs(io);
    const key = await readPublicInput(args.required('key'), inputs);
    const registry = await readRegistry(inputs, args.text('registry'));
    const verdict = verifyPassport(await inputs.bytes(path), {
      key,
      now: formatTimestamp(io.now()),
      coverage: args.text('coverage') as Coverage | undefined,
      registry,
    });
    await io.stdout(
      args.flag('json') ? `${printableJson(verdictJson(path, verdict))}\n` : verdictText(path, verdict, paint),
    );
    return verdict.verdict === 'VALID' ? exitCodes.ok : exitCodes.problems;
  },
};

/** A profile with errors is an input that cannot be read: status 1 would say that the document is not valid. */
async function readRegistry(inputs: Inputs, path: string | undefined): Promise<RegistryProfile> {
  try {
    return await inputs.registry(path);
  } catch (cause) {
    if (!(cause instanceof PassportError) || cause.diagnostics.length === 0) throw cause;
    throw new PassportError('ERR_READ', cause.message, { diagnostics: cause.diagnostics, cause });
  }
}

function verdictJson(file: string, verdict: Verdict): object {
  if (verdict.verdict !== 'VALID') return { file, ...verdict };
  const { payload, ...rest } = verdict;
  return { file, ...rest, slug: payload.artifact.slug };
}

function verdictText(file: string, verdict: Verdict, paint: Paint): string {
  if (verdict.verdict !== 'VALID') {
    const { code, message, pointer, hint } = verdict;
    const lines = [
      `${paint('bad', verdict.verdict)} ${paint('quiet', code)} ${printable(file)}`,
      `  ${printable(message)}`,
    ];
    if (pointer) lines.push(`  at ${printable(pointer)}`);
    if (hint) lines.push(`  ${paint('label', 'hint:')} ${printable(hint)}`);
    return `${lines.join('\n')}\n`;
  }
  const { payload, issuer, signedAt, covered, uncovered, links } = verdict;
  const lines = [
    `${paint('good', 'VALID')} ${printable(file)}`,
    `  ${printable(payload.artifact.name)} (${payload.artifact.slug})`,
  ];
  if (issuer !== undefined) lines.push(`  signed at ${signedAt} in the name of ${printable(issuer)}`);
  lines.push(`  covered:     ${covered.join(' ')}`, `  not covered: ${uncovered.join(' ')}`);
  if (links === undefined) lines.push('  _links: of a registry not known here, not compared (--registry FILE)');
  else if (links.length === 0) lines.push('  _links: as they should be');
  for (const { pointer, expected, received } of links ?? []) {
    const is = received === undefined ? 'missing' : printable(received);
    const should = expected === undefined ? 'not be there' : `be ${expected}`;
    lines.push(paint('warning', `  ${printable(pointer)} is ${is}; it should ${should}`));
  }
  return `${lines.join('\n')}\n`;
}
