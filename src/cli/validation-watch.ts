import { relative, resolve } from 'node:path';
import { printable } from '../encoding/printable.js';
import { PassportError } from '../errors.js';
import { type ChangeKind, FileWatch } from '../node/watch.js';
import type { Context } from './command.js';
import { projectPaths } from './project.js';
import { formatError } from './report.js';
import { findSources, globFolders } from './source-files.js';
import { validateOnce } from './validation.js';
import type { ValidationPlan } from './validation-plan.js';

/** As many names say what has changed. */
const MOST_NAMED = 3;

/**
 * Validates, and again after each change of what was looked at, of the configuration, or of what globs match, until the
 * process is told to stop.
 * @param makePlan reads the configuration anew
 * @param configPaths where that is looked for
 */
export async function validateOnChange(
  makePlan: () => Promise<ValidationPlan>,
  configPaths: readonly string[],
  context: Context,
): Promise<never> {
  let plan = await makePlan();
  const watched = async (): Promise<readonly string[]> => [
    ...(await findSources(plan.words, [])),
    ...projectPaths(plan),
    ...configPaths,
  ];
  const watch = new FileWatch(await watched(), await globFolders(plan.words));
  await watch.whenReady();
  for (let isSound = true; ;) {
    const used = isSound ? await validated(plan, context) : [];
    await context.io.stderr(`${context.paintError('quiet', 'watching for changes; Ctrl-C ends it')}\n`);
    let changes: ReadonlyArray<readonly [string, ChangeKind]> = [];
    while (changes.length === 0) {
      const all = await watch.next();
      // In a folder that a glob looks into, not all is a source.
      const known = new Set([...used, ...(await watched())].map((path) => resolve(path)));
      changes = [...all].filter(([path]) => known.has(path));
    }
    await separate(changes, context);
    try {
      plan = await makePlan();
      isSound = true;
    } catch (error) {
      // By the one before it nobody wants to be judged.
      await complain(error, context);
      isSound = false;
    }
    watch.add(await watched(), await globFolders(plan.words));
  }
}

/** What the run depended on. A mistake in a profile or an overlay is one to be mended while watching, too. */
async function validated(plan: ValidationPlan, context: Context): Promise<readonly string[]> {
  try {
    return (await validateOnce(plan, context)).paths;
  } catch (error) {
    await complain(error, context);
    return [];
  }
}

async function complain(error: unknown, { io, paintError }: Context): Promise<void> {
  if (!(error instanceof PassportError)) throw error;
  await io.stderr(formatError(error, paintError));
}

/** Between one run and the next: why there is another. A terminal shows the last one alone. */
async function separate(changes: ReadonlyArray<readonly [string, ChangeKind]>, { io, paintError }: Context) {
  const named = changes.slice(0, MOST_NAMED).map(([path, kind]) => `${printable(relative('.', path))} ${kind}`);
  const more = changes.length > MOST_NAMED ? `, and ${changes.length - MOST_NAMED} more` : '';
  const clear = io.stdoutIsTerminal && io.stderrIsTerminal ? '\u001b[2J\u001b[H' : '\n';
  await io.stderr(`${clear}${paintError('title', `--- ${named.join(', ')}${more} ---`)}\n`);
}
