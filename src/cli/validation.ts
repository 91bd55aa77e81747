import type { GivenOverlay } from '../author/given-overlay.js';
import { repeatedDescriptions } from '../author/repeated-descriptions.js';
import { repeatedSlugs, type ValidatedSource, type ValidateOptions, validateSource } from '../author/validate.js';
import { compareDiagnostics, type Diagnostic } from '../diagnostic.js';
import { formatTimestamp } from '../encoding/rfc3339.js';
import { PassportError } from '../errors.js';
import { countSeverities, type Failure, ranks, type Report, type ReportedFile } from '../report/report.js';
import type { Context } from './command.js';
import { exitCodes } from './exit-codes.js';
import { exitCodeOfFailures, failedFiles, failureOf } from './failure.js';
import { Inputs } from './inputs.js';
import type { settleMended } from './mended.js';
import { refuseInputs } from './outputs.js';
import { projectPaths } from './project.js';
import { findSources } from './source-files.js';
import type { ValidationPlan } from './validation-plan.js';
import { writeReport } from './validation-report.js';
import { version } from './version.js';

/** What is said of a text. */
interface Judged {
  /** What the places of the diagnostics are in. */
  readonly text: string | undefined;
  readonly slug: ValidatedSource['slug'];
  readonly descriptions: ValidatedSource['descriptions'];
  readonly kind?: ValidatedSource['kind'] | undefined;
  /** Those of the overlay are among them. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Validated extends Judged {
  /** As it was named, to be read and written. */
  readonly path: string;
  /** As it is reported. */
  readonly file: string;
  /** What there would be to say of the text once mended, where that was asked for and there is something to mend. */
  readonly mended?: (Judged & { readonly text: string }) | undefined;
}

export interface ValidationOutcome {
  /** Exit status. */
  readonly status: number;
  /** Every file that it depended on. */
  readonly paths: readonly string[];
}

/** What all sources of a run are judged with. */
type SharedOptions = ValidateOptions & { readonly overlay: GivenOverlay | undefined };

/** @throws PassportError ERR_USAGE where a report would go over an input, ERR_WRITE where standard output takes nothing */
export async function validateOnce(plan: ValidationPlan, context: Context): Promise<ValidationOutcome> {
  const failures: Failure[] = [];
  const paths = await findSources(plan.words, failures);
  const used = [...paths.filter((path) => path !== '-'), ...projectPaths(plan)];
  // Before anything is written, mended or not.
  await refuseInputs(plan.outputs, used);
  const inputs = new Inputs(context.io);
  const broken: ReportedFile[] = [];
  const options = await readOptions(plan, inputs, context, failures, broken);
  // Without what they are to be judged with, sources would be judged wrongly.
  const validated = options ? await validateFiles(paths, plan, inputs, options, failures) : [];
  const settled = plan.fix === 'no' ? validated : await settle(validated, plan, context, failures);
  const files = [...broken, ...withRepetitions(settled, options ?? {}), ...overlayReport(settled, options?.overlay)];
  const report: Report = {
    version: version(),
    files,
    failures,
    exitStatus: statusOf(files, failures, plan),
    failOn: plan.failOn,
    maxWarnings: plan.maxWarnings,
  };
  return { status: await writeReport(report, plan, context), paths: used };
}

async function settle(...run: Parameters<typeof settleMended>): Promise<readonly Validated[]> {
  return (await import('./mended.js')).settleMended(...run);
}

/** Each is looked at, so that what is wrong with two of them is said at once. @returns undefined where one cannot be used */
async function readOptions(
  plan: ValidationPlan,
  inputs: Inputs,
  { io }: Context,
  failures: Failure[],
  broken: ReportedFile[],
): Promise<SharedOptions | undefined> {
  const before = failures.length;
  const { overlay, observations, registry, overlayMayIdle } = plan.given;
  const given = async <T>(path: string | undefined, read: Promise<T>): Promise<T | undefined> => {
    try {
      return await read;
    } catch (error) {
      if (!(error instanceof PassportError)) throw error;
      failures.push(failureOf(error, path));
      const text = path === undefined ? undefined : await inputs.text(path).catch(() => undefined);
      broken.push(...failedFiles(error, text));
      return undefined;
    }
  };
  const options: SharedOptions = {
    overlay: await given(overlay, inputs.overlay(overlay)),
    overlayMayIdle,
    observations: await given(observations, inputs.observations(observations)),
    registry: await given(registry, inputs.registry(registry)),
    now: formatTimestamp(io.now()),
    profile: plan.profile,
    levels: plan.levels,
  };
  return failures.length > before ? undefined : options;
}

async function validateFiles(
  paths: readonly string[],
  plan: ValidationPlan,
  inputs: Inputs,
  options: SharedOptions,
  failures: Failure[],
): Promise<Validated[]> {
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
  return validated;
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
    const diagnostics = error.diagnostics.map((diagnostic) => ({ ...diagnostic, file }));
    return { path, file, text: undefined, slug: undefined, descriptions: [], diagnostics };
  }
  const { slug, descriptions, kind, diagnostics } = validateSource(text, own);
  const asItIs = { path, file, text, slug, descriptions, kind, diagnostics };
  if (plan.fix === 'no') return asItIs;
  const { fixSource } = await import('../author/fix.js');
  const fixed = fixSource(text, { ...own, unsafe: plan.unsafe });
  return fixed.text === text ? asItIs : { ...asItIs, mended: fixed };
}

function withRepetitions(validated: readonly Validated[], options: ValidateOptions): ReportedFile[] {
  const repeated = repeatedSlugs(validated, options);
  const descriptions = repeatedDescriptions(validated, options);
  return validated.map(({ file, text, diagnostics }, index) => {
    const own = diagnostics.filter((diagnostic) => (diagnostic.file ?? file) === file);
    const all = [...own, ...[repeated.get(index) ?? [], descriptions.get(index) ?? []].flat()];
    return { file, text, diagnostics: all.length > own.length ? all.sort(compareDiagnostics) : own };
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
  const diagnostics = said.map(({ diagnostic }) => diagnostic).sort(compareDiagnostics);
  return [{ file, text, diagnostics, isInput: true }];
}

function statusOf(files: readonly ReportedFile[], failures: readonly Failure[], plan: ValidationPlan): number {
  // What could not be looked at may be anything: it weighs more than what was found.
  if (failures.length > 0) return exitCodeOfFailures(failures);
  const severe = files.some(({ diagnostics }) =>
    diagnostics.some(({ severity }) => ranks[severity] >= ranks[plan.failOn]),
  );
  return severe || countSeverities(files).warning > plan.maxWarnings ? exitCodes.problems : exitCodes.ok;
}
