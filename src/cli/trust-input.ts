import { PassportError } from '../errors.js';
import { assertNotEverybodys } from '../node/files.js';
import type { TrustInput } from '../verify/trust-file.js';
import type { Arguments, Context } from './command.js';
import type { Inputs } from './inputs.js';
import { readPublicInput } from './key-input.js';
import { reportDiagnostics } from './output.js';

/**
 * A trust file with the digest and root key of --trust-digest and --root, by which it is known to be the right one.
 * @throws PassportError ERR_USAGE, ERR_READ, ERR_UNSAFE_FILE, ERR_INVALID_KEY, ERR_WEAK_KEY
 */
export async function readTrustInput(
  path: string,
  args: Arguments,
  inputs: Inputs,
  context: Context,
): Promise<TrustInput> {
  const root = args.text('root');
  const digest = args.text('trust-digest');
  if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest)) {
    throw new PassportError('ERR_USAGE', '--trust-digest is no digest', {
      hint: 'give sha256: and the 64 lower-case hex digits that sha256sum prints',
    });
  }
  // By its digest or root key it is known to be the right one, whoever can write it.
  if (digest === undefined && root === undefined) await assertNotEverybodys(path, 'trust file');
  const { diagnostics, ...input } = await inputs.trustFile(path);
  await reportDiagnostics(diagnostics, context);
  return { ...input, digest, root: root === undefined ? undefined : await readPublicInput(root, inputs) };
}

/** A flag that only says something beside another is not passed over in silence. @throws PassportError ERR_USAGE */
export function refuseWithout(args: Arguments, needed: string, flags: readonly string[]): void {
  const flag = flags.find((name) => args.texts(name).length > 0 || args.flag(name));
  if (flag === undefined || args.text(needed) !== undefined) return;
  throw new PassportError('ERR_USAGE', `--${flag} is for --${needed}`, {
    hint: `give --${needed} with it, or leave it out`,
  });
}
