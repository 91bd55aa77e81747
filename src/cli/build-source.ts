import { buildPassport } from '../author/build.js';
import { type ParsedSource, parseSource } from '../author/source.js';
import type { Payload } from '../passport/types.generated.js';
import type { Arguments, Context } from './command.js';
import type { Inputs } from './inputs.js';
import { reportDiagnostics } from './output.js';

/**
 * The payload of a source file, its problems reported on the way; undefined when there are errors among them.
 * @param now RFC 3339: what the age of the evidence is told against
 */
export async function buildSource(
  path: string,
  text: string,
  now: string,
  args: Arguments,
  inputs: Inputs,
  context: Context,
): Promise<Payload | undefined> {
  const overlay = await inputs.overlay(args.text('overlay'));
  const observations = await inputs.observations(args.text('observations'));
  const registry = await inputs.registry(args.text('registry'));
  let parsed = parseSource(text, { file: path, overlay });
  if (lacksOnlyCategories(parsed) && mayPrompt(path, context)) {
    const { askCategories } = await import('./prompt.js');
    const answers = await askCategories(text, overlay ?? {}, registry.categories);
    await context.io.stderr(
      `not to be asked again, save this and give it with --overlay:\n${JSON.stringify(answers)}\n`,
    );
    parsed = parseSource(text, { file: path, overlay: answers });
  }
  if ((await reportDiagnostics(parsed.diagnostics, context)) || !parsed.source) return undefined;
  const built = buildPassport(parsed.source, { observations, registry, now, locate: parsed.locate, file: path });
  await reportDiagnostics(built.diagnostics, context);
  return built.payload;
}

/** A manifest has no place for categories: that alone can be asked for. */
function lacksOnlyCategories({ kind, diagnostics }: ParsedSource): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return (
    kind === 'manifest' && errors.length > 0 && errors.every(({ ruleId }) => ruleId === 'manifest/missing-category')
  );
}

/** Never a prompt without a terminal at both ends, nor where the source itself comes from it. */
function mayPrompt(path: string, { io }: Context): boolean {
  return path !== '-' && io.stdinIsTerminal && io.stderrIsTerminal && !io.env.CI;
}
