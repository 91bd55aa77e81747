import { type Diagnostic, isError } from '../diagnostic.js';
import { writeAtomically } from '../node/files.js';
import type { Arguments, Context } from './command.js';
import { formatDiagnostic } from './report.js';

/** The result: to the file of --output, whole or not at all, or to standard output. */
export async function writeResult(text: string, args: Arguments, { io, paintError }: Context): Promise<void> {
  const path = args.text('output');
  if (path === undefined || path === '-') return io.stdout(text);
  await writeAtomically(path, text);
  await io.stderr(`${paintError('good', 'wrote')} ${path}\n`);
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
