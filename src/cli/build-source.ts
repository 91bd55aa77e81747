import { buildPassport } from '../author/build.js';
import { heard } from '../author/heard.js';
import { firstOfBoth, type ReadSource, readSource } from '../author/source.js';
import { type Diagnostic, isError } from '../diagnostic.js';
import type { Observations, Overlay, Payload } from '../passport/types.generated.js';
import { levelsOf } from '../validate/catalogue.js';
import type { Context } from './command.js';
import type { Inputs } from './inputs.js';
import { reportDiagnostics } from './output.js';
import type { Project } from './project.js';

/**
 * The payload of a source file, its problems reported on the way, as loud as its project has them; undefined when there
 * are errors among them.
 * @param now RFC 3339: what the age of the evidence is told against
 */
export async function buildSource(
  path: string,
  text: string,
  now: string,
  project: Project,
  inputs: Inputs,
  context: Context,
): Promise<Payload | undefined> {
  const observations = await inputs.observations(project.given.observations);
  const source = await openSource(path, text, project, inputs, context);
  return source?.build(now, observations);
}

/** A source without errors of its own. */
export interface OpenSource {
  /** Its payload with what was observed; undefined when there are errors, which are reported like all else. */
  build(now: string, observations: Observations | undefined): Promise<Payload | undefined>;
  /** What it gives by itself, in silence: the payload that a builder claims. */
  buildUnobserved(): Payload;
}

/** The source in a file, its problems reported; undefined when there are errors among them. */
export async function openSource(
  path: string,
  text: string,
  { given, profile, levels }: Project,
  inputs: Inputs,
  context: Context,
): Promise<OpenSource | undefined> {
  const overlay = await inputs.overlay(given.overlay);
  const registry = await inputs.registry(given.registry);
  const options = { file: path, overlay, overlayMayIdle: given.overlayMayIdle };
  let read = readSource(text, options);
  if (lacksOnlyCategories(read) && mayPrompt(path, context)) {
    const { askCategories } = await import('./prompt.js');
    const answers = await askCategories(text, (overlay?.value ?? {}) as Overlay, registry.categories);
    await context.io.stderr(
      `not to be asked again, save this and give it with --overlay:\n${JSON.stringify(answers)}\n`,
    );
    read = readSource(text, { ...options, overlay: answers });
  }
  const levelOf = levelsOf(profile ?? 'registry', levels);
  const report = (diagnostics: readonly Diagnostic[]): Promise<boolean> => {
    // Comments are validated where all the rules are, which they may be about.
    const said = heard(read, text, diagnostics, { file: path, levelOf, isJudged: () => false });
    const own = said.diagnostics.filter(({ ruleId }) => !ruleId.startsWith('ignore/'));
    return reportDiagnostics(firstOfBoth(read, own), context);
  };
  const { source, locate } = read;
  if ((await report(read.diagnostics)) || !source) return undefined;
  return {
    async build(now, observations) {
      const built = buildPassport(source, { observations, registry, now, locate, file: path });
      return (await report(built.diagnostics)) ? undefined : built.payload;
    },
    buildUnobserved: () => buildPassport(source, { registry }).payload,
  };
}

/** A manifest has no place for categories: that alone can be asked for. */
function lacksOnlyCategories({ kind, diagnostics }: ReadSource): boolean {
  const errors = diagnostics.filter(isError);
  return (
    kind === 'manifest' && errors.length > 0 && errors.every(({ ruleId }) => ruleId === 'manifest/missing-category')
  );
}

/** Never a prompt without a terminal at both ends, nor where the source itself comes from it. */
function mayPrompt(path: string, { io }: Context): boolean {
  return path !== '-' && io.stdinIsTerminal && io.stderrIsTerminal && !io.env.CI;
}
