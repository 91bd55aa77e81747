import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { isRegularFile, writeAtomically } from '../node/files.js';
import type { Failure } from '../report/report.js';
import type { Context } from './command.js';
import { failureOf } from './failure.js';
import { Inputs } from './inputs.js';
import type { Validated } from './validation.js';
import type { ValidationPlan } from './validation-plan.js';

/**
 * Shows or writes what was mended. What is then said of a file is about the text that it has: where one cannot be
 * written, about the one that it had, and the others are written all the same.
 */
export async function settleMended(
  validated: readonly Validated[],
  plan: ValidationPlan,
  context: Context,
  failures: Failure[],
): Promise<readonly Validated[]> {
  const settled: Validated[] = [];
  for (const one of validated) {
    try {
      settled.push(plan.fix === 'show' ? await shown(one, context) : await written(one, context));
    } catch (error) {
      if (!(error instanceof PassportError)) throw error;
      failures.push(failureOf(error, one.file));
      settled.push(one);
    }
  }
  return settled;
}

/** What is only shown is not yet mended. */
async function shown(one: Validated, { io }: Context): Promise<Validated> {
  if (one.mended && one.text !== undefined) {
    const { unifiedDiff } = await import('../author/diff.js');
    await io.stdout(unifiedDiff(one.file, one.text, one.mended.text, { printable: io.stdoutIsTerminal }));
  }
  return one;
}

async function written(one: Validated, { io, paintError }: Context): Promise<Validated> {
  const { path, text, mended } = one;
  if (path === '-') {
    // The text is the result, mended or not.
    const result = mended?.text ?? text;
    if (result !== undefined) await io.stdout(result);
  } else if (mended && text !== undefined) {
    await overwrite(path, text, mended.text, io);
    await io.stderr(`${paintError('good', 'mended')} ${printable(path)}\n`);
  }
  return mended ? { ...one, text: mended.text, slug: mended.slug, diagnostics: mended.diagnostics } : one;
}

/** Somebody's own file: what was written into it since it was read is not lost. */
export async function overwrite(path: string, before: string, after: string, io: Context['io']): Promise<void> {
  const leave = (why: string, hint: string): PassportError =>
    new PassportError('ERR_WRITE', `${path} ${why}, and is left as it is`, { hint });
  if (!(await isRegularFile(path))) throw leave('is not a regular file', 'name a file, or - for standard input');
  if ((await new Inputs(io).text(path)) !== before) {
    throw leave('has changed since it was read', 'run the command again');
  }
  await writeAtomically(path, after);
}
