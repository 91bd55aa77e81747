import { PassportError } from '../errors.js';
import { append, exists, isRegularFile, writeAtomically } from '../node/files.js';
import { counted, countSeverities, type Failure, type Report, sourcesOf } from '../report/report.js';
import type { Context } from './command.js';
import { exitCodeOfFailures, failureOf } from './failure.js';
import { isForPeople, loadFormat, type Output } from './formats.js';
import { formatError } from './report.js';
import type { ValidationPlan } from './validation-plan.js';

type OutputToFile = Output & { readonly file: string };

/**
 * Writes a report to all its places. A file that cannot be written keeps none of the others from it, and is told in
 * them; hence standard output comes last.
 * @returns the exit status
 * @throws PassportError ERR_WRITE where standard output takes nothing
 */
export async function writeReport(report: Report, plan: ValidationPlan, context: Context): Promise<number> {
  const { io, paint, paintError } = context;
  const files = plan.outputs.filter(isToFile);
  const { written, failures } = await writeFiles(files, report);
  if (plan.outputs.some(({ format }) => format === 'github')) {
    await writeJobSummary(report, context).catch(keepIn(failures, io.env.GITHUB_STEP_SUMMARY));
  }
  const whole = failures.length === 0 ? report : withFailures(report, failures);
  // What says that all went well is not true any more.
  if (whole !== report) await writeFiles(await regular(written), whole);
  // Standard output belongs to the texts where they go there.
  const textsGoToStdout = plan.fix === 'show' || (plan.fix === 'write' && plan.words.includes('-'));
  const width = widthOf(context);
  for (const { format, file } of plan.outputs) {
    if (file !== undefined) continue;
    const formatter = await loadFormat(format);
    if (textsGoToStdout) await io.stderr(formatter(whole, { paint: paintError, width }));
    else await io.stdout(formatter(whole, { paint, width }));
  }
  await summarize(whole, plan, context);
  return whole.exitStatus;
}

/**
 * Says what kept a run from being begun, in the formats that programs read; people read standard error. What is there
 * already stays: it may be an input, which nobody knows yet.
 */
export async function writeFailedReport(report: Report, outputs: readonly Output[], context: Context): Promise<void> {
  for (const output of outputs) {
    if (isToFile(output)) {
      if (!(await exists(output.file)) || !(await isRegularFile(output.file))) await writeFiles([output], report);
    } else if (!isForPeople(output.format)) {
      await context.io.stdout((await loadFormat(output.format))(report, { paint: context.paint, width: 100 }));
    }
  }
  if (outputs.some(({ format }) => format === 'github')) await writeJobSummary(report, context);
}

function isToFile(output: Output): output is OutputToFile {
  return output.file !== undefined;
}

function widthOf({ io }: Context): number {
  return Math.min(io.columns ?? 100, 160);
}

async function writeFiles(outputs: readonly OutputToFile[], report: Report) {
  const written: OutputToFile[] = [];
  const failures: Failure[] = [];
  for (const output of outputs) {
    const formatter = await loadFormat(output.format);
    await writeAtomically(output.file, formatter(report, { paint: (_, text) => text, width: 100 }))
      .then(() => written.push(output))
      .catch(keepIn(failures, output.file));
  }
  return { written, failures };
}

async function regular(outputs: readonly OutputToFile[]): Promise<OutputToFile[]> {
  const kept: OutputToFile[] = [];
  for (const output of outputs) if (await isRegularFile(output.file)) kept.push(output);
  return kept;
}

function keepIn(failures: Failure[], file: string | undefined): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof PassportError)) throw error;
    failures.push(failureOf(error, file));
  };
}

function withFailures(report: Report, more: readonly Failure[]): Report {
  const failures = [...report.failures, ...more];
  return { ...report, failures, exitStatus: exitCodeOfFailures(failures) };
}

/** The page of a job, where the environment names the file that it is made from. */
async function writeJobSummary(report: Report, { io }: Context): Promise<void> {
  const path = io.env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === '') return;
  await append(path, (await loadFormat('markdown'))(report, { paint: (_, text) => text, width: 100 }));
}

async function summarize({ files, failures }: Report, plan: ValidationPlan, { io, paintError }: Context) {
  for (const { code, message, hint } of failures) {
    await io.stderr(formatError(new PassportError(code as PassportError['code'], message, { hint }), paintError));
  }
  const { error, warning, info } = countSeverities(files);
  const counts = [counted(error, 'error'), counted(warning, 'warning'), ...(info > 0 ? [counted(info, 'info')] : [])];
  const summary = `${counted(sourcesOf({ files }).length, 'source')} checked: ${counts.join(', ')}`;
  const tone = error > 0 || failures.length > 0 ? 'bad' : warning > 0 ? 'warning' : 'good';
  await io.stderr(`${paintError(tone, summary)}\n`);
  if (warning > plan.maxWarnings) await io.stderr(`  more warnings than --max-warnings ${plan.maxWarnings}\n`);
  const mendable = files.flatMap(({ diagnostics }) => diagnostics.flatMap(({ fix }) => fix ?? []));
  if (plan.fix === 'no' && mendable.length > 0) {
    const safe = mendable.filter((fix) => fix.safe).length;
    const unsafe = mendable.length - safe;
    const parts = [
      ...(safe > 0 ? [`${safe} can be mended with --fix`] : []),
      ...(unsafe > 0 ? [`${unsafe} with --fix --unsafe`] : []),
    ];
    await io.stderr(`  ${parts.join(', ')}\n`);
  }
}
