import { type Diagnostic, isError } from '../diagnostic.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { isSameFile, writeAtomically } from '../node/files.js';
import { formatDiagnostic } from '../report/plain.js';
import type { Arguments, Context } from './command.js';

/**
 * The result: to the file of --output, whole or not at all, or to standard output.
 * @param inputs what the run was given: a result never goes over its own source, key or profile
 * @throws PassportError ERR_USAGE, ERR_WRITE
 */
export async function writeResult(
  text: string,
  args: Arguments,
  { io, paintError }: Context,
  inputs: ReadonlyArray<string | undefined>,
): Promise<void> {
  const path = args.text('output');
  if (path === undefined || path === '-') return io.stdout(text);
  await assertNoInput(path, inputs);
  await writeAtomically(path, text);
  await io.stderr(`${paintError('good', 'wrote')} ${printable(path)}\n`);
}

/** @throws PassportError ERR_USAGE where a result would go over what it was made from */
export async function assertNoInput(path: string, inputs: ReadonlyArray<string | undefined>): Promise<void> {
  for (const input of inputs) {
    if (input !== undefined && input !== '-' && (await isSameFile(input, path))) {
      throw new PassportError('ERR_USAGE', `the output ${path} is an input of this run`, {
        hint: 'choose another name: nothing was written',
      });
    }
  }
}

/** Diagnostics on standard error. @returns whether there is an error among them */
export async function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  { io, paintError }: Context,
): Promise<boolean> {
  if (diagnostics.length > 0)
    await io.stderr(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, paintError)).join(''));
  return diagnostics.some(isError);
}
