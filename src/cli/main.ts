import type { Paint } from '../encoding/paint.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import type { Io } from '../node/io.js';
import type { Failed } from './command.js';
import { parseCommandLine } from './command-line.js';
import { loaders } from './commands.js';
import { exitCodeOf, exitCodes } from './exit-codes.js';
import { failedFiles, failureOf } from './failure.js';
import { formatError } from './report.js';
import { colorChoice, painter } from './style.js';

/**
 * The command `passport` as a function. Results go to standard output, everything else to standard error.
 * @param argv the words after the command's name
 * @returns the exit status; nothing exits and nothing is thrown
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let paintError = painter('auto', io, io.stderrIsTerminal);
  try {
    const chosen = await parseCommandLine(argv);
    if (chosen.text !== undefined) {
      if (await isVerdictAsked(argv)) {
        const why = 'nothing was judged: help or the version was asked for; a file of that name goes after --';
        await io.stderr(`${chosen.text}\n\n${why}\n`);
        return exitCodes.usage;
      }
      await io.stdout(`${chosen.text}\n`);
      return exitCodes.ok;
    }
    const color = colorChoice(chosen.color);
    paintError = painter(color, io, io.stderrIsTerminal);
    return await chosen.command.run(chosen.args, { io, paint: painter(color, io, io.stdoutIsTerminal), paintError });
  } catch (error) {
    if (error instanceof PassportError) {
      await io.stderr(formatError(error, paintError));
      const exitStatus = exitCodeOf(error.code);
      await sayInOwnForm(argv, { files: failedFiles(error), failures: [failureOf(error)], exitStatus }, io);
      return exitStatus;
    }
    const detail = error instanceof Error ? (io.env.PASSPORT_DEBUG ? error.stack : error.message) : String(error);
    await io.stderr(
      `passport: internal error: ${printable(detail ?? '')}\n  this is a bug in passport; PASSPORT_DEBUG=1 shows where\n`,
    );
    const message = 'internal error: this is a bug in passport';
    const failures = [{ code: 'ERR_INTERNAL', message }];
    await sayInOwnForm(argv, { files: [], failures, exitStatus: exitCodes.internal }, io);
    return exitCodes.internal;
  }
}

/** `passport verify *` where a file is named --help: a script that asks for a verdict takes status 0 for one. */
async function isVerdictAsked([name = '', ...words]: readonly string[]): Promise<boolean> {
  return words.length > 1 && Object.hasOwn(loaders, name) && (await loaders[name]?.())?.judges === true;
}

/** A reader that was promised a document gets one, even of a command line that could not be understood. */
async function sayInOwnForm(argv: readonly string[], failed: Failed, io: Io): Promise<void> {
  const name = argv.find((word) => Object.hasOwn(loaders, word));
  const command = name === undefined ? undefined : await loaders[name]?.();
  const plain: Paint = (_, text) => text;
  // What failed may be the very place that it would be said in.
  await command?.fail?.(argv, failed, { io, paint: plain, paintError: plain }).catch(() => undefined);
}
