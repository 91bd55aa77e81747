import type { GivenOverlay } from '../author/given-overlay.js';
import { repeatedSlugs, type ValidatedSource, type ValidateOptions, validateSource } from '../author/validate.js';
import { compareDiagnostics, type Diagnostic, type Severity } from '../diagnostic.js';
import { formatTimestamp } from '../encoding/rfc3339.js';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { append, isSameFile, writeAtomically } from '../node/files.js';
import { counted, countSeverities, type Failure, type Report, type ReportedFile } from '../report/report.js';
import type { Context } from './command.js';
import { exitCodeOf, exitCodes } from './exit-codes.js';
import { failureOf } from './failure.js';
import { loadFormat } from './formats.js';
import { Inputs } from './inputs.js';
import { formatError } from './report.js';
import { projectPaths } from './project.js';
import { findSources } from './source-files.js';
import type { ValidationPlan } from './validation-plan.js';
import { version } from './version.js';

interface Validated {
  /** As it was named, to be read and written. */
  readonly path: string;
  /** As it is reported. */
  readonly file: string;
  /** What the places of the diagnostics are in. */
  readonly text: string | undefined;
  readonly slug: ValidatedSource['slug'];
  readonly kind?: ValidatedSource['kind'] | undefined;
  /** Those of the overlay are among them. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text before and after mending, where that was asked for and there was something to mend. */
  readonly mended?: { readonly before: string; readonly after: string } | undefined;
}

export interface ValidationOutcome {
  /** Exit status. */
  readonly status: number;
  /** Every file that it depended on. */
  readonly paths: readonly string[];
}

/** @throws PassportError where nothing could be validated: a profile, overlay or observations file that is not valid */
export async function validateOnce(plan: ValidationPlan, context: Context): Promise<ValidationOutcome> {
  const failures: Failure[] = [];
  const paths = await findSources(plan.words, failures);
  const inputs = new Inputs(context.io);
  const options = await readOptions(plan, inputs, context);
  const validated: Validated[] = [];
  for (const path of paths) {
    try {
      validated.push(await validateFile(path, plan, inputs, options));
    } catch (error) {
      // The others are validated all the same.
      if (!(error instanceof PassportError)) throw error;
      failures.push(failureOf(error, path));
    }
  }
  const ofOverlay = overlayReport(validated, options.overlay);
  const files = [...withRepeatedSlugs(validated, options), ...ofOverlay];
  const status = statusOf(files, failures, plan);
  const used = [...paths.filter((path) => path !== '-'), ...projectPaths(plan)];
  await writeMended(validated, plan, context);
  const report = { version: version(), files, failures, exitStatus: status };
  await writeReport(report, plan, used, context);
  await summarize(report, validated.length, plan, context);
  return { status, paths: used };
}

async function readOptions(plan: ValidationPlan, inputs: Inputs, { io }: Context) {
  return {
    overlay: await inputs.overlay(plan.given.overlay),
    overlayMayIdle: plan.given.overlayMayIdle,
    observations: await inputs.observations(plan.given.observations),
    registry: await inputs.registry(plan.given.registry),
    now: formatTimestamp(io.now()),
    profile: plan.profile,
    levels: plan.levels,
  };
}

async function validateFile(
  path: string,
  plan: ValidationPlan,
  inputs: Inputs,
  options: ValidateOptions,
): Promise<Validated> {
  const file = path === '-' ? plan.stdinName : path;
  const own = { ...options, file };
  let text: string;
  try {
    text = await inputs.text(path);
  } catch (error) {
    // Bytes that are no text are a problem of the source, and have a place.
    if (!(error instanceof PassportError) || error.diagnostics.length === 0) throw error;
    return { path, file, text: undefined, slug: undefined, diagnostics: error.diagnostics };
  }
  const { slug, kind, diagnostics } = validateSource(text, own);
  if (plan.fix === 'no') return { path, file, text, slug, kind, diagnostics };
  const { fixSource } = await import('../author/fix.js');
  const fixed = fixSource(text, { ...own, unsafe: plan.unsafe });
  const mended = fixed.text === text ? undefined : { before: text, after: fixed.text };
  // What is only shown is not yet mended.
  if (plan.fix === 'show') return { path, file, text, slug, kind, diagnostics, mended };
  return { path, file, text: fixed.text, slug, kind, diagnostics: fixed.diagnostics, mended };
}

function withRepeatedSlugs(validated: readonly Validated[], options: ValidateOptions): ReportedFile[] {
  const repeated = repeatedSlugs(validated, options);
  return validated.map(({ file, text, diagnostics }, index) => {
    const more = repeated.get(index);
    const own = diagnostics.filter((diagnostic) => (diagnostic.file ?? file) === file);
    return { file, text, diagnostics: more ? [...own, more].sort(compareDiagnostics) : own };
  });
}

/** The overlay as a file of its own, where a manifest made use of it. What several say of it is said once. */
function overlayReport(validated: readonly Validated[], overlay: GivenOverlay | undefined): ReportedFile[] {
  const users = validated.filter(({ kind, file }) => kind === 'manifest' && file !== overlay?.file);
  if (overlay?.file === undefined || overlay.text === undefined || users.length === 0) return [];
  const { file, text } = overlay;
  const found = new Map<string, { readonly diagnostic: Diagnostic; count: number }>();
  for (const diagnostic of users.flatMap(({ diagnostics }) => diagnostics)) {
    if (diagnostic.file !== file) continue;
    const { ruleId, message, range } = diagnostic;
    const name = JSON.stringify([ruleId, message, range?.start.offset]);
    const before = found.get(name);
    if (before) before.count++;
    else found.set(name, { diagnostic, count: 1 });
  }
  // A comment that is of use to one manifest is of use.
  const said = [...found.values()].filter(
    ({ diagnostic, count }) => diagnostic.ruleId !== 'ignore/unused' || count === users.length,
  );
  return [{ file, text, diagnostics: said.map(({ diagnostic }) => diagnostic).sort(compareDiagnostics) }];
}

const ranks: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };

function statusOf(files: readonly ReportedFile[], failures: readonly Failure[], plan: ValidationPlan): number {
  // What could not be looked at may be anything: it weighs more than what was found.
  const [failure] = failures;
  if (failure) return exitCodeOf(failure.code as PassportError['code']);
  const severe = files.some(({ diagnostics }) =>
    diagnostics.some(({ severity }) => ranks[severity] >= ranks[plan.failOn]),
  );
  return severe || countSeverities(files).warning > plan.maxWarnings ? exitCodes.problems : exitCodes.ok;
}

// --- results ------------------------------------------------------------------------------------------------------

async function writeMended(validated: readonly Validated[], plan: ValidationPlan, { io, paintError }: Context) {
  for (const { path, file, text, mended } of validated) {
    if (plan.fix === 'write' && path === '-') {
      // The text is the result, mended or not.
      if (text !== undefined) await io.stdout(text);
    } else if (mended && plan.fix === 'show') {
      const { unifiedDiff } = await import('../author/diff.js');
      await io.stdout(unifiedDiff(file, mended.before, mended.after, { printable: io.stdoutIsTerminal }));
    } else if (mended) {
      await overwrite(path, mended.before, mended.after, io);
      await io.stderr(`${paintError('good', 'mended')} ${printable(path)}\n`);
    }
  }
}

/** Somebody's own file: what was written into it since it was read is not lost. */
async function overwrite(path: string, before: string, after: string, io: Context['io']): Promise<void> {
  if ((await new Inputs(io).text(path)) !== before) {
    throw new PassportError('ERR_WRITE', `${path} has changed while it was validated, and is left as it is`, {
      hint: 'run the command again',
    });
  }
  await writeAtomically(path, after);
}

async function writeReport(report: Report, plan: ValidationPlan, used: readonly string[], context: Context) {
  const { io, paint, paintError } = context;
  // Standard output belongs to the texts where they go there.
  const textsGoToStdout = plan.fix === 'show' || (plan.fix === 'write' && plan.words.includes('-'));
  const width = Math.min(io.columns ?? 100, 160);
  for (const { format, file } of plan.outputs) {
    const formatter = await loadFormat(format);
    if (file !== undefined) {
      await refuseInputs(file, used);
      await writeAtomically(file, formatter(report, { paint: (_, text) => text, width }));
    } else if (textsGoToStdout) {
      await io.stderr(formatter(report, { paint: paintError, width }));
    } else {
      await io.stdout(formatter(report, { paint, width }));
    }
  }
  if (plan.outputs.some(({ format }) => format === 'github')) await writeJobSummary(report, context);
}

/** A report never goes over what it is about. */
async function refuseInputs(file: string, used: readonly string[]): Promise<void> {
  for (const path of used) {
    if (await isSameFile(path, file)) {
      throw new PassportError('ERR_USAGE', `the report ${file} is an input of this run`, {
        hint: 'choose another name',
      });
    }
  }
}

/** The page of a job, where the environment names the file that it is made from. */
async function writeJobSummary(report: Report, { io }: Context): Promise<void> {
  const path = io.env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === '') return;
  await append(path, (await loadFormat('markdown'))(report, { paint: (_, text) => text, width: 100 }));
}

async function summarize(
  { files, failures }: Report,
  sources: number,
  plan: ValidationPlan,
  { io, paintError }: Context,
) {
  for (const { code, message, hint } of failures) {
    await io.stderr(formatError(new PassportError(code as PassportError['code'], message, { hint }), paintError));
  }
  const { error, warning, info } = countSeverities(files);
  const counts = [counted(error, 'error'), counted(warning, 'warning'), ...(info > 0 ? [counted(info, 'info')] : [])];
  const summary = `${counted(sources, 'source')} checked: ${counts.join(', ')}`;
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
