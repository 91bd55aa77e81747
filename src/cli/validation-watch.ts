import { PassportError } from '../errors.js';
import { FileWatch } from '../node/watch.js';
import type { Context } from './command.js';
import { projectPaths } from './project.js';
import { formatError } from './report.js';
import { findSources } from './source-files.js';
import { validateOnce } from './validation.js';
import type { ValidationPlan } from './validation-plan.js';

/** Validates, and again after each change of what was looked at, until the process is told to stop. */
export async function validateOnChange(plan: ValidationPlan, context: Context): Promise<never> {
  const watch = new FileWatch([...(await findSources(plan.words, [])), ...projectPaths(plan)]);
  await watch.whenReady();
  for (;;) {
    watch.add(await validated(plan, context));
    await context.io.stderr(`${context.paintError('quiet', 'watching for changes; Ctrl-C ends it')}\n`);
    await watch.next();
  }
}

/** What the run depended on. A mistake in a profile or an overlay is one to be mended while watching, too. */
async function validated(plan: ValidationPlan, context: Context): Promise<readonly string[]> {
  try {
    return (await validateOnce(plan, context)).paths;
  } catch (error) {
    if (!(error instanceof PassportError)) throw error;
    await context.io.stderr(formatError(error, context.paintError));
    return [];
  }
}
